/*
 * draw_trends.c - so many trends drawn into a folder in one run, and how long
 * that took: draw_trends COUNT FOLDER prints seconds.
 *
 * The scripts are kept beside the pictures when KEEP is set: the rival draws
 * from them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "charts/chart.h"
#include "engine/base/fault.h"
#include "tests/laws/charts/samples.h"

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int count, char **words)
{
    long charts = count == 3 ? strtol(words[1], NULL, 10) : 0;
    if (charts < 1 || charts > 100000)
        return 2;
    struct arena *arena = arena_new();
    struct chart_spec *specs =
        arena_array(arena, (size_t)charts, struct chart_spec);
    for (long i = 0; i < charts; i++) {
        specs[i] = sample_trend(arena, 2010, 6 + (size_t)i % 9);
        specs[i].name = arena_format(arena, "trend-%03ld", i);
    }
    struct chart_options options = { .folder = words[2],
                                     .keep_scripts = getenv("KEEP") != NULL };
    struct fault fault = { 0 };
    double begin = now();
    bool drawn = charts_draw(specs, (size_t)charts, &options, &fault);
    if (drawn)
        printf("%.4f\n", now() - begin);
    else
        fprintf(stderr, "%s %s\n", fault.message, fault.where);
    arena_free(arena);
    return drawn ? 0 : 1;
}
