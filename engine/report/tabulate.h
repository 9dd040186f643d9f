/*
 * tabulate.h - a table of the report that grows cell by cell.
 *
 * First all heads, then the cells row after row; a row is full when every head
 * has its cell. The table remembers which statuses its results have, so that
 * the note below explains the signs that occur and no others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_TABULATE_H
#define HOCTAP_REPORT_TABULATE_H

#include "engine/model/report_model.h"
#include "engine/report/words.h"

struct tabulation {
    const struct report_input *input;
    struct report_table *table;
    size_t room;       /* of the table's cells */
    size_t filled;     /* cells of the row that is being filled */
    unsigned statuses; /* a bit (1u << status) for each that occurs */
};

/* Room for so many columns. */
struct tabulation tabulate_start(const struct report_input *input,
                                 size_t columns);
void tabulate_head(struct tabulation *t, const char *head, enum align align);
/* NULL is an empty cell. */
void tabulate_text(struct tabulation *t, const char *text);
void tabulate_number(struct tabulation *t, const char *text, double number);
/* It leads to a file beside the document. */
void tabulate_link(struct tabulation *t, const char *text, const char *file);
/* The value of a result with its sign; NULL prints as missing. With [standing]
 * it is coloured, and marked ▲ or ▼. */
void tabulate_result(struct tabulation *t, const struct result *result,
                     bool standing);
/* Adds the table as a block, unless it has no rows. The signs are explained
 * behind [note], which may be NULL. */
void tabulate_finish(struct tabulation *t, struct report *report,
                     const char *caption, const char *note);

#endif
