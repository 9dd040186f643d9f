/*
 * session_plan.c - the road's last step: plans, and what became of the last
 * one.
 *
 *  (1) A project may hold plan-inputs.csv, what its planner knows of the years
 *      to come, and plan.csv, the plan that was adopted last: a copy of what
 *      `plan` or `run` wrote then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/session.h"
#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/compute/plan.h"
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

bool session_plans(struct session *session, struct plan_request *request)
{
    const char *path = path_of(session, OPTION_INPUTS, INPUTS_FILE);
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
    return true;
}

static void tell_unread(struct session *session, const char *name)
{
    struct text reason = text_new();
    message_add_packed(&reason, &session->messages, session->fault.message,
                       session->fault.arguments);
    finding_add(
        session->findings, FINDING_plan_unread,
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
        tell_unread(session, shown);
        return true;
    }
    struct plan_ground ground = ground_of(session);
    session->reviews = reviews_new(session->batch);
    plan_review(session->reviews, &session->last_plan, session->plans, &ground,
                session->scratch);
    return true;
}
