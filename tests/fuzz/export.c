/*
 * export.c - exports of random bytes, read with the shipped layouts. Whatever
 * comes, the accounts add up: read = used + ignored + rejected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/model/finding.h"
#include "engine/model/table.h"
#include "importers/import.h"
#include "importers/study.h"

static struct study *study_of_data(void)
{
    static struct study *study;
    struct fault fault = { 0 };
    struct study_request request = { .data_folder = "data" };
    if (study == NULL &&
        !study_load(&study, &request, arena_new(), NULL, &fault))
        abort();
    return study;
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size);
int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct arena *arena = arena_new(), *scratch = arena_new();
    struct fault fault = { 0 };
    const char *path = "/tmp/hoctap-fuzz-export.csv";
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        abort();
    fwrite(bytes, 1, size, file);
    fclose(file);
    struct table *table = table_new(arena);
    struct import_context context = { .study = study_of_data(),
                                      .findings = findings_new(arena),
                                      .scratch = scratch };
    if (!import_file(table, path, "fuzz", NULL, &context, &fault))
        abort();
    import_finish(table, &context);
    for (size_t i = 0; i < table->source_count; i++) {
        const struct source *s = &table->sources[i];
        if (s->rows_read != s->rows_used + s->rows_ignored + s->rows_rejected)
            abort();
    }
    arena_free(scratch);
    arena_free(arena);
    return 0;
}
