/*
 * columns.h - what each column of the file at hand means.
 *
 * The layout's columns are laid over the heads that were found: each column of
 * the file gets a role, and a column of figures its quantity, codes, period and
 * scale. What the layout does not know is left alone and listed.
 *
 * In a file that names its quantity in a cell (tidy tables) a head that is the
 * id of a dimension is that dimension, `published` marks totals, `breakdown`
 * holds codes like sex=F;residence=rural, and `school_year` (start or end) says
 * to which of its years a school year belongs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_COLUMNS_H
#define HOCTAP_IMPORTERS_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "importers/numbers.h"
#include "importers/reading.h"

struct symbols;

enum role {
    ROLE_NONE, /* not known to the layout */
    ROLE_NOTE,
    ROLE_AREA,
    ROLE_PARENT,
    ROLE_PERIOD,
    ROLE_STATUS,
    ROLE_DIMENSION,
    ROLE_FIGURE, /* numbers; [quantity] NO_INDEX: the row names it */
    ROLE_QUANTITY,
    ROLE_PUBLISHED,
    ROLE_BREAKDOWN,
    ROLE_SCHOOL_YEAR /* to which of its years a school year belongs */
};

/* Codes of dimensions, before the quantity says where they stand in a cell. */
enum { PICKS = 16 };
struct picks {
    uint16_t dimension[PICKS];
    uint8_t code[PICKS]; /* 0 = all */
    size_t count;
};
/* False: the dimension already has another code (all gives way). */
bool picks_add(struct picks *picks, uint16_t dimension, uint8_t code);
/* Adds what is not there yet. */
void picks_fill(struct picks *picks, uint16_t dimension, uint8_t code);

/* A word of a column that has been read once. */
struct word_seen {
    bool known;
    uint32_t value; /* a code, a period, a quantity, a flag */
    enum status status;
};

struct column {
    const char *head; /* as written, merged */
    enum role role;
    const struct layout_column *by; /* NULL: not of the layout */
    enum tier tier;
    uint16_t dimension; /* ROLE_DIMENSION */
    uint16_t quantity;  /* ROLE_FIGURE */
    struct picks picks; /* ROLE_FIGURE: codes of the whole column */
    uint64_t cell;      /* the same in the quantity's places */
    period period;      /* ROLE_FIGURE: NO_PERIOD = the row or the file says */
    enum status status; /* of a provisional year */
    double scale;
    enum decimal decimal;
    bool refused; /* the head cannot be followed: every figure is rejected */
    bool mixed;   /* refused for numbers that contradict each other */
    bool pending; /* numbers in two readings: decided at the end */
    struct number_vote vote;
    size_t ticks, others; /* cells that are ticks; that are no number at all */
    unsigned tick_line;
    const char *tick;
    struct symbols *seen; /* words read so far, and what they were */
    struct word_seen *words;
    size_t word_room;
};

struct columns {
    struct column *items;
    size_t count;
    size_t area, parent, period, status, quantity, published, breakdown,
        school_year;
    bool figures; /* is there a column of figures? */
};
/* The places above are NO_HEAD when there is no such column. */

/* Lays the layout over the heads; findings for heads that cannot be followed
 * and a list of the columns left out. */
void columns_build(struct columns *out, struct reading *reading);

/* Running numbers, notes and the like: heads that no layout need mention. */
bool columns_plain_head(const char *folded);

/* columns_missing.c: a finding about the layout's columns that the file does
 * not have; false: no figure is left, and nothing can be read. */
bool columns_complete(const struct columns *columns, struct reading *reading);

/* columns_unit.c: doubts about columns that the file counts in another unit
 * than the layout's scale makes of them. */
void columns_unit(const struct columns *columns, struct reading *reading);

/* The cell of [picks] in the quantity's places; false: [refused] is a dimension
 * the quantity may not carry. */
bool columns_cell(const struct quantity *quantity, const struct picks *picks,
                  uint64_t *cell, uint16_t *refused);

/* sex=F;residence=rural into picks; false when a part is not known. */
bool columns_breakdown(struct reading *reading, const char *text,
                       struct picks *picks);

#endif
