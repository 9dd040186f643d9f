/*
 * import.c - observations as tidy CSV: of a project, or of loose files.
 *
 *  (1) An argument that is a folder is a project; anything else is a file.
 *  (2) Files are read without a register of areas unless --project names one.
 *  (3) --cutoff is the day that loose files are about; a project's sources say
 *      theirs themselves. It chooses the map, so it needs a register.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "importers/import.h"

#include "engine/app/accept.h"
#include "engine/app/accounts.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/report/listing.h"
#include "importers/proposals.h"

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
        if (!import_file(session->table, path, path, dated ? &plan : NULL,
                         context, &session->fault))
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
        return session_table(session);
    session->proposals = context.proposals;
    session->table = table_new(session->batch);
    return loose ? import_loose(session, &context)
                 : import_project(session->table, &context, &session->fault);
}

static int run_import(struct session *session)
{
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
    .accepts = OPTION_SET(PROJECT) | OPTION_SET(EXPLAIN) | OPTION_SET(FORMAT) |
               OPTION_SET(CSV_STYLE) | OPTION_SET(OUT) | OPTION_SET(STRICT) |
               OPTION_SET(ACCEPT_SUGGESTIONS) | OPTION_SET(CUTOFF),
    .most = (size_t)-1,
    .run = run_import,
};
