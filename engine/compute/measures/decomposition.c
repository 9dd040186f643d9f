/*
 * decomposition.c - unevenness within groups of areas, and between them.
 *
 *  (1) Between: the measure of the groups' means, weighted by population.
 *  (2) Within: the groups' own measures weighted by p_g (m_g / m)^a, a = 1 for
 *      theil and 0 for the mean log deviation.
 *  (3) The two add up to the whole (Shorrocks 1980).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/arena.h"
#include "engine/compute/equity/measure.h"

struct groups {
    double *share, *mean; /* of the population; of the value over the mean */
};

static struct groups groups_of(const struct sample *s, struct arena *scratch)
{
    struct groups g = { arena_array(scratch, s->group_count, double),
                        arena_array(scratch, s->group_count, double) };

    for (size_t i = 0; i < s->count; i++) {
        g.share[s->group[i]] += s->share[i];
        g.mean[s->group[i]] += s->share[i] * s->ratio[i];
    }
    for (size_t k = 0; k < s->group_count; k++)
        if (g.share[k] > 0)
            g.mean[k] /= g.share[k];
    return g;
}

static double r_log_r(double r)
{
    return r > 0 ? r * log(r) : 0;
}

static double theil_between(const struct sample *s, double parameter,
                            struct arena *scratch)
{
    struct groups g = groups_of(s, scratch);
    double sum = 0;

    (void)parameter;
    for (size_t k = 0; k < s->group_count; k++)
        sum += g.share[k] * r_log_r(g.mean[k]);
    return sum;
}

/* p_g m_g T_g = sum in g of p r (ln r - ln m_g): no division by m_g = 0. */
static double theil_within(const struct sample *s, double parameter,
                           struct arena *scratch)
{
    struct groups g = groups_of(s, scratch);
    double sum = 0;

    (void)parameter;
    for (size_t i = 0; i < s->count; i++)
        if (s->ratio[i] > 0)
            sum += s->share[i] * s->ratio[i] *
                   (s->log_ratio[i] - log(g.mean[s->group[i]]));
    return sum;
}

static double mld_between(const struct sample *s, double parameter,
                          struct arena *scratch)
{
    struct groups g = groups_of(s, scratch);
    double sum = 0;

    (void)parameter;
    if (!(s->low > 0))
        return NO_VALUE;
    for (size_t k = 0; k < s->group_count; k++)
        if (g.share[k] > 0)
            sum -= g.share[k] * log(g.mean[k]);
    return sum;
}

static double mld_within(const struct sample *s, double parameter,
                         struct arena *scratch)
{
    struct groups g = groups_of(s, scratch);
    double sum = 0;

    (void)parameter;
    if (!(s->low > 0))
        return NO_VALUE;
    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] * (log(g.mean[s->group[i]]) - s->log_ratio[i]);
    return sum;
}

#define PART_NEEDS (MEASURE_NEEDS_GROUP | MEASURE_NEEDS_MEAN)
#define PART_LAWS (MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION)

static const struct measure measures[] = {
    { .id = "theil_within",
      .place = 320,
      .high = HUGE_VAL,
      .needs = PART_NEEDS,
      .laws = PART_LAWS,
      .compute = theil_within },
    { .id = "theil_between",
      .place = 330,
      .high = HUGE_VAL,
      .needs = PART_NEEDS,
      .laws = PART_LAWS,
      .compute = theil_between },
    { .id = "mld_within",
      .place = 340,
      .high = HUGE_VAL,
      .needs = PART_NEEDS,
      .laws = PART_LAWS,
      .compute = mld_within },
    { .id = "mld_between",
      .place = 350,
      .high = HUGE_VAL,
      .needs = PART_NEEDS,
      .laws = PART_LAWS,
      .compute = mld_between },
};
const struct measure_family measures_decomposition = MEASURE_FAMILY(measures);
