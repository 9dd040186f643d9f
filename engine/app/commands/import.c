/*
 * import.c - observations as tidy CSV: of a project, or of loose files.
 *
 *  (1) An argument that is a folder is a project; anything else is a file.
 *  (2) Files are read without a register of areas unless --project names one.
 *  (3) With --sum-by rows are added up instead; see import_sums.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/app/import_sums.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/report/listing.h"
#include "importers/import.h"

static bool import_loose(struct session *session,
                         const struct import_context *context)
{
    const struct options *options = &session->options;
    for (size_t i = 0; i < options->argument_count; i++) {
        const char *path = options->arguments[i];
        if (!import_file(session->table, path, path, NULL, context,
                         &session->fault))
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

static void say_accounts(const struct session *session)
{
    size_t read = 0, used = 0, ignored = 0, rejected = 0;
    char words[4][24];
    for (size_t i = 0; i < session->table->source_count; i++) {
        const struct source *source = &session->table->sources[i];
        read += source->rows_read;
        used += source->rows_used;
        ignored += source->rows_ignored;
        rejected += source->rows_rejected;
    }
    snprintf(words[0], sizeof words[0], "%zu", read);
    snprintf(words[1], sizeof words[1], "%zu", used);
    snprintf(words[2], sizeof words[2], "%zu", ignored);
    snprintf(words[3], sizeof words[3], "%zu", rejected);
    session_say(session, "import.accounts", "read", words[0], "used", words[1],
                "ignored", words[2], "rejected", words[3], NULL);
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
        .scratch = session->scratch,
    };
    if (!loose && context.explanation == NULL)
        return session_table(session);
    session->table = table_new(session->batch);
    return loose ? import_loose(session, &context)
                 : import_project(session->table, &context, &session->fault);
}

static int run_import(struct session *session)
{
    if (option_given(&session->options, OPTION_SUM_BY)) /* (3) */
        return import_sums(session);
    bool loose;
    enum rows_format format;
    struct text out = text_new();
    const char *project = project_of(session, &loose);
    bool explain = option_given(&session->options, OPTION_EXPLAIN);
    bool done = session_format(session, &format) &&
                session_study(session, project) &&
                import_all(session, &out, loose);
    if (done && !explain)
        list_observations(&out, format, session->table, session->study,
                          session->scratch);
    done = done && session_print(session, &out);
    text_free(&out);
    if (!done)
        return session_failed(session);
    say_accounts(session);
    return session_done(session);
}

const struct command command_import = {
    .name = "import",
    .order = 3,
    .accepts = OPTION_SET(PROJECT) | OPTION_SET(EXPLAIN) | OPTION_SET(SUM_BY) |
               OPTION_SET(THREADS) | OPTION_SET(FORMAT) |
               OPTION_SET(CSV_STYLE) | OPTION_SET(OUT) | OPTION_SET(STRICT),
    .most = (size_t)-1,
    .run = run_import,
};
