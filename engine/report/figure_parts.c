/*
 * figure_parts.c - ends, notes and series of pictures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/figure_parts.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"

enum { MOST_PIECES = 6, MOST_NAMES = 3 };

struct figure_ends figure_ends(size_t count, size_t most)
{
    if (count <= most)
        return (struct figure_ends){ count, 0, 0 };
    return (struct figure_ends){ most - most / 2, most / 2, count - most };
}

size_t figure_ends_item(const struct figure_ends *ends, size_t count,
                        size_t row)
{
    return row < ends->head ? row : count - ends->tail + (row - ends->head);
}

/* A message about so many areas of the tier; NULL about none. */
static char *so_many(const struct report_input *input, const char *message,
                     size_t count)
{
    return count == 0
               ? NULL
               : say(input, message, "count", say_whole(input, count), "tier",
                     say_tier(input, input->study->project.tier, true), NULL);
}

char *figure_left_out(const struct report_input *input, size_t count)
{
    return so_many(input, "figure.left_out", count);
}

char *figure_not_compared(const struct report_input *input, size_t count)
{
    return so_many(input, "figure.not_compared", count);
}

char *figure_note(const struct report_input *input, char *const pieces[],
                  size_t count, unsigned statuses)
{
    char *all[MOST_PIECES + 1] = { NULL };
    for (size_t i = 0; i < count && i < MOST_PIECES; i++)
        all[i] = pieces[i];
    all[MOST_PIECES] = say_signs(input, statuses);
    return say_joined(input, all, MOST_PIECES + 1, ". ");
}

char *figure_extremes(const struct report_input *input,
                      struct result_list ranked)
{
    const struct result *first = ranked.items[0];
    const struct result *last = ranked.items[view_filled(ranked) - 1];
    const struct indicator *indicator =
        input_indicator(input, first->indicator);
    return say(input, "figure.extremes", "first", say_area(input, first->area),
               "first_value", say_with_unit(input, indicator, first->value),
               "last", say_area(input, last->area), "last_value",
               say_with_unit(input, indicator, last->value), NULL);
}

char *figure_names(const struct report_input *input, const uint32_t areas[],
                   size_t count)
{
    char *names[MOST_NAMES];
    size_t said = count < MOST_NAMES ? count : MOST_NAMES;
    for (size_t i = 0; i < said; i++)
        names[i] = arena_string(input->arena, say_area(input, areas[i]));
    return say_joined(input, names, said, ", ");
}

static int by_distance(const void *left, const void *right)
{
    const struct figure_dot *a = left, *b = right;
    if (a->dot.named != b->dot.named)
        return a->dot.named ? -1 : 1;
    if (a->away < b->away || a->away > b->away)
        return a->away > b->away ? -1 : 1;
    return (a->area > b->area) - (a->area < b->area);
}

void figure_sort_dots(struct figure_dot dots[], size_t count)
{
    if (count > 1)
        qsort(dots, count, sizeof *dots, by_distance);
}

const char *figure_step_unit(const struct report_input *input,
                             const struct indicator *indicator)
{
    const char *unit = indicator_unit(indicator, input_language(input));
    return strcmp(unit, "%") == 0
               ? message_text(&input->study->messages, "unit.points")
               : unit;
}

struct chart_series *figure_add_series(struct chart_spec *spec,
                                       const struct report_input *input,
                                       struct result_list list,
                                       enum series_role role)
{
    struct chart_series *series = &spec->series[spec->series_count++];
    const struct result *before = NULL;
    series->role = role;
    series->points = arena_array(input->arena, list.count, struct chart_point);
    for (size_t i = 0; i < list.count; i++) {
        const struct result *r = list.items[i];
        bool shown = result_shown(r);
        series->points[series->count++] = (struct chart_point){
            .x = period_year(r->period),
            .y = shown ? r->value : NO_VALUE,
            .lower = shown ? r->lower : NO_VALUE,
            .upper = shown ? r->upper : NO_VALUE,
            .status = result_status(r),
            .cut_before =
                shown && before != NULL && view_parted(input, before, r, NULL),
        };
        if (shown)
            before = r;
    }
    if (list.count > 0)
        series->label = say_side(input, list.items[0]->area);
    return series;
}
