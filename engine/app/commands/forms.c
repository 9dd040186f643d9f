/*
 * forms.c - one return form per area, as workbook and as CSV.
 *
 *  (1) Into the folder of -o, else forms/PERIOD in the project's out folder:
 *      CODE-name.xlsx and .csv for each area of the compared tier.
 *  (2) All are made aside and moved there when every one is whole.
 *  (3) A filled form is read by the layout `form`; what project.yaml needs for
 *      it is said at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/app/file_stem.h"
#include "engine/app/passing.h"
#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/report/forms.h"

static bool write_area(struct session *session, const struct forms *forms,
                       size_t area, const char *folder)
{
    const char *path = path_join(
        session->batch, folder,
        file_stem(&session->study->areas, forms->areas[area], session->batch));
    struct text csv = text_new();
    form_csv(&csv, forms, area);
    bool done = file_write(arena_format(session->batch, "%s.csv", path),
                           csv.bytes, csv.length, &session->fault) &&
                form_xlsx(arena_format(session->batch, "%s.xlsx", path), forms,
                          area, &session->fault);
    text_free(&csv);
    return done;
}

/* (2) */
static bool write_all(struct session *session, const struct forms *forms,
                      const char *folder)
{
    struct passing passing;
    if (!folder_make(folder, &session->fault) ||
        !passing_open(&passing, folder, &session->fault))
        return false;
    bool done = true;
    for (size_t i = 0; i < forms->area_count && done; i++)
        done = write_area(session, forms, i, passing.folder);
    done = done && passing_keep(&passing, folder, &session->fault);
    passing_close(&passing);
    return done;
}

/* A source of project.yaml, or a fault that names the nearest. */
static bool check_groups(struct session *session,
                         const struct forms_request *request)
{
    const struct project *project = &session->study->project;
    const char **names =
        arena_array(session->batch, project->source_count + 1, const char *);
    for (size_t i = 0; i < project->source_count; i++)
        names[i] = project->sources[i].name;
    for (size_t g = 0; g < request->group_count; g++) {
        size_t i = 0;
        while (i < project->source_count &&
               !text_same(names[i], request->groups[g]))
            i++;
        if (i == project->source_count)
            return fault_unknown(
                &session->fault, "usage.source", request->groups[g],
                text_nearest(request->groups[g], names, project->source_count));
    }
    return true;
}

static const char *period_words(struct session *session)
{
    struct text when = text_new();
    period_add(&when, session->study->project.period);
    char *kept = arena_copy(session->batch, when.bytes, when.length);
    text_free(&when);
    return kept;
}

/* (1, 3) */
static bool make_forms(struct session *session,
                       const struct forms_request *request)
{
    char count[24];
    struct forms forms;
    const struct report_input input = session_report_input(session);
    const char *when = period_words(session);
    const char *folder =
        path_join(session->arena, session_project(session),
                  arena_format(session->arena, "out/forms/%s", when));
    folder = option_text(&session->options, OPTION_OUT, folder);
    if (!forms_plan(&forms, request, &input))
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "forms.nothing", "tier", tier_names[request->tier],
                         "period", when, NULL);
    if (!write_all(session, &forms, folder))
        return false;
    snprintf(count, sizeof count, "%zu", forms.area_count);
    session_say(session, "forms.done", "count", count, "folder", folder, NULL);
    session_say(session, "forms.next", NULL);
    return true;
}

static int run_forms(struct session *session)
{
    struct selection selection;
    if (!session_study(session, session_project(session)) ||
        !session_selection(session, &selection) ||
        !session_one_period(session, &selection) ||
        !session_one_tier(session, &selection))
        return session_failed(session);
    struct forms_request request = {
        .period = session->study->project.period,
        .tier = session->study->project.tier,
    };
    request.group_count = option_list(&session->options, OPTION_SOURCE,
                                      session->arena, &request.groups);
    if (!check_groups(session, &request) || !session_table(session) ||
        !make_forms(session, &request))
        return session_failed(session);
    return EXIT_DONE;
}

const struct command command_forms = {
    .name = "forms",
    .order = 8,
    .accepts = OPTION_SET(PERIOD) | OPTION_SET(TIER) | OPTION_SET(ROOT) |
               OPTION_SET(SOURCE) | OPTION_SET(OUT),
    .most = 1,
    .run = run_forms,
};
