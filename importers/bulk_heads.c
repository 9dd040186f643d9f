/*
 * bulk_heads.c - which columns of a file the bulk job adds up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/bulk_heads.h"
#include "importers/bulk_scan.h"
#include "importers/headers.h"
#include "importers/records.h"
#include "importers/unknown.h"
#include "importers/words.h"

static const char delimiters[] = { ',', ';', '\t', '|' };
static const char value_head[] = "value";

/* Columns asked for, the values' last, as heads are compared. */
struct wanted {
    const char *written[BULK_COLUMNS + 1], *folded[BULK_COLUMNS + 1];
    size_t count;
};

static struct wanted wanted_of(struct bulk_names names, struct arena *arena)
{
    struct wanted wanted = { .count = names.count + 1 };
    for (size_t i = 0; i < wanted.count; i++) {
        wanted.written[i] = i < names.count ? names.items[i] : value_head;
        wanted.folded[i] = words_fold(arena, wanted.written[i]);
    }
    return wanted;
}

/* NO_HEAD when none of the row's cells from [from] on is this. */
static size_t place_of(const struct top_row *row, const char *folded,
                       size_t from)
{
    for (size_t i = from; i < row->count; i++)
        if (strcmp(row->folded[i], folded) == 0)
            return i;
    return NO_HEAD;
}

static size_t places_met(const struct top_row *row, const struct wanted *wanted)
{
    size_t met = 0;
    for (size_t i = 0; i < wanted->count; i++)
        met += place_of(row, wanted->folded[i], 0) != NO_HEAD;
    return met;
}

/* The row of heads and its delimiter: most columns met, then most cells. */
static struct top_row row_of_heads(struct bulk_heads *out, const char *text,
                                   size_t length, const struct wanted *wanted,
                                   struct arena *arena)
{
    struct top_row best = { .count = 0 };
    struct top *top = arena_new_of(arena, struct top);
    size_t best_met = 0;
    out->delimiter = ',';
    for (size_t d = 0; d < sizeof delimiters; d++) {
        top_read(top, text, length, delimiters[d], arena);
        for (size_t i = 0; i < top->count && i < HEADS_START; i++) {
            size_t met = places_met(&top->rows[i], wanted);
            bool wider = best_met == 0 && i == 0; /* nothing known: the first */
            if (met < best_met || (met == best_met &&
                                   !(wider && top->rows[0].count > best.count)))
                continue;
            best = top->rows[i];
            best_met = met;
            out->delimiter = delimiters[d];
        }
    }
    return best;
}

static bool find_columns(struct bulk_heads *out, const char *path,
                         const struct top_row *row, const struct wanted *wanted,
                         struct fault *fault)
{
    for (size_t i = 0; i < wanted->count; i++) {
        size_t place = place_of(row, wanted->folded[i], 0);
        struct place where = { path, row->line, 0 };
        if (place == NO_HEAD)
            return unknown_word(
                fault, where, "sheet.missing_column", wanted->written[i],
                text_nearest(wanted->written[i], row->cells, row->count));
        size_t again = place_of(row, wanted->folded[i], place + 1);
        where.column = (unsigned)again + 1;
        if (again != NO_HEAD)
            return fault_set(fault, FAULT_USAGE, where, "sheet.duplicate_head",
                             "head", row->cells[again], (char *)NULL);
        *(i + 1 < wanted->count ? &out->columns[i] : &out->value) = place;
    }
    return true;
}

/* Bytes before the record that follows the heads. */
static void find_data(struct bulk_heads *out, const char *text, size_t length,
                      unsigned line, struct arena *arena)
{
    struct records *records = records_new(text, length, out->delimiter, arena);
    struct record record = { .line = 0 };
    while (record.line < line && records_next(records, &record)) {
    }
    out->data = records_at(records);
    out->lines = bulk_lines(text, out->data);
}

/* Bytes at the head of the file that text would not have. */
static bool check_bytes(const char *path, const char *text, size_t length,
                        struct fault *fault)
{
    const char *end = memchr(text, '\n', length);
    size_t first = end == NULL ? length : (size_t)(end - text);
    struct place place = { path, 1, 0 };
    if (memchr(text, '\0', first) != NULL)
        return fault_set(fault, FAULT_USAGE, place, "sheet.nul", (char *)NULL);
    if (!text_is_utf8(text, first, NULL))
        return fault_set(fault, FAULT_USAGE, place, "sheet.not_utf8",
                         (char *)NULL);
    return true;
}

bool bulk_heads_read(struct bulk_heads *out, const char *path, const char *text,
                     size_t length, struct bulk_names names,
                     struct arena *arena, struct fault *fault)
{
    *out = (struct bulk_heads){ .count = names.count };
    if (!check_bytes(path, text, length, fault))
        return false;
    struct wanted wanted = wanted_of(names, arena);
    struct top_row row = row_of_heads(out, text, length, &wanted, arena);
    out->written = row.cells;
    out->folded = row.folded;
    out->width = row.count;
    if (!find_columns(out, path, &row, &wanted, fault))
        return false;
    find_data(out, text, length, row.line, arena);
    return true;
}
