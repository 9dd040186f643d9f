/*
 * bulk_amount.h - a value of the bulk job, and sums that do not depend on the
 * order of adding.
 *
 * Threads add rows in an order that differs from run to run, and sums of
 * doubles depend on it. So nothing is added in floating point. A number of at
 * most 18 digits, nine of them decimals, is a whole number of billionths, and a
 * sum is 128 bits of those: exact for a hundred thousand million such rows.
 * Numbers beyond that (1e-12, 0.12345678901234567) are taken as the doubles
 * they are read as and added exactly as well; see bulk_groups.h.
 *
 * What a value's cell may hold is what the tidy format allows (numbers.h with a
 * decimal point: 12, -0.5, 1,234.5, 12%, 1e6, the usual signs for a missing
 * figure). 1,5 is refused: with a point as the decimal mark it is no number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_BULK_AMOUNT_H
#define HOCTAP_IMPORTERS_BULK_AMOUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

/* A type of the compiler; aligned as its halves, so that items can be small. */
__extension__ typedef __int128 bulk_sum __attribute__((aligned(8)));

enum { BULK_BILLION = 1000000000 };

/* units * scale billionths; or a double, in its bits. */
struct bulk_amount {
    int64_t units, scale;
};
enum { BULK_ABSENT = 0, BULK_WIDE = -1 }; /* values of scale */

static inline bulk_sum bulk_amount_billionths(struct bulk_amount amount)
{
    return (bulk_sum)amount.units * amount.scale;
}
double bulk_amount_wide(struct bulk_amount amount);

/* Nothing but one to eight digits; eight bytes of [cell] can be read. */
static inline bool bulk_amount_digits(struct bulk_amount *out, const char *cell,
                                      size_t length)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t digits;
    if (length - 1 > 7)
        return false;
    /* Set to the right end of eight, zeros before; all as numbers 0 to 9. */
    memcpy(&digits, cell, sizeof digits);
    digits = (digits ^ UINT64_C(0x3030303030303030)) << (64 - 8 * length);
    if (((digits + UINT64_C(0x7676767676767676)) | digits) &
        UINT64_C(0x8080808080808080))
        return false;
    /* Neighbours are joined: to pairs, to fours, to the whole. */
    digits = (digits * 10 + (digits >> 8)) & UINT64_C(0x00FF00FF00FF00FF);
    digits = (digits * 100 + (digits >> 16)) & UINT64_C(0x0000FFFF0000FFFF);
    digits = (digits * 10000 + (digits >> 32)) & UINT64_C(0x00000000FFFFFFFF);
    *out = (struct bulk_amount){ (int64_t)digits, BULK_BILLION };
    return true;
#else
    (void)out, (void)cell, (void)length;
    return false;
#endif
}

/* Digits, perhaps a minus and decimals, and nothing else: reads it or leaves
 * it, returning false, to bulk_amount_read. */
bool bulk_amount_plain(struct bulk_amount *out, const char *cell,
                       size_t length);

enum bulk_reading {
    BULK_NUMBER,
    BULK_MISSING,      /* empty, or a usual sign for a missing figure */
    BULK_UNKNOWN_MARK, /* other signs, taken as missing */
    BULK_BAD
};
/* Any cell. */
enum bulk_reading bulk_amount_read(struct bulk_amount *out, const char *cell,
                                   size_t length, struct arena *scratch);

/* Billionths as the nearest double. */
double bulk_sum_value(bulk_sum sum);

#endif
