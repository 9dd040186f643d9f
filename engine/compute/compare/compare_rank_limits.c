/*
 * compare_rank_limits.c - between which places an area may stand.
 *
 *  (1) Every true value is normal around its mean with its error. Were the
 *      area's own value t, each other area is better with a chance of its own,
 *      and the rank is 1 + how many are. The rank's distribution is the average
 *      over t, by the trapezoid rule, which is very exact under a bell. Nothing
 *      is drawn: the limits need no seed and no threads.
 *  (2) The number of better ones is a sum of unlike chances. Up to 64 areas its
 *      distribution is built up exactly, one area after another.
 *  (3) Beyond, it is the normal curve of that sum's mean and variance. Both are
 *      smooth in t: they are worked out once, at points as dense as the areas
 *      stand, and read off between them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_randist.h>
#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/compare/compare_parts.h"
#include "engine/compute/equity/weighted.h"

enum { POINTS = 51, EXACT_UP_TO = 64, TABLE = 256, OFFERS = 5 };

/* Further out than this many deviations the bell is 0 or 1 to fifteen digits.
 */
static const double OUTER = 8;
/* The points of the trapezoid rule lie so many deviations apart, around 0. */
static const double STEP = 0.2;

struct field {
    const double *mean, *error;
    size_t count;
    double point[POINTS], share[POINTS]; /* of the area's own value, (1) */
    /* (3) at t[k]: how many are better, on average, and its variance */
    double t[TABLE], better[TABLE], variance[TABLE];
};

/* The distribution of one area's rank. */
struct standing_of {
    double reached[EXACT_UP_TO + 1]; /* (2) the chance of rank r or better */
    double better[POINTS], deviation[POINTS]; /* (3) */
    bool exact;
};

static double bell(double z)
{
    if (fabs(z) > OUTER)
        return z > 0 ? 1 : 0;
    return 0.5 * erfc(-z * M_SQRT1_2);
}

static double chance_better(const struct field *f, size_t other, double t)
{
    return bell((f->mean[other] - t) / f->error[other]);
}

/* (2) Adds what one point of the area's own value says. */
static void add_exact(double reached[], const struct field *f, size_t own,
                      double t, double share)
{
    double chance[EXACT_UP_TO + 1] = { 1 }, sum = 0;
    size_t others = 0;

    for (size_t k = 0; k < f->count; k++) {
        double p = chance_better(f, k, t);
        if (k == own)
            continue;
        others++;
        for (size_t n = others; n > 0; n--)
            chance[n] += p * (chance[n - 1] - chance[n]);
        chance[0] *= 1 - p;
    }
    for (size_t n = 0; n <= others; n++) {
        sum += chance[n];
        reached[n + 1] += share * sum;
    }
}

/* (3) Every area offers some places where its value may lie. Of all of them in
 * order a selection is taken, closer together towards both ends: there a place
 * more or less is what people look at. */
static void choose_table(struct field *f, struct arena *scratch)
{
    size_t count = OFFERS * f->count;
    double *offer = arena_array(scratch, count, double);
    uint32_t *order = arena_array(scratch, count, uint32_t);

    for (size_t i = 0; i < f->count; i++)
        for (size_t k = 0; k < OFFERS; k++)
            offer[OFFERS * i + k] =
                f->mean[i] + f->error[i] * 1.25 * ((double)k - OFFERS / 2);
    weighted_order(order, offer, count);
    for (size_t k = 0; k < TABLE; k++) {
        double share = (1 - cos(M_PI * (double)k / (TABLE - 1))) / 2;
        f->t[k] = offer[order[(size_t)(share * (double)(count - 1))]];
    }
}

static void fill_table(struct field *f, struct arena *scratch)
{
    choose_table(f, scratch);
    for (size_t k = 0; k < TABLE; k++)
        for (size_t i = 0; i < f->count; i++) {
            double p = chance_better(f, i, f->t[k]);
            f->better[k] += p;
            f->variance[k] += p * (1 - p);
        }
}

/* (3) What one point of the area's own value says, itself left out. */
static void read_table(struct standing_of *s, size_t point,
                       const struct field *f, size_t own, double t)
{
    size_t low = 0, high = TABLE - 1;
    double share, p = chance_better(f, own, t), variance;

    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        *(f->t[middle] <= t ? &low : &high) = middle;
    }
    share =
        f->t[high] > f->t[low] ? (t - f->t[low]) / (f->t[high] - f->t[low]) : 0;
    share = fmin(fmax(share, 0), 1);
    s->better[point] =
        f->better[low] + share * (f->better[high] - f->better[low]) - p;
    variance =
        f->variance[low] + share * (f->variance[high] - f->variance[low]);
    s->deviation[point] = sqrt(fmax(variance - p * (1 - p), 1e-9));
}

static void place_area(struct standing_of *s, const struct field *f, size_t own)
{
    memset(s, 0, sizeof *s);
    s->exact = f->count <= EXACT_UP_TO;
    for (size_t k = 0; k < POINTS; k++) {
        double t = f->mean[own] + f->error[own] * f->point[k];
        if (s->exact)
            add_exact(s->reached, f, own, t, f->share[k]);
        else
            read_table(s, k, f, own, t);
    }
}

/* The chance of that rank or a better one. */
static double chance_of(const struct standing_of *s, const struct field *f,
                        size_t rank)
{
    double sum = 0;

    if (s->exact)
        return s->reached[rank];
    for (size_t k = 0; k < POINTS; k++)
        sum += f->share[k] *
               bell(((double)rank - 0.5 - s->better[k]) / s->deviation[k]);
    return sum;
}

/* The best rank that is reached with that chance. */
static unsigned rank_at(const struct standing_of *s, const struct field *f,
                        double chance)
{
    size_t low = 0, high = f->count;

    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        *(chance_of(s, f, middle) < chance ? &low : &high) = middle;
    }
    return (unsigned)high;
}

void compare_rank_limits(unsigned lower[], unsigned upper[],
                         const double mean[], const double error[],
                         size_t count, double confidence, struct arena *scratch)
{
    struct field *f = arena_new_of(scratch, struct field);
    struct standing_of s;

    *f = (struct field){ .mean = mean, .error = error, .count = count };
    for (size_t k = 0; k < POINTS; k++) {
        f->point[k] = STEP * ((double)k - POINTS / 2);
        f->share[k] = STEP * gsl_ran_ugaussian_pdf(f->point[k]);
    }
    if (count > EXACT_UP_TO)
        fill_table(f, scratch);
    for (size_t i = 0; i < count; i++) {
        place_area(&s, f, i);
        lower[i] = rank_at(&s, f, (1 - confidence) / 2);
        upper[i] = rank_at(&s, f, (1 + confidence) / 2);
    }
}
