/*
 * blocks.h - adding blocks to a report. Texts are not copied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_BLOCKS_H
#define HOCTAP_REPORT_BLOCKS_H

#include "engine/model/report_model.h"
#include "engine/report/words.h"

/* The blocks live on the heap until the input's arena goes. */
struct report *blocks_new(const struct report_input *input);

struct block *block_add(struct report *report, enum block_kind kind);
void block_chapter(struct report *report, const char *id, const char *title);
void block_heading(struct report *report, const char *title);
/* These three add nothing when there is nothing to add. */
void block_paragraph(struct report *report, const char *text);
void block_note(struct report *report, const char *text);
void block_list(struct report *report, const char **items, size_t count);

#endif
