/*
 * explain.c - a number walked back to the lines it came from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/base/number.h"
#include "engine/compute/hide.h"
#include "engine/compute/trace.h"
#include "engine/report/formula_words.h"

enum { LINES_FOR_THE_EYE = 40 };

/* --- for the eye -----------------------------------------------------------
 */

static void add_number(struct text *out, double value)
{
    if (has_value(value))
        number_add(out, value);
    else
        text_add(out, "…");
}

static void add_lines(struct text *out, const struct session *session,
                      const struct trace_term *term)
{
    const struct table *table = session->table;
    for (size_t i = 0; i < term->count && i < LINES_FOR_THE_EYE; i++) {
        const struct trace_line *line = &term->lines[i];
        const struct source *source = &table->sources[table->source[line->row]];
        text_addf(out, "      %-28s ",
                  area_label(&session->reported->areas, line->area,
                             study_language(session->study)));
        add_number(out, line->value);
        if (line->share < 1) {
            text_add(out, " = ");
            add_number(out, table->value[line->row]);
            text_add(out, " × ");
            add_number(out, line->share);
        }
        text_addf(out, "   %s:%u\n", source->name, table->line[line->row]);
    }
    if (term->count > LINES_FOR_THE_EYE) {
        char left[24];
        snprintf(left, sizeof left, "%zu", term->count - LINES_FOR_THE_EYE);
        text_add(out, "      ");
        message_add(out, &session->study->messages, "explain.more", "count",
                    left, NULL);
        text_add_char(out, '\n');
    }
}

static void add_term(struct text *out, const struct session *session,
                     const struct trace_term *term)
{
    struct text when = text_new();
    period_add(&when, term->period);
    text_addf(out, "  %s, %s = ", term->text, when.bytes);
    add_number(out, term->value);
    text_addf(out, "%s%s\n", term->status == STATUS_OK ? "" : "  ",
              term->status == STATUS_OK ? "" : status_names[term->status]);
    add_lines(out, session, term);
    text_free(&when);
}

static void add_head(struct text *out, const struct session *session,
                     const struct trace *trace)
{
    const struct study *study = session->study;
    const struct result *r = &trace->result;
    const struct indicator *indicator = &study->catalogue.items[r->indicator];
    struct text when = text_new();
    period_add(&when, r->period);
    text_addf(out, "%s (%s)\n%s, %s\n",
              indicator_name(indicator, study_language(study)), indicator->id,
              area_label(&study->areas, r->area, study_language(study)),
              when.bytes);
    const struct report_input input = session_report_input(session);
    text_addf(out, "%s: %s\n",
              message_text(&study->messages, "explain.formula"),
              formula_words(&input, indicator));
    text_addf(out, "%s: ", message_text(&study->messages, "explain.value"));
    add_number(out, r->value);
    text_addf(out, " %s", indicator_unit(indicator, study_language(study)));
    if (has_value(r->denominator)) {
        text_add(out, " = ");
        add_number(out, r->numerator);
        text_add(out, " / ");
        add_number(out, r->denominator);
        if (indicator->scale != 1) {
            text_add(out, " × ");
            number_add(out, indicator->scale);
        }
    }
    text_addf(out, " (%s)\n", status_names[r->status]);
    if (r->status == STATUS_SUPPRESSED || r->status == STATUS_SUPPRESSED2)
        text_addf(out, "%s\n",
                  message_text(&study->messages, r->status == STATUS_SUPPRESSED
                                                     ? "value.hidden"
                                                     : "value.hidden_beside"));
    if (r->expected > 0)
        text_addf(out, "%s: %u/%u\n",
                  message_text(&study->messages, "explain.reported"),
                  r->reported, r->expected);
    text_free(&when);
}

static void explain_words(struct text *out, const struct session *session,
                          const struct trace *trace)
{
    add_head(out, session, trace);
    text_addf(out, "%s:\n",
              message_text(&session->study->messages, "explain.inputs"));
    for (size_t i = 0; i < trace->count; i++)
        add_term(out, session, &trace->terms[i]);
}

/* --- as rows ---------------------------------------------------------------
 */

static void explain_rows(struct text *out, const struct session *session,
                         const struct trace *trace, enum rows_format format)
{
    static const char *const columns[] = {
        "indicator", "area",       "period",    "value",      "part",
        "term",      "term_value", "from_area", "from_value", "file",
        "line",      "share",      "brought"
    };
    const struct study *study = session->study;
    const struct table *table = session->table;
    const struct result *r = &trace->result;
    struct text when = text_new();
    struct rows *rows =
        rows_new(format, columns, sizeof columns / sizeof *columns, out);
    period_add(&when, r->period);
    for (size_t t = 0; t < trace->count; t++) {
        const struct trace_term *term = &trace->terms[t];
        for (size_t i = 0; i < term->count; i++) {
            uint32_t row = term->lines[i].row;
            rows_text(rows, study->catalogue.items[r->indicator].id);
            rows_text(rows, study->areas.items[r->area].code);
            rows_text(rows, when.bytes);
            rows_number(rows, r->value);
            rows_text(rows, !term->in_denominator ? "numerator"
                            : term->in_numerator  ? "both"
                                                  : "denominator");
            rows_text(rows, term->text);
            rows_number(rows, term->value);
            rows_text(rows,
                      session->reported->areas.items[term->lines[i].area].code);
            rows_exact(rows, table->value[row]);
            rows_text(rows, table->sources[table->source[row]].name);
            rows_whole(rows, (long)table->line[row]);
            rows_number(rows, term->lines[i].share);
            rows_number(rows, term->lines[i].value);
        }
    }
    rows_finish(rows);
    text_free(&when);
}

static bool read_words(struct session *session, char **words, uint32_t *area,
                       uint16_t *indicator, period *when)
{
    if (!period_parse(words[2], PERIOD_SCHOOL_START, when))
        return fault_unknown(&session->fault, "usage.period", words[2], NULL);
    *when = period_calendar(*when);
    return session_find_area(session, words[0], period_end(*when), area) &&
           session_find_indicator(session, words[1], indicator);
}

static int run_explain(struct session *session)
{
    struct options *options = &session->options;
    bool named = options->argument_count == 4;
    char **words = options->arguments + named;
    uint32_t area;
    uint16_t indicator;
    period when;
    enum rows_format format;
    bool asked = option_given(options, OPTION_FORMAT);
    if (!session_format(session, &format) ||
        !session_study(session, named ? options->arguments[0] : ".") ||
        !read_words(session, words, &area, &indicator, &when) ||
        !session_results(session))
        return session_failed(session);
    struct trace *trace =
        trace_build(indicator, area, when, 0.95, session->formulas,
                    session->cube, session->study, session->batch);
    if (trace == NULL) {
        fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "explain.nothing",
                  "area", session->study->areas.items[area].name, "indicator",
                  words[1], "period", words[2], NULL);
        return session_failed(session);
    }
    if (session->hidden != NULL)
        hide_trace(trace, session->results, session->hidden);
    struct text out = text_new();
    if (asked && format != ROWS_TABLE)
        explain_rows(&out, session, trace, format);
    else
        explain_words(&out, session, trace);
    bool printed = session_print(session, &out);
    text_free(&out);
    return printed ? EXIT_DONE : session_failed(session);
}

const struct command command_explain = {
    .name = "explain",
    .order = 8,
    .accepts = OPTION_SET(ROOT) | OPTION_SET(BOUNDARIES) |
               OPTION_SET(AUDIENCE) | OPTION_SET(FORMAT) | OPTION_SET(OUT) |
               OPTION_SET(TIER),
    .least = 3,
    .most = 4,
    .run = run_explain,
};
