/*
 * explain_context.c - what stands beside a number.
 *
 *  (1) Each line is there only when there is something to say: areas that did
 *      not report, the parts by sex or residence, last year's value or the
 *      break that parts it, the target with the row that sets it, how many it
 *      takes to reach that, the standing with the rule that decided it.
 *  (2) Findings are those of the very cells that went in, or were to; a
 *      decision is said with its row, by whom and why.
 *  (3) The sentence is that of the report, in both languages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/explain_context.h"

#include <string.h>

#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/base/number.h"
#include "engine/model/decision.h"
#include "engine/report/evenness_words.h"
#include "engine/report/formula_words.h"
#include "engine/report/judgement.h"
#include "engine/report/narrative.h"
#include "engine/report/views.h"
#include "importers/study.h"

struct context {
    const struct session *session;
    struct report_input input;
    const struct trace *trace;
    const struct result *result;
    const struct indicator *indicator;
    struct text *out;
};

/* --- the formula ------------------------------------------------------------
 */

/* The longest term that stands at the beginning of the words. */
static const struct trace_term *term_at(const struct trace *trace,
                                        const char *words, size_t *length)
{
    const struct trace_term *found = NULL;
    *length = 0;
    for (size_t i = 0; i < trace->count; i++) {
        size_t own = strlen(trace->terms[i].text);
        if (own > *length && strncmp(words, trace->terms[i].text, own) == 0) {
            found = &trace->terms[i];
            *length = own;
        }
    }
    return found;
}

void explain_filled(struct text *out, const struct session *session,
                    const struct trace *trace)
{
    const struct report_input input = session_report_input(session);
    const struct indicator *indicator =
        &session->study->catalogue.items[trace->result.indicator];
    const char *words = formula_words(&input, indicator);
    size_t length;
    text_add(out, " = ");
    while (*words != '\0') {
        const struct trace_term *term = term_at(trace, words, &length);
        if (term == NULL) {
            text_add_char(out, *words++);
            continue;
        }
        if (has_value(term->value))
            number_add(out, term->value);
        else
            text_add(out, "…");
        words += length;
    }
}

/* --- one line each ----------------------------------------------------------
 */

static void add_line(const struct context *c, const char *label,
                     const char *words)
{
    if (words != NULL)
        text_addf(c->out, "%s: %s\n",
                  message_text(&c->session->study->messages, label), words);
}

static void say_missing(const struct context *c)
{
    size_t count = c->trace->missing_count;
    char **names = arena_array(c->input.arena, count + 1, char *);
    for (size_t i = 0; i < count; i++)
        names[i] = arena_string(c->input.arena,
                                say_area(&c->input, c->trace->missing[i]));
    add_line(c, "explain.missing", say_joined(&c->input, names, count, ", "));
}

static void say_parts(const struct context *c)
{
    const struct results *results = c->session->results;
    bool any = false;
    for (size_t i = 0; i < results->count; i++) {
        const struct result *r = &results->items[i];
        if (r->indicator != c->result->indicator ||
            r->area != c->result->area || r->period != c->result->period ||
            r->breakdown.dimension == NO_INDEX || !result_shown(r))
            continue;
        if (!any)
            text_addf(
                c->out, "%s:\n",
                message_text(&c->session->study->messages, "explain.parts"));
        any = true;
        const struct dimension *d =
            &c->session->study->codebook.dimensions[r->breakdown.dimension];
        const struct code *code = &d->codes[r->breakdown.code];
        text_addf(c->out, "  %s: %s",
                  say_either(&c->input, code->name, code->name_en),
                  say_with_unit(&c->input, c->indicator, r->value));
        if (has_value(r->denominator))
            text_addf(c->out, " = %s / %s", say_count(&c->input, r->numerator),
                      say_count(&c->input, r->denominator));
        text_add_char(c->out, '\n');
    }
}

/* Breaks of the series between this year and the one before. */
static void say_breaks(const struct context *c)
{
    const struct study *study = c->session->study;
    static const char *const kinds[] = { "break.definition", "break.boundary",
                                         "break.source", "break.frame" };
    for (size_t i = 0; i < study->breaks.count; i++) {
        const struct series_break *b = &study->breaks.items[i];
        const struct breaks one = { &study->breaks.items[i], 1 };
        if ((b->area != NO_AREA &&
             !area_is_in(&study->areas, c->result->area, b->area)) ||
            !breaks_between(&one, c->result->indicator, b->area,
                            period_shift(c->result->period, -1),
                            c->result->period))
            continue;
        text_addf(c->out, "  %s: %s   breaks.csv:%u\n",
                  message_text(&study->messages, kinds[b->kind]), b->reason,
                  b->line);
    }
}

static void say_before(const struct context *c)
{
    add_line(c, "explain.before", sentence_change(&c->input, c->result));
    say_breaks(c);
}

static void say_target(const struct context *c)
{
    const struct target *target = view_target(&c->input, c->result);
    if (target == NULL)
        return;
    add_line(c, "explain.target",
             arena_format(c->input.arena, "%s, %s",
                          judgement_assigned(&c->input, target),
                          say_when(&c->input, target->period)));
    text_addf(c->out, "  %s   %s:%u\n", target->source,
              target->file != NULL ? target->file : "targets.csv",
              target->line);
    const char *judged = judgement_sentence(&c->input, c->result);
    if (judged != NULL)
        text_addf(c->out, "  %s\n", judged);
}

/* How many more it would take to reach the target, else the best fifth. */
static void say_levelling(const struct context *c)
{
    const struct evenness *evenness = c->session->evenness;
    const struct evenness_level *found = NULL;
    for (size_t i = 0; i < evenness->levels.count; i++) {
        const struct evenness_level *row = &evenness->levels.items[i];
        if (row->indicator == c->result->indicator &&
            row->area == c->result->area && row->period == c->result->period &&
            row->needed > 0 && (found == NULL || row->goal < found->goal))
            found = row;
    }
    if (found != NULL)
        add_line(c, "explain.levelling",
                 evenness_words_level(&c->input, found));
}

static const struct comparison *comparison_of(const struct context *c)
{
    const struct comparisons *all = c->session->comparisons;
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].indicator == c->result->indicator &&
            all->items[i].area == c->result->area &&
            all->items[i].period == c->result->period &&
            all->items[i].breakdown.dimension == NO_INDEX)
            return &all->items[i];
    return NULL;
}

static void say_standing(const struct context *c)
{
    const struct comparison *row = comparison_of(c);
    static const char *const words[] = {
        [STANDING_BETTER] = "explain.better",
        [STANDING_SIMILAR] = "explain.similar",
        [STANDING_WORSE] = "explain.worse",
    };
    if (row == NULL || c->result->standing == STANDING_NONE)
        return;
    bool noise = has_value(row->adjusted_p);
    add_line(
        c, "explain.standing",
        say(&c->input, noise ? "explain.rule_noise" : "explain.rule",
            "standing", say(&c->input, words[c->result->standing], NULL),
            "whole", say_with_unit(&c->input, c->indicator, row->whole),
            "difference", say_signed(&c->input, c->indicator, row->difference),
            "material",
            say_distance(&c->input, c->indicator, c->indicator->material,
                         target_decimals(c->indicator, c->indicator->material)),
            "p", say_number(&c->input, noise ? row->adjusted_p : 0, 4), NULL));
}

/* --- doubts -----------------------------------------------------------------
 */

/* (2) */
static bool is_of_cell(const struct context *c, const struct finding *f,
                       uint32_t row)
{
    const struct table *table = c->session->table;
    return f->file != NULL && f->line == table->line[row] &&
           (f->column == 0 || table->column[row] == 0 ||
            f->column == table->column[row]) &&
           strcmp(f->file, table->sources[table->source[row]].name) == 0;
}

static const char *argument_of(const struct finding *f, const char *key)
{
    const char *cursor = f->arguments, *name, *value;
    while (cursor != NULL && (name = pack_next(&cursor, &value)) != NULL)
        if (strcmp(name, key) == 0)
            return value;
    return "";
}

/* (2) A term without a line: its rows were left out, and their findings name
 * the area, the quantity and the period. */
static bool is_of_absent(const struct context *c, const struct finding *f,
                         const struct trace_term *term)
{
    const struct study *study = c->session->study;
    const struct quantity *q = &study->codebook.quantities[term->quantity];
    const char *name = say_either(&c->input, q->name, q->name_en);
    const char *when = argument_of(f, "period");
    period p;
    return f->file != NULL &&
           strcmp(argument_of(f, "area"),
                  area_name(&study->areas, c->result->area,
                            study_language(study))) == 0 &&
           strncmp(argument_of(f, "quantity"), name, strlen(name)) == 0 &&
           period_parse(when, PERIOD_SCHOOL_START, &p) &&
           period_calendar(p) == term->period;
}

static bool concerns(const struct context *c, const struct finding *f)
{
    for (size_t t = 0; t < c->trace->count; t++) {
        const struct trace_term *term = &c->trace->terms[t];
        for (size_t i = 0; i < term->count; i++)
            if (is_of_cell(c, f, term->lines[i].row))
                return true;
        if (term->count == 0 && is_of_absent(c, f, term))
            return true;
    }
    return false;
}

static void say_finding(const struct context *c, const struct finding *f)
{
    const struct study *study = c->session->study;
    const struct decision *decision = decision_on(study, f);
    text_addf(c->out, "  %s:%u  ", f->file, f->line);
    message_add_finding(c->out, &study->messages, f);
    message_add_suggestion(c->out, &study->messages, f);
    text_add_char(c->out, '\n');
    if (decision != NULL)
        text_addf(c->out, "    %s: %s, %s: %s   decisions.csv:%u\n",
                  message_text(&study->messages, "explain.decision"),
                  decision->decision, decision->who, decision->reason,
                  decision->line);
}

static void say_doubts(const struct context *c)
{
    bool any = false;
    for (size_t i = 0; i < c->session->findings->count; i++) {
        const struct finding *f = &c->session->findings->items[i];
        if (!concerns(c, f))
            continue;
        if (!any)
            text_addf(
                c->out, "%s:\n",
                message_text(&c->session->study->messages, "explain.findings"));
        any = true;
        say_finding(c, f);
    }
}

/* --- the sentence -----------------------------------------------------------
 */

/* (3) */
static bool say_aloud(const struct context *c, struct session *session,
                      const char *language)
{
    struct study other = *session->study;
    struct report_input input = c->input;
    if (!messages_load(&other.messages, session->data_folder, language,
                       session->batch, &session->fault))
        return false;
    input.study = &other;
    text_addf(c->out, "%s: %s\n", language,
              sentence_of_area(&input, c->result));
    return true;
}

bool explain_context(struct text *out, struct session *session,
                     const struct trace *trace)
{
    if (!session_comparisons(session, trace->result.period) ||
        !session_evenness(session, TIER_NONE, NO_PERIOD, trace->result.period))
        return false;
    const struct result *judged =
        results_find(session->results, trace->result.indicator,
                     trace->result.area, trace->result.period, WHOLE);
    struct context c = {
        .session = session,
        .input = session_report_input(session),
        .trace = trace,
        .result = judged != NULL ? judged : &trace->result,
        .indicator = &session->study->catalogue.items[trace->result.indicator],
        .out = out,
    };
    say_missing(&c);
    say_parts(&c);
    say_before(&c);
    say_target(&c);
    say_levelling(&c);
    say_standing(&c);
    say_doubts(&c);
    text_addf(out, "%s:\n",
              message_text(&session->study->messages, "explain.aloud"));
    return say_aloud(&c, session, "vi") && say_aloud(&c, session, "en");
}
