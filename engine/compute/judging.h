/*
 * judging.h - results against their targets and against the whole, by several
 * threads.
 *
 *  (1) Each indicator is judged by itself, so the threads share no row; what
 *      comes out is what progress_judge and compare_standings make of all.
 *  (2) The results are sorted. Findings come in the order of the rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_JUDGING_H
#define HOCTAP_COMPUTE_JUDGING_H

#include <stddef.h>

#include "engine/model/finding.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

struct judging {
    struct results *results;
    const struct study *study;
    uint32_t root;
    period period;  /* of the standings; NO_PERIOD = every one */
    size_t threads; /* 0 = as many as there are processors */
};

void judging_progress(const struct judging *judging, struct findings *findings);
void judging_standings(const struct judging *judging);

#endif
