/*
 * number.c - numbers into text and back, without the locale.
 *
 *  (1) Reading: a number of at most 15 digits with a small power of ten is one
 *      division or product of two exact doubles, hence correctly rounded
 *      (W. D. Clinger, "How to read floating point numbers accurately", PLDI
 *      1990); all others go to strtod, which is correct in the C locale, the
 *      only one this program runs in.
 *  (2) Writing: the significant digits are taken from printf's %e and laid out
 *      here: no exponent from 1e-6 up to 1e15, none of printf's padding.
 *  (3) Exact writing tries 15, 16 and 17 digits: 17 always read back.
 *      Whole numbers below 1e15 are their own digits, which is the same.
 *  (4) Minus zero is written as 0; the absence of a number as nothing.
 *  (5) Most numbers need no printf: times a power of ten up to 1e22 they are
 *      exactly the sum of two doubles (by fma; T. J. Dekker, Numer. Math. 18
 *      (1971) 224), so that the digits are those of a whole number. Next to a
 *      half, where the rounding of that sum might decide, printf does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <float.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/number.h"
#include "engine/base/text.h"

enum { MOST_DIGITS = 17, RESULT_DIGITS = 12, MOST_DECIMALS = 60 };

static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
enum { LAST_POWER = sizeof powers / sizeof *powers - 1 };

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* What a scan of the grammar finds. */
struct scan {
    bool negative, small; /* small: (1) applies */
    uint64_t mantissa;
    long exponent;
};

/* Takes digits into the mantissa; returns how many there were. */
static size_t scan_digits(const char **cursor, struct scan *scan)
{
    size_t count = 0;
    for (; digit(**cursor); (*cursor)++, count++) {
        if (scan->mantissa >= 100000000000000u) {
            scan->small = false;
            continue;
        }
        scan->mantissa = scan->mantissa * 10 + (uint64_t)(**cursor - '0');
    }
    return count;
}

static bool scan_exponent(const char **cursor, struct scan *scan)
{
    if (**cursor != 'e' && **cursor != 'E')
        return true;
    (*cursor)++;
    bool negative = **cursor == '-';
    if (**cursor == '-' || **cursor == '+')
        (*cursor)++;
    if (!digit(**cursor))
        return false;
    long power = 0;
    for (; digit(**cursor); (*cursor)++)
        if (power < 100000)
            power = power * 10 + (**cursor - '0');
    scan->exponent += negative ? -power : power;
    return true;
}

static bool scan_number(const char *string, struct scan *scan)
{
    *scan = (struct scan){ .small = FLT_EVAL_METHOD == 0 };
    scan->negative = *string == '-';
    if (*string == '-' || *string == '+')
        string++;
    size_t digits = scan_digits(&string, scan);
    if (*string == '.') {
        string++;
        size_t decimals = scan_digits(&string, scan);
        digits += decimals;
        scan->exponent = -(long)decimals;
    }
    return digits > 0 && scan_exponent(&string, scan) && *string == '\0';
}

bool number_parse(const char *string, double *value)
{
    struct scan scan;
    if (!scan_number(string, &scan))
        return false;
    double read;
    if (scan.small && scan.exponent >= -LAST_POWER &&
        scan.exponent <= LAST_POWER) {
        read = (double)scan.mantissa;
        if (scan.exponent < 0)
            read /= powers[-scan.exponent];
        else
            read *= powers[scan.exponent];
        if (scan.negative)
            read = -read;
    } else {
        read = strtod(string, NULL);
    }
    if (!isfinite(read))
        return false;
    *value = read;
    return true;
}

bool number_parse_whole(const char *string, long *value)
{
    const char *digits = string + (*string == '-' || *string == '+');
    if (*digits == '\0')
        return false;
    for (const char *c = digits; *c != '\0'; c++)
        if (!digit(*c))
            return false;
    errno = 0;
    long read = strtol(string, NULL, 10);
    if (errno != 0)
        return false;
    *value = read;
    return true;
}

/* A number as its significant digits: 0.digits times ten to the [point]. */
struct decimal {
    bool negative;
    char digits[MOST_DIGITS + 1]; /* no trailing zeros; empty is zero */
    int count, point;
};

/* The value is [whole], which has no more than 17 digits, over 10^power. */
static void set_digits(struct decimal *decimal, uint64_t whole, int power)
{
    char reversed[24];
    int count = 0;
    for (; whole > 0; whole /= 10)
        reversed[count++] = (char)('0' + whole % 10);
    for (int i = 0; i < count; i++)
        decimal->digits[i] = reversed[count - 1 - i];
    decimal->count = count;
    decimal->point = count - power;
}

/* (5) False when the digits are not sure. */
static bool set_quickly(struct decimal *decimal, double magnitude,
                        int significant)
{
    static const double doubt = 1e-6;
    int power = significant;
    if (FLT_EVAL_METHOD != 0 || significant > 15)
        return false;
    if (magnitude < powers[significant] && magnitude == trunc(magnitude)) {
        set_digits(decimal, (uint64_t)magnitude, 0);
        return true;
    }
    while (power > 0 && magnitude * powers[power] >= powers[significant])
        power--;
    while (power < LAST_POWER &&
           magnitude * powers[power] < powers[significant - 1])
        power++;
    double high = magnitude * powers[power];
    if (high < powers[significant - 1] || high >= powers[significant])
        return false;
    double whole = floor(high);
    double rest = high - whole + fma(magnitude, powers[power], -high);
    if (fabs(rest - 0.5) < doubt)
        return false;
    set_digits(decimal, (uint64_t)whole + (rest > 0.5), power);
    return true;
}

static void set_printed(struct decimal *decimal, double magnitude,
                        int significant)
{
    char written[MOST_DIGITS + 16];
    snprintf(written, sizeof written, "%.*e", significant - 1, magnitude);
    const char *c = written;
    for (; *c != 'e'; c++)
        if (digit(*c) && decimal->count < MOST_DIGITS)
            decimal->digits[decimal->count++] = *c;
    decimal->point = (int)strtol(c + 1, NULL, 10) + 1;
}

static struct decimal decimal_of(double value, int significant)
{
    struct decimal decimal = { .negative = value < 0 };
    if (!set_quickly(&decimal, fabs(value), significant))
        set_printed(&decimal, fabs(value), significant);
    while (decimal.count > 0 && decimal.digits[decimal.count - 1] == '0')
        decimal.count--;
    decimal.digits[decimal.count] = '\0';
    if (decimal.count == 0) {
        decimal.point = 1;
        decimal.negative = false;
    }
    return decimal;
}

/* (3) */
static struct decimal decimal_exact(double value)
{
    static const double limit = 1e15;
    if (fabs(value) < limit && value == trunc(value))
        return decimal_of(value, 15);
    for (int significant = 15; significant < MOST_DIGITS; significant++) {
        char written[MOST_DIGITS + 16];
        snprintf(written, sizeof written, "%.*e", significant - 1, value);
        if (strtod(written, NULL) == value)
            return decimal_of(value, significant);
    }
    return decimal_of(value, MOST_DIGITS);
}

/* The digit that stands [place] places right of the point (-1: left of it). */
static char digit_at(const struct decimal *decimal, int place)
{
    int index = decimal->point + place;
    if (index < 0 || index >= decimal->count)
        return '0';
    return decimal->digits[index];
}

static void add_plain(struct text *text, const struct decimal *decimal)
{
    char plain[2 * MOST_DIGITS + 8];
    size_t length = 0;
    int whole = decimal->point > 0 ? decimal->point : 1;
    for (int place = -whole; place < 0; place++)
        plain[length++] = digit_at(decimal, place);
    if (decimal->count > decimal->point && decimal->count > 0)
        plain[length++] = '.';
    for (int place = 0; place < decimal->count - decimal->point; place++)
        plain[length++] = digit_at(decimal, place);
    text_add_bytes(text, plain, length);
}

static void add_decimal(struct text *text, const struct decimal *decimal)
{
    if (decimal->negative)
        text_add_char(text, '-');
    int power = decimal->point - 1;
    if (power >= -6 && power <= 15) {
        add_plain(text, decimal);
        return;
    }
    text_add_char(text, decimal->digits[0]);
    if (decimal->count > 1) {
        text_add_char(text, '.');
        text_add(text, decimal->digits + 1);
    }
    text_addf(text, "e%d", power);
}

void number_add_exact(struct text *text, double value)
{
    if (!has_value(value))
        return;
    struct decimal decimal = decimal_exact(value);
    add_decimal(text, &decimal);
}

/* Whole numbers of no more digits than a result has: most there are. */
static void add_whole(struct text *text, double value)
{
    char reversed[RESULT_DIGITS], written[RESULT_DIGITS + 1];
    size_t count = 0, length = 0;
    uint64_t whole = (uint64_t)fabs(value);
    do
        reversed[count++] = (char)('0' + whole % 10);
    while ((whole /= 10) > 0);
    if (value < 0)
        written[length++] = '-';
    while (count > 0)
        written[length++] = reversed[--count];
    text_add_bytes(text, written, length);
}

void number_add(struct text *text, double value)
{
    if (!has_value(value))
        return;
    if (fabs(value) < powers[RESULT_DIGITS] && value == trunc(value)) {
        add_whole(text, value);
        return;
    }
    struct decimal decimal = decimal_of(value, RESULT_DIGITS);
    add_decimal(text, &decimal);
}

double number_rounded(double value)
{
    struct text text = text_new();
    number_add(&text, value);
    if (!number_parse(text.bytes, &value))
        value = NO_VALUE;
    text_free(&text);
    return value;
}

/* Keeps [decimals] places after the point, halves away from zero. */
static void round_to(struct decimal *decimal, int decimals)
{
    int keep = decimal->point + decimals;
    if (keep >= decimal->count)
        return;
    bool up = keep >= 0 && decimal->digits[keep] >= '5';
    decimal->count = keep > 0 ? keep : 0;
    if (up) {
        while (decimal->count > 0 && decimal->digits[decimal->count - 1] == '9')
            decimal->count--;
        if (decimal->count > 0) {
            decimal->digits[decimal->count - 1]++;
        } else {
            /* All nines, or nothing but the half: one more place in front. */
            decimal->digits[0] = '1';
            decimal->count = 1;
            decimal->point = keep > 0 ? decimal->point + 1 : 1 - decimals;
        }
    }
    decimal->digits[decimal->count] = '\0';
    if (decimal->count == 0) {
        decimal->point = 1;
        decimal->negative = false;
    }
}

void number_add_local(struct text *text, double value, unsigned decimals,
                      const char *language)
{
    if (!has_value(value))
        return;
    bool vietnamese = strcmp(language, "vi") == 0;
    int places = decimals > MOST_DECIMALS ? MOST_DECIMALS : (int)decimals;
    struct decimal decimal = decimal_of(value, RESULT_DIGITS);
    if (decimal.point + places >= RESULT_DIGITS)
        decimal = decimal_exact(value);
    round_to(&decimal, places);
    if (decimal.negative)
        text_add(text, "\u2212");
    int whole = decimal.point > 0 ? decimal.point : 1;
    for (int place = -whole; place < 0; place++) {
        text_add_char(text, digit_at(&decimal, place));
        if (place < -1 && (-place - 1) % 3 == 0)
            text_add_char(text, vietnamese ? '.' : ',');
    }
    if (places > 0)
        text_add_char(text, vietnamese ? ',' : '.');
    for (int place = 0; place < places; place++)
        text_add_char(text, digit_at(&decimal, place));
}

void number_add_spoken(struct text *text, double value, const char *language)
{
    enum { SPOKEN_DECIMALS = 4 };
    unsigned decimals = 0;
    double scaled = value;

    while (decimals < SPOKEN_DECIMALS &&
           fabs(scaled - round(scaled)) > 1e-9 * fmax(1, fabs(scaled))) {
        decimals++;
        scaled *= 10;
    }
    number_add_local(text, value, decimals, language);
}
