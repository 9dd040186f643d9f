/*
 * resolve.c - what areas say themselves about a term; the numbers are those of
 * the header.
 *
 * Most terms are one cell that areas report as it is: those are read off the
 * run of facts in one pass. Only where that cell is absent are an area's other
 * facts put together, slot after slot.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/resolve.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/naming.h"

enum { BYTES = 256, OLDEST = BAND_OPEN };

/* How good a way to a number is. */
enum grade { GRADE_EXACT, GRADE_COMPLETE, GRADE_OPEN };

struct found {
    struct own own;
    enum grade grade;
};

struct resolver {
    const struct term *term;
    const struct quantity *quantity;
    const struct codebook *book;
    const struct bands *bands;
    const struct areas *areas;
    struct arena *scratch;
    const struct fact *run;
    size_t count;
    /* Codes that areas of a tier report: [tier][slot][byte]. */
    bool (*heard)[CELL_DIMENSIONS][BYTES];
    enum tier tier; /* of the area in hand */
    struct recorder *recorder;
};

/* Facts of one area. */
struct some {
    const struct fact **facts;
    size_t count;
};

static struct found resolve(struct resolver *r, struct some some, size_t slot);

uint8_t resolve_doubt(uint8_t left, uint8_t right)
{
    static const uint8_t weight[STATUS_COUNT] = {
        [STATUS_OK] = 0,       [STATUS_ZERO] = 0,
        [STATUS_BREAK] = 1,    [STATUS_PROVISIONAL] = 2,
        [STATUS_IMPUTED] = 3,  [STATUS_ESTIMATED] = 4,
        [STATUS_FORECAST] = 5, [STATUS_UNRELIABLE] = 6,
        [STATUS_INVALID] = 7,
    };

    if (weight[left] == 0 && weight[right] == 0)
        return left == STATUS_ZERO && right == STATUS_ZERO ? STATUS_ZERO
                                                           : STATUS_OK;
    return weight[left] >= weight[right] ? left : right;
}

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

static struct own own_of(const struct fact *fact)
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
    found.own = own_of(some.facts[0]);
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
    return some.count > 0 ? resolve(r, some, slot + 1)
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

/* (1) The whole as the sum of its codes. */
static struct found sum_of_codes(struct resolver *r, struct some some,
                                 size_t slot)
{
    const struct dimension *d = dimension_at(r, slot);
    struct total total = { .found = nothing(STATUS_MISSING) };
    struct found sum;
    size_t asked = 0;

    for (size_t code = 0; code < d->count && code + 1 < BYTES; code++) {
        struct found part;
        if (!d->closed && !r->heard[r->tier][slot][code + 1])
            continue;
        part = resolve_code(r, some, slot, (unsigned)code + 1);
        add_part(&total, &part);
        asked++;
    }
    if (asked < 2)
        return nothing(STATUS_MISSING);
    sum = total_of(&total);
    if (sum.grade < GRADE_COMPLETE)
        sum.grade = GRADE_COMPLETE;
    if (!d->closed)
        sum.grade = GRADE_OPEN;
    return sum;
}

/* A way through the ages: from [age] on, in [parts] bands. */
struct way {
    unsigned parts; /* 0 = no way */
    unsigned band;  /* the first */
};

/*
 * (3) The fewest bands from low to high. way[age] is found from the top down:
 * the best band that begins at that age and is followed by a way.
 */
static struct found cover(struct resolver *r, struct some some, size_t slot,
                          struct band wanted)
{
    struct found part[BYTES];
    struct way way[OLDEST + 2] = { { 0, 0 } };
    struct total total = { .found = nothing(STATUS_MISSING) };
    struct recorder *recorder = r->recorder;
    struct found sum;
    unsigned present[BYTES];
    size_t presents = 0;

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
    for (unsigned byte = 1; byte < r->bands->count; byte++)
        if (is_there(&part[byte]))
            present[presents++] = byte;
    for (unsigned age = wanted.high + 1u; presents && age-- > wanted.low;)
        for (size_t i = 0; i < presents; i++) {
            unsigned byte = present[i];
            struct band band = r->bands->items[byte];
            bool ends = band.high == wanted.high;
            if (band.low != age || (!ends && !way[band.high + 1].parts))
                continue;
            unsigned parts = 1 + (ends ? 0 : way[band.high + 1].parts);
            if (way[age].parts == 0 || parts < way[age].parts)
                way[age] = (struct way){ parts, byte };
        }
    for (unsigned age = wanted.low; way[wanted.low].parts && age <= wanted.high;
         age = r->bands->items[way[age].band].high + 1u) {
        if (r->recorder)
            part[way[age].band] = resolve_code(r, some, slot, way[age].band);
        add_part(&total, &part[way[age].band]);
    }
    if (way[wanted.low].parts == 0) /* the band itself may say why */
        return nothing(part[band_find(r->bands, wanted)].own.status);
    sum = total_of(&total);
    if (way[wanted.low].parts > 1 && sum.grade < GRADE_COMPLETE)
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
static bool picks_the_whole(const struct resolver *r, size_t slot)
{
    const struct pick *pick = &r->term->picks[slot];
    const struct dimension *d = dimension_at(r, slot);

    return pick->count == 0 ||
           (pick->codes && d->closed && pick->count == d->count);
}

static struct found resolve(struct resolver *r, struct some some, size_t slot)
{
    const struct pick *pick = &r->term->picks[slot];
    struct total total = { .found = nothing(STATUS_MISSING) };

    if (slot == r->quantity->dimension_count)
        return leaf(r, some);
    if (picks_the_whole(r, slot))
        return resolve_all(r, some, slot);
    for (size_t i = 0; i < pick->count; i++) {
        struct found part =
            pick->codes ? resolve_code(r, some, slot, pick->codes[i] + 1u)
                        : cover(r, some, slot, pick->bands[i]);
        add_part(&total, &part);
    }
    return total_of(&total);
}

/* The cell that holds the term as it is; false when it has no single cell. */
static bool single_cell(const struct resolver *r, uint64_t *cell)
{
    *cell = 0;
    for (size_t slot = 0; slot < r->quantity->dimension_count; slot++) {
        const struct pick *pick = &r->term->picks[slot];
        uint8_t byte;
        if (picks_the_whole(r, slot))
            continue;
        if (pick->count != 1)
            return false;
        byte = pick->codes ? (uint8_t)(pick->codes[0] + 1)
                           : band_find(r->bands, pick->bands[0]);
        if (byte == 0)
            return false;
        *cell = cell_set(*cell, slot, byte);
    }
    return true;
}

static void listen(struct resolver *r)
{
    r->heard = arena_alloc(r->scratch, TIER_COUNT, sizeof *r->heard);
    for (size_t i = 0; i < r->count; i++) {
        enum tier tier = r->areas->items[r->run[i].area].tier;
        if (!has_value(r->run[i].value))
            continue;
        for (size_t slot = 0; slot < r->quantity->dimension_count; slot++)
            r->heard[tier][slot][cell_get(r->run[i].cell, slot)] = true;
    }
}

/* The run's facts by area: [first[a], first[a + 1]) of the list. */
struct sheaf {
    const struct fact **facts;
    size_t *first;
};

static struct sheaf bind_by_area(const struct resolver *r)
{
    size_t areas = r->areas->count;
    struct sheaf sheaf = { arena_array(r->scratch, r->count,
                                       const struct fact *),
                           arena_array(r->scratch, areas + 2, size_t) };

    for (size_t i = 0; i < r->count; i++)
        sheaf.first[r->run[i].area + 2]++;
    for (size_t a = 0; a < areas; a++)
        sheaf.first[a + 2] += sheaf.first[a + 1];
    for (size_t i = 0; i < r->count; i++)
        sheaf.facts[sheaf.first[r->run[i].area + 1]++] = &r->run[i];
    return sheaf;
}

static struct resolver resolver_of(const struct term *term, period p,
                                   const struct cube *cube,
                                   const struct study *study,
                                   struct arena *scratch)
{
    struct resolver r = {
        .term = term,
        .quantity = &study->codebook.quantities[term->quantity],
        .book = &study->codebook,
        .bands = &cube->table->bands,
        .areas = &study->areas,
        .scratch = scratch,
    };

    r.run = cube_run(cube, term->quantity, p, &r.count);
    return r;
}

static void resolve_parts(struct resolver *r, struct own own[])
{
    struct sheaf sheaf = bind_by_area(r);

    listen(r);
    for (uint32_t a = 0; a < r->areas->count; a++) {
        struct some some = { sheaf.facts + sheaf.first[a],
                             sheaf.first[a + 1] - sheaf.first[a] };
        struct arena_mark mark;
        if (some.count == 0 || has_value(own[a].value))
            continue;
        mark = arena_mark(r->scratch);
        r->tier = r->areas->items[a].tier;
        own[a] = resolve(r, some, 0).own;
        arena_rewind(r->scratch, mark);
    }
}

void resolve_term(struct own own[], const struct term *term, period p,
                  const struct cube *cube, const struct study *study,
                  struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    struct resolver r = resolver_of(term, p, cube, study, scratch);
    uint64_t cell;
    bool single = single_cell(&r, &cell), others = false;

    for (uint32_t a = 0; a < study->areas.count; a++)
        own[a] = nothing(STATUS_MISSING).own;
    for (size_t i = 0; i < r.count; i++)
        if (single && r.run[i].cell == cell)
            own[r.run[i].area] = own_of(&r.run[i]);
    for (size_t i = 0; i < r.count && !others; i++)
        others = !has_value(own[r.run[i].area].value);
    if (others)
        resolve_parts(&r, own);
    arena_rewind(scratch, mark);
}

void resolve_record(struct recorder *recorder, uint32_t area,
                    const struct term *term, period p, const struct cube *cube,
                    const struct study *study, struct arena *scratch)
{
    struct resolver r = resolver_of(term, p, cube, study, scratch);
    struct sheaf sheaf = bind_by_area(&r);
    struct some some = { sheaf.facts + sheaf.first[area],
                         sheaf.first[area + 1] - sheaf.first[area] };

    listen(&r);
    r.tier = study->areas.items[area].tier;
    r.recorder = recorder;
    resolve(&r, some, 0);
}
