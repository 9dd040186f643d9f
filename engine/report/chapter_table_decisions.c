/*
 * chapter_table_decisions.c - what was decided about findings, by whom and why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/tabulate.h"

static const char *decision_place(const struct report_input *input,
                                  const struct decision *decision)
{
    if (decision->file[0] == '\0')
        return NULL;
    return decision->finding_line == 0
               ? decision->file
               : arena_format(input->arena, "%s:%u", decision->file,
                              decision->finding_line);
}

void chapter_table_decisions(struct report *report,
                             const struct report_input *input)
{
    static const char *const heads[] = { "table.rule",     "table.place",
                                         "table.decision", "table.who",
                                         "table.day",      "table.reason" };
    struct tabulation t = tabulate_start(input, 6);
    char id[64];
    for (size_t i = 0; i < 6; i++)
        tabulate_head(&t, say(input, heads[i], NULL), ALIGN_LEFT);
    for (size_t i = 0; i < input->study->decision_count; i++) {
        const struct decision *decision = &input->study->decisions[i];
        snprintf(id, sizeof id, "rule.%s", decision->rule);
        tabulate_text(&t, say(input, id, NULL));
        tabulate_text(&t, decision_place(input, decision));
        tabulate_text(&t, decision->decision);
        tabulate_text(&t, decision->who);
        tabulate_text(&t, decision->day == DATE_OPEN
                              ? NULL
                              : say_date(input, decision->day));
        tabulate_text(&t, decision->reason);
    }
    tabulate_finish(&t, report, say(input, "table.decisions_caption", NULL),
                    NULL);
}
