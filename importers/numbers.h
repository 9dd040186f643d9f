/*
 * numbers.h - numbers as people write them.
 *
 * 3.417 is three thousand in one office and three point four in the next. How
 * a column writes its numbers is therefore decided for the column as a whole:
 * every cell that can be read in one way only is a vote. A column whose cells
 * can all be read in two ways stays undecided until somebody says more.
 *
 * Beside digits and their marks a cell may hold a sign or the accountant's
 * parentheses, spaces between thousands, a word of scale (nghìn, vạn, triệu,
 * tỷ) with a unit after it, %, and the marks of a provisional figure: *, (*),
 * (p), "Sơ bộ", "Prel.", "Ước".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_NUMBERS_H
#define HOCTAP_IMPORTERS_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/layout.h"

struct arena;

/* What the marks in a number say about the convention. */
enum number_shape {
    NUMBER_NONE,       /* not a number */
    NUMBER_WHOLE,      /* no mark: reads the same everywhere */
    NUMBER_COMMA,      /* can only be read with a decimal comma: 1.234,5 0,5 */
    NUMBER_POINT,      /* can only be read with a decimal point */
    NUMBER_OPEN_POINT, /* 1.234: thousands or decimals */
    NUMBER_OPEN_COMMA, /* 1,234 */
    NUMBER_SHAPES
};

/* A longer cell is no number. */
enum { NUMBER_DIGITS = 64, NUMBER_LONGEST = 128 };

/* A cell taken apart, before its marks are given a meaning. */
struct number {
    enum number_shape shape;
    bool negative;
    bool decimals;              /* it surely has a decimal mark */
    char digits[NUMBER_DIGITS]; /* digits and marks, spaces taken out */
    int power;                  /* of ten, from a word of scale; 0 = none */
    enum status status;         /* OK, PROVISIONAL or FORECAST */
};

/* False: not a number (shape is NUMBER_NONE). */
bool number_scan(struct number *out, const char *cell, struct arena *scratch);

/*
 * What a spreadsheet has made of a number: the message that says so, or NULL.
 * An exponent has lost digits, a date was a number or a code, an error is none.
 */
const char *number_damage(const char *cell, struct arena *scratch);

/* The power of ten of a unit such as "triệu đồng" or "thousand persons"; 0 for
 * one that has none. "Tỷ lệ" is no unit. */
int number_power(const char *unit, struct arena *scratch);

/* The value under a convention, times 10^power or else [scale]; NO_VALUE when
 * the number cannot be read so. DECIMAL_AUTO is allowed for whole numbers. */
double number_value(const struct number *number, enum decimal decimal,
                    double scale);

/* The votes of a column. */
struct number_vote {
    size_t counts[NUMBER_SHAPES];
    size_t decimals; /* cells that surely have a decimal mark */
    /* The first cell of each kind, by shape, and its line. */
    char cells[NUMBER_SHAPES][NUMBER_LONGEST + 1];
    unsigned lines[NUMBER_SHAPES];
};
void number_vote_add(struct number_vote *vote, const struct number *number,
                     const char *cell, unsigned line);

enum number_verdict {
    VERDICT_ANY, /* whole numbers only */
    VERDICT_COMMA,
    VERDICT_POINT,
    VERDICT_OPEN, /* two readings */
    VERDICT_MIXED /* no one reading fits all cells */
};
/* Two shapes that contradict each other are put into [clash] when mixed. */
enum number_verdict number_verdict(const struct number_vote *vote,
                                   enum number_shape clash[2]);

#endif
