/*
 * explain_derived.c - an indicator that is counted from the results of others,
 * walked back to their rows.
 *
 *  (1) A line for each row that brought something: what, of how much, and the
 *      value it was counted by, with the goal where a goal decides.
 *  (2) Each of them can be explained itself, down to files and lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/explain_derived.h"

#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/indicator/derived.h"
#include "engine/compute/indicator/formulas.h"
#include "engine/report/words.h"

static size_t parts_of(struct derived_part **out, struct session *session,
                       const struct result *row)
{
    return derived_parts(out, row,
                         &session->formulas->items[row->indicator].derived,
                         session->results, session->study, session->batch);
}

/* The goal that the part is held against; NO_VALUE when none decides. */
static double goal_of(const struct session *session, const struct result *row,
                      const struct derived_part *part)
{
    const struct derived *d = &session->formulas->items[row->indicator].derived;
    const struct result *above =
        d->of == NO_INDEX ? part->from
                          : results_find(session->results, d->of, row->area,
                                         row->period, WHOLE);

    return d->numerator == TALLY_CELLS_PRESENT || above == NULL ? NO_VALUE
                                                                : above->target;
}

static void add_counts(struct text *out, double numerator, double denominator)
{
    number_add(out, numerator);
    text_add(out, " / ");
    number_add(out, denominator);
}

/* (1) */
static void add_part(struct text *out, const struct session *session,
                     const struct result *row, const struct derived_part *part)
{
    const struct report_input input = session_report_input(session);
    const struct study *study = session->study;
    const struct result *from = part->from;
    const struct indicator *in = &study->catalogue.items[from->indicator];
    double goal = goal_of(session, row, part);

    text_add(out, "      ");
    add_counts(out, part->numerator, part->denominator);
    text_addf(out, "   %s",
              from->area != row->area
                  ? area_label(&study->areas, from->area, study_language(study))
                  : indicator_name(in, study_language(study)));
    if (from->area == row->area)
        text_addf(out, " (%s)", in->id);
    if (has_value(from->value))
        text_addf(out, ": %s", say_with_unit(&input, in, from->value));
    if (has_value(goal))
        text_addf(out, "; %s: %s",
                  message_text(&study->messages, "explain.target"),
                  say_with_unit(&input, in, goal));
    text_add_char(out, '\n');
}

void explain_derived_words(struct text *out, struct session *session,
                           const struct result *row)
{
    const struct study *study = session->study;
    const struct messages *messages = &study->messages;
    const struct indicator *in = &study->catalogue.items[row->indicator];
    struct derived_part *parts;
    size_t count = parts_of(&parts, session, row);
    struct text when = text_new();

    period_add(&when, row->period);
    text_addf(out, "%s (%s)\n%s, %s\n",
              indicator_name(in, study_language(study)), in->id,
              area_label(&study->areas, row->area, study_language(study)),
              when.bytes);
    text_addf(out, "%s: %s / %s", message_text(messages, "explain.formula"),
              in->numerator, in->denominator);
    if (in->of != NULL)
        text_addf(out, " (%s)", in->of);
    text_addf(out, "\n%s: ", message_text(messages, "explain.value"));
    number_add(out, row->value);
    text_addf(out, " %s = ", indicator_unit(in, study_language(study)));
    add_counts(out, row->numerator, row->denominator);
    text_addf(out, "\n%s:\n", message_text(messages, "explain.inputs"));
    for (size_t i = 0; i < count; i++)
        add_part(out, session, row, &parts[i]);
    text_free(&when);
}

void explain_derived_rows(struct text *out, struct session *session,
                          const struct result *row, enum rows_format format)
{
    static const char *const columns[] = {
        "indicator", "area",       "period",    "value",     "from",
        "from_area", "from_value", "from_goal", "numerator", "denominator"
    };
    const struct study *study = session->study;
    struct derived_part *parts;
    size_t count = parts_of(&parts, session, row);
    struct rows *rows =
        rows_new(format, columns, sizeof columns / sizeof *columns, out);
    struct text when = text_new();

    period_add(&when, row->period);
    for (size_t i = 0; i < count; i++) {
        const struct result *from = parts[i].from;
        rows_text(rows, study->catalogue.items[row->indicator].id);
        rows_text(rows, study->areas.items[row->area].code);
        rows_text(rows, when.bytes);
        rows_number(rows, row->value);
        rows_text(rows, study->catalogue.items[from->indicator].id);
        rows_text(rows, study->areas.items[from->area].code);
        rows_number(rows, from->value);
        rows_number(rows, goal_of(session, row, &parts[i]));
        rows_number(rows, parts[i].numerator);
        rows_number(rows, parts[i].denominator);
    }
    rows_finish(rows);
    text_free(&when);
}
