/*
 * explain_plan.c - what the plan asks of an area in a year to come.
 *
 *  (1) The plan is that of `plan` and `run` without further words: shared by
 *      what is left to do, with plan-inputs.csv of the project where there is
 *      one.
 *  (2) One line: what is new in the year, the level and the value at its end;
 *      below it what the plan's notes say of the step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/explain_plan.h"

#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/base/number.h"
#include "engine/compute/plan/plan.h"
#include "engine/report/plan_words.h"

static const struct plan_step *step_of(const struct plans *plans,
                                       const struct plan_course *course,
                                       uint32_t area, period when)
{
    for (size_t i = 0; i < course->count; i++) {
        const struct plan_step *step = &plans->steps[course->first + i];
        if (plans->lines[step->line].area == area &&
            period_year(step->period) == period_year(when))
            return step;
    }
    return NULL;
}

/* (2) */
static void add_step(struct text *out, const struct session *session,
                     const struct plan_course *course,
                     const struct plan_step *step)
{
    const struct report_input input = session_report_input(session);
    const struct indicator *in = input_indicator(&input, course->indicator);
    const char *value = say_with_unit(&input, in, step->value);
    const char *when = say_when(&input, step->period);
    const char *notes = plan_notes(&input, session->plans, course, step);
    text_addf(out, "%s: %s\n",
              message_text(&session->study->messages, "explain.plan"),
              has_value(step->level)
                  ? say(&input, "explain.quota", "period", when, "fresh",
                        say_count(&input, step->fresh), "level",
                        say_count(&input, step->level), "value", value, NULL)
                  : say(&input, "explain.milestone", "period", when, "value",
                        value, NULL));
    if (notes[0] != '\0')
        text_addf(out, "  %s\n", notes);
}

bool explain_plan(struct text *out, struct session *session, uint16_t indicator,
                  uint32_t area, period when)
{
    struct plan_request request = { .rule = RULE_PROPORTIONAL,
                                    .path = PATH_LINEAR };
    if (period_year(when) <= period_year(session->study->project.period))
        return true;
    if (!session_plans(session, &request))
        return false;
    const struct plan_course *course = plans_course(session->plans, indicator);
    const struct plan_step *step =
        course == NULL ? NULL : step_of(session->plans, course, area, when);
    if (step != NULL && has_value(step->value))
        add_step(out, session, course, step);
    return true;
}
