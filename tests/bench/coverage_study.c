/*
 * coverage_study.c - how often the limits of the measures of inequality hold
 * the truth.
 *
 *     coverage_study [name=value …]
 *
 *  (1) A cell is a number of areas, a size, a shape of the truth, a level,
 *      equal sizes or one area of 46 %, a design effect. In each, tables are
 *      drawn again and again (beta-binomial where the effect is above 1) and
 *      measured as the program measures them.
 *  (2) For every measure: in how many cells the share of limits that hold the
 *      truth is below 93 %, by the cell's own Monte-Carlo interval (its Wilson
 *      limits, 95 %); the lowest share and its cell; the mean share; how often
 *      equal areas are called unequal (p < .05) at worst; the mean width.
 *      Limits that are withheld are counted apart.
 *  (3) Four tables of each draw: without an order, with a reference area (ref),
 *      with an order (ordered), and with a target just above the level, where
 *      a shortfall is hardest to tell (target); tables=plain,ordered asks for
 *      some of them. Orders and targets need no draws of their own, so that
 *      they can be looked at far more closely. shapes="equal,one low" keeps
 *      some shapes of the truth.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/compute/equity/equity.h"
#include "engine/compute/interval/interval.h"

enum {
    MOST_AREAS = 2000,
    MOST_MEASURES = 64,
    MOST_LIST = 16,
    MOST_THREADS = 8
};

enum shape { EQUAL, GRADIENT, ONE_LOW, ONE_HIGH, TWO_CLUSTERS, SHAPES };
static const char *const shape_names[SHAPES] = { "equal", "gradient", "one low",
                                                 "one high", "two clusters" };

struct cell {
    size_t areas;
    double persons, level, effect;
    enum shape shape;
    bool uneven; /* one area of 46 % */
    double truth[MOST_AREAS], size[MOST_AREAS];
};

/* What is asked of a table, and how it is called in the output. */
struct asked {
    char name[64];
    struct measure_choice choice;
    enum dress { PLAIN, REFERENCE, ORDERED, TARGET, TABLES } table;
};

struct counts {
    unsigned given, held, above, alarms, measured; /* above: the truth lies
                                                      over the limits */
    double width;
};

struct study {
    struct asked asked[MOST_MEASURES];
    size_t count;
    bool wanted[TABLES]; /* (3) */
    unsigned long seed;
    size_t repetitions, draws, threads;
};

struct summary {
    size_t cells, failed, withheld;
    double lowest, sum, alarms, width;
    char worst[96];
};

static double beyond(const struct cell *c)
{
    return c->level > 0.9 ? 0.02 : 0.1;
}

static double true_value(const struct cell *c, size_t i)
{
    double p = c->level, d = beyond(c), last = (double)c->areas - 1;

    switch (c->shape) {
    case GRADIENT:
        return p - d + 2 * d * (double)i / last;
    case ONE_LOW:
        return i == 0 ? p - 2 * d : p;
    case ONE_HIGH:
        return i + 1 == c->areas ? fmin(p + 2 * d, (1 + p) / 2 + d / 4) : p;
    case TWO_CLUSTERS:
        return 2 * i < c->areas ? p - d : p + d;
    case EQUAL:
    case SHAPES:
        break;
    }
    return p;
}

static void fill_cell(struct cell *c)
{
    double total = c->persons * (double)c->areas;

    for (size_t i = 0; i < c->areas; i++) {
        c->truth[i] = true_value(c, i);
        c->size[i] = !c->uneven ? c->persons
                     : i == c->areas / 2
                         ? round(0.46 * total)
                         : round(0.54 * total / (double)(c->areas - 1));
    }
}

static void name_cell(char out[96], const struct cell *c)
{
    snprintf(out, 96, "J=%zu n=%g %s p=%g %s effect %g", c->areas, c->persons,
             shape_names[c->shape], c->level, c->uneven ? "46%" : "even",
             c->effect);
}

static void draw_table(struct equity_row rows[], const struct cell *c,
                       gsl_rng *rng)
{
    for (size_t i = 0; i < c->areas; i++) {
        double n = c->size[i], p = c->truth[i];
        double alike = c->effect > 1 ? (c->effect - 1) / (n - 1) : 0;
        if (alike > 0) {
            double mass = (1 - alike) / alike;
            p = gsl_ran_beta(rng, p * mass, (1 - p) * mass);
        }
        rows[i] = (struct equity_row){
            .numerator = gsl_ran_binomial(rng, p, (unsigned)n),
            .denominator = n,
            .estimate = NO_VALUE,
            .population = NO_VALUE,
            .se = NO_VALUE,
            .order = NO_VALUE,
            .group = i % 2 ? "a" : "b",
        };
    }
}

static struct equity_request request_for(const struct cell *c,
                                         const struct study *s)
{
    struct equity_request r = equity_request_plain();

    r.noise = c->effect > 1 ? NOISE_CLUSTERED : NOISE_BINOMIAL;
    r.design_effect = c->effect;
    r.draws = s->draws;
    r.seed = s->seed;
    r.threads = 1;
    return r;
}

static void put_table_marks(struct equity_row rows[], size_t count,
                            enum dress table)
{
    for (size_t i = 0; i < count; i++) {
        rows[i].reference = table == REFERENCE && i == count / 2;
        rows[i].order = table == ORDERED ? (double)i + 1 : NO_VALUE;
    }
}

static size_t choices_of(struct measure_choice out[], const struct study *s,
                         enum dress table)
{
    size_t count = 0;

    for (size_t m = 0; m < s->count; m++)
        if (s->asked[m].table == table)
            out[count++] = s->asked[m].choice;
    return count;
}

/* The rows of all three tables, in the order of what is asked (3). */
static void measure_all(struct equity_results *into, struct equity_row rows[],
                        const struct cell *c, const struct study *s,
                        const struct equity_request *request,
                        struct arena *scratch)
{
    struct measure_choice choices[MOST_MEASURES];

    into->count = 0;
    for (enum dress table = PLAIN; table < TABLES; table++) {
        struct equity_request r = *request;
        r.measure_count = choices_of(choices, s, table);
        r.measures = choices;
        if (table == TARGET)
            r.target = c->level + 0.01 * beyond(c);
        put_table_marks(rows, c->areas, table);
        if (r.measure_count > 0)
            equity_table(into, rows, c->areas, &r, scratch);
    }
}

static void true_measures(double truth[], const struct cell *c,
                          const struct study *s)
{
    struct arena *arena = arena_new();
    struct equity_results *results = equity_results_new(arena);
    struct equity_row *rows = arena_array(arena, c->areas, struct equity_row);
    struct equity_request request = request_for(c, s);

    request.noise = NOISE_NONE;
    for (size_t i = 0; i < c->areas; i++)
        rows[i] = (struct equity_row){ .numerator = c->truth[i] * c->size[i],
                                       .denominator = c->size[i],
                                       .group = i % 2 ? "a" : "b" };
    measure_all(results, rows, c, s, &request, arena);
    for (size_t m = 0; m < s->count; m++)
        truth[m] = results->items[m].estimate;
    arena_free(arena);
}

static void count_row(struct counts *out, const struct equity_result *r,
                      double truth)
{
    double slack = 1e-9 * fmax(1, fabs(truth));

    out->measured += has_value(r->estimate);
    out->alarms += has_value(r->p_value) && r->p_value < 0.05;
    if (!has_value(r->lower) || !has_value(r->upper))
        return;
    out->given++;
    out->held += r->lower <= truth + slack && truth - slack <= r->upper;
    out->above += r->upper < truth - slack;
    out->width += r->upper - r->lower;
}

struct work {
    const struct study *study;
    const struct cell *cell;
    unsigned long number; /* of the cell */
    const double *truth;
    atomic_size_t next;
    pthread_mutex_t lock;
    struct counts counts[MOST_MEASURES];
};

static void add_counts(struct work *w, const struct counts own[])
{
    pthread_mutex_lock(&w->lock);
    for (size_t m = 0; m < w->study->count; m++) {
        w->counts[m].given += own[m].given;
        w->counts[m].held += own[m].held;
        w->counts[m].above += own[m].above;
        w->counts[m].alarms += own[m].alarms;
        w->counts[m].measured += own[m].measured;
        w->counts[m].width += own[m].width;
    }
    pthread_mutex_unlock(&w->lock);
}

static void *run(void *to)
{
    struct work *w = to;
    const struct study *s = w->study;
    struct counts own[MOST_MEASURES] = { 0 };
    struct arena *arena = arena_new();
    struct equity_results *results = equity_results_new(arena);
    struct equity_row *rows =
        arena_array(arena, w->cell->areas, struct equity_row);
    struct equity_request request = request_for(w->cell, s);
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_taus2);
    size_t at;

    while ((at = atomic_fetch_add(&w->next, 1)) < s->repetitions) {
        struct arena_mark mark = arena_mark(arena);
        gsl_rng_set(rng, s->seed * 1000003 + w->number * 100000 + at + 1);
        draw_table(rows, w->cell, rng);
        request.seed = s->seed + at;
        measure_all(results, rows, w->cell, s, &request, arena);
        for (size_t m = 0; m < s->count; m++)
            count_row(&own[m], &results->items[m], w->truth[m]);
        arena_rewind(arena, mark);
    }
    add_counts(w, own);
    gsl_rng_free(rng);
    arena_free(arena);
    return NULL;
}

/* (2) */
static void sum_up(struct summary *sum, const struct counts *c,
                   const struct cell *cell, const char *name)
{
    double share = c->given ? (double)c->held / c->given : NO_VALUE;
    struct interval mc;

    if (cell->shape == EQUAL && c->measured > 0)
        sum->alarms = fmax(sum->alarms, (double)c->alarms / c->measured);
    if (c->given < c->measured / 2 || c->given == 0) {
        sum->withheld++;
        return;
    }
    interval_of(&mc, INTERVAL_WILSON, c->held, c->given, 0.95);
    sum->failed += mc.upper < 0.93;
    sum->sum += share;
    sum->width += c->width / c->given;
    if (sum->cells++ == 0 || share < sum->lowest) {
        sum->lowest = share;
        snprintf(sum->worst, sizeof sum->worst, "%s", name);
    }
}

static void run_cell(struct study *s, struct cell *c, unsigned long number,
                     struct summary sums[], FILE *cells)
{
    double truth[MOST_MEASURES];
    struct work w = { .study = s, .cell = c, .number = number, .truth = truth };
    pthread_t threads[MOST_THREADS];
    char name[96];

    fill_cell(c);
    name_cell(name, c);
    true_measures(truth, c, s);
    pthread_mutex_init(&w.lock, NULL);
    for (size_t i = 0; i < s->threads; i++)
        if (pthread_create(&threads[i], NULL, run, &w) != 0)
            abort();
    for (size_t i = 0; i < s->threads; i++)
        pthread_join(threads[i], NULL);
    for (size_t m = 0; m < s->count; m++) {
        const struct counts *k = &w.counts[m];
        sum_up(&sums[m], k, c, name);
        if (cells)
            fprintf(cells, "%s,%s,%u,%u,%.4f,%.4f,%g,%.4f\n", s->asked[m].name,
                    name, k->measured, k->given,
                    k->given ? (double)k->held / k->given : 0,
                    (double)k->alarms / fmax(1, k->measured),
                    k->given ? k->width / k->given : 0,
                    k->given ? (double)k->above / k->given : 0);
    }
    if (cells)
        fflush(cells);
}

static void ask(struct study *s, const char *id, enum dress table)
{
    static const char *const heads[TABLES] = { "", "ref ", "ordered ",
                                               "target " };
    struct asked *a = &s->asked[s->count];

    if (!s->wanted[table])
        return;
    s->count++;
    snprintf(a->name, sizeof a->name, "%s%s", heads[table], id);
    if (!measure_find(id, &a->choice))
        abort();
    a->table = table;
}

/* Everything the register holds, in the tables where it means something. */
static void ask_all(struct study *s, struct arena *arena)
{
    static const char *const ordered[] = { "difference", "ratio",
                                           "population_attributable_risk",
                                           "population_attributable_fraction" };
    struct measure_choice *all;
    size_t count = measures_list(&all, arena);

    for (size_t i = 0; i < count; i++)
        if (!(all[i].measure->needs &
              (MEASURE_NEEDS_ORDER | MEASURE_NEEDS_REFERENCE |
               MEASURE_NEEDS_TARGET)))
            ask(s, all[i].id, PLAIN);
    ask(s, "difference", REFERENCE);
    ask(s, "ratio", REFERENCE);
    for (size_t i = 0; i < count; i++)
        if (all[i].measure->needs & MEASURE_NEEDS_REFERENCE)
            ask(s, all[i].id, REFERENCE);
    for (size_t i = 0; i < sizeof ordered / sizeof *ordered; i++)
        ask(s, ordered[i], ORDERED);
    for (size_t i = 0; i < count; i++)
        if (all[i].measure->needs & MEASURE_NEEDS_ORDER)
            ask(s, all[i].id, ORDERED);
    for (size_t i = 0; i < count; i++)
        if (all[i].measure->needs & MEASURE_NEEDS_TARGET)
            ask(s, all[i].id, TARGET);
}

struct list {
    double items[MOST_LIST];
    size_t count;
};

static struct list list_of(const char *words)
{
    struct list list = { 0 };
    char *end;

    for (; *words && list.count < MOST_LIST; words = *end ? end + 1 : end)
        list.items[list.count++] = strtod(words, &end);
    return list;
}

/* The value of name=… among the arguments. */
static const char *given(int argc, char **argv, const char *name,
                         const char *fallback)
{
    size_t length = strlen(name);

    for (int i = 1; i < argc; i++)
        if (strncmp(argv[i], name, length) == 0 && argv[i][length] == '=')
            return argv[i] + length + 1;
    return fallback;
}

struct grid {
    struct list areas, persons, levels, effects;
    const char *shapes; /* their names, or empty for all */
};

static void run_grid(struct study *s, const struct grid *g,
                     struct summary sums[], FILE *cells)
{
    static struct cell cell;
    unsigned long number = 0;

    for (size_t a = 0; a < g->areas.count; a++)
        for (size_t n = 0; n < g->persons.count; n++)
            for (size_t p = 0; p < g->levels.count; p++)
                for (size_t e = 0; e < g->effects.count; e++)
                    for (int k = 0; k < 2 * SHAPES; k++) {
                        cell =
                            (struct cell){ .areas = (size_t)g->areas.items[a],
                                           .persons = g->persons.items[n],
                                           .level = g->levels.items[p],
                                           .effect = g->effects.items[e],
                                           .shape = (enum shape)(k / 2),
                                           .uneven = k % 2 };
                        if (*g->shapes == '\0' ||
                            strstr(g->shapes, shape_names[k / 2]))
                            run_cell(s, &cell, number, sums, cells);
                        number++;
                    }
}

static void print_summary(const struct study *s, const struct summary sums[])
{
    printf("%-46s %5s %5s %5s %6s %6s %6s %10s  %s\n", "measure", "cells",
           "fail", "none", "lowest", "mean", "alarms", "width", "lowest in");
    for (size_t m = 0; m < s->count; m++) {
        const struct summary *u = &sums[m];
        double cells = fmax(1, (double)u->cells);
        printf("%-46s %5zu %5zu %5zu %6.3f %6.3f %6.3f %10.4g  %s\n",
               s->asked[m].name, u->cells, u->failed, u->withheld, u->lowest,
               u->sum / cells, u->alarms, u->width / cells, u->worst);
    }
}

int main(int argc, char **argv)
{
    static struct study s;
    static struct summary sums[MOST_MEASURES];
    struct arena *arena = arena_new();
    struct grid grid = {
        .areas = list_of(given(argc, argv, "areas", "5,8,13,104")),
        .persons = list_of(given(argc, argv, "persons", "60,400,70000")),
        .levels = list_of(given(argc, argv, "levels", "0.75,0.97")),
        .effects = list_of(given(argc, argv, "effects", "1,5")),
        .shapes = given(argc, argv, "shapes", ""),
    };
    const char *file = given(argc, argv, "cells", "");
    FILE *cells = *file ? fopen(file, "w") : NULL;

    const char *tables =
        given(argc, argv, "tables", "plain,ref,ordered,target");

    gsl_set_error_handler_off();
    s.wanted[PLAIN] = strstr(tables, "plain") != NULL;
    s.wanted[REFERENCE] = strstr(tables, "ref") != NULL;
    s.wanted[TARGET] = strstr(tables, "target") != NULL;
    s.wanted[ORDERED] = strstr(tables, "ordered") != NULL;
    s.seed = strtoul(given(argc, argv, "seed", "1"), NULL, 10);
    s.repetitions = strtoul(given(argc, argv, "repetitions", "5000"), NULL, 10);
    s.draws = strtoul(given(argc, argv, "draws", "1000"), NULL, 10);
    s.threads = strtoul(given(argc, argv, "threads", "2"), NULL, 10);
    if (s.threads < 1 || s.threads > MOST_THREADS)
        s.threads = 1;
    ask_all(&s, arena);
    run_grid(&s, &grid, sums, cells);
    print_summary(&s, sums);
    if (cells)
        fclose(cells);
    arena_free(arena);
    return 0;
}
