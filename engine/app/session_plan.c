/*
 * session_plan.c - the road's last step: plans, and what became of the last
 * one.
 *
 *  (1) A project may hold plan-inputs.csv, what its planner knows of the years
 *      to come, and plan.csv, the plan that was adopted last: a copy of what
 *      `plan` or `run` wrote then.
 *  (2) A row of inputs that no plan has a use for is a finding: its area takes
 *      no part in any, its indicator has none, or its year lies outside. Where
 *      a plan is asked for by name, rows for others are not meant for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/session.h"
#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/compute/plan/plan.h"
#include "importers/study_plan.h"

static const char INPUTS_FILE[] = "plan-inputs.csv", LAST_FILE[] = "plan.csv";

static struct plan_ground ground_of(const struct session *session)
{
    return (struct plan_ground){ session->results, session->formulas,
                                 session->cube, session->study };
}

/* (1) The path of an option, else of the project's own file; NULL without. */
static const char *path_of(const struct session *session, enum option_id option,
                           const char *name)
{
    const char *own = path_join(session->arena, session_project(session), name);
    return option_text(&session->options, option,
                       file_exists(own) ? own : NULL);
}

bool session_plan_words(struct session *session, struct plan_request *request)
{
    const struct options *options = &session->options;
    int rule = RULE_PROPORTIONAL, path = PATH_LINEAR;
    period to = NO_PERIOD, now = session->study->project.period;
    if (!option_choice(options, OPTION_RULE, plan_rule_names, RULE_COUNT, &rule,
                       &session->fault) ||
        !option_choice(options, OPTION_PATH, plan_path_names, PATH_COUNT, &path,
                       &session->fault) ||
        !option_period(options, OPTION_TO, &to, &session->fault))
        return false;
    request->rule = (enum plan_rule)rule;
    request->path = (enum plan_path)path;
    request->to = to != NO_PERIOD ? period_year(to) : 0;
    if (rule == RULE_FIXED &&
        path_of(session, OPTION_INPUTS, INPUTS_FILE) == NULL)
        return fault_set(&session->fault, FAULT_USAGE, PLACE_FILE("--rule"),
                         "usage.fixed_rule", NULL);
    return to == NO_PERIOD || request->to > period_year(now) ||
           fault_set(&session->fault, FAULT_USAGE, PLACE_FILE("--to"),
                     "usage.plan_past", "word",
                     option_text(options, OPTION_TO, ""), NULL);
}

/* (2) */
static bool is_used(const struct session *session,
                    const struct plan_given *given, const bool takes_part[])
{
    const struct plans *plans = session->plans;
    int start = period_year(session->study->project.period);
    bool used = false;
    for (size_t i = 0; i < plans->course_count && !used; i++) {
        const struct plan_course *course = &plans->courses[i];
        int last = course->due != NO_PERIOD ? period_year(course->due) : start;
        used =
            (given->indicator == NO_INDEX ||
             given->indicator == course->indicator) &&
            (given->year == 0 || (given->year > start && given->year <= last));
    }
    return used && (given->area == NO_AREA || takes_part[given->area]);
}

static void tell_unused(struct session *session,
                        const struct plan_request *request, const char *shown)
{
    const struct plans *plans = session->plans;
    const struct areas *areas = &session->study->areas;
    bool *takes_part = arena_array(session->batch, areas->count + 1, bool);
    for (size_t i = 0; i < plans->line_count; i++)
        if (plans->lines[i].from != 0)
            takes_part[plans->lines[i].area] = true;
    for (size_t i = 0; i < request->inputs->count; i++) {
        const struct plan_given *given = &request->inputs->items[i];
        bool other = request->indicators != NULL &&
                     given->indicator != NO_INDEX &&
                     plans_course(plans, given->indicator) == NULL;
        if (other || is_used(session, given, takes_part))
            continue;
        finding_add(session->findings, FINDING_plan_input_unused,
                    (struct finding_place){ .file = shown,
                                            .line = given->line,
                                            .value = given_names[given->sort] },
                    NULL);
    }
}

bool session_plans(struct session *session, struct plan_request *request)
{
    const char *path = path_of(session, OPTION_INPUTS, INPUTS_FILE);
    bool asked = option_given(&session->options, OPTION_INPUTS);
    struct plan_inputs *inputs =
        arena_new_of(session->batch, struct plan_inputs);
    if (session->plans != NULL)
        return true;
    if (!session_confidence(session, &request->confidence) ||
        !session_results(session) ||
        (path != NULL && !study_plan_inputs(inputs, path, session->study,
                                            session->batch, &session->fault)))
        return false;
    if (path != NULL)
        request->inputs = inputs;
    struct plan_ground ground = ground_of(session);
    session->plans = plans_new(session->batch);
    plan_results(session->plans, &ground, request, session->scratch);
    if (path != NULL)
        tell_unused(session, request, asked ? path : INPUTS_FILE);
    return true;
}

static void tell_unread(struct session *session, enum finding_rule rule,
                        const char *name)
{
    struct text reason = text_new();
    message_add_packed(&reason, &session->study->messages,
                       session->fault.message, session->fault.arguments);
    finding_add(
        session->findings, rule,
        (struct finding_place){ .file = name, .line = session->fault.line },
        "reason", reason.bytes, NULL);
    text_free(&reason);
    session->fault = (struct fault){ .code = FAULT_NONE };
}

bool session_reviews(struct session *session)
{
    const char *path = path_of(session, OPTION_REVIEW, LAST_FILE);
    bool asked = option_given(&session->options, OPTION_REVIEW);
    if (path == NULL || session->reviews != NULL)
        return true;
    const char *shown = asked ? path : LAST_FILE;
    if (!study_plan_last(&session->last_plan, path, shown, session->study,
                         session->batch, session->findings, &session->fault)) {
        if (asked)
            return false;
        tell_unread(session, FINDING_plan_unread, shown);
        return true;
    }
    struct plan_ground ground = ground_of(session);
    session->reviews = reviews_new(session->batch);
    plan_review(session->reviews, &session->last_plan, session->plans, &ground,
                session->scratch);
    return true;
}

bool session_check_plan(struct session *session)
{
    struct plan_request request = { 0 };
    if (path_of(session, OPTION_INPUTS, INPUTS_FILE) == NULL &&
        path_of(session, OPTION_REVIEW, LAST_FILE) == NULL)
        return true;
    if (!session_results(session) || !session_plan_words(session, &request))
        return false;
    if (!session_plans(session, &request)) {
        tell_unread(session, FINDING_plan_inputs_unread, INPUTS_FILE);
        session->plans = plans_new(session->batch);
    }
    return session_reviews(session);
}
