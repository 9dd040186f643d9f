/*
 * results.h - computed values: what charts, tables, the report and the CSV
 * files are all views of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_RESULTS_H
#define HOCTAP_MODEL_RESULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/period.h"
#include "engine/model/table.h"

struct arena;

/* One code of one dimension; the whole has none. */
struct breakdown {
    uint16_t dimension; /* NO_INDEX = the whole */
    uint16_t code;
};

/* Against a target. */
enum verdict {
    VERDICT_NONE, /* no target */
    VERDICT_MET,
    VERDICT_NOT_MET,
    VERDICT_LIKELY_MET,
    VERDICT_UNCERTAIN,
    VERDICT_LIKELY_NOT_MET,
    VERDICT_NOT_ASSESSABLE,
    VERDICT_COUNT
};
extern const char *const verdict_names[VERDICT_COUNT];

/* Against the whole: the one decision every view shares. */
enum standing {
    STANDING_NONE, /* no value, no whole, or no better way */
    STANDING_BETTER,
    STANDING_SIMILAR,
    STANDING_WORSE,
    STANDING_COUNT
};
extern const char *const standing_names[STANDING_COUNT];

/* In this order it takes 144 bytes: there may be seven millions. */
struct result {
    uint16_t indicator;
    enum status status : 8;
    enum verdict verdict : 8;
    uint32_t area;
    period period;
    struct breakdown breakdown;
    double numerator, denominator; /* denominator NO_VALUE for a count */
    double value, lower, upper;    /* in the indicator's unit */
    double previous, change;       /* like for like, no break between */
    double plan, plan_rate;
    double target, gap, probability;
    double completeness;         /* 0 to 1 */
    unsigned reported, expected; /* areas behind it; 0 when it reports itself */
    const char *note;            /* a message id, or NULL */
    uint32_t target_index;       /* of the target judged by; NO_AREA without */
    enum standing standing;
};

/* May it be set against others? A value that is neither hidden, unreliable nor
 * impossible. */
bool result_is_sound(const struct result *result);
/* And nobody is missing in it. */
bool result_is_whole(const struct result *result);

/* Rows [first, end). */
struct results_span {
    size_t first, end;
};

struct results {
    struct result *items;
    size_t count, room;
    uint32_t *first; /* private: the index that results_sort makes */
    struct results_span *spans;
    size_t indicator_count, area_count;
};

/* Freed with the arena. */
struct results *results_new(struct arena *arena);
struct result *results_add(struct results *results); /* all absent */
/* For so many more; then their rows, in their order. */
void results_make_room(struct results *results, size_t more);
void results_join(struct results *results, const struct results *more);
/* NULL when there is none. Quick once the results are sorted; a walk through
 * all of them when some were added since. */
const struct result *results_find(const struct results *results,
                                  uint16_t indicator, uint32_t area, period p,
                                  struct breakdown breakdown);
#define WHOLE ((struct breakdown){ NO_INDEX, NO_INDEX })

struct study;
/* By indicator id, area code, period, breakdown, as text: the order of the
 * files. The whole comes before its parts. Rows that come indicator by
 * indicator are sorted in far less time than others. */
void results_sort(struct results *results, const struct study *study);
/* Without the index: for rows that will be joined to others. */
void results_order(struct results *results, const struct study *study);

/* The rows of one indicator: of sorted results its own, else all. */
struct results_span results_of(const struct results *results,
                               uint16_t indicator);
/* The rows of one indicator and area: of sorted results their own, else all. */
struct results_span results_at(const struct results *results,
                               uint16_t indicator, uint32_t area);
/* The periods that occur, each once, in the order they are met. */
period *results_periods(const struct results *results, size_t *count,
                        struct arena *arena);

struct equity_limits {
    double lower, upper;
};

/* A measure of inequality over the areas of a tier. */
struct equity_result {
    uint16_t indicator;
    period period;
    int tier;               /* enum tier; of the areas measured */
    uint16_t dimension;     /* NO_INDEX: over areas */
    const char *ordered_by; /* the areas' attribute, as written; or NULL */
    const char *measure;    /* its id */
    double estimate, se, lower, upper;
    struct equity_limits *more; /* of each further level of confidence */
    double expected_if_equal, p_value, corrected;
    unsigned count;   /* areas measured */
    const char *note; /* a message id, or NULL */
};

/*
 * How the numerator is spread over the denominator, area after area: shares
 * from (0,0) to (1,1). Ordered by the areas' own values it is the Lorenz curve;
 * by an attribute, those with most of it first, the concentration curve.
 */
struct equity_curve {
    uint16_t indicator;
    period period;
    int tier;              /* enum tier */
    const char *attribute; /* NULL = by value */
    double *base, *total;  /* cumulative shares */
    size_t count;          /* of points; areas and one more */
    double index;          /* twice the surface under the diagonal */
};
struct equity_curves {
    struct equity_curve *items;
    size_t count, room;
};
struct equity_curves *equity_curves_new(struct arena *arena);
struct equity_curve *equity_curves_add(struct equity_curves *curves);
/* NULL when there is none, or no list. */
const struct equity_curve *
equity_curves_find(const struct equity_curves *curves, uint16_t indicator,
                   period p, int tier, bool by_attribute);

struct equity_results {
    struct equity_result *items;
    size_t count, room;
    struct arena *arena; /* private */
};
struct equity_results *equity_results_new(struct arena *arena);
/* Limits for so many levels of confidence, all absent. */
struct equity_result *equity_results_add(struct equity_results *results,
                                         size_t levels);

#endif
