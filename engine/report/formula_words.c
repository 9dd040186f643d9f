/*
 * formula_words.c - an indicator's formula as people read it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/formula_words.h"

#include <math.h>
#include <string.h>

#include "engine/base/arena.h"

/* Does it say more than one term? What stands in brackets, and the years of a
 * lag (@-4), are part of a term. */
static bool is_compound(const char *expression)
{
    int depth = 0;
    for (const char *c = expression; *c != '\0'; c++) {
        depth += (*c == '[') - (*c == ']');
        if (depth == 0 && strchr("+-*/", *c) != NULL && c > expression &&
            c[-1] != '@')
            return true;
    }
    return false;
}

static char *part_words(const struct report_input *input,
                        const char *expression)
{
    return arena_format(input->arena, is_compound(expression) ? "(%s)" : "%s",
                        expression);
}

char *formula_words(const struct report_input *input,
                    const struct indicator *indicator)
{
    if (indicator->kind == KIND_COHORT_SURVIVAL)
        return say(input, "explain.cohort", "pupils", indicator->numerator,
                   "repeaters", indicator->denominator, NULL);
    bool plain = fabs(indicator->scale - 1) <= 0;
    char *pieces[] = {
        indicator->denominator == NULL && plain
            ? arena_string(input->arena, indicator->numerator)
            : part_words(input, indicator->numerator),
        indicator->denominator == NULL
            ? NULL
            : arena_format(input->arena, "/ %s",
                           part_words(input, indicator->denominator)),
        plain ? NULL
              : arena_format(input->arena, "× %s",
                             say_count(input, indicator->scale)),
    };
    return say_joined(input, pieces, 3, " ");
}
