/*
 * blocks.c - adding blocks to a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/blocks.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"

struct report *blocks_new(const struct report_input *input)
{
    struct report *report = arena_new_of(input->arena, struct report);
    arena_defer(input->arena, grow_release, &report->blocks);
    return report;
}

struct block *block_add(struct report *report, enum block_kind kind)
{
    grow(report->blocks, report->count, report->room);
    struct block *block = &report->blocks[report->count++];
    memset(block, 0, sizeof *block);
    block->kind = kind;
    return block;
}

void block_chapter(struct report *report, const char *id, const char *title)
{
    struct block *block = block_add(report, BLOCK_CHAPTER);
    block->id = id;
    block->text = title;
    block->level = 1;
}

void block_heading(struct report *report, const char *title)
{
    struct block *block = block_add(report, BLOCK_HEADING);
    block->text = title;
    block->level = 2;
}

static void add_text(struct report *report, enum block_kind kind,
                     const char *text)
{
    if (text != NULL && *text != '\0')
        block_add(report, kind)->text = text;
}

void block_paragraph(struct report *report, const char *text)
{
    add_text(report, BLOCK_PARAGRAPH, text);
}

void block_note(struct report *report, const char *text)
{
    add_text(report, BLOCK_NOTE, text);
}

void block_list(struct report *report, const char **items, size_t count)
{
    if (count == 0)
        return;
    struct block *block = block_add(report, BLOCK_LIST);
    block->items = items;
    block->item_count = count;
}
