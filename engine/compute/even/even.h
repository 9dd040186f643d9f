/*
 * even.h - what is to be said of evenness beside the measures: change, shares,
 * groups, parity, levelling up (engine/model/evenness.h has the rows).
 *
 *  (1) Areas: those of one tier inside the root with a sound and complete
 *      figure, weighted by their denominators; without one each counts the
 *      same, and the note says so. Nothing is done for counts: they grow with
 *      the area.
 *  (2) Change: over the areas that have a figure in both years and no break,
 *      of theirs or of an area above, and no change of territory between. The
 *      first year is the one asked for; else there are two: the year before
 *      (the latest with a figure), and the earliest with which as many areas
 *      can be paired.
 *  (3) "Drawn together" is said of the standard deviation between areas, which
 *      is a fact for noise none, and beyond chance where the figures carry
 *      noise. It takes a material change: two standard deviations, from a
 *      typically low to a typically high area, must have moved by `material`;
 *      and with noise an interval without 0.
 *  (4) Shares: of the between-group variance p (y - m)^2; of Theil's index
 *      p (r ln r - r + 1) and of the mean log deviation p (r - 1 - ln r), which
 *      add up to them because sum p (r - 1) = 0, and are never below 0; of the
 *      shortfall p max(0, target - y), the other way round when lower is
 *      better.
 *  (5) Groups: by the tier between the root and the areas, and by every column
 *      of areas.csv that holds words. Theil's index, the mean log deviation
 *      and generalised entropy of 2 are sum p_g m_g^a GE_g within and that of
 *      the group means between (Shorrocks 1980), split over groups as in (4).
 *  (6) Parity: of every breakdown whose code says in codes.yaml whose parity it
 *      is (`parity_to`); the other of two that are the whole together may be
 *      what is left. The index has the limits of interval_of_shares, the
 *      gap Newcombe's, or those made in the same way from the rates' own
 *      (Zou and Donner 2008).
 *  (7) Levelling up: whole ones, an area rounded by itself, so that each would
 *      truly be there; the total is their sum. The best fifth is that of the
 *      people, an area on its border split.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_EVEN_H
#define HOCTAP_COMPUTE_EVEN_H

#include "engine/compute/indicator/formulas.h"
#include "engine/model/evenness.h"
#include "engine/model/study.h"

struct arena;

struct even_request {
    enum tier tier; /* of the areas */
    uint32_t root;
    period to, from; /* the year, and that of the change; NO_PERIOD: see (2) */
    double confidence;
};

/* Adds the rows of all indicators, in the order of the catalogue. */
void even_results(struct evenness *into, const struct results *results,
                  const struct even_request *request,
                  const struct formulas *formulas, const struct study *study,
                  struct arena *scratch);

#endif
