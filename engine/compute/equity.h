/*
 * equity.h - how evenly an indicator is spread: all measures over one table of
 * areas, or over the areas of a tier for each period.
 *
 * The driver builds the sample that the measures rely on. It leaves out rows
 * without a value or without weight and proportions above one (x > n), prepares
 * what is shared, asks every measure whose needs are met, and adds sampling
 * errors and limits where the figures carry noise and a closed form holds: for
 * pairs and orders that were named beforehand. Where none holds the limits stay
 * empty and the note says so: expected_if_equal, p_value and corrected are not
 * yet given for unordered measures.
 *
 * Every row's note is one message id, the weightiest that applies:
 *
 *   equity.no_areas           nothing to measure
 *   equity.needs_order, _group, _reference, _target, _better
 *                             the measure was asked for without what it needs
 *   equity.reference_empty    the reference row has no usable figure
 *   equity.needs_proportions  it is for proportions only
 *   equity.negative           a value below 0: no relative measure
 *   equity.zero_mean          the mean is 0: no relative measure
 *   equity.zero_value         a value of 0: no ratio or logarithm
 *   equity.undefined          it has no value for these figures
 *   equity.one_area           one area: nothing to compare
 *   equity.rows_left_out      some areas had no usable figure
 *   equity.unweighted         no base to weigh by: each area counts the same
 *   equity.fact               a whole count: the figure stands alone
 *   equity.some_errors        some rows have no sampling error: none is given
 *   equity.no_error           the table gives no sampling errors
 *   equity.interval_withheld  noise, but no closed form that holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_EQUITY_H
#define HOCTAP_COMPUTE_EQUITY_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/compute/measure.h"
#include "engine/model/area.h"
#include "engine/model/results.h"

struct study;

/* One line of a table; what it does not carry is NO_VALUE (group: NULL). */
struct equity_row {
    double numerator, denominator;   /* in any row: these win in all rows */
    double estimate, population, se; /* in the indicator's unit */
    double order;                    /* 1 = most disadvantaged */
    const char *group;
    bool reference;
};

struct equity_request {
    const struct measure_choice *measures; /* NULL = all that apply */
    size_t measure_count;
    enum indicator_kind kind; /* KIND_PROPORTION: x above n is left out */
    double scale;
    enum better better;
    enum noise noise; /* NOISE_NONE: the figures are facts */
    double design_effect;
    double target;
    double confidence;
};

/* A whole count of a proportion per one, 95 %, higher is better. */
struct equity_request equity_request_plain(void);

/*
 * Adds a row for each measure. A measure that was named but lacks what it needs
 * (an order, a target …) is given empty with its note; without names such
 * measures are left out. Where a row has an order, rows without one are left
 * out. A grouping counts when every usable row has its own. Sampling errors
 * come from the counts, or from [se] when every row gives one. What a table
 * does not know (indicator, period, tier) is NO_INDEX, 0, 0.
 */
void equity_table(struct equity_results *into, const struct equity_row rows[],
                  size_t count, const struct equity_request *request,
                  struct arena *scratch);

/*
 * The same for one indicator over the areas of [tier], a table for each period
 * that [from] holds. Areas are weighted by their denominators; indicators
 * without one (counts, indexes) are unweighted and say so.
 */
void equity_compute(struct equity_results *into, const struct results *from,
                    uint16_t indicator, enum tier tier,
                    const struct study *study, struct arena *scratch);

#endif
