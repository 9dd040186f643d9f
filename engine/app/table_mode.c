/*
 * table_mode.c - the options and the file of --table.
 *
 *  (1) Without --noise the figures are taken as counts that could have gone
 *      otherwise: binomial for proportions, Poisson for rates.
 *  (2) An option or an argument that names a part of a project is refused: it
 *      would be ignored without a word.
 *  (3) A level of confidence that is given twice is one: columns have names of
 *      their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/table_mode.h"

#include <math.h>
#include <string.h>

#include "engine/base/number.h"

static const char *const kind_words[TABLE_KINDS] = {
    [TABLE_PROPORTION] = "proportion",
    [TABLE_RATE] = "rate",
    [TABLE_MEAN] = "mean",
    [TABLE_DIFFERENCE] = "difference",
};

const char *const table_kind_methods[TABLE_KINDS] = {
    [TABLE_MEAN] = "t",
    [TABLE_DIFFERENCE] = "newcombe",
};

static bool is_listed(const struct table_request *request, double level)
{
    for (size_t i = 0; i < request->confidence_count; i++)
        if (fabs(request->confidence[i] - level) <= 0)
            return true;
    return false;
}

static bool read_confidence(struct session *session, struct table_request *out)
{
    char **words;
    size_t count = option_list(&session->options, OPTION_CONFIDENCE,
                               session->arena, &words);
    out->confidence = arena_array(session->arena, count + 1, double);
    for (size_t i = 0; i < count; i++) {
        double level;
        if (!number_parse(words[i], &level) || !(level > 0 && level < 1))
            return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                             "usage.confidence", "word", words[i], NULL);
        if (!is_listed(out, level)) /* (3) */
            out->confidence[out->confidence_count++] = level;
    }
    if (count == 0)
        out->confidence[out->confidence_count++] = 0.95;
    return true;
}

static bool read_noise(struct session *session, struct table_request *out)
{
    static const char *const words[] = { "none", "binomial", "poisson" };
    static const enum noise noises[] = { NOISE_NONE, NOISE_BINOMIAL,
                                         NOISE_POISSON };
    int noise = out->kind == KIND_PROPORTION ? 1 : 2; /* (1) */
    if (!option_choice(&session->options, OPTION_NOISE, words, 3, &noise,
                       &session->fault))
        return false;
    out->noise = noises[noise];
    return true;
}

/* What speaks of a project means nothing for a table (2). */
static bool only_table_words(struct session *session)
{
    static const enum option_id foreign[] = { OPTION_INDICATOR,  OPTION_PERIOD,
                                              OPTION_AREA,       OPTION_TIER,
                                              OPTION_BY,         OPTION_ROOT,
                                              OPTION_BOUNDARIES, OPTION_SHOW };
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (option_given(&session->options, foreign[i]))
            return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                             "usage.not_with_table", "word",
                             option_name(foreign[i]), NULL);
    return session->options.argument_count == 0 ||
           fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "usage.too_many",
                     "command", session->command->name, "word",
                     session->options.arguments[0], NULL);
}

bool only_project_words(struct session *session)
{
    static const enum option_id foreign[] = {
        OPTION_KIND,   OPTION_SCALE,  OPTION_METHOD,   OPTION_NOISE,
        OPTION_BETTER, OPTION_TARGET, OPTION_MATERIAL, OPTION_STANDARD
    };
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (option_given(&session->options, foreign[i]))
            return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                             "usage.only_with_table", "word",
                             option_name(foreign[i]), NULL);
    return true;
}

bool table_request_read(struct session *session, enum table_kind kinds,
                        struct table_request *out)
{
    int kind = TABLE_PROPORTION;
    memset(out, 0, sizeof *out);
    out->scale = 1;
    if (!only_table_words(session) ||
        !option_choice(&session->options, OPTION_KIND, kind_words, kinds, &kind,
                       &session->fault) ||
        !option_number(&session->options, OPTION_SCALE, &out->scale,
                       &session->fault) ||
        !read_confidence(session, out))
        return false;
    if (!(out->scale > 0))
        return fault_set(
            &session->fault, FAULT_USAGE, NO_PLACE, "usage.scale", "word",
            option_text(&session->options, OPTION_SCALE, ""), NULL);
    out->rows = (enum table_kind)kind;
    out->kind = kind == TABLE_RATE ? KIND_RATE : KIND_PROPORTION;
    return read_noise(session, out) &&
           sheet_read(&out->sheet,
                      option_text(&session->options, OPTION_TABLE, "-"),
                      session->arena, &session->fault);
}

bool table_method_read(struct session *session,
                       const struct table_request *request, int *method)
{
    const char *only = table_kind_methods[request->rows];
    *method = INTERVAL_METHOD_COUNT;
    if (only != NULL &&
        strcmp(option_text(&session->options, OPTION_METHOD, only), only) == 0)
        return true;
    if (!option_choice(&session->options, OPTION_METHOD, interval_method_names,
                       INTERVAL_METHOD_COUNT, method, &session->fault))
        return false;
    bool rates = request->kind == KIND_RATE;
    if (*method != INTERVAL_METHOD_COUNT &&
        (only != NULL ||
         interval_is_for_rates((enum interval_method) * method) != rates))
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.method_kind", "method",
                         interval_method_names[*method], "kind",
                         kind_words[request->rows], NULL);
    return true;
}

enum interval_method table_method_of(int asked, enum indicator_kind kind,
                                     double x)
{
    if (asked != INTERVAL_METHOD_COUNT)
        return (enum interval_method)asked;
    return kind == KIND_RATE ? interval_for_rate(x) : INTERVAL_WILSON;
}

bool table_better_read(struct session *session, enum better *better)
{
    static const char *const ways[] = { "higher", "lower" };
    int way = 0;
    if (!option_choice(&session->options, OPTION_BETTER, ways, 2, &way,
                       &session->fault))
        return false;
    *better = way == 0 ? BETTER_HIGHER : BETTER_LOWER;
    return true;
}

bool table_material_read(struct session *session, double *material)
{
    *material = 0;
    return option_number(&session->options, OPTION_MATERIAL, material,
                         &session->fault) &&
           (*material >= 0 ||
            fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "usage.material",
                      "word",
                      option_text(&session->options, OPTION_MATERIAL, ""),
                      NULL));
}

bool table_confidence_one(struct session *session,
                          const struct table_request *request)
{
    return request->confidence_count == 1 ||
           fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                     "usage.one_confidence", NULL);
}

bool table_columns_find(struct session *session, const struct sheet *sheet,
                        struct table_columns *out)
{
    return sheet_needs(sheet, "subgroup", &out->subgroup, &session->fault) &&
           sheet_needs(sheet, "numerator", &out->numerator, &session->fault) &&
           sheet_needs(sheet, "denominator", &out->denominator,
                       &session->fault);
}

bool table_counts_take(struct session *session, const struct sheet *sheet,
                       size_t row, const struct table_columns *columns,
                       double *numerator, double *denominator)
{
    double x = NO_VALUE, n = NO_VALUE;
    if (!sheet_number(sheet, row, columns->numerator, &x, &session->fault) ||
        !sheet_number(sheet, row, columns->denominator, &n, &session->fault))
        return false;
    if (!has_value(x) || !has_value(n) || x < 0 || n < 0)
        x = n = NO_VALUE;
    *numerator = x;
    *denominator = n;
    return true;
}

void table_say_base(const struct session *session, const struct sheet *sheet,
                    size_t row, const struct table_columns *columns,
                    double denominator)
{
    if (!has_value(denominator))
        table_say_row(session, "table.no_figures", sheet, row, columns);
    else if (denominator == 0)
        table_say_row(session, "table.zero_base", sheet, row, columns);
}

bool table_counts_read(struct session *session, const struct sheet *sheet,
                       size_t row, const struct table_columns *columns,
                       double *numerator, double *denominator)
{
    if (!table_counts_take(session, sheet, row, columns, numerator,
                           denominator))
        return false;
    table_say_base(session, sheet, row, columns, *denominator);
    return true;
}

void table_say_row(const struct session *session, const char *message,
                   const struct sheet *sheet, size_t row,
                   const struct table_columns *columns)
{
    char *line = arena_format(session->scratch, "%u", sheet->lines[row]);
    session_say(session, message, "subgroup",
                sheet_cell(sheet, row, columns->subgroup), "line", line, NULL);
}

size_t table_limits_name(const struct session *session,
                         const struct table_request *request,
                         const char *names[])
{
    size_t levels = request->confidence_count, n = 0;
    for (size_t i = 0; i < levels; i++) {
        struct text level = text_new();
        number_add(&level, request->confidence[i] * 100);
        const char *tail = levels > 1 ? level.bytes : "";
        const char *bar = levels > 1 ? "_" : "";
        names[n++] = arena_format(session->arena, "lower%s%s", bar, tail);
        names[n++] = arena_format(session->arena, "upper%s%s", bar, tail);
        text_free(&level);
    }
    return n;
}

void table_limits_write(struct rows *rows, const struct table_request *request,
                        size_t level, const struct interval *interval)
{
    bool facts = request->noise == NOISE_NONE;
    if (level == 0)
        rows_number(rows, interval->value * request->scale);
    rows_number(rows, facts ? NO_VALUE : interval->lower * request->scale);
    rows_number(rows, facts ? NO_VALUE : interval->upper * request->scale);
}

void table_method_write(struct rows *rows, const struct table_request *request,
                        bool limits, const char *method)
{
    rows_text(rows, limits && request->noise != NOISE_NONE ? method : "");
}
