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
#include "engine/compute/cube/resolve.h"

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/cube/resolve_parts.h"
#include "engine/compute/indicator/naming.h"

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

/* The cell that holds the term as it is; false when it has no single cell. */
static bool single_cell(const struct resolver *r, uint64_t *cell)
{
    *cell = 0;
    for (size_t slot = 0; slot < r->quantity->dimension_count; slot++) {
        const struct pick *pick = &r->term->picks[slot];
        uint8_t byte;
        if (resolve_whole(r, slot))
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

static void hear(struct resolver *r)
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

    hear(r);
    for (uint32_t a = 0; a < r->areas->count; a++) {
        struct some some = { sheaf.facts + sheaf.first[a],
                             sheaf.first[a + 1] - sheaf.first[a] };
        struct arena_mark mark;
        if (some.count == 0 || has_value(own[a].value))
            continue;
        mark = arena_mark(r->scratch);
        r->tier = r->areas->items[a].tier;
        own[a] = resolve_slots(r, some, 0).own;
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
        own[a] = (struct own){ NO_VALUE, STATUS_MISSING, NO_ROW };
    for (size_t i = 0; i < r.count; i++)
        if (single && r.run[i].cell == cell)
            own[r.run[i].area] = resolve_fact(&r.run[i]);
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

    hear(&r);
    r.tier = study->areas.items[area].tier;
    r.recorder = recorder;
    resolve_slots(&r, some, 0);
}
