/*
 * rows_block.c - a second block below the figures: growth, indices, structure.
 *
 *  (1) "Chỉ số phát triển (năm trước = 100)" without figures heads the rows
 *      below it to the end of the file: they name the same areas and are other
 *      things than the heads say. With figures it is one such row.
 *  (2) They are set aside and noted once, counting the rows with figures.
 *  (3) Above the first figures such words are a title.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/pattern.h"
#include "importers/rows_state.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Folded. */
static const char *const globs[] = { "chỉ số phát triển*",
                                     "*năm trước = 100*",
                                     "*năm trước=100*",
                                     "tốc độ tăng*",
                                     "tốc độ phát triển*",
                                     "tỷ lệ tăng*",
                                     "tỉ lệ tăng*",
                                     "cơ cấu*",
                                     "so với năm trước*",
                                     "so với cùng kỳ*",
                                     "*previous year = 100*",
                                     "index*",
                                     "growth*",
                                     "structure*" };

bool rows_block_label(const char *folded)
{
    for (size_t i = 0; i < COUNT(globs); i++)
        if (glob_match(globs[i], folded))
            return true;
    return false;
}

bool rows_block(struct rows *rows, const struct record *record,
                enum label label)
{
    struct block *block = &rows->block;
    if (label != LABEL_BLOCK && !block->open) {
        block->data = block->data || rows_has_figure(rows, record);
        return false;
    }
    bool figures = rows_has_figure(rows, record);
    if (!block->open && !figures) {
        block->open = block->data; /* (3) */
        block->heading = record->line;
        return true;
    }
    if (block->count == 0)
        block->line = block->open ? block->heading : record->line;
    block->count += figures; /* (2) */
    return true;
}

void rows_block_note(const struct rows *rows)
{
    struct reading *reading = rows->reading;
    if (rows->block.count > 0)
        finding_add(reading->findings, FINDING_other_block,
                    reading_place(reading, rows->block.line, NO_HEAD, NULL),
                    (char *)NULL)
            ->count = rows->block.count;
}
