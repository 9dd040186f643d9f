/*
 * figure_quadrant.c - level by change: who is low and improves more slowly.
 *
 *  (1) All areas are named; when there are many, a score of those in the bad
 *      corner, the furthest first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { MANY_AREAS = 40, NAMED = 20 };

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
    return whole->area == NO_AREA ? say(input, "figure.compared", NULL)
                                  : say_side(input, whole->area);
}

static enum status status_of(const struct report_input *input,
                             const struct change *c, period p)
{
    return result_status(
        results_find(input->results, c->indicator, c->area, p, WHOLE));
}

/* The dots of the areas compared; how many of them lie in the corner. Those
 * come first, the furthest from both lines before the others. */
static size_t quadrant_dots(struct figure_dot **out, size_t *count,
                            const struct report_input *input,
                            const struct change *whole, bool low_is_better)
{
    const struct changes *all = input->changes;
    size_t low = 0;
    *out = arena_array(input->arena, all->count, struct figure_dot);
    *count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct change *c = &all->items[i];
        if (c->indicator != whole->indicator ||
            c->area == input->study->project.root)
            continue;
        bool corner = in_corner(c, whole, low_is_better);
        double change = c->after - c->before;
        low += corner;
        (*out)[(*count)++] = (struct figure_dot){
            .dot = { .label = say_area(input, c->area),
                     .x = c->after,
                     .y = change,
                     .status = status_of(input, c, c->to),
                     .standing = corner ? STANDING_WORSE : STANDING_NONE,
                     .named = corner },
            .area = c->area,
            .away = corner ? (c->after - whole->after) *
                                 (change - (whole->after - whole->before))
                           : 0,
        };
    }
    figure_sort_dots(*out, *count);
    return low;
}

/* (1) */
static unsigned take_dots(struct chart_spec *spec,
                          const struct report_input *input,
                          const struct figure_dot dots[], size_t count)
{
    unsigned statuses = 0;
    spec->dots = arena_array(input->arena, count, struct chart_dot);
    spec->dot_count = count;
    for (size_t i = 0; i < count; i++) {
        spec->dots[i] = dots[i].dot;
        spec->dots[i].named =
            count <= MANY_AREAS || (dots[i].dot.named && i < NAMED);
        statuses |= 1u << dots[i].dot.status;
    }
    return statuses;
}

/* The names of the first dots. */
static char *first_names(const struct report_input *input,
                         const struct figure_dot dots[], size_t count)
{
    uint32_t *areas = arena_array(input->arena, count + 1, uint32_t);
    for (size_t i = 0; i < count; i++)
        areas[i] = dots[i].area;
    return count == 0 ? arena_string(input->arena, "–")
                      : figure_names(input, areas, count);
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
        say(input, "figure.whole", "area", whole_name(input, whole), "value",
            say_value(input, indicator, whole->after), NULL)
    };
    spec->whole_y = (struct chart_line){
        change, say(input, "figure.whole", "area", whole_name(input, whole),
                    "value", say_signed(input, indicator, change), NULL)
    };
    spec->axis_x = say(input, "figure.quadrant.x", "name",
                       say_head(input, index), "period", to, NULL);
    spec->axis_y = say(input, "figure.quadrant.y", "from", from, "to", to,
                       "unit", figure_step_unit(input, indicator), NULL);
    spec->curve_words = say(input, "figure.quadrant.corner", NULL);
    spec->legend[2] = ""; /* the corner itself says it */
    if (spec->title == NULL)
        spec->title = say(input, "figure.quadrant.title", "name",
                          say_indicator(input, index), "tier",
                          say_tier(input, input->study->project.tier, false),
                          "from", from, "to", to, NULL);
}

bool figure_quadrant(struct chart_spec *spec,
                     const struct figure_request *request,
                     const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    const struct indicator *indicator = input_indicator(input, index);
    struct change whole;
    if (indicator->better == BETTER_NONE || indicator->kind == KIND_COUNT) {
        spec->note = "figure.no_better";
        return false;
    }
    if (!whole_change(&whole, input, index)) {
        spec->note = "figure.no_change";
        return false;
    }
    struct figure_dot *dots;
    size_t count;
    spec->better_low = indicator->better == BETTER_LOWER;
    size_t low = quadrant_dots(&dots, &count, input, &whole, spec->better_low);
    if (count < 2)
        return false;
    unsigned statuses = take_dots(spec, input, dots, count);
    quadrant_words(spec, request, input, &whole);
    spec->note = figure_note(input, NULL, 0, statuses);
    spec->description = say(
        input, "figure.quadrant.description", "name",
        say_indicator(input, index), "from", say_period(input, whole.from),
        "to", say_period(input, whole.to), "count", say_whole(input, low), "of",
        say_whole(input, count), "names", first_names(input, dots, low), NULL);
    return true;
}
