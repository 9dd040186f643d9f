/*
 * table_order.c - the order in which observations are printed.
 *
 *  (1) Rows are compared by the texts that are printed, but no text is compared
 *      a row: each distinct quantity, area, period and cell is ranked once, and
 *      rows are sorted by ranks.
 *  (2) Cells meet only within a quantity; their codes are compared in the order
 *      of their dimensions' ids, which is the order of the printed columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/symbol.h"
#include "engine/model/area.h"
#include "engine/model/order.h"
#include "engine/model/table.h"

enum { BAND_ROOM = 12, EMPTY_SLOT = -1, FIRST_SLOTS = 256 };

/* --- distinct things, numbered as they are met --------------------------- */

struct thing {
    uint64_t cell;
    uint32_t number; /* a quantity or a period */
};

struct things {
    struct thing *items;
    size_t count, room;
    int32_t *slots;
    size_t slot_count;
};

static size_t thing_slot(const struct things *things, struct thing thing)
{
    uint64_t hash = (thing.cell ^ (uint64_t)thing.number << 40) *
                    UINT64_C(0x9e3779b97f4a7c15);
    size_t slot = (size_t)(hash >> 20);
    for (;; slot++) {
        int32_t held = things->slots[slot & (things->slot_count - 1)];
        if (held == EMPTY_SLOT || (things->items[held].cell == thing.cell &&
                                   things->items[held].number == thing.number))
            return slot & (things->slot_count - 1);
    }
}

static void things_widen(struct things *things)
{
    size_t wanted =
        things->slot_count == 0 ? FIRST_SLOTS : 2 * things->slot_count;
    things->slots = grow_to(things->slots, &things->slot_count, wanted,
                            sizeof *things->slots);
    for (size_t i = 0; i < things->slot_count; i++)
        things->slots[i] = EMPTY_SLOT;
    for (size_t i = 0; i < things->count; i++)
        things->slots[thing_slot(things, things->items[i])] = (int32_t)i;
}

static uint32_t thing_intern(struct things *things, struct thing thing)
{
    if (2 * things->count >= things->slot_count)
        things_widen(things);
    int32_t *held = &things->slots[thing_slot(things, thing)];
    if (*held == EMPTY_SLOT) {
        grow(things->items, things->count, things->room);
        things->items[things->count] = thing;
        *held = (int32_t)things->count++;
    }
    return (uint32_t)*held;
}

static void things_free(struct things *things)
{
    free(things->items);
    free(things->slots);
}

/* --- ranks --------------------------------------------------------------- */

struct knowledge {
    const struct table *table;
    const struct areas *areas;
    const struct codebook *book;
    struct things periods, cells;
    uint8_t (*slots)[CELL_DIMENSIONS]; /* of each quantity, by dimension id */
};

typedef int compare_function(const void *, const void *, void *);

/* rank[i] = the place of thing i among [count] when they are sorted. */
static uint32_t *rank_all(size_t count, compare_function *compare,
                          struct knowledge *knowledge, struct arena *scratch)
{
    uint32_t *order = arena_array(scratch, count, uint32_t);
    uint32_t *rank = arena_array(scratch, count, uint32_t);
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    if (count > 1)
        qsort_r(order, count, sizeof *order, compare, knowledge);
    for (size_t i = 0; i < count; i++)
        rank[order[i]] = (uint32_t)i;
    return rank;
}

static int by_number(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static const char *area_text(const struct knowledge *k, uint32_t area)
{
    return k->areas != NULL ? k->areas->items[area].code
                            : symbol_text(k->table->written, area);
}

static int compare_areas(const void *left, const void *right, void *knowledge)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    int order = strcmp(area_text(knowledge, a), area_text(knowledge, b));
    return order != 0 ? order : by_number(a, b);
}

static int compare_quantities(const void *left, const void *right,
                              void *knowledge)
{
    const struct knowledge *k = knowledge;
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return strcmp(k->book->quantities[a].id, k->book->quantities[b].id);
}

static int compare_periods(const void *left, const void *right, void *knowledge)
{
    const struct knowledge *k = knowledge;
    period a = k->periods.items[*(const uint32_t *)left].number;
    period b = k->periods.items[*(const uint32_t *)right].number;
    int order = order_periods(a, b);
    return order != 0 ? order : by_number(a, b);
}

static int compare_cells(const void *left, const void *right, void *knowledge)
{
    const struct knowledge *k = knowledge;
    struct thing a = k->cells.items[*(const uint32_t *)left];
    struct thing b = k->cells.items[*(const uint32_t *)right];
    if (a.number != b.number)
        return by_number(a.number, b.number);
    const struct quantity *quantity = &k->book->quantities[a.number];
    for (size_t i = 0; i < quantity->dimension_count; i++) {
        size_t slot = k->slots[a.number][i];
        char room[2][BAND_ROOM];
        int order = strcmp(cell_code(k->book, quantity, &k->table->bands,
                                     a.cell, slot, room[0]),
                           cell_code(k->book, quantity, &k->table->bands,
                                     b.cell, slot, room[1]));
        if (order != 0)
            return order;
    }
    return 0;
}

/* The slots of a quantity in the order of their dimensions' ids. */
static void sort_slots(const struct codebook *book, size_t quantity,
                       uint8_t slots[CELL_DIMENSIONS])
{
    const struct quantity *q = &book->quantities[quantity];
    for (size_t i = 0; i < q->dimension_count; i++) {
        const char *id = book->dimensions[q->dimensions[i]].id;
        size_t at = i;
        for (; at > 0; at--) {
            uint16_t before = q->dimensions[slots[at - 1]];
            if (strcmp(book->dimensions[before].id, id) <= 0)
                break;
            slots[at] = slots[at - 1];
        }
        slots[at] = (uint8_t)i;
    }
}

/* --- rows ---------------------------------------------------------------- */

struct row {
    uint64_t first;  /* quantity, area */
    uint64_t second; /* period, cell */
    uint64_t third;  /* source, line */
    uint32_t number;
};

static int compare_rows(const void *left, const void *right)
{
    const struct row *a = left, *b = right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    if (a->second != b->second)
        return a->second < b->second ? -1 : 1;
    if (a->third != b->third)
        return a->third < b->third ? -1 : 1;
    return by_number(a->number, b->number);
}

static uint64_t pair(uint32_t high, uint32_t low)
{
    return (uint64_t)high << 32 | low;
}

/* Numbers of periods and cells stand in [second] until they are ranked. */
static void number_rows(struct knowledge *k, struct row *rows)
{
    const struct table *table = k->table;
    for (size_t i = 0; i < table->count; i++) {
        struct thing p = { 0, table->period[i] };
        struct thing cell = { table->cell[i], table->quantity[i] };
        rows[i].second =
            pair(thing_intern(&k->periods, p), thing_intern(&k->cells, cell));
        rows[i].third = pair(table->source[i], table->line[i]);
        rows[i].number = (uint32_t)i;
    }
}

static void rank_rows(struct knowledge *k, struct row *rows,
                      struct arena *scratch)
{
    const struct table *table = k->table;
    size_t areas =
        k->areas != NULL ? k->areas->count : symbols_count(table->written);
    uint32_t *area = rank_all(areas, compare_areas, k, scratch);
    uint32_t *quantity =
        rank_all(k->book->quantity_count, compare_quantities, k, scratch);
    uint32_t *period_rank =
        rank_all(k->periods.count, compare_periods, k, scratch);
    uint32_t *cell = rank_all(k->cells.count, compare_cells, k, scratch);
    for (size_t i = 0; i < table->count; i++) {
        rows[i].first =
            pair(quantity[table->quantity[i]], area[table->area[i]]);
        rows[i].second = pair(period_rank[rows[i].second >> 32],
                              cell[(uint32_t)rows[i].second]);
    }
}

uint32_t *table_order(const struct table *table, const struct areas *areas,
                      const struct codebook *book, struct arena *arena)
{
    uint32_t *order = arena_array(arena, table->count, uint32_t);
    if (table->count == 0)
        return order;
    struct arena *scratch = arena_new();
    /* Areas kept as written are symbols, whatever register there is. */
    struct knowledge k = { .table = table,
                           .areas = table->written != NULL ? NULL : areas,
                           .book = book };
    k.slots = arena_alloc(scratch, book->quantity_count, sizeof *k.slots);
    for (size_t i = 0; i < book->quantity_count; i++)
        sort_slots(book, i, k.slots[i]);
    struct row *rows = arena_array(scratch, table->count, struct row);
    number_rows(&k, rows);
    rank_rows(&k, rows, scratch);
    qsort(rows, table->count, sizeof *rows, compare_rows);
    for (size_t i = 0; i < table->count; i++)
        order[i] = rows[i].number;
    things_free(&k.periods);
    things_free(&k.cells);
    arena_free(scratch);
    return order;
}
