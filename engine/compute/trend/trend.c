/*
 * trend.c - one series; the numbers are those of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/trend/trend.h"

#include "engine/base/number.h"
#include "engine/compute/decide.h"
#include "engine/compute/trend/trend_walk.h"

static const double LEVEL = 0.05;

double trend_time(const struct trend_point *point)
{
    return period_year(point->period);
}

bool trend_is_flat(const struct trend_point points[], size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (trend_order(points[0].value, points[i].value) != 0)
            return false;
    return true;
}

/* --- the test and the slope (1) (2) ----------------------------------------
 */

static bool is_stock(const struct trend_rule *rule)
{
    enum noise noise = rule->indicator->noise;

    return rule->stock && (noise == NOISE_NONE || noise == NOISE_PROCESS);
}

static struct trend_verdict
test_series(struct trend *line, const struct trend_point points[], size_t count,
            const struct trend_rule *rule, struct trend_tables *tables)
{
    struct trend_scatter scatter;

    if (is_stock(rule)) {
        struct trend_walk walk =
            trend_walk_plain(points, count, rule->indicator);
        line->test = TREND_YEARLY_CHANGES;
        return trend_walk_test(&walk);
    }
    line->test = trend_weighted_test(points, count, rule->indicator);
    if (line->test == TREND_MANN_KENDALL)
        return trend_kendall(points, count, tables);
    return trend_weighted(&scatter, points, count, line->test, rule->indicator,
                          tables);
}

static struct trend_slope slope_of(const struct trend_point points[],
                                   size_t count, const struct trend_rule *rule,
                                   struct trend_tables *tables)
{
    struct trend_walk walk;

    if (!is_stock(rule) || count < TREND_LEAST)
        return trend_sen(points, count, tables);
    walk = trend_walk_plain(points, count, rule->indicator);
    return trend_walk_slope(&walk, tables);
}

/* --- the word (3) ----------------------------------------------------------
 */

static bool stays_inside(double change, double material)
{
    return has_value(change) && !decide_is_material(change, material);
}

static enum direction direction_of(const struct trend *line,
                                   struct trend_verdict verdict,
                                   double material)
{
    double years = period_year(line->to) - period_year(line->from);
    double change = line->slope * years;

    if (verdict.p_value < LEVEL && change * verdict.sign > 0 &&
        decide_is_material(change, material))
        return change > 0 ? DIRECTION_RISING : DIRECTION_FALLING;
    if (stays_inside(line->slope_lower * years, material) &&
        stays_inside(line->slope_upper * years, material))
        return DIRECTION_STEADY;
    return DIRECTION_UNCLEAR;
}

/* --- the forecast (4) ------------------------------------------------------
 */

static void forecast(struct trend *line, const struct trend_point points[],
                     size_t count, const struct trend_rule *rule, period ahead,
                     struct trend_tables *tables)
{
    struct trend_walk walk;
    struct trend_reach reach;

    if (ahead == NO_PERIOD)
        ahead = period_shift(line->to, 1);
    if (ahead == NO_PERIOD || period_year(ahead) <= period_year(line->to)) {
        line->note = "trend.not_ahead";
        return;
    }
    walk = trend_walk_of(points, count, rule);
    reach = trend_walk_at(&walk, period_year(ahead), tables);
    line->forecast_period = ahead;
    line->forecast = reach.value;
    line->forecast_lower = reach.lower;
    line->forecast_upper = reach.upper;
    if (!has_value(reach.lower))
        line->note = "trend.no_scatter";
}

void trend_judge(struct trend *line, const struct trend_point points[],
                 size_t count, const struct trend_rule *rule, period ahead,
                 struct trend_tables *tables)
{
    struct trend_verdict verdict;
    struct trend_slope slope;

    line->count = (unsigned)count;
    line->note = count > 0 ? "trend.too_short" : "trend.no_figures";
    line->direction = DIRECTION_TOO_SHORT;
    if (count == 0)
        return;
    line->from = points[0].period;
    line->to = points[count - 1].period;
    slope = slope_of(points, count, rule, tables);
    line->slope = slope.slope;
    line->slope_lower = slope.lower;
    line->slope_upper = slope.upper;
    if (count < TREND_LEAST)
        return;
    verdict = test_series(line, points, count, rule, tables);
    line->p_value = verdict.p_value;
    line->direction = direction_of(line, verdict, rule->indicator->material);
    line->note = line->test == TREND_MANN_KENDALL && count == TREND_LEAST &&
                         line->direction == DIRECTION_UNCLEAR
                     ? "trend.four_years"
                     : NULL;
    forecast(line, points, count, rule, ahead, tables);
}
