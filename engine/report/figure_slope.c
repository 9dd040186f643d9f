/*
 * figure_slope.c - who rose and who fell between two years.
 *
 *  (1) Those areas stand out that changed for the better or the worse. When
 *      there are many areas two dozen of them do, the largest changes of both
 *      sorts; the note says how many there are. Where none tells, as of what
 *      has no better way, the largest changes are named alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { NAMED = 24 };

static bool tells(const struct change *c)
{
    return c->standing == STANDING_BETTER || c->standing == STANDING_WORSE;
}

/* Those that tell first, then by size. */
static int by_change(const void *left, const void *right)
{
    const struct change *a = *(const struct change *const *)left;
    const struct change *b = *(const struct change *const *)right;
    double x = fabs(a->after - a->before), y = fabs(b->after - b->before);
    if (tells(a) != tells(b))
        return tells(a) ? -1 : 1;
    if (x < y || x > y)
        return x > y ? -1 : 1;
    return (a->area > b->area) - (a->area < b->area);
}

static size_t changes_of(const struct change ***out,
                         const struct report_input *input, uint16_t index)
{
    size_t all = input->changes == NULL ? 0 : input->changes->count, count = 0;
    *out = arena_array(input->arena, all, const struct change *);
    for (size_t i = 0; i < all; i++) {
        const struct change *c = &input->changes->items[i];
        if (c->indicator == index && c->area != input->study->project.root)
            (*out)[count++] = c;
    }
    if (count > 1)
        qsort(*out, count, sizeof **out, by_change);
    return count;
}

static unsigned add_slope(struct chart_spec *spec,
                          const struct report_input *input,
                          const struct change *c, bool named, bool plain)
{
    struct chart_series *series = &spec->series[spec->series_count++];
    const period years[] = { c->from, c->to };
    unsigned statuses = 0;
    *series = (struct chart_series){
        .label = named ? say_area(input, c->area) : "",
        .role = SERIES_OTHER,
        .points = arena_array(input->arena, 2, struct chart_point),
        .count = 2,
        .standing = plain ? STANDING_NONE : c->standing,
    };
    for (size_t side = 0; side < 2; side++) {
        const struct result *r = results_find(input->results, c->indicator,
                                              c->area, years[side], WHOLE);
        statuses |= 1u << result_status(r);
        series->texts[side] = say_result(input, r);
        series->points[side] =
            (struct chart_point){ period_year(years[side]),
                                  result_shown(r) ? r->value : NO_VALUE,
                                  NO_VALUE,
                                  NO_VALUE,
                                  result_status(r),
                                  false };
    }
    return statuses;
}

/* Who changed for the better [0] and for the worse [1]. */
struct slope_sides {
    uint32_t *areas[2];
    size_t count[2];
};

static struct slope_sides sides_of(const struct report_input *input,
                                   const struct change *const changes[],
                                   size_t count)
{
    struct slope_sides sides = { { arena_array(input->arena, count, uint32_t),
                                   arena_array(input->arena, count, uint32_t) },
                                 { 0, 0 } };
    for (size_t i = 0; i < count; i++)
        if (tells(changes[i])) {
            size_t k = changes[i]->standing == STANDING_WORSE;
            sides.areas[k][sides.count[k]++] = changes[i]->area;
        }
    return sides;
}

/* (1) How many of each side stand out. */
static void slope_quota(size_t quota[2], const size_t count[2])
{
    size_t room = count[0] < NAMED / 2 ? NAMED - count[0] : NAMED / 2;
    quota[1] = count[1] < room ? count[1] : room;
    room = NAMED - quota[1];
    quota[0] = count[0] < room ? count[0] : room;
}

/* Adds all lines; the statuses that occur. */
static unsigned add_slopes(struct chart_spec *spec,
                           const struct report_input *input,
                           const struct change *const changes[], size_t count,
                           const struct slope_sides *sides)
{
    size_t quota[2];
    unsigned statuses = 0;
    bool many = count > NAMED, any = sides->count[0] + sides->count[1] > 0;
    slope_quota(quota, sides->count);
    for (size_t i = 0; i < count; i++) {
        size_t k = changes[i]->standing == STANDING_WORSE;
        bool told = tells(changes[i]) && quota[k] > 0;
        if (told)
            quota[k]--;
        bool named = told || !many || (!any && i < NAMED);
        statuses |= add_slope(spec, input, changes[i], named, many && !told);
    }
    return statuses;
}

/* What is not to be seen where many lines are drawn. */
static char *slope_note(const struct report_input *input, size_t count,
                        const struct slope_sides *sides)
{
    if (count <= NAMED)
        return NULL;
    if (sides->count[0] + sides->count[1] == 0)
        return say(input, "figure.slope.largest", "count",
                   say_whole(input, count), "named", say_whole(input, NAMED),
                   NULL);
    return say(input, "figure.slope.named", "better",
               say_whole(input, sides->count[0]), "worse",
               say_whole(input, sides->count[1]), "count",
               say_whole(input, count), NULL);
}

static char *slope_description(const struct report_input *input,
                               const struct change *first,
                               const struct slope_sides *sides)
{
    const char *names[2];
    for (size_t k = 0; k < 2; k++)
        names[k] = sides->count[k] == 0
                       ? "–"
                       : figure_names(input, sides->areas[k], sides->count[k]);
    return say(input, "figure.slope.description", "name",
               say_indicator(input, first->indicator), "from",
               say_period(input, first->from), "to",
               say_period(input, first->to), "better",
               say_whole(input, sides->count[0]), "better_names", names[0],
               "worse", say_whole(input, sides->count[1]), "worse_names",
               names[1], NULL);
}

bool figure_slope(struct chart_spec *spec, const struct figure_request *request,
                  const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    const struct change **changes;
    size_t count = changes_of(&changes, input, index);
    if (count < 2) {
        spec->note = "figure.no_change";
        return false;
    }
    spec->series = arena_array(input->arena, count, struct chart_series);
    struct slope_sides sides = sides_of(input, changes, count);
    unsigned statuses = add_slopes(spec, input, changes, count, &sides);
    const char *from = say_period(input, changes[0]->from);
    const char *to = say_period(input, changes[0]->to);
    spec->heads[0] = from;
    spec->heads[1] = to;
    spec->legend[0] = say(input, "legend.improved", NULL);
    spec->legend[2] = say(input, "legend.declined", NULL);
    if (spec->title == NULL)
        spec->title =
            say(input, "figure.slope.title", "name", say_head(input, index),
                "tier", say_tier(input, input->study->project.tier, false),
                "from", from, "to", to, NULL);
    char *pieces[] = { slope_note(input, count, &sides) };
    spec->note = figure_note(input, pieces, 1, statuses);
    spec->description = slope_description(input, changes[0], &sides);
    return true;
}
