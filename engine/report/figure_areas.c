/*
 * figure_areas.c - pictures over areas: league, tartan and Lorenz curve.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_kinds.h"
#include "engine/report/views.h"

/* --- league --------------------------------------------------------------- */

static char *extremes(const struct report_input *input,
                      struct result_list ranked)
{
    const struct result *first = ranked.items[0];
    const struct result *last = ranked.items[view_filled(ranked) - 1];
    const struct indicator *indicator =
        &input->study->catalogue.items[first->indicator];
    return say(input, "figure.extremes", "first",
               say_area(input, first->area), "first_value",
               say_with_unit(input, indicator, first->value), "last",
               say_area(input, last->area), "last_value",
               say_with_unit(input, indicator, last->value), NULL);
}

static void league_lines(struct chart_spec *spec,
                         const struct report_input *input, uint16_t index)
{
    const struct indicator *indicator = &input->study->catalogue.items[index];
    const struct result *root = view_root(input, index);
    if (root == NULL)
        return;
    if (has_value(root->value) && indicator->kind != KIND_COUNT) {
        spec->whole.value = root->value;
        spec->whole.label =
            say(input, "figure.whole", "area", say_area(input, root->area),
                "value", say_value(input, indicator, root->value), NULL);
    }
    const struct target *target = view_target(input, root);
    if (target != NULL && has_value(root->target)) {
        spec->target.value = root->target;
        spec->target.label =
            say(input, "figure.target", "value",
                say_value(input, indicator, root->target), "period",
                say_period(input, target->period), NULL);
    }
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
    for (size_t i = 0; i < list.count; i++) {
        const struct result *r = list.items[i];
        spec->rows[spec->row_count++] = (struct chart_row){
            .label = say_area(input, r->area),
            .value = r->value,
            .lower = r->lower,
            .upper = r->upper,
            .status = r->status,
            .standing = r->standing,
            .text = say_result(input, r),
        };
    }
    const char *when = say_period(input, input->study->project.period);
    if (spec->title == NULL)
        spec->title = say(input, "figure.league.title", "name",
                          say_indicator(input, index), "tier",
                          say_tier(input, input->study->project.tier, false),
                          "period", when, NULL);
    league_lines(spec, input, index);
    spec->description =
        say(input, "figure.league.description", "name",
            say_indicator(input, index), "period", when, "extremes",
            extremes(input, list), NULL);
    return true;
}

/* --- tartan --------------------------------------------------------------- */

/* The areas that any of the indicators has a result for, by code. */
static struct result_list columns_of(const struct figure_request *request,
                                     const struct report_input *input)
{
    struct result_list widest = { 0 };
    for (size_t i = 0; i < request->indicator_count; i++) {
        struct result_list list = view_areas(input, request->indicators[i]);
        if (list.count > widest.count)
            widest = list;
    }
    return widest;
}

static struct chart_cell cell_of(const struct report_input *input,
                                 uint16_t indicator, uint32_t area)
{
    const struct result *r = results_find(
        input->results, indicator, area, input->study->project.period, WHOLE);
    struct chart_cell cell = { STATUS_MISSING, STANDING_NONE, "–" };
    if (r == NULL)
        return cell;
    cell.status = has_value(r->value) ? r->status : STATUS_MISSING;
    cell.standing = r->standing;
    if (has_value(r->value) || status_hides(r->status))
        cell.text = say_result(input, r);
    return cell;
}

bool figure_tartan(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input)
{
    struct result_list columns = columns_of(request, input);
    struct chart_grid *grid = &spec->grid;
    struct arena *arena = input->arena;
    if (columns.count < 2)
        return false;
    grid->columns = columns.count;
    grid->column_labels = arena_array(arena, columns.count, const char *);
    for (size_t c = 0; c < columns.count; c++)
        grid->column_labels[c] = say_area(input, columns.items[c]->area);
    grid->row_labels =
        arena_array(arena, request->indicator_count, const char *);
    grid->cells = arena_array(arena, request->indicator_count * columns.count,
                              struct chart_cell);
    for (size_t i = 0; i < request->indicator_count; i++) {
        uint16_t index = request->indicators[i];
        /* Without a better way there is nothing to colour. */
        if (input->study->catalogue.items[index].better == BETTER_NONE ||
            view_filled(view_areas(input, index)) < 2)
            continue;
        grid->row_labels[grid->rows] = say_indicator(input, index);
        for (size_t c = 0; c < columns.count; c++)
            grid->cells[grid->rows * columns.count + c] =
                cell_of(input, index, columns.items[c]->area);
        grid->rows++;
    }
    const char *when = say_period(input, input->study->project.period);
    const char *whole = say_area(input, input->study->project.root);
    if (spec->title == NULL)
        spec->title = say(input, "figure.tartan.title", "area", whole,
                          "period", when, NULL);
    spec->description = say(input, "figure.tartan.description", "rows",
                            say_whole(input, grid->rows), "columns",
                            say_whole(input, grid->columns), "area", whole,
                            "period", when, NULL);
    return grid->rows > 0;
}

/* --- Lorenz curve --------------------------------------------------------- */

static int by_value(const void *left, const void *right)
{
    const struct result *const *a = left, *const *b = right;
    return ((*a)->value > (*b)->value) - ((*a)->value < (*b)->value);
}

static size_t keep_weighted(struct result_list *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct result *r = list->items[i];
        if (has_value(r->value) && r->numerator >= 0 && r->denominator > 0 &&
            r->status != STATUS_INVALID)
            list->items[kept++] = r;
    }
    list->count = kept;
    return kept;
}

static void lorenz_points(struct chart_spec *spec, struct arena *arena,
                          struct result_list list)
{
    double base = 0, reached = 0, x = 0, y = 0;
    for (size_t i = 0; i < list.count; i++) {
        base += list.items[i]->denominator;
        reached += list.items[i]->numerator;
    }
    spec->curve = arena_array(arena, list.count + 1, struct chart_point);
    spec->curve_count = list.count + 1;
    for (size_t i = 0; i < list.count; i++) {
        x += list.items[i]->denominator;
        y += list.items[i]->numerator;
        spec->curve[i + 1].x = x / base;
        spec->curve[i + 1].y = reached > 0 ? y / reached : x / base;
    }
}

bool figure_lorenz(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    const struct equity_result *gini = view_equity(input, index, "gini");
    struct result_list list = view_areas(input, index);
    if (keep_weighted(&list) < 2 || gini == NULL || !has_value(gini->estimate))
        return false;
    qsort(list.items, list.count, sizeof *list.items, by_value);
    lorenz_points(spec, input->arena, list);
    const char *when = say_period(input, input->study->project.period);
    const char *words = say_number(input, gini->estimate, 3);
    spec->curve_words = say(input, "figure.lorenz.words", "value", words, NULL);
    spec->axis_x = say(input, "figure.lorenz.x", "tier",
                       say_tier(input, input->study->project.tier, true), NULL);
    spec->axis_y = say(input, "figure.lorenz.y", NULL);
    if (spec->title == NULL)
        spec->title = say(input, "figure.lorenz.title", "name",
                          say_indicator(input, index), "period", when, NULL);
    spec->description = say(input, "figure.lorenz.description", "name",
                            say_indicator(input, index), "period", when,
                            "value", words, NULL);
    return true;
}
