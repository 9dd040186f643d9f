/*
 * build.c - the evaluation report as blocks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/build.h"

#include "engine/base/arena.h"
#include "engine/model/finding.h"
#include "engine/model/table.h"
#include "engine/report/annexes.h"
#include "engine/report/chapters.h"
#include "engine/report/letter.h"

/* "31/12/2023"; the first and last of several. Only files with figures of the
 * report's period count; one that names no day is about the period's end. */
static char *cutoff_words(const struct report_input *input)
{
    const struct table *table = input->table;
    period now = input->study->project.period;
    date first = DATE_OPEN, last = DATE_OPEN;
    for (size_t i = 0; i < table->count; i++) {
        if (table->period[i] != now)
            continue;
        date day = table->sources[table->source[i]].cutoff;
        day = day == DATE_OPEN ? period_end(now) : day;
        first = first == DATE_OPEN || day < first ? day : first;
        last = last == DATE_OPEN || day > last ? day : last;
    }
    if (first == DATE_OPEN)
        first = last = period_end(now);
    return first == last
               ? say_date(input, last)
               : say(input, "report.cutoffs", "first", say_date(input, first),
                     "last", say_date(input, last), NULL);
}

struct report *report_front(const struct report_input *input,
                            const char *heading)
{
    const struct study *study = input->study;
    const struct project *project = &study->project;
    struct report *report = blocks_new(input);
    const char *title = say_either(input, project->title, project->title_en);
    report->language = input_language(input);
    report->generator = "hoctap " HOCTAP_VERSION;
    report->issuer = project->issuer;
    report->title = heading;
    report->subtitle = say(input, "report.subtitle", "title",
                           title ? title : "", "area", study_root_name(study),
                           "period", say_when(input, project->period), NULL);
    report->subtitle = say(input, "report.as_of", "subtitle", report->subtitle,
                           "cutoff", cutoff_words(input), NULL);
    if (project->report_date != DATE_OPEN)
        report->date = say(input, "report.date", "date",
                           say_date(input, project->report_date), NULL);
    report->day = project->report_date;
    report->letter = letter_build(input, report->title);
    report->colours[STANDING_BETTER] = study->style.better;
    report->colours[STANDING_SIMILAR] = study->style.similar;
    report->colours[STANDING_WORSE] = study->style.worse;
    report->page = (struct page_words){
        .filter = say(input, "page.filter", NULL),
        .area = say(input, "page.area", NULL),
        .all_areas = say(input, "page.all_areas", NULL),
        .long_table = say(input, "page.long_table", NULL),
    };
    report->contents_title = say(input, "report.contents", NULL);
    report->draft = findings_standing(input->findings, WEIGHT_REJECT) > 0;
    report->draft_text = say(input, "report.draft", NULL);
    return report;
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
    struct report *report = *out =
        report_front(input, say_either(input, plan->title, plan->title_en));
    block_note(report, say_either(input, project->note, project->note_en));
    chapter_summary(report, input);
    for (size_t i = 0; i < plan->chapter_count; i++)
        chapter_of_plan(report, input, i, drawn);
    chapter_quotas(report, input, drawn);
    chapter_method(report, input);
    annexes_add(report, input);
    chapter_sources(report, input);
    return true;
}
