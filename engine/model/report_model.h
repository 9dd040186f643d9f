/*
 * report_model.h - a report as a list of blocks: words, tables, figures.
 *
 * The builder knows statistics and no markup; writers know markup and no
 * statistics. All texts are in the report's language, unescaped: escaping is
 * the writer's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_REPORT_MODEL_H
#define HOCTAP_MODEL_REPORT_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/results.h"

enum block_kind {
    BLOCK_CHAPTER,   /* text = title; id = anchor; level 1 */
    BLOCK_HEADING,   /* text = title, level 2 or 3 */
    BLOCK_PARAGRAPH, /* text */
    BLOCK_LIST,      /* items */
    BLOCK_TABLE,
    BLOCK_FIGURE,
    BLOCK_NOTE /* text, set apart */
};

enum align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE };

struct table_cell {
    const char *text;
    double number;          /* for workbooks; NO_VALUE when the cell is words */
    enum standing standing; /* colours the cell */
    bool header;
};

struct report_table {
    const char *caption, *note;
    const char **heads;
    enum align *aligns;
    size_t columns;
    struct table_cell *cells; /* row after row */
    size_t rows;
    bool first_is_header; /* the first cell of a row names it */
    bool areas;           /* and that name is an area's */
    size_t totals;        /* so many last rows sum up those above */
};

struct report_figure {
    const char *caption;
    const char *path;        /* of the picture, to read it in */
    const char *name;        /* its file name, to link to it */
    const char *description; /* alt text */
};

struct block {
    enum block_kind kind;
    const char *id, *text;
    unsigned level;
    const char **items;
    size_t item_count;
    struct report_table *table;
    struct report_figure *figure;
};

/* What a page says to the reader who uses it. */
struct page_words {
    const char *filter, *area, *all_areas; /* before a field; first choice */
    const char *long_table; /* in the place of a table that is too long */
};

struct report {
    const char *language, *title, *subtitle, *issuer, *date;
    const char *generator; /* "hoctap 0.1.0" */
    const char *contents_title;
    struct page_words page;
    bool draft;             /* findings of weight reject stand */
    const char *draft_text; /* the mark to print */
    struct block *blocks;
    size_t count, room;
};

struct fault;
struct report_writer {
    const char *id, *suffix;
    bool (*write)(const struct report *report, const char *path,
                  struct fault *fault);
};

#endif
