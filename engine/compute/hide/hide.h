/*
 * hide.h - small counts of persons kept from print, and whatever would give
 * them away.
 *
 * One rule set decides before any view is made: it empties the rows, and every
 * table, chart, sentence and file is a view of those. Values are computed with
 * the true numbers first, so a total above a hidden area is still exact.
 *
 *  (1) The threshold of an indicator is study_hide_below; a quantity has the
 *      largest one, N, of the indicators it goes into, and the project's when
 *      it goes into none. What does not add up over areas is a rate and has
 *      none. Without any threshold nothing here is called.
 *  (2) Primary (`suppressed`): a count of persons x with 0 < x < N; a
 *      complement of that size (whole less part, base less numerator of a
 *      proportion); a difference of that size between two figures of which one
 *      holds the other, as a running total holds the earlier one of the year
 *      (`accumulates: year_to_date`). A change over the years is no such
 *      difference. A zero says nothing of a person and is printed, unless (3)
 *      or (4) takes it away. Counts of things (`counts: things`) are not hidden
 *      for themselves.
 *  (3) What is hidden is not a row but a fact: a figure of a quantity, a period
 *      and an area. A row is empty when any figure of its formula is hidden. A
 *      sensitive figure moves inside another that holds it and is printed, its
 *      domain: girls of the primary level inside that level, a total inside
 *      nothing. Hidden in the area is then every figure that has some of the
 *      domain but not all of it; what holds all of the domain and what has
 *      nothing of it would stay the same and is printed. Taken is the domain
 *      that hides the fewest figures, and is itself at least N; else the total.
 *  (4) Secondary (`suppressed2`), over the areas, for each domain: an area is
 *      the sum of those below it, so among an area and these either none is
 *      hidden, or beside each sensitive one there are so many others that they
 *      could together be N more and N less. The area in which the domain is
 *      smallest and enough is taken, by code when two are alike; where none is,
 *      the one that helps most and then a further one; where all are not
 *      enough, the area above is hidden, too.
 *  (5) What is hidden in one period of a year is hidden in all of them: the
 *      year is made of its quarters.
 *  (6) `previous` and `change` are empty when the year before is hidden; and
 *      where only some of the areas below brought both years, or all parts of a
 *      formula, the figure is empty when any of these is hidden: taken from the
 *      total it would give the others.
 *  (7) Observations of a quantity of which anything is hidden, or whose files
 *      hold a small count, are withheld altogether. Then no finding quotes a
 *      figure of a file. Comparisons and measures are made of the rows that
 *      remain.
 *
 * Why this is enough: a sensitive number and the rest of its domain can each be
 * moved by N against the others of (4) without any printed figure changing. For
 * take the same people out of the rest in one area and into it in another: no
 * sum over areas changes, nor any figure that does not cut the domain.
 * tests/laws/compute/hide.c and hide_running.c try.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_HIDE_H
#define HOCTAP_COMPUTE_HIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/compute/indicator/formulas.h"
#include "engine/compute/indicator/trace.h"
#include "engine/model/cube.h"
#include "engine/model/finding.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

struct arena;

/* What came of it. */
struct hidden {
    size_t primary, secondary; /* rows emptied */
    size_t changes;            /* rows that lost previous and change only */
    bool *withheld;            /* by quantity: its observations (7) */
};

/* Empties rows; they must be sorted. [out] lives in [arena]. */
void hide_results(struct hidden *out, struct results *results,
                  const struct formulas *formulas, const struct cube *cube,
                  const struct study *study, struct arena *arena);

/* (7) Empties what the findings quote, then the observations. */
void hide_observations(struct table *table, struct findings *findings,
                       const struct hidden *hidden);
/* (7) The row as it is printed, and no figure of a withheld quantity but what
 * is the numerator or the denominator of a row that shows. */
void hide_trace(struct trace *trace, const struct results *results,
                const struct hidden *hidden);

#endif
