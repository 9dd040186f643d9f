/*
 * indicator.h - the values of an indicator for areas and periods.
 *
 *  (1) An area's own figure counts. An area without one takes the sum of the
 *      areas below it that lived at the end of the period; the share of the
 *      lowest areas expected that reported is its completeness.
 *  (2) Like for like: when a part of the formula is incomplete for an area,
 *      every part is added up over only those areas below that have them all.
 *      `reported` of `expected` says how many.
 *  (3) Quantities that do not add up over areas are never summed.
 *  (4) value = scale x numerator / denominator. Nothing to divide by: na and a
 *      finding. Outside its bounds: kept, with a finding; a proportion above
 *      its whole is invalid.
 *  (5) Doubtful inputs (estimated, provisional, forecast) mark the result.
 *  (6) Limits follow the indicator's noise: Wilson, Byar or exact, Wilson on
 *      counts divided by the design effect; none and process have none.
 *  (7) previous and change: the year before, over the same areas, unless a
 *      break of the series lies between the oldest term of the year before
 *      and the newest of this one, or one of the figures is unreliable or
 *      invalid: a wrong unit is no growth. A reform that moved the border of an
 *      area is a break for it; one inside it only for what then begins anew.
 *  (8) Breakdowns: a row for each code of the dimensions in `by`, where the
 *      figures carry them.
 *  (9) A formula with a lag sets years against each other. Where a break lies
 *      between them, of the series or of the map as in (7), it has no value:
 *      status break, note value.break. Nor has it one where a figure is
 *      unreliable: note value.unreliable.
 *
 * An area gets a row when its tier has any figure for the formula; then the
 * areas that did not report stand there as missing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_INDICATOR_H
#define HOCTAP_COMPUTE_INDICATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/period.h"
#include "engine/compute/indicator/formulas.h"
#include "engine/model/cube.h"
#include "engine/model/finding.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

struct compute_request {
    const period *periods; /* calendar periods; NULL = all of the cube */
    size_t period_count;
    uint32_t root;   /* this area and those below; NO_AREA = all */
    unsigned tiers;  /* bits 1u << tier; 0 = every tier */
    bool breakdowns; /* also by the dimensions the indicator names */
    double confidence;
};

/* Adds the rows to [into], unsorted. The scratch is rewound: what [into] and
 * [findings] keep must live elsewhere. [findings] may be NULL. */
void indicator_compute(struct results *into, uint16_t indicator,
                       const struct formulas *formulas, const struct cube *cube,
                       const struct study *study,
                       const struct compute_request *request,
                       struct arena *scratch, struct findings *findings);

#endif
