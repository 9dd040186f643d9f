/*
 * equity.h - how evenly an indicator is spread: all measures over one table of
 * areas, or over the areas of a tier for each period.
 *
 * The driver builds the sample that the measures rely on. It leaves out rows
 * without a value or without weight and proportions above one (x > n), prepares
 * what is shared, and asks every measure whose needs are met. Where the figures
 * carry noise it says what they are worth:
 *
 *   pairs and orders that were named beforehand have closed forms: se, limits,
 *   and a two-sided p-value; expected_if_equal is their value for equal areas;
 *   all others have limits by the inversion of a test (inversion.h), no se,
 *   and with them expected_if_equal, what chance alone makes of equal areas;
 *   p_value, how often it makes as much; corrected, the estimate of which half
 *   the error lies on either side.
 *
 * Limits that did not hold in trials (make coverage-study) are not given.
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
 *   equity.too_few_areas      this measure's limits need more areas to hold
 *   equity.not_drawn          limits are drawn for another period only
 *   equity.interval_withheld  noise, but no way to limits that hold
 *   equity.fewer_draws        many areas: limits by EQUITY_DRAWS_MANY draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_EQUITY_H
#define HOCTAP_COMPUTE_EQUITY_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/compute/equity/measure.h"
#include "engine/compute/equity/redraw.h"
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
    bool unweighted; /* each area counts the same, and it is to be said */
    const double *confidence; /* one level or more */
    size_t levels;
    uint64_t seed;
    size_t draws;   /* 0: no limits by draws */
    bool fewer;     /* not more than EQUITY_DRAWS_MANY for many areas */
    size_t threads; /* 0 = as many as there are processors */
};

/*
 * What is drawn when nobody says how much. A limit found by B draws misses its
 * place by sqrt(.025 x .975 / B) / .0584 of the measure's own sampling error:
 * .027 with 10,000, .042 with 4,000. More than EQUITY_MANY areas take that much
 * longer for each draw, and the difference is not worth it.
 */
enum { EQUITY_DRAWS = 10000, EQUITY_DRAWS_MANY = 4000, EQUITY_MANY = 2000 };

/* Counts of a proportion per one, binomial, 95 %, higher is better. */
struct equity_request equity_request_plain(void);

/* A sample as sample_prepare leaves it, how its figures came to vary, and what
 * is asked of it. Without noise the sample's sigma is NULL, and chance too. */
struct equity_subject {
    const struct sample *sample;
    const struct chance *chance;
    const struct equity_request *request; /* confidence, draws, seed, threads */
};

/*
 * For who has a sample of his own: fills estimate, se, limits, expected value,
 * p-value and corrected value of a row for each choice, with NO_VALUE where
 * there is none. The rows come from equity_results_add. All choices of a call
 * share their draws.
 */
void equity_measure(struct equity_result *const rows[],
                    const struct measure_choice choices[], size_t count,
                    const struct equity_subject *subject,
                    struct arena *scratch);

/*
 * Adds a row for each measure. A measure that was named but lacks what it needs
 * (an order, a target …) is given empty with its note; without names such
 * measures are left out. Where a row has an order, rows without one are left
 * out. A grouping counts when every usable row has its own. Sampling errors
 * come from the counts, or from [se] when every row gives one. What a table
 * does not know (indicator, period, tier) is NO_INDEX, 0, 0. [scratch] is
 * rewound: it is another arena than that of [into].
 */
void equity_table(struct equity_results *into, const struct equity_row rows[],
                  size_t count, const struct equity_request *request,
                  struct arena *scratch);

/*
 * What is set side by side of an indicator's results, a table for each period:
 *
 *   the areas of a tier, grouped by the area above when there are several such
 *   (communes within districts); or, with [order_by], in the order of that
 *   attribute of the areas, the largest number the most disadvantaged
 *   (poverty_rate), the smallest where it is written -NAME (-income);
 *
 *   or, with a dimension, the parts of [root] by its codes (sex), in order when
 *   each code has the attribute `order`, 1 the most disadvantaged.
 */
struct equity_scope {
    enum tier tier;
    uint16_t dimension;   /* NO_INDEX: areas */
    uint32_t root;        /* whose parts; of a dimension */
    const char *order_by; /* as written; NULL: no order */
    const period *drawn;  /* those with limits by draws … */
    size_t drawn_count;   /* … 0 = all */
    const struct equity_request
        *settings; /* confidence, draws, seed, threads */
};

/*
 * Areas are weighted by their denominators; indicators without one (counts,
 * indexes) are unweighted and say so.
 */
void equity_compute(struct equity_results *into, const struct results *from,
                    uint16_t indicator, const struct equity_scope *scope,
                    const struct study *study, struct arena *scratch);

#endif
