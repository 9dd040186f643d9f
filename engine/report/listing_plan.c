/*
 * listing_plan.c - plans as rows: plan.csv, the comparison of rules, and what
 * became of the last plan.
 *
 *  (1) The columns of plan.csv are a contract.
 *  (2) The notes of one line are alike from year to year as long as it has the
 *      same ones and no numbers of the year's own: then they are made once.
 *  (3) In CSV a row is the same bytes whatever stands above it: so threads
 * write one indicator each, and the parts are put together in their order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/base/together.h"
#include "engine/report/listing.h"
#include "engine/report/plan_words.h"

static const char *const plan_columns[] = {
    "indicator", "area", "period",      "base",        "value", "quota_total",
    "quota_new", "rule", "feasibility", "probability", "note",
};

static const char *const outcome_columns[] = {
    "indicator", "period",       "rule",
    "quota_new", "difference",   "coefficient_of_variation",
    "gini",      "lowest",       "areas_below",
    "usual",     "ambitious",    "unprecedented",
    "no_past",   "largest_area", "largest_quota",
    "note",
};

static const char *const review_columns[] = {
    "indicator",    "area",           "period",        "planned",
    "achieved",     "difference",     "planned_total", "counted",
    "reached",      "judgement",      "next_period",   "next_planned",
    "next_revised", "next_quota_new", "note",
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static void add_period(struct rows *rows, period p)
{
    struct text when = text_new();
    if (p != NO_PERIOD)
        period_add(&when, p);
    rows_text(rows, when.bytes);
    text_free(&when);
}

static void add_names(struct rows *rows, const struct study *study,
                      uint16_t indicator, uint32_t area)
{
    rows_text(rows, study->catalogue.items[indicator].id);
    rows_text(rows, study->areas.items[area].code);
}

/* (2) */
struct told {
    uint32_t line, notes;
    const char *words;
};

static const uint32_t of_the_year =
    1u << PLAN_NOTE_expiring | 1u << PLAN_NOTE_losses;

static const char *words_of(struct told *told, const struct report_input *input,
                            const struct plans *plans,
                            const struct plan_course *course,
                            const struct plan_step *step)
{
    if (told->words && told->line == step->line && told->notes == step->notes &&
        !(step->notes & of_the_year))
        return told->words;
    told->line = step->line;
    told->notes = step->notes;
    told->words = plan_notes(input, plans, course, step);
    return told->words;
}

static void plan_row(struct rows *rows, const struct plans *plans,
                     const struct plan_course *course,
                     const struct plan_step *step, const struct study *study,
                     const char *words)
{
    bool shared = has_value(step->level);
    add_names(rows, study, course->indicator, plans->lines[step->line].area);
    add_period(rows, step->period);
    rows_number(rows, step->base);
    rows_number(rows, step->value);
    rows_number(rows, step->level);
    rows_number(rows, step->fresh);
    rows_text(rows, shared ? plan_rule_names[course->rule] : "");
    rows_text(rows, plan_feasibility_names[step->feasibility]);
    rows_number(rows, step->probability);
    rows_text(rows, words);
}

static void add_course(struct rows *rows, const struct plans *plans,
                       const struct plan_course *course,
                       const struct study *study, struct arena *scratch)
{
    const struct report_input input = { .study = study, .arena = scratch };
    struct told told = { 0, 0, NULL };
    struct arena_mark mark = arena_mark(scratch);
    for (size_t i = 0; i < course->count; i++) {
        const struct plan_step *step = &plans->steps[course->first + i];
        if (told.line != step->line) {
            told.words = NULL;
            arena_rewind(scratch, mark);
        }
        plan_row(rows, plans, course, step, study,
                 words_of(&told, &input, plans, course, step));
    }
    arena_rewind(scratch, mark);
}

/* (3) */
enum { PARTS_AT_A_TIME = 16 };

struct parts {
    enum rows_format format;
    const struct plans *plans;
    const struct study *study;
    size_t first; /* course of the first part */
    struct text texts[PARTS_AT_A_TIME];
};

static void write_part(void *job, size_t at, struct arena *scratch)
{
    struct parts *parts = job;
    const struct plans *plans = parts->plans;
    struct rows *rows = rows_continue(parts->format, plan_columns,
                                      COUNT(plan_columns), &parts->texts[at]);
    if (parts->first + at < plans->course_count)
        add_course(rows, plans, &plans->courses[parts->first + at],
                   parts->study, scratch);
    rows_finish(rows);
}

static void add_parts(struct text *out, struct parts *parts, size_t threads)
{
    for (size_t i = 0; i < PARTS_AT_A_TIME; i++)
        parts->texts[i] = text_new();
    for (; parts->first < parts->plans->course_count;
         parts->first += PARTS_AT_A_TIME) {
        together_do(PARTS_AT_A_TIME, threads, write_part, parts);
        for (size_t i = 0; i < PARTS_AT_A_TIME; i++) {
            text_add_bytes(out, parts->texts[i].bytes, parts->texts[i].length);
            text_clear(&parts->texts[i]);
        }
    }
    for (size_t i = 0; i < PARTS_AT_A_TIME; i++)
        text_free(&parts->texts[i]);
}

void list_plans(struct text *out, enum rows_format format,
                const struct plans *plans, const struct study *study,
                size_t threads, struct arena *scratch)
{
    struct parts parts = { .format = format, .plans = plans, .study = study };
    bool apart = format == ROWS_CSV || format == ROWS_CSV_EXCEL;
    struct rows *rows =
        rows_new(format, plan_columns, COUNT(plan_columns), out);
    for (size_t c = 0; c < plans->course_count && !apart; c++)
        add_course(rows, plans, &plans->courses[c], study, scratch);
    rows_finish(rows);
    if (apart)
        add_parts(out, &parts, threads);
}

static void outcome_row(struct rows *rows, const struct plan_outcome *o,
                        const struct study *study)
{
    rows_text(rows, study->catalogue.items[o->indicator].id);
    add_period(rows, o->period);
    rows_text(rows, o->today ? "today" : plan_rule_names[o->rule]);
    rows_number(rows, o->people);
    rows_number(rows, o->difference);
    rows_number(rows, o->variation);
    rows_number(rows, o->gini);
    rows_number(rows, o->lowest);
    rows_whole(rows, (long)o->below);
    for (int f = FEASIBLE_USUAL; f < FEASIBLE_COUNT; f++)
        rows_number(rows, o->today ? NO_VALUE : (double)o->steps[f]);
    rows_text(rows, o->most_area != NO_AREA
                        ? study->areas.items[o->most_area].code
                        : "");
    rows_number(rows, o->most);
    rows_text(rows,
              o->today ? "" : message_text(&study->messages, "plan.fact"));
}

void list_plan_outcomes(struct text *out, enum rows_format format,
                        const struct plans *plans, const struct study *study)
{
    struct rows *rows =
        rows_new(format, outcome_columns, COUNT(outcome_columns), out);
    for (size_t i = 0; i < plans->outcome_count; i++)
        outcome_row(rows, &plans->outcomes[i], study);
    rows_finish(rows);
}

static void review_row(struct rows *rows, const struct review *r,
                       const struct study *study)
{
    bool judged = r->judgement != REVIEW_UNKNOWN;
    add_names(rows, study, r->indicator, r->area);
    add_period(rows, r->period);
    rows_number(rows, r->planned);
    rows_number(rows, r->achieved);
    rows_number(rows, r->difference);
    rows_number(rows, r->planned_level);
    rows_number(rows, r->counted);
    rows_text(rows, !judged ? "" : r->reached ? "1" : "0");
    rows_text(rows, review_names[r->judgement]);
    add_period(rows, r->next);
    rows_number(rows, r->next_planned);
    rows_number(rows, r->next_revised);
    rows_number(rows, r->next_fresh);
    rows_text(rows, r->note ? message_text(&study->messages, r->note) : "");
}

void list_reviews(struct text *out, enum rows_format format,
                  const struct reviews *reviews, const struct study *study)
{
    struct rows *rows =
        rows_new(format, review_columns, COUNT(review_columns), out);
    for (size_t i = 0; i < reviews->count; i++)
        review_row(rows, &reviews->items[i], study);
    rows_finish(rows);
}
