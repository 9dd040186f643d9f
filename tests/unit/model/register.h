/*
 * register.h - a register and a crosswalk written down in a few lines, for
 * tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_REGISTER_H
#define HOCTAP_TESTS_REGISTER_H

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/model/area.h"
#include "engine/model/crosswalk.h"
#include "tests/house.h"

struct register_line {
    const char *code, *parent;
    enum tier tier;
    date from, to;
};

struct register_row {
    date day;
    const char *from, *to;
    double weight; /* 0 = none given */
    bool inferred;
};

static inline void register_build(struct areas *areas,
                                  const struct register_line lines[],
                                  size_t count, struct arena *arena)
{
    struct fault fault = { .message = "" };
    *areas = (struct areas){ .items = arena_array(arena, count, struct area),
                             .count = (uint32_t)count };
    for (size_t i = 0; i < count; i++)
        areas->items[i] = (struct area){ .code = lines[i].code,
                                         .name = arena_format(arena, "Area %s",
                                                              lines[i].code),
                                         .tier = lines[i].tier,
                                         .parent_code = lines[i].parent,
                                         .from = lines[i].from,
                                         .to = lines[i].to,
                                         .line = (unsigned)i + 2 };
    if (!areas_build(areas, "areas.csv", arena, &fault))
        fail_msg("%s", fault.message);
}

/* The area of that code that lives on the day. */
static inline uint32_t register_area(const struct areas *areas,
                                     const char *code, date day)
{
    uint32_t a = area_by_code(areas, code, day, TIER_NONE);
    if (a == NO_AREA)
        fail_msg("no area %s on %d", code, day);
    return a;
}

static inline int register_order(const void *left, const void *right)
{
    const struct crossing *a = left, *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return (a->to > b->to) - (a->to < b->to);
}

/* The giving code is looked up on the day before, as in the importers. */
static inline void register_cross(struct crosswalk *crosswalk,
                                  const struct areas *areas,
                                  const struct register_row rows[],
                                  size_t count, struct arena *arena)
{
    crosswalk->items = arena_array(arena, count, struct crossing);
    crosswalk->count = count;
    for (size_t i = 0; i < count; i++)
        crosswalk->items[i] = (struct crossing){
            .day = rows[i].day,
            .from = register_area(areas, rows[i].from, rows[i].day - 1),
            .to = register_area(areas, rows[i].to, rows[i].day),
            .weight = rows[i].weight > 0 ? rows[i].weight : NO_VALUE,
            .inferred = rows[i].inferred,
            .line = (unsigned)i + 2
        };
    qsort(crosswalk->items, count, sizeof *crosswalk->items, register_order);
}

#endif
