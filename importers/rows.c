/*
 * rows.c - records into observations: the second walk.
 *
 *  (1) Every data record ends in one of three counts; see rows.h.
 *  (2) A total belongs to the area its name says, also behind the words of a
 *      total (Cộng huyện Hưng Hà), else to the parent in its row, else to the
 *      section it closes, else to the area reported on.
 *  (3) A section's own row closes the section before it: a total that follows
 *      rows of a section whose own row had figures is the whole's.
 *  (4) A row whose area is not known and that holds no figure is a heading or
 *      a footer.
 *  (5) A tidy row says one thing; one that ends before its value says nothing:
 *      the end of a file that was cut off.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "importers/rows.h"
#include "importers/rows_state.h"
#include "importers/words.h"

/* --- questions about areas ------------------------------------------------ */

struct place_question rows_question(const struct rows *rows,
                                    const struct row *row, period p)
{
    const struct columns *columns = rows->columns;
    enum tier tier = columns->area == NO_HEAD
                         ? TIER_NONE
                         : columns->items[columns->area].tier;
    return (struct place_question){ row->name, tier, row->within,
                                    places_day(rows->reading, p), false };
}

struct place_answer *rows_place(struct rows *rows,
                                const struct place_question *question)
{
    const struct outline *outline = &rows->outline;
    if (outline->leads && outline->section != NO_AREA &&
        question->within == NO_AREA) {
        struct place_question inner = *question;
        inner.within = outline->section;
        inner.heading = true;
        struct place_answer *answer = places_find(rows->places, inner);
        if (answer->outcome == PLACE_FOUND)
            return answer;
    }
    return places_find(rows->places, *question);
}

bool rows_is_total(const struct rows *rows, uint32_t area)
{
    const struct columns *columns = rows->columns;
    if (columns->area == NO_HEAD)
        return false;
    enum tier tier = columns->items[columns->area].tier;
    return tier != TIER_NONE &&
           rows->reading->study->areas.items[area].tier < tier;
}

/* The period of the row's first figure: the day its name is looked up first. */
static period first_period(const struct rows *rows, const struct row *row)
{
    for (size_t i = 0; i < rows->columns->count; i++) {
        const struct column *column = &rows->columns->items[i];
        if (column->role == ROLE_FIGURE && column->period != NO_PERIOD)
            return column->period;
    }
    return row->period;
}

/* --- totals and sections ---------------------------------------------------
 */

/* What the words of a total leave of a name; folded. */
static const char *without_total_words(struct arena *arena, const char *name)
{
    static const char *const words[] = { "tổng cộng", "tổng số", "tổng",
                                         "cộng",      "của",     "toàn" };
    const char *rest = words_fold(arena, name);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_starts(rest, words[i])) {
            rest += strlen(words[i]);
            rest += strspn(rest, " :,-");
        }
    size_t length = strlen(rest);
    while (length > 0 && strchr(" :.,-", rest[length - 1]) != NULL)
        length--;
    return arena_copy(arena, rest, length);
}

static uint32_t area_named(struct rows *rows, struct place_question question)
{
    struct place_answer *answer = rows_place(rows, &question);
    return answer->outcome == PLACE_FOUND && !answer->repaired ? answer->area
                                                               : NO_AREA;
}

/* "Toàn huyện" is no total of a province, whichever district it means. */
static bool is_of_lower_tier(const struct rows *rows, const char *rest)
{
    enum tier tier = strcmp(rest, "huyện") == 0 ? TIER_DISTRICT
                     : strcmp(rest, "xã") == 0  ? TIER_COMMUNE
                                                : TIER_NONE;
    return tier != TIER_NONE && rows->root != NO_AREA &&
           rows->reading->study->areas.items[rows->root].tier < tier;
}

/* (2) */
static uint32_t total_area(struct rows *rows, const struct row *row)
{
    const char *rest = without_total_words(rows->reading->arena, row->name);
    if (rows->columns->area != NO_HEAD &&
        row->name_column == rows->columns->area) {
        struct place_question question =
            rows_question(rows, row, first_period(rows, row));
        uint32_t area = area_named(rows, question);
        if (area != NO_AREA)
            return area;
        question.written = rest;
        area = area_named(rows, question);
        if (area != NO_AREA && rows_is_total(rows, area))
            return area;
    }
    if (row->within != NO_AREA)
        return row->within;
    const struct outline *outline = &rows->outline;
    if (outline->leads && outline->section != NO_AREA && !outline->filled)
        return outline->section; /* (3) */
    return is_of_lower_tier(rows, rest) ? NO_AREA : rows->root;
}

/* Keeps the outline. The row's own figures are placed before its section
 * begins: a town may have the name of the district that heads it. */
static void follow_outline(struct rows *rows, const struct row *row)
{
    struct outline *outline = &rows->outline;
    if (row->heads == NO_AREA)
        return;
    if (!rows_is_total(rows, row->heads)) {
        outline->parts_seen = true;
    } else if (row->heads != rows->root) {
        outline->leads = outline->leads || !outline->parts_seen;
        outline->section = row->heads;
        outline->filled = rows_has_figure(rows, row->record);
    }
}

static void refuse_name(struct rows *rows, const struct row *row)
{
    finding_add(rows->reading->findings, FINDING_unknown_area,
                reading_place(rows->reading, row->record->line,
                              row->name_column, row->name),
                (char *)NULL);
    rows->fates[row->index] |= FATE_REJECTED;
}

static bool has_control(const char *name)
{
    for (; *name != '\0'; name++) {
        unsigned char c = (unsigned char)*name, next = (unsigned char)name[1];
        if (c < 0x20 || c == 0x7F || (c == 0xC2 && next >= 0x80 && next < 0xA0))
            return true;
    }
    return false;
}

/* Is there an area to give the row's figures to? Total or named. */
static bool settle_name(struct rows *rows, struct row *row)
{
    const struct columns *columns = rows->columns;
    bool figures = rows_has_figure(rows, row->record);
    row->fixed_area = row->heads = NO_AREA;
    if (!reading_has_register(rows->reading)) {
        row->published = row->published || row->label == LABEL_TOTAL;
        if (has_control(row->name)) /* it will be printed as it is kept */
            row->name = text_shown(rows->reading->arena, row->name, 0);
        if (row->name[0] == '\0' && columns->area != NO_HEAD && figures)
            refuse_name(rows, row);
        return row->name[0] != '\0' || columns->area == NO_HEAD;
    }
    if (row->label == LABEL_TOTAL || columns->area == NO_HEAD) {
        row->published = row->published || row->label == LABEL_TOTAL;
        row->fixed_area = total_area(rows, row);
        if (row->fixed_area == NO_AREA && figures)
            refuse_name(rows, row);
        return row->fixed_area != NO_AREA && figures;
    }
    struct place_question question =
        rows_question(rows, row, first_period(rows, row));
    struct place_answer *answer = rows_place(rows, &question);
    if (answer->outcome != PLACE_FOUND)
        return figures; /* (4) */
    row->heads = answer->area;
    return figures || !rows_is_total(rows, answer->area);
}

/* --- records ---------------------------------------------------------------
 */

static bool damaged(struct rows *rows, const struct record *record)
{
    struct reading *reading = rows->reading;
    struct finding_place place =
        reading_place(reading, record->line, NO_HEAD, NULL);
    if (record->nul)
        finding_add(reading->findings, FINDING_nul_byte, place, (char *)NULL);
    if (record->open_quote)
        finding_add(reading->findings, FINDING_open_quote, place, (char *)NULL);
    return record->nul || (record->open_quote &&
                           record->count != reading->detected.heads.count);
}

static size_t cell_with_quote(const struct record *record)
{
    size_t at = 0;
    while (at + 1 < record->count && strchr(record->cells[at], '"') == NULL)
        at++;
    return at;
}

/* A row wider or narrower than its heads, and a quote in a cell. */
static void doubt_shape(struct rows *rows, const struct record *record)
{
    struct reading *reading = rows->reading;
    size_t expected = rows->columns->count, cells = record->count, last = 0;
    for (size_t i = 0; i < expected; i++)
        if (rows->columns->items[i].role == ROLE_FIGURE)
            last = i + 1;
    while (cells > expected && record->cells[cells - 1][0] == '\0')
        cells--;
    if (cells < last || cells > expected)
        finding_add(reading->findings,
                    cells < last ? FINDING_short_row : FINDING_long_row,
                    reading_place(reading, record->line, NO_HEAD, NULL),
                    "cells", arena_format(reading->arena, "%zu", cells),
                    "expected", arena_format(reading->arena, "%zu", expected),
                    (char *)NULL);
    if (!record->stray_quote)
        return;
    size_t at = cell_with_quote(record);
    finding_add(reading->findings, FINDING_stray_quote,
                reading_place(reading, record->line, at, record->cells[at]),
                (char *)NULL);
}

/* (5) */
static bool cut_short(struct rows *rows, const struct record *record)
{
    struct reading *reading = rows->reading;
    const struct columns *columns = rows->columns;
    size_t needed = 0;
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].role == ROLE_FIGURE)
            needed = i + 1;
    if (columns->quantity == NO_HEAD || record->count >= needed)
        return false;
    finding_add(reading->findings, FINDING_cut_row,
                reading_place(reading, record->line, NO_HEAD, NULL), "cells",
                arena_format(reading->arena, "%zu", record->count), "expected",
                arena_format(reading->arena, "%zu", columns->count),
                (char *)NULL);
    return true;
}

/* False: its words could not be followed. */
static bool read_row(struct rows *rows, struct row *row)
{
    row->label = rows_label(rows, row->record, &row->name, &row->name_column);
    if (!rows_words(rows, row))
        return false;
    if (settle_name(rows, row)) {
        doubt_shape(rows, row->record);
        rows_figures(rows, row);
    }
    return true;
}

static void read_record(struct rows *rows, const struct record *record)
{
    struct row row = { .record = record, .index = rows->count };
    grow(rows->fates, rows->count, rows->fate_room);
    rows->fates[rows->count++] = 0;
    if (damaged(rows, record)) {
        rows->fates[row.index] = FATE_REJECTED;
        return;
    }
    if (rows_ignored(rows, record))
        return;
    if (cut_short(rows, record)) {
        rows->fates[row.index] = FATE_REJECTED;
        return;
    }
    switch (rows_part(rows, &row)) {
    case PART_NONE:
        if (read_row(rows, &row))
            follow_outline(rows, &row);
        rows_part_whole(rows, &row);
        break;
    case PART_READ:
        (void)read_row(rows, &row); /* it begins no section */
        break;
    case PART_DONE:
        break;
    }
}

bool rows_begin(struct rows *rows, struct records **records,
                struct record *first)
{
    rows->block = (struct block){ .open = false };
    const struct reading *reading = rows->reading;
    const struct heads *heads = &reading->detected.heads;
    unsigned last =
        reading->detected.top.rows[heads->first + heads->height - 1].row;
    *records = records_new(reading->text, reading->length,
                           reading->detected.delimiter, reading->arena);
    while (records_next(*records, first))
        if (first->row > last)
            return true;
    return false;
}

/* (1) */
static void count_fates(const struct rows *rows)
{
    struct source *source =
        &rows->reading->into->sources[rows->reading->source];
    source->rows_read = rows->count;
    for (size_t i = 0; i < rows->count; i++)
        if ((rows->fates[i] & FATE_KEPT) != 0)
            source->rows_used++;
        else if ((rows->fates[i] & FATE_REJECTED) != 0)
            source->rows_rejected++;
        else
            source->rows_ignored++;
}

/* The area reported on, or the only area without a parent. */
static uint32_t root_of(const struct study *study)
{
    uint32_t root = study->project.root;
    if (root != NO_AREA || study->areas.count == 0)
        return root;
    for (uint32_t i = 0; i < study->areas.count; i++)
        if (study->areas.items[i].parent == NO_AREA) {
            if (root != NO_AREA)
                return NO_AREA;
            root = i;
        }
    return root;
}

void rows_read(struct reading *reading, struct columns *columns)
{
    struct rows rows = { .reading = reading,
                         .columns = columns,
                         .places = places_new(reading),
                         .root = root_of(reading->study),
                         .labels = symbols_new(reading->arena),
                         .above = { .arena = arena_new() },
                         .outline = { .section = NO_AREA } };
    struct records *records;
    struct record record;
    rows_survey(&rows);
    bool more = rows_begin(&rows, &records, &record);
    for (; more; more = records_next(records, &record))
        read_record(&rows, &record);
    rows_note_parents(&rows);
    rows_block_note(&rows);
    rows_list_undeclared(&rows);
    rows_decide(&rows);
    count_fates(&rows);
    arena_free(rows.above.arena);
    free(rows.fates);
    free(rows.label_kinds);
    free(rows.changes);
    free(rows.pending);
}
