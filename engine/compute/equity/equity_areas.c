/*
 * equity_areas.c - the measures over the areas of a tier, or over the parts of
 * one area.
 *
 *  (1) Areas with an attribute that is no number have no order, and are left
 *      out of an ordered table as any row without one.
 *  (2) A dimension has an order when each of its codes has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/equity/equity.h"
#include "engine/model/study.h"

/* One indicator in one scope. */
struct survey {
    const struct results *from;
    uint16_t indicator;
    const struct equity_scope *scope;
    const struct study *study;
};

static bool wanted(const struct survey *s, const struct result *r)
{
    if (r->indicator != s->indicator ||
        r->breakdown.dimension != s->scope->dimension)
        return false;
    return s->scope->dimension != NO_INDEX
               ? r->area == s->scope->root
               : s->study->areas.items[r->area].tier == s->scope->tier;
}

/* (1) */
static double order_of_area(const struct survey *s, uint32_t area)
{
    const char *name = s->scope->order_by;
    bool rising = name && name[0] == '-';
    double number;

    if (!name || !number_parse(area_attribute(&s->study->areas, area,
                                              rising ? name + 1 : name),
                               &number))
        return NO_VALUE;
    return rising ? number : -number;
}

/* (2) */
static double order_of_code(const struct survey *s, uint16_t code)
{
    const struct dimension *d =
        &s->study->codebook.dimensions[s->scope->dimension];
    double own = NO_VALUE, number;

    for (size_t i = 0; i < d->count; i++) {
        const char *word = code_attribute_find(&d->codes[i], "order");
        if (!word || !number_parse(word, &number))
            return NO_VALUE;
        if (i == code)
            own = number;
    }
    return own;
}

static struct equity_row row_of(const struct survey *s, const struct result *r)
{
    bool parts = s->scope->dimension != NO_INDEX;
    struct equity_row row = { .numerator = NO_VALUE,
                              .denominator = NO_VALUE,
                              .estimate = NO_VALUE,
                              .population = NO_VALUE,
                              .se = NO_VALUE };

    row.order =
        parts ? order_of_code(s, r->breakdown.code) : order_of_area(s, r->area);
    if (!has_value(r->value) || r->status == STATUS_INVALID)
        return row;
    if (has_value(r->denominator)) {
        row.numerator = r->numerator;
        row.denominator = r->denominator;
    } else {
        row.estimate = r->value;
        row.population = 1;
    }
    return row;
}

/* The code of the area above, when not all have the same; else NULL. */
static const char *group_of(const struct survey *s, uint32_t area)
{
    uint32_t above = s->study->areas.items[area].parent;

    return above != NO_AREA ? s->study->areas.items[above].code : NULL;
}

static void drop_single_group(struct equity_row rows[], size_t count)
{
    bool several = false;

    for (size_t i = 1; i < count; i++)
        several = several || !rows[i].group || !rows[0].group ||
                  strcmp(rows[i].group, rows[0].group) != 0;
    for (size_t i = 0; i < count && !several; i++)
        rows[i].group = NULL;
}

static int by_period(const void *left, const void *right)
{
    period l = *(const period *)left, r = *(const period *)right;

    return (l > r) - (l < r);
}

/* The periods in which something has a value, sorted. */
static size_t periods_of(period out[], const struct survey *s)
{
    size_t count = 0, kept = 0;

    for (size_t i = 0; i < s->from->count; i++)
        if (wanted(s, &s->from->items[i]) && has_value(s->from->items[i].value))
            out[count++] = s->from->items[i].period;
    qsort(out, count, sizeof *out, by_period);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || out[kept - 1] != out[i])
            out[kept++] = out[i];
    return kept;
}

static bool is_drawn(const struct equity_scope *scope, period p)
{
    for (size_t i = 0; i < scope->drawn_count; i++)
        if (scope->drawn[i] == p)
            return true;
    return scope->drawn_count == 0;
}

static struct equity_request request_of(const struct survey *s, period p)
{
    const struct indicator *in = &s->study->catalogue.items[s->indicator];
    struct equity_request request = *s->scope->settings;

    request.kind = in->kind;
    request.scale = in->scale;
    request.better = in->better;
    request.noise = indicator_chance(in);
    request.design_effect = in->design_effect;
    request.unweighted = !in->denominator;
    if (!is_drawn(s->scope, p))
        request.draws = 0;
    return request;
}

static void measure_period(struct equity_results *into, const struct survey *s,
                           period p, struct arena *scratch)
{
    const struct results *from = s->from;
    struct equity_row *rows =
        arena_array(scratch, from->count, struct equity_row);
    struct equity_request request = request_of(s, p);
    size_t count = 0, first = into->count;

    for (size_t i = 0; i < from->count; i++) {
        const struct result *r = &from->items[i];
        if (r->period != p || !wanted(s, r))
            continue;
        rows[count] = row_of(s, r);
        if (s->scope->dimension == NO_INDEX)
            rows[count].group = group_of(s, r->area);
        count++;
    }
    drop_single_group(rows, count);
    equity_table(into, rows, count, &request, scratch);
    for (size_t i = first; i < into->count; i++) {
        struct equity_result *row = &into->items[i];
        row->indicator = s->indicator;
        row->period = p;
        row->dimension = s->scope->dimension;
        row->ordered_by = s->scope->order_by;
        row->tier = s->scope->dimension == NO_INDEX
                        ? (int)s->scope->tier
                        : (int)s->study->areas.items[s->scope->root].tier;
    }
}

void equity_compute(struct equity_results *into, const struct results *from,
                    uint16_t indicator, const struct equity_scope *scope,
                    const struct study *study, struct arena *scratch)
{
    struct survey s = { from, indicator, scope, study };
    struct arena_mark mark = arena_mark(scratch), each;
    period *periods = arena_array(scratch, from->count, period);
    size_t count = periods_of(periods, &s);

    for (size_t i = 0; i < count; i++) {
        each = arena_mark(scratch);
        measure_period(into, &s, periods[i], scratch);
        arena_rewind(scratch, each);
    }
    arena_rewind(scratch, mark);
}
