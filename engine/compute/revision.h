/*
 * revision.h - what became of published figures.
 *
 *  (1) A published figure and today's are the same when the twelve digits that
 *      files carry agree.
 *  (2) A figure that is hidden, then or now, says nothing either way.
 *  (3) The cause is read off the two: other inputs, another way of computing,
 *      a figure that arrived or was withdrawn.
 *  (4) Each revision is a finding at its line of the published file, so that a
 *      decision may state the reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_REVISION_H
#define HOCTAP_COMPUTE_REVISION_H

#include "engine/model/finding.h"
#include "engine/model/published.h"
#include "engine/model/study.h"

/* [results] are sorted, and hold every indicator and period that [published]
 * is asked about: those of which no result was computed are withdrawn. */
void revisions_find(struct revisions *into, const struct results *results,
                    const struct study *study, struct findings *findings);

#endif
