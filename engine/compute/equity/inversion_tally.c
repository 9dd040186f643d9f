/*
 * inversion_tally.c - the draws, by several threads.
 *
 * Threads share the plans and take pieces of the draws. Each counts for itself;
 * counts are whole numbers, so their sum does not depend on who counted what.
 * Sums of fractions do: they are kept by piece and added in its order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/equity/inversion_tally.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/compute/equity/stream.h"

enum { MOST_THREADS = 64, PIECE = REDRAW_PIECE };

/* Measures that differ by less differ by rounding. */
static const double ROUNDING = 1e-9;

/* Of the draws of a piece: how far they lie from the observed. */
struct moments {
    double count, sum, squares;
};

struct work {
    const struct tally *tally;
    const struct station *stations;
    size_t count;
    struct redraw **plans;   /* of each station */
    struct moments *moments; /* [piece x station x choice] */
    atomic_size_t next;      /* piece of draws */
};

/* What a thread has for itself. */
struct worker {
    struct work *work;
    struct arena *arena;
    struct sample sample; /* the twin a draw is put into */
    double *values;
    double *even, *normal;   /* [PIECE x areas] */
    uint32_t *below, *alike; /* [station x choice] */
};

/* (1) of inversion.h */
static void path_at(double truth[], const struct inversion_request *r, double c)
{
    const struct sample *s = r->sample;

    for (size_t i = 0; i < s->count; i++) {
        double t = s->mean + c * (s->value[i] - s->mean);
        truth[i] = fmin(fmax(t, r->chance->low), r->chance->high);
    }
}

double tally_truth(const struct inversion_request *r,
                   const struct measure_choice *choice, double c,
                   struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    struct sample twin;
    double *values, value;

    sample_twin(&twin, r->sample, &values, scratch);
    path_at(values, r, c);
    sample_refresh(&twin);
    value = measure_value(choice, &twin, scratch);
    arena_rewind(scratch, mark);
    return value;
}

static void note_distance(struct moments *m, double apart)
{
    if (!has_value(apart))
        return;
    m->count++;
    m->sum += apart;
    m->squares += apart * apart;
}

static void count_draw(struct worker *w, size_t station, size_t draw)
{
    const struct tally *t = w->work->tally;
    size_t choices = t->request->count;
    struct arena_mark mark = arena_mark(w->arena);
    struct moments *moments =
        w->work->moments + (draw / PIECE * w->work->count + station) * choices;

    for (size_t m = 0; m < choices; m++) {
        double value =
            measure_drawn(&t->request->choices[m], &w->sample, w->arena);
        double apart = value - t->observed[m];
        note_distance(&moments[m], apart);
        if (fabs(apart) <= ROUNDING * fabs(t->observed[m]))
            w->alike[station * choices + m]++;
        else if (apart < 0)
            w->below[station * choices + m]++;
        if (station == 0 && t->at_equal)
            t->at_equal[m * t->draws + draw] =
                has_value(value) ? value : HUGE_VAL;
    }
    arena_rewind(w->arena, mark);
}

static void draw_numbers(struct worker *w, size_t first)
{
    size_t areas = w->sample.count;

    for (size_t d = 0; d < PIECE; d++) {
        struct stream stream =
            stream_of(w->work->tally->request->seed, first + d);
        for (size_t i = 0; i < areas; i++) {
            double even = stream_next(&stream);
            w->even[i * PIECE + d] = even;
            w->normal[i * PIECE + d] = gsl_cdf_ugaussian_Pinv(even);
        }
    }
}

static void draw_piece(struct worker *w, size_t piece)
{
    const struct work *work = w->work;
    size_t first = piece * PIECE, areas = w->sample.count;

    draw_numbers(w, first);
    for (size_t station = 0; station < work->count; station++) {
        redraw_values(work->plans[station], w->even, w->normal, w->values);
        for (size_t d = 0; d < PIECE && first + d < work->tally->draws; d++) {
            w->sample.value = w->values + d * areas;
            sample_refresh(&w->sample);
            count_draw(w, station, first + d);
        }
    }
}

static void *run(void *to)
{
    struct worker *w = to;
    const struct tally *t = w->work->tally;
    size_t cells = w->work->count * t->request->count, piece;
    size_t areas = t->request->sample->count;

    double *one;

    sample_twin(&w->sample, t->request->sample, &one, w->arena);
    w->values = arena_array(w->arena, PIECE * areas, double);
    w->even = arena_array(w->arena, PIECE * areas, double);
    w->normal = arena_array(w->arena, PIECE * areas, double);
    w->below = arena_array(w->arena, cells, uint32_t);
    w->alike = arena_array(w->arena, cells, uint32_t);
    while ((piece = atomic_fetch_add(&w->work->next, 1)) * PIECE < t->draws)
        draw_piece(w, piece);
    return NULL;
}

static size_t pieces_of(const struct tally *t)
{
    return (t->draws + PIECE - 1) / PIECE;
}

static size_t threads_for(const struct tally *t)
{
    long here = sysconf(_SC_NPROCESSORS_ONLN);
    size_t wanted = t->request->threads,
           pieces = (t->draws + PIECE - 1) / PIECE;

    if (wanted == 0)
        wanted = here > 0 ? (size_t)here : 1;
    if (wanted > pieces)
        wanted = pieces;
    return wanted < MOST_THREADS ? wanted : MOST_THREADS;
}

/* The calling thread is one of them; those that cannot be had are done
 * without. Returns how many ran. */
static size_t run_all(struct work *work, struct worker workers[])
{
    pthread_t threads[MOST_THREADS];
    size_t wanted = threads_for(work->tally), started = 1;

    for (size_t i = 0; i < wanted; i++)
        workers[i] = (struct worker){ .work = work, .arena = arena_new() };
    while (started < wanted &&
           pthread_create(&threads[started], NULL, run, &workers[started]) == 0)
        started++;
    run(&workers[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(threads[i], NULL);
    for (size_t i = started; i < wanted; i++)
        arena_free(workers[i].arena);
    return started;
}

static void add_up(struct station stations[], size_t count,
                   const struct worker *w, size_t choices)
{
    for (size_t k = 0; k < count; k++)
        for (size_t m = 0; m < choices; m++) {
            stations[k].below[m] += w->below[k * choices + m];
            stations[k].alike[m] += w->alike[k * choices + m];
        }
}

static double score_of(const struct work *work, size_t station, size_t m)
{
    size_t cells = work->count * work->tally->request->count;
    size_t cell = station * work->tally->request->count + m;
    struct moments all = { 0, 0, 0 };
    double variance;

    for (size_t piece = 0; piece < pieces_of(work->tally); piece++) {
        const struct moments *own = &work->moments[piece * cells + cell];
        all.count += own->count;
        all.sum += own->sum;
        all.squares += own->squares;
    }
    variance = (all.squares - all.sum * all.sum / all.count) / all.count;
    return variance > 0 ? -all.sum / all.count / sqrt(variance) : NO_VALUE;
}

void tally_draws(const struct tally *t, struct station stations[], size_t count,
                 struct arena *arena)
{
    struct arena *own = arena_new();
    const struct inversion_request *r = t->request;
    size_t areas = r->sample->count;
    double *truth = arena_array(own, areas, double);
    struct work work = { .tally = t, .stations = stations, .count = count };
    struct worker workers[MOST_THREADS];

    work.plans = arena_array(own, count, struct redraw *);
    for (size_t k = 0; k < count; k++) {
        stations[k].below = arena_array(arena, r->count, uint32_t);
        stations[k].alike = arena_array(arena, r->count, uint32_t);
        stations[k].score = arena_array(arena, r->count, double);
        path_at(truth, r, stations[k].c);
        work.plans[k] = redraw_plan(r->chance, truth, areas, own);
    }
    work.moments =
        arena_array(own, pieces_of(t) * count * r->count, struct moments);
    size_t ran = run_all(&work, workers);
    for (size_t i = 0; i < ran; i++) {
        add_up(stations, count, &workers[i], r->count);
        arena_free(workers[i].arena);
    }
    for (size_t k = 0; k < count; k++)
        for (size_t m = 0; m < r->count; m++)
            stations[k].score[m] = score_of(&work, k, m);
    arena_free(own);
}
