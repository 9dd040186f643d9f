/*
 * outputs.c - the tables of a run as files in a folder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/outputs.h"

#include <string.h>

#include "engine/app/pictures.h"
#include "engine/base/files.h"
#include "engine/compute/plan/plan.h"
#include "engine/compute/trend/trend.h"
#include "engine/report/data_package.h"
#include "engine/report/listing.h"
#include "engine/report/listing_evenness.h"

bool outputs_compute(struct session *session)
{
    period now = session->study->project.period;
    struct trend_request trends = { .to = now };
    struct plan_request plans = { .every_rule = true };
    return session_plan_words(session, &plans) &&
           session_equity(session, TIER_NONE) &&
           session_evenness(session, TIER_NONE, NO_PERIOD, now) &&
           session_trends(session, &trends) && session_plans(session, &plans) &&
           session_reviews(session) && session_comparisons(session, now);
}

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
    list_evenness(&out, format, &input);
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

bool outputs_write(struct session *session, const char *folder,
                   enum rows_format format)
{
    const struct study *study = session->study;
    struct text out = text_new();
    list_observations(&out, format, session->table, session->reported,
                      session->scratch);
    bool done = write_list(session, folder, "observations.csv", &out);
    struct results_list list = { format, session->results, study,
                                 session_threads(session) };
    done = done &&
           file_write_by(path_join(session->arena, folder, "indicators.csv"),
                         list_results_into, &list, &session->fault);
    list_comparisons(&out, format, session->comparisons, study);
    done = done && write_list(session, folder, "comparison.csv", &out);
    list_equity(&out, format, session->equity, study);
    done = done && write_list(session, folder, "equity.csv", &out);
    list_outcomes(&out, format, session->standards, study);
    done = done && write_list(session, folder, "standards.csv", &out);
    list_trends(&out, format, session->trends, study);
    done = done && write_list(session, folder, "trend.csv", &out);
    list_plans(&out, format, session->plans, study, session_threads(session),
               session->scratch);
    done = done && write_list(session, folder, "plan.csv", &out);
    list_revisions(&out, format, session->revisions, study);
    done = done && write_list(session, folder, "revisions.csv", &out);
    findings_sort(session->findings);
    list_findings(&out, format, session->findings, &study->messages);
    done = done && write_list(session, folder, "findings.csv", &out);
    text_free(&out);
    return done && write_evenness(session, folder, format);
}

static bool read_one(struct session *session, const char *path,
                     const char *shown, struct data_file *file)
{
    char *bytes;
    if (!file_read(&bytes, &file->length, path, 0, session->batch,
                   &session->fault))
        return false;
    file->bytes = bytes;
    file->path = shown;
    return true;
}

/* What lies in [folder], by name. */
static bool read_made(struct session *session, const char *folder,
                      struct data_file **files, size_t *count)
{
    char **paths[2];
    size_t counts[2] = { 0, 0 };
    if (!files_matching(&paths[0], &counts[0], folder, "*", session->batch,
                        &session->fault) ||
        !files_matching(&paths[1], &counts[1], folder, "*/*", session->batch,
                        &session->fault))
        return false;
    *files = arena_array(session->batch, counts[0] + counts[1] + 1,
                         struct data_file);
    *count = 0;
    for (size_t depth = 0; depth < 2; depth++)
        for (size_t i = 0; i < counts[depth]; i++) {
            const char *path = paths[depth][i];
            if (!read_one(session, path, path + strlen(folder) + 1,
                          &(*files)[(*count)++]))
                return false;
        }
    return true;
}

static bool read_sources(struct session *session, struct data_file **files)
{
    const struct table *table = session->table;
    *files =
        arena_array(session->batch, table->source_count + 1, struct data_file);
    for (size_t i = 0; i < table->source_count; i++)
        if (!read_one(session, table->sources[i].path, table->sources[i].name,
                      &(*files)[i]))
            return false;
    return true;
}

bool outputs_describe(struct session *session, const char *folder,
                      struct text *out)
{
    struct data_file *files, *sources;
    size_t count;
    if (!read_made(session, folder, &files, &count) ||
        !read_sources(session, &sources))
        return false;
    data_package_describe(out, files, count, sources,
                          session->table->source_count, session->study);
    return true;
}
