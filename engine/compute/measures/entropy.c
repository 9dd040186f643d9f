/*
 * entropy.c - the generalised entropy family (Theil 1967; Shorrocks 1980).
 *
 *  (1) theil = sum of p r ln r, r = y / mean; 0 ln 0 counts as 0.
 *  (2) mean_log_deviation = minus the sum of p ln r; no value when a y is 0.
 *  (3) generalised_entropy:a = (sum of p r^a - 1) / (a (a - 1)); a = 1 is (1),
 *      a = 0 is (2).
 *
 * Plain numbers: not times 1000. The sums have p (r - 1), which add up to 0, in
 * each term: then none is below 0, and nothing cancels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/equity/measure.h"

static double theil(const struct sample *s, double parameter,
                    struct arena *scratch)
{
    double sum = 0;

    (void)parameter, (void)scratch;
    for (size_t i = 0; i < s->count; i++) {
        double r = s->ratio[i];
        sum += s->share[i] * (r > 0 ? r * s->log_ratio[i] - (r - 1) : 1);
    }
    return sum;
}

static double mean_log_deviation(const struct sample *s, double parameter,
                                 struct arena *scratch)
{
    double sum = 0;

    (void)parameter, (void)scratch;
    if (!(s->low > 0))
        return NO_VALUE;
#pragma omp simd reduction(+ : sum)
    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] * (s->ratio[i] - 1 - s->log_ratio[i]);
    return sum;
}

/* a = 2: r^2 - 1 - 2 (r - 1) is (r - 1)^2. */
static double half_square(const struct sample *s)
{
    double sum = 0;

#pragma omp simd reduction(+ : sum)
    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] * (s->ratio[i] - 1) * (s->ratio[i] - 1);
    return sum / 2;
}

static double generalised_entropy(const struct sample *s, double a,
                                  struct arena *scratch)
{
    double sum = 0;

    if (fabs(a) < 1e-9)
        return mean_log_deviation(s, a, scratch);
    if (fabs(a - 1) < 1e-9)
        return theil(s, a, scratch);
    if (a < 0 && !(s->low > 0))
        return NO_VALUE;
    if (fabs(a - 2) < 1e-9)
        return half_square(s);
    /* r^a - 1 - a (r - 1) adds up to the same and cancels less. */
    for (size_t i = 0; i < s->count; i++)
        sum += s->share[i] * (pow(s->ratio[i], a) - 1 - a * (s->ratio[i] - 1));
    return sum / (a * (a - 1));
}

static const struct measure_usual usual[] = { { 2, "generalised_entropy:2" } };

#define ENTROPY_LAWS                                                           \
    (MEASURE_EQUAL | MEASURE_SCALE_FREE | MEASURE_REPLICATION |                \
     MEASURE_TRANSFER)

static const struct measure measures[] = {
    { .id = "theil",
      .place = 200,
      .high = HUGE_VAL,
      .needs = MEASURE_NEEDS_MEAN,
      .laws = ENTROPY_LAWS,
      .compute = theil },
    { .id = "mean_log_deviation",
      .place = 210,
      .high = HUGE_VAL,
      .needs = MEASURE_NEEDS_MEAN,
      .laws = ENTROPY_LAWS,
      .compute = mean_log_deviation },
    { .id = "generalised_entropy",
      .place = 220,
      .high = HUGE_VAL,
      .needs = MEASURE_NEEDS_MEAN,
      .laws = ENTROPY_LAWS,
      .usual = usual,
      .usual_count = 1,
      .compute = generalised_entropy },
};
const struct measure_family measures_entropy = MEASURE_FAMILY(measures);
