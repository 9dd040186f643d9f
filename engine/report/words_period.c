/*
 * words_period.c - periods as a report prints them: a year by its number, a
 * part of one in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/report/words.h"

static const char *const halves[] = { "period.half_1", "period.half_2" };
static const char *const quarters[] = { "period.quarter_1", "period.quarter_2",
                                        "period.quarter_3",
                                        "period.quarter_4" };
static const char *const months[] = {
    "period.month_1", "period.month_2",  "period.month_3",  "period.month_4",
    "period.month_5", "period.month_6",  "period.month_7",  "period.month_8",
    "period.month_9", "period.month_10", "period.month_11", "period.month_12"
};

/* The message of a part of a year; NULL for a year. */
static const char *message_of(period p)
{
    int part = period_part(p);

    switch (period_kind(p)) {
    case PERIOD_HALF:
        return halves[part - 1];
    case PERIOD_QUARTER:
        return quarters[part - 1];
    case PERIOD_MONTHS:
        return part > 1 ? "period.months" : months[0];
    case PERIOD_MONTH:
        return months[part - 1];
    case PERIOD_NONE:
    case PERIOD_YEAR:
    case PERIOD_SCHOOL_START:
    case PERIOD_SCHOOL_END:
        break;
    }
    return NULL;
}

char *say_period(const struct report_input *input, period p)
{
    const char *message = message_of(p);
    struct text year = text_new();
    char *words, count[16];

    if (message) {
        text_addf(&year, "%d", period_year(p));
        snprintf(count, sizeof count, "%d", period_part(p));
        words = say(input, message, "year", year.bytes, "count", count, NULL);
    } else {
        period_add_local(&year, p);
        words = arena_string(input->arena, year.bytes);
    }
    text_free(&year);
    return words;
}

char *say_when(const struct report_input *input, period p)
{
    char *words = say_period(input, p);

    switch (period_kind(p)) {
    case PERIOD_YEAR:
        return say(input, "period.year", "year", words, NULL);
    case PERIOD_SCHOOL_START:
    case PERIOD_SCHOOL_END:
        return say(input, "period.school", "years", words, NULL);
    case PERIOD_NONE:
    case PERIOD_HALF:
    case PERIOD_QUARTER:
    case PERIOD_MONTHS:
    case PERIOD_MONTH:
        break;
    }
    return words;
}

char *say_earlier(const struct report_input *input, period p)
{
    char year[16];

    if (!message_of(p))
        return say_when(input, p);
    snprintf(year, sizeof year, "%d", period_year(p));
    return say(input, "period.same", "year", year, NULL);
}

char *say_when_first(const struct report_input *input, period p)
{
    char *words = say_when(input, p);

    /* In both languages they begin with a plain letter or a figure. */
    if (words[0] >= 'a' && words[0] <= 'z')
        words[0] = (char)(words[0] - 'a' + 'A');
    return words;
}
