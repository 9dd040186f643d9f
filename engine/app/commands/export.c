/*
 * export.c - results in the forms that other programs read.
 *
 *  (1) Everything that indicators.csv holds, hidden figures as hidden; -i, -p
 *      and --tier narrow it.
 *  (2) A data package is a folder: -o names it, and the tables of a run stand
 *      in it beside their description. Without -o, or with a file ending in
 *      .json, the description alone is written.
 *  (3) For a format that sets areas beside the whole, --tier says which.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/app/outputs.h"
#include "engine/app/passing.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/report/export.h"

#define PACKAGE "datapackage"

/* NULL stands for the package. */
static bool find_format(struct session *session,
                        const struct export_format **format)
{
    const char *names[16];
    const char *word = option_text(&session->options, OPTION_FORMAT, "tidy");
    size_t count = export_count();
    *format = export_find(word);
    if (*format != NULL || strcmp(word, PACKAGE) == 0)
        return true;
    for (size_t i = 0; i < count && i < 15; i++)
        names[i] = export_at(i)->id;
    names[count++] = PACKAGE;
    return fault_unknown(&session->fault, "usage.export", word,
                         text_nearest(word, names, count));
}

/* (1) */
static void keep_selected(struct session *session,
                          const struct selection *selection)
{
    struct results *results = session->results;
    size_t kept = 0;
    for (size_t i = 0; i < results->count; i++)
        if (selection_has_result(selection, session->study, &results->items[i]))
            results->items[kept++] = results->items[i];
    results->count = kept;
    results_sort(results, session->study);
}

/* (1, 3) */
static bool compute_selected(struct session *session,
                             const struct export_format *format,
                             struct selection *selection)
{
    if (format->compares) {
        if (!session_one_tier(session, selection))
            return false;
        selection->tier = TIER_NONE;
    }
    session->asked = selection;
    if (!session_results(session))
        return false;
    keep_selected(session, selection);
    return true;
}

static void say_left_out(struct session *session, size_t left_out,
                         const struct export_format *format)
{
    char count[24];
    snprintf(count, sizeof count, "%zu", left_out);
    if (left_out > 0)
        session_say(session, "export.left_out", "count", count, "format",
                    format->id, NULL);
}

static bool print_results(struct session *session,
                          const struct export_format *format,
                          struct selection *selection)
{
    if (!compute_selected(session, format, selection))
        return false;
    struct text out = text_new();
    size_t left_out = format->write(&out, session->results, session->study);
    bool printed = session_print(session, &out);
    say_left_out(session, left_out, format);
    text_free(&out);
    return printed;
}

/* The tables are made aside; with a [folder] they are moved there. (2) */
static bool make_package(struct session *session, const char *folder,
                         struct text *out)
{
    struct passing passing;
    if (!passing_open(&passing, folder, &session->fault))
        return false;
    bool done = outputs_write(session, passing.folder, ROWS_CSV) &&
                outputs_describe(session, passing.folder, out);
    if (folder != NULL)
        done =
            done &&
            file_write(path_join(session->arena, passing.folder, PACKAGE_NAME),
                       out->bytes, out->length, &session->fault) &&
            passing_keep(&passing, folder, &session->fault);
    passing_close(&passing);
    return done;
}

static bool print_package(struct session *session)
{
    const char *path = session_out(session);
    const char *dot = path == NULL ? NULL : strrchr(path, '.');
    const char *folder =
        path != NULL && (dot == NULL || strcmp(dot, ".json") != 0) ? path
                                                                   : NULL;
    struct text out = text_new();
    bool done = outputs_compute(session) &&
                (folder == NULL || folder_make(folder, &session->fault)) &&
                make_package(session, folder, &out);
    if (folder == NULL)
        done = done && session_print(session, &out);
    text_free(&out);
    return done;
}

static int run_export(struct session *session)
{
    const struct export_format *format;
    struct selection selection;
    if (!find_format(session, &format) ||
        !session_study(session, session_project(session)) ||
        !session_selection(session, &selection) ||
        !(format == NULL ? print_package(session)
                         : print_results(session, format, &selection)))
        return session_failed(session);
    return session_done(session);
}

const struct command command_export = {
    .name = "export",
    .order = 8,
    .accepts = OPTION_SET(INDICATOR) | OPTION_SET(PERIOD) | OPTION_SET(TIER) |
               OPTION_SET(BOUNDARIES) | OPTION_SET(ROOT) |
               OPTION_SET(AUDIENCE) | OPTION_SET(FORMAT) | OPTION_SET(OUT) |
               OPTION_SET(STRICT),
    .most = 1,
    .run = run_export,
};
