/*
 * axis.c - round ticks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/axis.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"

/* The smallest round step that is not far under [rough]. */
static double round_step(double rough)
{
    static const double steps[] = { 1, 2, 2.5, 5, 10 };
    rough *= .75;
    double power = pow(10, floor(log10(rough)));
    for (size_t i = 0; i < 4; i++)
        if (rough <= steps[i] * power * (1 + 1e-9))
            return steps[i] * power;
    return 10 * power;
}

/* Digits after the mark until [step] is whole. */
static unsigned step_decimals(double step)
{
    unsigned decimals = 0;
    while (decimals < 12 && fabs(step - rint(step)) > 1e-6 * step) {
        step *= 10;
        decimals++;
    }
    return decimals;
}

/* Beyond this nobody reads a chart, and differences may overflow. */
#define LARGEST 1e15
#define SMALLEST 1e-12
enum { MOST_TICKS = 100 };

static double clamped(double value)
{
    return fmin(fmax(value, -LARGEST), LARGEST);
}

/* Data that are all alike, or beyond what a double can part, get room. */
static void make_room(double *least, double *most)
{
    double size = fmax(fabs(*least), fabs(*most));
    if (*most - *least > fmax(size * 1e-9, SMALLEST))
        return;
    double half = size > SMALLEST ? size * .1 : 1;
    *least -= half;
    *most += half;
}

static double bounded_low(double low, const struct axis_wish *wish)
{
    if (has_value(wish->low_bound) && wish->least >= wish->low_bound)
        return fmax(low, wish->low_bound);
    return low;
}

static double bounded_high(double high, const struct axis_wish *wish)
{
    if (has_value(wish->high_bound) && wish->most <= wish->high_bound)
        return fmin(high, wish->high_bound);
    return high;
}

struct axis axis_values(struct axis_wish wish)
{
    wish.least = clamped(wish.least);
    wish.most = fmax(clamped(wish.most), wish.least);
    double least = wish.least, most = wish.most;
    if (wish.from_zero) {
        least = fmin(least, 0);
        most = fmax(most, 0);
    }
    make_room(&least, &most);
    least = bounded_low(least, &wish);
    most = bounded_high(most, &wish);
    double step = round_step((most - least) / (double)wish.ticks);
    struct axis axis = { .step = step, .decimals = step_decimals(step) };
    axis.low = bounded_low(floor(least / step + 1e-9) * step, &wish);
    axis.high = bounded_high(ceil(most / step - 1e-9) * step, &wish);
    axis.first = ceil(axis.low / step - 1e-9) * step;
    axis.ticks = 1;
    while (axis.ticks < MOST_TICKS &&
           axis_tick(&axis, axis.ticks) <= axis.high + step * 1e-6)
        axis.ticks++;
    return axis;
}

struct axis axis_years(double least, double most, size_t ticks)
{
    static const double steps[] = { 1, 2, 5, 10, 20, 50, 100 };
    struct axis axis = { .low = least, .high = most, .step = 1000 };
    for (size_t i = sizeof steps / sizeof steps[0]; i-- > 0;)
        if (floor(most / steps[i]) - ceil(least / steps[i]) + 1 <=
            (double)(ticks > 0 ? ticks : 1))
            axis.step = steps[i];
    axis.first = ceil(least / axis.step - 1e-9) * axis.step;
    /* No round year in sight: the first one shown. */
    if (axis.first > most + 1e-9) {
        axis.first = ceil(least - 1e-9);
        axis.step = 1000;
    }
    axis.ticks = 1;
    while (axis.ticks < MOST_TICKS &&
           axis_tick(&axis, axis.ticks) <= most + 1e-9)
        axis.ticks++;
    return axis;
}

double axis_tick(const struct axis *axis, size_t index)
{
    double value = axis->first + (double)index * axis->step;
    return fabs(value) < axis->step * 1e-9 ? 0 : value;
}

const char *axis_text(struct arena *arena, const struct axis *axis,
                      size_t index, const char *language)
{
    struct text text = text_new();
    number_add_local(&text, axis_tick(axis, index), axis->decimals, language);
    const char *copy = arena_copy(arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

const char *axis_year_text(struct arena *arena, const struct axis *axis,
                           size_t index)
{
    return arena_format(arena, "%.0f", axis_tick(axis, index));
}

double axis_place(const struct axis *axis, double value, double from, double to)
{
    return from + (value - axis->low) / (axis->high - axis->low) * (to - from);
}
