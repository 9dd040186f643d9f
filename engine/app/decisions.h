/*
 * decisions.h - what decisions.csv says about findings.
 *
 * A decision names a rule and, as far as it is narrower, a file and a line.
 * Findings it fits are settled: they are shown, but no longer count against the
 * run. One that fits nothing is noted with the nearest finding, for a decision
 * that misses is a finding that stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_DECISIONS_H
#define HOCTAP_APP_DECISIONS_H

struct arena;
struct decision;
struct finding;
struct findings;
struct revisions;
struct study;

void decisions_settle(const struct study *study, struct findings *findings);

/* The first decision that settles the finding, or NULL. */
const struct decision *decision_on(const struct study *study,
                                   const struct finding *finding);

/* Gives each revision of a published figure the reason that was decided. */
void decisions_explain(const struct study *study, struct revisions *revisions);

/* Once, when all findings are there. */
void decisions_note_unused(const struct study *study, struct findings *findings,
                           struct arena *scratch);

#endif
