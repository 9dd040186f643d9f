/*
 * narrative.c - sentences from results.
 *
 *  (1) A change smaller than the material difference is "about the same".
 *  (2) Across a break nothing is compared; the sentence says why.
 *  (3) Areas are named only by their standing, never by rank alone.
 *  (4) A change over fewer areas than the value says so: the reader who
 *      subtracts must not find another number.
 *  (5) A trend is said only where all of its interval goes one way, or is too
 *      small to matter.
 *  (6) An invalid figure is printed, named as such, and kept out of the gap.
 *  (7) A change of a figure with noise that its limits do not bear out has not
 *      risen or fallen.
 *  (8) The public is told how many areas stand out, not which; the tables have
 *      the figures of each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/narrative.h"

#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/evenness_words.h"
#include "engine/report/judgement.h"
#include "engine/report/views.h"

enum { AREAS_NAMED = 4 };

/* --- the root ---------------------------------------------------------------
 */

static char *said_base(const struct report_input *input,
                       const struct result *result)
{
    if (input_indicator(input, result->indicator)->kind != KIND_PROPORTION ||
        !has_value(result->denominator))
        return NULL;
    return say(input, "sentence.base", "numerator",
               say_count(input, result->numerator), "denominator",
               say_count(input, result->denominator), NULL);
}

static char *said_interval(const struct report_input *input,
                           const struct result *result)
{
    const struct indicator *indicator =
        input_indicator(input, result->indicator);
    if (!has_value(result->lower) || !has_value(result->upper))
        return NULL;
    return say(input, "sentence.interval", "lower",
               say_value(input, indicator, result->lower), "upper",
               say_short(input, indicator, result->upper,
                         indicator_decimals(indicator)),
               NULL);
}

/* " (381.123/580.980; số liệu sơ bộ)": what stands behind the value. */
static char *said_details(const struct report_input *input,
                          const struct result *result)
{
    const char *status = say_status(input, result->status);
    char *pieces[] = {
        said_base(input, result),
        said_interval(input, result),
        status == NULL ? NULL : arena_string(input->arena, status),
        NULL,
    };
    if (result->expected > 0 && result->reported < result->expected)
        pieces[3] = say(input, "sentence.incomplete", "reported",
                        say_whole(input, result->reported), "expected",
                        say_whole(input, result->expected), NULL);
    char *details = say_joined(input, pieces, 4, "; ");
    return details == NULL ? arena_string(input->arena, "")
                           : arena_format(input->arena, " (%s)", details);
}

/* (2) Was there a value the year before? */
static const struct result *year_before(const struct report_input *input,
                                        const struct result *result)
{
    const struct result *before =
        results_find(input->results, result->indicator, result->area,
                     period_shift(result->period, -1), WHOLE);
    return before != NULL && result_shown(before) ? before : NULL;
}

static char *said_apart(const struct report_input *input,
                        const struct result *result)
{
    enum break_kind kind = BREAK_FRAME;
    static const char *const words[] = { "break.definition", "break.boundary",
                                         "break.source", "break.frame" };
    const struct result *before = year_before(input, result);
    if (before == NULL)
        return NULL;
    if (result->note != NULL && strcmp(result->note, "change.unreliable") == 0)
        return arena_string(
            input->arena, message_text(&input->study->messages, result->note));
    if (!view_parted(input, before, result, &kind))
        return NULL;
    return say(input, "sentence.not_comparable", "period",
               say_earlier(input, before->period), "reason",
               message_text(&input->study->messages, words[kind]), NULL);
}

/* (1) */
static bool is_material(const struct indicator *indicator, double difference)
{
    return fabs(difference) > 0 && !(fabs(difference) < indicator->material);
}

/* (1) (7) */
static const char *change_id(const struct report_input *input,
                             const struct indicator *indicator,
                             const struct result *result)
{
    if (!(fabs(result->change) > 0))
        return "sentence.unchanged";
    if (!is_material(indicator, result->change))
        return "sentence.steady";
    if (!view_change_is_clear(input, result))
        return "sentence.within_noise";
    return result->change > 0 ? "sentence.risen" : "sentence.fallen";
}

char *sentence_change(const struct report_input *input,
                      const struct result *result)
{
    const struct indicator *indicator =
        input_indicator(input, result->indicator);
    if (!has_value(result->change))
        return said_apart(input, result);
    char *said =
        say(input, change_id(input, indicator, result), "change",
            say_step(input, indicator, result->change), "period",
            say_earlier(input, period_shift(result->period, -1)), "previous",
            say_short(input, indicator, result->previous,
                      indicator_decimals(indicator)),
            NULL);
    double seen = result->value - result->previous;
    if (strcmp(say_value(input, indicator, seen),
               say_value(input, indicator, result->change)) == 0)
        return said;
    return say(input, "sentence.like_for_like", "sentence", said,
               NULL); /* (4) */
}

/* (5) */
char *sentence_trend(const struct report_input *input, uint16_t index)
{
    const struct indicator *indicator = input_indicator(input, index);
    const struct trend *t = view_trend(input, index);
    if (t == NULL)
        return NULL;
    char *from = say_period(input, t->from), *to = say_period(input, t->to);
    if (t->direction == DIRECTION_STEADY)
        return say(input, "sentence.trend_steady", "from", from, "to", to,
                   NULL);
    bool rising = t->direction == DIRECTION_RISING;
    if ((!rising && t->direction != DIRECTION_FALLING) ||
        !(t->slope_lower * t->slope_upper > 0))
        return NULL;
    const char *id =
        rising ? "sentence.trend_rising" : "sentence.trend_falling";
    double near = rising ? t->slope_lower : -t->slope_upper;
    double far = rising ? t->slope_upper : -t->slope_lower;
    return say(input, id, "from", from, "to", to, "slope",
               say_step(input, indicator, t->slope), "lower",
               say_value(input, indicator, near), "upper",
               say_value(input, indicator, far), NULL);
}

static char *said_result(const struct report_input *input,
                         const struct result *result)
{
    const struct indicator *indicator =
        input_indicator(input, result->indicator);
    bool of_root = result == view_root(input, result->indicator);
    char *pieces[] = {
        say(input, "sentence.value", "name",
            say_indicator(input, result->indicator), "value",
            say_amount(input, indicator, result->value,
                       result_decimals(input, result)),
            "details", said_details(input, result), "period",
            say_when(input, result->period), NULL),
        sentence_change(input, result),
        of_root ? sentence_trend(input, result->indicator) : NULL,
        judgement_sentence(input, result),
    };
    return arena_format(input->arena, "%s.",
                        say_joined(input, pieces, 4, "; "));
}

char *sentence_value(const struct report_input *input, uint16_t index)
{
    const struct result *result = view_root(input, index);
    return result_shown(result) ? said_result(input, result) : NULL;
}

static char *said_absent(const struct report_input *input,
                         const struct result *result)
{
    const struct messages *messages = &input->study->messages;
    return say(input, "sentence.absent", "name",
               say_indicator(input, result->indicator), "period",
               say_when(input, result->period), "reason",
               result->note != NULL ? message_text(messages, result->note)
                                    : say_status(input, result_status(result)),
               NULL);
}

char *sentence_of_area(const struct report_input *input,
                       const struct result *result)
{
    return arena_format(input->arena, "%s: %s", say_area(input, result->area),
                        result_shown(result) ? said_result(input, result)
                                             : said_absent(input, result));
}

/* --- the areas ---------------------------------------------------------------
 */

static bool is_public(const struct report_input *input)
{
    return input->study->project.audience == AUDIENCE_PUBLIC;
}

/* The first few of a list of names, and how many more there are. */
static char *listed(const struct report_input *input, char *names[],
                    size_t count)
{
    if (is_public(input)) /* (8) */
        return say(input,
                   count == 1 ? "sentence.one_area" : "sentence.so_many_areas",
                   "count", say_whole(input, count), NULL);
    size_t shown = count > AREAS_NAMED ? AREAS_NAMED : count;
    char *joined = say_joined(input, names, shown, ", ");
    if (shown == count)
        return joined;
    return say(input, "sentence.and_more", "areas", joined, "count",
               say_whole(input, count - shown), NULL);
}

static bool is_better(const struct result *r)
{
    return r->standing == STANDING_BETTER;
}

static bool is_worse(const struct result *r)
{
    return r->standing == STANDING_WORSE;
}

static bool is_invalid(const struct result *r)
{
    return result_shown(r) && r->status == STATUS_INVALID;
}

static bool is_missing(const struct result *r)
{
    return result_status(r) == STATUS_MISSING;
}

static bool is_withheld(const struct result *r)
{
    enum status status = result_status(r);
    return status == STATUS_SUPPRESSED || status == STATUS_SUPPRESSED2;
}

/* "Tốt hơn mức chung: Tiền Hải (70,1%), Vũ Thư (69,0%)." Absent values are
 * named alone. */
static char *said_areas(const struct report_input *input,
                        struct result_list list,
                        bool (*picks)(const struct result *), bool from_end,
                        const char *message)
{
    char **names = arena_array(input->arena, list.count + 1, char *);
    size_t count = 0;
    for (size_t i = 0; i < list.count; i++) {
        const struct result *r = list.items[from_end ? list.count - 1 - i : i];
        if (!picks(r))
            continue;
        const char *area = say_area(input, r->area);
        names[count++] =
            result_shown(r)
                ? arena_format(input->arena, "%s (%s)", area,
                               say_short(input,
                                         input_indicator(input, r->indicator),
                                         r->value, result_decimals(input, r)))
                : arena_string(input->arena, area);
    }
    if (count == 0)
        return NULL;
    return say(input, message, "areas", listed(input, names, count), NULL);
}

static bool any_standing(struct result_list list)
{
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i]->standing != STANDING_NONE)
            return true;
    return false;
}

char *sentence_areas(const struct report_input *input, uint16_t index)
{
    struct result_list list = view_areas(input, index);
    if (input_indicator(input, index)->better == BETTER_NONE ||
        view_filled(list) < 2 || !any_standing(list))
        return NULL;
    view_rank(input, &list);
    char *pieces[] = {
        said_areas(input, list, is_better, false, "sentence.areas_better"),
        said_areas(input, list, is_worse, true, "sentence.areas_worse"),
        NULL,
        said_areas(input, list, is_invalid, false, "sentence.areas_invalid"),
        said_areas(input, list, is_missing, false, "sentence.areas_missing"),
        said_areas(input, list, is_withheld, false, "sentence.areas_withheld"),
    };
    /* Facts are alike; figures with noise cannot be told apart. */
    const char *id = input_indicator(input, index)->noise == NOISE_NONE
                         ? "sentence.areas_similar"
                         : "sentence.areas_alike";
    if (pieces[0] == NULL && pieces[1] == NULL)
        pieces[2] =
            say(input, id, "tier",
                say_tier(input, input->study->project.tier, true), NULL);
    return say_joined(input, pieces, 6, " ");
}

bool sentence_wanted(const struct report_input *input, uint16_t index)
{
    const struct indicator *indicator = input_indicator(input, index);
    const struct result *root = view_root(input, index);
    struct result_list list = view_areas(input, index);
    if (!result_shown(root))
        return false;
    for (size_t i = 0; i < list.count; i++)
        if (is_better(list.items[i]) || is_worse(list.items[i]) ||
            is_invalid(list.items[i]) || is_missing(list.items[i]))
            return true;
    return !has_value(root->change) || is_material(indicator, root->change) ||
           root->verdict != VERDICT_NONE || has_value(root->gap) ||
           root->reported < root->expected || is_invalid(root);
}

char *sentence_equity(const struct report_input *input, uint16_t index)
{
    const struct indicator *indicator = input_indicator(input, index);
    const struct equity_result *gap = view_equity(input, index, "difference");
    const struct equity_result *spread =
        view_equity(input, index, "coefficient_of_variation");
    struct result_list list = view_areas(input, index);
    view_keep_sound(&list); /* (6) */
    if (gap == NULL || !has_value(gap->estimate) || list.count < 2)
        return NULL;
    view_rank(input, &list);
    const struct result *first = list.items[0];
    const struct result *last = list.items[list.count - 1];
    unsigned decimals = indicator_decimals(indicator);
    char *pieces[2] = { NULL, NULL };
    pieces[0] = say(
        input, is_public(input) ? "sentence.spread_unnamed" : "sentence.spread",
        "name", say_indicator(input, index), "tier",
        say_tier(input, input->study->project.tier, true), "gap",
        say_difference(input, indicator, gap->estimate), "first",
        say_area(input, first->area), "first_value",
        say_short(input, indicator, first->value, decimals), "last",
        say_area(input, last->area), "last_value",
        say_short(input, indicator, last->value, decimals), NULL);
    if (spread != NULL && has_value(spread->estimate))
        pieces[1] = say(input, "sentence.variation", "value",
                        say_number(input, spread->estimate, 1), NULL);
    return say_joined(input, pieces, 2, " ");
}

char *sentence_evenness(const struct report_input *input, uint16_t index)
{
    const struct evenness_change *drift = evenness_words_drift(input, index);
    const struct evenness_level *goal = evenness_words_goal(input, index);
    char *pieces[3] = { sentence_equity(input, index) };
    if (pieces[0] == NULL)
        return NULL;
    if (drift != NULL)
        pieces[1] = evenness_words_moved(input, drift);
    if (goal != NULL && goal->goal == LEVEL_TARGET)
        pieces[2] = evenness_words_levelled(input, goal);
    return say_joined(input, pieces, 3, " ");
}
