/*
 * expr.h - the expressions of the catalogue, parsed.
 *
 *   expression = product { ("+" | "-") product }
 *   product    = unary { ("*" | "/") unary }
 *   unary      = [ "-" ] ( number | "(" expression ")" | term )
 *   term       = quantity [ "[" pick { "," pick } "]" ] [ "@" [ "-" ] years ]
 *   pick       = dimension "=" codes;  codes = one { "|" one }
 *   one        = code | code ".." code | age ".."
 *
 * The lag binds to the quantity on its left: enrolled[grade=1]@-4 is the first
 * grade four years earlier. Terms that say the same are one term.
 *
 * An expression becomes steps for a stack machine. Faults carry the place of
 * the definition, its column moved to the character that is wrong:
 * expr.syntax, expr.unknown_quantity, expr.unknown_dimension,
 * expr.unknown_code, expr.dimension_refused, expr.dimension_twice,
 * expr.too_deep, expr.bad_age, expr.bad_range, expr.bad_lag.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_EXPR_H
#define HOCTAP_COMPUTE_EXPR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/fault.h"
#include "engine/model/codebook.h"

struct arena;

/* What a term asks of one slot of the quantity's cells. */
struct pick {
    size_t count;             /* 0 = all */
    const uint16_t *codes;    /* of a list: indexes in the dimension */
    const struct band *bands; /* of ages */
};

struct term {
    uint16_t quantity;
    int lag;                            /* years added to the period: -4 */
    struct pick picks[CELL_DIMENSIONS]; /* by slot */
    const char *text;                   /* as written, for explanations */
};

enum expr_op {
    EXPR_NUMBER,
    EXPR_TERM,
    EXPR_ADD,
    EXPR_SUBTRACT,
    EXPR_MULTIPLY,
    EXPR_DIVIDE,
    EXPR_NEGATE
};

struct expr_step {
    enum expr_op op;
    double number;
    size_t term; /* index into the terms of its owner */
};

/* Terms are shared by the expressions of one indicator. */
struct terms {
    struct term *items;
    size_t count, room;
};

struct expr {
    struct expr_step *steps;
    size_t count;
};

enum { EXPR_DEPTH = 32 };

/* The place of the term among them: of one that says the same, or a new one. */
size_t expr_term_add(struct terms *terms, const struct term *term,
                     struct arena *arena);

/* Adds the terms that are new to [terms]. All memory is the arena's. */
bool expr_parse(struct expr *out, struct terms *terms, const char *text,
                struct place place, const struct codebook *book,
                struct arena *arena, struct fault *fault);

/*
 * The value, given one value for each term; NO_VALUE when a term is absent or
 * something is divided by 0.
 */
double expr_value(const struct expr *expr, const double terms[]);

/* The two values that a division at the top divides; false for any other
 * expression. */
bool expr_quotient(double *upper, double *lower, const struct expr *expr,
                   const double terms[]);

#endif
