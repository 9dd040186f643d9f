/*
 * standard.h - standards: several thresholds that must hold together, level
 * upon level, and what came of them.
 *
 * A level is judged in two ways. An area of the tier its conditions are written
 * for (a commune) holds it when every condition that concerns the area's class
 * is met and the area holds every level that is required. An area above holds
 * it when a large enough share of the units right below does. What was not
 * seen in the text of the rule is said to be unverified: then nothing passes,
 * though it may fail by what is known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_STANDARD_H
#define HOCTAP_MODEL_STANDARD_H

#include <stddef.h>
#include <stdint.h>

#include "engine/base/fault.h"
#include "engine/base/period.h"
#include "engine/model/area.h"

struct arena;

struct condition {
    uint16_t indicator;
    double least;          /* in the indicator's unit */
    const char *attribute; /* where: attribute = value; NULL = every area */
    const char *attribute_value;
};

enum share_rule {
    SHARE_NOT_RULED, /* the tier is no matter of this standard */
    SHARE_LEAST,
    SHARE_UNVERIFIED /* there is a rule, and its number was not seen */
};

struct standard_level {
    const char *standard; /* its id */
    unsigned level;       /* 0 = it has no levels */
    const char *id;       /* primary_2; that of the standard without levels */
    const char *name, *name_en;
    enum tier tier; /* of the areas that the conditions are for */
    struct condition *conditions;
    size_t condition_count;
    size_t *requires; /* indexes of levels that stand before it */
    size_t require_count;
    enum share_rule rules[TIER_COUNT];
    double shares[TIER_COUNT]; /* per cent of the units right below */
    uint16_t holders;          /* an indicator: the published per cent of the
                                  lowest units that hold it; or NO_INDEX */
    const char *unverified, *unverified_en; /* of the conditions; or NULL */
    const char *source;
    struct place place;
};

struct standards {
    struct standard_level *items; /* lower levels and required ones first */
    size_t count;
};

/* The index, or the count when there is none. */
size_t standard_level_find(const struct standards *standards, const char *id);

enum outcome {
    OUTCOME_PASS,
    OUTCOME_FAIL,
    OUTCOME_NOT_ASSESSABLE,
    OUTCOME_COUNT
};
extern const char *const outcome_names[OUTCOME_COUNT];

/* One area and period against one level. */
struct standard_outcome {
    size_t level;
    uint32_t area;
    period period;
    enum outcome outcome;
    double reached, required; /* what decided; where it passed, what was nearest
                                 to its threshold */
    const char *reason;       /* a message id; NULL for a pass */
    uint16_t indicator;       /* that the reason is about, or NO_INDEX */
    size_t about;             /* the level the reason is about */
    unsigned units, unknown;  /* below; units that could not be assessed */
};

/* By level, code of the area, period. */
struct standard_outcomes {
    struct standard_outcome *items;
    size_t count, room;
};
struct standard_outcomes *standard_outcomes_new(struct arena *arena);
struct standard_outcome *
standard_outcomes_add(struct standard_outcomes *outcomes);
/* NULL when nothing was measured there. */
const struct standard_outcome *
standard_outcome_find(const struct standard_outcomes *outcomes, size_t level,
                      uint32_t area, period p);

#endif
