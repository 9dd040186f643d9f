/*
 * report.c - the annual evaluation report alone.
 *
 *  (1) Into the file of -o, else to stdout.
 *  (2) A page is nothing to read on a terminal: there it goes into a file
 *      report.html in the current folder.
 *  (3) A period asked for of which there is no figure makes no report, while
 *      there are figures of others; the findings may say why.
 *  (3) Without -f the ending of -o says the format.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/app/documents.h"
#include "engine/app/passing.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/compute/plan.h"
#include "engine/compute/trend.h"

/* (3) */
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

static bool one_writer(struct session *session,
                       const struct report_writer **writer)
{
    const struct report_writer **writers;
    size_t count = 0;
    if (!documents_asked(session, format_of_path(session), &writers, &count))
        return false;
    *writer = writers[0];
    return count == 1 || fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                                   "usage.one_writer", NULL);
}

/* (1) Into the file asked for, or to stdout: [kept] gets the page then. */
static bool make_report(struct session *session,
                        const struct report_writer *writer, const char *path,
                        struct text *kept)
{
    struct passing passing;
    size_t drawn;
    if (!passing_open(&passing, NULL, &session->fault))
        return false;
    const char *aside = path_join(session->arena, passing.folder, "report");
    const char *const paths[] = { path ? path : aside };
    const struct documents documents = { .writers = &writer,
                                         .paths = paths,
                                         .count = 1,
                                         .pictures = passing.folder };
    bool done = documents_write(session, &documents, &drawn) &&
                (path != NULL || file_read(&kept->bytes, &kept->length, aside,
                                           0, session->arena, &session->fault));
    passing_close(&passing);
    return done;
}

static int run_report(struct session *session)
{
    const struct report_writer *writer;
    struct selection selection;
    struct text page = { NULL, 0, 0 };
    if (!one_writer(session, &writer) ||
        !session_study(session, session_project(session)) ||
        !session_selection(session, &selection) ||
        !session_one_period(session, &selection) ||
        !session_one_tier(session, &selection))
        return session_failed(session);
    const char *path = session_out(session);
    if (path == NULL && session->terminal_out) /* (2) */
        path = arena_format(session->arena, "report%s", writer->suffix);
    struct trend_request trends = { .to = session->study->project.period };
    struct plan_request plans = { .every_rule = true };
    if (!session_plan_words(session, &plans) || !session_cube(session))
        return session_failed(session);
    if (!session_period_held(session)) { /* (3) */
        session_done(session);
        return session_failed(session);
    }
    if (!session_equity(session, TIER_NONE) ||
        !session_evenness(session, TIER_NONE, NO_PERIOD,
                          session->study->project.period) ||
        !session_plans(session, &plans) || !session_reviews(session) ||
        !session_trends(session, &trends) || !session_changes(session) ||
        !session_comparisons(session, session->study->project.period))
        return session_failed(session);
    findings_sort(session->findings);
    if (!make_report(session, writer, path, &page))
        return session_failed(session);
    if (path == NULL && !session_print(session, &page))
        return session_failed(session);
    if (path != NULL)
        session_say(session, "report.written", "file", path, NULL);
    return session_done(session);
}

const struct command command_report = {
    .name = "report",
    .order = 7,
    .accepts = OPTION_SET(ROOT) | OPTION_SET(BOUNDARIES) |
               OPTION_SET(AUDIENCE) | OPTION_SET(TIER) | OPTION_SET(FORMAT) |
               OPTION_SET(PERIOD) | OPTION_SET(OUT) | OPTION_SET(CONFIDENCE) |
               OPTION_SET(RULE) | OPTION_SET(PATH) | OPTION_SET(TO) |
               OPTION_SET(INPUTS) | OPTION_SET(STRICT),
    .most = 1,
    .run = run_report,
};
