/*
 * run.c - the main job: import, compute, judge, draw, report.
 *
 *  (1) Everything goes into one folder that is safe to delete: PROJECT/out, or
 *      -o DIR.
 *  (2) All of it is made aside and moved there when every file is whole: a run
 *      that fails, for want of gnuplot or of room, leaves what was there.
 *  (3) Values and measures are those of every period; areas are set against the
 *      whole in the report's period alone, each tier below the root with all
 *      its areas; trends run up to it, and plans from it to the next targets.
 *  (4) A period asked for of which there is no figure makes no report, while
 *      there are figures of others; the findings may say why.
 *  (5) The report is a page, a workbook and a Word document, or what -f names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/app/accounts.h"
#include "engine/app/documents.h"
#include "engine/app/outputs.h"
#include "engine/app/passing.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/report/writer.h"

#define USUAL_FORMATS "html,xlsx,docx"

/* (5) */
static bool write_documents(struct session *session, const char *folder,
                            size_t *pictures)
{
    const struct report_writer **writers;
    size_t count;
    if (!documents_asked(session, USUAL_FORMATS, &writers, &count))
        return false;
    const char **paths = arena_array(session->arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++)
        paths[i] = arena_format(session->arena, "%s/report%s", folder,
                                writers[i]->suffix);
    const struct documents documents = {
        .writers = writers,
        .paths = paths,
        .count = count,
        .pictures = path_join(session->arena, folder, "charts"),
        .keep_svg = true,
    };
    return documents_write(session, &documents, pictures);
}

/* Last of all: it tells the sums of what lies beside it. */
static bool write_package(struct session *session, const char *folder)
{
    struct text out = text_new();
    bool done = outputs_describe(session, folder, &out) &&
                file_write(path_join(session->arena, folder, PACKAGE_NAME),
                           out.bytes, out.length, &session->fault);
    text_free(&out);
    return done;
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
    bool done = outputs_write(session, passing.folder, format) &&
                write_documents(session, passing.folder, pictures) &&
                write_package(session, passing.folder) &&
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
    const struct report_writer **writers;
    size_t count;
    const char *project = session_project(session);
    if (!csv_style(session, &format) ||
        !documents_asked(session, USUAL_FORMATS, &writers, &count) ||
        !session_study(session, project) ||
        !session_selection(session, &selection) ||
        !session_one_period(session, &selection) ||
        !session_one_tier(session, &selection))
        return session_failed(session);
    const char *folder = option_text(&session->options, OPTION_OUT,
                                     path_join(session->arena, project, "out"));
    if (!session_cube(session))
        return session_failed(session);
    if (!session_period_held(session)) { /* (4) */
        session_done(session);
        return session_failed(session);
    }
    if (!outputs_compute(session) || /* (3) */
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
               OPTION_SET(FORMAT) | OPTION_SET(CSV_STYLE) |
               OPTION_SET(KEEP_SCRIPTS) | OPTION_SET(RULE) | OPTION_SET(PATH) |
               OPTION_SET(TO) | OPTION_SET(INPUTS) | OPTION_SET(STRICT),
    .most = 1,
    .run = run_run,
};
