/*
 * figure_rules.c - what each way of sharing a plan asks of every area, and
 * where it would leave it.
 *
 *  (1) The columns are today and each rule that was tried; beside an area
 * stands what it has to win, from the rule that asks least of it to the one
 * that asks most. (2) The whole stands first: it is the same under every rule.
 * Then the areas by what the rules make of them, the widest apart first; of
 * equal ones the lower one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { MOST_ROWS = 64 };

struct rule_row {
    const struct plan_line *line;
    double spread; /* between the rules */
};

/* --- the plan as figures read it --------------------------------------------
 */

/* Steps stand by area code. */
struct figure_steps figure_plan_steps(const struct report_input *input,
                                      uint16_t indicator, uint32_t area)
{
    const struct area *areas = input->study->areas.items;
    const struct plans *plans = input->plans;
    const struct plan_course *course =
        plans == NULL ? NULL : plans_course(plans, indicator);
    struct figure_steps found = { NULL, 0, NULL };
    size_t low = 0, high = course == NULL ? 0 : course->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct plan_step *step = &plans->steps[course->first + middle];
        if (strcmp(areas[plans->lines[step->line].area].code,
                   areas[area].code) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; course != NULL && low < course->count; low++) {
        const struct plan_step *step = &plans->steps[course->first + low];
        const struct plan_line *line = &plans->lines[step->line];
        if (line->area != area || !has_value(step->value))
            break;
        if (found.count++ == 0)
            found = (struct figure_steps){ step, 1, line };
    }
    return found;
}

const struct plan_course *figure_plan_shared(const struct report_input *input,
                                             uint16_t indicator)
{
    struct figure_steps whole =
        figure_plan_steps(input, indicator, input->study->project.root);
    return whole.count > 0 && has_value(whole.items[0].level)
               ? plans_course(input->plans, indicator)
               : NULL;
}

/* --- the picture ------------------------------------------------------------
 */

static double spread_of(const struct plan_line *line)
{
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        if (!has_value(line->left[rule]))
            continue;
        least = fmin(least, line->left[rule]);
        most = fmax(most, line->left[rule]);
    }
    return most >= least ? most - least : NO_VALUE;
}

/* (2) */
static int by_spread(const void *left, const void *right)
{
    const struct rule_row *a = left, *b = right;
    if (a->line->whole != b->line->whole)
        return a->line->whole ? -1 : 1;
    if (a->spread < b->spread || a->spread > b->spread)
        return a->spread > b->spread ? -1 : 1;
    if (a->line->value < b->line->value || a->line->value > b->line->value)
        return a->line->value < b->line->value ? -1 : 1;
    return (a->line->area > b->line->area) - (a->line->area < b->line->area);
}

static size_t take_rows(struct rule_row **out, const struct report_input *input,
                        const struct plan_course *course)
{
    const struct plans *plans = input->plans;
    size_t count = 0;
    *out = arena_array(input->arena, course->count + 1, struct rule_row);
    for (size_t i = 0; i < course->count; i++) {
        const struct plan_step *step = &plans->steps[course->first + i];
        const struct plan_line *line = &plans->lines[step->line];
        double spread = spread_of(line);
        if (has_value(spread) && (i == 0 || step[-1].line != step->line))
            (*out)[count++] = (struct rule_row){ line, spread };
    }
    if (count > 1)
        qsort(*out, count, sizeof **out, by_spread);
    return count;
}

static const char *rule_name(const struct report_input *input, int rule)
{
    char id[48];
    snprintf(id, sizeof id, "plan.rule.%s", plan_rule_names[rule]);
    return say(input, id, NULL);
}

static void add_cell(struct chart_spec *spec, const struct report_input *input,
                     const struct indicator *indicator, double value)
{
    size_t at = spec->grid.rows * spec->grid.columns;
    for (size_t c = 0; c < spec->grid.columns; c++, at++)
        if (spec->grid.cells[at].text == NULL)
            break;
    spec->grid.cells[at] = (struct chart_cell){
        .status = STATUS_OK,
        .text = say_value(input, indicator, value),
        .value = value,
    };
}

/* (1) */
static void add_row(struct chart_spec *spec, const struct report_input *input,
                    const struct plan_line *line)
{
    const struct indicator *indicator = input_indicator(input, line->indicator);
    double least = HUGE_VAL, most = -HUGE_VAL;
    add_cell(spec, input, indicator, line->value);
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        if (!has_value(line->left[rule]))
            continue;
        add_cell(spec, input, indicator, line->left[rule]);
        least = fmin(least, line->won[rule]);
        most = fmax(most, line->won[rule]);
    }
    spec->grid.row_labels[spec->grid.rows++] = say_side(input, line->area);
    spec->rows[spec->row_count++] = (struct chart_row){
        .label = say_side(input, line->area),
        .value = most,
        .lower = NO_VALUE,
        .upper = NO_VALUE,
        .text = least < most ? arena_format(input->arena, "%s–%s",
                                            say_count(input, least),
                                            say_count(input, most))
                             : say_count(input, most),
    };
}

static void add_columns(struct chart_spec *spec,
                        const struct report_input *input,
                        const struct plan_line *whole, const char *today)
{
    const char **labels =
        arena_array(input->arena, RULE_COUNT + 1, const char *);
    size_t count = 0;
    labels[count++] = today;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (has_value(whole->left[rule]))
            labels[count++] = rule_name(input, rule);
    spec->grid.column_labels = labels;
    spec->grid.columns = count;
}

static void rule_words(struct chart_spec *spec,
                       const struct report_input *input,
                       const struct plan_course *course,
                       const struct rule_row *first)
{
    const struct indicator *indicator =
        input_indicator(input, course->indicator);
    struct figure_steps steps =
        figure_plan_steps(input, course->indicator, input->study->project.root);
    const char *name = say_indicator(input, course->indicator);
    const char *when = say_when(input, steps.items[steps.count - 1].period);
    spec->heads[0] = say(input, "figure.rules.head", NULL);
    if (spec->title == NULL)
        spec->title = say(input, "figure.rules.title", "name", name, "period",
                          when, NULL);
    spec->description =
        say(input, "figure.rules.description", "name", name, "period", when,
            "number", say_count(input, steps.line->won[0]), "area",
            say_area(input, first->line->area), "spread",
            say_value(input, indicator, first->spread), "unit",
            figure_step_unit(input, indicator), NULL);
}

bool figure_rules(struct chart_spec *spec, const struct figure_request *request,
                  const struct report_input *input)
{
    const struct plan_course *course =
        figure_plan_shared(input, request->indicators[0]);
    struct rule_row *rows = NULL;
    size_t count = course == NULL ? 0 : take_rows(&rows, input, course);
    if (count < 2 || !rows[0].line->whole || !(rows[0].line->won[0] > 0)) {
        spec->note = "figure.no_quotas";
        return false;
    }
    if (!(rows[1].spread > 0)) {
        spec->note = "figure.rules_alike";
        return false;
    }
    struct figure_ends ends = figure_ends(count, MOST_ROWS);
    size_t shown = ends.head + ends.tail;
    add_columns(spec, input, rows[0].line,
                say(input, "plan.today", "period",
                    say_period(input, input->study->project.period), NULL));
    spec->grid.row_labels = arena_array(input->arena, shown, const char *);
    spec->grid.cells = arena_array(input->arena, shown * spec->grid.columns,
                                   struct chart_cell);
    spec->rows = arena_array(input->arena, shown, struct chart_row);
    for (size_t i = 0; i < shown; i++)
        add_row(spec, input, rows[figure_ends_item(&ends, count, i)].line);
    rule_words(spec, input, course, &rows[1]);
    char *pieces[] = { say(input, "figure.rules.note", NULL),
                       figure_left_out(input, ends.left_out) };
    spec->note = figure_note(input, pieces, 2, 0);
    return true;
}
