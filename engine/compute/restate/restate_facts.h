/*
 * restate_facts.h - private to restate*.c: facts carried along routes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_RESTATE_FACTS_H
#define HOCTAP_COMPUTE_RESTATE_FACTS_H

#include <stddef.h>

#include "engine/compute/restate/restate_routes.h"
#include "engine/model/codebook.h"
#include "engine/model/cube.h"

struct arena;

/*
 * Facts of one day's map, sorted as in a cube, along the routes from it; the
 * same order comes out. They live in the arena.
 */
size_t facts_carry(struct fact **out, const struct fact facts[], size_t count,
                   const struct routes routes[ROUTE_KINDS],
                   const struct codebook *book, const struct map *map,
                   struct arena *arena);

/* Of one quantity, period and cell? */
bool facts_same_slice(const struct fact *a, const struct fact *b);

/*
 * A number in parts of these shares. A whole number gives whole parts that add
 * up to it: rounded down, and what is left goes one by one to the largest
 * remainders, the first of equals; what is too much comes off the smallest.
 */
void facts_divide(double parts[], double value, const double shares[],
                  size_t count);

#endif
