/*
 * chapter_table_submissions.c - who has not reported, and who was late.
 *
 * Of the report's period, in the order of submissions.csv; those that are
 * missing first, because someone must still call them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/model/submission.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/tabulate.h"

static void add_row(struct tabulation *t, const struct submission *line,
                    bool missing)
{
    const struct report_input *input = t->input;
    uint32_t area =
        line->area == NO_AREA ? input->study->project.root : line->area;
    tabulate_text(t, say_area(input, area));
    tabulate_text(t,
                  submission_files(input->study, line->source, input->arena));
    tabulate_text(t, say_date(input, line->due));
    tabulate_text(t, missing ? NULL : say_date(input, line->received));
    tabulate_text(
        t, say(input, missing ? "table.not_received" : "table.late", NULL));
}

void chapter_table_submissions(struct report *report,
                               const struct report_input *input)
{
    static const char *const heads[] = { "table.area", "table.file",
                                         "table.due", "table.received",
                                         "table.state" };
    size_t width = sizeof heads / sizeof *heads;
    const struct study *study = input->study;
    struct tabulation t = tabulate_start(input, width);
    for (size_t i = 0; i < width; i++)
        tabulate_head(&t, say(input, heads[i], NULL), ALIGN_LEFT);
    for (int late = 0; late < 2; late++)
        for (size_t i = 0; i < study->submission_count; i++) {
            const struct submission *line = &study->submissions[i];
            if (submission_is_of(line, study->project.period) &&
                (late ? submission_is_late(line)
                      : submission_is_missing(line, input->table, study)))
                add_row(&t, line, !late);
        }
    tabulate_finish(&t, report,
                    say(input, "table.submissions_caption", "period",
                        say_when(input, study->project.period), NULL),
                    NULL);
}
