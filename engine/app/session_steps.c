/*
 * session_steps.c - the road, step by step, each done once: study,
 * observations, facts, results, evenness.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/app/session.h"
#include "engine/app/ticker.h"
#include "engine/base/files.h"
#include "engine/compute/cube_build.h"
#include "engine/compute/decide.h"
#include "engine/compute/equity.h"
#include "engine/compute/formulas.h"
#include "engine/compute/indicator.h"
#include "engine/compute/progress.h"
#include "importers/import.h"
#include "importers/study.h"

/* --- what was decided about findings ---------------------------------------
 */

static bool settles(const struct decision *decision,
                    const struct finding *finding)
{
    return strcmp(decision->rule, finding_rule_name(finding->rule)) == 0 &&
           (*decision->file == '\0' ||
            (finding->file != NULL &&
             strcmp(decision->file, finding->file) == 0)) &&
           (decision->finding_line == 0 ||
            decision->finding_line == finding->line);
}

static void settle(struct session *session)
{
    const struct study *study = session->study;
    for (size_t i = 0; i < session->findings->count; i++)
        for (size_t d = 0; d < study->decision_count; d++)
            if (settles(&study->decisions[d], &session->findings->items[i]))
                session->findings->items[i].decided = 1;
}

/* --- the steps -------------------------------------------------------------
 */

bool session_study(struct session *session, const char *path)
{
    struct study_request request = {
        .project = path,
        .data_folder = session->data_folder,
        .language = option_text(&session->options, OPTION_LANG, NULL),
    };
    return session->study != NULL ||
           study_load(&session->study, &request, session->arena,
                      session->findings, &session->fault);
}

bool session_table(struct session *session)
{
    struct ticker ticker;
    if (session->table != NULL)
        return true;
    session->table = table_new(session->batch);
    struct import_context context = {
        .study = session->study,
        .findings = session->findings,
        .scratch = session->scratch,
        .progress = ticker_start(&ticker, session),
    };
    bool done = import_project(session->table, &context, &session->fault);
    ticker_stop(&ticker);
    settle(session);
    return done;
}

bool session_cube(struct session *session)
{
    return session->cube != NULL ||
           (session_table(session) &&
            cube_build(&session->cube, session->table, session->study,
                       session->batch, session->findings, &session->fault));
}

static bool asked_confidence(struct session *session, double *confidence)
{
    *confidence = 0.95;
    const char *word = option_text(&session->options, OPTION_CONFIDENCE, "");
    if (strchr(word, ',') != NULL)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.one_confidence", NULL);
    return option_number(&session->options, OPTION_CONFIDENCE, confidence,
                         &session->fault) &&
           ((*confidence > 0 && *confidence < 1) ||
            fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                      "usage.confidence", "word",
                      option_text(&session->options, OPTION_CONFIDENCE, ""),
                      NULL));
}

bool session_results(struct session *session)
{
    const struct study *study = session->study;
    struct compute_request request = {
        .root = study->project.root,
        .breakdowns = true,
    };
    if (session->results != NULL)
        return true;
    if (!asked_confidence(session, &request.confidence) ||
        !formulas_compile(&session->formulas, study, session->arena,
                          &session->fault) ||
        !session_cube(session))
        return false;
    session->results = results_new(session->batch);
    for (uint16_t i = 0; i < study->catalogue.count; i++) {
        struct arena_mark mark = arena_mark(session->scratch);
        indicator_compute(session->results, i, session->formulas, session->cube,
                          study, &request, session->scratch, session->findings);
        arena_rewind(session->scratch, mark);
    }
    results_sort(session->results, study);
    progress_judge(session->results, study, study->project.root,
                   session->findings);
    decide_results(session->results, study->project.root, study,
                   session->scratch);
    settle(session);
    return true;
}

bool session_equity(struct session *session, enum tier tier)
{
    const struct study *study = session->study;
    if (session->equity != NULL)
        return true;
    if (!session_results(session))
        return false;
    session->equity = equity_results_new(session->batch);
    for (uint16_t i = 0; i < study->catalogue.count; i++) {
        struct arena_mark mark = arena_mark(session->scratch);
        equity_compute(session->equity, session->results, i,
                       tier != TIER_NONE ? tier : study->project.tier, study,
                       session->scratch);
        arena_rewind(session->scratch, mark);
    }
    return true;
}
