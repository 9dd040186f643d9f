/*
 * expr_scan.h - private to expr*.c: walking through the text of an expression.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_EXPR_SCAN_H
#define HOCTAP_COMPUTE_EXPR_SCAN_H

#include <stdbool.h>

#include "engine/base/fault.h"

struct arena;
struct codebook;

struct scan {
    const char *at, *start;
    struct place place;
    const struct codebook *book;
    struct arena *arena;
    struct fault *fault;
};

bool scan_is_digit(char c);
bool scan_is_letter(char c);
bool scan_is_word(char c);
/* The next character that is not white space; 0 at the end. */
char scan_next(struct scan *scan);
/* Takes that character if it is the next. */
bool scan_expect(struct scan *scan, char wanted);
/* The same, a fault when it is not. */
bool scan_need(struct scan *scan, char wanted);
/* Two points, with nothing between them. */
bool scan_range(struct scan *scan);
/* A word of letters, digits and _; NULL when there is none. */
const char *scan_word(struct scan *scan);
/* What lies between [from] and here. */
const char *scan_copy(struct scan *scan, const char *from);
/* Nothing may follow. */
bool scan_end(struct scan *scan);
/*
 * A fault at a character, with what was found there, the nearest known word
 * (then the message is the one that ends in _near) and what it should be a
 * part of. The last three may be NULL.
 */
bool scan_fault(struct scan *scan, const char *at, const char *message,
                const char *found, const char *near, const char *of);

#endif
