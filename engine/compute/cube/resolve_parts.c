/*
 * resolve_parts.c - an area's facts put together, slot after slot; the numbers
 * are those of resolve.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/resolve_parts.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/cube/resolve_nest.h"
#include "engine/compute/cube/resolve_way.h"
#include "engine/compute/indicator/naming.h"

static struct found nothing(uint8_t status)
{
    return (struct found){ { NO_VALUE, status, NO_ROW }, GRADE_EXACT };
}

static bool is_there(const struct found *found)
{
    return has_value(found->own.value);
}

/* Why a sum has no number: hidden says more than missing, that more than na. */
static uint8_t worse_absence(uint8_t left, uint8_t right)
{
    if (left == STATUS_SUPPRESSED || left == STATUS_SUPPRESSED2)
        return left;
    if (right == STATUS_SUPPRESSED || right == STATUS_SUPPRESSED2)
        return right;
    return left == STATUS_NA ? right : left;
}

static void record(struct recorder *recorder, const struct fact *fact)
{
    if (recorder->count == recorder->room) {
        size_t room = recorder->room ? 2 * recorder->room : 8;
        const struct fact **facts =
            arena_array(recorder->arena, room, const struct fact *);
        if (recorder->count > 0)
            memcpy(facts, recorder->facts, recorder->count * sizeof *facts);
        recorder->facts = facts;
        recorder->room = room;
    }
    recorder->facts[recorder->count++] = fact;
}

struct own resolve_fact(const struct fact *fact)
{
    if (has_value(fact->value))
        return (struct own){ fact->value, (uint8_t)fact->status, fact->row };
    /* "ok" without a number would be a contradiction. */
    if (fact->status == STATUS_NA || fact->status == STATUS_SUPPRESSED ||
        fact->status == STATUS_SUPPRESSED2)
        return (struct own){ NO_VALUE, (uint8_t)fact->status, fact->row };
    return (struct own){ NO_VALUE, STATUS_MISSING, fact->row };
}

/* All slots are settled: one fact is left, or none. */
static struct found leaf(struct resolver *r, struct some some)
{
    struct found found = nothing(STATUS_MISSING);

    if (some.count == 0)
        return found;
    found.own = resolve_fact(some.facts[0]);
    if (r->recorder && is_there(&found))
        record(r->recorder, some.facts[0]);
    return found;
}

/* The facts with a certain code in the slot. */
static struct some with_code(struct resolver *r, struct some some, size_t slot,
                             unsigned byte)
{
    struct some out = {
        arena_array(r->scratch, some.count, const struct fact *), 0
    };

    for (size_t i = 0; i < some.count; i++)
        if (cell_get(some.facts[i]->cell, slot) == byte)
            out.facts[out.count++] = some.facts[i];
    return out;
}

static struct found resolve_code(struct resolver *r, struct some some,
                                 size_t slot, unsigned byte)
{
    some = with_code(r, some, slot, byte);
    r->path[slot] = (uint8_t)byte;
    return some.count > 0 ? resolve_slots(r, some, slot + 1)
                          : nothing(STATUS_MISSING);
}

/* A sum in the making; one part that is not there undoes it. */
struct total {
    struct found found;
    size_t parts, na;
    bool broken;
};

static void add_part(struct total *total, const struct found *part)
{
    struct found *sum = &total->found;

    if (part->own.status == STATUS_NA && !is_there(part)) {
        total->na++;
        return;
    }
    if (!is_there(part)) {
        sum->own.status = total->broken
                              ? worse_absence(sum->own.status, part->own.status)
                              : part->own.status;
        total->broken = true;
        return;
    }
    if (part->grade > sum->grade)
        sum->grade = part->grade;
    if (total->broken)
        return;
    sum->own.value =
        total->parts == 0 ? part->own.value : sum->own.value + part->own.value;
    sum->own.status = total->parts == 0
                          ? part->own.status
                          : resolve_doubt(sum->own.status, part->own.status);
    if (total->parts == 0)
        sum->own.row = part->own.row;
    total->parts++;
}

static struct found total_of(const struct total *total)
{
    if (!total->broken && total->parts > 0)
        return total->found;
    if (total->broken)
        return nothing(total->found.own.status);
    return nothing(total->na > 0 ? STATUS_NA : STATUS_MISSING);
}

static const struct dimension *dimension_at(const struct resolver *r,
                                            size_t slot)
{
    return &r->book->dimensions[r->quantity->dimensions[slot]];
}

/* (1) (5) Is the code one of those that make up the whole? */
static bool belongs(const struct resolver *r, size_t slot, size_t code,
                    bool bound)
{
    if (bound)
        return resolve_nest_fits(r, slot, (uint16_t)code);
    return dimension_at(r, slot)->closed || r->heard[r->tier][slot][code + 1];
}

/* (1) The whole as the sum of its codes. */
static struct found sum_of_codes(struct resolver *r, struct some some,
                                 size_t slot)
{
    const struct dimension *d = dimension_at(r, slot);
    struct total total = { .found = nothing(STATUS_MISSING) };
    bool bound = !d->closed && resolve_nest_binds(r, slot);
    struct found sum;
    size_t asked = 0;

    for (size_t code = 0; code < d->count && code + 1 < BYTES; code++) {
        struct found part;
        if (!belongs(r, slot, code, bound))
            continue;
        part = resolve_code(r, some, slot, (unsigned)code + 1);
        add_part(&total, &part);
        asked++;
    }
    if (asked < 2 && !bound)
        return nothing(STATUS_MISSING);
    sum = total_of(&total);
    if (sum.grade < GRADE_COMPLETE)
        sum.grade = GRADE_COMPLETE;
    if (!d->closed && !bound)
        sum.grade = GRADE_OPEN;
    return sum;
}

/* The numbers of the bands that lie within the one that is wanted. */
static void resolve_bands(struct resolver *r, struct some some, size_t slot,
                          struct band wanted, struct found part[])
{
    struct recorder *recorder = r->recorder;

    r->recorder = NULL;
    for (unsigned byte = 0; byte < BYTES; byte++)
        part[byte] = nothing(STATUS_MISSING);
    for (size_t i = 0; i < some.count; i++) {
        unsigned byte = cell_get(some.facts[i]->cell, slot);
        struct band band = r->bands->items[byte];
        if (byte > 0 && byte < r->bands->count && band.low >= wanted.low &&
            band.high <= wanted.high && !is_there(&part[byte]))
            part[byte] = resolve_code(r, some, slot, byte);
    }
    r->recorder = recorder;
}

/* (3) */
static struct found cover(struct resolver *r, struct some some, size_t slot,
                          struct band wanted)
{
    struct found part[BYTES], sum;
    struct total total = { .found = nothing(STATUS_MISSING) };
    uint8_t there[BYTES], way[BYTES];
    size_t known = 0, parts;

    resolve_bands(r, some, slot, wanted, part);
    for (unsigned byte = 1; byte < r->bands->count; byte++)
        if (is_there(&part[byte]))
            there[known++] = (uint8_t)byte;
    parts = resolve_way(way, r->bands, there, known, wanted);
    if (parts == 0) /* the band itself may say why */
        return nothing(part[band_find(r->bands, wanted)].own.status);
    for (size_t i = 0; i < parts; i++) {
        if (r->recorder)
            part[way[i]] = resolve_code(r, some, slot, way[i]);
        add_part(&total, &part[way[i]]);
    }
    sum = total_of(&total);
    if (parts > 1 && sum.grade < GRADE_COMPLETE)
        sum.grade = GRADE_COMPLETE;
    return sum;
}

static struct found parts_of_all(struct resolver *r, struct some some,
                                 size_t slot)
{
    struct band any = { 0, BAND_OPEN };

    return dimension_at(r, slot)->ages ? cover(r, some, slot, any)
                                       : sum_of_codes(r, some, slot);
}

/* (4) */
static bool second_is_better(const struct found *first,
                             const struct found *second)
{
    if (!is_there(first) || !is_there(second))
        return is_there(second) ||
               (!is_there(first) && first->own.status == STATUS_MISSING);
    if (first->grade != second->grade)
        return second->grade < first->grade;
    return first->grade == GRADE_OPEN && second->own.value > first->own.value;
}

static struct found resolve_all(struct resolver *r, struct some some,
                                size_t slot)
{
    struct recorder *recorder = r->recorder;
    struct found first, second;

    r->recorder = NULL;
    first = resolve_code(r, some, slot, 0);
    second = first;
    if (!is_there(&first) || first.grade != GRADE_EXACT)
        second = parts_of_all(r, some, slot);
    r->recorder = recorder;
    if (!second_is_better(&first, &second))
        return recorder ? resolve_code(r, some, slot, 0) : first;
    return recorder ? parts_of_all(r, some, slot) : second;
}

/* (2) */
bool resolve_whole(const struct resolver *r, size_t slot)
{
    const struct pick *pick = &r->term->picks[slot];
    const struct dimension *d = dimension_at(r, slot);

    return pick->count == 0 ||
           (pick->codes && d->closed && pick->count == d->count);
}

struct found resolve_slots(struct resolver *r, struct some some, size_t slot)
{
    const struct pick *pick = &r->term->picks[slot];
    struct total total = { .found = nothing(STATUS_MISSING) };

    if (slot == r->quantity->dimension_count)
        return leaf(r, some);
    if (resolve_whole(r, slot))
        return resolve_all(r, some, slot);
    for (size_t i = 0; i < pick->count; i++) {
        if (pick->codes && !resolve_nest_fits(r, slot, pick->codes[i]))
            continue;
        struct found part =
            pick->codes ? resolve_code(r, some, slot, pick->codes[i] + 1u)
                        : cover(r, some, slot, pick->bands[i]);
        add_part(&total, &part);
    }
    return total_of(&total);
}
