/*
 * draft_survey.c - two walks over the rows of an unknown table.
 *
 *  (1) The first counts for each column: numbers and how they are written,
 *      years, signs for missing figures, ticks, other words.
 *      A long file is judged by its beginning.
 *  (2) Heads that stand again and rows of column numbers are passed over.
 *  (3) The second, when the columns are known, reads the labels of rows: a
 *      total has figures, a note has none. A glob that would catch an area as
 *      well gives way to the whole label.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/pattern.h"
#include "engine/base/symbol.h"
#include "importers/draft_state.h"
#include "importers/records.h"
#include "importers/words.h"

enum { ROWS_MOST = 20000 };

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* --- the rows of data ------------------------------------------------------
 */

static struct records *begin(const struct draft *draft)
{
    const struct reading *reading = draft->reading;
    return records_new(reading->text, reading->length,
                       reading->detected.delimiter, draft->arena);
}

/* (2) */
static bool is_head(const struct draft *draft, const struct record *record)
{
    const struct detected *detected = &draft->reading->detected;
    const struct heads *heads = &detected->heads;
    if (record->row <= detected->top.rows[heads->first + heads->height - 1].row)
        return true;
    for (size_t i = 0; i < heads->height; i++)
        if (heads_repeated(&detected->top.rows[heads->first + i], record->cells,
                           record->count, draft->arena))
            return true;
    return heads_numbered(record->cells, record->count);
}

static bool next_row(const struct draft *draft, struct records *records,
                     struct record *record)
{
    while (records_next(records, record) && record->row <= ROWS_MOST)
        if (!record->nul && !record_empty(record) && !is_head(draft, record))
            return true;
    return false;
}

/* --- columns ---------------------------------------------------------------
 */

static void keep_word(struct draft_column *column, const char *cell)
{
    if (symbols_count(column->words) < DRAFT_WORDS_MOST)
        symbol_intern(column->words, cell, strlen(cell));
}

static void count_sign(struct draft *draft, const char *sign)
{
    for (size_t i = 0; i < draft->sign_count; i++)
        if (strcmp(draft->signs[i].sign, sign) == 0) {
            draft->signs[i].count++;
            return;
        }
    if (draft->sign_count < DRAFT_MARKS)
        draft->signs[draft->sign_count++] =
            (struct draft_sign){ arena_string(draft->arena, sign), 1 };
}

/* (1) */
static void look_at(struct draft *draft, struct draft_column *column,
                    const char *cell, unsigned line)
{
    struct number number;
    enum status status;
    column->filled++;
    column->periods += draft_is_period(draft, cell);
    column->counts =
        column->counts &&
        strcmp(cell, arena_format(draft->arena, "%u", ++column->next)) == 0;
    if (number_scan(&number, cell, draft->arena)) {
        column->numbers++;
        column->years += draft_is_year(cell);
        number_vote_add(&column->vote, &number, cell, line);
    } else if (words_missing(draft->reading, cell, &status) != MARK_NONE) {
        column->signs++;
        count_sign(draft, cell);
    } else if (words_tick(cell)) {
        if (column->ticks++ == 0)
            column->tick = arena_string(draft->arena, cell);
    } else if (column->others++ == 0) {
        column->other = arena_string(draft->arena, cell);
        column->other_line = line;
    }
}

static void start_columns(struct draft *draft)
{
    const struct heads *heads = &draft->reading->detected.heads;
    draft->columns =
        arena_array(draft->arena, draft->count, struct draft_column);
    for (size_t i = 0; i < draft->count; i++)
        draft->columns[i] =
            (struct draft_column){ .head = heads->written[i],
                                   .folded = heads->folded[i],
                                   .words = symbols_new(draft->arena),
                                   .counts = true,
                                   .dimension = NO_INDEX };
}

void draft_survey(struct draft *draft)
{
    struct records *records = begin(draft);
    struct record record;
    start_columns(draft);
    while (next_row(draft, records, &record))
        for (size_t i = 0; i < draft->count && i < record.count; i++) {
            if (record.cells[i][0] == '\0')
                continue;
            keep_word(&draft->columns[i], record.cells[i]);
            look_at(draft, &draft->columns[i], record.cells[i], record.line);
        }
}

/* --- rows ------------------------------------------------------------------
 */

/* How totals and notes begin, folded. */
static const char *const total_words[] = {
    "tổng cộng", "tổng số",        "toàn tỉnh",     "toàn huyện", "toàn xã",
    "toàn quốc", "toàn thành phố", "cả nước",       "cộng",       "chung",
    "total",     "whole country",  "whole province"
};
static const char *const note_words[] = {
    "nguồn",     "ghi chú",    "chú thích",   "source", "note",
    "người lập", "thủ trưởng", "đơn vị tính", "tm.",    "kt.",
    "nơi nhận",  "(*)",        "*",           "lưu ý"
};

/* Names begin with these, too: Cộng Hòa is a commune. */
static bool begins_names(const char *word)
{
    return strcmp(word, "cộng") == 0 || strcmp(word, "chung") == 0;
}

/* The word that the label begins with, not as a part of another word or of a
 * name. */
static const char *begins_with(const char *folded, const char *const words[],
                               size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *rest = folded + strlen(words[i]);
        if (!text_starts(folded, words[i]))
            continue;
        if (begins_names(words[i]))
            rest += strspn(rest, " ");
        else if (*rest == ' ')
            return words[i];
        if (*rest == '\0' || strchr(":.,-/(*", *rest) != NULL)
            return words[i];
    }
    return NULL;
}

static bool has_glob(const struct draft_globs *globs, const char *folded,
                     struct arena *arena)
{
    for (size_t i = 0; i < globs->count; i++)
        if (glob_match(text_fold(arena, globs->items[i]), folded))
            return true;
    return false;
}

/* (3) Would the glob take an area's row? For totals: any that is none. */
static bool catches_area(struct draft *draft, const char *glob, bool totals)
{
    const char *folded = text_fold(draft->arena, glob);
    if (draft->area == NO_HEAD)
        return false;
    const struct symbols *words = draft->columns[draft->area].words;
    for (uint32_t i = 0; i < symbols_count(words); i++) {
        const char *word = symbol_text(words, i);
        const char *label = text_fold(draft->arena, word);
        if (glob_match(folded, label) &&
            (draft_is_area(draft, word) ||
             (totals &&
              begins_with(label, total_words, COUNT(total_words)) == NULL)))
            return true;
    }
    return false;
}

/* The label up to its [length] folded bytes, as it is written, and a star. */
static void add_glob(struct draft *draft, struct draft_globs *globs,
                     const char *label, const char *beginning)
{
    size_t wanted = text_length(beginning), left = strlen(label), taken;
    const char *at = label;
    unsigned point;
    while (wanted-- > 0 && (taken = text_decode(at, left, &point)) > 0) {
        at += taken;
        left -= taken;
    }
    const char *glob =
        arena_format(draft->arena, "%.*s*", (int)(at - label), label);
    if (catches_area(draft, glob, globs == &draft->totals) ||
        strpbrk(beginning, "*?|") != NULL)
        glob = arena_string(draft->arena, label);
    if (has_glob(globs, text_fold(draft->arena, label), draft->arena))
        return;
    if (globs->count == globs->room) {
        const char **old = globs->items;
        globs->room = 2 * globs->room + 8;
        globs->items = arena_array(draft->arena, globs->room, const char *);
        if (globs->count > 0)
            memcpy(globs->items, old, globs->count * sizeof *old);
    }
    globs->items[globs->count++] = glob;
}

static bool has_figures(const struct draft *draft, const struct record *record)
{
    for (size_t i = 0; i < draft->count && i < record->count; i++)
        if (draft->columns[i].role == DRAFT_FIGURE &&
            record->cells[i][0] != '\0')
            return true;
    return false;
}

/* May the label of a row stand here? Not where it is a code of a dimension. */
static bool is_label(const struct draft_column *column)
{
    return column->role != DRAFT_FIGURE && column->role != DRAFT_CODES &&
           column->role != DRAFT_NOTE && column->role != DRAFT_PERIOD;
}

static bool look_for_total(struct draft *draft, const struct record *record)
{
    for (size_t i = 0; i < draft->count && i < record->count; i++) {
        const char *cell = record->cells[i];
        if (cell[0] == '\0' || !is_label(&draft->columns[i]))
            continue;
        const char *folded = text_fold(draft->arena, cell);
        const char *word = begins_with(folded, total_words, COUNT(total_words));
        if (word != NULL && !draft_is_area(draft, cell)) {
            add_glob(draft, &draft->totals, cell, word);
            return true;
        }
    }
    return false;
}

/* "Thái Bình, ngày 08 tháng 01 năm 2019" begins the signatures. */
static void look_for_note(struct draft *draft, const struct record *record)
{
    size_t at = 0;
    while (at + 1 < record->count && record->cells[at][0] == '\0')
        at++;
    const char *cell = record->cells[at];
    const char *folded = text_fold(draft->arena, cell);
    const char *word = begins_with(folded, note_words, COUNT(note_words));
    const char *day = strstr(folded, ", ngày");
    if (word != NULL)
        add_glob(draft, &draft->skips, cell, word);
    else if (day != NULL)
        add_glob(draft, &draft->skips, cell,
                 arena_format(draft->arena, "%.*s, ngày", (int)(day - folded),
                              folded));
}

void draft_rows(struct draft *draft)
{
    struct records *records = begin(draft);
    struct record record;
    while (next_row(draft, records, &record))
        if (has_figures(draft, &record))
            draft_sums_add(draft, &record, look_for_total(draft, &record));
        else
            look_for_note(draft, &record);
}
