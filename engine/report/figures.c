/*
 * figures.c - chart specs from results.
 *
 *  (1) Everything printed is worded here, in the report's language; the charts
 *      room places it.
 *  (2) The description (alt text) is made from the data: what the picture
 *      shows, the extremes, the whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/figures.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/fault.h"
#include "engine/base/number.h"
#include "engine/report/figure_kinds.h"
#include "engine/report/views.h"

static const struct figure_kind {
    const char *id;
    bool (*fill)(struct chart_spec *spec, const struct figure_request *request,
                 const struct report_input *input);
    unsigned needs;
} kinds[] = {
    { "league", figure_league, 0 },
    { "tartan", figure_tartan, FIGURE_OF_MANY },
    { "trend", figure_trend, 0 },
    { "lorenz", figure_lorenz, FIGURE_NEEDS_EQUITY },
    { "concentration", figure_concentration, FIGURE_NEEDS_EQUITY },
    { "funnel", figure_funnel, FIGURE_NEEDS_COMPARISONS },
    { "quadrant", figure_quadrant, FIGURE_NEEDS_CHANGES },
    { "gap", figure_gap, 0 },
    { "equiplot", figure_equiplot, 0 },
    { "spine", figure_spine, FIGURE_OF_MANY },
    { "multiples", figure_multiples, 0 },
    { "heat", figure_heat, 0 },
    { "slope", figure_slope, FIGURE_NEEDS_CHANGES },
    { "shortfall", figure_shortfall, FIGURE_NEEDS_PLANS },
    { "path", figure_path, FIGURE_NEEDS_TRENDS | FIGURE_NEEDS_PLANS },
    { "rules", figure_rules, FIGURE_NEEDS_PLANS },
    { "pyramid", figure_pyramid, 0 },
    { "map", figure_places, 0 },
    { "tiles", figure_places, 0 },
};

enum { KIND_COUNT_HERE = sizeof kinds / sizeof *kinds };

static const struct figure_kind *find_kind(const char *id)
{
    for (size_t i = 0; i < KIND_COUNT_HERE; i++)
        if (strcmp(kinds[i].id, id) == 0)
            return &kinds[i];
    return NULL;
}

bool figure_kind_known(const char *kind)
{
    return find_kind(kind) != NULL;
}

unsigned figure_needs(const char *kind)
{
    const struct figure_kind *found = find_kind(kind);
    return found == NULL ? 0 : found->needs;
}

static const char *slug(const struct figure_request *request,
                        const struct report_input *input)
{
    if (request->name != NULL)
        return request->name;
    const char *id = input_indicator(input, request->indicators[0])->id;
    if (request->area == NO_AREA)
        return arena_format(input->arena, "%s-%s", request->kind, id);
    return arena_format(input->arena, "%s-%s-%s", request->kind, id,
                        input->study->areas.items[request->area].code);
}

static void common(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input)
{
    const struct indicator *indicator =
        input_indicator(input, request->indicators[0]);
    memset(spec, 0, sizeof *spec);
    spec->kind = request->kind;
    spec->name = slug(request, input);
    spec->language = input_language(input);
    spec->style = &input->study->style;
    spec->decimals = indicator_decimals(indicator);
    spec->low = indicator->bound_low;
    spec->high = indicator->bound_high;
    spec->proportion = indicator->kind == KIND_PROPORTION;
    spec->axis = indicator_unit(indicator, spec->language);
    spec->legend[0] = say(input, "legend.better", NULL);
    spec->legend[1] = say(input, "legend.similar", NULL);
    spec->legend[2] = say(input, "legend.worse", NULL);
    spec->legend[3] = say(input, "legend.none", NULL);
    spec->whole.value = spec->target.value = NO_VALUE;
}

/* "2018, 2019, 2021": those in which a compared area has a value; NULL: none,
 * or the report's own is among them, so that something else is lacking. */
static char *periods_with_data(const struct report_input *input,
                               uint16_t indicator)
{
    const struct results *results = input->results;
    size_t count = 0;
    char **words = arena_array(input->arena, results->count + 1, char *);
    period *met = arena_array(input->arena, results->count + 1, period);
    for (size_t i = 0; i < results->count; i++) {
        const struct result *r = &results->items[i];
        size_t at = count;
        if (r->indicator != indicator || !result_shown(r) ||
            input->study->areas.items[r->area].tier !=
                input->study->project.tier)
            continue;
        while (at > 0 && met[at - 1] > r->period)
            at--;
        if (at > 0 && met[at - 1] == r->period)
            continue;
        for (size_t k = count++; k > at; k--)
            met[k] = met[k - 1];
        met[at] = r->period;
    }
    for (size_t i = 0; i < count; i++) {
        if (met[i] == input->study->project.period)
            return NULL;
        words[i] = say_period(input, met[i]);
    }
    return say_joined(input, words, count, ", ");
}

/* [why] is the message that the kind left, or NULL. */
static bool nothing_there(const struct figure_request *request,
                          const struct report_input *input, const char *why,
                          struct fault *fault)
{
    uint16_t indicator = request->indicators[0];
    char *periods = periods_with_data(input, indicator);
    if (why == NULL)
        why = periods != NULL ? "figure.nothing_then" : "figure.nothing";
    return fault_set(fault, FAULT_USAGE, NO_PLACE, why, "kind", request->kind,
                     "indicator", input_indicator(input, indicator)->id,
                     "period", say_when(input, input->study->project.period),
                     "periods", periods != NULL ? periods : "", NULL);
}

bool figure_build(struct chart_spec *out, const struct figure_request *request,
                  const struct report_input *input, struct fault *fault)
{
    const struct figure_kind *kind = find_kind(request->kind);
    if (kind == NULL)
        return fault_set(fault, FAULT_USAGE, NO_PLACE, "chart.unknown_kind",
                         "kind", request->kind, NULL);
    const char *lacking = figure_places_lack(request->kind, input);
    if (lacking != NULL)
        return fault_set(fault, FAULT_USAGE, NO_PLACE, lacking, "tier",
                         say_tier(input, input->study->project.tier, true),
                         NULL);
    common(out, request, input);
    if (request->title != NULL)
        out->title = request->title;
    return kind->fill(out, request, input) ||
           nothing_there(request, input, out->note, fault);
}

/* Is there a figure of that name already? */
static bool has_figure(const struct figure figures[], size_t count,
                       const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(figures[i].spec.name, name) == 0)
            return true;
    return false;
}

/* False also when there is nothing to show, which is no fault. */
static bool plan_figure(struct figure *figure,
                        const struct chapter_plan *chapter,
                        const struct chart_plan *plan,
                        const struct report_input *input)
{
    struct figure_request request = { .kind = plan->kind, .area = NO_AREA };
    struct fault ignored = { 0 };
    uint16_t *found;
    size_t count = view_with_data(&found, input, chapter->indicators,
                                  chapter->indicator_count);
    bool whole_chapter = plan->indicator == NO_INDEX;
    request.indicators = whole_chapter ? found : &plan->indicator;
    request.indicator_count = whole_chapter ? count : 1;
    if (whole_chapter)
        request.name =
            arena_format(input->arena, "%s-%s", plan->kind, chapter->id);
    figure->indicator = plan->indicator;
    if (request.indicator_count == 0 ||
        !figure_build(&figure->spec, &request, input, &ignored))
        return false;
    /* A rug of one row says no more than the areas in order. */
    return !whole_chapter || figure->spec.grid.rows != 1;
}

/* What each rule of each plan leaves: the pictures of the last chapter. */
static void add_rules(struct figure figures[], size_t *count,
                      const struct report_input *input, size_t chapter)
{
    size_t courses = input->plans == NULL ? 0 : input->plans->course_count;
    for (size_t i = 0; i < courses; i++) {
        struct figure *figure = &figures[*count];
        struct fault ignored = { 0 };
        struct figure_request request = {
            .kind = "rules",
            .indicators = &input->plans->courses[i].indicator,
            .indicator_count = 1,
            .area = NO_AREA,
        };
        figure->chapter = chapter;
        figure->indicator = request.indicators[0];
        if (figure_build(&figure->spec, &request, input, &ignored) &&
            !has_figure(figures, *count, figure->spec.name))
            (*count)++;
    }
}

bool figures_of_report(struct figure **out, size_t *count,
                       const struct report_input *input, struct fault *fault)
{
    const struct report_plan *plan = input->study->report_plan;
    size_t chapters = plan == NULL ? 0 : plan->chapter_count, room = 0;
    *count = 0;
    room += input->plans == NULL ? 0 : input->plans->course_count;
    for (size_t c = 0; c < chapters; c++)
        room += plan->chapters[c].chart_count;
    *out = arena_array(input->arena, room + 1, struct figure);
    for (size_t c = 0; c < chapters; c++) {
        const struct chapter_plan *chapter = &plan->chapters[c];
        for (size_t i = 0; i < chapter->chart_count; i++) {
            struct figure *figure = &(*out)[*count];
            if (!figure_kind_known(chapter->charts[i].kind))
                return fault_set(fault, FAULT_USAGE, NO_PLACE,
                                 "report.unknown_chart", "kind",
                                 chapter->charts[i].kind, "chapter",
                                 chapter->id, NULL);
            figure->chapter = c;
            if (plan_figure(figure, chapter, &chapter->charts[i], input) &&
                !has_figure(*out, *count, figure->spec.name))
                (*count)++;
        }
    }
    add_rules(*out, count, input, chapters);
    return true;
}
