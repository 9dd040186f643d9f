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

bool session_plans(struct session *session, struct plan_request *request)
{
    const char *path = path_of(session, OPTION_INPUTS, "plan-inputs.csv");
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
    const char *path = path_of(session, OPTION_REVIEW, "plan.csv");
    bool asked = option_given(&session->options, OPTION_REVIEW);
    if (path == NULL || session->reviews != NULL)
        return true;
    const char *shown = asked ? path : "plan.csv";
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
