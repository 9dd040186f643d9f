/*
 * table.c - observations in columns.
 *
 *  (1) All columns have the same room and grow together.
 *  (2) Columns live on the heap and are freed with the table's arena.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/model/table.h"

const char *const status_names[STATUS_COUNT] = {
    [STATUS_OK] = "ok",
    [STATUS_ZERO] = "zero",
    [STATUS_MISSING] = "missing",
    [STATUS_NA] = "na",
    [STATUS_SUPPRESSED] = "suppressed",
    [STATUS_SUPPRESSED2] = "suppressed2",
    [STATUS_ESTIMATED] = "estimated",
    [STATUS_IMPUTED] = "imputed",
    [STATUS_PROVISIONAL] = "provisional",
    [STATUS_FORECAST] = "forecast",
    [STATUS_BREAK] = "break",
    [STATUS_UNRELIABLE] = "unreliable",
    [STATUS_INVALID] = "invalid",
};

enum status status_find(const char *name)
{
    int status = 0;
    while (status < STATUS_COUNT && strcmp(status_names[status], name) != 0)
        status++;
    return (enum status)status;
}

/* Every column once: what is done to one is done to all. */
#define FIGURES(X)                                                             \
    X(area)                                                                    \
    X(period)                                                                  \
    X(quantity)                                                                \
    X(cell)                                                                    \
    X(value)                                                                   \
    X(state)                                                                   \
    X(published)
#define COLUMNS(X)                                                             \
    FIGURES(X)                                                                 \
    X(source)                                                                  \
    X(line)                                                                    \
    X(column)

static void table_release(void *thing)
{
    struct table *table = thing;
#define COLUMN_FREE(name) free(table->name);
    COLUMNS(COLUMN_FREE)
#undef COLUMN_FREE
    free(table->sources);
}

struct table *table_new(struct arena *arena)
{
    struct table *table = arena_new_of(arena, struct table);
    bands_start(&table->bands);
    table->arena = arena;
    arena_defer(arena, table_release, table);
    return table;
}

static void table_grow(struct table *table)
{
    size_t room = table->room;
#define COLUMN_GROW(name)                                                      \
    room = table->room;                                                        \
    table->name =                                                              \
        grow_to(table->name, &room, table->count + 1, sizeof *table->name);
    COLUMNS(COLUMN_GROW)
#undef COLUMN_GROW
    table->room = room;
}

void table_add(struct table *table, struct observation observation)
{
    if (table->count == table->room)
        table_grow(table);
    size_t row = table->count++;
    table->area[row] = observation.area;
    table->period[row] = observation.period;
    table->quantity[row] = observation.quantity;
    table->cell[row] = observation.cell;
    table->value[row] = observation.value;
    table->state[row] = (uint8_t)observation.state;
    table->published[row] = observation.published;
    table->source[row] = observation.source;
    table->line[row] = observation.line;
    table->column[row] = observation.column;
}

struct observation table_at(const struct table *table, size_t row)
{
    assert(row < table->count);
    return (struct observation){
        .area = table->area[row],
        .period = table->period[row],
        .quantity = table->quantity[row],
        .cell = table->cell[row],
        .value = table->value[row],
        .state = (enum status)table->state[row],
        .published = table->published[row] != 0,
        .source = table->source[row],
        .line = table->line[row],
        .column = table->column[row],
    };
}

struct finding_place table_place(const struct table *table, size_t row)
{
    if (row >= table->count || table->source[row] >= table->source_count)
        return (struct finding_place){ .file = NULL };
    const struct source *source = &table->sources[table->source[row]];
    size_t column = table->column[row];
    bool headed = column > 0 && column <= source->head_count;
    return (struct finding_place){ .file = source->name,
                                   .line = table->line[row],
                                   .column = (unsigned)column,
                                   .header = headed ? source->heads[column - 1]
                                                    : NULL };
}

void table_keep_places(struct table *table)
{
#define COLUMN_LET_GO(name) grow_release(&table->name);
    FIGURES(COLUMN_LET_GO)
#undef COLUMN_LET_GO
}

uint32_t table_add_source(struct table *table, struct source source)
{
    grow(table->sources, table->source_count, table->source_room);
    table->sources[table->source_count] = source;
    return (uint32_t)table->source_count++;
}

void table_drop(struct table *table, const uint8_t *drop)
{
    size_t kept = 0;
    for (size_t row = 0; row < table->count; row++) {
        if (drop[row] != 0)
            continue;
#define COLUMN_MOVE(name) table->name[kept] = table->name[row];
        COLUMNS(COLUMN_MOVE)
#undef COLUMN_MOVE
        kept++;
    }
    table->count = kept;
}
