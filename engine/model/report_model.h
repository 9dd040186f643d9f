/*
 * report_model.h - a report as a list of blocks: words, tables, figures.
 *
 * The builder knows statistics and no markup; writers know markup and no
 * statistics. All texts are in the report's language, unescaped: escaping is
 * the writer's.
 *
 * Beside the blocks stand the words around them: the head and foot of an
 * official document, how the tables are to be read, and the long tables that
 * only a workbook has room for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_REPORT_MODEL_H
#define HOCTAP_MODEL_REPORT_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/date.h"
#include "engine/model/report_plan.h"
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
    const char *link; /* a file beside this one that it leads to, or NULL */
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
    const char *path;        /* of the picture, to read it in: SVG, or */
    const char *print_path;  /* PNG, for what cannot hold SVG */
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

/* The words around an official document; what stands in [brackets] is left to
 * the office to fill in. */
struct report_letter {
    enum form form;
    const char *nation;       /* or the party: the head's right side */
    const char *motto;        /* NULL: of the party */
    const char *superior;     /* the body above the issuer; may be NULL */
    const char *issuer;       /* may be NULL */
    const char *number;       /* of the document */
    const char *place_day;    /* where and when */
    const char *kind, *about; /* "Báo cáo", and on what */
    const char *receivers_title;
    const char *receivers[2]; /* the last one is the file */
    const char *authority;    /* in whose name, and as what, is signed */
    const char *signer;
    const char *table, *figure; /* "Bảng", "Hình" before a number */
};

struct rows;
/* A long table that nobody holds: it is told cell by cell, as CSV is. */
struct report_annex {
    const char *title, *note;
    const char *const *columns;
    size_t column_count, rows;
    void (*tell)(const struct report_annex *annex, struct rows *rows);
    const void *matter; /* what tell reads */
};

/* What a page says to the reader who uses it. */
struct page_words {
    const char *filter, *area, *all_areas; /* before a field; first choice */
    const char *long_table; /* in the place of a table that is too long */
};

struct report {
    const char *language, *title, *subtitle, *issuer, *date;
    date day; /* the same, for the file's properties; may be open */
    const char *generator; /* "hoctap 0.1.0" */
    const char *contents_title;
    struct page_words page;
    bool draft;             /* findings of weight reject stand */
    const char *draft_text; /* the mark to print */
    struct block *blocks;
    size_t count, room;
    struct report_letter letter;
    const char *guide_title; /* of a workbook: how it is to be read */
    const char **guide;
    size_t guide_count;
    uint32_t colours[STANDING_COUNT]; /* 0xRRGGBB, as in the pictures */
    struct report_annex *annexes;
    size_t annex_count;
};

/* Which of a figure's two files a writer reads, a bit each. */
enum { PICTURES_SVG = 1, PICTURES_PNG = 2 };

struct fault;
struct report_writer {
    const char *id, *suffix;
    unsigned pictures;
    bool (*write)(const struct report *report, const char *path,
                  struct fault *fault);
};

#endif
