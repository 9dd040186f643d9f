/*
 * year_way.h - private to cube_year*.c: the parts of a year laid over its
 * twelve months.
 *
 * From the last month back, the best way from a month on begins with a part
 * that starts there and goes on with the best way from the month after its end,
 * or leaves the month out. Best is what covers most months, then what takes
 * fewest parts; what it leaves out is what is missing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_YEAR_WAY_H
#define HOCTAP_COMPUTE_YEAR_WAY_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/period.h"
#include "engine/compute/cube/cube_sum.h"
#include "engine/model/codebook.h"
#include "engine/model/cube.h"

enum { YEAR_MONTHS = 12 };

/* A figure for some months: from 0 to before [end]. */
struct year_part {
    struct fact *fact;
    unsigned from, end;
};
/* The year itself, which every part lies in. */
extern const struct year_part YEAR_WHOLE;

/* The way from a month to the end of what is to be covered. */
struct year_way {
    unsigned covered, count;
    const struct year_part *first; /* NULL: the month is left out */
};

/* Is the year what its last part says: a stock, a running total? */
bool year_goes_on(const struct quantity *quantity);
bool year_is_mean(const struct quantity *quantity);

/* The part that a fact is of; false when it is no part of a year. */
bool year_part_of(struct fact *fact, struct year_part *out);
/* How much of the span's months the part has. */
double year_part_share(const struct year_part *part,
                       const struct year_part *span);
/* The last part with a figure, the longest of those that end together; NULL
 * when there is none. */
const struct year_part *year_part_last(const struct year_part parts[],
                                       size_t count);

/* Fills the way from every month of the span on, of parts with a figure that
 * are not the span itself. The parts are sorted, longer ones first. */
void year_way_lay(struct year_way ways[YEAR_MONTHS + 1],
                  const struct year_part *span, const struct year_part parts[],
                  size_t count);
/* The months that no part of the way covers, a bit each. */
unsigned year_way_left(const struct year_way ways[],
                       const struct year_part *span);
/* The parts of a way without gaps, put together as the quantity says; [sum]
 * adds them up as they are printed. */
struct fact year_way_total(const struct year_way ways[],
                           const struct year_part *span,
                           const struct quantity *quantity, struct parts *sum);

#endif
