/*
 * plan_results.h - from where an indicator stands to its target: milestones for
 * the whole, quotas in people for each area and year, what stands in the way,
 * and what became of the plan made before.
 *
 * All of one indicator hangs together: a course says what the whole is to reach
 * and by when, lines say from where each area starts, steps what each line has
 * to do in each year. The whole is the sum of its areas: in every year the
 * steps of the areas add up exactly to that of the whole.
 *
 * Levels are counts of the numerator (people, families, villages) at the end of
 * a year; values are in the indicator's unit. What there is no basis for is
 * NO_VALUE, a year that is not known 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_PLAN_RESULTS_H
#define HOCTAP_MODEL_PLAN_RESULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/period.h"

struct arena;

/* How the whole gets from today to the target. */
enum plan_path {
    PATH_LINEAR,      /* the same step every year */
    PATH_LOGIT,       /* the same step in log odds: slower near both ends */
    PATH_GAP_HALVING, /* half of what is missing each year, all in the last */
    PATH_COUNT
};
extern const char *const plan_path_names[PATH_COUNT];

/* How the whole's gain is shared among the areas. */
enum plan_rule {
    RULE_PROPORTIONAL, /* to what remains of each base */
    RULE_EQUAL_GAIN,   /* equal points everywhere */
    RULE_CLOSE_GAP,    /* the lowest first, up to a common floor */
    RULE_FIXED,        /* levels from a file; the rest proportional */
    RULE_COUNT
};
extern const char *const plan_rule_names[RULE_COUNT];

/* A step against the area's own past. */
enum plan_feasibility {
    FEASIBLE_UNSAID, /* nothing is shared out: there is no step to judge */
    FEASIBLE_USUAL,
    FEASIBLE_AMBITIOUS,
    FEASIBLE_UNPRECEDENTED,
    FEASIBLE_NO_PAST, /* breaks or gaps leave fewer than two yearly changes */
    FEASIBLE_COUNT
};
extern const char *const plan_feasibility_names[FEASIBLE_COUNT];

/* What a step has to say: bits of plan_step.notes. Each is the message
 * plan.note.NAME. */
#define PLAN_NOTES(X)                                                          \
    X(no_target)    /* no approved target lies ahead */                        \
    X(no_data)      /* no figure to start from */                              \
    X(no_base)      /* nothing known that it is a share of */                  \
    X(other_unit)   /* the target counts other things */                       \
    X(whole_only)   /* no count that could be shared among areas */            \
    X(no_areas)     /* no area has a figure to share it */                     \
    X(reached)      /* the target is met already: the level is kept */         \
    X(pace)         /* the whole: pace wanted, pace made, year of reaching */  \
    X(short)        /* the whole: it cannot be reached, and how far it can */  \
    X(outside)      /* the whole: its own figure holds more than its areas */  \
    X(estimate)     /* starts from an estimate of this year */                 \
    X(earlier)      /* starts from an earlier year's figure */                 \
    X(partial)      /* starts from incomplete returns */                       \
    X(given)        /* the level was given, by a file or --what-if */          \
    X(limited)      /* held down by a limit of that year */                    \
    X(given_broken) /* a given level could not be kept */                      \
    X(floor)        /* stands on the area's own target */                      \
    X(floor_missed) /* a limit keeps it below the area's own target */         \
    X(floors)       /* the whole: its areas' own targets ask for more */       \
    X(expiring)     /* titles that expire are part of the quota */             \
    X(losses)       /* expected losses are part of the quota */                \
    X(ends)         /* the area ends before the target's year */               \
    X(base_trend)   /* the base goes on as it did */                           \
    X(base_given)   /* the base is from a file */                              \
    X(base_held)    /* the base is held: too few years to go by */             \
    X(no_past)      /* too few comparable years to judge by */

enum plan_note {
#define PLAN_NOTE_ENUM(name) PLAN_NOTE_##name,
    PLAN_NOTES(PLAN_NOTE_ENUM)
#undef PLAN_NOTE_ENUM
        PLAN_NOTE_COUNT
};
extern const char *const plan_note_names[PLAN_NOTE_COUNT];
#define PLAN_HAS(step, name) (((step)->notes >> PLAN_NOTE_##name) & 1u)

/* What one area, or the whole, starts from. */
struct plan_line {
    uint16_t indicator;
    uint32_t area;
    int from;                  /* the year of the figure; 0 = there is none */
    double level, base, value; /* of the start */
    const char *source;        /* the file of an estimate; NULL without */
    int base_from, base_to;    /* the years the base is carried on by */
    double best, median;       /* yearly gains of the past, in people */
    double pace;               /* per year, in the unit */
    double floor;              /* the area's own target in the plan's years */
    int floor_year;            /* when it is due; 0 = there is none */
    double left[RULE_COUNT];   /* the last year's value by each rule tried */
    double won[RULE_COUNT];    /* and what is to be won until then */
    bool whole;
};

struct plan_step {
    uint32_t line;
    period period;
    double base, value;
    double level;    /* quota_total: reached by the end of the year */
    double fresh;    /* quota_new: to be won in the year */
    double expiring; /* of it, in place of titles that expire */
    double losses;   /* of it, in place of expected losses */
    enum plan_feasibility feasibility;
    double probability; /* of the value, at the past pace */
    uint32_t notes;
};

/* The whole of an indicator. */
struct plan_course {
    uint16_t indicator;
    enum plan_rule rule;
    enum plan_path path;
    uint32_t target;     /* index into the study's targets; NO_AREA without */
    period due;          /* of the last target planned for */
    double goal;         /* in the unit */
    double pace_wanted;  /* per year, in the unit */
    int year;            /* in which the past pace reaches it; 0 = unknown */
    int earliest;        /* by the better limit of that */
    double feasible;     /* the nearest value that can be reached; NO_VALUE
                            where nothing stands in the way */
    bool by_limit;       /* a limit stands in the way, else the bases */
    double outside;      /* in the root's own figure, in none of the areas' */
    size_t first, count; /* steps: by area code, then year; the whole's too */
    uint32_t line;       /* of the whole */
};

/* What a rule leaves behind in the target's year. */
struct plan_outcome {
    uint16_t indicator;
    period period;
    bool today; /* no rule: as things stand */
    enum plan_rule rule;
    double people;                      /* to be won until then */
    double difference, variation, gini; /* NO_VALUE where undefined */
    double lowest;                      /* the lowest (worst) value */
    unsigned below;                     /* areas short of the goal */
    unsigned steps[FEASIBLE_COUNT];     /* of the areas, all years */
    uint32_t most_area;                 /* with the largest quota */
    double most;                        /* that quota */
};

struct plans {
    struct plan_course *courses;
    size_t course_count, course_room;
    struct plan_line *lines;
    size_t line_count, line_room;
    struct plan_step *steps;
    size_t step_count, step_room;
    struct plan_outcome *outcomes;
    size_t outcome_count, outcome_room;
};

/* Freed with the arena. What is added is all absent. */
struct plans *plans_new(struct arena *arena);
struct plan_course *plans_add_course(struct plans *plans);
struct plan_line *plans_add_line(struct plans *plans);
struct plan_step *plans_add_step(struct plans *plans);
struct plan_outcome *plans_add_outcome(struct plans *plans);
/* NULL when the indicator has none. */
const struct plan_course *plans_course(const struct plans *plans,
                                       uint16_t indicator);

/* --- what is given to a plan -----------------------------------------------
 */

enum given_sort {
    GIVEN_BASE,   /* the denominator at the end of the year */
    GIVEN_LEVEL,  /* quota_total: the level at the end of the year */
    GIVEN_LOSSES, /* expected in the year */
    GIVEN_MOST,   /* new ones that can be won in the year at most */
    GIVEN_BUDGET, /* money of the year; with GIVEN_COST a limit */
    GIVEN_COST,   /* of one new one */
    GIVEN_COUNT
};
extern const char *const given_names[GIVEN_COUNT];

struct plan_given {
    enum given_sort sort;
    uint16_t indicator; /* NO_INDEX = all */
    uint32_t area;      /* NO_AREA = each; the root: the whole */
    int year;           /* 0 = all */
    double value;
    unsigned line;
};

struct plan_inputs {
    struct plan_given *items; /* sorted by given_order */
    size_t count;
};
/* For qsort and bsearch: sort, area, indicator, year. */
int given_order(const void *left, const void *right);

/* --- the plan made before --------------------------------------------------
 */

struct planned {
    uint16_t indicator;
    uint32_t area;
    period period;
    double base, value, level, fresh; /* as in plan.csv */
    unsigned line;
};

struct planned_list {
    struct planned *items; /* sorted by planned_order */
    size_t count;
};
/* For qsort: indicator, area, period. */
int planned_order(const void *left, const void *right);

enum review_judgement {
    REVIEW_UNKNOWN, /* nothing was counted, or no longer comparable */
    REVIEW_AHEAD,
    REVIEW_AS_PLANNED, /* less apart than is worth a word, or by chance */
    REVIEW_BEHIND,
    REVIEW_COUNT
};
extern const char *const review_names[REVIEW_COUNT];

struct review {
    uint16_t indicator;
    uint32_t area;
    period period;
    double planned, achieved, difference; /* in the unit, plus is better or
                                             worse as the indicator says */
    double planned_level, counted;
    bool reached;
    enum review_judgement judgement;
    period next; /* the next year of the plan, as it was and as it is now */
    double next_planned, next_revised, next_fresh;
    const char *note; /* a message id, or NULL */
};

struct reviews {
    struct review *items;
    size_t count, room;
};
struct reviews *reviews_new(struct arena *arena);
struct review *reviews_add(struct reviews *reviews);

#endif
