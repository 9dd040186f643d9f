/*
 * import.c - observations as tidy CSV: of a project, or of loose files.
 *
 *  (1) An argument that is a folder is a project; anything else is a file.
 *  (2) Files are read without a register of areas unless --project names one;
 *      a file that lies in the project is called as the project calls it, so
 *      that decisions and walks back find it.
 *  (3) --cutoff is the day that loose files are about; a project's sources say
 *      theirs themselves. It chooses the map, so it needs a register.
 *  (4) --draft-layout drafts from the first file and asks of the others only
 *      whether the draft would read them. A layout that is there is not
 *      written over: a person may have filled it in.
 *  (5) Of a project that withholds small counts the observations are those of
 *      a run: which may be printed is known after the results.
 *  (3) With --sum-by rows are added up instead; see import_sums.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "importers/import.h"

#include "engine/app/accept.h"
#include "engine/app/accounts.h"
#include "engine/app/import_sums.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/report/listing.h"
#include "importers/draft.h"
#include "importers/import.h"
#include "importers/proposals.h"

/* (2) */
static const char *called(const struct session *session, const char *path)
{
    const char *project = option_text(&session->options, OPTION_PROJECT, NULL);
    return project == NULL ? path : path_within(session->batch, project, path);
}

static bool import_loose(struct session *session,
                         const struct import_context *context)
{
    const struct options *options = &session->options;
    struct source_plan plan = { .name = "", .scale = 1 };
    bool dated = option_given(options, OPTION_CUTOFF);
    if (!option_date(options, OPTION_CUTOFF, &plan.cutoff, &session->fault))
        return false;
    for (size_t i = 0; i < options->argument_count; i++) {
        const char *path = options->arguments[i];
        if (!import_file(session->table, path, called(session, path),
                         dated ? &plan : NULL, context, &session->fault))
            return false;
    }
    import_finish(session->table, context);
    return true;
}

/* (1) */
static const char *project_of(const struct session *session, bool *loose)
{
    const struct options *options = &session->options;
    *loose = false;
    if (options->argument_count == 0)
        return ".";
    if (options->argument_count == 1 && folder_exists(options->arguments[0]))
        return options->arguments[0];
    *loose = true;
    return option_text(options, OPTION_PROJECT, NULL); /* (2) */
}

/* (3) */
static bool may_date(struct session *session, const char *project, bool loose)
{
    if (!option_given(&session->options, OPTION_CUTOFF) ||
        (loose && project != NULL))
        return true;
    return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                     loose ? "usage.cutoff_register" : "usage.cutoff_project",
                     (char *)NULL);
}

/* (5) */
static bool import_all(struct session *session, struct text *explanation,
                       bool loose)
{
    struct import_context context = {
        .study = session->study,
        .findings = session->findings,
        .explanation = option_given(&session->options, OPTION_EXPLAIN)
                           ? explanation
                           : NULL,
        .proposals = proposals_new(session->batch),
        .scratch = session->scratch,
    };
    if (!loose && context.explanation == NULL)
        return study_hide_most(session->study) > 0 ? session_results(session)
                                                   : session_table(session);
    session->proposals = context.proposals;
    session->table = table_new(session->batch);
    return loose ? import_loose(session, &context)
                 : import_project(session->table, &context, &session->fault);
}

static const char *number_word(const struct session *session, size_t number)
{
    return arena_format(session->scratch, "%zu", number);
}

/* (4) */
static void say_drafted(const struct session *session,
                        const struct drafted *drafted)
{
    const struct options *options = &session->options;
    session_say(session, "draft.done", "layout", drafted->id, "columns",
                number_word(session, drafted->columns), "figures",
                number_word(session, drafted->figures), NULL);
    if (drafted->known != NULL)
        session_say(session, "draft.known", "layout", drafted->known, NULL);
    session_say(session,
                drafted->todo > 0 ? "draft.to_do" : "draft.nothing_to_do",
                "count", number_word(session, drafted->todo), NULL);
    for (size_t i = 1; i < options->argument_count; i++)
        session_say(
            session,
            draft_reads(drafted, options->arguments[i], session->scratch)
                ? "draft.reads_too"
                : "draft.reads_not",
            "file", options->arguments[i], NULL);
}

/* (4) Second half; a project may have no folder for layouts yet. */
static bool print_draft(struct session *session, const struct text *yaml)
{
    const char *out = session_out(session);
    if (out != NULL && file_exists(out))
        return fault_set(&session->fault, FAULT_FILE, PLACE_FILE(out),
                         "draft.exists", NULL);
    return (out == NULL ||
            folder_make(path_folder(session->scratch, out), &session->fault)) &&
           session_print(session, yaml);
}

static int draft_layout(struct session *session)
{
    const struct options *options = &session->options;
    const char *file =
        options->argument_count > 0 ? options->arguments[0] : NULL;
    struct import_context context = { .findings = session->findings,
                                      .scratch = session->scratch };
    struct drafted drafted;
    if (file == NULL || folder_exists(file)) {
        fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "draft.wants_file",
                  NULL);
        return session_failed(session);
    }
    if (!session_study(session, option_text(options, OPTION_PROJECT, NULL)))
        return session_failed(session);
    context.study = session->study;
    if (!draft_file(&drafted, file, file, &context, session->batch,
                    &session->fault))
        return session_failed(session);
    bool done = print_draft(session, &drafted.yaml);
    if (done)
        say_drafted(session, &drafted);
    text_free(&drafted.yaml);
    return done ? EXIT_DONE : session_failed(session);
}

static int run_import(struct session *session)
{
    if (option_given(&session->options, OPTION_DRAFT_LAYOUT))
        return draft_layout(session);
    if (option_given(&session->options, OPTION_SUM_BY)) /* (3) */
        return import_sums(session);
    bool loose;
    enum rows_format format;
    struct text out = text_new();
    const char *project = project_of(session, &loose);
    bool explain = option_given(&session->options, OPTION_EXPLAIN);
    bool done =
        session_format(session, &format) && may_date(session, project, loose) &&
        session_study(session, project) && import_all(session, &out, loose);
    if (done && !explain)
        list_observations(&out, format, session->table, session->study,
                          session->scratch);
    done = done && session_print(session, &out);
    text_free(&out);
    if (!done)
        return session_failed(session);
    accounts_say(session);
    int status = session_done(session);
    return accept_suggestions(session) ? status : session_failed(session);
}

const struct command command_import = {
    .name = "import",
    .order = 3,
    .accepts = OPTION_SET(PROJECT) | OPTION_SET(AUDIENCE) |
               OPTION_SET(EXPLAIN) | OPTION_SET(FORMAT) |
               OPTION_SET(CSV_STYLE) | OPTION_SET(OUT) | OPTION_SET(STRICT) |
               OPTION_SET(ACCEPT_SUGGESTIONS) | OPTION_SET(CUTOFF) |
               OPTION_SET(DRAFT_LAYOUT) | OPTION_SET(SUM_BY),
    .most = (size_t)-1,
    .run = run_import,
};
