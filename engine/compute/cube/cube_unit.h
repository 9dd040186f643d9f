/*
 * cube_unit.h - private to cube_*.c: figures in a wrong unit.
 *
 * An office that forgets "thousand", or loses the zeros behind a mark, prints a
 * number that is off by a power of ten. Such a jump is no growth. Two things
 * give it away: the area's own past, and the figures it must add up with.
 *
 *  (1) Its own past. The figures of one quantity, cell and area are followed
 *      from year to year (a quarter to the quarter of the year before). A step
 *      by about 10, 100, 1000 or 10^6, up or down, puts the figure on another
 *      level. The level on which most figures of the series stand is the right
 *      one; of two that stand against one another, the later is doubted, or
 *      the smaller when a thousand is between them: a word is left out more
 *      often than put in.
 *  (2) A step counts when it stands apart from the ordinary ones: it is at
 *      least seven times the spread of the steps of that quantity and cell over
 *      all areas and years, and no further from the power of ten than five
 *      times (never beyond a factor of 2). The spread is that of log10, by the
 *      median distance to the nearest power, and at least 3 %.
 *  (3) Small counts jump by themselves: see unit_large_enough.
 *  (4) A reform of the area's map ends its series, and begins that of what it
 *      became, with the share of the old areas as its past.
 *  (5) Beginnings are no break: figures that stand 10 or 100 times lower than
 *      what follows, in the first years of an area that began later than
 *      others, or of a quantity that began so in half of its areas. (One area
 *      with two figures and no other to compare with is doubted all the same.)
 *  (6) When all figures of a file for a quantity and period, of three areas or
 *      more, are off by one power, that is one finding: unit_file.
 *  (7) What it must add up with. Where a total and its parts differ, and it
 *      explains the difference that one of them, or the total, is off by a
 *      power of ten: unit_parts, instead of total_mismatch. Neither this nor a
 *      break where the figure would then be more than the whole it is a part
 * of.
 *
 *  (8) Where a decision settles the finding and accepts the figure, it keeps
 *      the status it was reported with and is not doubted again.
 *
 * Nothing is repaired. The value stays, with the status unreliable, and the
 * finding suggests what it was to be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_CUBE_UNIT_H
#define HOCTAP_COMPUTE_CUBE_UNIT_H

#include <stdbool.h>

#include "engine/compute/cube/cube_sum.h"
#include "engine/model/cube.h"
#include "engine/model/finding.h"

struct arena;
struct study;

/* (1) to (6). Facts that are unreliable already are neither doubted nor
 * believed. Those doubted are marked in [told], which may be NULL. */
void cube_unit(struct cube *cube, const struct study *study,
               unsigned char told[], struct arena *scratch,
               struct findings *findings);

/* (8) Has a finding been told of its unit? And what follows from it. */
bool cube_unit_doubted(const struct fact *fact);
void cube_unit_doubt(struct fact *fact, const struct finding *told,
                     const struct study *study, struct arena *scratch);

/* (7) The parts must list their facts. True when it has told, or when a figure
 * doubted before explains the difference. */
bool cube_unit_explains(const struct parts *parts, struct fact *total,
                        unsigned char told[], const struct cube *cube,
                        const struct study *study, struct findings *findings);

#endif
