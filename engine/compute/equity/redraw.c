/*
 * redraw.c - figures as they might have come out.
 *
 *  (5) A count of little variance is found in the table of its distribution
 *      function, exactly; from a variance of 25 on by the expansion of Cornish
 *      and Fisher (Rev Inst Int Stat 5 (1938) 307) to the fourth cumulant,
 *      rounded, with Sheppard's correction for the rounding: it then differs
 *      from the exact count by one in few draws of a hundred, and by more in
 *      none that tests have seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/equity/redraw.h"

#include <math.h>
#include <stdint.h>

#include "engine/base/arena.h"

/* (5) */
static const double TABLE_BELOW = 25;
/* Probabilities below this part of the largest are left out of a table. */
static const double NEGLIGIBLE = 1e-12;
/* Adding and taking away rounds to a whole number. */
static const double ROUNDER = 6755399441055744.0; /* 1.5 x 2^52 */

struct figure {
    /* the count: a table, or a cubic in the normal number */
    const double *reached; /* the distribution function; NULL = the cubic */
    const uint32_t *guide; /* where to begin to look, by its share */
    uint32_t entries;
    double first;
    double cubic[4];
    double most;       /* the largest count */
    double base, step; /* value = base + step x count */
};

struct redraw {
    size_t count;
    bool whole; /* counts; else the cubic is the value */
    double low, high;
    struct figure *figures;
};

/* A count's distribution: binomial of [n] at [q], or Poisson (n = 0). */
struct counting {
    double n, q, mean, variance;
};

static double log_probability(const struct counting *c, double k)
{
    if (c->n > 0)
        return lgamma(c->n + 1) - lgamma(k + 1) - lgamma(c->n - k + 1) +
               k * log(c->q) + (c->n - k) * log1p(-c->q);
    return k * log(c->mean) - c->mean - lgamma(k + 1);
}

/* The probability of k + 1 over that of k. */
static double growth(const struct counting *c, double k)
{
    if (c->n > 0)
        return (c->n - k) / (k + 1) * (c->q / (1 - c->q));
    return c->mean / (k + 1);
}

static void fill_table(struct figure *f, const struct counting *c,
                       struct arena *arena)
{
    enum { MOST = 256 };
    double below[MOST], above[MOST], reached = 0, total = 0;
    double mode = floor(c->n > 0 ? (c->n + 1) * c->q : c->mean);
    double peak = exp(log_probability(c, mode)), p = peak;
    size_t down = 0, up = 0;
    double *table;
    uint32_t *guide;

    for (double k = mode; k > 0 && down < MOST && p > NEGLIGIBLE * peak; k--)
        below[down++] = p /= growth(c, k - 1);
    p = peak;
    for (double k = mode;
         (c->n > 0 ? k < c->n : true) && up < MOST && p > NEGLIGIBLE * peak;
         k++)
        above[up++] = p *= growth(c, k);
    f->entries = (uint32_t)(down + 1 + up);
    f->first = mode - (double)down;
    f->reached = table = arena_array(arena, f->entries, double);
    f->guide = guide = arena_array(arena, f->entries, uint32_t);
    for (size_t k = 0; k < f->entries; k++) {
        total += k < down    ? below[down - 1 - k]
                 : k == down ? peak
                             : above[k - down - 1];
        table[k] = total;
    }
    for (size_t k = 0, g = 0; k < f->entries; k++) {
        reached = table[k] /= total;
        for (; g < f->entries && (double)g < reached * f->entries; g++)
            guide[g] = (uint32_t)k;
    }
    table[f->entries - 1] = 2; /* above every number there is */
}

/* (5) Quantile: s (z + g1 (z^2-1)/6 + g2 (z^3-3z)/24 - g1^2 (2z^3-5z)/36). */
static void fill_cubic(struct figure *f, const struct counting *c)
{
    bool binomial = c->n > 0;
    double v = c->variance - 1.0 / 12;
    double third = binomial ? c->variance * (1 - 2 * c->q) : c->variance;
    double fourth =
        binomial ? c->variance * (1 - 6 * c->q * (1 - c->q)) : c->variance;
    double s = sqrt(v), g1 = third / (v * s);
    double g2 = (fourth + 1.0 / 120) / (v * v);

    f->cubic[0] = c->mean - s * g1 / 6;
    f->cubic[1] = s * (1 - g2 / 8 + 5 * g1 * g1 / 36);
    f->cubic[2] = s * g1 / 6;
    f->cubic[3] = s * (g2 / 24 - g1 * g1 / 18);
}

static void fill_counts(struct figure *f, const struct counting *c,
                        struct arena *arena)
{
    f->most = c->n > 0 ? c->n : HUGE_VAL;
    if (!(c->variance > 0))
        f->cubic[0] = c->mean;
    else if (c->variance < TABLE_BELOW)
        fill_table(f, c, arena);
    else
        fill_cubic(f, c);
}

/* (1) */
static void plan_count(struct figure *f, const struct chance *chance,
                       double truth, double n, struct arena *arena)
{
    bool clustered = chance->noise == NOISE_CLUSTERED;
    double effect = clustered ? chance->design_effect : 1;
    double persons = fmax(1, round(n / effect));
    double stretch = sqrt(persons * effect / n);
    double q = truth / chance->scale;
    struct counting c;

    if (chance->noise == NOISE_POISSON) {
        c = (struct counting){ 0, 0, n * q, n * q };
        f->step = chance->scale / n;
    } else {
        q = fmin(fmax(q, 0), 1);
        c = (struct counting){ persons, q, persons * q, persons * q * (1 - q) };
        f->step = chance->scale * stretch / persons;
        f->base = truth * (1 - stretch);
    }
    fill_counts(f, &c, arena);
}

static bool is_counted(const struct chance *chance)
{
    return chance->base &&
           (chance->noise == NOISE_BINOMIAL || chance->noise == NOISE_POISSON ||
            chance->noise == NOISE_CLUSTERED);
}

struct redraw *redraw_plan(const struct chance *chance, const double truth[],
                           size_t count, struct arena *arena)
{
    struct redraw *plan = arena_new_of(arena, struct redraw);

    *plan =
        (struct redraw){ .count = count,
                         .whole = is_counted(chance),
                         .low = chance->low,
                         .high = chance->high,
                         .figures = arena_array(arena, count, struct figure) };
    for (size_t i = 0; i < count; i++) {
        struct figure *f = &plan->figures[i];
        if (plan->whole) {
            plan_count(f, chance, truth[i], chance->base[i], arena);
        } else {
            f->cubic[0] = truth[i];
            f->cubic[1] = chance->sigma[i];
        }
    }
    return plan;
}

static void look_up(const struct figure *f, const double even[], double out[])
{
    for (size_t d = 0; d < REDRAW_PIECE; d++) {
        uint32_t k = f->guide[(uint32_t)(even[d] * f->entries)];
        while (f->reached[k] < even[d])
            k++;
        out[d] = f->first + k;
    }
}

static void work_out(const struct figure *f, const double z[], double out[])
{
    double a = f->cubic[0], b = f->cubic[1], c = f->cubic[2], e = f->cubic[3];

#pragma omp simd
    for (size_t d = 0; d < REDRAW_PIECE; d++)
        out[d] = a + z[d] * (b + z[d] * (c + z[d] * e));
}

static void round_off(const struct figure *f, double count[])
{
    double most = f->most;

#pragma omp simd
    for (size_t d = 0; d < REDRAW_PIECE; d++) {
        double k = (count[d] + ROUNDER) - ROUNDER;
        k = k > 0 ? k : 0;
        count[d] = k < most ? k : most;
    }
}

static void into_unit(const struct redraw *plan, const struct figure *f,
                      double drawn[])
{
    double base = plan->whole ? f->base : 0, step = plan->whole ? f->step : 1;
    double low = plan->low, high = plan->high;

#pragma omp simd
    for (size_t d = 0; d < REDRAW_PIECE; d++) {
        double value = base + step * drawn[d];
        value = value > low ? value : low;
        drawn[d] = value < high ? value : high;
    }
}

void redraw_values(const struct redraw *plan, const double even[],
                   const double normal[], double values[])
{
    double drawn[REDRAW_PIECE];

    for (size_t i = 0; i < plan->count; i++) {
        const struct figure *f = &plan->figures[i];
        if (f->reached) {
            look_up(f, even + i * REDRAW_PIECE, drawn);
        } else {
            work_out(f, normal + i * REDRAW_PIECE, drawn);
            if (plan->whole)
                round_off(f, drawn);
        }
        into_unit(plan, f, drawn);
        for (size_t d = 0; d < REDRAW_PIECE; d++)
            values[d * plan->count + i] = drawn[d];
    }
}
