/*
 * decide.c - better, similar or worse.
 *
 * Source of the adjustment: Benjamini and Hochberg, J R Stat Soc B 57 (1995)
 * 289. The family is fixed by the indicator, so that a verdict does not change
 * when another indicator is added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/decide.h"

#include <math.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/equity/weighted.h"

static const double LEVEL = 0.05, SLACK = 1e-9;

bool decide_is_material(double difference, double material)
{
    return fabs(difference) > 0 && fabs(difference) >= material * (1 - SLACK);
}

static bool is_noisy(const struct indicator *in)
{
    return in->noise != NOISE_NONE;
}

enum standing decide(double difference, double adjusted_p,
                     const struct indicator *in)
{
    bool higher = difference > 0;

    if (!has_value(difference) || in->better == BETTER_NONE)
        return STANDING_NONE;
    if (!decide_is_material(difference, in->material))
        return STANDING_SIMILAR;
    if (is_noisy(in) && !has_value(adjusted_p))
        return STANDING_NONE;
    if (is_noisy(in) && adjusted_p >= LEVEL)
        return STANDING_SIMILAR;
    return higher == (in->better == BETTER_HIGHER) ? STANDING_BETTER
                                                   : STANDING_WORSE;
}

void decide_adjust(double p[], size_t count, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    double *known = arena_array(scratch, count, double), least = 1;
    uint32_t *at = arena_array(scratch, count, uint32_t);
    uint32_t *order = arena_array(scratch, count, uint32_t);
    size_t tests = 0;

    for (size_t i = 0; i < count; i++)
        if (has_value(p[i])) {
            known[tests] = p[i];
            at[tests++] = (uint32_t)i;
        }
    weighted_order(order, known, tests);
    for (size_t k = tests; k-- > 0;) {
        double adjusted = known[order[k]] * (double)tests / (double)(k + 1);
        least = fmin(least, adjusted);
        p[at[order[k]]] = least;
    }
    arena_rewind(scratch, mark);
}
