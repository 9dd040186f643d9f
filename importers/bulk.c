/*
 * bulk.c - the bulk job: files one after another, pieces by several threads.
 *
 *  (1) Everything is read quickly first. When a quote turns out to stand astray
 *      somewhere, all is forgotten and read again carefully, by one thread.
 *  (2) A thread's words and groups go on over all files; its notes are of one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "importers/bulk.h"
#include "importers/records.h"

enum { PIECE = 1 << 20, MOST_THREADS = 64 };

struct job {
    const struct bulk_request *request;
    struct bulk_worker *workers[MOST_THREADS];
    size_t worker_count;
    struct bulk_reader reader;
    struct bulk_heads heads;
    struct arena *scratch;
    struct findings *findings;
    struct fault *fault;
};

static size_t threads_for(const struct bulk_request *request)
{
    long here = sysconf(_SC_NPROCESSORS_ONLN);
    size_t wanted = request->threads;
    if (wanted == 0)
        wanted = here > 0 ? (size_t)here : 1;
    return wanted < MOST_THREADS ? wanted : MOST_THREADS;
}

static size_t bytes_of(const struct bulk_request *request)
{
    struct stat status;
    size_t all = 0;
    for (size_t i = 0; i < request->path_count; i++)
        if (stat(request->paths[i], &status) == 0)
            all += (size_t)status.st_size;
    return all;
}

/* Reading carefully, a piece must hold more than the longest cell. */
static size_t piece_size(const struct bulk_request *request, bool careful)
{
    size_t size = request->piece_size != 0 ? request->piece_size : PIECE;
    size_t least = careful ? 2 * (size_t)RECORDS_CELL_LIMIT : 1;
    return size > least ? size : least;
}

static void job_begin(struct job *job, bool careful)
{
    const struct bulk_request *request = job->request;
    job->worker_count = careful ? 1 : threads_for(request);
    for (size_t i = 0; i < job->worker_count; i++)
        job->workers[i] = bulk_worker_new(request->by.count);
    job->reader = (struct bulk_reader){
        .handle = -1,
        .piece_size = piece_size(request, careful),
        .careful = careful,
        .by_record = request->by_record,
        .progress = request->progress,
        .all = bytes_of(request),
    };
    pthread_mutex_init(&job->reader.lock, NULL);
}

/* The workers live as long as the sums do, and die with their arena. */
static void job_end(struct job *job)
{
    pthread_mutex_destroy(&job->reader.lock);
    free(job->reader.ahead);
    free(job->reader.rest);
    free(job->reader.lines);
}

static void free_workers(struct job *job)
{
    for (size_t i = 0; i < job->worker_count; i++)
        bulk_worker_free(job->workers[i]);
}

/* --- one file ------------------------------------------------------------ */

struct errand {
    struct bulk_worker *worker;
    struct bulk_reader *reader;
};

static void *run(void *to)
{
    struct errand *errand = to;
    bulk_walk(errand->worker, errand->reader);
    return NULL;
}

/* The calling thread is one of them; threads that cannot be had are done
 * without. */
static void walk_all(struct job *job)
{
    struct errand errands[MOST_THREADS];
    pthread_t threads[MOST_THREADS];
    size_t started = 0;
    for (size_t i = 0; i < job->worker_count; i++) {
        errands[i] = (struct errand){ job->workers[i], &job->reader };
        job->workers[i]->heads = &job->heads;
    }
    while (started + 1 < job->worker_count &&
           pthread_create(&threads[started], NULL, run,
                          &errands[started + 1]) == 0)
        started++;
    run(&errands[0]);
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
}

/* The notes of all threads become findings (2). */
static void tell_notes(struct job *job, bool keep)
{
    const struct bulk_notes *notes[MOST_THREADS];
    for (size_t i = 0; i < job->worker_count; i++)
        notes[i] = &job->workers[i]->notes;
    if (keep)
        bulk_notes_tell(notes, job->worker_count, &job->reader, &job->heads,
                        job->findings);
    for (size_t i = 0; i < job->worker_count; i++)
        bulk_notes_clear(&job->workers[i]->notes);
}

static bool only_white(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (strchr(" \t\r\n;,|\"", text[i]) == NULL || text[i] == '\0')
            return false;
    return true;
}

static bool read_opened(struct job *job)
{
    struct bulk_reader *reader = &job->reader;
    const char *text = reader->ahead + reader->ahead_at;
    size_t length = reader->ahead_length - reader->ahead_at;
    if (reader->ended && only_white(text, length)) {
        finding_add(job->findings, FINDING_empty_file,
                    (struct finding_place){ .file = reader->path },
                    (char *)NULL);
        return true;
    }
    if (!bulk_heads_read(&job->heads, reader->path, text, length,
                         job->request->by, job->scratch, job->fault))
        return false;
    reader->ahead_at += job->heads.data;
    walk_all(job);
    tell_notes(job, !reader->ill && !reader->failed);
    return true;
}

static bool read_file(struct job *job, const char *path)
{
    struct arena_mark mark = arena_mark(job->scratch);
    bool done = bulk_reader_open(&job->reader, path) && read_opened(job);
    bulk_reader_close(&job->reader);
    arena_rewind(job->scratch, mark);
    if (job->reader.fault.code == FAULT_NONE)
        return done;
    *job->fault = job->reader.fault;
    return false;
}

/* --- all files ----------------------------------------------------------- */

static bool read_all(struct job *job)
{
    bool done = true;
    for (size_t i = 0; i < job->request->path_count && done; i++) {
        done = read_file(job, job->request->paths[i]);
        if (job->reader.ill)
            return done;
    }
    return done;
}

static void release_worker(void *worker)
{
    bulk_worker_free(worker);
}

static void finish(struct job *job, struct bulk_sums *out, struct arena *arena)
{
    *out = (struct bulk_sums){ .count = 0 };
    for (size_t i = 0; i < job->worker_count; i++) {
        const struct bulk_counts *counts = &job->workers[i]->counts;
        out->counts.read += counts->read;
        out->counts.added += counts->added;
        out->counts.ignored += counts->ignored;
        out->counts.rejected += counts->rejected;
        arena_defer(arena, release_worker, job->workers[i]);
    }
    bulk_join(out, job->workers, job->worker_count, arena);
}

bool bulk_add_up(struct bulk_sums *out, const struct bulk_request *request,
                 struct arena *arena, struct findings *findings,
                 struct fault *fault)
{
    assert(request->by.count > 0 && request->by.count <= BULK_COLUMNS);
    struct job job = { .request = request,
                       .scratch = arena_new(),
                       .findings = findings,
                       .fault = fault };
    size_t findings_before = findings->count;
    bool done, again = false;
    do { /* (1) */
        job_begin(&job, again || request->by_record);
        findings->count = findings_before;
        done = read_all(&job);
        again = done && job.reader.ill;
        if (!done || again)
            free_workers(&job);
        job_end(&job);
    } while (again);
    if (done)
        finish(&job, out, arena);
    arena_free(job.scratch);
    return done;
}
