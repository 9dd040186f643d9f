/*
 * classes.c - round bounds where they serve, else quantiles.
 *
 * All is done in units of the last printed digit, where values are whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/classes.h"

#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"

enum { MANY_AREAS = 20 };

/* Values in units, ascending; bounds: the first unit of each class but the
 * lowest. */
struct cutting {
    const double *units;
    size_t count;
    double bounds[CHART_CLASSES];
    size_t classes;
};

static double units_of(double value, unsigned decimals)
{
    return round(value * pow(10, decimals));
}

static int rising(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static size_t class_of(const struct cutting *cutting, double unit)
{
    size_t class = 0;
    while (class + 1 < cutting->classes && unit >= cutting->bounds[class])
        class ++;
    return class;
}

static size_t different(const double *units, size_t count)
{
    size_t kinds = count > 0;
    for (size_t i = 1; i < count; i++)
        kinds += units[i] > units[i - 1];
    return kinds;
}

/* (1) The share of the variance between classes; -1 where the classes do not
 * tell the areas apart. */
static double fit(const struct cutting *cutting)
{
    double sum[CHART_CLASSES] = { 0 }, all = 0, within = 0, total = 0;
    size_t held[CHART_CLASSES] = { 0 };
    for (size_t i = 0; i < cutting->count; i++) {
        size_t class = class_of(cutting, cutting->units[i]);
        sum[class] += cutting->units[i];
        held[class]++;
        all += cutting->units[i];
    }
    for (size_t c = 0; c < cutting->classes; c++)
        if (held[c] == 0 || held[c] * 2 > cutting->count)
            return -1;
    for (size_t i = 0; i < cutting->count; i++) {
        size_t class = class_of(cutting, cutting->units[i]);
        double away = cutting->units[i] - sum[class] / (double)held[class];
        double apart = cutting->units[i] - all / (double)cutting->count;
        within += away * away;
        total += apart * apart;
    }
    return total > 0 ? 1 - within / total : -1;
}

/* Bounds at the multiples of a step between the extremes. False: too many. */
static bool cut_by_step(struct cutting *cutting, double step)
{
    double low = cutting->units[0], high = cutting->units[cutting->count - 1];
    double first = (floor(low / step) + 1) * step;
    cutting->classes = 1;
    for (double bound = first; bound <= high; bound += step) {
        if (cutting->classes == CHART_CLASSES)
            return false;
        cutting->bounds[cutting->classes - 1] = bound;
        cutting->classes++;
    }
    return true;
}

/* (1) False when no round bounds serve. */
static bool cut_round(struct cutting *cutting, size_t least)
{
    static const double steps[] = { 1, 2, 2.5, 5 };
    double range = cutting->units[cutting->count - 1] - cutting->units[0];
    double best = 0;
    struct cutting tried = *cutting;
    for (double power = 1; power <= range; power *= 10)
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
            double step = steps[i] * power;
            if (step > floor(step) || !cut_by_step(&tried, step) ||
                tried.classes < least)
                continue;
            double now = fit(&tried);
            if (now <= best)
                continue;
            best = now;
            *cutting = tried;
        }
    return best > 0;
}

/* (2) */
static void cut_evenly(struct cutting *cutting, size_t wish)
{
    double before = cutting->units[0];
    cutting->classes = 1;
    for (size_t c = 1; c < wish; c++) {
        size_t at = cutting->count * c / wish;
        while (at < cutting->count && cutting->units[at] <= before)
            at++;
        if (at == cutting->count)
            return;
        before = cutting->units[at];
        cutting->bounds[cutting->classes - 1] = before;
        cutting->classes++;
    }
}

/* Ranges that meet, from the lowest value to the highest. */
static void say_ranges(struct classes *classes, const struct cutting *cutting,
                       unsigned decimals)
{
    double scale = pow(10, decimals);
    classes->count = cutting->classes;
    for (size_t c = 0; c < cutting->classes; c++) {
        bool last = c + 1 == cutting->classes;
        double low = c == 0 ? cutting->units[0] : cutting->bounds[c - 1];
        double high =
            last ? cutting->units[cutting->count - 1] : cutting->bounds[c] - 1;
        classes->low[c] = low / scale;
        classes->high[c] = high / scale;
    }
    for (size_t i = 0; i < cutting->count; i++)
        classes->held[class_of(cutting, cutting->units[i])]++;
}

struct classes classes_make(const double values[], size_t count,
                            unsigned decimals, struct arena *scratch)
{
    struct classes classes = { 0 };
    double *units = arena_array(scratch, count + 1, double);
    for (size_t i = 0; i < count; i++)
        units[i] = units_of(values[i], decimals);
    if (count == 0)
        return classes;
    qsort(units, count, sizeof *units, rising);
    struct cutting cutting = { .units = units, .count = count };
    size_t kinds = different(units, count);
    size_t least = CHART_CLASSES - 1, most = CHART_CLASSES;
    if (!cut_round(&cutting, kinds < least ? kinds : least)) {
        size_t wish = count < MANY_AREAS ? least : most;
        cut_evenly(&cutting, kinds < wish ? kinds : wish);
    }
    say_ranges(&classes, &cutting, decimals);
    return classes;
}

size_t classes_find(const struct classes *classes, double value,
                    unsigned decimals)
{
    size_t class = 0;
    double unit = units_of(value, decimals);
    while (class + 1 < classes->count &&
           unit >= units_of(classes->low[class + 1], decimals))
        class ++;
    return class;
}
