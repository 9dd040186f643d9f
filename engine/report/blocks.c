/*
 * blocks.c - adding blocks and tables to a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/blocks.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"

static void free_blocks(void *thing)
{
    struct report *report = thing;
    free(report->blocks);
}

static void free_cells(void *thing)
{
    struct report_table *table = thing;
    free(table->cells);
}

struct report *blocks_new(const struct report_input *input)
{
    struct report *report = arena_new_of(input->arena, struct report);
    arena_defer(input->arena, free_blocks, report);
    return report;
}

struct block *block_add(struct report *report, enum block_kind kind,
                        const char *text)
{
    grow(report->blocks, report->count, report->room);
    struct block *block = &report->blocks[report->count++];
    memset(block, 0, sizeof *block);
    block->kind = kind;
    block->text = text;
    return block;
}

void block_sentence(struct report *report, enum block_kind kind,
                    const char *text)
{
    if (text != NULL && *text != '\0')
        block_add(report, kind, text);
}

struct table_builder table_start(const struct report_input *input,
                                 size_t columns)
{
    struct table_builder builder = { 0 };
    struct report_table *table = arena_new_of(input->arena, struct report_table);
    arena_defer(input->arena, free_cells, table);
    table->heads = arena_array(input->arena, columns, const char *);
    table->aligns = arena_array(input->arena, columns, enum align);
    table->first_is_header = true;
    builder.table = table;
    builder.arena = input->arena;
    return builder;
}

void table_head(struct table_builder *builder, const char *head,
                enum align align)
{
    struct report_table *table = builder->table;
    table->heads[table->columns] = head;
    table->aligns[table->columns++] = align;
}

void table_standing(struct table_builder *builder, const char *text,
                    double number, enum standing standing)
{
    struct report_table *table = builder->table;
    size_t at = table->rows * table->columns + builder->filled;
    grow(table->cells, at, builder->room);
    table->cells[at] = (struct table_cell){ .text = text ? text : "",
                                            .number = number,
                                            .standing = standing };
    if (++builder->filled == table->columns) {
        builder->filled = 0;
        table->rows++;
    }
}

void table_text(struct table_builder *builder, const char *text)
{
    table_standing(builder, text, NO_VALUE, STANDING_NONE);
}

void table_number(struct table_builder *builder, const char *text,
                  double number)
{
    table_standing(builder, text, number, STANDING_NONE);
}

void table_finish(struct table_builder *builder, struct report *report,
                  const char *caption, const char *note)
{
    assert(builder->filled == 0);
    if (builder->table->rows == 0)
        return;
    builder->table->caption = caption;
    builder->table->note = note;
    block_add(report, BLOCK_TABLE, NULL)->table = builder->table;
}
