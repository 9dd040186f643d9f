/*
 * figure_shortfall.c - how many people are lacking to the target, and where.
 *
 *  (1) An area is held against its own target; where it has none, against that
 *      of the whole, as it was set. The title says which.
 *  (2) Areas that have reached it are counted in the note, not drawn; areas
 *      without a figure come last and count for nothing.
 *  (3) Where quotas are planned, what is lacking is what the plan asks an area
 *      to win until its last year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { MOST_ROWS = 60 };

struct lack {
    const struct result *result;
    double count; /* NO_VALUE: not known */
};

/* (1) NULL when there is none. */
static const struct result *held_of(const struct report_input *input,
                                    const struct result *area,
                                    const struct result *root)
{
    if (has_value(view_assigned(input, area)))
        return area;
    return root != NULL && has_value(view_assigned(input, root)) ? root : NULL;
}

/* (3) */
static double quota_of(const struct report_input *input, const struct result *r)
{
    struct figure_steps steps = figure_plan_steps(input, r->indicator, r->area);
    double sum = steps.count > 0 ? 0 : NO_VALUE;
    for (size_t i = 0; i < steps.count; i++)
        sum += steps.items[i].fresh;
    return sum;
}

static double lack_of(const struct report_input *input, const struct result *r,
                      const struct result *root)
{
    if (figure_plan_shared(input, r->indicator) != NULL)
        return quota_of(input, r);
    const struct indicator *indicator = input_indicator(input, r->indicator);
    const struct result *held = held_of(input, r, root);
    if (held == NULL || !result_shown(r) || r->status == STATUS_INVALID)
        return NO_VALUE;
    return target_count_gap(view_target(input, held),
                            view_assigned(input, held) / indicator->scale,
                            r->numerator, r->denominator);
}

static int by_lack(const void *left, const void *right)
{
    const struct lack *a = left, *b = right;
    if (has_value(a->count) != has_value(b->count))
        return has_value(a->count) ? -1 : 1;
    if (has_value(a->count) && (a->count < b->count || a->count > b->count))
        return a->count > b->count ? -1 : 1;
    return (a->result->area > b->result->area) -
           (a->result->area < b->result->area);
}

/* (2) Those that lack, and those not known; [reached] gets the others. */
static size_t lacks_of(struct lack **out, double *total, size_t *reached,
                       const struct report_input *input, uint16_t index)
{
    struct result_list list = view_areas(input, index);
    const struct result *root = view_root(input, index);
    size_t count = 0;
    *out = arena_array(input->arena, list.count, struct lack);
    *total = 0;
    *reached = 0;
    for (size_t i = 0; i < list.count; i++) {
        double lacking = lack_of(input, list.items[i], root);
        if (has_value(lacking) && !(lacking > 0)) {
            (*reached)++;
            continue;
        }
        *total += has_value(lacking) ? lacking : 0;
        (*out)[count++] = (struct lack){ list.items[i], lacking };
    }
    if (count > 1)
        qsort(*out, count, sizeof **out, by_lack);
    return count;
}

static void add_row(struct chart_spec *spec, const struct report_input *input,
                    const struct lack *lack, double share)
{
    const struct result *r = lack->result;
    bool known = has_value(lack->count);
    enum status status = known && result_shown(r) ? r->status
                         : known                  ? STATUS_OK
                         : result_shown(r)        ? STATUS_NA
                                                  : result_status(r);
    const char *sign = say_sign(input, status);
    spec->grid.cells[spec->row_count] = (struct chart_cell){
        .status = known ? STATUS_OK : STATUS_MISSING,
        .text = known ? arena_format(input->arena, "%s%%",
                                     say_number(input, 100 * share, 0))
                      : "",
        .value = known ? share : NO_VALUE,
    };
    spec->rows[spec->row_count++] = (struct chart_row){
        .label = say_area(input, r->area),
        .value = lack->count,
        .lower = NO_VALUE,
        .upper = NO_VALUE,
        .status = status,
        .text = known ? arena_format(input->arena, "%s%s%s",
                                     say_count(input, lack->count),
                                     *sign ? " " : "", sign)
                      : sign,
    };
}

/* What is to be reached, and by when. */
struct aim {
    double value;
    period until;
    const char *title, *description, *axis, *reached;
};

static struct aim aim_of(const struct report_input *input, uint16_t index,
                         const struct lack *first)
{
    const struct plan_course *course = figure_plan_shared(input, index);
    if (course != NULL)
        return (struct aim){ course->goal,
                             course->due,
                             "figure.shortfall.plan_title",
                             "figure.shortfall.plan_description",
                             "figure.shortfall.plan_axis",
                             "figure.shortfall.plan_reached" };
    const struct result *held =
        held_of(input, first->result, view_root(input, index));
    return (struct aim){
        view_assigned(input, held), view_target(input, held)->period,
        "figure.shortfall.title",   "figure.shortfall.description",
        "figure.shortfall.axis",    "figure.shortfall.reached"
    };
}

static void shortfall_words(struct chart_spec *spec,
                            const struct figure_request *request,
                            const struct report_input *input,
                            const struct lack *first, double total)
{
    uint16_t index = request->indicators[0];
    const struct indicator *indicator = input_indicator(input, index);
    struct aim aim = aim_of(input, index, first);
    const char *value = say_amount(input, indicator, aim.value,
                                   target_decimals(indicator, aim.value));
    const char *until = say_when(input, aim.until);
    const char *when = say_when(input, input->study->project.period);
    spec->heads[0] = say(input, "figure.shortfall.head", NULL);
    spec->heads[1] = say(input, "figure.shortfall.share", NULL);
    spec->axis = say(input, aim.axis, NULL);
    if (spec->title == NULL)
        spec->title =
            say(input, aim.title, "name", say_indicator(input, index), "target",
                value, "until", until, "period", when, NULL);
    spec->description = say(
        input, aim.description, "name", say_indicator(input, index), "target",
        value, "until", until, "period", when, "total", say_count(input, total),
        "area", say_area(input, first->result->area), "most",
        say_count(input, first->count), NULL);
}

bool figure_shortfall(struct chart_spec *spec,
                      const struct figure_request *request,
                      const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    struct lack *lacks;
    double total, passed = 0;
    size_t reached;
    size_t count = lacks_of(&lacks, &total, &reached, input, index);
    if (count == 0 || !(total > 0)) {
        spec->note = reached > 0 ? "figure.all_reached" : "figure.no_target";
        return false;
    }
    size_t shown = count < MOST_ROWS ? count : MOST_ROWS;
    spec->rows = arena_array(input->arena, shown, struct chart_row);
    spec->grid.cells = arena_array(input->arena, shown, struct chart_cell);
    spec->grid.rows = shown;
    spec->grid.columns = 1;
    unsigned statuses = 0;
    for (size_t i = 0; i < shown; i++) {
        passed += has_value(lacks[i].count) ? lacks[i].count : 0;
        add_row(spec, input, &lacks[i], passed / total);
        statuses |= 1u << spec->rows[i].status;
    }
    shortfall_words(spec, request, input, &lacks[0], total);
    const char *tiers = say_tier(input, input->study->project.tier, true);
    char *pieces[] = {
        say(input, "figure.shortfall.total", "total", say_count(input, total),
            NULL),
        reached == 0
            ? NULL
            : say(input, aim_of(input, index, &lacks[0]).reached, "count",
                  say_whole(input, reached), "tier", tiers, NULL),
        count == shown
            ? NULL
            : say(input, "figure.shortfall.left_out", "count",
                  say_whole(input, count - shown), "tier", tiers, NULL),
    };
    spec->note = figure_note(input, pieces, 3, statuses);
    return true;
}
