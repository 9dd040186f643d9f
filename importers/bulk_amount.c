/*
 * bulk_amount.c - a value of the bulk job.
 *
 *  (1) Whatever way a number is written, equal numbers become equal amounts:
 *      what is not plain is read into a double and its shortest text is read
 *      again as if it had stood in the cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "importers/bulk_amount.h"
#include "importers/numbers.h"
#include "importers/words.h"

enum { MOST_DIGITS = 18, MOST_DECIMALS = 9 };

double bulk_amount_wide(struct bulk_amount amount)
{
    double value;
    memcpy(&value, &amount.units, sizeof value);
    return value;
}

static struct bulk_amount wide(double value)
{
    struct bulk_amount amount = { .scale = BULK_WIDE };
    memcpy(&amount.units, &value, sizeof value);
    return amount;
}

bool bulk_amount_plain(struct bulk_amount *out, const char *cell, size_t length)
{
    const char *at = cell, *end = cell + length, *point = NULL;
    int64_t units = 0, scale = BULK_BILLION;
    bool negative = length > 0 && *at == '-';
    at += negative;
    size_t digits = (size_t)(end - at);
    for (const char *first = at; at < end; at++) {
        unsigned digit = (unsigned char)*at - (unsigned)'0';
        if (digit > 9) {
            if (*at != '.' || point != NULL || at == first || at + 1 == end)
                return false;
            point = at;
            digits--;
            continue;
        }
        if (at - first > MOST_DIGITS)
            return false;
        units = units * 10 + (int64_t)digit;
        if (point == NULL)
            continue;
        if (at - point > MOST_DECIMALS)
            return false;
        scale /= 10;
    }
    if (digits == 0 || digits > MOST_DIGITS)
        return false;
    *out = (struct bulk_amount){ negative ? -units : units, scale };
    return true;
}

/* The tidy format's numbers, as rows_figure reads them. */
static bool read_double(double *value, const char *cell, struct arena *scratch)
{
    struct number number;
    if (!number_scan(&number, cell, scratch))
        return number_parse(cell, value);
    *value = number_value(&number, DECIMAL_POINT, 1);
    return has_value(*value);
}

/* (1) */
static struct bulk_amount amount_of(double value)
{
    struct bulk_amount amount;
    struct text text = text_new();
    number_add_exact(&text, value);
    if (!bulk_amount_plain(&amount, text.bytes, text.length))
        amount = wide(value);
    text_free(&text);
    return amount;
}

enum bulk_reading bulk_amount_read(struct bulk_amount *out, const char *cell,
                                   size_t length, struct arena *scratch)
{
    const struct layout tidy = { .decimal = DECIMAL_POINT };
    struct reading reading = { .layout = &tidy, .arena = scratch };
    struct arena_mark mark = arena_mark(scratch);
    enum bulk_reading result = BULK_NUMBER;
    enum status status;
    double value;
    const char *text = text_trim(scratch, arena_copy(scratch, cell, length));
    *out = (struct bulk_amount){ 0, BULK_ABSENT };
    if (!bulk_amount_plain(out, text, strlen(text))) {
        enum mark sign = words_missing(&reading, text, &status);
        if (sign != MARK_NONE)
            result = sign == MARK_UNKNOWN ? BULK_UNKNOWN_MARK : BULK_MISSING;
        else if (read_double(&value, text, scratch))
            *out = amount_of(value);
        else
            result = BULK_BAD;
    }
    arena_rewind(scratch, mark);
    return result;
}

double bulk_sum_value(bulk_sum sum)
{
    enum { EXACT_WHOLE_BITS = 53 };
    bulk_sum whole = sum / BULK_BILLION, part = sum % BULK_BILLION;
    const bulk_sum exact = (bulk_sum)1 << EXACT_WHOLE_BITS;
    if (part == 0 && whole <= exact && whole >= -exact)
        return (double)whole;
    /* The text of the exact sum is read, which rounds once and rightly. */
    bool negative = sum < 0;
    char text[64], digits[48];
    size_t count = 0;
    for (bulk_sum left = negative ? -whole : whole; left > 0; left /= 10)
        digits[count++] = (char)('0' + (int)(left % 10));
    char *to = text;
    *to++ = negative ? '-' : '0';
    *to++ = '0';
    while (count > 0)
        *to++ = digits[--count];
    double value = NO_VALUE;
    snprintf(to, 12, ".%09d", (int)(negative ? -part : part));
    (void)number_parse(text, &value);
    return value;
}
