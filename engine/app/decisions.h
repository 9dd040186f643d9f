/*
 * decisions.h - what decisions.csv says about findings.
 *
 * Findings that a decision fits (engine/model/decision.h) are settled: they are
 * shown, but no longer count against the run. A decision that fits nothing is
 * noted with the nearest finding: where it misses, a finding stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_DECISIONS_H
#define HOCTAP_APP_DECISIONS_H

struct arena;
struct decision;
struct finding;
struct findings;
struct study;

void decisions_settle(const struct study *study, struct findings *findings);

/* Once, when all findings are there. */
void decisions_note_unused(const struct study *study, struct findings *findings,
                           struct arena *scratch);

#endif
