/*
 * words.h - numbers and periods as a report prints them.
 *
 * One place decides how many decimals an indicator shows and how a unit is
 * attached, so that a sentence, a table and a picture never differ. All texts
 * live in the arena that is given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_WORDS_H
#define HOCTAP_REPORT_WORDS_H

#include <stdarg.h>

#include "engine/model/results.h"
#include "engine/model/study.h"

struct arena;

/* What the report room works from. */
struct report_input {
    const struct study *study;
    const struct results *results;
    const struct equity_results *equity;
    const struct findings *findings;
    const struct table *table; /* for its sources */
    struct arena *arena;       /* keeps all that is built */
};

const char *input_language(const struct report_input *input);

/* A message filled with pairs of key and value, NULL. */
char *say(const struct report_input *input, const char *message, ...)
    __attribute__((sentinel));

/*
 * So many decimals that the smallest difference worth a word shows with one
 * more digit: a material difference of 2 points gives one decimal, of 0.02
 * three, of 5,000 none.
 */
unsigned indicator_decimals(const struct indicator *indicator);

char *say_number(const struct report_input *input, double value,
                 unsigned decimals);
char *say_whole(const struct report_input *input, size_t count);
/* "33,7" without a unit; absent values print as the sign of their status. */
char *say_value(const struct report_input *input,
                const struct indicator *indicator, double value);
/* "33,7%", "12.650 đồng/người" */
char *say_with_unit(const struct report_input *input,
                    const struct indicator *indicator, double value);
/* "+1,2" or "−0,4": a change in the indicator's unit. */
char *say_signed(const struct report_input *input,
                 const struct indicator *indicator, double value);
/* "1,2 điểm phần trăm", "5.000 đồng/người": the size of a difference. */
char *say_difference(const struct report_input *input,
                     const struct indicator *indicator, double value);
/* The value with the sign of its status: "33,7", "33,7 (p)", "…", "*". */
char *say_result(const struct report_input *input,
                 const struct result *result);
char *say_period(const struct report_input *input, period p);
char *say_date(const struct report_input *input, date day);
/* The sign alone: "…" for missing, "" for ok. */
const char *status_sign(enum status status);
/* Does this status leave no number to print? */
bool status_hides(enum status status);
const char *say_indicator(const struct report_input *input, uint16_t indicator);
const char *say_area(const struct report_input *input, uint32_t area);
/* "huyện", "districts": message tier.NAME.one / .many */
const char *say_tier(const struct report_input *input, enum tier tier,
                     bool many);

#endif
