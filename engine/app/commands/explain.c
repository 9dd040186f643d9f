/*
 * explain.c - a number walked back to the lines it came from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>

#include "engine/app/explain_context.h"
#include "engine/app/explain_derived.h"
#include "engine/app/explain_plan.h"
#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/base/number.h"
#include "engine/compute/hide/hide.h"
#include "engine/compute/indicator/trace.h"
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

enum { NAME_COLUMNS = 28 };

static void add_name(struct text *out, const char *name)
{
    text_addf(out, "      %s", name);
    for (size_t at = text_columns(name); at <= NAME_COLUMNS; at++)
        text_add_char(out, ' ');
}

/* Shares of one observation were added up: they miss 1 by rounding. */
static bool is_part(double share)
{
    return share < 1 - 1e-9;
}

/* Zeros of several cells in one line of a file say nothing more each. */
static bool same_zero(const struct table *table, const struct trace_line *a,
                      const struct trace_line *b)
{
    return fabs(a->value) <= 0 && fabs(b->value) <= 0 && a->area == b->area &&
           table->source[a->row] == table->source[b->row] &&
           table->line[a->row] == table->line[b->row];
}

/* How many of the lines from the [at]-th on are that zero; 0: it was shown. */
static size_t times_of(const struct table *table, const struct trace_term *term,
                       size_t at)
{
    size_t times = 0;
    for (size_t i = 0; i < term->count; i++) {
        if (i != at && !same_zero(table, &term->lines[i], &term->lines[at]))
            continue;
        if (i < at)
            return 0;
        times++;
    }
    return times;
}

static void add_trace_line(struct text *out, const struct session *session,
                           const struct trace_line *line, size_t times)
{
    const struct table *table = session->table;
    const struct source *source = &table->sources[table->source[line->row]];
    add_name(out, area_label(&session->reported->areas, line->area,
                             study_language(session->study)));
    add_number(out, line->value);
    if (times > 1)
        text_addf(out, " × %zu", times);
    if (is_part(line->share)) {
        text_add(out, " = ");
        add_number(out, table->value[line->row]);
        text_add(out, " × ");
        add_number(out, line->share);
    }
    text_addf(out, "   %s:%u\n", source->name, table->line[line->row]);
}

static void add_lines(struct text *out, const struct session *session,
                      const struct trace_term *term)
{
    size_t shown = 0, i = 0;
    for (; i < term->count && shown < LINES_FOR_THE_EYE; i++) {
        size_t times = times_of(session->table, term, i);
        if (times > 0)
            add_trace_line(out, session, &term->lines[i], times);
        shown += times > 0;
    }
    if (i < term->count) {
        char left[24];
        snprintf(left, sizeof left, "%zu", term->count - i);
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
    const struct report_input input = session_report_input(session);
    const char *status = say_status(&input, term->status);
    text_addf(out, "%s%s\n", status == NULL ? "" : "  ",
              status == NULL ? "" : status);
    add_lines(out, session, term);
    text_free(&when);
}

static void add_title(struct text *out, const struct study *study,
                      uint16_t index, uint32_t area, period p)
{
    const struct indicator *indicator = &study->catalogue.items[index];
    struct text when = text_new();
    period_add(&when, p);
    text_addf(out, "%s (%s)\n%s, %s\n",
              indicator_name(indicator, study_language(study)), indicator->id,
              area_label(&study->areas, area, study_language(study)),
              when.bytes);
    text_free(&when);
}

static void add_head(struct text *out, const struct session *session,
                     const struct trace *trace)
{
    const struct study *study = session->study;
    const struct result *r = &trace->result;
    const struct indicator *indicator = &study->catalogue.items[r->indicator];
    add_title(out, study, r->indicator, r->area, r->period);
    const struct report_input input = session_report_input(session);
    text_addf(out, "%s: %s\n",
              message_text(&study->messages, "explain.formula"),
              formula_words(&input, indicator));
    text_addf(out, "%s: ", message_text(&study->messages, "explain.value"));
    add_number(out, r->value);
    const char *unit = indicator_unit(indicator, study_language(study));
    if (unit[0] != '\0')
        text_addf(out, " %s", unit);
    if (has_value(r->value))
        explain_filled(out, session, trace);
    const char *status = say_status(&input, r->status);
    if (status != NULL)
        text_addf(out, " (%s)", status);
    text_add_char(out, '\n');
    if (r->status == STATUS_SUPPRESSED || r->status == STATUS_SUPPRESSED2)
        text_addf(out, "%s\n",
                  message_text(&study->messages, r->status == STATUS_SUPPRESSED
                                                     ? "value.hidden"
                                                     : "value.hidden_beside"));
    if (r->expected > 0)
        text_addf(out, "%s: %u/%u\n",
                  message_text(&study->messages, "explain.reported"),
                  r->reported, r->expected);
}

static const char *per_cent(const struct report_input *input, double share)
{
    return has_value(share) ? say_number(input, 100 * share, 2) : "…";
}

/* From grade to grade; nothing is known of what follows the last one. */
static void add_rates(struct text *out, const struct session *session,
                      const struct trace *trace)
{
    const struct report_input input = session_report_input(session);
    const struct messages *messages = &session->study->messages;

    for (size_t g = 0; trace->rates && g < trace->survival->count; g++) {
        const struct survival_rate *rate = &trace->rates[g];
        bool last = g + 1 == trace->survival->count;
        text_add(out, "  ");
        message_add(
            out, messages, last ? "explain.reached_last" : "explain.reached",
            "grade", trace->survival->grades[g].id, "reached",
            per_cent(&input, rate->reached), "promotion",
            per_cent(&input, rate->promotion), "repetition",
            per_cent(&input, rate->repetition), "dropout",
            per_cent(&input, 1 - rate->promotion - rate->repetition), NULL);
        text_add_char(out, '\n');
    }
}

static void explain_words(struct text *out, const struct session *session,
                          const struct trace *trace)
{
    add_head(out, session, trace);
    add_rates(out, session, trace);
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

/* Before the project is looked for: where the period was forgotten, the first
 * word is the project and no area. */
static bool read_period(struct session *session, const char *word, period *when)
{
    if (!period_parse(word, PERIOD_SCHOOL_START, when))
        return fault_unknown(&session->fault, "usage.period", word, NULL);
    *when = period_calendar(*when);
    return true;
}

/* What is to be explained, and how. */
struct wanted {
    uint16_t indicator;
    uint32_t area;
    period when;
    enum rows_format format; /* ROWS_TABLE: for the eye */
};

/* Nothing is counted yet of a year to come, but it may be planned. */
static bool nothing_there(struct text *out, struct session *session,
                          const struct wanted *w)
{
    const struct study *study = session->study;
    add_title(out, study, w->indicator, w->area, w->when);
    size_t title = out->length;
    if (w->format == ROWS_TABLE &&
        !explain_plan(out, session, w->indicator, w->area, w->when))
        return false;
    if (out->length > title)
        return true;
    struct text when = text_new();
    period_add_local(&when, w->when);
    fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "explain.nothing", "area",
              area_name(&study->areas, w->area, study_language(study)),
              "indicator", study->catalogue.items[w->indicator].id, "period",
              when.bytes, NULL);
    text_free(&when);
    return false;
}

static bool explain_counted(struct text *out, struct session *session,
                            const struct wanted *w)
{
    const struct result *row =
        results_find(session->results, w->indicator, w->area, w->when, WHOLE);
    if (row == NULL)
        return nothing_there(out, session, w);
    if (w->format != ROWS_TABLE)
        explain_derived_rows(out, session, row, w->format);
    else
        explain_derived_words(out, session, row);
    return true;
}

static bool explain_observed(struct text *out, struct session *session,
                             const struct wanted *w)
{
    struct trace *trace =
        trace_build(w->indicator, w->area, w->when, 0.95, session->formulas,
                    session->cube, session->study, session->batch);
    if (trace == NULL)
        return nothing_there(out, session, w);
    if (session->hidden != NULL)
        hide_trace(trace, session->results, session->hidden);
    if (w->format != ROWS_TABLE) {
        explain_rows(out, session, trace, w->format);
        return true;
    }
    explain_words(out, session, trace);
    return explain_plan(out, session, w->indicator, w->area, w->when) &&
           explain_context(out, session, trace);
}

/* A project and two words more: one of the three is missing. */
static bool is_short(struct session *session)
{
    const struct options *options = &session->options;
    return options->argument_count == 3 &&
           file_exists(path_join(session->arena, options->arguments[0],
                                 "project.yaml")) &&
           !fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "usage.too_few",
                      "command", session->command->name, (char *)NULL);
}

static int run_explain(struct session *session)
{
    struct options *options = &session->options;
    bool named = options->argument_count == 4;
    char **words = options->arguments + named;
    struct wanted w;
    if (is_short(session) || !session_format(session, &w.format) ||
        !read_period(session, words[2], &w.when) ||
        !session_study(session, named ? options->arguments[0] : ".") ||
        !session_find_area(session, words[0], period_end(w.when), &w.area) ||
        !session_find_indicator(session, words[1], &w.indicator) ||
        !session_results(session))
        return session_failed(session);
    if (!option_given(options, OPTION_FORMAT)) /* a story is told in words */
        w.format = ROWS_TABLE;
    bool derived =
        session->study->catalogue.items[w.indicator].kind == KIND_DERIVED;
    struct text out = text_new();
    bool printed =
        (derived ? explain_counted : explain_observed)(&out, session, &w) &&
        session_print(session, &out);
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
