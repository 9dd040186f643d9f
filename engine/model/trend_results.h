/*
 * trend_results.h - which way a series goes, and where it may go next.
 *
 * A trend is one line for one indicator, area and breakdown: its latest
 * stretch of comparable years, from the last break up to the last usable
 * figure. Years without a figure are gaps, not zeros; the slope is per year of
 * the calendar. All numbers are in the indicator's unit; what there is no
 * basis for is NO_VALUE, or NO_PERIOD.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_TREND_RESULTS_H
#define HOCTAP_MODEL_TREND_RESULTS_H

#include <stddef.h>
#include <stdint.h>

#include "engine/base/period.h"
#include "engine/model/results.h"

struct arena;

/* How it was asked whether the series moves at all. */
enum trend_test {
    TREND_TEST_NONE, /* too few years */
    TREND_MANN_KENDALL,
    TREND_COCHRAN_ARMITAGE, /* proportions with noise */
    TREND_LOG_LINEAR,       /* rates with noise */
    TREND_WEIGHTED_LINEAR,  /* values with a standard error each */
    TREND_YEARLY_CHANGES,   /* stocks */
    TREND_TEST_COUNT
};
extern const char *const trend_test_names[TREND_TEST_COUNT];

enum direction {
    DIRECTION_TOO_SHORT, /* fewer than four comparable years */
    DIRECTION_UNCLEAR,
    DIRECTION_STEADY,
    DIRECTION_RISING,
    DIRECTION_FALLING,
    DIRECTION_COUNT
};
extern const char *const direction_names[DIRECTION_COUNT];

struct trend {
    uint16_t indicator;
    uint32_t area;
    struct breakdown breakdown;
    period from, to;
    unsigned count; /* years with a usable figure in the stretch */
    double slope, slope_lower, slope_upper; /* per year */
    enum trend_test test;
    double p_value;
    enum direction direction;
    period forecast_period;
    double forecast, forecast_lower, forecast_upper;
    const char *note; /* a message id, or NULL */
};

struct trends {
    struct trend *items;
    size_t count, room;
};
/* Freed with the arena. */
struct trends *trends_new(struct arena *arena);
struct trend *trends_add(struct trends *list); /* all absent */

#endif
