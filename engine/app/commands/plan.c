/*
 * plan.c - targets into yearly milestones and quotas of the areas.
 *
 *  (1) -p is the year of the figures the plan starts from, --to its last year.
 *  (2) -a and --tier: the tier's areas share; an area named alone is only what
 *      is printed, for its share depends on all the others.
 *  (3) --compare-rules prints what each rule leaves behind, --review what
 * became of the plan before; else the plan itself. (4) --what-if names areas
 * with the value each is to have in the last year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/plan/plan.h"

#include <string.h>

#include "engine/app/session.h"
#include "engine/base/number.h"
#include "engine/report/listing.h"

/* (4) "336=72.5,Vũ Thư=70" */
static bool read_wishes(struct session *session, struct plan_request *request)
{
    char **parts;
    size_t count =
        option_list(&session->options, OPTION_WHAT_IF, session->arena, &parts);
    struct plan_wish *wishes =
        arena_array(session->arena, count + 1, struct plan_wish);
    date day = period_end(session->study->project.period);
    for (size_t i = 0; i < count; i++) {
        char *equals = strchr(parts[i], '=');
        if (equals == NULL || !number_parse(equals + 1, &wishes[i].value))
            return fault_set(&session->fault, FAULT_USAGE,
                             PLACE_FILE("--what-if"), "usage.what_if", "word",
                             parts[i], NULL);
        *equals = '\0';
        if (!session_find_area(session, parts[i], day, &wishes[i].area))
            return false;
    }
    request->wishes = wishes;
    request->wish_count = count;
    return true;
}

static bool has_line(const struct plans *plans, uint32_t area)
{
    for (size_t i = 0; i < plans->line_count; i++)
        if (plans->lines[i].area == area && !plans->lines[i].whole)
            return true;
    return false;
}

/* What was asked for and met nothing is said. */
static void say_unused(const struct session *session,
                       const struct plan_request *request)
{
    const struct study *study = session->study;
    struct text when = text_new();
    if (session->plans->course_count == 0)
        session_say(session, "plan.nothing", NULL);
    for (size_t i = 0; i < request->wish_count; i++)
        if (!has_line(session->plans, request->wishes[i].area))
            session_say(session, "plan.wish_unused", "area",
                        area_name(&study->areas, request->wishes[i].area,
                                  study_language(study)),
                        NULL);
    period_add_local(&when, study->project.period);
    if (session->reviews != NULL && session->reviews->count == 0)
        session_say(session, "plan.not_due", "period", when.bytes, NULL);
    text_free(&when);
}

/* (2) */
static void keep_area(struct plans *plans, uint32_t area)
{
    for (size_t c = 0; c < plans->course_count && area != NO_AREA; c++) {
        struct plan_course *course = &plans->courses[c];
        size_t kept = course->first, end = course->first + course->count;
        for (size_t i = course->first; i < end; i++)
            if (plans->lines[plans->steps[i].line].area == area)
                plans->steps[kept++] = plans->steps[i];
        course->count = kept - course->first;
    }
}

static bool print(struct session *session, enum rows_format format,
                  const struct selection *selection)
{
    const struct study *study = session->study;
    struct text out = text_new();
    if (session->reviews != NULL)
        list_reviews(&out, format, session->reviews, study);
    else if (option_given(&session->options, OPTION_COMPARE_RULES))
        list_plan_outcomes(&out, format, session->plans, study);
    else {
        keep_area(session->plans, selection->area);
        list_plans(&out, format, session->plans, study,
                   session_threads(session), session->scratch);
    }
    bool printed = session_print(session, &out);
    text_free(&out);
    return printed;
}

static int run_plan(struct session *session)
{
    struct plan_request request = { 0 };
    struct selection selection, asked;
    enum rows_format format;
    if (!session_format(session, &format) ||
        !session_study(session, session_project(session)) ||
        !session_selection(session, &selection) ||
        !session_one_period(session, &selection) ||
        !session_one_tier(session, &selection) ||
        !session_plan_words(session, &request) ||
        !read_wishes(session, &request))
        return session_failed(session);
    request.every_rule = option_given(&session->options, OPTION_COMPARE_RULES);
    asked = selection;
    asked.period_count = 0; /* a past is all its years */
    session->asked = &asked;
    if (selection.indicator_count > 0) {
        request.indicators = selection.indicators;
        request.indicator_count = selection.indicator_count;
    }
    if (!session_plans(session, &request) ||
        (option_given(&session->options, OPTION_REVIEW) &&
         !session_reviews(session)))
        return session_failed(session);
    say_unused(session, &request);
    return print(session, format, &selection) ? session_done(session)
                                              : session_failed(session);
}

const struct command command_plan = {
    .name = "plan",
    .order = 5,
    .accepts = OPTION_SET(INDICATOR) | OPTION_SET(PERIOD) | OPTION_SET(AREA) |
               OPTION_SET(TIER) | OPTION_SET(BOUNDARIES) | OPTION_SET(ROOT) |
               OPTION_SET(AUDIENCE) | OPTION_SET(CONFIDENCE) | OPTION_SET(TO) |
               OPTION_SET(RULE) | OPTION_SET(PATH) | OPTION_SET(INPUTS) |
               OPTION_SET(WHAT_IF) | OPTION_SET(COMPARE_RULES) |
               OPTION_SET(REVIEW) | OPTION_SET(FORMAT) | OPTION_SET(CSV_STYLE) |
               OPTION_SET(OUT) | OPTION_SET(STRICT),
    .most = 1,
    .facts_only = true,
    .run = run_plan,
};
