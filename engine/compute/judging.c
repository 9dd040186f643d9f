/*
 * judging.c - results against their targets and against the whole, by several
 * threads; the numbers are those of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/judging.h"

#include "engine/base/arena.h"
#include "engine/base/together.h"
#include "engine/compute/compare/compare.h"
#include "engine/compute/progress/progress.h"

struct work {
    const struct judging *judging;
    struct results_span *spans; /* in the order of the rows */
    size_t count;
    struct progress *progress;
    struct told {
        struct arena *arena;
        struct findings *findings;
    } * told; /* of each span: an arena is one thread's */
};

static struct work work_of(const struct judging *judging, struct arena *arena)
{
    const struct results *results = judging->results;
    struct work work = { .judging = judging };

    work.spans = arena_array(arena, judging->study->catalogue.count + 1,
                             struct results_span);
    for (size_t at = 0; at < results->count; at = work.spans[work.count++].end)
        work.spans[work.count] =
            results_of(results, results->items[at].indicator);
    return work;
}

static void judge_one(void *job, size_t at, struct arena *scratch)
{
    struct work *work = job;

    (void)scratch;
    progress_judge_rows(work->judging->results, work->spans[at], work->progress,
                        work->told[at].findings);
}

void judging_progress(const struct judging *judging, struct findings *findings)
{
    struct arena *arena = arena_new();
    struct work work = work_of(judging, arena);

    work.progress = progress_new(judging->study, judging->root, arena);
    work.told = arena_array(arena, work.count, struct told);
    for (size_t i = 0; i < work.count; i++) {
        work.told[i].arena = arena_new();
        work.told[i].findings = findings_new(work.told[i].arena);
    }
    together_do(work.count, judging->threads, judge_one, &work);
    for (size_t i = 0; i < work.count; i++) {
        findings_join(findings, work.told[i].findings);
        arena_free(work.told[i].arena);
    }
    arena_free(arena);
}

static void stand_one(void *job, size_t at, struct arena *scratch)
{
    const struct work *work = job;
    const struct judging *j = work->judging;

    struct compare_request request = { .root = j->root,
                                       .period = j->period,
                                       .confidence = 0.95 };

    compare_standings_rows(j->results, work->spans[at], &request, j->study,
                           scratch);
}

void judging_standings(const struct judging *judging)
{
    struct arena *arena = arena_new();
    struct work work = work_of(judging, arena);

    together_do(work.count, judging->threads, stand_one, &work);
    arena_free(arena);
}
