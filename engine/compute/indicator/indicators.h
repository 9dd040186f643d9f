/*
 * indicators.h - the values of many indicators, by several threads.
 *
 *  (1) Rows come in the order of the ids and findings in that of the list,
 *      however many threads there are: each indicator has lists of its own,
 *      joined at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_INDICATORS_H
#define HOCTAP_COMPUTE_INDICATORS_H

#include <stddef.h>
#include <stdint.h>

#include "engine/compute/indicator/indicator.h"

struct indicators_request {
    const uint16_t *indicators;
    size_t count;
    const struct formulas *formulas;
    const struct cube *cube;
    const struct study *study;
    const struct compute_request *each;
    size_t threads; /* 0 = as many as there are processors */
};

/* Adds the rows to [into], those of one indicator in their order. */
void indicators_compute(struct results *into,
                        const struct indicators_request *request,
                        struct findings *findings);

#endif
