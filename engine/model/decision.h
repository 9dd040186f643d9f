/*
 * decision.h - which findings a row of decisions.csv settles.
 *
 * A decision names a rule and, as far as it is narrower, a file and a line.
 * What it decides is said in words of the office. When they accept the figure
 * ("chấp nhận", "giữ nguyên", "accept", "keep"), a figure that only the finding
 * doubts is as good as any other again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_DECISION_H
#define HOCTAP_MODEL_DECISION_H

#include <stdbool.h>

struct arena;
struct decision;
struct finding;
struct study;

bool decision_settles(const struct decision *decision,
                      const struct finding *finding);

/* The first decision that settles the finding, or NULL. */
const struct decision *decision_on(const struct study *study,
                                   const struct finding *finding);

/* Does it let the figure stand as it was reported? */
bool decision_accepts(const struct decision *decision, struct arena *scratch);

#endif
