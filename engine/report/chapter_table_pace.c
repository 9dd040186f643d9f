/*
 * chapter_table_pace.c - how fast it goes, and how fast it must.
 *
 *  (1) A row for what falls short of its target. What is due now has no pace
 *      left, only the number still missing.
 *  (2) The pace wanted is the way left over the years left; the pace made is
 *      that since the earliest comparable year, at most five back. A break, a
 *      year without a figure or with part of the returns ends the look back.
 *  (3) The number missing is that of the numerator at this year's base.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/judgement.h"
#include "engine/report/tabulate.h"
#include "engine/report/views.h"

enum { YEARS_BACK = 5 };

static bool is_usable(const struct result *r)
{
    return result_shown(r) && r->status != STATUS_INVALID &&
           r->completeness >= 1;
}

/* (2) The result to measure the pace from, or NULL. */
static const struct result *start_of(const struct report_input *input,
                                     const struct result *now)
{
    struct result_list series = view_series(input, now->indicator, now->area);
    const struct result *start = NULL, *later = now;
    for (size_t i = series.count; i-- > 0; later = series.items[i]) {
        const struct result *r = series.items[i];
        if (r->period == now->period)
            continue;
        if (!is_usable(r) || view_parted(input, r, later, NULL) ||
            period_year(now->period) - period_year(r->period) > YEARS_BACK)
            break;
        start = r;
    }
    return start;
}

static double pace(double from, double to, period first, period last)
{
    int years = period_year(last) - period_year(first);
    return years > 0 && has_value(from) && has_value(to) ? (to - from) / years
                                                         : NO_VALUE;
}

/* "12.345 người": with the unit where the numerator is one quantity. */
static char *say_missing(const struct report_input *input,
                         const struct result *r)
{
    const struct codebook *book = &input->study->codebook;
    const struct indicator *indicator = input_indicator(input, r->indicator);
    const struct target *target = view_target(input, r);
    double missing =
        target_count_gap(target, view_assigned(input, r) / indicator->scale,
                         r->numerator, r->denominator);
    size_t length = strcspn(indicator->numerator, "[");
    const char *rest = strchr(indicator->numerator, ']');
    if (!has_value(missing))
        return NULL;
    uint16_t q = quantity_find(
        book, arena_copy(input->arena, indicator->numerator, length));
    char *count = say_count(input, missing);
    if (q == NO_INDEX || (rest != NULL && rest[1] != '\0'))
        return count;
    const struct quantity *quantity = &book->quantities[q];
    const char *unit = say_either(input, quantity->unit, quantity->unit_en);
    return unit == NULL ? count
                        : arena_format(input->arena, "%s %s", count, unit);
}

/* Of two paces that print alike none is slower. */
static const char *remark(const struct report_input *input,
                          const struct indicator *indicator, double wanted,
                          double made)
{
    if (!has_value(wanted))
        return "pace.due";
    if (!has_value(made))
        return "pace.unknown";
    bool enough = made * wanted > 0 && fabs(made) >= fabs(wanted);
    bool alike = strcmp(say_signed(input, indicator, wanted),
                        say_signed(input, indicator, made)) == 0;
    return enough || alike ? "pace.enough" : "pace.slow";
}

static void add_row(struct tabulation *t, const struct report_input *input,
                    const struct result *r)
{
    const struct indicator *indicator = input_indicator(input, r->indicator);
    const struct target *target = view_target(input, r);
    const struct result *start = start_of(input, r);
    double wanted =
        pace(r->value, view_assigned(input, r), r->period, target->period);
    double made = start ? pace(start->value, r->value, start->period, r->period)
                        : NO_VALUE;
    tabulate_text(t, say_head(input, r->indicator));
    tabulate_result(t, r, false);
    tabulate_text(t, judgement_target(input, r));
    tabulate_text(t, say_missing(input, r));
    tabulate_number(t, say_signed(input, indicator, wanted), wanted);
    tabulate_number(t,
                    has_value(made)
                        ? say(input, "table.since", "change",
                              say_signed(input, indicator, made), "period",
                              say_period(input, start->period), NULL)
                        : NULL,
                    made);
    tabulate_text(t, say(input, remark(input, indicator, wanted, made), NULL));
}

void chapter_table_pace(struct report *report, const struct report_input *input,
                        const uint16_t indicators[], size_t count,
                        const char *title)
{
    static const struct {
        const char *head;
        enum align align;
    } columns[] = {
        { "table.indicator", ALIGN_LEFT }, { "table.now", ALIGN_RIGHT },
        { "table.target", ALIGN_LEFT },    { "table.missing", ALIGN_RIGHT },
        { "table.pace", ALIGN_RIGHT },     { "table.pace_made", ALIGN_RIGHT },
        { "table.remark", ALIGN_LEFT },
    };
    size_t width = sizeof columns / sizeof *columns;
    struct tabulation t = tabulate_start(input, width);
    for (size_t i = 0; i < width; i++)
        tabulate_head(&t, say(input, columns[i].head, NULL), columns[i].align);
    for (size_t i = 0; i < count; i++) {
        const struct result *r = view_root(input, indicators[i]);
        const struct target *target = view_target(input, r);
        if (target != NULL && is_usable(r) &&
            has_value(view_assigned(input, r)) && view_behind(input, r))
            add_row(&t, input, r);
    }
    tabulate_finish(&t, report,
                    say(input, "table.pace_caption", "title", title, NULL),
                    say(input, "table.pace_note", NULL));
}
