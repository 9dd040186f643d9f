/*
 * blocks.h - adding blocks and tables to a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_BLOCKS_H
#define HOCTAP_REPORT_BLOCKS_H

#include "engine/model/report_model.h"
#include "engine/report/words.h"

/* The blocks live on the heap until the input's arena goes. */
struct report *blocks_new(const struct report_input *input);

struct block *block_add(struct report *report, enum block_kind kind,
                        const char *text);
/* Adds nothing when the text is NULL or empty. */
void block_sentence(struct report *report, enum block_kind kind,
                    const char *text);

/* A table that grows row by row: heads are messages, one per column. */
struct table_builder {
    struct report_table *table;
    struct arena *arena;
    size_t room;
    size_t filled; /* cells of the row that is being filled */
};
struct table_builder table_start(const struct report_input *input,
                                 size_t columns);
void table_head(struct table_builder *builder, const char *head,
                enum align align);
void table_text(struct table_builder *builder, const char *text);
void table_number(struct table_builder *builder, const char *text,
                  double number);
void table_standing(struct table_builder *builder, const char *text,
                    double number, enum standing standing);
/* Adds the table as a block, unless it has no rows. */
void table_finish(struct table_builder *builder, struct report *report,
                  const char *caption, const char *note);

#endif
