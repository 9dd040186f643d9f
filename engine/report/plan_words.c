/*
 * plan_words.c - the notes of a plan's steps.
 *
 *  (1) Each note is one message; all of them get the same places to fill, and
 *      take what they need.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/plan_words.h"

#include <math.h>
#include <stdio.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/model/target.h"

static const char *year_words(const struct report_input *input, int year)
{
    return year == 0 ? say(input, "plan.unknown", NULL)
                     : arena_format(input->arena, "%d", year);
}

enum { MOST_DECIMALS = 6 };

/* "+1,2 điểm phần trăm", or that it is not known: so many decimals that it is
 * not 0. */
static const char *pace_words(const struct report_input *input,
                              const struct indicator *in, double pace)
{
    unsigned decimals = indicator_decimals(in);
    if (!has_value(pace))
        return say(input, "plan.unknown", NULL);
    while (decimals < MOST_DECIMALS && fabs(pace) * pow(10, decimals) < 0.5)
        decimals++;
    return arena_format(input->arena, "%s%s", pace < 0 ? "−" : "+",
                        say_distance(input, in, fabs(pace), decimals));
}

static const char *goal_words(const struct report_input *input,
                              const struct indicator *in, double goal)
{
    return has_value(goal)
               ? say_amount(input, in, goal, target_decimals(in, goal))
               : "";
}

/* What a target counts: "tỉnh, thành phố". */
static const char *counted_words(const struct report_input *input,
                                 uint16_t indicator)
{
    const struct targets *targets = &input->study->targets;
    char id[48];
    for (size_t i = 0; i < targets->count; i++) {
        const struct target *t = &targets->items[i];
        if (t->indicator != indicator || !t->unit_counted ||
            !t->unit_counted[0])
            continue;
        snprintf(id, sizeof id, "tier.%s.many", t->unit_counted);
        return message_known(&input->study->messages, id) ? say(input, id, NULL)
                                                          : t->unit_counted;
    }
    return "";
}

/* Of the pace there is less to say where the past is short. */
static const char *message_of(const struct report_input *input,
                              enum plan_note note,
                              const struct plan_course *course,
                              const struct plan_line *line)
{
    if (note == PLAN_NOTE_pace && !has_value(line->pace))
        return "plan.note.pace_alone";
    if (note == PLAN_NOTE_estimate && line->source != NULL)
        return "plan.note.estimate_of";
    if (note == PLAN_NOTE_pace && course->year == 0)
        return "plan.note.pace_open";
    return arena_format(input->arena, "plan.note.%s", plan_note_names[note]);
}

/* (1) */
const char *plan_note(const struct report_input *input,
                      const struct plans *plans,
                      const struct plan_course *course,
                      const struct plan_step *step, enum plan_note note)
{
    const struct plan_line *line = &plans->lines[step->line];
    const struct indicator *in = input_indicator(input, course->indicator);
    const unsigned decimals = indicator_decimals(in);
    double number = note == PLAN_NOTE_expiring ? step->expiring
                    : note == PLAN_NOTE_losses ? step->losses
                                               : course->outside;
    return say(
        input, message_of(input, note, course, line), "from",
        year_words(input, line->from != 0
                              ? line->from
                              : period_year(input->study->project.period)),
        "goal", goal_words(input, in, course->goal), "due",
        year_words(input,
                   course->due != NO_PERIOD ? period_year(course->due) : 0),
        "source", line->source != NULL ? line->source : "", "value",
        say_amount(input, in, line->value, decimals), "floor",
        goal_words(input, in, line->floor), "floor_due",
        year_words(input, line->floor_year), "wanted",
        pace_words(input, in, course->pace_wanted), "made",
        pace_words(input, in, line->pace), "year",
        year_words(input, course->year), "number", say_count(input, number),
        "area", say_area(input, line->area), "base_from",
        year_words(input, line->base_from), "base_to",
        year_words(input, line->base_to), "unit",
        counted_words(input, course->indicator), "feasible",
        say_amount(input, in, course->feasible, decimals + 1), "obstacle",
        say(input, course->by_limit ? "plan.by_limit" : "plan.by_base", NULL),
        NULL);
}

const char *plan_notes(const struct report_input *input,
                       const struct plans *plans,
                       const struct plan_course *course,
                       const struct plan_step *step)
{
    char *pieces[PLAN_NOTE_COUNT];
    size_t count = 0;
    for (int note = 0; note < PLAN_NOTE_COUNT; note++)
        if (step->notes >> note & 1u)
            pieces[count++] =
                arena_string(input->arena, plan_note(input, plans, course, step,
                                                     (enum plan_note)note));
    const char *all = say_joined(input, pieces, count, "; ");
    return all ? all : "";
}
