/*
 * draft_sums.c - a total that is the sum of its parts in one reading only.
 *
 * 300 and 887 under a total of 1.187 say that the mark parts thousands; 1.300
 * and 1.887 under 3.187 say nothing, for they add up both ways. The first
 * total of the table is taken; a table with totals inside adds up in neither
 * reading and decides nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "importers/draft_state.h"
#include "importers/records.h"

static const enum decimal readings[DRAFT_READINGS] = { DECIMAL_COMMA,
                                                       DECIMAL_POINT };

void draft_sums_add(struct draft *draft, const struct record *record,
                    bool total)
{
    struct number number;
    for (size_t i = 0; i < draft->count && i < record->count; i++) {
        struct draft_column *column = &draft->columns[i];
        if (column->role != DRAFT_FIGURE ||
            !number_scan(&number, record->cells[i], draft->arena))
            continue;
        column->parts += !total;
        for (size_t k = 0; k < DRAFT_READINGS; k++) {
            double value = number_value(&number, readings[k], 1);
            if (!total)
                column->sum[k] += value;
            else if (column->totals == 0)
                column->total[k] = value;
        }
        column->totals += total;
    }
}

enum decimal draft_sums_verdict(const struct draft_column *column)
{
    bool fits[DRAFT_READINGS];
    for (size_t k = 0; k < DRAFT_READINGS; k++)
        fits[k] = column->totals > 0 && column->parts > 1 &&
                  has_value(column->total[k]) && has_value(column->sum[k]) &&
                  fabs(column->sum[k] - column->total[k]) <=
                      1e-9 * fabs(column->total[k]);
    if (fits[0] == fits[1])
        return DECIMAL_AUTO;
    return fits[0] ? DECIMAL_COMMA : DECIMAL_POINT;
}
