/*
 * bulk.c - the bulk job on random rows: the quick way, cut into small pieces
 * and whole, must find what reading record by record finds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "importers/bulk.h"

static const char heads[] = "a,b,value\n";

static void add_all(struct text *out, const struct bulk_sums *sums,
                    const struct findings *findings)
{
    for (size_t i = 0; i < sums->count; i++) {
        const struct bulk_group *group = sums->groups[i];
        for (size_t k = 0; k < sums->columns; k++)
            text_addf(out, "[%s]", sums->texts[k][group->words[k]]);
        number_add_exact(out, sums->values[i]);
        text_addf(out, " %lu\n", (unsigned long)group->rows);
    }
    for (size_t i = 0; i < findings->count; i++)
        text_addf(out, "%u:%u %s %s x%u\n", findings->items[i].line,
                  findings->items[i].column,
                  finding_rule_name(findings->items[i].rule),
                  findings->items[i].value != NULL ? findings->items[i].value
                                                   : "",
                  findings->items[i].count);
    text_addf(out, "%zu %zu %zu %zu\n", sums->counts.read, sums->counts.added,
              sums->counts.ignored, sums->counts.rejected);
}

static struct text sums_of(const char *path, struct bulk_request request)
{
    static const char *const by[] = { "b", "a" };
    struct text out = text_new();
    struct arena *arena = arena_new();
    struct findings *findings = findings_new(arena);
    struct fault fault = { 0 };
    struct bulk_sums sums;
    request.paths = &path;
    request.path_count = 1;
    request.by = (struct bulk_names){ by, 2 };
    if (bulk_add_up(&sums, &request, arena, findings, &fault)) {
        findings_sort(findings);
        add_all(&out, &sums, findings);
        if (sums.counts.read !=
            sums.counts.added + sums.counts.ignored + sums.counts.rejected)
            __builtin_trap();
    } else if (fault.code == FAULT_NONE) {
        __builtin_trap(); /* a failure without a word */
    }
    arena_free(arena);
    return out;
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size);
int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    char path[64];
    int handle = memfd_create("rows", MFD_CLOEXEC);
    size_t head = strlen(heads);
    if (handle < 0 || write(handle, heads, head) != (ssize_t)head ||
        write(handle, bytes, size) != (ssize_t)size)
        return 0;
    snprintf(path, sizeof path, "/proc/self/fd/%d", handle);
    struct text slow =
        sums_of(path, (struct bulk_request){ .threads = 1, .by_record = true });
    struct text small =
        sums_of(path, (struct bulk_request){ .threads = 1, .piece_size = 64 });
    struct text whole = sums_of(path, (struct bulk_request){ .threads = 1 });
    if (strcmp(slow.bytes, small.bytes) != 0 ||
        strcmp(slow.bytes, whole.bytes) != 0) {
        fprintf(stderr, "by record:\n%spieces of 64:\n%swhole:\n%s", slow.bytes,
                small.bytes, whole.bytes);
        __builtin_trap();
    }
    text_free(&slow);
    text_free(&small);
    text_free(&whole);
    close(handle);
    return 0;
}
