/*
 * words.c - numbers, units, periods and names as a report prints them.
 *
 *  (1) A percent sign stands at its number, a word apart.
 *  (2) A difference of percentages is in points.
 *  (3) What falls short of its target is never printed as equal to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/words.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/report/views.h"

enum { DECIMALS_MOST = 4, DECIMALS_FOR_TARGET = 6, COUNT_LARGE = 1000 };

const char *input_language(const struct report_input *input)
{
    return study_language(input->study);
}

const struct indicator *input_indicator(const struct report_input *input,
                                        uint16_t indicator)
{
    return &input->study->catalogue.items[indicator];
}

/* The text moved into the arena. */
static char *kept(const struct report_input *input, struct text *text)
{
    char *copy = arena_copy(input->arena, text->bytes, text->length);
    text_free(text);
    return copy;
}

/* --- sentences and names ---------------------------------------------------
 */

char *say(const struct report_input *input, const char *message, ...)
{
    va_list arguments;
    struct text out = text_new();
    va_start(arguments, message);
    message_vadd(&out, &input->study->messages, message, arguments);
    va_end(arguments);
    return kept(input, &out);
}

const char *say_either(const struct report_input *input, const char *vi,
                       const char *en)
{
    bool vietnamese = strcmp(input_language(input), "vi") == 0;
    const char *first = vietnamese ? vi : en, *second = vietnamese ? en : vi;
    return first != NULL && *first != '\0' ? first : second;
}

const char *say_code(const struct report_input *input, const struct code *code)
{
    const char *vi = code_attribute_find(code, "within");
    const char *en = code_attribute_find(code, "within_en");
    return say_either(input, vi != NULL ? vi : code->name,
                      en != NULL ? en : code->name_en);
}

char *say_joined(const struct report_input *input, char *const pieces[],
                 size_t count, const char *separator)
{
    struct text out = text_new();
    for (size_t i = 0; i < count; i++) {
        if (pieces[i] == NULL || *pieces[i] == '\0')
            continue;
        if (out.length > 0)
            text_add(&out, separator);
        text_add(&out, pieces[i]);
    }
    if (out.length > 0)
        return kept(input, &out);
    text_free(&out);
    return NULL;
}

char *say_date(const struct report_input *input, date day)
{
    struct text out = text_new();
    date_add_local(&out, day, input_language(input));
    return kept(input, &out);
}

const char *say_indicator(const struct report_input *input, uint16_t indicator)
{
    return indicator_name(input_indicator(input, indicator),
                          input_language(input));
}

/* The unit in the report's language; "" without one. */
static const char *unit_of(const struct report_input *input,
                           const struct indicator *indicator)
{
    const char *unit = indicator_unit(indicator, input_language(input));
    return unit == NULL ? "" : unit;
}

const char *say_head(const struct report_input *input, uint16_t indicator)
{
    const char *name = say_indicator(input, indicator);
    const char *unit = unit_of(input, input_indicator(input, indicator));
    if (*unit == '\0' || strstr(name, unit) != NULL)
        return name;
    return arena_format(input->arena, "%s (%s)", name, unit);
}

const char *say_area(const struct report_input *input, uint32_t area)
{
    return area_label(&input->study->areas, area, input_language(input));
}

const char *say_side(const struct report_input *input, uint32_t area)
{
    char id[32];
    if (area != input->study->project.root)
        return say_area(input, area);
    snprintf(id, sizeof id, "whole.%s",
             tier_names[input->study->areas.items[area].tier]);
    return say(input, id, NULL);
}

const char *say_tier(const struct report_input *input, enum tier tier,
                     bool many)
{
    char id[48];
    snprintf(id, sizeof id, "tier.%s.%s", tier_names[tier],
             many ? "many" : "one");
    return message_text(&input->study->messages, id);
}

/* Columns of areas.csv that have words of their own. */
static const struct known_attribute {
    const char *name, *message;
} known_attributes[] = {
    { "poverty_rate", "attribute.poverty_rate" },
    { "near_poverty_rate", "attribute.near_poverty_rate" },
    { "minority_share", "attribute.minority_share" },
    { "population", "attribute.population" },
    { "density", "attribute.density" },
    { "income", "attribute.income" },
    { "distance", "attribute.distance" },
};

const char *say_attribute(const struct report_input *input, const char *name)
{
    size_t count = sizeof known_attributes / sizeof *known_attributes;
    for (size_t i = 0; i < count; i++)
        if (strcmp(known_attributes[i].name, name) == 0)
            return message_text(&input->study->messages,
                                known_attributes[i].message);
    char *words = arena_string(input->arena, name);
    for (char *at = words; *at != '\0'; at++)
        if (*at == '_')
            *at = ' ';
    return words;
}

/* --- numbers ---------------------------------------------------------------
 */

unsigned indicator_decimals(const struct indicator *indicator)
{
    if (indicator->kind == KIND_COUNT)
        return 0;
    if (!(indicator->material > 0))
        return 1;
    double places = 1 - floor(log10(indicator->material) + 1e-9);
    if (places < 0)
        return 0;
    return places > DECIMALS_MOST ? DECIMALS_MOST : (unsigned)places;
}

/* Would so many decimals print a shortfall as none? */
static bool hides_shortfall(const struct report_input *input,
                            const struct result *result, unsigned decimals)
{
    const char *value = say_number(input, result->value, decimals);
    const char *target = say_number(input, result->target, decimals);
    const char *gap = say_number(input, result->gap, decimals);
    return strcmp(value, target) == 0 ||
           strcmp(gap, say_number(input, 0, decimals)) == 0;
}

unsigned result_decimals(const struct report_input *input,
                         const struct result *result)
{
    unsigned decimals =
        indicator_decimals(input_indicator(input, result->indicator));
    if (view_short(input, result)) /* (3) */
        while (decimals < DECIMALS_FOR_TARGET &&
               hides_shortfall(input, result, decimals))
            decimals++;
    return decimals;
}

unsigned target_decimals(const struct indicator *indicator, double value)
{
    unsigned decimals = 0, most = indicator_decimals(indicator);
    double shifted = fabs(value);
    for (; decimals < most; decimals++, shifted *= 10)
        if (fabs(shifted - rint(shifted)) <= 1e-9 * fmax(1, shifted))
            break;
    return decimals;
}

char *say_number(const struct report_input *input, double value,
                 unsigned decimals)
{
    struct text out = text_new();
    number_add_local(&out, value, decimals, input_language(input));
    return kept(input, &out);
}

char *say_whole(const struct report_input *input, size_t count)
{
    return say_number(input, (double)count, 0);
}

char *say_count(const struct report_input *input, double value)
{
    bool whole = fabs(value - rint(value)) <= 0 || fabs(value) >= COUNT_LARGE;
    return say_number(input, value, whole ? 0 : 2);
}

char *say_value(const struct report_input *input,
                const struct indicator *indicator, double value)
{
    if (!has_value(value))
        return arena_string(input->arena, say_sign(input, STATUS_MISSING));
    return say_number(input, value, indicator_decimals(indicator));
}

static char *with_unit(const struct report_input *input, double value,
                       unsigned decimals, const char *unit)
{
    if (!has_value(value))
        return arena_string(input->arena, say_sign(input, STATUS_MISSING));
    bool close = *unit == '\0' || strcmp(unit, "%") == 0; /* (1) */
    return arena_format(input->arena, "%s%s%s",
                        say_number(input, value, decimals), close ? "" : " ",
                        unit);
}

char *say_amount(const struct report_input *input,
                 const struct indicator *indicator, double value,
                 unsigned decimals)
{
    return with_unit(input, value, decimals, unit_of(input, indicator));
}

char *say_with_unit(const struct report_input *input,
                    const struct indicator *indicator, double value)
{
    return say_amount(input, indicator, value, indicator_decimals(indicator));
}

static bool is_percentage(const struct report_input *input,
                          const struct indicator *indicator)
{
    return strcmp(unit_of(input, indicator), "%") == 0;
}

char *say_short(const struct report_input *input,
                const struct indicator *indicator, double value,
                unsigned decimals)
{
    return with_unit(input, value, decimals,
                     is_percentage(input, indicator) ? "%" : "");
}

char *say_signed(const struct report_input *input,
                 const struct indicator *indicator, double value)
{
    if (!has_value(value))
        return arena_string(input->arena, "");
    char *number = say_value(input, indicator, value);
    if (value < 0 || strcmp(number, say_value(input, indicator, 0)) == 0)
        return number;
    return arena_format(input->arena, "+%s", number);
}

char *say_change(const struct report_input *input,
                 const struct indicator *indicator, double value)
{
    char *number = say_signed(input, indicator, value);
    if (!has_value(value) || !is_percentage(input, indicator))
        return number;
    return say(input, "table.points", "change", number, NULL);
}

double result_growth(const struct report_input *input,
                     const struct result *result)
{
    const struct indicator *indicator =
        input_indicator(input, result->indicator);
    bool amount =
        indicator->kind != KIND_PARITY && indicator->kind != KIND_INDEX &&
        *unit_of(input, indicator) != '\0' && !is_percentage(input, indicator);
    return amount && result->previous > 0 && has_value(result->change)
               ? 100 * result->change / result->previous
               : NO_VALUE;
}

char *say_growth(const struct report_input *input, double percent)
{
    char *number = say_number(input, percent, 1);
    bool rise = percent > 0 && strcmp(number, say_number(input, 0, 1)) != 0;
    return arena_format(input->arena, "%s%s%%", rise ? "+" : "", number);
}

char *say_distance(const struct report_input *input,
                   const struct indicator *indicator, double value,
                   unsigned decimals)
{
    const char *unit =
        is_percentage(input, indicator) /* (2) */
            ? message_text(&input->study->messages, "unit.points")
            : unit_of(input, indicator);
    return with_unit(input, fabs(value), decimals, unit);
}

char *say_difference(const struct report_input *input,
                     const struct indicator *indicator, double value)
{
    return say_distance(input, indicator, value, indicator_decimals(indicator));
}

char *say_step(const struct report_input *input,
               const struct indicator *indicator, double value)
{
    return is_percentage(input, indicator)
               ? say_difference(input, indicator, value)
               : say_value(input, indicator, fabs(value));
}

/* --- what is known about a number ------------------------------------------
 */

static const struct {
    const char *sign, *words;
} marks[STATUS_COUNT] = {
    [STATUS_OK] = { "", NULL },
    [STATUS_ZERO] = { "", NULL },
    [STATUS_MISSING] = { "…", "status.missing" },
    [STATUS_NA] = { "x", "status.na" },
    [STATUS_SUPPRESSED] = { "*", "status.suppressed" },
    [STATUS_SUPPRESSED2] = { "*", "status.suppressed" },
    [STATUS_ESTIMATED] = { "(e)", "status.estimated" },
    [STATUS_IMPUTED] = { "(e)", "status.estimated" },
    [STATUS_PROVISIONAL] = { "(p)", "status.provisional" },
    [STATUS_FORECAST] = { NULL, "status.forecast" },
    [STATUS_BREAK] = { "(b)", "status.break" },
    [STATUS_UNRELIABLE] = { "(!)", "status.unreliable" },
    [STATUS_INVALID] = { "(?)", "status.invalid" },
};

const char *say_sign(const struct report_input *input, enum status status)
{
    /* "(ước)" is what Vietnamese offices write; other languages differ. */
    if (status == STATUS_FORECAST)
        return message_text(&input->study->messages, "status.forecast_sign");
    return marks[status].sign;
}

const char *say_status(const struct report_input *input, enum status status)
{
    const char *id = marks[status].words;
    return id == NULL ? NULL : message_text(&input->study->messages, id);
}

char *say_signs(const struct report_input *input, unsigned statuses)
{
    char *pieces[STATUS_COUNT] = { NULL };
    for (int s = 0; s < STATUS_COUNT; s++) {
        bool said = marks[s].words == NULL || !(statuses & 1u << s);
        for (int k = 0; k < s && !said; k++)
            said = pieces[k] != NULL &&
                   strcmp(marks[k].words, marks[s].words) == 0;
        if (!said)
            pieces[s] = arena_format(input->arena, "%s %s",
                                     say_sign(input, (enum status)s),
                                     say_status(input, (enum status)s));
    }
    return say_joined(input, pieces, STATUS_COUNT, "; ");
}

static bool status_hides(enum status status)
{
    return status == STATUS_MISSING || status == STATUS_NA ||
           status == STATUS_SUPPRESSED || status == STATUS_SUPPRESSED2;
}

bool result_shown(const struct result *result)
{
    return result != NULL && has_value(result->value) &&
           !status_hides(result->status);
}

enum status result_status(const struct result *result)
{
    if (result_shown(result) ||
        (result != NULL && status_hides(result->status)))
        return result->status;
    return STATUS_MISSING;
}

char *say_result(const struct report_input *input, const struct result *result)
{
    const char *sign = say_sign(input, result_status(result));
    if (!result_shown(result))
        return arena_string(input->arena, sign);
    return arena_format(
        input->arena, "%s%s%s",
        say_number(input, result->value, result_decimals(input, result)),
        *sign ? " " : "", sign);
}
