/*
 * table.h - observations: counted numbers, each with its source line.
 *
 * A column an array; row i of every column is one observation. GSL reads
 * columns in place. Every number can be walked back to its file and line.
 *
 * A missing cell is a row too: its value is NO_VALUE and its state says why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_TABLE_H
#define HOCTAP_MODEL_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/period.h"
#include "engine/model/codebook.h"
#include "engine/model/finding.h"

struct arena;
struct symbols;

/* What is known about a number. The words are the outside names. */
enum status {
    STATUS_OK,
    STATUS_ZERO, /* a structural zero: the sign for "none" */
    STATUS_MISSING,
    STATUS_NA, /* makes no sense here */
    STATUS_SUPPRESSED,
    STATUS_SUPPRESSED2,
    STATUS_ESTIMATED,
    STATUS_IMPUTED,
    STATUS_PROVISIONAL,
    STATUS_FORECAST,
    STATUS_BREAK,
    STATUS_UNRELIABLE,
    STATUS_INVALID,
    STATUS_COUNT
};
extern const char *const status_names[STATUS_COUNT];
enum status status_find(const char *name); /* STATUS_COUNT when unknown */

/* A file that was read. */
struct source {
    const char *path;   /* to open it */
    const char *name;   /* relative to the project, as printed */
    const char *group;  /* the project's source name, "" without */
    const char *layout; /* the layout's id */
    date cutoff; /* figures as of this day; DATE_OPEN = the period's end */
    size_t rows_read, rows_used, rows_ignored, rows_rejected;
    const char **heads; /* of its columns, as written; NULL: not known */
    size_t head_count;
};

struct table {
    size_t count, room;
    uint32_t *area; /* index into the area register */
    period *period;
    uint16_t *quantity; /* index into the codebook */
    uint64_t *cell;
    double *value;      /* NO_VALUE unless there is one */
    uint8_t *state;     /* enum status */
    uint8_t *published; /* 1: a total printed in the file, not a part */
    uint32_t *source;   /* index into sources */
    uint32_t *line;     /* physical line where the record starts */
    uint16_t *column;   /* of its cell, from 1; 0 = not known */
    struct source *sources;
    size_t source_count, source_room;
    struct bands bands;
    /* Without a register (an import of loose files) areas are kept as they are
     * written, and [area] is a symbol of this table; else NULL. */
    struct symbols *written;
    struct arena *arena; /* keeps the texts of sources and written areas */
};

/* Freed with the arena. */
struct table *table_new(struct arena *arena);

struct observation {
    uint32_t area;
    period period;
    uint16_t quantity;
    uint64_t cell;
    double value;
    enum status state;
    bool published;
    uint32_t source, line;
    uint16_t column;
};
void table_add(struct table *table, struct observation observation);
struct observation table_at(const struct table *table, size_t row);
uint32_t table_add_source(struct table *table, struct source source);

/* Where the observation stands: file, line, column and head; all empty when
 * [row] is none. */
struct finding_place table_place(const struct table *table, size_t row);

/* Lets go of the figures, when they live on as facts: a row is no more than
 * the place where it stood (table_place). Of an observation's 38 bytes that
 * keeps 10. */
void table_keep_places(struct table *table);

/* Drops the rows whose mark is not 0; the order of the others stays. */
void table_drop(struct table *table, const uint8_t *drop);

struct codebook;
struct areas;
/* The order in which observations are printed: quantity, area code, period, the
 * codes of the dimensions (in the order of the dimensions' ids), all compared
 * as the text that is printed; then source and line. Without [areas] the names
 * as written. Returns row numbers in the arena. */
uint32_t *table_order(const struct table *table, const struct areas *areas,
                      const struct codebook *book, struct arena *arena);

#endif
