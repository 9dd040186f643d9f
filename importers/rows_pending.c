/*
 * rows_pending.c - columns whose numbers can be read in two ways.
 *
 *  (1) Where the file prints a total of the same thing, the sum of its parts is
 *      taken under both readings. A column is decided when all its totals hold
 *      under one reading and not under the other. (Where every cell is of the
 *      form 1.234 the sums hold under both, and nothing is decided.)
 *  (2) Read with decimals each part may be rounded in its third place; read
 *      with thousands the sum is exact.
 *  (3) An undecided column is one finding; its cells are rejected. Where all
 *      of them stand in rows refused before, nothing is left to say.
 *  (4) A column is decided from its own cells alone, laid out side by side: a
 *      sheet may have thousands of columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "importers/rows_state.h"

/*
 * Compares no more totals than this: enough to decide by. Nor does it look for
 * the parts of totals without end.
 */
enum { MOST_TOTALS = 64, MOST_LOOKS = 1024 };

/* (4) The cells of one column that stand in two readings, in their order. */
struct cells {
    const struct pending **items;
    size_t count;
};

/* Counts the cells of each column, then deals them out. */
static struct cells *cells_by_column(const struct rows *rows)
{
    struct arena *arena = rows->reading->arena;
    const struct pending **all =
        arena_array(arena, rows->pending_count, const struct pending *);
    struct cells *cells =
        arena_array(arena, rows->columns->count, struct cells);
    for (size_t i = 0; i < rows->pending_count; i++)
        cells[rows->pending[i].column].count++;
    for (size_t i = 0; i < rows->columns->count; i++) {
        cells[i].items = all;
        all += cells[i].count;
        cells[i].count = 0;
    }
    for (size_t i = 0; i < rows->pending_count; i++) {
        struct cells *column = &cells[rows->pending[i].column];
        column->items[column->count++] = &rows->pending[i];
    }
    return cells;
}

static bool is_part_of(const struct rows *rows, const struct pending *part,
                       const struct pending *total)
{
    const struct observation *p = &part->observation;
    const struct observation *t = &total->observation;
    if (p->published || p->period != t->period || p->quantity != t->quantity ||
        p->cell != t->cell)
        return false;
    return !reading_has_register(rows->reading) ||
           (p->area != t->area &&
            area_is_in(&rows->reading->study->areas, p->area, t->area));
}

/* (1), (2) */
static bool holds(const struct rows *rows, const struct cells *cells,
                  const struct pending *total, enum decimal decimal,
                  bool *parts_found)
{
    double sum = 0, value = number_value(&total->number, decimal, 1);
    size_t parts = 0;
    bool decimals = false;
    for (size_t i = 0; i < cells->count; i++) {
        const struct pending *part = cells->items[i];
        if (!is_part_of(rows, part, total))
            continue;
        double read = number_value(&part->number, decimal, 1);
        decimals = decimals || fabs(read - round(read)) > 0;
        sum += read;
        parts++;
    }
    *parts_found = parts > 0;
    double slack = decimals ? 0.0005 * (double)(parts + 1) : 0;
    return fabs(sum - value) <= slack + 1e-9 * fabs(value);
}

static enum decimal by_totals(const struct rows *rows,
                              const struct cells *cells)
{
    bool comma = true, point = true;
    size_t compared = 0, looks = 0;
    for (size_t i = 0; i < cells->count && compared < MOST_TOTALS; i++) {
        const struct pending *total = cells->items[i];
        bool parts;
        if (!total->observation.published)
            continue;
        if (++looks > MOST_LOOKS)
            break;
        bool as_comma = holds(rows, cells, total, DECIMAL_COMMA, &parts);
        if (!parts)
            continue;
        comma = comma && as_comma;
        point = point && holds(rows, cells, total, DECIMAL_POINT, &parts);
        compared++;
    }
    if (compared == 0 || comma == point)
        return DECIMAL_AUTO;
    return comma ? DECIMAL_COMMA : DECIMAL_POINT;
}

/* (3) */
static void refuse_open(struct rows *rows, size_t at, size_t count)
{
    struct reading *reading = rows->reading;
    const struct number_vote *vote = &rows->columns->items[at].vote;
    enum number_shape shape = vote->counts[NUMBER_OPEN_POINT] > 0
                                  ? NUMBER_OPEN_POINT
                                  : NUMBER_OPEN_COMMA;
    struct text comma = text_new(), point = text_new();
    struct number number;
    (void)number_scan(&number, vote->cells[shape], reading->arena);
    number_add_exact(&comma, number_value(&number, DECIMAL_COMMA, 1));
    number_add_exact(&point, number_value(&number, DECIMAL_POINT, 1));
    finding_add(
        reading->findings, FINDING_ambiguous_numbers,
        reading_place(reading, vote->lines[shape], at, vote->cells[shape]),
        "comma", comma.bytes, "point", point.bytes, (char *)NULL)
        ->count = (unsigned)count;
    text_free(&comma);
    text_free(&point);
}

static void settle_cell(struct rows *rows, const struct pending *pending)
{
    const struct column *column = &rows->columns->items[pending->column];
    struct observation observation = pending->observation;
    observation.value =
        number_value(&pending->number, column->decimal, column->scale);
    if (column->decimal == DECIMAL_AUTO || !has_value(observation.value)) {
        rows->fates[pending->row] |= FATE_REJECTED;
        return;
    }
    table_add(rows->reading->into, observation);
    rows->fates[pending->row] |= FATE_KEPT;
}

void rows_decide(struct rows *rows)
{
    const struct cells *cells = cells_by_column(rows);
    for (size_t i = 0; i < rows->columns->count; i++) {
        struct column *column = &rows->columns->items[i];
        if (!column->pending || cells[i].count == 0)
            continue;
        column->decimal = by_totals(rows, &cells[i]);
        if (column->decimal == DECIMAL_AUTO)
            refuse_open(rows, i, cells[i].count);
    }
    for (size_t i = 0; i < rows->pending_count; i++)
        settle_cell(rows, &rows->pending[i]);
}
