/*
 * equity_areas.c - the measures over the areas of a tier.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/compute/equity.h"
#include "engine/model/study.h"

/* The results that are measured: one indicator, the whole, one tier. */
static bool wanted(const struct result *r, uint16_t indicator, enum tier tier,
                   const struct study *study)
{
    return r->indicator == indicator && r->breakdown.dimension == NO_INDEX &&
           study->areas.items[r->area].tier == tier;
}

static struct equity_row row_of(const struct result *r)
{
    struct equity_row row = { .numerator = NO_VALUE,
                              .denominator = NO_VALUE,
                              .estimate = NO_VALUE,
                              .population = NO_VALUE,
                              .se = NO_VALUE,
                              .order = NO_VALUE };

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

static int by_period(const void *left, const void *right)
{
    period l = *(const period *)left, r = *(const period *)right;

    return (l > r) - (l < r);
}

/* The periods in which some area has a value, sorted. */
static size_t periods_of(period out[], const struct results *from,
                         uint16_t indicator, enum tier tier,
                         const struct study *study)
{
    size_t count = 0, kept = 0;

    for (size_t i = 0; i < from->count; i++)
        if (wanted(&from->items[i], indicator, tier, study) &&
            has_value(from->items[i].value))
            out[count++] = from->items[i].period;
    qsort(out, count, sizeof *out, by_period);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || out[kept - 1] != out[i])
            out[kept++] = out[i];
    return kept;
}

static void measure_period(struct equity_results *into,
                           const struct results *from, uint16_t indicator,
                           enum tier tier, period p, const struct study *study,
                           struct arena *scratch)
{
    const struct indicator *in = &study->catalogue.items[indicator];
    struct equity_row *rows =
        arena_array(scratch, from->count, struct equity_row);
    struct equity_request request = equity_request_plain();
    size_t count = 0, first = into->count;

    for (size_t i = 0; i < from->count; i++)
        if (from->items[i].period == p &&
            wanted(&from->items[i], indicator, tier, study))
            rows[count++] = row_of(&from->items[i]);
    request.kind = in->kind;
    request.scale = in->scale;
    request.better = in->better;
    request.noise = indicator_chance(in);
    request.design_effect = in->design_effect;
    request.unweighted = !in->denominator;
    equity_table(into, rows, count, &request, scratch);
    for (size_t i = first; i < into->count; i++) {
        into->items[i].indicator = indicator;
        into->items[i].period = p;
        into->items[i].tier = (int)tier;
    }
}

void equity_compute(struct equity_results *into, const struct results *from,
                    uint16_t indicator, enum tier tier,
                    const struct study *study, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch), each;
    period *periods = arena_array(scratch, from->count, period);
    size_t count = periods_of(periods, from, indicator, tier, study);

    for (size_t i = 0; i < count; i++) {
        each = arena_mark(scratch);
        measure_period(into, from, indicator, tier, periods[i], study, scratch);
        arena_rewind(scratch, each);
    }
    arena_rewind(scratch, mark);
}
