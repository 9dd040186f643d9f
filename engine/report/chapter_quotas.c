/*
 * chapter_quotas.c - the chapter on the plan of the years to come.
 *
 *  (1) First what became of the last plan, then the next year in the form of a
 *      plan's annex, then the quotas of each indicator and what each rule would
 *      leave of its spread, in a table and a picture.
 *  (2) What stands in the way, what cannot be planned and what is kept is said
 *      in sentences below the annex; the notes of the areas are in plan.csv.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/chapter_quotas.h"

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/chapters.h"
#include "engine/report/plan_words.h"

/* (2) The whole's last step has all its notes. */
static const struct plan_step *last_step(const struct plans *plans,
                                         const struct plan_course *course)
{
    const struct plan_step *last = NULL;
    for (size_t i = 0; i < course->count; i++) {
        const struct plan_step *step = &plans->steps[course->first + i];
        last = plans->lines[step->line].whole ? step : last;
    }
    return last;
}

static void add_sentences(struct report *report,
                          const struct report_input *input)
{
    const struct plans *plans = input->plans;
    const char **items =
        arena_array(input->arena, plans->course_count + 1, const char *);
    size_t count = 0;
    for (size_t i = 0; i < plans->course_count; i++) {
        const struct plan_course *course = &plans->courses[i];
        const struct plan_step *step = last_step(plans, course);
        const char *notes = step ? plan_notes(input, plans, course, step) : "";
        if (notes[0] != '\0')
            items[count++] = say(input, "plan.line", "indicator",
                                 say_indicator(input, course->indicator),
                                 "notes", notes, NULL);
    }
    block_list(report, items, count);
}

static void add_figure(struct report *report, const struct report_input *input,
                       const struct plan_course *course,
                       struct drawn_figures figures)
{
    for (size_t i = 0; i < figures.count; i++) {
        const struct figure *figure = &figures.items[i];
        if (figure->chapter == input->study->report_plan->chapter_count &&
            figure->indicator == course->indicator)
            chapter_figure(report, input, &figure->spec, figures.folder);
    }
}

void chapter_quotas(struct report *report, const struct report_input *input,
                    struct drawn_figures figures)
{
    const struct plans *plans = input->plans;
    bool reviewed = input->reviews != NULL && input->reviews->count > 0;
    if (plans == NULL || (plans->course_count == 0 && !reviewed))
        return;
    block_chapter(report, "plan", say(input, "chapter.plan", NULL));
    if (reviewed)
        chapter_table_review(report, input); /* (1) */
    if (plans->course_count == 0)
        return;
    chapter_table_annex(report, input);
    add_sentences(report, input);
    for (size_t i = 0; i < plans->course_count; i++) {
        chapter_table_quota(report, input, &plans->courses[i]);
        chapter_table_rules(report, input, &plans->courses[i]);
        add_figure(report, input, &plans->courses[i], figures);
    }
}
