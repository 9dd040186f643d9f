/*
 * report.c - the annual evaluation report alone.
 *
 *  (1) Into the file of -o, else to stdout.
 *  (2) A page is nothing to read on a terminal: there it goes into a file
 *      report.html in the current folder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/passing.h"
#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/compute/trend.h"
#include "engine/report/build.h"
#include "engine/report/writer.h"

static bool find_writer(struct session *session,
                        const struct report_writer **writer)
{
    const char *names[16];
    const char *word = option_text(&session->options, OPTION_FORMAT, "html");
    size_t count = report_writer_count();
    *writer = report_writer_find(word);
    if (*writer != NULL)
        return true;
    for (size_t i = 0; i < count && i < 16; i++)
        names[i] = report_writer_at(i)->id;
    return fault_unknown(&session->fault, "usage.writer", word,
                         text_nearest(word, names, count));
}

/* The pictures go into the page, so their files are only passing. */
static bool write_report(struct session *session,
                         const struct report_writer *writer, const char *path,
                         const char *pictures)
{
    struct figure *figures;
    struct report *report;
    size_t count;
    struct report_input input = session_report_input(session);
    return draw_pictures(session, &input, pictures, &figures, &count) &&
           report_build(&report, &input, figures, count, pictures,
                        &session->fault) &&
           writer->write(report, path, &session->fault);
}

/* (1) Into the file asked for, or to stdout: [kept] gets the page then. */
static bool make_report(struct session *session,
                        const struct report_writer *writer, const char *path,
                        struct text *kept)
{
    struct passing passing;
    if (!passing_open(&passing, NULL, &session->fault))
        return false;
    const char *aside = path_join(session->arena, passing.folder, "report");
    bool done =
        write_report(session, writer, path ? path : aside, passing.folder) &&
        (path != NULL || file_read(&kept->bytes, &kept->length, aside, 0,
                                   session->arena, &session->fault));
    passing_close(&passing);
    return done;
}

static int run_report(struct session *session)
{
    const struct report_writer *writer;
    struct selection selection;
    struct text page = { NULL, 0, 0 };
    if (!find_writer(session, &writer) ||
        !session_study(session, session_project(session)) ||
        !session_selection(session, &selection) ||
        !session_one_period(session, &selection) ||
        !session_one_tier(session, &selection))
        return session_failed(session);
    const char *path = session_out(session);
    if (path == NULL && session->terminal_out) /* (2) */
        path = arena_format(session->arena, "report%s", writer->suffix);
    struct trend_request trends = { .to = session->study->project.period };
    if (!session_equity(session, TIER_NONE) ||
        !session_evenness(session, TIER_NONE, NO_PERIOD,
                          session->study->project.period) ||
        !session_trends(session, &trends))
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
               OPTION_SET(STRICT),
    .most = 1,
    .run = run_report,
};
