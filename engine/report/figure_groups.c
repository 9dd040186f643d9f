/*
 * figure_groups.c - groups within areas: gap and equiplot.
 *
 *  (1) gap takes a dimension of which just two codes have figures (women and
 *      men), equiplot the one with the most; of equal ones the codebook's
 *      first. Both keep to the one that is asked for.
 *  (2) The whole stands first, then the areas, the widest gap first;
 * areas without one come last, or, when there are too many rows, are counted in
 *      the note alone.
 *  (3) The gap of two is the first code less the second, with its sign; of
 *      several the highest less the lowest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { MOST_ROWS = 64, MOST_GROUPS = 6 };

/* The codes of one dimension that have figures, and the rows to be. */
struct grouping {
    uint16_t dimension, codes[MOST_GROUPS];
    size_t count;
};

struct group_row {
    uint32_t area;
    const struct result *cells[MOST_GROUPS];
    double gap; /* NO_VALUE when a group is missing */
    bool whole;
};

static const struct result *result_of(const struct report_input *input,
                                      uint16_t indicator, uint32_t area,
                                      uint16_t dimension, uint16_t code)
{
    return results_find(input->results, indicator, area,
                        input->study->project.period,
                        (struct breakdown){ dimension, code });
}

static bool has_figures(const struct report_input *input, uint16_t indicator,
                        uint16_t dimension, uint16_t code)
{
    const struct areas *areas = &input->study->areas;
    for (uint32_t a = 0; a < areas->count; a++)
        if (areas->items[a].tier == input->study->project.tier &&
            result_shown(result_of(input, indicator, a, dimension, code)))
            return true;
    return false;
}

/* (1) */
static struct grouping find_groups(const struct report_input *input,
                                   const struct figure_request *request,
                                   bool two)
{
    const struct codebook *book = &input->study->codebook;
    uint16_t indicator = request->indicators[0];
    struct grouping best = { 0 };
    for (uint16_t d = 0; d < book->dimension_count; d++) {
        struct grouping found = { .dimension = d };
        if (book->dimensions[d].ages ||
            (request->dimension != NULL && *request->dimension != d))
            continue;
        for (uint16_t c = 0; c < book->dimensions[d].count; c++)
            if (found.count < MOST_GROUPS &&
                has_figures(input, indicator, d, c))
                found.codes[found.count++] = c;
        bool fits = two ? found.count == 2 : found.count >= 2;
        if (fits && found.count > best.count)
            best = found;
    }
    return best;
}

static const char *group_name(const struct report_input *input,
                              const struct grouping *groups, size_t group)
{
    const struct code *code =
        &input->study->codebook.dimensions[groups->dimension]
             .codes[groups->codes[group]];
    const char *name = say_either(input, code->name, code->name_en);
    return name == NULL ? code->id : name;
}

/* (3) */
static double gap_of(const struct group_row *row, size_t count)
{
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (size_t g = 0; g < count; g++) {
        if (!result_shown(row->cells[g]))
            return NO_VALUE;
        least = fmin(least, row->cells[g]->value);
        most = fmax(most, row->cells[g]->value);
    }
    return count == 2 ? row->cells[0]->value - row->cells[1]->value
                      : most - least;
}

/* An area that has a row of the whole, or of any group. */
static bool take_row(struct group_row *row, const struct report_input *input,
                     uint16_t indicator, const struct grouping *groups,
                     uint32_t area)
{
    bool any = results_find(input->results, indicator, area,
                            input->study->project.period, WHOLE) != NULL;
    *row = (struct group_row){ .area = area,
                               .whole = area == input->study->project.root };
    for (size_t g = 0; g < groups->count; g++) {
        row->cells[g] = result_of(input, indicator, area, groups->dimension,
                                  groups->codes[g]);
        any = any || row->cells[g] != NULL;
    }
    row->gap = gap_of(row, groups->count);
    return any;
}

/* (2) */
static int by_gap(const void *left, const void *right)
{
    const struct group_row *a = left, *b = right;
    if (a->whole != b->whole)
        return a->whole ? -1 : 1;
    if (has_value(a->gap) != has_value(b->gap))
        return has_value(a->gap) ? -1 : 1;
    if (has_value(a->gap) && fabs(a->gap) != fabs(b->gap))
        return fabs(a->gap) > fabs(b->gap) ? -1 : 1;
    return (a->area > b->area) - (a->area < b->area);
}

static size_t take_rows(struct group_row **out,
                        const struct report_input *input, uint16_t indicator,
                        const struct grouping *groups)
{
    const struct areas *areas = &input->study->areas;
    bool counted = input_indicator(input, indicator)->kind == KIND_COUNT;
    size_t count = 0;
    *out = arena_array(input->arena, areas->count, struct group_row);
    for (uint32_t a = 0; a < areas->count; a++) {
        bool root = a == input->study->project.root && !counted;
        if ((root || areas->items[a].tier == input->study->project.tier) &&
            take_row(&(*out)[count], input, indicator, groups, a))
            count++;
    }
    qsort(*out, count, sizeof **out, by_gap);
    return count;
}

/* Why there is no gap, by the sign of what is missing. */
static const char *gap_text(const struct report_input *input,
                            const struct group_row *row, size_t count,
                            const struct indicator *indicator)
{
    if (has_value(row->gap))
        return count == 2 ? say_signed(input, indicator, row->gap)
                          : say_value(input, indicator, row->gap);
    for (size_t g = 0; g < count; g++)
        if (!result_shown(row->cells[g]))
            return say_sign(input, result_status(row->cells[g]));
    return "";
}

static unsigned fill_row(struct chart_spec *spec,
                         const struct report_input *input,
                         const struct group_row *row,
                         const struct indicator *indicator)
{
    size_t count = spec->grid.columns;
    struct chart_grid *grid = &spec->grid;
    unsigned statuses = 0;
    for (size_t g = 0; g < count; g++) {
        const struct result *r = row->cells[g];
        bool shown = result_shown(r);
        statuses |= 1u << result_status(r);
        grid->cells[grid->rows * count + g] = (struct chart_cell){
            .status = result_status(r),
            .text = r == NULL ? "…" : say_result(input, r),
            .value = shown ? r->value : NO_VALUE,
        };
    }
    grid->row_labels[grid->rows++] = say_side(input, row->area);
    spec->rows[spec->row_count++] = (struct chart_row){
        .label = say_side(input, row->area),
        .value = row->gap,
        .lower = NO_VALUE,
        .upper = NO_VALUE,
        .text = gap_text(input, row, count, indicator),
    };
    return statuses;
}

/* The widest gap of an area, in words. */
static char *widest(const struct report_input *input,
                    const struct group_row rows[], size_t count,
                    const struct indicator *indicator, size_t groups)
{
    for (size_t i = 0; i < count; i++)
        if (!rows[i].whole && has_value(rows[i].gap))
            return say(input, "figure.gap.widest", "area",
                       say_area(input, rows[i].area), "gap",
                       groups == 2 ? say_signed(input, indicator, rows[i].gap)
                                   : say_value(input, indicator, rows[i].gap),
                       "unit", figure_step_unit(input, indicator), NULL);
    return NULL;
}

static void group_words(struct chart_spec *spec,
                        const struct figure_request *request,
                        const struct report_input *input,
                        const struct grouping *groups, char *extreme)
{
    uint16_t index = request->indicators[0];
    const char *when = say_when(input, input->study->project.period);
    char *names[MOST_GROUPS];
    for (size_t g = 0; g < groups->count; g++)
        names[g] = arena_string(input->arena, group_name(input, groups, g));
    const char *all = say_joined(input, names, groups->count, ", ");
    bool two = groups->count == 2;
    spec->heads[0] = two ? say(input, "figure.gap.head", "first",
                               group_name(input, groups, 0), "second",
                               group_name(input, groups, 1), NULL)
                         : say(input, "figure.equiplot.head", NULL);
    if (spec->title == NULL)
        spec->title = say(input, "figure.gap.title", "name",
                          say_indicator(input, index), "groups", all, "tier",
                          say_tier(input, input->study->project.tier, false),
                          "period", when, NULL);
    char *said[] = { say(input, "figure.gap.description", "name",
                         say_indicator(input, index), "groups", all, "period",
                         when, NULL),
                     extreme };
    spec->description = say_joined(input, said, 2, " ");
}

static bool fill_groups(struct chart_spec *spec,
                        const struct figure_request *request,
                        const struct report_input *input, bool two)
{
    uint16_t index = request->indicators[0];
    const struct indicator *indicator = input_indicator(input, index);
    struct grouping groups = find_groups(input, request, two);
    struct group_row *rows;
    if (groups.count < 2) {
        spec->note = two ? "figure.no_pair" : "figure.no_groups";
        return false;
    }
    size_t count = take_rows(&rows, input, index, &groups);
    size_t unknown = 0;
    while (count > MOST_ROWS && !has_value(rows[count - 1].gap)) {
        count--;
        unknown++;
    }
    struct figure_ends ends = figure_ends(count, MOST_ROWS);
    size_t shown = ends.head + ends.tail;
    spec->grid = (struct chart_grid){
        .row_labels = arena_array(input->arena, shown, const char *),
        .column_labels = arena_array(input->arena, groups.count, const char *),
        .columns = groups.count,
        .cells =
            arena_array(input->arena, shown * groups.count, struct chart_cell),
    };
    spec->rows = arena_array(input->arena, shown, struct chart_row);
    for (size_t g = 0; g < groups.count; g++)
        spec->grid.column_labels[g] = group_name(input, &groups, g);
    unsigned statuses = 0;
    for (size_t i = 0; i < shown; i++)
        statuses |= fill_row(
            spec, input, &rows[figure_ends_item(&ends, count, i)], indicator);
    group_words(spec, request, input, &groups,
                widest(input, rows, count, indicator, groups.count));
    char *pieces[] = { figure_left_out(input, ends.left_out),
                       figure_not_compared(input, unknown) };
    spec->note = figure_note(input, pieces, 2, statuses);
    return true;
}

bool figure_gap(struct chart_spec *spec, const struct figure_request *request,
                const struct report_input *input)
{
    return fill_groups(spec, request, input, true);
}

bool figure_equiplot(struct chart_spec *spec,
                     const struct figure_request *request,
                     const struct report_input *input)
{
    return fill_groups(spec, request, input, false);
}
