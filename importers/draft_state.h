/*
 * draft_state.h - what the files draft*.c share. For them only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_DRAFT_STATE_H
#define HOCTAP_IMPORTERS_DRAFT_STATE_H

#include "engine/base/text.h"
#include "importers/decode.h"
#include "importers/numbers.h"
#include "importers/places.h"
#include "importers/reading.h"

struct draft;
struct draft_names;
struct pattern;
struct drafted;
struct record;
struct symbols;

/* What a column is taken for. */
enum draft_role {
    DRAFT_EMPTY,     /* no head and no cell */
    DRAFT_NUMBERING, /* running numbers */
    DRAFT_NOTE,
    DRAFT_PERIOD,
    DRAFT_AREA,
    DRAFT_PARENT,
    DRAFT_CODES, /* words of a dimension */
    DRAFT_FIGURE,
    DRAFT_WORDS,    /* other words: left out */
    DRAFT_NAMELESS, /* figures without a head */
    DRAFT_TWICE     /* figures whose head stands further left too */
};

/* Distinct cells of a column that are looked at. */
enum {
    DRAFT_WORDS_MOST = 4096,
    DRAFT_MARKS = 12,
    DRAFT_CODES_MOST = 4,
    DRAFT_AGES = 4,
    DRAFT_READINGS = 2
};

/* One code of one dimension, as a layout writes it. */
struct draft_code {
    uint16_t dimension;
    const char *code; /* "F", "6..10", "all" */
};
struct draft_codes {
    struct draft_code items[DRAFT_CODES_MOST];
    size_t count;
};

struct draft_column {
    const char *head, *folded;
    enum draft_role role;
    size_t filled, numbers, years, periods, signs, ticks, others;
    struct number_vote vote;
    const char *tick, *other; /* the first of each */
    unsigned other_line;
    struct symbols *words; /* distinct cells, as written */
    bool counts;           /* 1 2 3 … down the column */
    unsigned next;
    uint16_t dimension;  /* DRAFT_CODES */
    enum tier tier;      /* DRAFT_AREA, DRAFT_PARENT */
    size_t known, named; /* names that the register has, of how many */
    bool coded;          /* areas by code */
    /* Of its parts and of the first total, with a decimal comma and a point. */
    double sum[DRAFT_READINGS], total[DRAFT_READINGS];
    size_t parts, totals;
    bool taken; /* a family of heads has it */
};

/* A sign for a figure that is not there. */
struct draft_sign {
    const char *sign;
    size_t count;
};

/* Globs of rows, as the layout lists them. */
struct draft_globs {
    const char **items;
    size_t count, room;
};

enum draft_period_from {
    DRAFT_PERIOD_OPEN, /* a person must say */
    DRAFT_PERIOD_COLUMN,
    DRAFT_PERIOD_HEAD,
    DRAFT_PERIOD_FILE,
    DRAFT_PERIOD_TITLE
};

struct draft {
    struct reading *reading; /* text, top and heads; a layout without words */
    struct decoded decoded;
    struct places *places;
    struct arena *arena;
    size_t data; /* the first row of the top below the heads */
    struct draft_column *columns;
    size_t count;
    size_t area, parent, period; /* columns, or NO_HEAD */
    const char *title;           /* the line above the heads, or NULL */
    const char *unit;            /* what follows "Đơn vị tính:", or NULL */
    int power;                   /* of ten, when the unit has one */
    struct draft_sign signs[DRAFT_MARKS];
    size_t sign_count;
    size_t votes, open;   /* columns that show a convention, that read in two */
    enum decimal decimal; /* of all columns; AUTO: each by itself, or open */
    struct draft_globs totals, skips;
    enum draft_period_from period_from;
    const char *period_word; /* a pattern, or the fixed period */
    const char *period_seen; /* what it found here */
    bool school_years;
    struct pattern *ages[DRAFT_AGES];
    struct draft_names *names; /* of quantities, once they are asked for */
    /* what is written and counted */
    struct text *out;
    struct drafted *result;
    const char *indent;
    const char *id;
    bool rows_fixed;     /* the rows of heads would not be found again */
    size_t needs_wanted; /* heads of figures among `needs` */
};

/* --- draft_heads.c ---------------------------------------------------------
 */

/* Finds the rows of heads and merges them; false: there is no table. */
bool draft_heads(struct draft *draft);

/* --- draft_survey.c --------------------------------------------------------
 */

/* The walk over the rows: what stands in each column. */
void draft_survey(struct draft *draft);
/* The second walk, when the columns are known: totals and notes. */
void draft_rows(struct draft *draft);

/* --- draft_columns.c -------------------------------------------------------
 */

void draft_columns(struct draft *draft);

/* --- draft_areas.c ---------------------------------------------------------
 */

/* Which column names the areas, which the areas above them. */
void draft_areas(struct draft *draft);
/* Does the head speak of places? */
bool draft_is_place(struct draft *draft, const char *head, enum tier *tier);
/* Is the word an area of the register, of whatever tier? */
bool draft_is_area(struct draft *draft, const char *word);

/* --- draft_period.c --------------------------------------------------------
 */

/* A whole year from 1900 to 2100. */
bool draft_is_year(const char *cell);
/* Any period, with the words that may stand before one. */
bool draft_is_period(struct draft *draft, const char *cell);
/* The title, the unit, and what period the file is about. */
void draft_titles(struct draft *draft);
void draft_period(struct draft *draft);
/* The glob for the title, or NULL. */
const char *draft_title_glob(struct draft *draft);

/* --- draft_words.c ---------------------------------------------------------
 */

/* "Tổng số", "Total": no restriction. */
bool draft_is_all(struct draft *draft, const char *word);
/* The code that the whole word is, of [dimension] or (NO_INDEX) of any. */
bool draft_code(struct draft *draft, const char *word, uint16_t dimension,
                struct draft_code *out);
/* Is this head the name of the dimension? */
bool draft_names(struct draft *draft, const char *head, uint16_t dimension);
/* Do these words stand in the folded text as words of their own? */
bool draft_has_words(const char *folded, const char *words);
/* Codes that a head speaks of. */
void draft_codes(struct draft *draft, const char *head,
                 struct draft_codes *out);

/* --- draft_quantities.c ----------------------------------------------------
 */

/* The quantities whose names are nearest to the head, nearest first. */
enum { DRAFT_NEAREST = 3 };
size_t draft_quantities(struct draft *draft, const char *head,
                        uint16_t nearest[DRAFT_NEAREST]);

/* --- draft_sums.c ----------------------------------------------------------
 */

/* A row of figures: a part, or a total. */
void draft_sums_add(struct draft *draft, const struct record *record,
                    bool total);
/* The one reading in which the parts make the total; AUTO: both or none. */
enum decimal draft_sums_verdict(const struct draft_column *column);

/* --- draft_values.c --------------------------------------------------------
 */

/* The words of one dimension that its own names do not explain. */
struct draft_values {
    struct symbols *words;
    const char **codes; /* "?" for a word that nobody knows */
};
void draft_values_add(struct draft *draft, struct draft_values *values,
                      const char *word, uint16_t dimension);

/* --- draft_family.c --------------------------------------------------------
 */

/* Heads with a year in them: one `match` for each family. */
struct draft_families;
struct draft_families *draft_families(struct draft *draft);
/* Has every column of figures a year in its head? */
bool draft_families_all(const struct draft *draft);

/* --- draft_match.c ---------------------------------------------------------
 */

/* The lines of the families, and the words they need. */
void draft_families_write(struct draft *draft,
                          const struct draft_families *families);
void draft_families_values(struct draft *draft,
                           const struct draft_families *families,
                           uint16_t dimension, struct draft_values *values);

/* --- draft_figure.c --------------------------------------------------------
 */

/* What follows the head of a column of figures, to the end of its line. */
void draft_figure(struct draft *draft, const char *subject,
                  const struct draft_column *column);

/* --- draft_entries.c -------------------------------------------------------
 */

/* The columns, then the words into codes. */
void draft_entries(struct draft *draft, const struct draft_families *families);

/* --- draft_write.c ---------------------------------------------------------
 */

void draft_write(struct draft *draft, const struct draft_families *families);
/* A sentence as a comment: behind what stands in the line, else on a line of
 * its own. Ends the line. */
void draft_comment(struct draft *draft, const char *message, ...)
    __attribute__((sentinel));
/* “5.063” (line 4) */
const char *draft_cell(const struct draft *draft, const char *cell,
                       unsigned line);
const char *draft_number(const struct draft *draft, size_t number);

#endif
