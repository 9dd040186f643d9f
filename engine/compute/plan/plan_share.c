/*
 * plan_share.c - divisor methods between bounds.
 *
 *  (1) A first x is found that gives about the total; Newton's step, and where
 *      it leads out of the bracket, its middle.
 *  (2) All units that this x has passed are given: they come before all others
 *      in the order. Those it passes by rounding alone are left for (3).
 *  (3) The units still missing are given in their order, those too many taken
 *      back in the reverse order, each from a heap.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/plan/plan_share.h"

#include <math.h>

#include "engine/base/arena.h"

enum { MOST_STEPS = 60 };

struct unit {
    double passed; /* the x at which the claim reaches it */
    double slope;
    size_t claim;
};

struct sharing {
    const struct share_claim *claims;
    size_t count;
    double signpost;
    double lows, most; /* the sum of the lows; the largest share beyond low */
    double *share;
    struct unit *heap;
    size_t heaped;
    int way; /* 1: the next unit comes first, -1: the last one */
};

/* Nobody gets more than all that there is. */
static double high_of(const struct sharing *s, const struct share_claim *c)
{
    return c->slope > 0 ? fmin(c->high, c->low + s->most) : c->low;
}

static double claim_at(const struct sharing *s, const struct share_claim *c,
                       double x)
{
    return fmin(fmax(c->start + c->slope * x, c->low), high_of(s, c));
}

/* The sum of all claims, and how fast it grows. */
static double sum_at(const struct sharing *s, double x, double *growth)
{
    double sum = 0, slopes = 0;

    for (size_t i = 0; i < s->count; i++) {
        const struct share_claim *c = &s->claims[i];
        double free = c->start + c->slope * x, high = high_of(s, c);
        if (free > c->low && free < high)
            slopes += c->slope;
        sum += fmin(fmax(free, c->low), high);
    }
    *growth = slopes;
    return sum;
}

/* (1) */
static double find_x(const struct sharing *s, double total)
{
    double below = (double)INFINITY, above = -(double)INFINITY, x;

    for (size_t i = 0; i < s->count; i++) {
        const struct share_claim *c = &s->claims[i];
        if (!(c->slope > 0))
            continue;
        below = fmin(below, (c->low - c->start) / c->slope);
        above = fmax(above, (high_of(s, c) - c->start) / c->slope);
    }
    if (!(below < above))
        return isfinite(below) ? below : 0;
    x = below + (above - below) / 2;
    for (int step = 0; step < MOST_STEPS; step++) {
        double growth, missing = total - sum_at(s, x, &growth);
        if (fabs(missing) <= 0.5)
            break;
        if (missing > 0)
            below = x;
        else
            above = x;
        x = growth > 0 ? x + missing / growth : below;
        if (!(x > below && x < above))
            x = below + (above - below) / 2;
    }
    return x;
}

/* --- the heap ------------------------------------------------------------ */

static int before(const struct sharing *s, const struct unit *a,
                  const struct unit *b)
{
    int order = (a->passed > b->passed) - (a->passed < b->passed);

    if (order == 0)
        order = (a->slope > b->slope) - (a->slope < b->slope);
    if (order == 0)
        order = (a->claim > b->claim) - (a->claim < b->claim);
    return order * s->way < 0;
}

static void sink(struct sharing *s, size_t at)
{
    struct unit moved = s->heap[at];

    for (size_t child = 2 * at + 1; child < s->heaped; child = 2 * at + 1) {
        if (child + 1 < s->heaped &&
            before(s, &s->heap[child + 1], &s->heap[child]))
            child++;
        if (!before(s, &s->heap[child], &moved))
            break;
        s->heap[at] = s->heap[child];
        at = child;
    }
    s->heap[at] = moved;
}

/* The unit to be given, or taken back, next; false when there is none. */
static int unit_of(const struct sharing *s, size_t i, struct unit *out)
{
    const struct share_claim *c = &s->claims[i];
    double last = s->share[i], unit = s->way > 0 ? last + 1 : last;

    if (s->way > 0 ? last >= high_of(s, c) : last <= c->low)
        return 0;
    *out = (struct unit){ (unit - 1 + s->signpost - c->start) / c->slope,
                          c->slope, i };
    return 1;
}

/* (3) */
static double settle(struct sharing *s, double sum, double total)
{
    s->way = sum < total ? 1 : -1;
    for (size_t i = 0; i < s->count; i++)
        s->heaped += (size_t)unit_of(s, i, &s->heap[s->heaped]);
    for (size_t i = s->heaped / 2; i-- > 0;)
        sink(s, i);
    while (s->heaped > 0 && (s->way > 0 ? sum < total : sum > total)) {
        size_t i = s->heap[0].claim;
        s->share[i] += s->way;
        sum += s->way;
        if (!unit_of(s, i, &s->heap[0]))
            s->heap[0] = s->heap[--s->heaped];
        sink(s, 0);
    }
    return sum;
}

/* (2) */
static double give_passed(struct sharing *s, double x)
{
    static const double ROUNDING = 1e-9;
    double sum = 0;

    for (size_t i = 0; i < s->count; i++) {
        const struct share_claim *c = &s->claims[i];
        double claim = claim_at(s, c, x);
        double slack = ROUNDING * fmax(1, fabs(claim));
        s->share[i] = fmax(c->low, floor(claim + 1 - s->signpost - slack));
        s->share[i] = fmin(s->share[i], high_of(s, c));
        sum += s->share[i];
    }
    return sum;
}

double plan_share(double share[], const struct share_claim claims[],
                  size_t count, double total, double signpost,
                  struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    struct sharing s = {
        .claims = claims, .count = count, .signpost = signpost, .share = share
    };
    double sum;

    for (size_t i = 0; i < count; i++)
        s.lows += claims[i].low;
    s.most = fmax(0, ceil(total - s.lows));
    s.heap = arena_array(scratch, count + 1, struct unit);
    sum = give_passed(&s, find_x(&s, fmax(total, s.lows)));
    if (fabs(sum - total) > 0.25)
        sum = settle(&s, sum, total);
    arena_rewind(scratch, mark);
    return sum;
}
