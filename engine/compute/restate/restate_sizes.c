/*
 * restate_sizes.c - how large the parts of a divided unit are; the numbers are
 * those of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/restate/restate_sizes.h"

#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/compute/cube/resolve.h"
#include "engine/compute/indicator/naming.h"

/* A division whose parts had to be measured. */
struct division {
    date day;
    uint32_t whole;
    size_t parts;
    bool before; /* put together on the day, and so divided going back */
    bool alike;  /* (3) */
    bool told;
};

struct sizes {
    const struct study *study;
    const struct cube *cube;
    struct arena *arena;
    uint16_t population;    /* NO_INDEX when nothing of that name is counted */
    struct own **by_period; /* by the cube's periods; NULL = not looked up */
    struct division *items;
    size_t count, room;
};

struct sizes *sizes_new(const struct study *study, const struct cube *cube,
                        struct arena *arena)
{
    struct sizes *s = arena_new_of(arena, struct sizes);
    s->study = study;
    s->cube = cube;
    s->arena = arena;
    s->population = quantity_find(&study->codebook, "population");
    s->by_period = arena_array(arena, cube->period_count, struct own *);
    arena_defer(arena, grow_release, &s->items);
    return s;
}

static const struct own *population_in(struct sizes *s, size_t at)
{
    const struct term term = { .quantity = s->population };
    if (s->by_period[at] == NULL) {
        s->by_period[at] =
            arena_array(s->arena, s->study->areas.count, struct own);
        resolve_term(s->by_period[at], &term, s->cube->periods[at], s->cube,
                     s->study, s->arena);
    }
    return s->by_period[at];
}

static bool reported(struct sizes *s, size_t at, const uint32_t parts[],
                     size_t count, double sizes[])
{
    const struct own *own = population_in(s, at);
    for (size_t i = 0; i < count; i++) {
        sizes[i] = own[parts[i]].value;
        if (!(sizes[i] > 0))
            return false;
    }
    return true;
}

/* The period nearest to the day, on one side of it, in which all parts have
 * said how many they are. */
static bool nearest(struct sizes *s, date day, bool before,
                    const uint32_t parts[], size_t count, double sizes[])
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < s->cube->period_count; i++) {
        date end = period_end(s->cube->periods[i]);
        date known =
            best == SIZE_MAX ? DATE_OPEN : period_end(s->cube->periods[best]);
        bool nearer = best == SIZE_MAX || (before ? end > known : end < known);
        if ((end < day) == before && nearer &&
            reported(s, i, parts, count, sizes))
            best = i;
    }
    return best != SIZE_MAX && reported(s, best, parts, count, sizes);
}

/* (2) */
static bool written(const struct sizes *s, const uint32_t parts[], size_t count,
                    double sizes[])
{
    for (size_t i = 0; i < count; i++)
        if (!number_parse(
                area_attribute(&s->study->areas, parts[i], "population"),
                &sizes[i]) ||
            !(sizes[i] > 0))
            return false;
    return true;
}

static bool ask(void *context, date day, uint32_t whole, const uint32_t parts[],
                size_t count, bool before, double sizes[])
{
    struct sizes *s = context;
    bool counted = s->population != NO_INDEX;
    bool known =
        (counted && !before && nearest(s, day, false, parts, count, sizes)) ||
        (counted && nearest(s, day, true, parts, count, sizes)) ||
        written(s, parts, count, sizes);
    grow(s->items, s->count, s->room);
    s->items[s->count++] =
        (struct division){ day, whole, count, before, !known, false };
    return known;
}

struct size_source sizes_source(struct sizes *sizes)
{
    return (struct size_source){ ask, sizes };
}

/* The first row of the crosswalk that the division is about. */
static unsigned line_of(const struct sizes *s, const struct division *d)
{
    const struct crosswalk *crosswalk = &s->study->crosswalk;
    unsigned line = 0;
    for (size_t i = 0; i < crosswalk->count; i++) {
        const struct crossing *c = &crosswalk->items[i];
        if (c->day == d->day && (d->before ? c->to : c->from) == d->whole &&
            (line == 0 || c->line < line))
            line = c->line;
    }
    return line;
}

static void tell(const struct sizes *s, const struct division *d,
                 struct findings *findings)
{
    struct finding_place place = { .file = "crosswalk.csv",
                                   .line = line_of(s, d) };
    struct arena *scratch = arena_new();
    struct text day = text_new();
    date_add_local(&day, d->day, study_language(s->study));
    finding_add(findings,
                d->alike ? FINDING_divided_alike
                         : FINDING_divided_by_population,
                place, "area", naming_area(s->study, d->whole), "code",
                s->study->areas.items[d->whole].code, "day", day.bytes, "parts",
                arena_format(scratch, "%zu", d->parts), NULL);
    text_free(&day);
    arena_free(scratch);
}

void sizes_tell(struct sizes *sizes, date from, date to,
                struct findings *findings)
{
    for (size_t i = 0; i < sizes->count && findings != NULL; i++) {
        struct division *d = &sizes->items[i];
        bool crossed = d->before ? d->day > to && d->day <= from
                                 : d->day > from && d->day <= to;
        if (!crossed || d->told)
            continue;
        d->told = true;
        tell(sizes, d, findings);
    }
}
