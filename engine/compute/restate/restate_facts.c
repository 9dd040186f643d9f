/*
 * restate_facts.c - facts carried along routes.
 *
 * One slice (quantity, period, cell) after the other, and in a slice one kind
 * of route after the other: what has its number by a better kind takes none
 * from the next.
 *
 *  (1) A pool of the map has its number when all that must come has come.
 *  (2) One that is a single area under another name keeps number and status.
 *  (3) A unit of the map of which only some sources are there is missing; an
 *      area above it is left to the sum of what is below.
 *  (4) Where something may not be divided, or not be added, there is no number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/restate/restate_facts.h"

#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/compute/cube/resolve.h"
#include "engine/compute/indicator/naming.h"

static const double LARGEST_WHOLE = 9007199254740992; /* 2^53 */

/* What of a fact came to a pool. */
struct poured {
    const struct fact *fact;
    double share, amount;
};

/* What has come to an area of the map. */
struct pool {
    struct fact fact; /* the sum so far */
    struct poured *poured;
    uint32_t poured_count;
    const struct fact *itself; /* the source that is the area, unchanged */
    uint32_t told, have; /* sources that said something; that bring a number */
    bool any, hidden, refused, done;
};

struct carrier {
    const struct routes *routes; /* of the kind in hand */
    enum route_kind kind;
    const struct quantity *quantity;
    struct pool *pools; /* by area of the map */
    uint32_t *met;      /* the areas of pools in use */
    size_t met_count;
    double *shares, *amounts; /* room for the parts of one number */
    struct arena *arena;
    struct fact *out;
    size_t count, room;
};

/* --- one number in parts ---------------------------------------------------
 */

/* As much as a product may miss the whole number that it is; of large numbers
 * no more than leaves a whole number of its own. */
static double slack_of(double value)
{
    return fmin(1e-9 + 1e-14 * fabs(value), 0.25);
}

/* The part with the largest remainder, the first of equals. */
static size_t largest(const double rests[], size_t count, double slack)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (rests[i] > rests[best] + slack)
            best = i;
    return best;
}

/* The part with the smallest remainder, the last of equals. */
static size_t smallest(const double rests[], size_t count, double slack)
{
    size_t best = count - 1;
    for (size_t i = best; i-- > 0;)
        if (rests[i] < rests[best] - slack)
            best = i;
    return best;
}

void facts_divide(double parts[], double value, const double shares[],
                  size_t count)
{
    double slack = slack_of(value), left = value;
    struct arena *scratch;
    double *rests;
    if (fabs(value) >= LARGEST_WHOLE || fabs(value - round(value)) > 0) {
        for (size_t i = 0; i < count; i++)
            parts[i] = value * shares[i];
        return;
    }
    scratch = arena_new();
    rests = arena_array(scratch, count, double);
    for (size_t i = 0; i < count; i++) {
        double exact = value * shares[i];
        parts[i] = floor(exact + slack);
        rests[i] = exact - parts[i];
        left -= parts[i];
    }
    for (; left > 0.5; left--) {
        size_t best = largest(rests, count, slack);
        parts[best]++;
        rests[best]--;
    }
    for (; left < -0.5; left++) {
        size_t best = smallest(rests, count, slack);
        parts[best]--;
        rests[best]++;
    }
    arena_free(scratch);
}

/* --- pools ---------------------------------------------------------------- */

static struct pool *pool_at(struct carrier *c, uint32_t area)
{
    struct pool *pool = &c->pools[area];
    if (pool->poured == NULL && !pool->done) {
        pool->poured =
            arena_array(c->arena, c->routes->need[area], struct poured);
        c->met[c->met_count++] = area;
    }
    return pool;
}

static void add_number(struct pool *pool, const struct fact *fact,
                       const struct route *route, double amount)
{
    uint8_t status = (uint8_t)fact->status;
    struct fact *sum = &pool->fact;
    if (route->guessed)
        status = resolve_doubt(status, STATUS_ESTIMATED);
    sum->value = pool->any ? sum->value + amount : amount;
    sum->status = pool->any
                      ? (enum status)resolve_doubt((uint8_t)sum->status, status)
                      : (enum status)status;
    pool->poured[pool->poured_count++] =
        (struct poured){ fact, route->share, amount };
    pool->any = true;
    pool->have++;
}

static void pour(struct carrier *c, const struct fact *fact,
                 const struct route *route, double amount)
{
    struct pool *pool = pool_at(c, route->to);
    if (pool->done)
        return;
    if (pool->told++ == 0) {
        pool->fact = *fact;
        pool->fact.parts = NULL;
        pool->fact.part_count = 0;
    }
    pool->itself = fact->area == route->to && !route->guessed ? fact : NULL;
    if (has_value(fact->value)) {
        add_number(pool, fact, route, amount);
        return;
    }
    pool->have += fact->status == STATUS_NA;
    pool->hidden = pool->hidden || fact->status == STATUS_SUPPRESSED ||
                   fact->status == STATUS_SUPPRESSED2;
}

/* (4) */
static bool may_divide(const struct carrier *c)
{
    return c->quantity->over_areas == OVER_AREAS_SUM &&
           c->quantity->over_map == OVER_MAP_SUM;
}

static void carry_fact(struct carrier *c, const struct fact *fact)
{
    const struct routes *r = c->routes;
    const struct route *routes = &r->items[r->first[fact->area]];
    size_t count = r->first[fact->area + 1] - r->first[fact->area];
    bool divided = c->kind == ROUTE_UNIT && count > 1;
    for (size_t i = 0; i < count; i++) {
        c->shares[i] = routes[i].share;
        c->amounts[i] = fact->value;
    }
    if (divided && has_value(fact->value))
        facts_divide(c->amounts, fact->value, c->shares, count);
    for (size_t i = 0; i < count; i++) {
        pour(c, fact, &routes[i], c->amounts[i]);
        if (divided && !may_divide(c))
            pool_at(c, routes[i].to)->refused = true;
    }
}

static bool is_whole(const struct carrier *c, const struct pool *pool,
                     uint32_t area)
{
    uint32_t need = c->routes->need[area];
    return pool->have == need && !pool->refused &&
           (need == 1 || c->quantity->over_areas == OVER_AREAS_SUM);
}

/* Why a pool has no number: hidden says more than missing. */
static enum status absence(const struct carrier *c, const struct pool *pool,
                           uint32_t area)
{
    if (pool->hidden)
        return STATUS_SUPPRESSED;
    return pool->have == c->routes->need[area] && !pool->any ? STATUS_NA
                                                             : STATUS_MISSING;
}

/* The observations behind all that came. */
static void set_parts(struct fact *fact, const struct pool *pool,
                      struct arena *arena)
{
    struct fact_part *parts;
    for (uint32_t i = 0; i < pool->poured_count; i++)
        fact->part_count += fact_part_count(pool->poured[i].fact);
    parts = arena_array(arena, fact->part_count, struct fact_part);
    fact->parts = parts;
    for (uint32_t i = 0; i < pool->poured_count; i++) {
        const struct poured *p = &pool->poured[i];
        fact_part_put(parts, p->fact, p->share, p->amount);
        parts += fact_part_count(p->fact);
    }
}

static void add_fact(struct carrier *c, struct pool *pool, uint32_t area)
{
    bool alone = c->routes->need[area] == 1;
    struct fact fact = pool->fact;
    fact.area = area;
    fact.published = alone && fact.published;
    if (!pool->any || !is_whole(c, pool, area)) {
        fact.value = NO_VALUE;
        fact.status = absence(c, pool, area);
    } else if (alone && pool->itself != NULL) { /* (2) */
        fact = *pool->itself;
    } else {
        set_parts(&fact, pool, c->arena);
    }
    grow(c->out, c->count, c->room);
    c->out[c->count++] = fact;
    pool->done = true;
}

/* (1), (3) */
static void draw_pools(struct carrier *c)
{
    for (size_t i = 0; i < c->met_count; i++) {
        struct pool *pool = &c->pools[c->met[i]];
        if (pool->done || pool->told == 0)
            continue;
        if (is_whole(c, pool, c->met[i]) || c->kind == ROUTE_UNIT)
            add_fact(c, pool, c->met[i]);
        else
            *pool = (struct pool){ .done = false };
    }
}

static int by_area(const void *left, const void *right)
{
    const struct fact *a = left, *b = right;
    return (a->area > b->area) - (a->area < b->area);
}

static void carry_slice(struct carrier *c, const struct fact facts[],
                        size_t count, const struct routes routes[],
                        const struct codebook *book)
{
    size_t start = c->count;
    c->quantity = &book->quantities[facts[0].quantity];
    for (int kind = 0; kind < ROUTE_KINDS; kind++) {
        c->kind = (enum route_kind)kind;
        c->routes = &routes[kind];
        if (kind == ROUTE_SUM && c->quantity->over_areas == OVER_AREAS_NONE)
            continue;
        for (size_t i = 0; i < count; i++)
            carry_fact(c, &facts[i]);
        draw_pools(c);
    }
    for (size_t i = 0; i < c->met_count; i++)
        c->pools[c->met[i]] = (struct pool){ .done = false };
    c->met_count = 0;
    if (c->count > start + 1)
        qsort(c->out + start, c->count - start, sizeof *c->out, by_area);
}

bool facts_same_slice(const struct fact *a, const struct fact *b)
{
    return a->quantity == b->quantity && a->period == b->period &&
           a->cell == b->cell;
}

size_t facts_carry(struct fact **out, const struct fact facts[], size_t count,
                   const struct routes routes[ROUTE_KINDS],
                   const struct codebook *book, const struct map *map,
                   struct arena *arena)
{
    size_t areas = map->areas->count;
    struct carrier c = { .pools = arena_array(arena, areas, struct pool),
                         .met =
                             arena_array(arena, ROUTE_KINDS * areas, uint32_t),
                         .shares = arena_array(arena, areas, double),
                         .amounts = arena_array(arena, areas, double),
                         .arena = arena };
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (!facts_same_slice(&facts[first], &facts[end]))
                break;
        carry_slice(&c, facts + first, end - first, routes, book);
    }
    *out = arena_array(arena, c.count, struct fact);
    for (size_t i = 0; i < c.count; i++)
        (*out)[i] = c.out[i];
    free(c.out);
    return c.count;
}
