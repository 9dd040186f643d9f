/*
 * figure_league.c - the areas in order.
 *
 *  (1) What may not be printed is not drawn either.
 *  (2) Lines across a league are values that an area could have.
 *  (3) Of very many areas both ends are shown, a column each; the note says how
 *      many lie between them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { MOST_ROWS = 120 };

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

static unsigned add_row(struct chart_spec *spec,
                        const struct report_input *input,
                        const struct result *r)
{
    bool shown = result_shown(r);
    spec->rows[spec->row_count++] = (struct chart_row){
        .label = say_area(input, r->area),
        .value = shown ? r->value : NO_VALUE,
        .lower = shown ? r->lower : NO_VALUE,
        .upper = shown ? r->upper : NO_VALUE,
        .status = result_status(r),
        .standing = shown ? r->standing : STANDING_NONE,
        .text = say_result(input, r),
    };
    return 1u << result_status(r);
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
    size_t count = list.count, unknown = 0;
    while (count > MOST_ROWS && !result_shown(list.items[count - 1])) {
        count--;
        unknown++;
    }
    struct figure_ends ends = figure_ends(count, MOST_ROWS);
    spec->rows =
        arena_array(input->arena, ends.head + ends.tail, struct chart_row);
    unsigned statuses = 0;
    for (size_t i = 0; i < ends.head + ends.tail; i++)
        statuses |=
            add_row(spec, input, list.items[figure_ends_item(&ends, count, i)]);
    const char *when = say_when(input, input->study->project.period);
    if (spec->title == NULL)
        spec->title = say(input, "figure.league.title", "name",
                          say_indicator(input, index), "tier",
                          say_tier(input, input->study->project.tier, false),
                          "period", when, NULL);
    league_lines(spec, input, list, index);
    char *pieces[] = { figure_left_out(input, ends.left_out),
                       figure_not_compared(input, unknown) };
    spec->note = figure_note(input, pieces, 2, statuses);
    spec->description = say(input, "figure.league.description", "name",
                            say_indicator(input, index), "period", when,
                            "extremes", figure_extremes(input, list), NULL);
    return true;
}
