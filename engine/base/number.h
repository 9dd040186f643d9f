/*
 * number.h - numbers into text and back, without the locale.
 *
 * Absence of a number is NO_VALUE; test it with has_value, never by comparing.
 * Files are written with a decimal point; documents for people follow their
 * language (1.234,5 in Vietnamese, 1,234.5 in English).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_NUMBER_H
#define HOCTAP_BASE_NUMBER_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

struct text;

#define NO_VALUE ((double)NAN)
static inline bool has_value(double value)
{
    return isfinite(value);
}

/*
 * Reads all of [string] as a plain decimal number: sign, digits, point,
 * exponent. No spaces, no thousands marks, no hexadecimal, no "nan" or "inf".
 */
bool number_parse(const char *string, double *value);
bool number_parse_whole(const char *string, long *value);

/* The shortest text that reads back as the same double: for observations. */
void number_add_exact(struct text *text, double value);

/* Twelve significant digits, no trailing zeros: for computed results. */
void number_add(struct text *text, double value);

/* The number that number_add writes: what files of results hold. */
double number_rounded(double value);

/*
 * For people: [decimals] after the mark, thousands grouped, U+2212 as minus.
 * Halves are rounded away from zero on the decimal text that number_add writes
 * (number_add_exact where twelve digits do not reach the last decimal), so 3.25
 * with one decimal is 3,3 and paper agrees with file. [language] is "vi" or
 * "en".
 */
void number_add_local(struct text *text, double value, unsigned decimals,
                      const char *language);
/* The same with as many decimals as it has, at most four. */
void number_add_spoken(struct text *text, double value, const char *language);

#endif
