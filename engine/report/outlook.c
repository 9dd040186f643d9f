/*
 * outlook.c - how a target stands.
 *
 *  (1) A milestone reached is no target met.
 *  (2) A pace needs a trend that ends in the report's period and has limits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/outlook.h"

#include "engine/base/number.h"
#include "engine/report/views.h"

struct pace {
    double wanted;       /* per year, from now on */
    double lower, upper; /* limits of that made so far */
    const struct trend *trend;
};

/* (2) */
static bool find_pace(struct pace *pace, const struct report_input *input,
                      const struct result *result)
{
    const struct target *target = view_target(input, result);
    const struct trend *trend = view_trend(input, result->indicator);
    double assigned = view_assigned(input, result);
    if (target == NULL || trend == NULL || !has_value(assigned) ||
        trend->to != result->period || !has_value(trend->slope_lower) ||
        !has_value(trend->slope_upper))
        return false;
    int years = period_year(target->period) - period_year(result->period);
    if (years <= 0 || !view_behind(input, result))
        return false;
    *pace = (struct pace){ .wanted = (assigned - result->value) / years,
                           .lower = trend->slope_lower,
                           .upper = trend->slope_upper,
                           .trend = trend };
    return true;
}

static enum outlook ahead(const struct report_input *input,
                          const struct result *result)
{
    struct pace pace;
    if (!view_is_milestone(input, result) && !view_short(input, result))
        return OUTLOOK_MET; /* (1) */
    if (!find_pace(&pace, input, result))
        return OUTLOOK_OPEN;
    bool up = pace.wanted > 0;
    if (up ? pace.lower >= pace.wanted : pace.upper <= pace.wanted)
        return OUTLOOK_LIKELY;
    if (up ? pace.upper < pace.wanted : pace.lower > pace.wanted)
        return OUTLOOK_AT_RISK;
    return OUTLOOK_OPEN;
}

enum outlook outlook_of(const struct report_input *input,
                        const struct result *result)
{
    if (!has_value(result->gap))
        return OUTLOOK_NONE;
    switch (result->verdict) {
    case VERDICT_NONE:
        return ahead(input, result);
    case VERDICT_MET:
        return OUTLOOK_MET;
    case VERDICT_NOT_MET:
        return OUTLOOK_MISSED;
    case VERDICT_LIKELY_MET:
        return OUTLOOK_LIKELY;
    case VERDICT_UNCERTAIN:
        return OUTLOOK_OPEN;
    case VERDICT_LIKELY_NOT_MET:
        return OUTLOOK_AT_RISK;
    case VERDICT_NOT_ASSESSABLE:
    case VERDICT_COUNT:
        break;
    }
    return OUTLOOK_NONE;
}

char *outlook_pace(const struct report_input *input,
                   const struct result *result)
{
    const struct indicator *indicator =
        input_indicator(input, result->indicator);
    struct pace pace;
    if (result->verdict != VERDICT_NONE || !find_pace(&pace, input, result))
        return NULL;
    return say(input, "summary.pace", "wanted",
               say_signed(input, indicator, pace.wanted), "from",
               say_period(input, pace.trend->from), "to",
               say_period(input, pace.trend->to), "lower",
               say_signed(input, indicator, pace.lower), "upper",
               say_signed(input, indicator, pace.upper), NULL);
}
