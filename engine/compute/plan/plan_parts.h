/*
 * plan_parts.h - private to plan*.c: one indicator's plan while it is made.
 *
 * Years count from the start: 0 is the year of the figures, 1 the first year of
 * the plan. Levels and bases are whole numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_PLAN_PARTS_H
#define HOCTAP_COMPUTE_PLAN_PARTS_H

#include "engine/compute/plan/plan.h"
#include "engine/compute/plan/plan_share.h"
#include "engine/compute/progress/progress_goal.h"
#include "engine/compute/trend/trend_parts.h"
#include "engine/compute/trend/trend_walk.h"

/* The past of an area, or of the whole. */
struct plan_past {
    double best, median; /* yearly gains in people; NO_VALUE without */
    double pace;         /* per year, in the unit; NO_VALUE without */
    bool known;          /* two changes or more */
    bool walks;
    struct trend_walk walk;
};

struct plan_area {
    uint32_t area, line;
    int from;      /* the year of its figure */
    double *base;  /* by year, from 0 to years */
    double *level; /* the same; of the rule that is being tried */
    double *floor; /* the least level by year; NULL without */
    double *lost;  /* expected losses by year; NULL without */
    double *grant; /* won in the years up to the start, latest first */
    double wish;   /* the value wanted in the last year; NO_VALUE without */
    struct plan_past past;
    uint32_t notes;
    uint32_t *step_notes; /* by year */
};

/* From one target to the next. */
struct plan_leg {
    int first, last; /* years of the plan: (first, last] */
    double goal;     /* in the unit */
    uint32_t target;
    enum target_operator comparison;
};

struct plan_work {
    const struct plan_ground *ground;
    const struct plan_request *request;
    const struct indicator *indicator;
    const struct formula *formula;
    uint16_t index;
    int start;    /* the calendar year of year 0 */
    int years;    /* to the end of the last leg */
    int printed;  /* of them, up to the last year asked for */
    int way;      /* 1: levels rise, -1: they fall */
    bool counted; /* has no base: a count */
    bool bounded; /* the base is a ceiling */
    bool flow;    /* won anew every year */
    int life;     /* years after its own in which a title holds; 0 = for good */
    uint16_t granted; /* the quantity of such titles */
    struct plan_leg legs[PLAN_MOST_YEARS];
    size_t leg_count;
    struct plan_area *areas;
    size_t count;
    struct plan_area whole; /* the sum; its past is the root's */
    struct stretch_map *map;
    struct trend_tables *tables;
    struct trend_point *points; /* room */
    const struct goals *goals;
    bool has_floors; /* targets of areas lie in these years */
    struct arena *scratch;
    struct share_claim *claims; /* room of plan_levels */
    double *share;
    bool limited, is_short; /* in the last year that is printed */
};

/* --- plan_series.c: the yearly figures of one area -------------------------
 */

struct plan_series {
    const struct result **items; /* by year, up to the start's */
    size_t count;
};
/* The results of one indicator: a run of neighbours. */
struct plan_rows {
    const struct result *items;
    size_t count;
};
/* The series of every area that has rows, by area number; [out] has room for
 * [areas] of them. */
void plan_series_all(struct plan_series out[], size_t areas,
                     struct plan_rows rows, int last, struct arena *arena);

/* --- plan_start.c, plan_base.c, plan_past.c --------------------------------
 */

/* Does a break or a change of the map lie between the figure's year and the
 * start? */
bool plan_parted(const struct result *r, const struct plan_work *work);
/* Fills the line and the level of year 0; false without any figure. */
bool plan_start(struct plan_area *area, struct plan_line *line,
                const struct plan_series *series, const struct plan_work *work);
/* Fills base[1 …] and the years it rests on. */
void plan_base(struct plan_area *area, struct plan_line *line,
               const struct plan_series *series, const struct plan_work *work);
void plan_past(struct plan_past *past, const struct plan_series *series,
               const struct plan_work *work);

/* --- plan_given.c ----------------------------------------------------------
 */

/* The most special row that holds; NO_VALUE without. */
double plan_given(const struct plan_work *work, enum given_sort sort,
                  uint32_t area, int year);
/* New ones at most in that year; infinite without a limit. */
double plan_limit(const struct plan_work *work, uint32_t area, int year);

/* --- plan_path.c, plan_goal.c, plan_rule.c, plan_year.c --------------------
 */

/* The value after [done] of [steps]; [base] keeps the logit path off its ends.
 */
double plan_milestone(enum plan_path path, double from, double to, int done,
                      int steps, const struct plan_work *work, double base);

/* Finds the legs of the path; false with the reason among the notes. */
bool plan_legs(struct plan_work *work, uint32_t *notes);

/* What the areas claim of a year's level, by the rule; the signpost of the
 * units. Falling levels are shared as their negatives. */
double plan_claims(struct share_claim claims[], const struct plan_work *work,
                   enum plan_rule rule, const struct plan_leg *leg, int year);
/* How many years a title of the numerator holds after its own; 0 = it adds up
 * no earlier years. [quantity] is that of the grants. */
int plan_life(const struct formula *formula, uint16_t *quantity);
/* Grants of the years up to the start that are still to expire. */
void plan_grants(struct plan_area *area, const struct plan_work *work);

/* What was counted of it in the area, else in the areas below it; NO_VALUE
 * where nothing was. */
double plan_counted(const struct plan_work *work, uint16_t quantity,
                    uint32_t area, period p);
/* Fills lost[] of all areas and of the whole (plan_lost.c). */
void plan_lost(struct plan_work *work);

/* Levels of all areas and of the whole in all years, by the rule. */
void plan_levels(struct plan_work *work, enum plan_rule rule);

/* What a level takes besides the net gain. */
double plan_expiring(const struct plan_work *work, const struct plan_area *area,
                     int year);
double plan_losses(const struct plan_area *area, int year);
/* quota_new */
double plan_fresh(const struct plan_work *work, const struct plan_area *area,
                  int year);
/* In the unit. */
double plan_value(const struct plan_work *work, const struct plan_area *area,
                  int year);

/* --- plan_floor.c -----------------------------------------------------------
 */

/* Do targets of areas, not of the whole, fall into the plan? */
bool plan_has_floors(const struct plan_work *work);
/* Fills area->floor[], and into the line the last of its targets. */
void plan_floors(struct plan_area *area, struct plan_line *line,
                 const struct plan_work *work);
/* The level the area's own target asks for, as a claim (falling levels are
 * negative); minus infinity without. */
double plan_floor(const struct plan_work *work, const struct plan_area *area,
                  int year);
/* Where the whole can win less than the floors ask for: they are ceilings then,
 * and only they win. */
void plan_floors_yield(struct share_claim claims[],
                       const struct plan_work *work, double limit, int year);
/* Notes who stands on its floor, who fell short of it, and whether the floors
 * ask for more than [wanted]. */
void plan_floors_note(struct plan_work *work, double wanted, int year);

/* --- plan_feasible.c, plan_outcome.c ---------------------------------------
 */

enum plan_feasibility plan_feasible(const struct plan_work *work,
                                    const struct plan_area *area, int year,
                                    double *probability);
/* Adds today and what the rule leaves; levels are those of the rule. */
void plan_outcome_today(struct plans *into, const struct plan_work *work);
void plan_outcome_add(struct plans *into, const struct plan_work *work,
                      enum plan_rule rule);

#endif
