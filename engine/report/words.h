/*
 * words.h - numbers, units, periods and names as a report prints them.
 *
 * One place decides how many decimals an indicator shows and how a unit is
 * attached, so that a sentence, a table and a picture never differ. All texts
 * live in the input's arena.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_WORDS_H
#define HOCTAP_REPORT_WORDS_H

#include <stdbool.h>

#include "engine/model/change.h"
#include "engine/model/comparison.h"
#include "engine/model/cube.h"
#include "engine/model/evenness.h"
#include "engine/model/plan_results.h"
#include "engine/model/results.h"
#include "engine/model/study.h"
#include "engine/model/trend_results.h"

struct arena;

/* What the report room works from. */
struct report_input {
    const struct study *study;
    const struct study *reported; /* whose areas the table names; NULL = same */
    const struct results *results;
    const struct equity_results *equity;
    const struct findings *findings;
    const struct table *table;                 /* for its sources */
    struct arena *arena;                       /* keeps all that is built */
    const struct standard_outcomes *standards; /* NULL = not asked */
    const struct revisions *revisions;         /* NULL = not asked */
    const struct trends *trends; /* up to the report's period; may be NULL */
    const struct evenness *evenness; /* of that period; may be NULL */
    const struct plans *plans;       /* from it on; may be NULL */
    const struct reviews *reviews;   /* NULL without a last plan */
    /* For pictures; each may be NULL, and its kinds have nothing to show. */
    const struct comparisons *comparisons; /* of the report's period */
    const struct equity_curves *curves;
    const struct changes *changes;
    const struct cube *cube;
};

const char *input_language(const struct report_input *input);
const struct indicator *input_indicator(const struct report_input *input,
                                        uint16_t indicator);

/* A message filled with pairs of key and value, NULL. */
char *say(const struct report_input *input, const char *message, ...)
    __attribute__((sentinel));
/* The one in the report's language, else the other; may be NULL. */
const char *say_either(const struct report_input *input, const char *vi,
                       const char *en);
/* A code inside a sentence: "nữ", where a heading has "Nữ". */
const char *say_code(const struct report_input *input, const struct code *code);
/* Pieces with a separator between them; those that are NULL or empty are left
 * out. NULL when nothing is left. */
char *say_joined(const struct report_input *input, char *const pieces[],
                 size_t count, const char *separator);

/*
 * So many decimals that the smallest difference worth a word shows with one
 * more digit: a material difference of 2 points gives one decimal, of 0.02
 * three, of 5,000 none.
 */
unsigned indicator_decimals(const struct indicator *indicator);
/* The same, and more of them where rounding would hide that the result falls
 * short of its target. */
unsigned result_decimals(const struct report_input *input,
                         const struct result *result);

char *say_number(const struct report_input *input, double value,
                 unsigned decimals);
char *say_whole(const struct report_input *input, size_t count);
/* A numerator or denominator: whole numbers without decimals, small others
 * with two. */
char *say_count(const struct report_input *input, double value);
/* "33,7" without a unit; "…" when absent. */
char *say_value(const struct report_input *input,
                const struct indicator *indicator, double value);
/* "33,7%", "12.650 đồng/người" */
char *say_amount(const struct report_input *input,
                 const struct indicator *indicator, double value,
                 unsigned decimals);
char *say_with_unit(const struct report_input *input,
                    const struct indicator *indicator, double value);
/* A target or material difference: no more decimals than it has. */
unsigned target_decimals(const struct indicator *indicator, double value);
/* "33,7%", "12.650": where the unit has been said; % always goes along. */
char *say_short(const struct report_input *input,
                const struct indicator *indicator, double value,
                unsigned decimals);
/* "+1,2" or "−0,4": a change in the indicator's unit; "" when absent. */
char *say_signed(const struct report_input *input,
                 const struct indicator *indicator, double value);
/* The same in a table: "+1,2 điểm %" of a percentage. */
char *say_change(const struct report_input *input,
                 const struct indicator *indicator, double value);
/* The change of an amount in per cent of the year before, like for like;
 * NO_VALUE for what changes in points or has no unit. And its words: "+7,9%".
 */
double result_growth(const struct report_input *input,
                     const struct result *result);
char *say_growth(const struct report_input *input, double percent);
/* "1,2 điểm phần trăm", "5.000 đồng/người": the size of a difference. */
char *say_distance(const struct report_input *input,
                   const struct indicator *indicator, double value,
                   unsigned decimals);
char *say_difference(const struct report_input *input,
                     const struct indicator *indicator, double value);
/* "1,2 điểm phần trăm", "5.000": where the unit has been said. */
char *say_step(const struct report_input *input,
               const struct indicator *indicator, double value);

/* Is there a number that may be printed? NULL is no result. */
bool result_shown(const struct result *result);
/* The status as printed: what has no number and says nothing is missing. */
enum status result_status(const struct result *result);
/* The value with the sign of its status: "33,7", "33,7 (p)", "…", "*". */
char *say_result(const struct report_input *input, const struct result *result);
/* The sign alone: "…" for missing, "" for ok. */
const char *say_sign(const struct report_input *input, enum status status);
/* What it stands for: "sơ bộ"; NULL for ok. */
const char *say_status(const struct report_input *input, enum status status);
/* "… chưa có số liệu; (p) sơ bộ" for those whose bit (1u << status) is set;
 * NULL when none of them has a sign. */
char *say_signs(const struct report_input *input, unsigned statuses);

/* As a label: "2023", "6 tháng đầu năm 2023". */
char *say_period(const struct report_input *input, period p);
/* In a sentence: "năm 2023", "quý I năm 2023"; and at the head of one. */
char *say_when(const struct report_input *input, period p);
char *say_when_first(const struct report_input *input, period p);
/* The period that another is compared with, behind "so với": "năm 2022", and of
 * a part of a year "cùng kỳ năm 2022". */
char *say_earlier(const struct report_input *input, period p);
char *say_date(const struct report_input *input, date day);
const char *say_indicator(const struct report_input *input, uint16_t indicator);
/* The name with its unit, unless the name says it: "Tỷ lệ hội viên (%)". */
const char *say_head(const struct report_input *input, uint16_t indicator);
const char *say_area(const struct report_input *input, uint32_t area);
/* The same beside others: the root is "Toàn tỉnh", by its tier. */
const char *say_side(const struct report_input *input, uint32_t area);
/* "tỷ lệ hộ nghèo": a column of areas.csv; one that has no words is told by its
 * name with blanks. */
const char *say_attribute(const struct report_input *input, const char *name);
/* "huyện", "districts": message tier.NAME.one / .many */
const char *say_tier(const struct report_input *input, enum tier tier,
                     bool many);

#endif
