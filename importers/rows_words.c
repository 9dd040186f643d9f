/*
 * rows_words.c - what the words of a row say for all its figures: the period,
 * codes of dimensions, the quantity, the status.
 *
 *  (1) A word is read once per column and remembered.
 *  (2) An empty cell of a dimension means all in a tidy table and in a row of
 *      totals; elsewhere it says nothing and is refused, unless the layout has
 *      a word for it.
 *  (3) A school year is read as the layout says; in a tidy table its own row
 *      may say otherwise.
 *  (4) A file of our own results names indicators, which are quantities only
 *      where the project says so: what is missing is one finding for the file.
 *  (5) "Trong đó: Nữ" in a column of sexes is the code that "Nữ" is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/pattern.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "importers/parts.h"
#include "importers/rows_state.h"
#include "importers/words.h"

/* Ids that a finding lists. */
enum { MOST_LISTED = 20 };

static bool read_dimension(struct reading *reading, const struct column *column,
                           const char *word, struct word_seen *seen)
{
    uint8_t code = 0;
    const struct value_map *own =
        column->by != NULL ? &column->by->values : NULL;
    const char *rest;
    bool known = words_code(reading, column->dimension, own, word, &code);
    if (!known && part_mark(words_fold(reading->arena, word), &rest) !=
                      PART_PLAIN) /* (5) */
        known = words_code(reading, column->dimension, own, rest, &code);
    seen->value = code;
    return known || (word[0] != '\0' && rows_total_word(reading, word));
}

static bool read_quantity(struct reading *reading, const struct column *column,
                          const char *word, struct word_seen *seen)
{
    const char *id =
        column->by != NULL
            ? words_in(&column->by->values, words_fold(reading->arena, word))
            : NULL;
    uint16_t quantity =
        quantity_find(&reading->study->codebook, id != NULL ? id : word);
    seen->value = quantity;
    return quantity != NO_INDEX;
}

static void read_word(struct reading *reading, const struct column *column,
                      const char *word, struct word_seen *seen)
{
    const struct value_map *own =
        column->by != NULL ? &column->by->values : NULL;
    period p = NO_PERIOD;
    *seen = (struct word_seen){ false, 0, STATUS_OK };
    if (column->role == ROLE_PERIOD) {
        seen->known = words_period(reading, own, word, &p, &seen->status);
        seen->value = p;
    } else if (column->role == ROLE_STATUS) {
        seen->known = words_status(reading, own, word, &seen->status);
    } else if (column->role == ROLE_DIMENSION) {
        seen->known = read_dimension(reading, column, word, seen);
    } else if (column->role == ROLE_QUANTITY) {
        seen->known = read_quantity(reading, column, word, seen);
    } else if (column->role == ROLE_PUBLISHED) {
        seen->value = strcmp(word, "1") == 0;
        seen->known = seen->value == 1 || strcmp(word, "0") == 0;
    } else if (column->role == ROLE_SCHOOL_YEAR) {
        seen->value =
            strcmp(word, "end") == 0 ? PERIOD_SCHOOL_END : PERIOD_SCHOOL_START;
        seen->known = seen->value == PERIOD_SCHOOL_END || word[0] == '\0' ||
                      strcmp(word, "start") == 0;
    }
}

/* (1) */
static struct word_seen word_of(struct rows *rows, size_t at, const char *word)
{
    struct arena *arena = rows->reading->arena;
    struct column *column = &rows->columns->items[at];
    if (column->seen == NULL) {
        column->seen = symbols_new(arena);
        arena_defer(arena, grow_release, &column->words);
    }
    uint32_t before = symbols_count(column->seen);
    uint32_t symbol = symbol_intern(column->seen, word, strlen(word));
    column->words = grow_to(column->words, &column->word_room,
                            (size_t)symbol + 1, sizeof *column->words);
    if (symbol == before)
        read_word(rows->reading, column, word, &column->words[symbol]);
    return column->words[symbol];
}

/* (4) */
static void gather_undeclared(struct rows *rows, const struct row *row,
                              const char *id)
{
    if (rows->undeclared == NULL)
        rows->undeclared = symbols_new(rows->reading->arena);
    if (rows->undeclared_count++ == 0)
        rows->undeclared_line = row->record->line;
    (void)symbol_intern(rows->undeclared, id, strlen(id));
}

void rows_list_undeclared(struct rows *rows)
{
    struct reading *reading = rows->reading;
    if (rows->undeclared_count == 0)
        return;
    struct text list = text_new();
    uint32_t count = symbols_count(rows->undeclared);
    for (uint32_t i = 0; i < count && i < MOST_LISTED; i++)
        text_addf(&list, "%s%s", i > 0 ? ", " : "",
                  symbol_text(rows->undeclared, i));
    text_add(&list, count > MOST_LISTED ? ", …" : "");
    finding_add(reading->findings, FINDING_undeclared_quantities,
                reading_place(reading, rows->undeclared_line,
                              rows->columns->quantity, NULL),
                "ids", list.bytes, (char *)NULL)
        ->count = rows->undeclared_count;
    text_free(&list);
}

/* A finding about a word, and the row is lost; a row without figures is not
 * worth one. */
static bool refuse(struct rows *rows, const struct row *row, size_t at,
                   enum finding_rule rule, const char *dimension)
{
    struct finding_place place = reading_place(
        rows->reading, row->record->line, at, record_cell(row->record, at));
    const struct codebook *book = &rows->reading->study->codebook;
    if (!rows_has_figure(rows, row->record))
        return false;
    if (rule == FINDING_unknown_quantity &&
        text_same(rows->reading->layout->id, "results")) {
        gather_undeclared(rows, row, place.value);
        rows->fates[row->index] |= FATE_REJECTED;
        return false;
    }
    if (rule == FINDING_unknown_quantity)
        place.suggestion = quantity_nearest(book, place.value);
    if (rows->columns->items[at].role == ROLE_DIMENSION)
        place.suggestion = words_nearest(
            rows->reading, &rows->columns->items[at].dimension, 1, place.value);
    finding_add(rows->reading->findings, rule, place, "dimension", dimension,
                (char *)NULL);
    rows->fates[row->index] |= FATE_REJECTED;
    return false;
}

/* (3) The same months, counted to the year that the row says. */
static period counted_to(period p, enum period_kind wanted)
{
    enum period_kind kind = period_kind(p);
    if (kind != PERIOD_SCHOOL_START && kind != PERIOD_SCHOOL_END)
        return p;
    int first = period_year(p) - (kind == PERIOD_SCHOOL_END);
    return period_make(first + (wanted == PERIOD_SCHOOL_END), wanted, 0);
}

static bool take_school_year(struct rows *rows, struct row *row)
{
    size_t at = rows->columns->school_year;
    if (at == NO_HEAD || record_cell(row->record, at)[0] == '\0')
        return true;
    struct word_seen seen = word_of(rows, at, record_cell(row->record, at));
    if (!seen.known)
        return refuse(rows, row, at, FINDING_unknown_code, "school_year");
    row->period = counted_to(row->period, (enum period_kind)seen.value);
    return true;
}

static bool take_period(struct rows *rows, struct row *row)
{
    size_t at = rows->columns->period;
    row->period = rows->reading->period;
    row->mark = rows->reading->mark;
    if (at == NO_HEAD)
        return true;
    const char *word = record_cell(row->record, at);
    if (word[0] == '\0' && row->period != NO_PERIOD)
        return true;
    struct word_seen seen = word_of(rows, at, word);
    if (!seen.known)
        return refuse(rows, row, at, FINDING_unknown_period, "");
    row->period = seen.value;
    row->mark = seen.status;
    return take_school_year(rows, row);
}

period rows_period(struct rows *rows, const struct record *record)
{
    size_t at = rows->columns->period, school = rows->columns->school_year;
    const char *word = at == NO_HEAD ? "" : record_cell(record, at);
    if (word[0] == '\0')
        return rows->reading->period;
    struct word_seen seen = word_of(rows, at, word);
    period p = seen.known ? (period)seen.value : NO_PERIOD;
    if (school == NO_HEAD || record_cell(record, school)[0] == '\0')
        return p;
    seen = word_of(rows, school, record_cell(record, school));
    return seen.known ? counted_to(p, (enum period_kind)seen.value) : p;
}

/* The finding about the file speaks for the row. */
static bool refuse_undated(struct rows *rows, const struct row *row)
{
    if (!rows_undated(rows, row->period))
        return false;
    if (rows_has_figure(rows, row->record))
        rows->fates[row->index] |= FATE_REJECTED;
    return true;
}

static bool take_dimension(struct rows *rows, struct row *row, size_t at)
{
    const struct column *column = &rows->columns->items[at];
    const struct codebook *book = &rows->reading->study->codebook;
    const char *word = record_cell(row->record, at);
    struct word_seen seen = word_of(rows, at, word);
    bool blank = word[0] == '\0' && (row->label == LABEL_TOTAL ||
                                     rows->columns->quantity != NO_HEAD);
    if (!seen.known && !blank) /* (2) */
        return refuse(rows, row, at, FINDING_unknown_code,
                      book->dimensions[column->dimension].id);
    return picks_add(&row->picks, column->dimension, (uint8_t)seen.value) ||
           refuse(rows, row, at, FINDING_unknown_code,
                  book->dimensions[column->dimension].id);
}

static bool take_quantity(struct rows *rows, struct row *row)
{
    size_t at = rows->columns->quantity;
    row->quantity = NO_INDEX;
    if (at == NO_HEAD)
        return true;
    struct word_seen seen = word_of(rows, at, record_cell(row->record, at));
    row->quantity = (uint16_t)seen.value;
    return seen.known || refuse(rows, row, at, FINDING_unknown_quantity, "");
}

static bool take_marks(struct rows *rows, struct row *row)
{
    const struct columns *columns = rows->columns;
    row->status = STATUS_COUNT;
    const char *word = columns->status == NO_HEAD
                           ? ""
                           : record_cell(row->record, columns->status);
    if (word[0] != '\0') {
        struct word_seen seen = word_of(rows, columns->status, word);
        if (!seen.known)
            return refuse(rows, row, columns->status, FINDING_unknown_code,
                          "status");
        row->status = seen.status;
    }
    word = columns->published == NO_HEAD
               ? ""
               : record_cell(row->record, columns->published);
    if (word[0] != '\0') {
        struct word_seen seen = word_of(rows, columns->published, word);
        if (!seen.known)
            return refuse(rows, row, columns->published, FINDING_unknown_code,
                          "published");
        row->published = seen.value == 1;
    }
    return columns->breakdown == NO_HEAD ||
           columns_breakdown(rows->reading,
                             record_cell(row->record, columns->breakdown),
                             &row->picks) ||
           refuse(rows, row, columns->breakdown, FINDING_unknown_code,
                  "breakdown");
}

bool rows_words(struct rows *rows, struct row *row)
{
    if (!take_period(rows, row) || refuse_undated(rows, row) ||
        !take_quantity(rows, row))
        return false;
    for (size_t i = 0; i < rows->columns->count; i++)
        if (rows->columns->items[i].role == ROLE_DIMENSION &&
            !take_dimension(rows, row, i))
            return false;
    return take_marks(rows, row) && rows_parent(rows, row);
}
