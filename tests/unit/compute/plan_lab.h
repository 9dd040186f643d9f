/*
 * plan_lab.h - three districts with members, and plans made of them.
 *
 *   2023          members  population
 *   336               600        1000
 *   338               300         800
 *   339               100         200
 *   34 (the whole)   1000        2000   50 %
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_PLAN_LAB_H
#define HOCTAP_TESTS_PLAN_LAB_H

#include "engine/compute/plan/plan.h"
#include "tests/unit/compute/lab.h"

static const char *const plan_codes[] = { "336", "338", "339", "34" };

static inline struct lab *plan_lab_open(void)
{
    struct lab *lab = lab_open();

    lab->study.project.tier = TIER_DISTRICT;
    lab->study.project.period = period_of_year(2023);
    lab_indicator(lab, "member_rate", KIND_PROPORTION, "members", "population");
    return lab;
}

static inline void plan_say(struct lab *lab, const char *area, int year,
                            double members, double population)
{
    char when[16];

    snprintf(when, sizeof when, "%d", year);
    lab_say(lab, area, when, "members", "", members);
    lab_say(lab, area, when, "population", "", population);
}

static inline void plan_say_three(struct lab *lab)
{
    plan_say(lab, "336", 2023, 600, 1000);
    plan_say(lab, "338", 2023, 300, 800);
    plan_say(lab, "339", 2023, 100, 200);
}

static inline struct target *plan_target(struct lab *lab, int year,
                                         double value)
{
    struct target *t = &lab->targets[lab->study.targets.count++];

    *t = (struct target){ .area = NO_AREA,
                          .period = period_of_year(year),
                          .value = value,
                          .unit = "",
                          .unit_counted = "",
                          .file = "targets.csv",
                          .line = 2 };
    return t;
}

/* Computes, and plans by the request. */
static inline struct plans *plan_make(struct lab *lab,
                                      const struct plan_request *request)
{
    struct plan_request wanted = *request;
    struct plans *plans = plans_new(lab->arena);
    struct plan_ground ground;

    if (!lab->cube)
        lab_run(lab);
    if (!(wanted.confidence > 0))
        wanted.confidence = 0.95;
    ground = (struct plan_ground){ lab->results, lab->formulas, lab->cube,
                                   &lab->study };
    plan_results(plans, &ground, &wanted, lab->scratch);
    return plans;
}

static inline const struct plan_step *plan_look(const struct lab *lab,
                                                const struct plans *plans,
                                                const char *area, int year)
{
    for (size_t i = 0; i < plans->step_count; i++)
        if (plans->lines[plans->steps[i].line].area == lab_area(lab, area) &&
            period_year(plans->steps[i].period) == year)
            return &plans->steps[i];
    return NULL;
}

static inline const struct plan_step *
plan_step(const struct lab *lab, const struct plans *plans, const char *area,
          int year)
{
    const struct plan_step *step = plan_look(lab, plans, area, year);

    if (!step) {
        fail_msg("no step of %s in %d", area, year);
        abort(); /* not reached: the test has ended */
    }
    return step;
}

/* The levels of 336, 338, 339 and the whole. */
static inline void plan_levels_are(const struct lab *lab,
                                   const struct plans *plans, int year,
                                   const double wanted[4])
{
    for (size_t i = 0; i < 4; i++)
        assert_near(plan_step(lab, plans, plan_codes[i], year)->level,
                    wanted[i], 0);
}

#endif
