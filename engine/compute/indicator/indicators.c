/*
 * indicators.c - the values of many indicators, by several threads; the numbers
 * are those of the header.
 *
 * Threads share nothing that changes: the study, the formulas and the cube are
 * only read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/indicator/indicators.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/together.h"

/* What has come of an indicator; the arena keeps both. */
struct computed {
    uint16_t indicator;
    struct arena *arena;
    struct results *results;
    struct findings *findings;
};

struct work {
    const struct indicators_request *request;
    struct computed *outcomes;
};

/* Rows are sorted while there are few of them and by all threads. */
static void compute_one(void *job, size_t at, struct arena *scratch)
{
    struct work *work = job;
    const struct indicators_request *r = work->request;
    struct arena *arena = arena_new();
    struct computed outcome = { r->indicators[at], arena, results_new(arena),
                                findings_new(arena) };

    indicator_compute(outcome.results, r->indicators[at], r->formulas, r->cube,
                      r->study, r->each, scratch, outcome.findings);
    results_order(outcome.results, r->study);
    work->outcomes[at] = outcome;
}

static int by_id(const void *left, const void *right, void *known)
{
    const struct indicator *items = known;
    const struct computed *a = left, *b = right;

    return strcmp(items[a->indicator].id, items[b->indicator].id);
}

/* (1) Rows come in the order of the ids, so that none need be moved later. */
static void join_all(const struct work *work, struct results *into,
                     struct findings *findings)
{
    size_t count = work->request->count, rows = 0;

    for (size_t i = 0; i < count; i++) {
        rows += work->outcomes[i].results->count;
        findings_join(findings, work->outcomes[i].findings);
    }
    qsort_r(work->outcomes, count, sizeof *work->outcomes, by_id,
            work->request->study->catalogue.items);
    results_make_room(into, rows);
    for (size_t i = 0; i < count; i++) {
        results_join(into, work->outcomes[i].results);
        arena_free(work->outcomes[i].arena);
        memory_give_back(); /* else all rows would be held twice */
    }
}

void indicators_compute(struct results *into,
                        const struct indicators_request *request,
                        struct findings *findings)
{
    struct arena *arena = arena_new();
    struct work work = { .request = request };

    work.outcomes = arena_array(arena, request->count, struct computed);
    together_do(request->count, request->threads, compute_one, &work);
    join_all(&work, into, findings);
    arena_free(arena);
}
