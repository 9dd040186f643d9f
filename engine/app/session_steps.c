/*
 * session_steps.c - the road, step by step, each done once: study,
 * observations, facts, results, comparisons, evenness, trends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/app/decisions.h"
#include "engine/app/session.h"
#include "engine/app/ticker.h"
#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/compute/change.h"
#include "engine/compute/compare/compare.h"
#include "engine/compute/cube/cube_build.h"
#include "engine/compute/equity/equity_curve.h"
#include "engine/compute/even/even.h"
#include "engine/compute/hide/hide.h"
#include "engine/compute/indicator/derived.h"
#include "engine/compute/indicator/formulas.h"
#include "engine/compute/indicator/indicators.h"
#include "engine/compute/judging.h"
#include "engine/compute/quality/quality.h"
#include "engine/compute/restate/restate.h"
#include "engine/compute/revision.h"
#include "engine/compute/standards.h"
#include "engine/compute/trend/trend.h"
#include "importers/import.h"
#include "importers/proposals.h"
#include "importers/study.h"

/* --- the steps -------------------------------------------------------------
 */

/* The last period asked for: on its map the root must be. A word that is none
 * is told later. */
static period period_asked(const struct session *session)
{
    struct period_list list = { 0 };
    const char *word = option_text(&session->options, OPTION_PERIOD, NULL);
    period last = NO_PERIOD;
    if (word != NULL && period_list_parse(word, &list) && list.count > 0)
        last = period_calendar(list.items[list.count - 1]);
    period_list_free(&list);
    return last;
}

bool session_study(struct session *session, const char *path)
{
    static const char *const audiences[] = { "internal", "public" };
    int word = AUDIENCE_INTERNAL;
    if (!option_choice(&session->options, OPTION_AUDIENCE, audiences, 2, &word,
                       &session->fault))
        return false;
    enum audience audience = (enum audience)word;
    struct study_changes changes = {
        .root = option_text(&session->options, OPTION_ROOT, NULL),
        .boundaries = option_text(&session->options, OPTION_BOUNDARIES, NULL),
        .tier = option_text(&session->options, OPTION_TIER, NULL),
        .period = period_asked(session),
        .audience =
            option_given(&session->options, OPTION_AUDIENCE) ? &audience : NULL,
    };
    struct study_request request = {
        .project = path,
        .data_folder = session->data_folder,
        .language = option_text(&session->options, OPTION_LANG, NULL),
    };
    return session->study != NULL ||
           study_load_changed(&session->study, &request, &changes,
                              session->arena, session->findings,
                              &session->fault);
}

bool session_table(struct session *session)
{
    struct ticker ticker;
    if (session->table != NULL)
        return true;
    session->table = table_new(session->batch);
    session->proposals = proposals_new(session->batch);
    struct import_context context = {
        .study = session->study,
        .findings = session->findings,
        .proposals = session->proposals,
        .scratch = session->scratch,
        .progress = ticker_start(&ticker, session),
    };
    bool done = import_project(session->table, &context, &session->fault);
    ticker_stop(&ticker);
    decisions_settle(session->study, session->findings);
    return done;
}

/* Counts are hidden in the observations too. */
static void let_go(struct session *session)
{
    if (session->command->facts_only && !(study_hide_most(session->study) > 0))
        table_keep_places(session->table);
    arena_give_back(session->scratch);
    memory_give_back();
}

bool session_cube(struct session *session)
{
    if (session->cube != NULL)
        return true;
    session->reported = session->study;
    if (!formulas_compile(&session->formulas, session->study, session->arena,
                          &session->fault) ||
        !session_table(session) ||
        !cube_build(&session->cube, session->table, session->study,
                    session->batch, session->findings, &session->fault))
        return false;
    quality_check(session->cube, session->study, session->formulas,
                  session->scratch, session->findings);
    if (session->study->project.boundaries != BOUNDARIES_REPORTED)
        restate(&session->study, &session->cube, session->study, session->cube,
                session->batch, session->findings);
    let_go(session);
    return true;
}

bool session_confidence(struct session *session, double *confidence)
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

static bool narrowed(const struct session *session)
{
    const struct selection *asked = session->asked;
    return asked != NULL &&
           (asked->indicator_count > 0 || asked->period_count > 0);
}

static bool is_asked(const struct session *session, uint16_t indicator)
{
    return session->asked == NULL ||
           selection_has_indicator(session->asked, indicator);
}

/* When it alone is asked for; NO_PERIOD: there are several. The year before it
 * may be computed for what is derived, but has no readers. */
static period only_period(const struct session *session)
{
    const struct selection *asked = session->asked;
    return asked != NULL && asked->period_count == 1 ? asked->periods[0]
                                                     : NO_PERIOD;
}

/* One that is counted from the results of all others, of two years. */
static bool derived_asked(const struct session *session)
{
    const struct catalogue *catalogue = &session->study->catalogue;
    for (uint16_t i = 0; i < catalogue->count; i++)
        if (catalogue->items[i].kind == KIND_DERIVED && is_asked(session, i))
            return true;
    return false;
}

static bool period_wanted(const struct session *session, period p, bool derived)
{
    return session->asked == NULL ||
           selection_has_period(session->asked, period_calendar(p)) ||
           (derived &&
            selection_has_period(session->asked,
                                 period_shift(period_calendar(p), 1)));
}

/* The cube's periods that must be computed, in its order. */
static void ask_periods(struct compute_request *request,
                        const struct session *session)
{
    const struct cube *cube = session->cube;
    period *periods = arena_array(session->batch, cube->period_count, period);
    bool derived = derived_asked(session);
    size_t count = 0;
    for (size_t i = 0; i < cube->period_count; i++)
        if (period_wanted(session, cube->periods[i], derived))
            periods[count++] = cube->periods[i];
    request->periods = periods;
    request->period_count = count;
}

static void compute_all(struct session *session,
                        const struct compute_request *each)
{
    size_t known = session->study->catalogue.count, count = 0;
    uint16_t *indicators = arena_array(session->batch, known, uint16_t);
    bool all = derived_asked(session);
    for (uint16_t i = 0; i < known; i++)
        if (all || is_asked(session, i))
            indicators[count++] = i;
    struct indicators_request request = {
        .indicators = indicators,
        .count = count,
        .formulas = session->formulas,
        .cube = session->cube,
        .study = session->study,
        .each = each,
        .threads = session_threads(session),
    };
    session->results = results_new(session->batch);
    indicators_compute(session->results, &request, session->findings);
}

/* What is printed is made of the rows that are left. */
static void hide_small_counts(struct session *session)
{
    if (!(study_hide_most(session->study) > 0))
        return;
    session->hidden = arena_new_of(session->batch, struct hidden);
    hide_results(session->hidden, session->results, session->formulas,
                 session->cube, session->study, session->batch);
}

/* Figures of another map, or some of them alone, are not those published. */
static void find_revisions(struct session *session)
{
    const struct study *study = session->study;
    session->revisions = revisions_new(session->batch);
    if (narrowed(session) || study->project.boundaries != BOUNDARIES_REPORTED)
        return;
    revisions_find(session->revisions, session->results, study,
                   session->findings);
}

bool session_results(struct session *session)
{
    struct compute_request request = {
        .root = session->study->project.root,
        .breakdowns = true,
    };
    if (session->results != NULL)
        return true;
    if (!session_confidence(session, &request.confidence) ||
        !session_cube(session))
        return false;
    const struct study *study = session->study; /* on its map now */
    ask_periods(&request, session);
    compute_all(session, &request);
    results_sort(session->results, study);
    hide_small_counts(session);
    struct judging judging = { .results = session->results,
                               .study = study,
                               .root = study->project.root,
                               .period = only_period(session),
                               .threads = session_threads(session) };
    judging_progress(&judging, session->findings);
    session->standards = standard_outcomes_new(session->batch);
    standards_judge(session->standards, session->results, study,
                    study->project.root, session->scratch);
    derived_compute(session->results, session->formulas, study,
                    session->scratch);
    quality_results(session->results, study, session->scratch,
                    session->findings);
    judging_standings(&judging);
    find_revisions(session);
    decisions_settle(study, session->findings);
    if (!narrowed(session)) /* else not all there is to find was found */
        decisions_note_unused(study, session->findings, session->scratch);
    if (session->hidden != NULL)
        hide_observations(session->table, session->findings, session->hidden);
    return true;
}

bool session_comparisons(struct session *session, period p)
{
    struct compare_request request = { .period = p,
                                       .limits = p != NO_PERIOD,
                                       .threads = session_threads(session) };
    if (session->comparisons != NULL)
        return true;
    if (!session_confidence(session, &request.confidence) ||
        !session_results(session))
        return false;
    const struct study *study = session->study; /* on its map now */
    request.root = study->project.root;
    session->comparisons = comparisons_new(session->batch);
    compare_results(session->comparisons, session->results, &request, study,
                    session->scratch);
    return true;
}

/* The curves of an indicator: by value, and by what orders the areas. One that
 * cannot be drawn is none. */
static void add_curves(struct session *session, uint16_t indicator,
                       enum tier tier, const char *attribute)
{
    const char *orders[] = { NULL, attribute };
    for (size_t i = 0; i < (attribute == NULL ? 1 : 2); i++) {
        struct equity_curve_request request = {
            .indicator = indicator,
            .period = session->study->project.period,
            .tier = tier,
            .attribute = orders[i],
        };
        if (!equity_curve(session->curves, session->results, &request,
                          session->study, session->batch))
            return;
    }
}

void session_curves(struct session *session, enum tier tier)
{
    const struct study *study = session->study;
    const char *order = session->order != NULL
                            ? session->order
                            : equity_curve_attribute(study, tier);
    session->curves = equity_curves_new(session->batch);
    for (uint16_t i = 0; i < study->catalogue.count; i++)
        add_curves(session, i, tier, order);
}

bool session_evenness(struct session *session, enum tier tier, period from,
                      period to)
{
    struct even_request request = { .from = from, .to = to };
    if (session->evenness != NULL)
        return true;
    if (!session_confidence(session, &request.confidence) ||
        !session_results(session))
        return false;
    const struct study *study = session->study; /* on its map now */
    request.root = study->project.root;
    request.tier = tier != TIER_NONE ? tier : study->project.tier;
    session->evenness = evenness_new(session->batch);
    even_results(session->evenness, session->results, &request,
                 session->formulas, study, session->scratch);
    return true;
}

bool session_trends(struct session *session, struct trend_request *request)
{
    if (session->trends != NULL)
        return true;
    if (!session_confidence(session, &request->confidence) ||
        !session_results(session))
        return false;
    request->threads = session_threads(session);
    session->trends = trends_new(session->batch);
    trend_results(session->trends, session->results, request, session->formulas,
                  session->study, session->scratch);
    return true;
}

bool session_changes(struct session *session)
{
    if (session->changes != NULL)
        return true;
    struct trend_request request = { .to = session->study->project.period };
    if (!session_trends(session, &request))
        return false;
    session->changes = changes_new(session->batch);
    changes_compute(session->changes, session->results, session->trends,
                    session->study->project.period, session->study,
                    session->scratch);
    return true;
}
