/*
 * export_table.c - the tables among the exports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/export_table.h"

#include <ctype.h>

#include "engine/base/arena.h"

static void mark_occurring(bool occurs[], const struct results *results)
{
    for (size_t i = 0; i < results->count; i++)
        if (results->items[i].breakdown.dimension != NO_INDEX)
            occurs[results->items[i].breakdown.dimension] = true;
}

static const char *in_capitals(struct arena *arena, const char *id)
{
    char *copy = arena_string(arena, id);
    for (char *at = copy; *at != '\0'; at++)
        *at = (char)toupper((unsigned char)*at);
    return copy;
}

static size_t count_words(const char *const words[])
{
    size_t count = 0;
    while (words[count] != NULL)
        count++;
    return count;
}

void export_table_open(struct export_table *table, struct text *out,
                       const struct export_heads *heads,
                       const struct results *results, const struct study *study)
{
    const struct codebook *book = &study->codebook;
    size_t before = count_words(heads->before),
           after = count_words(heads->after), count = 0;
    struct arena *arena = arena_new();
    const char **columns = arena_array(
        arena, before + book->dimension_count + after, const char *);
    *table = (struct export_table){
        .study = study,
        .cell = text_new(),
        .occurs = arena_array(arena, book->dimension_count + 1, bool),
        .arena = arena,
    };
    mark_occurring(table->occurs, results);
    for (size_t i = 0; i < before; i++)
        columns[count++] = heads->before[i];
    for (size_t d = 0; d < book->dimension_count; d++)
        if (table->occurs[d])
            columns[count++] = heads->capitals
                                   ? in_capitals(arena, book->dimensions[d].id)
                                   : book->dimensions[d].id;
    for (size_t i = 0; i < after; i++)
        columns[count++] = heads->after[i];
    table->rows = rows_new(ROWS_CSV, columns, count, out);
}

void export_table_codes(struct export_table *table, const struct result *result,
                        const char *all)
{
    const struct codebook *book = &table->study->codebook;
    for (uint16_t d = 0; d < book->dimension_count; d++)
        if (table->occurs[d])
            rows_text(table->rows,
                      result->breakdown.dimension == d
                          ? book->dimensions[d].codes[result->breakdown.code].id
                          : all);
}

void export_table_close(struct export_table *table)
{
    rows_finish(table->rows);
    text_free(&table->cell);
    arena_free(table->arena);
}
