/*
 * proposals_write.c - new rows at the end of the user's aliases.csv.
 *
 *  (1) The bytes that are there stay: only a missing line end is added before
 *      the new rows, which end as the first line does.
 *  (2) Cells go where the file's own heads say; other columns stay empty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/rows.h"
#include "engine/base/text.h"
#include "importers/proposals.h"
#include "importers/sheet.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *const heads[] = { "written", "code", "tier", "source" };

/* The file as it is to be written. */
struct aliases {
    struct text bytes;
    struct sheet sheet;
    const char *line_end;
};

/* (1) */
static const char *line_end_of(const char *bytes)
{
    size_t line = strcspn(bytes, "\r\n");
    if (bytes[line] == '\r')
        return bytes[line + 1] == '\n' ? "\r\n" : "\r";
    return "\n";
}

static void start_fresh(struct aliases *aliases)
{
    for (size_t i = 0; i < COUNT(heads); i++)
        text_addf(&aliases->bytes, "%s%s", i > 0 ? "," : "", heads[i]);
    text_add(&aliases->bytes, "\n");
    aliases->sheet = (struct sheet){ .delimiter = ',', .head_count = 4 };
    aliases->line_end = "\n";
}

static bool take_old(struct aliases *aliases, const char *path,
                     struct arena *arena, struct fault *fault)
{
    char *bytes;
    size_t length;
    if (!file_read(&bytes, &length, path, 0, arena, fault) ||
        !sheet_parse(&aliases->sheet, path, bytes, length, arena, fault))
        return false;
    aliases->line_end = line_end_of(bytes);
    text_add_bytes(&aliases->bytes, bytes, length);
    if (length > 0 && strchr("\r\n", bytes[length - 1]) == NULL)
        text_add(&aliases->bytes, aliases->line_end);
    return true;
}

/* (2) */
static void add_row(struct aliases *aliases, const struct proposal *proposal,
                    const struct areas *areas)
{
    const struct sheet *sheet = &aliases->sheet;
    const struct area *area = &areas->items[proposal->area];
    const char *const cells[] = { proposal->written, area->code,
                                  tier_names[area->tier], proposal->source };
    for (size_t column = 0; column < sheet->head_count; column++) {
        if (column > 0)
            text_add_char(&aliases->bytes, sheet->delimiter);
        for (size_t i = 0; i < COUNT(heads); i++)
            if (sheet->heads == NULL ? i == column
                                     : sheet_column(sheet, heads[i]) == column)
                csv_add_cell(&aliases->bytes, cells[i], sheet->delimiter);
    }
    text_add(&aliases->bytes, aliases->line_end);
}

bool proposals_write(const struct proposals *proposals,
                     const struct study *study, struct arena *scratch,
                     struct fault *fault)
{
    struct aliases aliases = { .bytes = text_new() };
    struct arena_mark mark = arena_mark(scratch);
    const char *path = path_join(scratch, study->project.folder, "aliases.csv");
    bool done = true;
    if (file_exists(path))
        done = take_old(&aliases, path, scratch, fault);
    else
        start_fresh(&aliases);
    for (size_t i = 0; i < proposals->count && done; i++)
        if (proposals->items[i].verdict == PROPOSAL_CLEAR)
            add_row(&aliases, &proposals->items[i], &study->areas);
    done = done &&
           file_write(path, aliases.bytes.bytes, aliases.bytes.length, fault);
    text_free(&aliases.bytes);
    arena_rewind(scratch, mark);
    return done;
}
