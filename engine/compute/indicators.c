/*
 * indicators.c - the values of many indicators, by several threads; the numbers
 * are those of the header.
 *
 * Threads share nothing that changes but the number of the next indicator: the
 * study, the formulas and the cube are only read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/indicators.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "engine/base/arena.h"

enum { MOST_THREADS = 64 };

/* What has come of an indicator; the arena keeps both. */
struct computed {
    struct arena *arena;
    struct results *results;
    struct findings *findings;
};

struct work {
    const struct indicators_request *request;
    struct computed *outcomes;
    atomic_size_t next;
};

static void *run(void *to)
{
    struct work *work = to;
    const struct indicators_request *r = work->request;
    struct arena *scratch = arena_new();
    size_t at;

    while ((at = atomic_fetch_add(&work->next, 1)) < r->count) {
        struct arena_mark mark = arena_mark(scratch);
        struct arena *arena = arena_new();
        struct computed outcome = { arena, results_new(arena),
                                    findings_new(arena) };
        indicator_compute(outcome.results, r->indicators[at], r->formulas,
                          r->cube, r->study, r->each, scratch,
                          outcome.findings);
        work->outcomes[at] = outcome;
        arena_rewind(scratch, mark);
    }
    arena_free(scratch);
    return NULL;
}

static size_t threads_for(const struct indicators_request *r)
{
    long here = sysconf(_SC_NPROCESSORS_ONLN);
    size_t wanted = r->threads;

    if (wanted == 0)
        wanted = here > 0 ? (size_t)here : 1;
    if (wanted > r->count)
        wanted = r->count;
    return wanted < MOST_THREADS ? wanted : MOST_THREADS;
}

/* (2) The calling thread is one of them. */
static void run_all(struct work *work)
{
    pthread_t threads[MOST_THREADS];
    size_t wanted = threads_for(work->request), started = 0;

    while (started + 1 < wanted &&
           pthread_create(&threads[started], NULL, run, work) == 0)
        started++;
    run(work);
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
}

/* (1) */
static void join_all(const struct work *work, struct results *into,
                     struct findings *findings)
{
    size_t rows = 0;

    for (size_t i = 0; i < work->request->count; i++)
        rows += work->outcomes[i].results->count;
    results_make_room(into, rows);
    for (size_t i = 0; i < work->request->count; i++) {
        results_join(into, work->outcomes[i].results);
        findings_join(findings, work->outcomes[i].findings);
        arena_free(work->outcomes[i].arena);
    }
}

void indicators_compute(struct results *into,
                        const struct indicators_request *request,
                        struct findings *findings)
{
    struct arena *arena = arena_new();
    struct work work = { .request = request };

    work.outcomes = arena_array(arena, request->count, struct computed);
    run_all(&work);
    join_all(&work, into, findings);
    arena_free(arena);
}
