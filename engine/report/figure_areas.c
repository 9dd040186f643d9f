/*
 * figure_areas.c - pictures over areas: league and tartan.
 *
 *  (1) What may not be printed is not drawn either.
 *  (2) Lines across a league are values that an area could have.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

/* --- league --------------------------------------------------------------- */

/* The one target that all areas are held against; NULL when they differ. */
static const struct result *common_target(const struct report_input *input,
                                          struct result_list list)
{
    const struct result *found = NULL;
    for (size_t i = 0; i < list.count; i++) {
        const struct result *r = list.items[i];
        if (view_target(input, r) == NULL)
            return NULL;
        if (found != NULL && found->target_index != r->target_index)
            return NULL;
        if (found == NULL && has_value(r->target))
            found = r;
    }
    return found;
}

/* The areas' own target; else that of the whole, which is named as such. A
 * count of the whole has no place among those of its parts (2). */
static void league_lines(struct chart_spec *spec,
                         const struct report_input *input,
                         struct result_list list, uint16_t index)
{
    const struct indicator *indicator = input_indicator(input, index);
    const struct result *root = view_root(input, index);
    const struct result *held = common_target(input, list);
    bool own = held != NULL;
    if (indicator->kind == KIND_COUNT)
        root = NULL;
    if (root != NULL && result_shown(root)) {
        spec->whole.value = root->value;
        spec->whole.label =
            say(input, "figure.whole", "area", say_side(input, root->area),
                "value", say_value(input, indicator, root->value), NULL);
    }
    if (!own)
        held = root;
    const struct target *target = view_target(input, held);
    if (held == NULL || target == NULL ||
        !has_value(view_assigned(input, held)))
        return;
    spec->target.value = view_assigned(input, held);
    spec->target.label =
        say(input, own ? "figure.target" : "figure.target_of_whole", "value",
            say_number(input, spec->target.value,
                       target_decimals(indicator, spec->target.value)),
            "period", say_period(input, target->period), "area",
            say_side(input, held->area), NULL);
}

bool figure_league(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    struct result_list list = view_areas(input, index);
    if (view_filled(list) < 2)
        return false;
    view_rank(input, &list);
    spec->rows = arena_array(input->arena, list.count, struct chart_row);
    unsigned statuses = 0;
    for (size_t i = 0; i < list.count; i++) {
        const struct result *r = list.items[i];
        bool shown = result_shown(r);
        statuses |= 1u << result_status(r);
        spec->rows[spec->row_count++] = (struct chart_row){
            .label = say_area(input, r->area),
            .value = shown ? r->value : NO_VALUE,
            .lower = shown ? r->lower : NO_VALUE,
            .upper = shown ? r->upper : NO_VALUE,
            .status = result_status(r),
            .standing = shown ? r->standing : STANDING_NONE,
            .text = say_result(input, r),
        };
    }
    const char *when = say_when(input, input->study->project.period);
    if (spec->title == NULL)
        spec->title = say(input, "figure.league.title", "name",
                          say_indicator(input, index), "tier",
                          say_tier(input, input->study->project.tier, false),
                          "period", when, NULL);
    league_lines(spec, input, list, index);
    spec->note = figure_note(input, NULL, 0, statuses);
    spec->description = say(input, "figure.league.description", "name",
                            say_indicator(input, index), "period", when,
                            "extremes", figure_extremes(input, list), NULL);
    return true;
}

/* --- tartan --------------------------------------------------------------- */

static struct chart_cell cell_of(const struct report_input *input,
                                 uint16_t indicator, uint32_t area)
{
    const struct result *r = results_find(input->results, indicator, area,
                                          input->study->project.period, WHOLE);
    if (r == NULL)
        return (struct chart_cell){ .status = STATUS_MISSING,
                                    .text = "–",
                                    .value = NO_VALUE };
    bool shown = result_shown(r);
    return (struct chart_cell){ .status = result_status(r),
                                .standing = shown ? r->standing : STANDING_NONE,
                                .text = say_result(input, r),
                                .value = shown ? r->value : NO_VALUE };
}

/* Without a better way there is nothing to colour. */
static size_t coloured_rows(uint16_t **out, const struct report_input *input,
                            const struct figure_request *request)
{
    size_t rows = 0;
    *out = arena_array(input->arena, request->indicator_count + 1, uint16_t);
    for (size_t i = 0; i < request->indicator_count; i++) {
        uint16_t index = request->indicators[i];
        if (input_indicator(input, index)->better != BETTER_NONE &&
            view_filled(view_areas(input, index)) > 1)
            (*out)[rows++] = index;
    }
    return rows;
}

/* Where figures are withheld the legend tells them from those nobody has. */
static void name_withheld(struct chart_spec *spec,
                          const struct report_input *input)
{
    const struct chart_grid *grid = &spec->grid;
    unsigned withheld = 1u << STATUS_SUPPRESSED | 1u << STATUS_SUPPRESSED2;
    unsigned met = 0;
    for (size_t i = 0; i < grid->rows * grid->columns; i++)
        met |= 1u << grid->cells[i].status;
    if (met & withheld)
        spec->legend[3] =
            say_signs(input, met & (withheld | 1u << STATUS_MISSING));
}

bool figure_tartan(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input)
{
    struct chart_grid *grid = &spec->grid;
    uint16_t *indicators;
    uint32_t *areas;
    grid->rows = coloured_rows(&indicators, input, request);
    grid->columns = view_area_union(&areas, input, indicators, grid->rows);
    if (grid->rows == 0)
        return false;
    grid->column_labels =
        arena_array(input->arena, grid->columns, const char *);
    grid->row_labels = arena_array(input->arena, grid->rows, const char *);
    grid->cells = arena_array(input->arena, grid->rows * grid->columns,
                              struct chart_cell);
    for (size_t c = 0; c < grid->columns; c++)
        grid->column_labels[c] = say_area(input, areas[c]);
    for (size_t i = 0; i < grid->rows; i++) {
        grid->row_labels[i] = say_head(input, indicators[i]);
        for (size_t c = 0; c < grid->columns; c++)
            grid->cells[i * grid->columns + c] =
                cell_of(input, indicators[i], areas[c]);
    }
    name_withheld(spec, input);
    const char *when = say_when(input, input->study->project.period);
    const char *whole = say_area(input, input->study->project.root);
    if (spec->title == NULL)
        spec->title = say(input, "figure.tartan.title", "area", whole, "period",
                          when, NULL);
    spec->description = say(input, "figure.tartan.description", "rows",
                            say_whole(input, grid->rows), "columns",
                            say_whole(input, grid->columns), "area", whole,
                            "period", when, NULL);
    return true;
}
