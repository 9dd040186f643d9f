/*
 * together.c - one kind of work on many things, by several threads.
 *
 * Threads share nothing that changes but the number of the next thing; the
 * calling thread is one of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/together.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "engine/base/arena.h"

enum { MOST_THREADS = 64 };

struct team {
    size_t count;
    together_work *work;
    void *job;
    atomic_size_t next;
};

static void *run(void *to)
{
    struct team *team = to;
    struct arena *scratch = arena_new();
    size_t at;

    while ((at = atomic_fetch_add(&team->next, 1)) < team->count) {
        struct arena_mark mark = arena_mark(scratch);
        team->work(team->job, at, scratch);
        arena_rewind(scratch, mark);
    }
    arena_free(scratch);
    return NULL;
}

static size_t threads_for(size_t count, size_t wanted)
{
    long here = sysconf(_SC_NPROCESSORS_ONLN);

    if (wanted == 0)
        wanted = here > 0 ? (size_t)here : 1;
    if (wanted > count)
        wanted = count;
    return wanted < MOST_THREADS ? wanted : MOST_THREADS;
}

void together_do(size_t count, size_t threads, together_work *work, void *job)
{
    struct team team = { .count = count, .work = work, .job = job };
    pthread_t others[MOST_THREADS];
    size_t wanted = threads_for(count, threads), started = 0;

    while (started + 1 < wanted &&
           pthread_create(&others[started], NULL, run, &team) == 0)
        started++;
    run(&team);
    for (size_t i = 0; i < started; i++)
        pthread_join(others[i], NULL);
}
