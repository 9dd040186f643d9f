/*
 * target.h - what is to be reached, where, by when, and who says so; how many
 * that are; and the breaks across which figures are not comparable.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_TARGET_H
#define HOCTAP_MODEL_TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/period.h"

enum target_operator { TARGET_AT_LEAST, TARGET_AT_MOST, TARGET_EQUAL };
enum target_applies { APPLIES_ROOT, APPLIES_EACH };
enum target_kind { TARGET_LEGAL, TARGET_PROVINCIAL, TARGET_INTERNAL };

struct target {
    uint16_t indicator;
    enum target_applies applies;
    uint32_t area;         /* NO_AREA = all it applies to */
    const char *attribute; /* where: attribute = value; NULL without */
    const char *attribute_value;
    period period;
    enum target_operator comparison;
    double value; /* in the indicator's unit */
    const char *unit;
    enum target_kind kind;
    const char *unit_counted; /* "" = the indicator's own base */
    bool draft;
    const char *source;
    const char *file;
    unsigned line;
};

struct targets {
    struct target *items;
    size_t count;
};

enum break_kind { BREAK_DEFINITION, BREAK_BOUNDARY, BREAK_SOURCE, BREAK_FRAME };

/* From [period] on, values are not comparable with earlier ones. */
struct series_break {
    uint16_t indicator; /* NO_INDEX = all */
    uint32_t area;      /* NO_AREA = all */
    period period;
    enum break_kind kind;
    const char *reason;
    unsigned line;
};

struct breaks {
    struct series_break *items;
    size_t count;
};

/*
 * How many more (fewer, for ≤) must be counted for the share to reach
 * [wanted], a fraction of [base]: whole ones, 0 when it is reached, NO_VALUE
 * without a base. 54 of 60 for 95 %: three more.
 */
double target_count_gap(const struct target *target, double wanted,
                        double counted, double base);

/* Does a break of this indicator and area part the two periods? The breaks of
 * the areas above are the caller's question. */
bool breaks_between(const struct breaks *breaks, uint16_t indicator,
                    uint32_t area, period from, period to);

#endif
