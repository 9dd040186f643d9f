/*
 * narrative.c - sentences from results.
 *
 *  (1) A change smaller than the material difference is "about the same".
 *  (2) Across a break nothing is compared; the sentence says why.
 *  (3) Areas are named only by their standing, never by rank alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/narrative.h"

#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/report/views.h"

enum { AREAS_NAMED = 4 };

/* Pieces put together with a separator. */
static char *join(const struct report_input *input, char *const pieces[],
                  size_t count, const char *separator)
{
    struct text out = text_new();
    for (size_t i = 0; i < count; i++) {
        if (pieces[i] == NULL || *pieces[i] == '\0')
            continue;
        if (out.length > 0)
            text_add(&out, separator);
        text_add(&out, pieces[i]);
    }
    char *kept = arena_copy(input->arena, out.bytes, out.length);
    text_free(&out);
    return kept;
}

/* " (381.123/580.980)" for shares, "" for the rest. */
static char *said_base(const struct report_input *input,
                       const struct indicator *indicator,
                       const struct result *result)
{
    if (indicator->kind != KIND_PROPORTION || !has_value(result->denominator))
        return arena_string(input->arena, "");
    return say(input, "sentence.base", "numerator",
               say_number(input, result->numerator, 0), "denominator",
               say_number(input, result->denominator, 0), NULL);
}

/* Was there a value the year before that a break cut off? (2) */
static const struct result *cut_off(const struct report_input *input,
                                    const struct result *result)
{
    const struct result *before =
        results_find(input->results, result->indicator, result->area,
                     period_shift(result->period, -1), WHOLE);
    return before != NULL && has_value(before->value) ? before : NULL;
}

static char *said_change(const struct report_input *input,
                         const struct indicator *indicator,
                         const struct result *result)
{
    const char *before = say_period(input, period_shift(result->period, -1));
    if (!has_value(result->change)) {
        if (cut_off(input, result) == NULL)
            return NULL;
        return say(input, "sentence.not_comparable", "period", before, NULL);
    }
    const char *id = result->change > 0 ? "sentence.risen" : "sentence.fallen";
    if (fabs(result->change) < indicator->material) /* (1) */
        id = "sentence.steady";
    return say(input, id, "change",
               say_difference(input, indicator, result->change), "signed",
               say_signed(input, indicator, result->change), "period", before,
               "previous", say_with_unit(input, indicator, result->previous),
               NULL);
}

char *sentence_target(const struct report_input *input,
                      const struct result *result)
{
    const struct indicator *indicator =
        &input->study->catalogue.items[result->indicator];
    const struct target *target = view_target(input, result);
    if (target == NULL || !has_value(result->target))
        return NULL;
    bool short_of = indicator->better == BETTER_LOWER ? result->gap > 0
                                                      : result->gap < 0;
    const char *id = short_of ? "sentence.target_ahead"
                              : "sentence.target_passed";
    if (result->verdict == VERDICT_MET)
        id = "sentence.target_met";
    else if (result->verdict == VERDICT_NOT_MET)
        id = "sentence.target_not_met";
    else if (result->verdict == VERDICT_NOT_ASSESSABLE)
        id = "sentence.target_not_assessable";
    else if (result->verdict != VERDICT_NONE)
        id = "sentence.target_uncertain";
    return say(input, id, "target",
               say_with_unit(input, indicator, result->target), "gap",
               say_difference(input, indicator, result->gap), "period",
               say_period(input, target->period), "source", target->source,
               NULL);
}

char *sentence_value(const struct report_input *input, uint16_t index)
{
    const struct indicator *indicator = &input->study->catalogue.items[index];
    const struct result *result = view_root(input, index);
    if (result == NULL || !has_value(result->value))
        return NULL;
    char *pieces[3];
    pieces[0] = say(input, "sentence.value", "name",
                    say_indicator(input, index), "value",
                    say_with_unit(input, indicator, result->value), "base",
                    said_base(input, indicator, result), "period",
                    say_period(input, result->period), NULL);
    pieces[1] = said_change(input, indicator, result);
    pieces[2] = sentence_target(input, result);
    char *whole = join(input, pieces, 3, "; ");
    if (result->expected > 0 && result->reported < result->expected)
        whole = say(input, "sentence.incomplete", "sentence", whole, "reported",
                    say_whole(input, result->reported), "expected",
                    say_whole(input, result->expected), NULL);
    return arena_format(input->arena, "%s.", whole);
}

/* "Tiền Hải (70,1%), Vũ Thư (69,0%)": the first few of one standing. */
static char *named(const struct report_input *input, struct result_list list,
                   enum standing standing, bool from_end)
{
    char *names[AREAS_NAMED];
    size_t count = 0, more = 0;
    for (size_t i = 0; i < list.count; i++) {
        const struct result *r =
            list.items[from_end ? list.count - 1 - i : i];
        if (r->standing != standing)
            continue;
        if (count == AREAS_NAMED) {
            more++;
            continue;
        }
        names[count++] = arena_format(
            input->arena, "%s (%s)", say_area(input, r->area),
            say_with_unit(input, &input->study->catalogue.items[r->indicator],
                          r->value));
    }
    if (count == 0)
        return NULL;
    char *joined = join(input, names, count, ", ");
    if (more == 0)
        return joined;
    return say(input, "sentence.and_more", "areas", joined, "count",
               say_whole(input, more), NULL);
}

/* "Không có số liệu: …" */
static char *without_value(const struct report_input *input,
                           struct result_list list)
{
    char *names[AREAS_NAMED];
    size_t count = 0, all = list.count - view_filled(list);
    for (size_t i = 0; i < list.count && count < AREAS_NAMED; i++)
        if (!has_value(list.items[i]->value))
            names[count++] = arena_string(
                input->arena, say_area(input, list.items[i]->area));
    if (count == 0)
        return NULL;
    char *joined = join(input, names, count, ", ");
    if (all > count)
        joined = say(input, "sentence.and_more", "areas", joined, "count",
                     say_whole(input, all - count), NULL);
    return say(input, "sentence.areas_missing", "areas", joined, NULL);
}

char *sentence_areas(const struct report_input *input, uint16_t index)
{
    const struct indicator *indicator = &input->study->catalogue.items[index];
    struct result_list list = view_areas(input, index);
    if (indicator->better == BETTER_NONE || view_filled(list) < 2)
        return NULL;
    view_rank(input, &list);
    const char *tier = say_tier(input, input->study->project.tier, true);
    char *better = named(input, list, STANDING_BETTER, false);
    char *worse = named(input, list, STANDING_WORSE, true);
    char *pieces[3] = { NULL, NULL, without_value(input, list) };
    if (better != NULL)
        pieces[0] = say(input, "sentence.areas_better", "areas", better, NULL);
    if (worse != NULL)
        pieces[1] = say(input, "sentence.areas_worse", "areas", worse, NULL);
    if (better == NULL && worse == NULL)
        pieces[0] = say(input, "sentence.areas_alike", "tier", tier, NULL);
    return join(input, pieces, 3, " ");
}

char *sentence_equity(const struct report_input *input, uint16_t index)
{
    const struct indicator *indicator = &input->study->catalogue.items[index];
    const struct equity_result *gap = view_equity(input, index, "difference");
    const struct equity_result *spread =
        view_equity(input, index, "coefficient_of_variation");
    struct result_list list = view_areas(input, index);
    if (gap == NULL || !has_value(gap->estimate) || view_filled(list) < 2)
        return NULL;
    view_rank(input, &list);
    size_t last = view_filled(list) - 1;
    char *pieces[2] = { NULL, NULL };
    pieces[0] = say(
        input, "sentence.spread", "tier",
        say_tier(input, input->study->project.tier, true), "gap",
        say_difference(input, indicator, gap->estimate), "first",
        say_area(input, list.items[0]->area), "first_value",
        say_with_unit(input, indicator, list.items[0]->value), "last",
        say_area(input, list.items[last]->area), "last_value",
        say_with_unit(input, indicator, list.items[last]->value), NULL);
    if (spread != NULL && has_value(spread->estimate))
        pieces[1] = say(input, "sentence.variation", "value",
                        say_number(input, spread->estimate, 1), NULL);
    return join(input, pieces, 2, " ");
}
