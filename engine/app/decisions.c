/*
 * decisions.c - what decisions.csv says about findings.
 *
 *  (1) Nearest is a finding of the same rule: in the same file the one with the
 *      nearest line, else the first. Without one, a finding of another rule in
 *      the same line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/decisions.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/decision.h"
#include "engine/model/finding.h"
#include "engine/model/study.h"

static bool same_file(const struct decision *decision,
                      const struct finding *finding)
{
    return text_same(decision->file,
                     finding->file == NULL ? "" : finding->file);
}

static bool same_rule(const struct decision *decision,
                      const struct finding *finding)
{
    return text_same(decision->rule, finding_rule_name(finding->rule));
}

void decisions_settle(const struct study *study, struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        if (decision_on(study, &findings->items[i]) != NULL)
            findings->items[i].decided = 1;
}

static unsigned lines_apart(const struct decision *decision,
                            const struct finding *finding)
{
    unsigned a = decision->finding_line, b = finding->line;
    return a > b ? a - b : b - a;
}

/* (1) Less is nearer; 0 = not near at all. */
static unsigned nearness(const struct decision *decision,
                         const struct finding *finding)
{
    enum { SAME_PLACE = 1, OTHER_FILE = 2, SAME_FILE = 3 };
    if (same_rule(decision, finding))
        return same_file(decision, finding) ? SAME_FILE : OTHER_FILE;
    return same_file(decision, finding) && finding->line > 0 &&
                   lines_apart(decision, finding) == 0
               ? SAME_PLACE
               : 0;
}

static const struct finding *nearest(const struct decision *decision,
                                     const struct findings *findings)
{
    const struct finding *best = NULL;
    unsigned rank = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        unsigned own = nearness(decision, finding);
        if (own > rank ||
            (own > 0 && own == rank && best != NULL &&
             lines_apart(decision, finding) < lines_apart(decision, best))) {
            best = finding;
            rank = own;
        }
    }
    return best;
}

/* "rule file:line" */
static const char *finding_address(const struct finding *finding,
                                   struct arena *arena)
{
    const char *rule = finding_rule_name(finding->rule);
    if (finding->file == NULL)
        return rule;
    return finding->line == 0
               ? arena_format(arena, "%s %s", rule, finding->file)
               : arena_format(arena, "%s %s:%u", rule, finding->file,
                              finding->line);
}

static bool is_used(const struct decision *decision,
                    const struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        if (decision_settles(decision, &findings->items[i]))
            return true;
    return false;
}

void decisions_note_unused(const struct study *study, struct findings *findings,
                           struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    for (size_t d = 0; d < study->decision_count; d++) {
        const struct decision *decision = &study->decisions[d];
        if (is_used(decision, findings))
            continue;
        const struct finding *near = nearest(decision, findings);
        struct finding_place place = {
            .file = "decisions.csv",
            .line = decision->line,
            .value = decision->rule,
            .suggestion = near == NULL ? NULL : finding_address(near, scratch)
        };
        finding_add(findings, FINDING_decision_unused, place, "place",
                    decision->file[0] == '\0' ? "-" : decision->file,
                    (char *)NULL);
    }
    arena_rewind(scratch, mark);
}
