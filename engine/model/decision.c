/*
 * decision.c - which findings a row of decisions.csv settles.
 *
 *  (1) An empty file is any file, a line of 0 any line.
 *  (2) It accepts when it begins with one of the words below, in capitals or
 *      not, in whichever form its accents have.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/decision.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "engine/model/study.h"

bool decision_settles(const struct decision *decision,
                      const struct finding *finding)
{
    const char *file = finding->file == NULL ? "" : finding->file;

    return text_same(decision->rule, finding_rule_name(finding->rule)) &&
           (decision->file[0] == '\0' || text_same(decision->file, file)) &&
           (decision->finding_line == 0 || /* (1) */
            decision->finding_line == finding->line);
}

const struct decision *decision_on(const struct study *study,
                                   const struct finding *finding)
{
    for (size_t d = 0; d < study->decision_count; d++)
        if (decision_settles(&study->decisions[d], finding))
            return &study->decisions[d];
    return NULL;
}

bool decision_accepts(const struct decision *decision, struct arena *scratch)
{
    static const char *const words[] = { "accept", "keep", "kept", "chấp nhận",
                                         "giữ" };
    struct arena_mark mark = arena_mark(scratch);
    const char *said = text_fold(scratch, decision->decision);
    bool accepts = false;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) /* (2) */
        accepts = accepts || strncmp(said, words[i], strlen(words[i])) == 0;
    arena_rewind(scratch, mark);
    return accepts;
}
