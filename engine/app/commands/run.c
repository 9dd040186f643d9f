/*
 * run.c - the main job: import, compute, judge, draw, report.
 *
 *  (1) Everything goes into one folder that is safe to delete: PROJECT/out, or
 *      -o DIR.
 *  (2) All of it is made aside and moved there when every file is whole: a run
 *      that fails, for want of gnuplot or of room, leaves what was there.
 *  (3) Values and measures are those of every period; areas are set against the
 *      whole in the report's period alone, each tier below the root with all
 *      its areas; trends run up to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/app/accounts.h"
#include "engine/app/passing.h"
#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/compute/trend.h"
#include "engine/report/build.h"
#include "engine/report/listing.h"
#include "engine/report/listing_evenness.h"
#include "engine/report/writer.h"

static bool write_list(struct session *session, const char *folder,
                       const char *name, struct text *list)
{
    bool written = file_write(path_join(session->arena, folder, name),
                              list->bytes, list->length, &session->fault);
    text_clear(list);
    return written;
}

static bool write_evenness(struct session *session, const char *folder,
                           enum rows_format format)
{
    const struct report_input input = session_report_input(session);
    struct text out = text_new();
    list_changes(&out, format, &input);
    bool done = write_list(session, folder, "evenness.csv", &out);
    list_shares(&out, format, &input);
    done = done && write_list(session, folder, "contributions.csv", &out);
    list_groups(&out, format, &input);
    done = done && write_list(session, folder, "groups.csv", &out);
    list_parities(&out, format, &input);
    done = done && write_list(session, folder, "parity.csv", &out);
    list_levels(&out, format, &input);
    done = done && write_list(session, folder, "shortfall.csv", &out);
    text_free(&out);
    return done;
}

static bool write_figures(struct session *session, const char *folder,
                          enum rows_format format)
{
    const struct study *study = session->study;
    struct text out = text_new();
    list_observations(&out, format, session->table, session->reported,
                      session->scratch);
    bool done = write_list(session, folder, "observations.csv", &out);
    list_results(&out, format, session->results, study);
    done = done && write_list(session, folder, "indicators.csv", &out);
    list_comparisons(&out, format, session->comparisons, study);
    done = done && write_list(session, folder, "comparison.csv", &out);
    list_equity(&out, format, session->equity, study);
    done = done && write_list(session, folder, "equity.csv", &out);
    list_outcomes(&out, format, session->standards, study);
    done = done && write_list(session, folder, "standards.csv", &out);
    list_trends(&out, format, session->trends, study);
    done = done && write_list(session, folder, "trend.csv", &out);
    findings_sort(session->findings);
    list_findings(&out, format, session->findings, &study->messages);
    done = done && write_list(session, folder, "findings.csv", &out);
    text_free(&out);
    return done;
}

static bool write_page(struct session *session, const char *folder,
                       size_t *pictures)
{
    struct figure *figures;
    struct report *report;
    const struct report_writer *writer = report_writer_find("html");
    const char *charts = path_join(session->arena, folder, "charts");
    struct report_input input = session_report_input(session);
    return draw_pictures(session, &input, charts, &figures, pictures) &&
           report_build(&report, &input, figures, *pictures, charts,
                        &session->fault) &&
           writer->write(report,
                         path_join(session->arena, folder, "report.html"),
                         &session->fault);
}

/* A fault about a file made aside names the place it was meant for. */
static void name_the_place(struct fault *fault, const char *aside,
                           const char *folder)
{
    size_t length = strlen(aside);
    if (strncmp(fault->where, aside, length) != 0)
        return;
    struct text where = text_new();
    text_addf(&where, "%s%s", folder, fault->where + length);
    snprintf(fault->where, sizeof fault->where, "%s", where.bytes);
    text_free(&where);
}

/* (2) */
static bool write_all(struct session *session, const char *folder,
                      enum rows_format format, size_t *pictures)
{
    struct passing passing;
    bool fresh = !folder_exists(folder);
    if (!folder_make(folder, &session->fault) ||
        !passing_open(&passing, folder, &session->fault))
        return false;
    bool done = write_figures(session, passing.folder, format) &&
                write_evenness(session, passing.folder, format) &&
                write_page(session, passing.folder, pictures) &&
                passing_keep(&passing, folder, &session->fault);
    if (!done)
        name_the_place(&session->fault, passing.folder, folder);
    passing_close(&passing);
    if (!done && fresh)
        rmdir(folder);
    return done;
}

static void say_what_came_out(const struct session *session, const char *folder,
                              size_t pictures)
{
    char words[4][24];
    snprintf(words[0], sizeof words[0], "%zu", session->table->source_count);
    snprintf(words[1], sizeof words[1], "%zu", session->table->count);
    snprintf(words[2], sizeof words[2], "%zu", session->results->count);
    snprintf(words[3], sizeof words[3], "%zu", pictures);
    session_say(session, "run.done", "files", words[0], "observations",
                words[1], "results", words[2], "pictures", words[3], "folder",
                folder, NULL);
}

/* CSV, plain or for spreadsheets; the other formats are for the streams. */
static bool csv_style(struct session *session, enum rows_format *format)
{
    static const char *const styles[] = { "plain", "excel-vi" };
    int style = 0;
    if (!option_choice(&session->options, OPTION_CSV_STYLE, styles, 2, &style,
                       &session->fault))
        return false;
    *format = style == 1 ? ROWS_CSV_EXCEL : ROWS_CSV;
    return true;
}

static int run_run(struct session *session)
{
    size_t pictures = 0;
    enum rows_format format;
    struct selection selection;
    const char *project = session_project(session);
    if (!csv_style(session, &format) || !session_study(session, project) ||
        !session_selection(session, &selection) ||
        !session_one_period(session, &selection) ||
        !session_one_tier(session, &selection))
        return session_failed(session);
    const char *folder = option_text(&session->options, OPTION_OUT,
                                     path_join(session->arena, project, "out"));
    struct trend_request trends = { .to = session->study->project.period };
    if (!session_equity(session, TIER_NONE) ||
        !session_evenness(session, TIER_NONE, NO_PERIOD,
                          session->study->project.period) ||
        !session_trends(session, &trends) ||
        !session_comparisons(session,
                             session->study->project.period) || /* (3) */
        !write_all(session, folder, format, &pictures))
        return session_failed(session);
    accounts_say(session);
    int status = session_done(session);
    say_what_came_out(session, folder, pictures);
    return status;
}

const struct command command_run = {
    .name = "run",
    .order = 1,
    .accepts = OPTION_SET(ROOT) | OPTION_SET(BOUNDARIES) |
               OPTION_SET(AUDIENCE) | OPTION_SET(TIER) | OPTION_SET(OUT) |
               OPTION_SET(PERIOD) | OPTION_SET(CONFIDENCE) |
               OPTION_SET(CSV_STYLE) | OPTION_SET(KEEP_SCRIPTS) |
               OPTION_SET(STRICT),
    .most = 1,
    .run = run_run,
};
