/*
 * drawn_together.c - how often is it right what is said of the change between
 * two years?
 *
 *     drawn_together [RUNS]         500 unless told otherwise
 *
 * Areas have true shares; in each run both years are drawn anew as persons of
 * them, and the limits of the change of the spread are asked whether they hold
 * the true one, and whether they have 0 outside. Where nothing moved that is a
 * false claim. A line a case: areas, persons each (the first year, the second),
 * shape, true spreads; the share of limits that hold, of claims "closer" and
 * "apart", the mean width in points; the same for convergence, with how often
 * it is given at all, and for the plain regression how often it finds that low
 * areas gained more. Prints the worst of each, and judges nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "engine/base/number.h"
#include "engine/compute/even/even_spread.h"

enum { AREAS_MOST = 242 };

enum shape { EQUAL, GRADIENT, ONE_LOW, TWO_HEAPS, SHAPES };
static const char *const shape_names[SHAPES] = { "equal", "gradient", "one low",
                                                 "two heaps" };

struct trial {
    size_t areas;
    unsigned persons[2];
    enum shape shape;
    double spread[2]; /* true, as shares */
    double base;
};

struct tally {
    double hold, closer, apart, width;
    double given, converge_hold, converge_found, plain_found;
};

/* Distances of mean 0 and mean square 1. */
static void shape_of(double u[], size_t count, enum shape shape)
{
    double mean = 0, square = 0;

    for (size_t i = 0; i < count; i++) {
        u[i] = shape == GRADIENT    ? (double)i
               : shape == ONE_LOW   ? -(double)(i == 0)
               : shape == TWO_HEAPS ? (double)(i % 2)
                                    : 0;
        mean += u[i] / (double)count;
    }
    for (size_t i = 0; i < count; i++)
        square += (u[i] - mean) * (u[i] - mean) / (double)count;
    for (size_t i = 0; i < count; i++)
        u[i] = square > 0 ? (u[i] - mean) / sqrt(square) : 0;
}

struct year {
    double value[AREAS_MOST], sigma[AREAS_MOST], weight[AREAS_MOST];
};

static void draw_year(struct year *year, const struct trial *t, const double u[],
                      int which, gsl_rng *stream)
{
    unsigned n = t->persons[which];

    for (size_t i = 0; i < t->areas; i++) {
        double p = fmin(fmax(t->base + t->spread[which] * u[i], 0), 1);
        unsigned x = gsl_ran_binomial(stream, p, n);
        double q = (x + 1.0) / (n + 2.0);
        year->value[i] = 100.0 * x / n;
        year->sigma[i] = 100 * sqrt(q * (1 - q) / n);
        year->weight[i] = n;
    }
}

/* Of the regression of the gain on the start, as it is usually made. */
static int plain_finds(const struct year *a, const struct year *b, size_t count)
{
    double mx = 0, my = 0, xx = 0, xy = 0, left = 0;

    for (size_t i = 0; i < count; i++) {
        mx += a->value[i] / (double)count;
        my += (b->value[i] - a->value[i]) / (double)count;
    }
    for (size_t i = 0; i < count; i++) {
        double x = a->value[i] - mx, y = b->value[i] - a->value[i] - my;
        xx += x * x;
        xy += x * y;
    }
    for (size_t i = 0; i < count; i++) {
        double e = b->value[i] - a->value[i] - my - xy / xx * (a->value[i] - mx);
        left += e * e;
    }
    return xy / xx < -1.96 * sqrt(left / ((double)count - 2) / xx);
}

static void try_once(struct tally *out, const struct trial *t, const double u[],
                     gsl_rng *stream)
{
    static struct year year[2];
    struct even_spread spread[2], change;
    double truth = 100 * (t->spread[1] - t->spread[0]);

    for (int k = 0; k < 2; k++) {
        draw_year(&year[k], t, u, k, stream);
        spread[k] = even_spread_of(year[k].value, year[k].weight, year[k].sigma,
                                   t->areas, 0.95);
    }
    change = even_spread_change(&spread[0], &spread[1]);
    out->hold += change.lower <= truth + 1e-9 && truth <= change.upper + 1e-9;
    out->closer += change.upper < 0;
    out->apart += change.lower > 0;
    out->width += change.upper - change.lower;

    struct even_years years = { year[0].value, year[1].value, year[0].weight,
                                year[0].sigma, year[1].sigma, t->areas };
    struct even_convergence c = even_converge(&years, 0.95);
    double slope = t->spread[0] > 0 ? t->spread[1] / t->spread[0] - 1 : 0;
    out->plain_found += plain_finds(&year[0], &year[1], t->areas);
    if (!has_value(c.value))
        return;
    out->given++;
    out->converge_hold += c.lower <= slope && slope <= c.upper;
    out->converge_found += c.upper < 0;
}

static struct tally try_all(const struct trial *t, unsigned runs,
                            gsl_rng *stream)
{
    double u[AREAS_MOST];
    struct tally sum = { 0 };

    shape_of(u, t->areas, t->shape);
    for (unsigned i = 0; i < runs; i++)
        try_once(&sum, t, u, stream);
    double given = fmax(sum.given, 1);
    sum.converge_hold /= given;
    sum.converge_found /= given;
    sum.hold /= runs;
    sum.closer /= runs;
    sum.apart /= runs;
    sum.width /= runs;
    sum.given /= runs;
    sum.plain_found /= runs;
    return sum;
}

static void print_line(const struct trial *t, const struct tally *s)
{
    printf("%3zu  %5u %5u  %-9s  %.2f  %4.1f %4.1f   %.3f  %.3f  %.3f  %5.2f"
           "   %.2f  %.3f  %.3f  %.3f\n",
           t->areas, t->persons[0], t->persons[1], shape_names[t->shape],
           t->base, 100 * t->spread[0], 100 * t->spread[1], s->hold, s->closer,
           s->apart, s->width, s->given, s->converge_hold, s->converge_found,
           s->plain_found);
}

/* Of the cases where nothing moved, and of all. */
struct worst {
    double hold, claim, converge_hold, converge_found;
};

static void keep_worst(struct worst *w, const struct trial *t,
                       const struct tally *s)
{
    w->hold = fmin(w->hold, s->hold);
    if (s->given > 0.2)
        w->converge_hold = fmin(w->converge_hold, s->converge_hold);
    if (fabs(t->spread[0] - t->spread[1]) > 0)
        return;
    w->claim = fmax(w->claim, fmax(s->closer, s->apart));
    if (s->given > 0.2)
        w->converge_found = fmax(w->converge_found, s->converge_found);
}

int main(int argc, char **argv)
{
    static const size_t areas[] = { 5, 8, 13, 104, 242 };
    static const unsigned persons[][2] = {
        { 60, 60 }, { 60, 240 }, { 400, 400 }, { 70000, 70000 }
    };
    static const double spreads[][2] = { { .06, .06 }, { .06, .03 },
                                         { .06, 0 },   { .03, .06 } };
    unsigned runs = argc > 1 ? (unsigned)atoi(argv[1]) : 500;
    gsl_rng *stream = gsl_rng_alloc(gsl_rng_mt19937);
    struct worst worst = { 1, 0, 1, 0 };

    gsl_rng_set(stream, 7);
    puts("areas  persons    shape      base  spreads    holds closer  apart"
         "  width  given  holds  found  plain");
    for (size_t a = 0; a < sizeof areas / sizeof *areas; a++)
        for (size_t n = 0; n < sizeof persons / sizeof *persons; n++)
            for (int s = 0; s < SHAPES; s++)
                for (size_t k = 0; k < (s == EQUAL ? 1 : 4); k++) {
                    struct trial t = { areas[a],
                                       { persons[n][0], persons[n][1] },
                                       (enum shape)s,
                                       { spreads[k][0], spreads[k][1] },
                                       .75 };
                    if (s == ONE_LOW && areas[a] > 13)
                        continue; /* a lone area would have to lie below 0 */
                    if (s == EQUAL)
                        t.spread[0] = t.spread[1] = 0;
                    struct tally tally = try_all(&t, runs, stream);
                    print_line(&t, &tally);
                    keep_worst(&worst, &t, &tally);
                }
    printf("worst: limits hold %.3f; a change claimed where nothing moved %.3f;"
           " convergence holds %.3f, found where nothing moved %.3f\n",
           worst.hold, worst.claim, worst.converge_hold, worst.converge_found);
    gsl_rng_free(stream);
    return 0;
}
