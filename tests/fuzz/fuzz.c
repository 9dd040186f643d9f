/*
 * fuzz.c - what the fuzzing targets share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include <sanitizer/common_interface_defs.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "engine/base/number.h"
#include "engine/model/finding.h"
#include "engine/model/table.h"
#include "importers/import.h"
#include "importers/study.h"

void fuzz_broken(const char *promise, const char *file, int line)
{
    char words[512];
    snprintf(words, sizeof words, "%s:%d: broken: %s", file, line, promise);
    __sanitizer_report_error_summary(words); /* stderr may be closed */
    abort();
}

void fuzz_must_say(const struct fault *fault)
{
    const char *cursor = fault->arguments, *value;
    must(fault->code != FAULT_NONE && fault->message[0] != '\0');
    must(text_is_utf8(fault->where, strlen(fault->where), NULL));
    while (pack_next(&cursor, &value) != NULL)
        must(text_is_utf8(value, strlen(value), NULL));
}

char *fuzz_string(const unsigned char *bytes, size_t size, struct arena *arena)
{
    return arena_copy(arena, (const char *)bytes,
                      strnlen((const char *)bytes, size));
}

const char *fuzz_file(unsigned slot, const char *bytes, size_t size)
{
    static int handles[FUZZ_SLOTS];
    static char paths[FUZZ_SLOTS][32];
    must(slot < FUZZ_SLOTS);
    if (handles[slot] == 0) {
        handles[slot] = memfd_create("fuzz", MFD_CLOEXEC);
        must(handles[slot] > 0);
        snprintf(paths[slot], sizeof paths[slot], "/proc/self/fd/%d",
                 handles[slot]);
    }
    must(ftruncate(handles[slot], 0) == 0);
    must(pwrite(handles[slot], bytes, size, 0) == (ssize_t)size);
    return paths[slot];
}

static const struct study *load(const char *project)
{
    struct study *study;
    struct fault fault = { .message = "" };
    struct study_request request = { .project = project,
                                     .data_folder = "data" };
    if (!study_load(&study, &request, arena_new(), NULL, &fault))
        fuzz_broken(fault.message, fault.where, (int)fault.line);
    return study;
}

const struct study *fuzz_data(void)
{
    static const struct study *study;
    if (study == NULL)
        study = load(NULL);
    return study;
}

const struct study *fuzz_sample(void)
{
    static const struct study *study;
    if (study == NULL)
        study = load("data/sample/thai-binh");
    return study;
}

static void must_be_text(const char *text)
{
    must(text == NULL || text_is_utf8(text, strlen(text), NULL));
}

static void check_finding(const struct finding *finding)
{
    const char *cursor = finding->arguments, *value;
    must_be_text(finding->header);
    must_be_text(finding->value);
    must_be_text(finding->suggestion);
    while (pack_next(&cursor, &value) != NULL)
        must_be_text(value);
    must(finding->count > 0);
}

void fuzz_import(const struct study *study, const char *path, const char *name,
                 const struct source_plan *plan)
{
    struct arena *arena = arena_new(), *scratch = arena_new();
    struct fault fault = { .message = "" };
    struct text explanation = text_new();
    struct table *table = table_new(arena);
    struct import_context context = { .study = study,
                                      .findings = findings_new(arena),
                                      .explanation = &explanation,
                                      .scratch = scratch };
    must(import_file(table, path, name, plan, &context, &fault));
    import_finish(table, &context);
    for (size_t i = 0; i < table->source_count; i++) {
        const struct source *s = &table->sources[i];
        must(s->rows_read == s->rows_used + s->rows_ignored + s->rows_rejected);
        /* Nobody loses a row without being told. */
        must(s->rows_rejected == 0 || context.findings->count > 0);
    }
    for (size_t i = 0; i < context.findings->count; i++)
        check_finding(&context.findings->items[i]);
    for (size_t i = 0; i < table->count; i++) {
        must(!isinf(table->value[i]));
        must(table->quantity[i] < study->codebook.quantity_count);
        must(study->areas.count == 0 || table->area[i] < study->areas.count);
    }
    must(text_is_utf8(explanation.bytes, explanation.length, NULL));
    text_free(&explanation);
    arena_free(scratch);
    arena_free(arena);
}
