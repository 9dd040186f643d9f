/*
 * build.c - the evaluation report as blocks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/build.h"

#include "engine/base/arena.h"
#include "engine/model/finding.h"
#include "engine/report/annexes.h"
#include "engine/report/chapters.h"
#include "engine/report/letter.h"

static void add_front(struct report *report, const struct report_input *input)
{
    const struct study *study = input->study;
    const struct project *project = &study->project;
    const struct report_plan *plan = study->report_plan;
    const char *title = say_either(input, project->title, project->title_en);
    report->language = input_language(input);
    report->generator = "hoctap " HOCTAP_VERSION;
    report->issuer = project->issuer;
    report->title = say_either(input, plan->title, plan->title_en);
    report->subtitle = say(input, "report.subtitle", "title",
                           title ? title : "", "area", study_root_name(study),
                           "period", say_when(input, project->period), NULL);
    if (project->report_date != DATE_OPEN)
        report->date = say(input, "report.date", "date",
                           say_date(input, project->report_date), NULL);
    report->day = project->report_date;
    report->letter = letter_build(input, report->title);
    report->colours[STANDING_BETTER] = study->style.better;
    report->colours[STANDING_SIMILAR] = study->style.similar;
    report->colours[STANDING_WORSE] = study->style.worse;
    report->contents_title = say(input, "report.contents", NULL);
    report->draft = findings_standing(input->findings, WEIGHT_REJECT) > 0;
    report->draft_text = say(input, "report.draft", NULL);
}

bool report_build(struct report **out, const struct report_input *input,
                  const struct figure figures[], size_t figure_count,
                  const char *folder, struct fault *fault)
{
    const struct project *project = &input->study->project;
    const struct report_plan *plan = input->study->report_plan;
    const struct drawn_figures drawn = { figures, figure_count, folder };
    if (plan == NULL)
        return fault_set(fault, FAULT_FILE, NO_PLACE, "report.no_plan", NULL);
    struct report *report = *out = blocks_new(input);
    add_front(report, input);
    block_note(report, say_either(input, project->note, project->note_en));
    chapter_summary(report, input);
    for (size_t i = 0; i < plan->chapter_count; i++)
        chapter_of_plan(report, input, i, drawn);
    chapter_quotas(report, input, drawn);
    chapter_sources(report, input);
    chapter_method(report, input);
    annexes_add(report, input);
    return true;
}
