/*
 * figure_tartan.c - areas by indicators.
 *
 *  (1) What may not be printed is not drawn either.
 *  (2) Of very many areas those at both ends are shown: better on most of the
 *      indicators, and behind on most; the note says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { MOST_AREAS = 60 };

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

/* An area, and on how many more indicators it is better than behind. */
struct placed {
    uint32_t area;
    long lead;
};

static int by_lead(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    if (a->lead != b->lead)
        return a->lead > b->lead ? -1 : 1;
    return (a->area > b->area) - (a->area < b->area);
}

/* (2) Keeps the ends of [areas]; how many it leaves out. */
static size_t keep_ends(uint32_t areas[], size_t *count,
                        const struct report_input *input,
                        const uint16_t indicators[], size_t rows)
{
    struct figure_ends ends = figure_ends(*count, MOST_AREAS);
    struct placed *placed = arena_array(input->arena, *count, struct placed);
    if (ends.left_out == 0)
        return 0;
    for (size_t c = 0; c < *count; c++) {
        placed[c].area = areas[c];
        for (size_t i = 0; i < rows; i++) {
            struct chart_cell cell = cell_of(input, indicators[i], areas[c]);
            placed[c].lead += cell.standing == STANDING_BETTER;
            placed[c].lead -= cell.standing == STANDING_WORSE;
        }
    }
    qsort(placed, *count, sizeof *placed, by_lead);
    for (size_t c = 0; c < ends.head + ends.tail; c++)
        areas[c] = placed[figure_ends_item(&ends, *count, c)].area;
    *count = ends.head + ends.tail;
    return ends.left_out;
}

/* The signs of cells with a number; the legend names the others. */
static char *tartan_note(const struct report_input *input,
                         const struct chart_grid *grid, size_t left_out)
{
    unsigned met = 0, absent = 1u << STATUS_MISSING | 1u << STATUS_SUPPRESSED |
                               1u << STATUS_SUPPRESSED2;
    for (size_t i = 0; i < grid->rows * grid->columns; i++)
        met |= 1u << grid->cells[i].status;
    char *pieces[] = { left_out > 0 ? say(input, "figure.tartan.ends", NULL)
                                    : NULL,
                       figure_left_out(input, left_out) };
    return figure_note(input, pieces, 2, met & ~absent);
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
    size_t left_out =
        keep_ends(areas, &grid->columns, input, indicators, grid->rows);
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
    spec->note = tartan_note(input, grid, left_out);
    const char *when = say_when(input, input->study->project.period);
    const char *whole = say_area(input, input->study->project.root);
    if (spec->title == NULL)
        spec->title = say(input, "figure.tartan.title", "area", whole, "period",
                          when, NULL);
    spec->description = say(input, "figure.tartan.description", "rows",
                            say_whole(input, grid->rows), "columns",
                            say_whole(input, grid->columns + left_out), "area",
                            whole, "period", when, NULL);
    return true;
}
