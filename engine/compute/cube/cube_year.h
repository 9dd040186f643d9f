/*
 * cube_year.h - private to cube_*.c: a year made of the parts of it that were
 * reported.
 *
 * An area without a figure for the year itself gets one from its halves,
 * quarters and months, as the quantity says:
 *
 *  (1) A stock (over_time last) and whatever is counted on (accumulates
 *      year_to_date or term): the figure of the part that ends with the year.
 *      An earlier one is not the year's, and running totals are never summed.
 *  (2) A flow (over_time sum): the sum of parts that make up the year without
 *      gap or overlap, as few as possible: H1, Q3 and Q4; M09 and Q4.
 *  (3) over_time mean: the mean of such parts, weighted by their months.
 *  (4) The status is the most doubtful of the parts'. The parts are the fact's
 *      parts; with one part it is that part's figure as it stands.
 *  (5) year_incomplete: parts that make no year, once for a quantity, a year
 *      and what is missing. The year is then absent, never a smaller sum.
 *  (6) year_mismatch: a reported year, or a part, that the shorter parts of it
 *      contradict; for (1), two figures for the year's end that differ. The
 *      reported year stays, and of parts the longest counts. Only figures
 *      without reservations are compared: a provisional quarter may well be
 *      corrected by the year. Means may differ by half a percent, for offices
 *      know several formulas.
 *  (7) The year belongs to the areas that live on its last day. One that ended
 *      during the year has its parts, but no year.
 *  (8) A flow of before a reform is carried onto the year's last map before it
 *      is added (year_map.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_CUBE_YEAR_H
#define HOCTAP_COMPUTE_CUBE_YEAR_H

#include <stdbool.h>

#include "engine/model/cube.h"
#include "engine/model/finding.h"

struct arena;
struct study;

/* True when years were made: they stand behind the other facts, and the cube
 * must be sorted again. */
bool cube_year(struct cube *cube, const struct study *study,
               struct arena *arena, struct findings *findings);

#endif
