/*
 * trend_tables.c - what all series of a run share, each worked out once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/compute/trend/trend_parts.h"

enum { STUDENT_MOST = 256 };

struct trend_tables {
    double confidence, normal;
    struct arena *arena;
    struct kendall kendall[KENDALL_MOST + 1]; /* pairs 0 = not made yet */
    double student[STUDENT_MOST];             /* 0 = not made yet */
    double *room;
    struct trend_weighed *weighed;
    size_t room_count, weighed_count;
};

struct trend_tables *trend_tables_new(double confidence, struct arena *arena)
{
    struct trend_tables *tables = arena_new_of(arena, struct trend_tables);

    tables->confidence = confidence;
    tables->normal = gsl_cdf_ugaussian_Qinv((1 - confidence) / 2);
    tables->arena = arena;
    return tables;
}

double tables_confidence(const struct trend_tables *tables)
{
    return tables->confidence;
}

/* The number of inversions among k things is that among k - 1 plus 0 to k - 1,
 * all alike. */
static void make_kendall(struct kendall *k, size_t count, struct arena *arena)
{
    double sum = 0;

    k->pairs = count * (count - 1) / 2;
    k->chance = arena_array(arena, k->pairs + 1, double);
    k->at_most = arena_array(arena, k->pairs + 1, double);
    k->chance[0] = 1;
    for (size_t n = 2; n <= count; n++)
        kendall_spread(k->chance, k->pairs + 1, n);
    for (size_t i = 0; i <= k->pairs; i++)
        k->at_most[i] = sum += k->chance[i];
}

const struct kendall *tables_kendall(struct trend_tables *tables, size_t count)
{
    struct kendall *k = &tables->kendall[count];

    assert(count >= 2 && count <= KENDALL_MOST);
    if (k->pairs == 0)
        make_kendall(k, count, tables->arena);
    return k;
}

double tables_student(struct trend_tables *tables, size_t degrees)
{
    double half = (1 - tables->confidence) / 2;

    if (degrees >= STUDENT_MOST)
        return gsl_cdf_tdist_Qinv(half, (double)degrees);
    if (tables->student[degrees] <= 0)
        tables->student[degrees] = gsl_cdf_tdist_Qinv(half, (double)degrees);
    return tables->student[degrees];
}

double tables_normal(const struct trend_tables *tables)
{
    return tables->normal;
}

double *tables_room(struct trend_tables *tables, size_t count)
{
    if (count > tables->room_count) {
        tables->room = arena_array(tables->arena, 2 * count, double);
        tables->room_count = 2 * count;
    }
    return tables->room;
}

struct trend_weighed *tables_weighed(struct trend_tables *tables, size_t count)
{
    if (count > tables->weighed_count) {
        tables->weighed =
            arena_array(tables->arena, 2 * count, struct trend_weighed);
        tables->weighed_count = 2 * count;
    }
    return tables->weighed;
}
