/*
 * codebook.h - what may be counted, and by what it may be split.
 *
 * A dimension is a way to split a number (sex, school_level, age); its codes
 * are the parts. A quantity is what was counted, and says how it adds up over
 * areas and over time: membership is a stock, places are a flow.
 *
 * A cell is a combination of codes, one byte for each dimension that the
 * quantity declares, in the order it declares them; byte 0 = all. Byte k of a
 * code is its index plus one. Ages are bands (see below).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_CODEBOOK_H
#define HOCTAP_MODEL_CODEBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/fault.h"

struct arena;

enum { CELL_DIMENSIONS = 8, NO_INDEX = 0xffff };

struct code_attribute {
    const char *key, *value;
};

struct code {
    const char *id, *name, *name_en;
    struct code_attribute *attributes; /* ages: 6..10, years: 5, … */
    size_t attribute_count;
};

struct dimension {
    const char *id, *name, *name_en;
    bool ages;   /* codes are years and bands of years, not a list */
    bool closed; /* its codes together are the whole */
    struct code *codes;
    size_t count;
};

enum over_areas { OVER_AREAS_SUM, OVER_AREAS_NONE };
enum over_time { OVER_TIME_LAST, OVER_TIME_SUM, OVER_TIME_MEAN };
enum accumulates {
    ACCUMULATES_PERIOD,       /* each period stands for itself */
    ACCUMULATES_YEAR_TO_DATE, /* each period holds the earlier ones */
    ACCUMULATES_TERM          /* counted since the beginning of a term */
};
enum over_map { OVER_MAP_SUM, OVER_MAP_RESTART };

struct quantity {
    const char *id, *name, *name_en, *unit;
    const char *unit_en; /* NULL when it is the same word */
    enum over_areas over_areas;
    enum over_time over_time;
    enum accumulates accumulates;
    enum over_map over_map;
    const char *rate_of; /* the indicator that it is the printed value of */
    struct place rate_of_place;
    const char *raised_by, *lowered_by; /* the flows of a stock; or NULL */
    double steady; /* per cent that a base may move in a year; 0 = none */
    bool things;   /* not persons: small counts need not be hidden */
    uint16_t dimensions[CELL_DIMENSIONS];
    size_t dimension_count;
};

struct codebook {
    struct dimension *dimensions;
    size_t dimension_count;
    struct quantity *quantities;
    size_t quantity_count;
};

/* Indexes, or NO_INDEX. */
uint16_t dimension_find(const struct codebook *book, const char *id);
uint16_t quantity_find(const struct codebook *book, const char *id);
uint16_t code_find(const struct dimension *dimension, const char *id);
const char *code_attribute_find(const struct code *code, const char *key);
/* The slot of a dimension in the quantity's cells, or NO_INDEX. */
uint16_t quantity_slot(const struct quantity *quantity, uint16_t dimension);

/* The nearest known id, for an error message; NULL when none is near. */
const char *quantity_nearest(const struct codebook *book, const char *id);
const char *dimension_nearest(const struct codebook *book, const char *id);
const char *code_nearest(const struct dimension *dimension, const char *id);

/*
 * Bands of ages. Byte 1 is age 0, byte 2 age 1, … byte 120 age 119; from 121 on
 * bands as they are met in the files of one run: 6..10, 15.. (open above).
 */
enum { BAND_SINGLES = 120, BAND_OPEN = 255, BAND_LIMIT = 255 };
struct band {
    uint8_t low, high; /* inclusive; high BAND_OPEN = and older */
};
struct bands {
    struct band items[BAND_LIMIT + 1]; /* indexed by byte; [0] unused */
    size_t count;                      /* bytes in use, at least 121 */
};
void bands_start(struct bands *bands);
/* The byte of a band, interned on first sight; 0 when there is no more room. */
uint8_t band_intern(struct bands *bands, struct band band);
uint8_t band_find(const struct bands *bands, struct band band);
/* "6", "6..10", "15.." */
bool band_parse(const char *text, struct band *out);
/* Writes into room of at least 12 bytes. */
const char *band_print(struct band band, char *room);

/* Cells. */
uint8_t cell_get(uint64_t cell, size_t slot);
uint64_t cell_set(uint64_t cell, size_t slot, uint8_t code);
/* The id of the code in a slot: "F", "6..10"; "" for all. [room] as above. */
const char *cell_code(const struct codebook *book,
                      const struct quantity *quantity,
                      const struct bands *bands, uint64_t cell, size_t slot,
                      char *room);

#endif
