/*
 * chapter_method.c - how the figures were computed and what they are held
 * against.
 *
 *  (1) A definition for each indicator that appears.
 *  (2) On which map the years stand, and what is an estimate because of it.
 *  (3) Every target that a result of the report was held against, with the
 *      document it comes from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/chapters.h"
#include "engine/report/formula_words.h"
#include "engine/report/judgement.h"
#include "engine/report/tabulate.h"
#include "engine/report/views.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static char *basis_words(const struct report_input *input,
                         const struct indicator *indicator)
{
    const char *notes =
        say_either(input, indicator->notes, indicator->notes_en);
    char *pieces[] = {
        indicator->source == NULL
            ? NULL
            : arena_format(input->arena, "%s.", indicator->source),
        notes == NULL ? NULL : arena_string(input->arena, notes),
    };
    return say_joined(input, pieces, 2, " ");
}

static void definition_row(struct tabulation *t,
                           const struct report_input *input, uint16_t index)
{
    const struct indicator *indicator = input_indicator(input, index);
    double material = indicator->material;
    bool given = material > 0;
    char id[48];
    snprintf(id, sizeof id, "noise.%s", noise_names[indicator->noise]);
    tabulate_text(t, say_indicator(input, index));
    tabulate_text(t, formula_words(input, indicator));
    tabulate_text(t, say(input, id, NULL));
    tabulate_number(t,
                    given ? say_difference(input, indicator, material) : NULL,
                    given ? material : NO_VALUE);
    tabulate_text(t, basis_words(input, indicator));
}

/* (1) */
static void definition_table(struct report *report,
                             const struct report_input *input)
{
    static const char *const heads[] = { "table.indicator", "table.formula",
                                         "table.noise", "table.material",
                                         "table.basis" };
    struct tabulation t = tabulate_start(input, COUNT_OF(heads));
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        tabulate_head(&t, say(input, heads[i], NULL), ALIGN_LEFT);
    for (uint16_t i = 0; i < input->study->catalogue.count; i++)
        if (view_has_data(input, i))
            definition_row(&t, input, i);
    tabulate_finish(&t, report, say(input, "table.definitions_caption", NULL),
                    NULL);
}

/* Is it a draft for a figure we have, or did another target go before it? */
static bool stands_beside(const struct report_input *input, const bool used[],
                          const struct target *target)
{
    const struct targets *targets = &input->study->targets;
    period now = input->study->project.period;
    if (target->draft)
        return period_end(target->period) >= period_end(now) &&
               view_has_data(input, target->indicator);
    for (size_t i = 0; i < targets->count; i++)
        if (used[i] && targets->items[i].indicator == target->indicator &&
            targets->items[i].period == target->period)
            return true;
    return false;
}

/* "pháp lý"; "cấp tỉnh (dự thảo)". */
static const char *authority_words(const struct report_input *input,
                                   const struct target *target)
{
    static const char *const kinds[] = { "target.legal", "target.provincial",
                                         "target.internal" };
    const char *kind = say(input, kinds[target->kind], NULL);
    return target->draft ? say(input, "target.draft", "kind", kind, NULL)
                         : kind;
}

/* The targets that results of this period were held against: a mark each. */
static bool *targets_used(const struct report_input *input)
{
    const struct study *study = input->study;
    bool *used = arena_array(input->arena, study->targets.count + 1, bool);
    for (size_t i = 0; i < input->results->count; i++) {
        const struct result *r = &input->results->items[i];
        if (r->period == study->project.period &&
            view_target(input, r) != NULL &&
            (r->area == study->project.root ||
             study->areas.items[r->area].tier == study->project.tier))
            used[r->target_index] = true;
    }
    return used;
}

/* For whom it was set. */
static const char *applies_words(const struct report_input *input,
                                 const struct target *target)
{
    if (target->area != NO_AREA)
        return say_area(input, target->area);
    if (target->applies == APPLIES_ROOT)
        return say_area(input, input->study->project.root);
    const char *each = say(input, "table.each_area", NULL);
    if (target->attribute == NULL)
        return each;
    return arena_format(input->arena, "%s (%s=%s)", each, target->attribute,
                        target->attribute_value);
}

/* (3) */
static void target_table(struct report *report,
                         const struct report_input *input)
{
    static const char *const heads[] = { "table.indicator", "table.target",
                                         "table.year",      "table.applies",
                                         "table.authority", "table.basis" };
    static const char *const signs[] = { "≥", "≤", "=" };
    const struct targets *targets = &input->study->targets;
    const bool *used = targets_used(input);
    struct tabulation t = tabulate_start(input, COUNT_OF(heads));
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        tabulate_head(&t, say(input, heads[i], NULL), ALIGN_LEFT);
    for (size_t i = 0; i < targets->count; i++) {
        const struct target *target = &targets->items[i];
        if (!used[i] && !stands_beside(input, used, target))
            continue;
        tabulate_text(&t, say_indicator(input, target->indicator));
        tabulate_number(&t,
                        arena_format(input->arena, "%s %s",
                                     signs[target->comparison],
                                     judgement_assigned(input, target)),
                        target->value);
        tabulate_text(&t, say_period(input, target->period));
        tabulate_text(&t, applies_words(input, target));
        tabulate_text(&t, authority_words(input, target));
        tabulate_text(&t, target->source);
    }
    tabulate_finish(&t, report, say(input, "table.targets_caption", NULL),
                    NULL);
}

/* Does a reform lie between the end of the period and the map? */
static bool is_converted(const struct study *study, period p)
{
    date end = period_end(p), map = study->project.map_day;
    for (size_t i = 0; i < study->crosswalk.count; i++) {
        date day = study->crosswalk.items[i].day;
        if ((day > end && day <= map) || (day > map && day <= end))
            return true;
    }
    return false;
}

/* The periods that were carried from another map: "2026", "2024, 2025". */
static char *converted_periods(const struct report_input *input)
{
    const struct results *results = input->results;
    char **pieces = arena_array(input->arena, results->count + 1, char *);
    size_t count = 0;
    for (period p = NO_PERIOD, next;; p = next) {
        next = NO_PERIOD;
        for (size_t i = 0; i < results->count; i++) {
            period q = results->items[i].period;
            if (q > p && (next == NO_PERIOD || q < next))
                next = q;
        }
        if (next == NO_PERIOD)
            return say_joined(input, pieces, count, ", ");
        if (is_converted(input->study, next))
            pieces[count++] = say_period(input, next);
    }
}

/* The compared areas that have an estimate in the report's period. */
static char *estimated_areas(const struct report_input *input)
{
    const struct study *study = input->study;
    char **pieces = arena_array(input->arena, study->areas.count + 1, char *);
    bool *seen = arena_array(input->arena, study->areas.count, bool);
    size_t count = 0;
    for (size_t i = 0; i < input->results->count; i++) {
        const struct result *r = &input->results->items[i];
        if (r->status == STATUS_ESTIMATED &&
            r->period == study->project.period &&
            study->areas.items[r->area].tier == study->project.tier)
            seen[r->area] = true;
    }
    for (uint32_t a = 0; a < study->areas.count; a++)
        if (seen[a])
            pieces[count++] = arena_string(input->arena, say_area(input, a));
    return say_joined(input, pieces, count, ", ");
}

/* Did the map change within the series that are shown? */
static bool is_map_steady(const struct report_input *input)
{
    const struct study *study = input->study;
    period first = study->project.period;
    for (size_t i = 0; i < input->results->count; i++)
        if (input->results->items[i].period < first)
            first = input->results->items[i].period;
    for (size_t i = 0; i < study->crosswalk.count; i++)
        if (study->crosswalk.items[i].day > period_end(first) &&
            study->crosswalk.items[i].day <= period_end(study->project.period))
            return false;
    return true;
}

/* (2) NULL when nothing need be said. */
static char *map_words(const struct report_input *input)
{
    const struct project *project = &input->study->project;
    char *pieces[3] = { NULL };
    if (project->boundaries == BOUNDARIES_STABLE)
        return say(input, "method.map_stable", NULL);
    if (project->boundaries == BOUNDARIES_REPORTED)
        return is_map_steady(input) ? NULL
                                    : say(input, "method.map_reported", NULL);
    char *periods = converted_periods(input), *areas = estimated_areas(input);
    pieces[0] = say(input, "method.map_day", "day",
                    say_date(input, project->map_day), NULL);
    if (periods != NULL)
        pieces[1] =
            say(input, "method.map_converted", "periods", periods, NULL);
    if (periods != NULL && areas != NULL)
        pieces[2] = say(input, "method.map_estimated", "areas", areas, NULL);
    return say_joined(input, pieces, 3, " ");
}

void chapter_method(struct report *report, const struct report_input *input)
{
    static const char *const points[] = {
        "method.counts", "method.standing", "method.missing",  "method.change",
        "method.target", "method.equity",   "method.interval",
    };
    const char **items =
        arena_array(input->arena, COUNT_OF(points) + 1, const char *);
    const char *map = map_words(input);
    size_t count = 0;
    if (map != NULL)
        items[count++] = map;
    for (size_t i = 0; i < COUNT_OF(points); i++)
        items[count++] = say(input, points[i], NULL);
    block_chapter(report, "method", say(input, "method.title", NULL));
    block_list(report, items, count);
    target_table(report, input);
    definition_table(report, input);
}
