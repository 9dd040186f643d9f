/*
 * layout.h - how an export is written.
 *
 * A layout is data (data/layouts and the project's layouts folder): by which
 * heads a file is recognised, how its bytes, numbers and rows read, and what
 * each column means.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_LAYOUT_H
#define HOCTAP_MODEL_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/period.h"
#include "engine/model/area.h"
#include "engine/model/table.h"

struct pattern;

enum encoding {
    ENCODING_AUTO,
    ENCODING_UTF8,
    ENCODING_UTF16, /* byte order by its mark or its zeros */
    ENCODING_WINDOWS_1258,
    ENCODING_TCVN3,
    ENCODING_VNI,
    ENCODING_WINDOWS_1252,
    ENCODING_LATIN1,
    ENCODING_COUNT
};
extern const char *const encoding_names[ENCODING_COUNT];

enum decimal { DECIMAL_AUTO, DECIMAL_COMMA, DECIMAL_POINT, DECIMAL_COUNT };
extern const char *const decimal_names[DECIMAL_COUNT];

/* What a column is. */
enum column_field {
    COLUMN_QUANTITY, /* numbers */
    COLUMN_AREA,
    COLUMN_PARENT, /* the area above the one in the area column */
    COLUMN_PERIOD,
    COLUMN_STATUS,
    COLUMN_NOTE,          /* read and left alone */
    COLUMN_DIMENSION,     /* a code of a dimension, in words */
    COLUMN_QUANTITY_NAME, /* tidy: the quantity's id stands in the cell */
    COLUMN_VALUE          /* tidy: the number of that quantity */
};

/* A code fixed by the layout or the source: sex = F. */
struct layout_set {
    const char *dimension, *code;
};

struct word_map {
    const char *word, *code; /* the word is folded */
};
struct value_map {
    const char *name; /* a dimension's id, or "status" */
    struct word_map *words;
    size_t count;
};

struct layout_column {
    const char *head;      /* folded; alternatives split by | ; or NULL */
    struct pattern *match; /* a family of heads; or NULL */
    const char *written;   /* the head or the pattern, as the layout has it */
    enum column_field field;
    const char *dimension; /* COLUMN_DIMENSION */
    enum tier tier;        /* COLUMN_AREA, COLUMN_PARENT */
    const char *quantity;  /* COLUMN_QUANTITY: its id */
    struct layout_set *set;
    size_t set_count;
    bool unfinished;         /* of a draft: its quantity is still TODO */
    double scale;            /* 1 when absent */
    struct value_map values; /* ticks into numbers; words of a column */
    unsigned line;
};

struct missing_mark {
    const char *mark; /* folded */
    enum status status;
};

enum period_from {
    PERIOD_FROM_COLUMN, /* or none: a column says field: period */
    PERIOD_FROM_FILE,
    PERIOD_FROM_TITLE,
    PERIOD_FROM_HEAD,
    PERIOD_FIXED
};

struct layout {
    const char *id, *name, *file;
    unsigned line;
    const char **needs; /* folded heads */
    size_t needs_count;
    const char *title; /* a folded glob, or NULL */
    enum encoding encoding;
    char delimiter; /* 0 = find out */
    unsigned header_rows[4];
    size_t header_row_count; /* 0 = find out */
    const char *header_join;
    enum decimal decimal;
    bool decimal_open;   /* of a draft: it is still TODO */
    const char **totals; /* folded globs */
    size_t total_count;
    const char **skip_rows;
    size_t skip_count;
    struct missing_mark *missing;
    size_t missing_count;
    enum period_kind school_year;
    enum period_from period_from;
    const char *period_column; /* folded head, with PERIOD_FROM_COLUMN */
    struct pattern *period_pattern;
    period period_fixed;
    struct layout_column *columns;
    size_t column_count;
    struct value_map *values; /* by dimension, for all columns */
    size_t value_count;
    unsigned unfinished, unfinished_line; /* how many TODOs, the first one */
};

#endif
