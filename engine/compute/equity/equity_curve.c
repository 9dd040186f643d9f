/*
 * equity_curve.c - points of curves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/equity/equity_curve.h"

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/equity/weighted.h"

/* The areas of a curve in parallel arrays. */
struct holdings {
    double *key, *value, *weight;
    size_t count;
};

/* The whole text is a plain number. */
static double attribute_number(const struct areas *areas, uint32_t area,
                               const char *attribute)
{
    double value = NO_VALUE;
    return number_parse(area_attribute(areas, area, attribute), &value)
               ? value
               : NO_VALUE;
}

static void take_area(struct holdings *h, const struct result *r,
                      const struct equity_curve_request *request,
                      const struct study *study)
{
    bool share = study->catalogue.items[r->indicator].kind == KIND_PROPORTION;
    if (!has_value(r->value) || r->status == STATUS_INVALID ||
        r->status == STATUS_SUPPRESSED || r->status == STATUS_SUPPRESSED2 ||
        !(r->numerator >= 0) || !(r->denominator > 0) ||
        (share && r->numerator > r->denominator))
        return;
    double value = r->numerator / r->denominator, key = value;
    if (request->attribute != NULL) /* most of it first */
        key = -attribute_number(&study->areas, r->area, request->attribute);
    if (!has_value(key))
        return;
    h->key[h->count] = key;
    h->value[h->count] = value;
    h->weight[h->count++] = r->denominator;
}

static struct holdings holdings_of(const struct results *results,
                                   const struct equity_curve_request *request,
                                   const struct study *study,
                                   struct arena *arena)
{
    size_t areas = study->areas.count;
    struct holdings h = { .key = arena_array(arena, areas, double),
                          .value = arena_array(arena, areas, double),
                          .weight = arena_array(arena, areas, double) };

    for (uint32_t a = 0; a < areas; a++) {
        if (study->areas.items[a].tier != request->tier)
            continue;
        const struct result *r = results_find(results, request->indicator, a,
                                              request->period, WHOLE);
        if (r != NULL)
            take_area(&h, r, request, study);
    }
    return h;
}

/* Points between equal keys go: the order among them means nothing. */
static size_t pass_at_once(struct equity_curve *curve, const struct holdings *h,
                           const uint32_t order[])
{
    size_t kept = 1;

    for (size_t k = 0; k < h->count; k++) {
        bool last =
            k + 1 == h->count || h->key[order[k + 1]] > h->key[order[k]];
        if (!last)
            continue;
        curve->base[kept] = curve->base[k + 1];
        curve->total[kept++] = curve->total[k + 1];
    }
    return kept;
}

static double index_of(const struct equity_curve *curve)
{
    double surface = 0;

    for (size_t i = 1; i < curve->count; i++)
        surface += (curve->base[i] - curve->base[i - 1]) *
                   (curve->total[i] + curve->total[i - 1]);
    return 1 - surface;
}

bool equity_curve(struct equity_curves *into, const struct results *results,
                  const struct equity_curve_request *request,
                  const struct study *study, struct arena *keep)
{
    struct holdings h = holdings_of(results, request, study, keep);
    uint32_t *order = arena_array(keep, h.count, uint32_t);
    struct equity_curve curve = {
        .indicator = request->indicator,
        .period = request->period,
        .tier = (int)request->tier,
        .attribute = request->attribute,
        .base = arena_array(keep, h.count + 1, double),
        .total = arena_array(keep, h.count + 1, double),
    };

    if (h.count < 2)
        return false;
    weighted_order(order, h.key, h.count);
    curve.count = weighted_lorenz(curve.base, curve.total, h.value, h.weight,
                                  order, h.count);
    if (curve.count == 0)
        return false;
    if (request->attribute != NULL)
        curve.count = pass_at_once(&curve, &h, order);
    curve.index = index_of(&curve);
    *equity_curves_add(into) = curve;
    return true;
}

/* Does it tell the areas apart, by numbers alone? */
bool equity_curve_orders(const struct study *study, enum tier tier,
                         const char *attribute)
{
    double least = HUGE_VAL, most = -HUGE_VAL;

    for (uint32_t a = 0; a < study->areas.count; a++) {
        const char *text = area_attribute(&study->areas, a, attribute);
        double value = attribute_number(&study->areas, a, attribute);
        if (study->areas.items[a].tier != tier || *text == '\0')
            continue;
        if (!has_value(value))
            return false;
        least = value < least ? value : least;
        most = value > most ? value : most;
    }
    return most > least;
}

const char *equity_curve_attribute(const struct study *study, enum tier tier)
{
    const struct areas *areas = &study->areas;

    for (size_t i = 0; i < areas->attribute_count; i++)
        if (equity_curve_orders(study, tier, areas->attribute_names[i]))
            return areas->attribute_names[i];
    return NULL;
}
