/*
 * words.c - numbers and periods as a report prints them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"

enum { DECIMALS_MOST = 4 };

const char *input_language(const struct report_input *input)
{
    return study_language(input->study);
}

/* The text moved into the arena. */
static char *kept(const struct report_input *input, struct text *text)
{
    char *copy = arena_copy(input->arena, text->bytes, text->length);
    text_free(text);
    return copy;
}

char *say(const struct report_input *input, const char *message, ...)
{
    char packed[4096];
    size_t used = 0;
    const char *key;
    va_list arguments;
    struct text out = text_new();
    packed[0] = '\0';
    va_start(arguments, message);
    while ((key = va_arg(arguments, const char *)) != NULL)
        used = pack_pair(packed, sizeof packed, used, key,
                         va_arg(arguments, const char *));
    va_end(arguments);
    message_add_packed(&out, &input->study->messages, message, packed);
    return kept(input, &out);
}

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

char *say_value(const struct report_input *input,
                const struct indicator *indicator, double value)
{
    if (!has_value(value))
        return arena_string(input->arena, status_sign(STATUS_MISSING));
    return say_number(input, value, indicator_decimals(indicator));
}

/* A percent sign stands at the number, a word apart. */
static char *with_unit(const struct report_input *input, const char *number,
                       const char *unit)
{
    if (unit == NULL || *unit == '\0')
        return arena_string(input->arena, number);
    return arena_format(input->arena, "%s%s%s", number,
                        strcmp(unit, "%") == 0 ? "" : " ", unit);
}

char *say_with_unit(const struct report_input *input,
                    const struct indicator *indicator, double value)
{
    if (!has_value(value))
        return say_value(input, indicator, value);
    return with_unit(input, say_value(input, indicator, value),
                     indicator_unit(indicator, input_language(input)));
}

char *say_signed(const struct report_input *input,
                 const struct indicator *indicator, double value)
{
    if (!has_value(value))
        return arena_string(input->arena, "");
    const char *number = say_value(input, indicator, value);
    const char *zero = say_value(input, indicator, 0);
    if (strcmp(number, zero) == 0 || value < 0)
        return arena_string(input->arena, number);
    return arena_format(input->arena, "+%s", number);
}

char *say_difference(const struct report_input *input,
                     const struct indicator *indicator, double value)
{
    const char *unit = indicator_unit(indicator, input_language(input));
    const char *number = say_value(input, indicator, fabs(value));
    if (unit != NULL && strcmp(unit, "%") == 0)
        unit = message_text(&input->study->messages, "unit.points");
    return with_unit(input, number, unit);
}

const char *status_sign(enum status status)
{
    static const char *const signs[STATUS_COUNT] = {
        [STATUS_OK] = "",
        [STATUS_ZERO] = "",
        [STATUS_MISSING] = "…",
        [STATUS_NA] = "x",
        [STATUS_SUPPRESSED] = "*",
        [STATUS_SUPPRESSED2] = "*",
        [STATUS_ESTIMATED] = "(e)",
        [STATUS_IMPUTED] = "(e)",
        [STATUS_PROVISIONAL] = "(p)",
        [STATUS_FORECAST] = "(ước)",
        [STATUS_BREAK] = "(b)",
        [STATUS_UNRELIABLE] = "(!)",
        [STATUS_INVALID] = "(?)",
    };
    return signs[status];
}

bool status_hides(enum status status)
{
    return status == STATUS_MISSING || status == STATUS_NA ||
           status == STATUS_SUPPRESSED || status == STATUS_SUPPRESSED2;
}

char *say_result(const struct report_input *input, const struct result *result)
{
    const struct indicator *indicator =
        &input->study->catalogue.items[result->indicator];
    const char *sign = status_sign(result->status);
    if (status_hides(result->status) || !has_value(result->value))
        return arena_string(input->arena, *sign ? sign : "…");
    const char *number = say_value(input, indicator, result->value);
    return arena_format(input->arena, "%s%s%s", number, *sign ? " " : "", sign);
}

char *say_period(const struct report_input *input, period p)
{
    struct text out = text_new();
    period_add_local(&out, p);
    return kept(input, &out);
}

char *say_date(const struct report_input *input, date day)
{
    struct text out = text_new();
    date_add_local(&out, day, input_language(input));
    return kept(input, &out);
}

const char *say_indicator(const struct report_input *input, uint16_t indicator)
{
    return indicator_name(&input->study->catalogue.items[indicator],
                          input_language(input));
}

const char *say_area(const struct report_input *input, uint32_t area)
{
    return area_name(&input->study->areas, area, input_language(input));
}

const char *say_tier(const struct report_input *input, enum tier tier,
                     bool many)
{
    char id[48];
    snprintf(id, sizeof id, "tier.%s.%s", tier_names[tier],
             many ? "many" : "one");
    return message_text(&input->study->messages, id);
}
