/*
 * figure_curves.c - how unequal: the Lorenz and the concentration curve.
 *
 *  (1) Curves are those that their index was computed from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

/* (1) */
static void take_points(struct chart_spec *spec, struct arena *arena,
                        const struct equity_curve *curve)
{
    spec->curve = arena_array(arena, curve->count, struct chart_point);
    spec->curve_count = curve->count;
    for (size_t i = 0; i < curve->count; i++)
        spec->curve[i] =
            (struct chart_point){ curve->base[i], curve->total[i], NO_VALUE,
                                  NO_VALUE,       STATUS_OK,       false };
}

static const struct equity_curve *curve_of(const struct report_input *input,
                                           uint16_t index, bool by_attribute)
{
    const struct project *project = &input->study->project;
    return equity_curves_find(input->curves, index, project->period,
                              (int)project->tier, by_attribute);
}

bool figure_lorenz(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    const struct equity_result *gini = view_equity(input, index, "gini");
    const struct equity_curve *curve = curve_of(input, index, false);
    if (gini == NULL || !has_value(gini->estimate) || curve == NULL)
        return false;
    take_points(spec, input->arena, curve);
    const char *when = say_when(input, input->study->project.period);
    const char *words = say_number(input, gini->estimate, 3);
    spec->curve_words = say(input, "figure.lorenz.words", "value", words, NULL);
    spec->axis_x = say(input, "figure.lorenz.x", "tier",
                       say_tier(input, input->study->project.tier, true), NULL);
    spec->axis_y = say(input, "figure.lorenz.y", NULL);
    if (spec->title == NULL)
        spec->title = say(input, "figure.lorenz.title", "name",
                          say_indicator(input, index), "period", when, NULL);
    spec->description =
        say(input, "figure.lorenz.description", "name",
            say_indicator(input, index), "period", when, "value", words, NULL);
    return true;
}

/* Who gets more than their share, in words. */
static const char *leaning(const struct report_input *input, double index)
{
    if (index < 0)
        return say(input, "figure.concentration.first", NULL);
    return say(input,
               index > 0 ? "figure.concentration.last"
                         : "figure.concentration.even",
               NULL);
}

bool figure_concentration(struct chart_spec *spec,
                          const struct figure_request *request,
                          const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    const struct equity_curve *curve = curve_of(input, index, true);
    if (curve == NULL) {
        spec->note = "figure.no_order";
        return false;
    }
    take_points(spec, input->arena, curve);
    const char *when = say_when(input, input->study->project.period);
    const char *words = say_number(input, curve->index, 3);
    const char *attribute = say_attribute(input, curve->attribute);
    spec->curve_words =
        say(input, "figure.concentration.words", "value", words, NULL);
    spec->axis_x = say(input, "figure.concentration.x", "tier",
                       say_tier(input, input->study->project.tier, true),
                       "attribute", attribute, NULL);
    spec->axis_y = say(input, "figure.lorenz.y", NULL);
    if (spec->title == NULL)
        spec->title = say(input, "figure.concentration.title", "name",
                          say_indicator(input, index), "attribute", attribute,
                          "period", when, NULL);
    spec->description =
        say(input, "figure.concentration.description", "name",
            say_indicator(input, index), "period", when, "attribute", attribute,
            "value", words, "leaning", leaning(input, curve->index), NULL);
    return true;
}
