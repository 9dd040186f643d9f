/*
 * figure_dots.c - fields of two measures: funnel and quadrant.
 *
 *  (1) A funnel shows the areas of one family: what compare.c left out of it is
 *      counted in the note.
 *  (2) Named are areas outside the limits, the furthest first.
 *  (3) In a quadrant all areas are named, or when there are many those that are
 *      low and fall behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { MANY_AREAS = 40, FEWEST_AREAS = 12 };

/* --- funnel ----------------------------------------------------------------
 */

/* Which side of the limits is the better one. */
static enum standing outside(const struct indicator *indicator, bool above)
{
    if (indicator->better == BETTER_NONE)
        return STANDING_NONE;
    return above == (indicator->better == BETTER_HIGHER) ? STANDING_BETTER
                                                         : STANDING_WORSE;
}

static bool is_above(enum funnel place)
{
    return place == FUNNEL_ABOVE_95 || place == FUNNEL_ABOVE_998;
}

/* Distance in errors, but for a factor that all share. */
struct weighed {
    struct chart_dot dot;
    uint32_t area;
    double away;
};

static int by_distance(const void *left, const void *right)
{
    const struct weighed *a = left, *b = right;
    if (a->dot.named != b->dot.named)
        return a->dot.named ? -1 : 1;
    if (a->away < b->away || a->away > b->away)
        return a->away > b->away ? -1 : 1;
    return (a->area > b->area) - (a->area < b->area);
}

/* The dots of a family; returns how many, [left_out] those without a place. */
static size_t funnel_dots(struct weighed **out, size_t *left_out,
                          const struct report_input *input, uint16_t index)
{
    const struct comparisons *all = input->comparisons;
    const struct project *project = &input->study->project;
    const struct indicator *indicator = input_indicator(input, index);
    size_t count = 0;
    *out = arena_array(input->arena, all->count + 1, struct weighed);
    *left_out = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct comparison *c = &all->items[i];
        if (c->indicator != index || c->breakdown.dimension != NO_INDEX ||
            c->period != project->period ||
            input->study->areas.items[c->area].tier != project->tier)
            continue;
        const struct result *r = &input->results->items[c->row];
        if (c->funnel == FUNNEL_NONE || !result_shown(r)) { /* (1) */
            (*left_out)++;
            continue;
        }
        bool within = c->funnel == FUNNEL_WITHIN;
        (*out)[count++] = (struct weighed){
            .dot = { .label = say_area(input, c->area),
                     .x = c->denominator,
                     .y = c->value,
                     .status = r->status,
                     .standing = within ? STANDING_SIMILAR
                                        : outside(indicator,
                                                  is_above(c->funnel)),
                     .named = !within },
            .area = c->area,
            .away = fabs(c->difference) * sqrt(c->denominator),
        };
    }
    return count;
}

static void funnel_limits(struct chart_spec *spec,
                          const struct report_input *input,
                          const struct funnel_limits *limits)
{
    spec->series = arena_array(input->arena, LIMIT_COUNT, struct chart_series);
    spec->series_count = LIMIT_COUNT;
    for (int k = 0; k < LIMIT_COUNT; k++) {
        bool outer = k == LIMIT_BELOW_998 || k == LIMIT_ABOVE_998;
        struct chart_series *series = &spec->series[k];
        series->role = outer ? SERIES_WHOLE : SERIES_OTHER;
        series->label =
            say(input, "figure.limit", "level",
                say_number(input, outer ? 99.8 : 95, outer ? 1 : 0), NULL);
        series->points =
            arena_array(input->arena, LIMIT_SIZES, struct chart_point);
        series->count = LIMIT_SIZES;
        for (size_t i = 0; i < LIMIT_SIZES; i++)
            series->points[i] =
                (struct chart_point){ limits->base[i], limits->values[k][i],
                                      NO_VALUE, NO_VALUE, STATUS_OK, false };
    }
}

/* How many stand outside on the side of [standing], and who they are. */
static char *funnel_side(const struct report_input *input,
                         const struct weighed dots[], size_t count,
                         enum standing standing)
{
    uint32_t *areas = arena_array(input->arena, count + 1, uint32_t);
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        if (dots[i].dot.named && dots[i].dot.standing == standing)
            areas[found++] = dots[i].area;
    if (found == 0)
        return NULL;
    static const char *const ids[] = { "figure.funnel.out",
                                       "figure.funnel.better", "",
                                       "figure.funnel.worse" };
    return say(input, ids[standing], "count", say_whole(input, found), "names",
               figure_names(input, areas, found), NULL);
}

static void funnel_words(struct chart_spec *spec,
                         const struct figure_request *request,
                         const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    const struct result *root = view_root(input, index);
    const struct indicator *indicator = input_indicator(input, index);
    const char *when = say_when(input, input->study->project.period);
    if (root != NULL && result_shown(root)) {
        spec->whole.value = root->value;
        spec->whole.label =
            say(input, "figure.whole", "area", say_side(input, root->area),
                "value", say_value(input, indicator, root->value), NULL);
    }
    spec->axis_x = say(input, "figure.funnel.x", NULL);
    spec->axis_y = say_head(input, index);
    spec->legend[0] = say(input, "legend.outside_better", NULL);
    spec->legend[1] = say(input, "legend.within", NULL);
    spec->legend[2] = say(input, "legend.outside_worse", NULL);
    if (spec->title == NULL)
        spec->title = say(input, "figure.funnel.title", "name",
                          say_indicator(input, index), "tier",
                          say_tier(input, input->study->project.tier, false),
                          "period", when, NULL);
}

/* Why there are no limits. */
static const char *funnel_lacks(const struct report_input *input,
                                uint16_t index)
{
    if (indicator_chance(input_indicator(input, index)) == NOISE_NONE)
        return "figure.funnel_fact";
    return view_filled(view_areas(input, index)) < FEWEST_AREAS
               ? "figure.funnel_few"
               : NULL;
}

bool figure_funnel(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    const struct project *project = &input->study->project;
    const struct funnel_limits *limits = comparisons_limits(
        input->comparisons, index, project->period, (int)project->tier);
    struct weighed *dots;
    size_t left_out, count;
    if (limits == NULL) {
        spec->note = funnel_lacks(input, index);
        return false;
    }
    count = funnel_dots(&dots, &left_out, input, index);
    if (count == 0)
        return false;
    qsort(dots, count, sizeof *dots, by_distance); /* (2) */
    spec->dots = arena_array(input->arena, count, struct chart_dot);
    spec->dot_count = count;
    unsigned statuses = 0;
    for (size_t i = 0; i < count; i++) {
        spec->dots[i] = dots[i].dot;
        statuses |= 1u << dots[i].dot.status;
    }
    funnel_limits(spec, input, limits);
    funnel_words(spec, request, input);
    char *sides[] = {
        say(input, "figure.funnel.description", "name",
            say_indicator(input, index), "period",
            say_when(input, project->period), "count", say_whole(input, count),
            "tier", say_tier(input, project->tier, true), NULL),
        funnel_side(input, dots, count, STANDING_WORSE),
        funnel_side(input, dots, count, STANDING_BETTER),
        funnel_side(input, dots, count, STANDING_NONE),
    };
    spec->description = say_joined(input, sides, 4, " ");
    char *pieces[] = {
        say(input, "figure.funnel.note", NULL),
        left_out == 0 ? NULL
                      : say(input, "figure.not_compared", "count",
                            say_whole(input, left_out), "tier",
                            say_tier(input, project->tier, true), NULL),
    };
    spec->note = figure_note(input, pieces, 2, statuses);
    return true;
}

/* --- quadrant --------------------------------------------------------------
 */

/* Low, and further behind than the whole. */
static bool in_corner(const struct change *c, const struct change *whole,
                      bool low_is_better)
{
    double level = c->after - whole->after;
    double change = (c->after - c->before) - (whole->after - whole->before);
    return low_is_better ? level > 0 && change > 0 : level < 0 && change < 0;
}

/*
 * What the areas are held against: the root, or, where its two years cannot be
 * compared because areas are missing in one of them, the areas that can, added
 * up in both.
 */
static bool whole_change(struct change *out, const struct report_input *input,
                         uint16_t index)
{
    const struct changes *all = input->changes;
    uint32_t root = input->study->project.root;
    double scale = input_indicator(input, index)->scale;
    double sums[2][2] = { { 0 } };
    const struct change *own = changes_find(all, index, root);
    if (own != NULL) {
        *out = *own;
        return true;
    }
    *out = (struct change){ .indicator = index, .area = NO_AREA };
    for (size_t i = 0; all != NULL && i < all->count; i++) {
        const struct change *c = &all->items[i];
        const period years[] = { c->from, c->to };
        if (c->indicator != index)
            continue;
        out->from = c->from;
        out->to = c->to;
        for (size_t side = 0; side < 2; side++) {
            const struct result *r = results_find(input->results, index,
                                                  c->area, years[side], WHOLE);
            sums[side][0] += r->numerator;
            sums[side][1] += r->denominator;
        }
    }
    out->before = scale * sums[0][0] / sums[0][1];
    out->after = scale * sums[1][0] / sums[1][1];
    return has_value(out->before) && has_value(out->after);
}

static const char *whole_name(const struct report_input *input,
                              const struct change *whole)
{
    return whole->area == NO_AREA
               ? say(input, "figure.compared", NULL)
               : say_side(input, whole->area);
}

static enum status status_of(const struct report_input *input,
                             const struct change *c, period p)
{
    return result_status(
        results_find(input->results, c->indicator, c->area, p, WHOLE));
}

static void add_dot(struct chart_spec *spec, const struct report_input *input,
                    const struct change *c, bool corner)
{
    spec->dots[spec->dot_count++] = (struct chart_dot){
        .label = say_area(input, c->area),
        .x = c->after,
        .y = c->after - c->before,
        .status = status_of(input, c, c->to),
        .standing = corner ? STANDING_WORSE : STANDING_NONE,
        .named = true,
    };
}

static void quadrant_words(struct chart_spec *spec,
                           const struct figure_request *request,
                           const struct report_input *input,
                           const struct change *whole)
{
    uint16_t index = request->indicators[0];
    const struct indicator *indicator = input_indicator(input, index);
    double change = whole->after - whole->before;
    const char *from = say_period(input, whole->from);
    const char *to = say_period(input, whole->to);
    spec->whole = (struct chart_line){
        whole->after,
        say(input, "figure.whole", "area", whole_name(input, whole),
            "value", say_value(input, indicator, whole->after), NULL)
    };
    spec->whole_y = (struct chart_line){
        change, say(input, "figure.whole", "area",
                    whole_name(input, whole), "value",
                    say_signed(input, indicator, change), NULL)
    };
    spec->axis_x = say(input, "figure.quadrant.x", "name",
                       say_head(input, index), "period", to, NULL);
    spec->axis_y =
        say(input, "figure.quadrant.y", "from", from, "to", to, "unit",
            figure_step_unit(input, indicator), NULL);
    spec->curve_words = say(input, "figure.quadrant.corner", NULL);
    spec->legend[2] = ""; /* the corner itself says it */
    if (spec->title == NULL)
        spec->title =
            say(input, "figure.quadrant.title", "name",
                say_indicator(input, index), "tier",
                say_tier(input, input->study->project.tier, false), "from",
                from, "to", to, NULL);
}

bool figure_quadrant(struct chart_spec *spec,
                     const struct figure_request *request,
                     const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    const struct indicator *indicator = input_indicator(input, index);
    uint32_t root = input->study->project.root;
    struct change whole;
    if (indicator->better == BETTER_NONE || indicator->kind == KIND_COUNT) {
        spec->note = "figure.no_better";
        return false;
    }
    if (!whole_change(&whole, input, index)) {
        spec->note = "figure.no_change";
        return false;
    }
    const struct changes *all = input->changes;
    uint32_t *low = arena_array(input->arena, all->count, uint32_t);
    size_t low_count = 0;
    spec->better_low = indicator->better == BETTER_LOWER;
    spec->dots = arena_array(input->arena, all->count, struct chart_dot);
    for (int rest = 0; rest < 2; rest++) /* the corner is named first */
        for (size_t i = 0; i < all->count; i++) {
            const struct change *c = &all->items[i];
            if (c->indicator != index || c->area == root)
                continue;
            bool corner = in_corner(c, &whole, spec->better_low);
            if (corner == (rest == 1))
                continue;
            if (corner)
                low[low_count++] = c->area;
            add_dot(spec, input, c, corner);
        }
    if (spec->dot_count < 2)
        return false;
    unsigned statuses = 0;
    for (size_t i = 0; i < spec->dot_count; i++) {
        statuses |= 1u << spec->dots[i].status;
        if (spec->dot_count > MANY_AREAS) /* (3) */
            spec->dots[i].named = spec->dots[i].standing == STANDING_WORSE;
    }
    quadrant_words(spec, request, input, &whole);
    spec->note = figure_note(input, NULL, 0, statuses);
    spec->description = say(
        input, "figure.quadrant.description", "name",
        say_indicator(input, index), "from", say_period(input, whole.from),
        "to", say_period(input, whole.to), "count",
        say_whole(input, low_count), "of", say_whole(input, spec->dot_count),
        "names",
        low_count == 0 ? "–" : figure_names(input, low, low_count), NULL);
    return true;
}
