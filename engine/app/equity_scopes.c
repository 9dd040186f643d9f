/*
 * equity_scopes.c - what is set side by side to be measured.
 *
 *  (1) Of every indicator the areas of a tier; the same in the order of their
 *      poverty_rate where they have one; and the root's parts by the dimensions
 *      the indicator names, ages apart, which overlap.
 *  (2) With --by only what it names: dimensions, or attributes of the areas by
 *      which they are put in order, -NAME with the smallest first.
 *  (3) Draws cost time: they are made for what is asked for by -i and -p; by
 *      commands without --draws for the report's period.
 *  (4) In an order only the measures that look at it: the others are those of
 *      the same areas without one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/app/session.h"
#include "engine/base/arena.h"
#include "engine/compute/equity/equity.h"

/* (1) */
static const char customary_order[] = "poverty_rate";

struct scopes {
    struct session *session;
    struct equity_request settings, ordered; /* with the measures (4) */
    struct equity_scope scope;               /* of the areas, unordered */
    struct selection selection;
    char **by;
    size_t by_count;
};

bool session_draws(struct session *session, struct equity_request *request)
{
    long draws = (long)request->draws, seed = (long)request->seed, threads = 0;
    if (!option_whole(&session->options, OPTION_DRAWS, &draws,
                      &session->fault) ||
        !option_whole(&session->options, OPTION_SEED, &seed, &session->fault) ||
        !option_whole(&session->options, OPTION_THREADS, &threads,
                      &session->fault))
        return false;
    request->draws = (size_t)draws;
    request->fewer = !option_given(&session->options, OPTION_DRAWS);
    request->seed = (uint64_t)seed;
    request->threads = (size_t)threads;
    return true;
}

static bool has_attribute(const struct areas *areas, const char *name)
{
    for (size_t i = 0; i < areas->attribute_count; i++)
        if (strcmp(areas->attribute_names[i], name) == 0)
            return true;
    return false;
}

bool session_orders_by(const struct session *session, const char *word)
{
    return (session->command->accepts & OPTION_SET(MEASURE)) &&
           has_attribute(&session->study->areas, word + (word[0] == '-'));
}

static void measure_dimension(struct scopes *s, uint16_t indicator,
                              uint16_t dimension)
{
    struct session *session = s->session;
    struct equity_scope scope = s->scope;
    if (session->study->codebook.dimensions[dimension].ages)
        return;
    scope.dimension = dimension;
    equity_compute(session->equity, session->results, indicator, &scope,
                   session->study, session->scratch);
}

static void measure_areas(struct scopes *s, uint16_t indicator,
                          const char *order_by)
{
    struct session *session = s->session;
    struct equity_scope scope = s->scope;
    scope.order_by = order_by;
    if (order_by)
        scope.settings = &s->ordered;
    equity_compute(session->equity, session->results, indicator, &scope,
                   session->study, session->scratch);
}

static void measure_all(struct scopes *s, uint16_t indicator)
{
    const struct study *study = s->session->study;
    const struct indicator *in = &study->catalogue.items[indicator];
    for (size_t i = 0; i < s->by_count; i++) /* (2) */
        if (session_orders_by(s->session, s->by[i]))
            measure_areas(s, indicator, s->by[i]);
        else
            measure_dimension(s, indicator,
                              dimension_find(&study->codebook, s->by[i]));
    if (s->by_count > 0)
        return;
    measure_areas(s, indicator, NULL);
    if (has_attribute(&study->areas, customary_order))
        measure_areas(s, indicator, customary_order);
    for (size_t i = 0; i < in->by_count; i++) {
        uint16_t dimension = dimension_find(&study->codebook, in->by[i]);
        if (dimension != NO_INDEX)
            measure_dimension(s, indicator, dimension);
    }
}

/* (4) */
static void keep_ordered(struct equity_request *request, struct arena *arena)
{
    struct measure_choice *all;
    size_t count = measures_list(&all, arena), kept = 0;
    for (size_t i = 0; i < count; i++)
        if ((all[i].measure->needs & MEASURE_NEEDS_ORDER) ||
            all[i].measure->pair || all[i].measure->uncut)
            all[kept++] = all[i];
    request->measures = all;
    request->measure_count = kept;
}

/* (3) */
static bool scopes_read(struct scopes *s, enum tier tier)
{
    struct session *session = s->session;
    const struct project *project = &session->study->project;
    bool asked = session->command->accepts & OPTION_SET(DRAWS);
    double *level = arena_array(session->batch, 1, double);
    s->settings = equity_request_plain();
    s->settings.confidence = level;
    s->scope = (struct equity_scope){
        .tier = tier != TIER_NONE ? tier : project->tier,
        .dimension = NO_INDEX,
        .root = project->root,
        .drawn = &project->period,
        .drawn_count = 1,
        .settings = &s->settings,
    };
    if (!session_confidence(session, level) ||
        !session_draws(session, &s->settings))
        return false;
    s->ordered = s->settings;
    keep_ordered(&s->ordered, session->batch);
    if (!asked)
        return true;
    if (!session_selection(session, &s->selection))
        return false;
    s->scope.drawn = s->selection.periods;
    s->scope.drawn_count = s->selection.period_count;
    s->by_count =
        option_list(&session->options, OPTION_BY, session->arena, &s->by);
    return true;
}

bool session_equity(struct session *session, enum tier tier)
{
    struct scopes s = { .session = session };
    if (session->equity != NULL)
        return true;
    if (!session_results(session) || !scopes_read(&s, tier))
        return false;
    session->equity = equity_results_new(session->batch);
    for (uint16_t i = 0; i < session->study->catalogue.count; i++) {
        struct arena_mark mark = arena_mark(session->scratch);
        if (selection_has_indicator(&s.selection, i))
            measure_all(&s, i);
        arena_rewind(session->scratch, mark);
    }
    session_curves(session, s.scope.tier);
    return true;
}
