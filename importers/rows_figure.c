/*
 * rows_figure.c - the figures of a row, each an observation.
 *
 *  (1) A cell is, in this order: a word the column explains (a tick that is
 *      one), a sign for a missing figure, a number.
 *  (2) A missing figure is an observation without a value. But of an area that
 *      does not exist on that day nothing is missing: no observation.
 *  (3) Columns of different years ask the register of different days; trouble
 *      with the area is one finding a row and outcome, counting its cells.
 *  (4) The nearest word on the status stands: the row's, the number's own mark,
 *      the head's, the file's. Of an empty cell only a word that says why.
 *  (5) Numbers of the tidy format may have an exponent; elsewhere it is what a
 *      spreadsheet leaves of a long number, and lost digits are no figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "engine/model/message.h"
#include "importers/rows_state.h"
#include "importers/words.h"

enum figure_kind { FIGURE_VALUE, FIGURE_MISSING, FIGURE_PENDING, FIGURE_BAD };

struct figure {
    enum figure_kind kind;
    double value;
    enum status status;
    struct number number;
};

/* Trouble with the area, gathered over a row's cells. */
struct trouble {
    struct place_question question;
    unsigned count;
};

struct walk {
    struct rows *rows;
    struct row *row;
    struct trouble troubles[PLACE_NOT_LIVING + 1];
    bool noted; /* the row's repair */
};

static struct finding_place cell_place(const struct walk *walk, size_t column)
{
    const struct record *record = walk->row->record;
    return reading_place(walk->rows->reading, record->line, column,
                         record_cell(record, column));
}

static struct finding_place name_place(const struct walk *walk)
{
    const struct row *row = walk->row;
    return reading_place(walk->rows->reading, row->record->line,
                         row->name_column, row->name);
}

/* (1) A word of the column: a number, or a status. */
static bool read_word(const struct walk *walk, const struct column *column,
                      const char *cell, struct figure *out)
{
    struct arena *arena = walk->rows->reading->arena;
    if (column->by->values.count == 0)
        return false;
    struct arena_mark mark = arena_mark(arena);
    const char *code = words_in(&column->by->values, words_fold(arena, cell));
    arena_rewind(arena, mark);
    if (code == NULL)
        return false;
    out->kind = FIGURE_VALUE;
    out->status = STATUS_OK;
    if (!number_parse(code, &out->value)) {
        out->status = status_find(code);
        out->kind = FIGURE_MISSING;
    }
    return true;
}

static void read_number(const struct walk *walk, const struct column *column,
                        const char *cell, struct figure *out)
{
    struct number *number = &out->number;
    if (!number_scan(number, cell, walk->rows->reading->arena)) {
        bool tidy = column->by->field == COLUMN_VALUE &&
                    column->decimal == DECIMAL_POINT; /* (5) */
        bool read = tidy && number_parse(cell, &out->value);
        out->kind = read ? FIGURE_VALUE : FIGURE_BAD;
        out->value *= column->scale;
        out->status = STATUS_OK;
        return;
    }
    out->status = number->status;
    out->kind = FIGURE_PENDING;
    if (column->pending)
        return;
    out->value = number_value(number, column->decimal, column->scale);
    out->kind = has_value(out->value) ? FIGURE_VALUE : FIGURE_BAD;
}

static struct figure read_figure(const struct walk *walk, size_t at)
{
    const struct rows *rows = walk->rows;
    const struct column *column = &rows->columns->items[at];
    const char *cell = record_cell(walk->row->record, at);
    struct figure figure = { .kind = FIGURE_BAD,
                             .value = NO_VALUE,
                             .status = STATUS_OK };
    if (read_word(walk, column, cell, &figure))
        return figure;
    switch (words_missing(rows->reading, cell, &figure.status)) {
    case MARK_NONE:
        read_number(walk, column, cell, &figure);
        break;
    case MARK_UNKNOWN:
        finding_add(rows->reading->findings, FINDING_unknown_mark,
                    cell_place(walk, at), (char *)NULL);
        figure.kind = FIGURE_MISSING;
        break;
    case MARK_DECLARED:
    case MARK_USUAL:
        figure.kind = FIGURE_MISSING;
        break;
    }
    return figure;
}

/* A row that is provisional or a forecast says nothing of an empty cell. */
static bool says_why_empty(enum status row)
{
    return row == STATUS_ZERO || row == STATUS_NA || row == STATUS_SUPPRESSED ||
           row == STATUS_SUPPRESSED2;
}

/* (4); a sign for "none" is the number 0. */
static bool settle_status(const struct walk *walk, const struct column *column,
                          struct figure *figure)
{
    enum status row = walk->row->status;
    if (figure->kind == FIGURE_MISSING) {
        if (figure->status == STATUS_MISSING && says_why_empty(row))
            figure->status = row;
        if (figure->status == STATUS_ZERO) {
            figure->kind = FIGURE_VALUE;
            figure->value = 0;
        }
        return true;
    }
    if (row == STATUS_MISSING || row == STATUS_NA)
        return false; /* a number that the row calls missing */
    if (row != STATUS_COUNT && row != STATUS_OK)
        figure->status = row;
    else if (figure->status == STATUS_OK)
        figure->status =
            column->status != STATUS_OK ? column->status : walk->row->mark;
    return true;
}

static void reject(struct walk *walk)
{
    walk->rows->fates[walk->row->index] |= FATE_REJECTED;
}

static void refuse_cell(struct walk *walk, size_t at, enum finding_rule rule,
                        uint16_t dimension, const char *quantity)
{
    struct rows *rows = walk->rows;
    const struct codebook *book = &rows->reading->study->codebook;
    finding_add(rows->reading->findings, rule, cell_place(walk, at),
                "dimension", book->dimensions[dimension].id, "quantity",
                quantity, (char *)NULL);
    reject(walk);
}

/*
 * The quantity and the cell of codes. False: a finding says why not; but of a
 * split that the quantity cannot carry nothing is [missing].
 */
static bool settle_cell(struct walk *walk, size_t at, bool missing,
                        struct observation *observation)
{
    struct rows *rows = walk->rows;
    const struct codebook *book = &rows->reading->study->codebook;
    const struct column *column = &rows->columns->items[at];
    uint16_t index =
        column->quantity != NO_INDEX ? column->quantity : walk->row->quantity;
    const struct quantity *quantity = &book->quantities[index];
    observation->quantity = index;
    observation->cell = column->cell;
    struct picks picks = column->picks;
    const struct picks *own = &walk->row->picks;
    uint16_t refused = 0;
    if (own->count == 0 && column->quantity != NO_INDEX)
        return true;
    for (size_t i = 0; i < own->count; i++)
        if (!picks_add(&picks, own->dimension[i], own->code[i])) {
            if (!missing)
                refuse_cell(walk, at, FINDING_unknown_code, own->dimension[i],
                            quantity->id);
            return false;
        }
    observation->cell = 0;
    if (columns_cell(quantity, &picks, &observation->cell, &refused))
        return true;
    if (!missing)
        refuse_cell(walk, at, FINDING_dimension_refused, refused, quantity->id);
    return false;
}

/* (3) The area on the day of this figure. */
static bool settle_area(struct walk *walk, bool missing,
                        struct observation *observation)
{
    struct rows *rows = walk->rows;
    struct row *row = walk->row;
    struct reading *reading = rows->reading;
    if (!reading_has_register(reading)) {
        observation->area =
            symbol_intern(reading->into->written, row->name, strlen(row->name));
        return true;
    }
    if (row->fixed_area != NO_AREA) {
        /* The whole of a file is that of its own day. */
        observation->area = crosswalk_on_day(
            &reading->study->areas, &reading->study->crosswalk, row->fixed_area,
            places_day(reading, observation->period));
        return true;
    }
    struct place_question question =
        rows_question(rows, row, observation->period);
    struct place_answer *answer = rows_place(rows, &question);
    if (answer->outcome == PLACE_FOUND) {
        observation->area = answer->area;
        observation->published =
            row->published || rows_is_total(rows, answer->area);
        if (!walk->noted)
            places_note_repair(rows->reading, answer, name_place(walk));
        walk->noted = true;
        return true;
    }
    if (missing && answer->outcome == PLACE_NOT_LIVING)
        return false; /* (2) */
    struct trouble *trouble = &walk->troubles[answer->outcome];
    if (trouble->count++ == 0)
        trouble->question = question;
    return false;
}

static void refuse_number(struct walk *walk, size_t at)
{
    struct reading *reading = walk->rows->reading;
    const char *cell = record_cell(walk->row->record, at);
    const char *damage = number_damage(cell, reading->arena);
    if (damage == NULL)
        finding_add(reading->findings, FINDING_bad_number, cell_place(walk, at),
                    (char *)NULL);
    else
        finding_add(reading->findings, FINDING_damaged_number,
                    cell_place(walk, at), "reason",
                    message_text(&reading->study->messages, damage),
                    (char *)NULL);
    reject(walk);
}

static void add_pending(struct walk *walk, size_t at,
                        struct observation observation,
                        const struct figure *figure)
{
    struct rows *rows = walk->rows;
    grow(rows->pending, rows->pending_count, rows->pending_room);
    rows->pending[rows->pending_count++] =
        (struct pending){ walk->row->index, at, observation, figure->number };
}

static void read_cell(struct walk *walk, size_t at)
{
    struct rows *rows = walk->rows;
    const struct column *column = &rows->columns->items[at];
    const struct record *record = walk->row->record;
    if (column->refused) {
        if (record_cell(record, at)[0] != '\0')
            reject(walk);
        /* The finding about the column counts its numbers only. */
        if (column->mixed && read_figure(walk, at).kind == FIGURE_BAD &&
            !number_scan(&(struct number){ 0 }, record_cell(record, at),
                         rows->reading->arena))
            refuse_number(walk, at);
        return;
    }
    struct observation observation = { .published = walk->row->published,
                                       .source = rows->reading->source,
                                       .line = record->line,
                                       .column = (uint16_t)(at + 1) };
    observation.period =
        column->period != NO_PERIOD ? column->period : walk->row->period;
    if (rows_undated(rows, observation.period)) {
        if (record_cell(record, at)[0] != '\0')
            reject(walk);
        return;
    }
    struct figure figure = read_figure(walk, at);
    bool good =
        figure.kind != FIGURE_BAD && settle_status(walk, column, &figure);
    bool missing = figure.kind == FIGURE_MISSING;
    if (!good)
        refuse_number(walk, at);
    if (!good || !settle_cell(walk, at, missing, &observation) ||
        !settle_area(walk, missing, &observation))
        return;
    observation.value = figure.value;
    observation.state = figure.status;
    if (figure.kind == FIGURE_PENDING) {
        add_pending(walk, at, observation, &figure);
        return;
    }
    table_add(rows->reading->into, observation);
    rows->fates[walk->row->index] |= FATE_KEPT;
}

void rows_figures(struct rows *rows, struct row *row)
{
    struct walk walk = { .rows = rows, .row = row };
    for (size_t i = 0; i < rows->columns->count; i++)
        if (rows->columns->items[i].role == ROLE_FIGURE)
            read_cell(&walk, i);
    for (int outcome = PLACE_UNKNOWN; outcome <= PLACE_NOT_LIVING; outcome++) {
        struct trouble *trouble = &walk.troubles[outcome];
        if (trouble->count == 0)
            continue;
        places_report(rows->reading, rows_place(rows, &trouble->question),
                      trouble->question, name_place(&walk), trouble->count);
        rows->fates[row->index] |= FATE_REJECTED;
    }
}
