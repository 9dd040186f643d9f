/*
 * catalogue.h - the indicators: definitions, not values.
 *
 * An indicator says what is divided by what, which way is better, how large a
 * difference must be to be worth a word, and whether chance plays a part in it
 * (its noise). A count has a numerator only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_CATALOGUE_H
#define HOCTAP_MODEL_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/fault.h"

enum indicator_kind {
    KIND_PROPORTION,
    KIND_RATE,
    KIND_RATIO,
    KIND_MEAN,
    KIND_COUNT,
    KIND_PARITY,
    KIND_INDEX,
    KIND_COHORT_SURVIVAL,
    KIND_DERIVED, /* from the results of other indicators */
    KIND_COUNT_OF
};
extern const char *const kind_names[KIND_COUNT_OF];

enum better { BETTER_HIGHER, BETTER_LOWER, BETTER_NONE, BETTER_COUNT };
extern const char *const better_names[BETTER_COUNT];

enum noise {
    NOISE_NONE,
    NOISE_BINOMIAL,
    NOISE_POISSON,
    NOISE_CLUSTERED,
    NOISE_PROCESS,
    NOISE_COUNT
};
extern const char *const noise_names[NOISE_COUNT];

struct indicator {
    const char *id, *name, *name_en;
    unsigned clause; /* of the dispatch, 1 to 5; 0 = none */
    const char *group;
    enum indicator_kind kind;
    const char *numerator,
        *denominator; /* expressions; denominator may be NULL */
    const char *of;   /* derived: the indicator it looks at; may be NULL */
    bool adjusted;    /* parity: symmetric about 1 */
    double scale;
    const char *unit;
    const char *unit_en; /* NULL when it is the same word */
    enum better better;
    double bound_low, bound_high; /* in the unit; infinite when unbounded */
    enum noise noise;
    double design_effect; /* clustered; 1 when not given */
    bool sample;          /* a survey asked some: a target is met with so much
                             probability, never as a fact */
    double material;      /* in the unit */
    const char **by;      /* dimensions */
    size_t by_count;
    double hide_below;
    const char *notes, *notes_en, *source;
    struct place place, numerator_place, denominator_place;
};

struct catalogue {
    struct indicator *items; /* in the order of the files: the reports' order */
    size_t count;
};

uint16_t indicator_find(const struct catalogue *catalogue, const char *id);
const char *indicator_nearest(const struct catalogue *catalogue,
                              const char *id);
const char *indicator_name(const struct indicator *indicator,
                           const char *language);
/* The chance in x out of n, or in x events over n. A parity divides neither:
 * its noise gives it limits of its own, and to any other question it is
 * `process`: not a fact, and no model. */
enum noise indicator_chance(const struct indicator *indicator);
/* Falls back to the other language when one is not given. */
const char *indicator_unit(const struct indicator *indicator,
                           const char *language);

#endif
