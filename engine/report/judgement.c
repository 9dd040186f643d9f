/*
 * judgement.c - a result against its target, in words.
 *
 *  (1) A due target is met or not met, or with so much probability.
 *  (2) A target that lies ahead is reached early, or there is a way to go; the
 *      same for a milestone, which is no target that anybody set.
 *  (3) What cannot be judged says why. A target that counts provinces is said
 *      for one of them by what it asks for: does it hold the standard?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/judgement.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/standard_words.h"
#include "engine/report/views.h"

char *judgement_assigned(const struct report_input *input,
                         const struct target *target)
{
    const struct indicator *indicator =
        input_indicator(input, target->indicator);
    bool counted = strcmp(target->unit, "persons") == 0 ||
                   strcmp(target->unit, "count") == 0;
    if (counted && indicator->denominator != NULL)
        return say_count(input, target->value);
    return say_amount(input, indicator, target->value,
                      target_decimals(indicator, target->value));
}

/* In the indicator's unit where it can be. */
static char *assigned(const struct report_input *input,
                      const struct result *result, const struct target *target)
{
    const struct indicator *indicator =
        input_indicator(input, result->indicator);
    double value = view_assigned(input, result);
    if (!has_value(value))
        return judgement_assigned(input, target);
    return say_amount(input, indicator, value,
                      target_decimals(indicator, value));
}

/* The point between two targets: plain, unless that would hide the gap. */
static char *milestone(const struct report_input *input,
                       const struct result *result)
{
    const struct indicator *indicator =
        input_indicator(input, result->indicator);
    unsigned decimals = result_decimals(input, result);
    if (decimals == indicator_decimals(indicator))
        decimals = target_decimals(indicator, result->target);
    return say_amount(input, indicator, result->target, decimals);
}

/* (3) */
static const char *unjudged(const struct result *result)
{
    const char *note = result->note == NULL ? "" : result->note;
    if (strcmp(note, "target.class") == 0)
        return "sentence.target_class";
    if (result->status == STATUS_INVALID)
        return "sentence.target_invalid";
    return "sentence.target_other_unit";
}

static const char *ahead(const struct report_input *input,
                         const struct result *result)
{
    bool more = view_short(input, result);
    if (view_is_milestone(input, result))
        return more ? "sentence.milestone_ahead" : "sentence.milestone_reached";
    return more ? "sentence.target_ahead" : "sentence.target_passed";
}

static const char *sentence_id(const struct report_input *input,
                               const struct result *result)
{
    switch (result->verdict) {
    case VERDICT_MET:
        return "sentence.target_met";
    case VERDICT_NOT_MET:
        return "sentence.target_not_met";
    case VERDICT_LIKELY_MET:
        return "sentence.target_likely_met";
    case VERDICT_LIKELY_NOT_MET:
        return "sentence.target_likely_not_met";
    case VERDICT_UNCERTAIN:
        return "sentence.target_uncertain";
    case VERDICT_NOT_ASSESSABLE:
        return unjudged(result);
    case VERDICT_NONE:
    case VERDICT_COUNT:
        break;
    }
    return has_value(result->gap) ? ahead(input, result) : NULL;
}

/* The area's own outcome by the standard that the indicator counts, or NULL. */
static const struct standard_outcome *
own_status(const struct report_input *input, const struct result *result)
{
    const struct standards *all = &input->study->standards;
    bool other_unit =
        result->note != NULL && strcmp(result->note, "target.unit") == 0;
    for (size_t i = 0; other_unit && i < all->count; i++)
        if (all->items[i].holders == result->indicator &&
            input->standards != NULL)
            return standard_outcome_find(input->standards, i, result->area,
                                         result->period);
    return NULL;
}

static char *say_own_status(const struct report_input *input,
                            const struct result *result,
                            const struct target *target,
                            const struct standard_outcome *status)
{
    char id[48];
    struct text name = text_new();
    snprintf(id, sizeof id, "outcome.%s", outcome_names[status->outcome]);
    standard_name_add(&name, input->study, status->level);
    char *sentence = say(input, "sentence.target_own_status", "target",
                         assigned(input, result, target), "period",
                         say_when(input, target->period), "outcome",
                         say(input, id, NULL), "standard", name.bytes, NULL);
    text_free(&name);
    return sentence;
}

char *judgement_sentence(const struct report_input *input,
                         const struct result *result)
{
    const struct indicator *indicator =
        input_indicator(input, result->indicator);
    const struct target *target = view_target(input, result);
    const char *id = sentence_id(input, result);
    unsigned decimals = result_decimals(input, result);
    if (id == NULL)
        return NULL;
    if (target == NULL) /* it depends on a class that is not known */
        return say(input, id, NULL);
    const struct standard_outcome *status = own_status(input, result);
    if (status != NULL)
        return say_own_status(input, result, target, status);
    return say(input, id, "target", assigned(input, result, target), "period",
               say_when(input, target->period), "gap",
               say_distance(input, indicator, result->gap, decimals),
               "milestone", milestone(input, result), "year",
               say_when(input, result->period), "probability",
               say_number(input, 100 * result->probability, 0), NULL);
}

char *judgement_target(const struct report_input *input,
                       const struct result *result)
{
    const struct indicator *indicator =
        input_indicator(input, result->indicator);
    const struct target *target = view_target(input, result);
    double value = view_assigned(input, result);
    if (target == NULL)
        return arena_string(input->arena, "");
    return say(input, "table.target_by", "value",
               has_value(value)
                   ? say_number(input, value, target_decimals(indicator, value))
                   : assigned(input, result, target),
               "period", say_when(input, target->period), NULL);
}

char *judgement_words(const struct report_input *input,
                      const struct result *result)
{
    char id[48];
    if (result->verdict != VERDICT_NONE) { /* (1) */
        snprintf(id, sizeof id, "verdict.%s", verdict_names[result->verdict]);
        return say(input, id, NULL);
    }
    if (view_target(input, result) == NULL || !has_value(result->gap))
        return arena_string(input->arena, "");
    /* (2) */
    const char *gap =
        say_number(input, result->gap < 0 ? -result->gap : result->gap,
                   result_decimals(input, result));
    bool between = view_is_milestone(input, result);
    if (!view_short(input, result))
        return say(input,
                   between ? "table.milestone_reached" : "table.target_passed",
                   NULL);
    return say(input, between ? "table.milestone_ahead" : "table.target_ahead",
               "gap", gap, "milestone", milestone(input, result), NULL);
}
