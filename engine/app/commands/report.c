/*
 * report.c - the annual evaluation report alone, or the pages of areas.
 *
 *  (1) Into the file of -o, else to stdout.
 *  (2) A page is nothing to read on a terminal: there it goes into a file
 *      report.html in the current folder.
 *  (3) A period asked for of which there is no figure makes no report, while
 *      there are figures of others; the findings may say why.
 *  (4) Without -f the ending of -o says the format.
 *  (5) With -a it is the page of that area, compared with those of its tier;
 *      with --each those of all areas of a tier, in the folder of -o, else
 *      areas/PERIOD in the project's out folder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/app/area_pages.h"
#include "engine/app/documents.h"
#include "engine/app/passing.h"
#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/compute/plan/plan.h"
#include "engine/compute/trend/trend.h"
#include "engine/report/pages.h"

/* (4) */
static const char *format_of_path(const struct session *session)
{
    const char *path = session_out(session);
    size_t length = path == NULL ? 0 : strlen(path);
    for (size_t i = 0; i < report_writer_count(); i++) {
        const struct report_writer *writer = report_writer_at(i);
        size_t end = strlen(writer->suffix);
        if (length > end && strcmp(path + length - end, writer->suffix) == 0)
            return writer->id;
    }
    return "html";
}

/* What was asked for, known before the work begins. */
struct asked {
    const struct report_writer **writers;
    size_t count;  /* of writers; one, unless the pages go into a folder */
    uint32_t area; /* NO_AREA: the report, or each */
    bool each;
};

static bool ask_writers(struct session *session, struct asked *asked)
{
    asked->each = option_given(&session->options, OPTION_EACH);
    return documents_asked(session,
                           asked->each ? "html" : format_of_path(session),
                           &asked->writers, &asked->count) &&
           (asked->each || asked->count == 1 ||
            fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                      "usage.one_writer", NULL));
}

static bool write_one(struct session *session, const struct asked *asked,
                      const struct documents *documents)
{
    const struct area_pages_request request = { documents->writers, 1,
                                                &asked->area, 1 };
    size_t drawn;
    return asked->area == NO_AREA
               ? documents_write(session, documents, &drawn)
               : area_page_write(session, &request, documents->paths[0],
                                 documents->pictures);
}

/* (1) Into the file asked for, or to stdout: [kept] gets the page then. */
static bool make_report(struct session *session, const struct asked *asked,
                        const char *path, struct text *kept)
{
    struct passing passing;
    if (!passing_open(&passing, NULL, &session->fault))
        return false;
    const char *aside = path_join(session->arena, passing.folder, "report");
    const char *const paths[] = { path ? path : aside };
    const struct documents documents = { .writers = asked->writers,
                                         .paths = paths,
                                         .count = 1,
                                         .pictures = passing.folder };
    bool done = write_one(session, asked, &documents) &&
                (path != NULL || file_read(&kept->bytes, &kept->length, aside,
                                           0, session->arena, &session->fault));
    passing_close(&passing);
    return done;
}

static bool write_report(struct session *session, const struct asked *asked)
{
    struct text page = { NULL, 0, 0 };
    const char *path = session_out(session);
    if (path == NULL && session->terminal_out) /* (2) */
        path =
            arena_format(session->arena, "report%s", asked->writers[0]->suffix);
    if (!make_report(session, asked, path, &page))
        return false;
    if (path == NULL)
        return session_print(session, &page);
    session_say(session, "report.written", "file", path, NULL);
    return true;
}

/* --- the pages of areas (5) -------------------------------------------------
 */

static const char *pages_folder(struct session *session)
{
    struct text when = text_new();
    period_add(&when, session->study->project.period);
    const char *usual =
        path_join(session->arena, session_project(session),
                  arena_format(session->arena, "out/areas/%s", when.bytes));
    text_free(&when);
    return option_text(&session->options, OPTION_OUT, usual);
}

static bool write_pages(struct session *session, const struct asked *asked)
{
    const struct report_input input = session_report_input(session);
    const struct project *project = &session->study->project;
    uint32_t *areas;
    size_t area_count = pages_areas(&areas, &input);
    char count[24];
    const char *folder = pages_folder(session);
    const struct area_pages_request request = {
        .writers = asked->writers,
        .writer_count = asked->count,
        .area_count = area_count,
        .areas = areas,
    };
    if (area_count == 0)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "report.no_areas", "tier", tier_names[project->tier],
                         "period", say_period(&input, project->period), NULL);
    if (!area_pages_write(session, &request, folder))
        return false;
    snprintf(count, sizeof count, "%zu", area_count);
    session_say(session, "report.pages_written", "count", count, "folder",
                folder, NULL);
    return true;
}

/* The tier of --each is that compared. */
static bool take_each(struct session *session)
{
    const char **values = session->options.values;
    const char *each = values[OPTION_EACH];
    if (each == NULL)
        return true;
    if (values[OPTION_AREA] != NULL ||
        (values[OPTION_TIER] != NULL && strcmp(values[OPTION_TIER], each) != 0))
        return fault_set(&session->fault, FAULT_USAGE, PLACE_FILE("--each"),
                         "usage.each", "option",
                         values[OPTION_AREA] != NULL ? "area" : "tier", NULL);
    values[OPTION_TIER] = each;
    return true;
}

/* An area below the root is compared with those of its tier. */
static bool take_area(struct session *session, uint32_t area)
{
    struct project *project = &session->study->project;
    const struct areas *areas = &session->study->areas;
    if (area == NO_AREA)
        return true;
    if (area == project->root || !area_is_in(areas, area, project->root))
        return fault_set(&session->fault, FAULT_USAGE, PLACE_FILE("--area"),
                         "usage.area_below", "area", areas->items[area].name,
                         "root", study_root_name(session->study), NULL);
    project->tier = areas->items[area].tier;
    return true;
}

/* --- the command
 * -------------------------------------------------------------- */

static bool compute_report(struct session *session, struct plan_request *plans)
{
    period now = session->study->project.period;
    struct trend_request trends = { .to = now };
    return session_equity(session, TIER_NONE) &&
           session_evenness(session, TIER_NONE, NO_PERIOD, now) &&
           session_plans(session, plans) && session_reviews(session) &&
           session_trends(session, &trends) && session_changes(session) &&
           session_comparisons(session, now);
}

/* The area on the map that the results are of. */
static bool area_of_results(struct session *session, uint32_t *area)
{
    if (*area == NO_AREA || session->study == session->reported)
        return true;
    return session_find_area(session,
                             session->reported->areas.items[*area].code,
                             period_end(session->study->project.period), area);
}

static int run_report(struct session *session)
{
    struct asked asked = { .area = NO_AREA };
    struct selection selection;
    struct plan_request plans = { .every_rule = true };
    if (!take_each(session) || !ask_writers(session, &asked) ||
        !session_study(session, session_project(session)) ||
        !session_selection(session, &selection) ||
        !session_one_period(session, &selection) ||
        !session_one_tier(session, &selection) ||
        !take_area(session, selection.area) ||
        !session_plan_words(session, &plans) || !session_cube(session))
        return session_failed(session);
    if (!session_period_held(session)) { /* (3) */
        session_done(session);
        return session_failed(session);
    }
    asked.area = selection.area;
    if (!compute_report(session, &plans) ||
        !area_of_results(session, &asked.area))
        return session_failed(session);
    findings_sort(session->findings);
    if (asked.each ? !write_pages(session, &asked)
                   : !write_report(session, &asked))
        return session_failed(session);
    return session_done(session);
}

const struct command command_report = {
    .name = "report",
    .order = 7,
    .accepts = OPTION_SET(ROOT) | OPTION_SET(BOUNDARIES) |
               OPTION_SET(AUDIENCE) | OPTION_SET(TIER) | OPTION_SET(FORMAT) |
               OPTION_SET(PERIOD) | OPTION_SET(OUT) | OPTION_SET(CONFIDENCE) |
               OPTION_SET(RULE) | OPTION_SET(PATH) | OPTION_SET(TO) |
               OPTION_SET(INPUTS) | OPTION_SET(STRICT) | OPTION_SET(AREA) |
               OPTION_SET(EACH),
    .most = 1,
    .run = run_report,
};
