/*
 * import_sums.c - import --sum-by: the rows of files added up by some columns.
 *
 *  (1) Only files: a project's rows are not to be added as they stand, and what
 *      speaks of layouts means nothing here.
 *  (2) Every row of the files is accounted for when one of them was not added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/import_sums.h"

#include <stdio.h>

#include "engine/app/session.h"
#include "engine/app/ticker.h"
#include "engine/base/files.h"
#include "importers/bulk.h"

static const char *const own_columns[] = { "value", "rows" };

enum { OWN_COLUMNS = sizeof own_columns / sizeof *own_columns };

/* (1) */
static bool only_files(struct session *session)
{
    const struct options *options = &session->options;
    static const enum option_id foreign[] = { OPTION_PROJECT, OPTION_EXPLAIN };
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (option_given(options, foreign[i]))
            return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                             "usage.not_with_sum_by", "word",
                             option_name(foreign[i]), NULL);
    if (options->argument_count == 0)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.sum_by_files", NULL);
    for (size_t i = 0; i < options->argument_count; i++)
        if (folder_exists(options->arguments[i]))
            return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                             "usage.sum_by_folder", "word",
                             options->arguments[i], NULL);
    return true;
}

static bool bad_column(struct session *session, const char *message,
                       const char *word)
{
    return fault_set(&session->fault, FAULT_USAGE, NO_PLACE, message, "word",
                     word, NULL);
}

/* The columns to print: those named, each once, then the two of our own. */
static bool read_columns(struct session *session, const char ***columns,
                         size_t *count)
{
    char **words;
    *count =
        option_list(&session->options, OPTION_SUM_BY, session->arena, &words);
    if (*count == 0 || *count > BULK_COLUMNS)
        return bad_column(session, "usage.sum_by_count",
                          option_text(&session->options, OPTION_SUM_BY, ""));
    *columns = arena_array(session->arena, *count + OWN_COLUMNS, const char *);
    for (size_t i = 0; i < *count; i++) {
        const char *key = text_fold(session->scratch, words[i]);
        for (size_t k = 0; k < OWN_COLUMNS; k++)
            if (text_same(key, own_columns[k]))
                return bad_column(session, "usage.sum_by_own", words[i]);
        for (size_t k = 0; k < i; k++)
            if (text_same(key, text_fold(session->scratch, words[k])))
                return bad_column(session, "usage.sum_by_twice", words[i]);
        (*columns)[i] = words[i];
    }
    for (size_t k = 0; k < OWN_COLUMNS; k++)
        (*columns)[*count + k] = own_columns[k];
    return true;
}

static bool add_up(struct session *session, struct bulk_names by,
                   struct bulk_sums *sums)
{
    struct ticker ticker;
    struct bulk_request request = {
        .paths = (const char *const *)session->options.arguments,
        .path_count = session->options.argument_count,
        .by = by,
    };
    long threads = 0;
    if (!option_whole(&session->options, OPTION_THREADS, &threads,
                      &session->fault))
        return false;
    request.threads = (size_t)threads;
    request.progress = ticker_start(&ticker, session);
    bool done = bulk_add_up(sums, &request, session->batch, session->findings,
                            &session->fault);
    ticker_stop(&ticker);
    return done;
}

static void list_sums(struct text *out, enum rows_format format,
                      const char *const columns[], const struct bulk_sums *sums)
{
    struct rows *rows =
        rows_new(format, columns, sums->columns + OWN_COLUMNS, out);
    for (size_t i = 0; i < sums->count; i++) {
        const struct bulk_group *group = sums->groups[i];
        for (size_t k = 0; k < sums->columns; k++)
            rows_text(rows, sums->texts[k][group->words[k]]);
        rows_exact(rows, sums->values[i]);
        rows_whole(rows, (long)group->rows);
    }
    rows_finish(rows);
}

/* (2) */
static void say_accounts(const struct session *session,
                         const struct bulk_counts *counts)
{
    char read[24], used[24], ignored[24], rejected[24];
    if (counts->added == counts->read)
        return;
    snprintf(read, sizeof read, "%zu", counts->read);
    snprintf(used, sizeof used, "%zu", counts->added);
    snprintf(ignored, sizeof ignored, "%zu", counts->ignored);
    snprintf(rejected, sizeof rejected, "%zu", counts->rejected);
    session_say(session, "import.accounts", "read", read, "used", used,
                "ignored", ignored, "rejected", rejected, NULL);
}

int import_sums(struct session *session)
{
    enum rows_format format;
    const char **columns = NULL;
    size_t count = 0;
    struct bulk_sums sums;
    struct text out = text_new();
    bool done = only_files(session) && session_format(session, &format) &&
                read_columns(session, &columns, &count) &&
                add_up(session, (struct bulk_names){ columns, count }, &sums);
    if (done)
        list_sums(&out, format, columns, &sums);
    done = done && session_print(session, &out);
    text_free(&out);
    if (!done)
        return session_failed(session);
    say_accounts(session, &sums.counts);
    return session_done(session);
}
