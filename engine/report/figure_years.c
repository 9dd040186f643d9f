/*
 * figure_years.c - all areas over the years: multiples and heat.
 *
 *  (1) Periods are those of the report's sort up to its own.
 *  (2) Multiples stand in the order of the league; in a heat table come first
 *      the areas that stopped reporting earliest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { MOST_FIELDS = 64, MOST_ROWS = 80, MOST_PERIODS = 30 };

/* --- periods and series ----------------------------------------------------
 */

static int by_period(const void *left, const void *right)
{
    period a = *(const period *)left, b = *(const period *)right;
    return (a > b) - (a < b);
}

/* (1) Of the indicator, oldest first; the latest thirty. */
static size_t periods_of(period **out, const struct report_input *input,
                         uint16_t index)
{
    const struct results *all = input->results;
    period last = input->study->project.period;
    size_t count = 0, kept = 0;
    *out = arena_array(input->arena, all->count + 1, period);
    for (size_t i = 0; i < all->count; i++) {
        const struct result *r = &all->items[i];
        if (r->indicator == index && r->period <= last &&
            period_kind(r->period) == period_kind(last) &&
            period_part(r->period) == period_part(last) &&
            (count == 0 || (*out)[count - 1] != r->period))
            (*out)[count++] = r->period;
    }
    qsort(*out, count, sizeof **out, by_period);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || (*out)[kept - 1] != (*out)[i])
            (*out)[kept++] = (*out)[i];
    if (kept > MOST_PERIODS) {
        *out += kept - MOST_PERIODS;
        kept = MOST_PERIODS;
    }
    return kept;
}

static struct result_list series_of(const struct report_input *input,
                                    uint16_t index, uint32_t area,
                                    const period periods[], size_t count)
{
    struct result_list list = { .items = arena_array(input->arena, count,
                                                     const struct result *) };
    for (size_t i = 0; i < count; i++) {
        const struct result *r =
            results_find(input->results, index, area, periods[i], WHOLE);
        if (r != NULL)
            list.items[list.count++] = r;
    }
    return list;
}

static void title_of_years(struct chart_spec *spec,
                           const struct report_input *input, const char *id,
                           uint16_t index, const period periods[], size_t count)
{
    if (spec->title == NULL)
        spec->title =
            say(input, id, "name", say_indicator(input, index), "tier",
                say_tier(input, input->study->project.tier, false), "from",
                say_period(input, periods[0]), "to",
                say_period(input, periods[count - 1]), NULL);
}

/* --- multiples -------------------------------------------------------------
 */

bool figure_multiples(struct chart_spec *spec,
                      const struct figure_request *request,
                      const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    period *periods;
    size_t years = periods_of(&periods, input, index);
    struct result_list list = view_areas(input, index);
    if (years < 2 || view_filled(list) < 2)
        return false;
    view_rank(input, &list); /* (2) */
    struct figure_ends ends = figure_ends(list.count, MOST_FIELDS);
    size_t shown = ends.head + ends.tail;
    uint32_t root = input->study->project.root;
    bool whole = input_indicator(input, index)->kind != KIND_COUNT;
    spec->series = arena_array(input->arena, shown + 1, struct chart_series);
    if (whole)
        figure_add_series(spec, input,
                          series_of(input, index, root, periods, years),
                          SERIES_WHOLE);
    unsigned statuses = 0;
    for (size_t i = 0; i < shown; i++) {
        uint32_t area =
            list.items[figure_ends_item(&ends, list.count, i)]->area;
        struct chart_series *series = figure_add_series(
            spec, input, series_of(input, index, area, periods, years),
            SERIES_MAIN);
        for (size_t k = 0; k < series->count; k++)
            statuses |= 1u << series->points[k].status;
    }
    title_of_years(spec, input, "figure.multiples.title", index, periods,
                   years);
    char *pieces[] = {
        whole ? say(input, "figure.multiples.note", "area",
                    say_side(input, root), NULL)
              : NULL,
        figure_left_out(input, ends.left_out),
    };
    spec->note = figure_note(input, pieces, 2, statuses);
    spec->description =
        say(input, "figure.multiples.description", "name",
            say_indicator(input, index), "count", say_whole(input, list.count),
            "tier", say_tier(input, input->study->project.tier, true), "from",
            say_period(input, periods[0]), "to",
            say_period(input, periods[years - 1]), "extremes",
            figure_extremes(input, list), NULL);
    return true;
}

/* --- heat ------------------------------------------------------------------
 */

struct heat_row {
    uint32_t area;
    size_t last; /* the latest period with a figure, and one; 0 = none */
};

static int by_silence(const void *left, const void *right)
{
    const struct heat_row *a = left, *b = right;
    if (a->last != b->last)
        return a->last < b->last ? -1 : 1;
    return (a->area > b->area) - (a->area < b->area);
}

/* (2) The areas of the tier that ever had a row. */
static size_t heat_rows(struct heat_row **out, const struct report_input *input,
                        uint16_t index, const period periods[], size_t count)
{
    const struct areas *areas = &input->study->areas;
    size_t found = 0;
    *out = arena_array(input->arena, areas->count, struct heat_row);
    for (uint32_t a = 0; a < areas->count; a++) {
        bool any = false;
        struct heat_row row = { .area = a };
        if (areas->items[a].tier != input->study->project.tier)
            continue;
        for (size_t p = 0; p < count; p++) {
            const struct result *r =
                results_find(input->results, index, a, periods[p], WHOLE);
            any = any || r != NULL;
            if (result_shown(r))
                row.last = p + 1;
        }
        if (any)
            (*out)[found++] = row;
    }
    qsort(*out, found, sizeof **out, by_silence);
    return found;
}

static unsigned fill_heat(struct chart_grid *grid,
                          const struct report_input *input, uint16_t index,
                          uint32_t area, const period periods[])
{
    unsigned statuses = 0;
    for (size_t p = 0; p < grid->columns; p++) {
        const struct result *r =
            results_find(input->results, index, area, periods[p], WHOLE);
        bool shown = result_shown(r);
        statuses |= 1u << result_status(r);
        grid->cells[grid->rows * grid->columns + p] = (struct chart_cell){
            .status = result_status(r),
            .text = say_result(input, r),
            .value = shown ? r->value : NO_VALUE,
        };
    }
    grid->row_labels[grid->rows++] = say_area(input, area);
    return statuses;
}

/* Who has no figure of the last period. */
static char *silent(const struct report_input *input,
                    const struct heat_row rows[], size_t count, size_t years)
{
    uint32_t *areas = arena_array(input->arena, count, uint32_t);
    size_t found = 0;
    while (found < count && rows[found].last < years) {
        areas[found] = rows[found].area;
        found++;
    }
    return found == 0 ? say(input, "figure.heat.none_silent", NULL)
                      : say(input, "figure.heat.silent", "count",
                            say_whole(input, found), "names",
                            figure_names(input, areas, found), NULL);
}

bool figure_heat(struct chart_spec *spec, const struct figure_request *request,
                 const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    struct chart_grid *grid = &spec->grid;
    struct heat_row *rows;
    period *periods;
    grid->columns = periods_of(&periods, input, index);
    if (grid->columns == 0)
        return false;
    size_t count = heat_rows(&rows, input, index, periods, grid->columns);
    size_t shown = count < MOST_ROWS ? count : MOST_ROWS;
    if (count == 0 || rows[count - 1].last == 0)
        return false;
    grid->column_labels =
        arena_array(input->arena, grid->columns, const char *);
    for (size_t p = 0; p < grid->columns; p++)
        grid->column_labels[p] = say_period(input, periods[p]);
    grid->row_labels = arena_array(input->arena, shown, const char *);
    grid->cells =
        arena_array(input->arena, shown * grid->columns, struct chart_cell);
    unsigned statuses = 0;
    for (size_t i = 0; i < shown; i++)
        statuses |= fill_heat(grid, input, index, rows[i].area, periods);
    unsigned absent = 1u << STATUS_MISSING | 1u << STATUS_SUPPRESSED |
                      1u << STATUS_SUPPRESSED2 | 1u << STATUS_NA;
    spec->legend[3] = say_signs(input, statuses & absent);
    title_of_years(spec, input, "figure.heat.title", index, periods,
                   grid->columns);
    char *pieces[] = {
        count == shown
            ? NULL
            : say(input, "figure.heat.left_out", "count",
                  say_whole(input, count - shown), "tier",
                  say_tier(input, input->study->project.tier, true), NULL)
    };
    spec->note = figure_note(input, pieces, 1, statuses & ~absent);
    spec->description =
        say(input, "figure.heat.description", "name",
            say_indicator(input, index), "count", say_whole(input, count),
            "tier", say_tier(input, input->study->project.tier, true), "from",
            say_period(input, periods[0]), "to",
            say_period(input, periods[grid->columns - 1]), "silent",
            silent(input, rows, count, grid->columns), NULL);
    return true;
}
