/*
 * chapter_table_checksums.c - by which a reader can tell that a file is the one
 * that was read.
 *
 *  (1) The exports in the order they were read, then the project's own tables
 *      and definitions, as far as there are any.
 *  (2) A file that cannot be read again has no line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/digest.h"
#include "engine/base/files.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/tabulate.h"

static void add_file(struct tabulation *t, const char *name, const char *path)
{
    char digits[DIGEST_LENGTH + 1], *bytes;
    size_t length;
    struct fault fault = { 0 };
    struct arena *scratch = arena_new();
    if (file_read(&bytes, &length, path, FILE_EXPORT_LIMIT, scratch, &fault)) {
        digest_of(digits, bytes, length);
        tabulate_text(t, name);
        tabulate_number(t, say_whole(t->input, length), (double)length);
        tabulate_text(t, arena_string(t->input->arena, digits));
    } /* (2) */
    arena_free(scratch);
}

void chapter_table_checksums(struct report *report,
                             const struct report_input *input)
{
    static const char *const own[] = {
        "project.yaml",    "areas.csv",     "crosswalk.csv",
        "targets.csv",     "breaks.csv",    "aliases.csv",
        "submissions.csv", "decisions.csv", "reports/annual.yaml",
    };
    const char *folder = input->study->project.folder;
    struct tabulation t = tabulate_start(input, 3);
    tabulate_head(&t, say(input, "table.file", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.bytes", NULL), ALIGN_RIGHT);
    tabulate_head(&t, "SHA-256", ALIGN_LEFT);
    for (size_t i = 0; i < input->table->source_count; i++) {
        const struct source *source = &input->table->sources[i];
        if (source->path != NULL)
            add_file(&t, source->name, source->path);
    }
    for (size_t i = 0; i < sizeof own / sizeof *own && folder != NULL; i++) {
        const char *path = arena_format(input->arena, "%s/%s", folder, own[i]);
        if (*folder != '\0' && file_exists(path))
            add_file(&t, own[i], path);
    }
    tabulate_finish(&t, report, say(input, "table.checksums_caption", NULL),
                    say(input, "table.checksums_note", NULL));
}
