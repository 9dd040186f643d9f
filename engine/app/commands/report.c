/*
 * report.c - the annual evaluation report alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <unistd.h>

#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
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

static void remove_folder(const char *folder)
{
    struct arena *arena = arena_new();
    struct fault ignored = { 0 };
    char **names;
    size_t count = 0;
    if (folder_list(&names, &count, folder, "", arena, &ignored))
        for (size_t i = 0; i < count; i++)
            unlink(path_join(arena, folder, names[i]));
    rmdir(folder);
    arena_free(arena);
}

static int run_report(struct session *session)
{
    const struct report_writer *writer;
    struct selection selection;
    char pictures[] = "/tmp/hoctap-XXXXXX";
    if (!find_writer(session, &writer) ||
        !session_study(session, session_project(session)) ||
        !session_selection(session, &selection))
        return session_failed(session);
    if (selection.period_count > 0)
        session->study->project.period =
            selection.periods[selection.period_count - 1];
    const char *path = session_out(session);
    if (path == NULL)
        path = arena_format(session->arena, "report%s", writer->suffix);
    if (!session_equity(session))
        return session_failed(session);
    if (mkdtemp(pictures) == NULL) {
        fault_errno(&session->fault, pictures, "file.unwritable");
        return session_failed(session);
    }
    findings_sort(session->findings);
    bool done = write_report(session, writer, path, pictures);
    remove_folder(pictures);
    if (!done)
        return session_failed(session);
    session_say(session, "report.written", "file", path, NULL);
    return session_done(session);
}

const struct command command_report = {
    .name = "report",
    .order = 7,
    .accepts = OPTION_SET(FORMAT) | OPTION_SET(PERIOD) | OPTION_SET(OUT) |
               OPTION_SET(CONFIDENCE) | OPTION_SET(STRICT),
    .most = 1,
    .run = run_report,
};
