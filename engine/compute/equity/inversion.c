/*
 * inversion.c - intervals by the inversion of a test: where on the path.
 *
 *  (9) A few draws find roughly where the limits lie; the places of the path at
 *      which all draws are made are chosen there, one after the other where a
 *      limit is farthest from all before, measured by the width of its own
 *      interval; then some more where too much is left between two. How many
 *      depends on the number of areas alone.
 * (10) Where hardly a draw lies on one side, a count says little about how far
 *      away the limit is: there the mean and the spread of the draws say it.
 * (11) The direction of the path is that of the figures, errors and all. With
 *      few areas that makes limits hold a little less often than they should
 *      (.90 to .93 in the worst cells of five areas), so that the normal
 *      quantiles of the tails grow by 1/(2 x areas) on the way from equal
 *      areas, where the direction does not matter, to the figures.
 * (12) Where the path meets the end of what is possible a measure may turn
 *      back, so that the far limit is not always the larger one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/equity/inversion.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/compute/equity/inversion_tally.h"

enum { MOST_STATIONS = 64, PILOT = 9, PILOT_MORE = 18 };

/* How far beyond the figures the path is searched, in sampling errors. */
static const double REACH = 6;
/* (10) */
static const double COUNTED = 4;
/* More draws without value than this part: no mean is given. */
static const double FEW = 0.01;

/* The three questions: what share of the draws is below, at most a half of it
 * like, or below and like the observed? */
enum question { ASK_LOWER, ASK_MEDIAN, ASK_UPPER };

struct search {
    const struct inversion_request *request;
    double *observed;
    bool *falls; /* of each choice: it falls along the path */
    struct tally tally;
    struct station stations[MOST_STATIONS]; /* ascending c; the first is 0 */
    size_t count;
    struct arena *arena;
};

static int by_c(const void *left, const void *right)
{
    double l = ((const struct station *)left)->c;
    double r = ((const struct station *)right)->c;

    return (l > r) - (l < r);
}

/* By more than rounding: a choice must not hang on the unit of the figures. */
static bool clearly_more(double left, double right)
{
    return left > right * (1 + 1e-9);
}

static int by_size(const void *left, const void *right)
{
    double l = *(const double *)left, r = *(const double *)right;

    return (l > r) - (l < r);
}

static void add_stations(struct search *s, const double c[], size_t count)
{
    struct station *fresh = &s->stations[s->count];

    for (size_t k = 0; k < count; k++)
        fresh[k].c = c[k];
    tally_draws(&s->tally, fresh, count, s->arena);
    s->tally.at_equal = NULL; /* once, with the first station */
    s->count += count;
    qsort(s->stations, s->count, sizeof *s->stations, by_c);
}

/* (10) The normal quantile of the share of draws on the near side. */
static double asked_at(const struct search *s, size_t m, size_t k,
                       enum question question)
{
    const struct station *at = &s->stations[k];
    double draws = (double)s->tally.draws, alike = at->alike[m];
    double near = s->falls[m] ? draws - at->below[m] - alike : at->below[m];
    double score = s->falls[m] ? -at->score[m] : at->score[m], end;

    near += question == ASK_UPPER    ? alike
            : question == ASK_MEDIAN ? alike / 2
                                     : 0;
    if (near >= COUNTED && draws - near >= COUNTED)
        return gsl_cdf_ugaussian_Pinv(near / draws);
    if (!has_value(score))
        return gsl_cdf_ugaussian_Pinv(fmin(fmax(near, 0.5), draws - 0.5) /
                                      draws);
    end = gsl_cdf_ugaussian_Qinv(COUNTED / draws);
    return near < COUNTED ? fmin(score, -end) : fmax(score, end);
}

/* (11) By how much the share at a station is still above [target]. */
static double left_at(const struct search *s, size_t m, size_t k, double target,
                      enum question question)
{
    double along = fmin(s->stations[k].c, 1);
    double areas = (double)s->request->sample->count;

    return asked_at(s, m, k, question) - target * (1 + along / (2 * areas));
}

/* (2) Where the share first crosses [target]; 0 when it lies below from the
 * start, infinite when it is never reached. */
static double crossing(const struct search *s, size_t m, double target,
                       enum question question)
{
    size_t k = 0;
    double before, after;

    while (k < s->count && left_at(s, m, k, target, question) > 0)
        k++;
    if (k == 0)
        return 0;
    if (k == s->count)
        return HUGE_VAL;
    before = left_at(s, m, k - 1, target, question);
    after = left_at(s, m, k, target, question);
    return s->stations[k - 1].c + before / (before - after) *
                                      (s->stations[k].c - s->stations[k - 1].c);
}

static double tail_of(double confidence)
{
    return gsl_cdf_ugaussian_Pinv((1 + confidence) / 2);
}

/* All places that are looked for, 3 for each choice and level. */
struct places {
    double *lower, *median, *upper;
    size_t count;
};

static struct places find_places(const struct search *s)
{
    const struct inversion_request *r = s->request;
    struct places p = { .count = r->count * r->levels };

    p.lower = arena_array(s->arena, p.count, double);
    p.median = arena_array(s->arena, p.count, double);
    p.upper = arena_array(s->arena, p.count, double);
    for (size_t m = 0; m < r->count; m++)
        for (size_t l = 0; l < r->levels; l++) {
            double z = tail_of(r->confidence[l]);
            size_t at = m * r->levels + l;
            p.lower[at] = crossing(s, m, z, ASK_LOWER);
            p.median[at] = crossing(s, m, 0, ASK_MEDIAN);
            p.upper[at] = crossing(s, m, -z, ASK_UPPER);
        }
    return p;
}

/* The sampling error over the spread of the figures; infinite without. */
static double noise_ratio(const struct sample *s)
{
    double error = 0, spread = 0;

    for (size_t i = 0; i < s->count; i++) {
        double apart = s->value[i] - s->mean;
        error += s->share[i] * s->sigma[i] * s->sigma[i];
        spread += s->share[i] * apart * apart;
    }
    return sqrt(error / spread);
}

/* Evenly spaced places after [low] up to [high]. */
static void add_even(struct search *s, double low, double high)
{
    double c[PILOT];

    for (size_t k = 0; k < PILOT; k++)
        c[k] = low + (high - low) * (double)(k + 1) / (PILOT + 1);
    add_stations(s, c, PILOT);
}

/* (9) */
static size_t stations_for(size_t areas)
{
    return areas <= 128 ? 9 : areas <= 2000 ? 6 : 4;
}

/* A place that is looked for, with the width of the interval it belongs to and
 * how far in widths the nearest station is. */
struct aim {
    double c, width, away;
};

static size_t collect_aims(struct aim aims[], const struct places *p)
{
    size_t count = 0;

    for (size_t i = 0; i < p->count; i++) {
        double upper = isfinite(p->upper[i]) ? p->upper[i] : p->median[i];
        double width = upper - p->lower[i];
        const double wanted[] = { p->lower[i] - 0.1 * width, p->lower[i],
                                  p->median[i], upper, upper + 0.2 * width };
        for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++)
            if (wanted[k] > 0 && isfinite(wanted[k]) && width > 0)
                aims[count++] =
                    (struct aim){ wanted[k], width, wanted[k] / width };
    }
    return count;
}

/* The farthest aim becomes a station. */
static double take_aim(struct aim aims[], size_t count, size_t at)
{
    double c = aims[at].c;

    for (size_t i = 0; i < count; i++)
        aims[i].away = fmin(aims[i].away, fabs(aims[i].c - c) / aims[i].width);
    return c;
}

static void spread_out(struct search *s, const struct places *p)
{
    struct aim *aims = arena_array(s->arena, 5 * p->count, struct aim);
    size_t count = collect_aims(aims, p), kept = 1, at = 0;
    size_t most = stations_for(s->request->sample->count);
    double c[MOST_STATIONS] = { 0 };

    for (size_t i = 0; i < count; i++) /* first the end of the path */
        at = clearly_more(aims[i].c, aims[at].c) ? i : at;
    while (kept <= most && count > 0 && aims[at].away > 1e-3) {
        c[kept++] = take_aim(aims, count, at);
        for (size_t i = 0; i < count; i++)
            at = clearly_more(aims[i].away, aims[at].away) ? i : at;
    }
    add_stations(s, c, kept);
}

/* A place between two stations, and how far apart these are in widths of the
 * interval it belongs to; infinite beyond the last. */
struct gap {
    double c, apart;
};

static struct gap gap_around(const struct search *s, double c, double width)
{
    double low, high;
    size_t k = 1;

    if (!(c > 0))
        return (struct gap){ 0, 0 };
    if (!isfinite(c))
        return (struct gap){ 1.5 * s->stations[s->count - 1].c + 0.1,
                             HUGE_VAL };
    while (k + 1 < s->count && s->stations[k].c < c)
        k++;
    low = s->stations[k - 1].c, high = s->stations[k].c;
    /* Not at its edge: what jumps there would be met by small steps. */
    return (
        struct gap){ fmin(fmax(c, (3 * low + high) / 4), (low + 3 * high) / 4),
                     width > 0 ? (high - low) / width : 0 };
}

static struct gap widest_gap(const struct search *s)
{
    struct places p = find_places(s);
    struct gap widest = { 0, 0 };

    for (size_t i = 0; i < p.count; i++) {
        double width = p.upper[i] - p.lower[i];
        const struct gap gaps[] = { gap_around(s, p.lower[i], width),
                                    gap_around(s, p.median[i], width),
                                    gap_around(s, p.upper[i], width) };
        for (size_t k = 0; k < sizeof gaps / sizeof *gaps; k++)
            if (clearly_more(gaps[k].apart, widest.apart))
                widest = gaps[k];
    }
    return widest;
}

/* (9) A few more, where the interpolation spans too much. */
static void close_gaps(struct search *s, size_t more)
{
    static const double WIDE = 0.35;

    for (; more > 0; more--) {
        struct gap gap = widest_gap(s);
        if (!clearly_more(gap.apart, WIDE))
            return;
        add_stations(s, &gap.c, 1);
    }
}

/* (9) Roughly where the limits lie. */
static struct places look_about(struct search *s, double ratio)
{
    double high = 1 + REACH * ratio, ends[2] = { 0, high };

    if (ratio < 1 / REACH)
        ends[0] = 1 - REACH * ratio;
    add_stations(s, ends, 2);
    add_even(s, ends[0], high);
    close_gaps(s, PILOT_MORE);
    return find_places(s);
}

/* (5) What equal areas reach by chance with probability [q]. */
static double chance_alone(const struct search *s, const double drawn[],
                           size_t m, double q)
{
    size_t draws = s->tally.draws;
    double at = s->falls[m] ? (1 - q) * (double)draws : q * (double)draws;
    double *sorted = arena_array(s->arena, draws, double);
    size_t k = (size_t)fmin(ceil(at), (double)draws);

    memcpy(sorted, drawn, draws * sizeof *sorted);
    qsort(sorted, draws, sizeof *sorted, by_size);
    k = k > 0 ? k - 1 : 0;
    return isfinite(sorted[k]) ? sorted[k] : NO_VALUE;
}

static double truth_at(const struct search *s, size_t m, double c)
{
    if (!isfinite(c))
        return NO_VALUE;
    return tally_truth(s->request, &s->request->choices[m], c, s->arena);
}

/* (7) The farthest from equal areas that any station with a value is. */
static double farthest(const struct search *s, size_t m)
{
    double far = truth_at(s, m, 0);

    for (size_t k = 1; k < s->count; k++) {
        double here = truth_at(s, m, s->stations[k].c);
        if (has_value(here))
            far = s->falls[m] ? fmin(far, here) : fmax(far, here);
    }
    return far;
}

static bool varies(const double drawn[], size_t draws)
{
    for (size_t i = 1; i < draws; i++)
        if (drawn[i] < drawn[0] || drawn[i] > drawn[0])
            return true;
    return false;
}

static struct inversion_limits limits_of(const struct search *s, size_t m,
                                         const double drawn[],
                                         double confidence)
{
    double z = tail_of(confidence);
    double near = truth_at(s, m, crossing(s, m, z, ASK_LOWER));
    double c = crossing(s, m, -z, ASK_UPPER), far;

    if (asked_at(s, m, 0, ASK_UPPER) > -z)
        far = truth_at(s, m, c);
    else
        far = chance_alone(s, drawn, m, (1 + confidence) / 2);
    if (!has_value(far))
        far = farthest(s, m);
    if (!has_value(near) || !has_value(far) ||
        (s->request->sample->alike && !varies(drawn, s->tally.draws)))
        return (struct inversion_limits){ NO_VALUE, NO_VALUE };
    /* (12) */
    return (struct inversion_limits){ fmin(near, far), fmax(near, far) };
}

/* (8) */
static bool is_signed(const struct search *s, size_t m)
{
    return s->request->choices[m].measure->pair && !s->request->sample->order &&
           s->request->sample->reference != SAMPLE_NONE;
}

/* (4) */
static double p_value_of(const struct search *s, size_t m)
{
    double draws = (double)s->tally.draws, alike = s->stations[0].alike[m];
    double below = s->stations[0].below[m];
    double reach = (1 + draws - below) / (1 + draws);
    double stay = (1 + below + alike) / (1 + draws);

    if (is_signed(s, m))
        return fmin(1, 2 * fmin(reach, stay));
    return s->falls[m] ? stay : reach;
}

static double mean_of(const double drawn[], size_t draws)
{
    double sum = 0;
    size_t found = 0;

    for (size_t i = 0; i < draws; i++)
        if (has_value(drawn[i])) {
            sum += drawn[i];
            found++;
        }
    return (double)(draws - found) <= FEW * (double)draws ? sum / (double)found
                                                          : NO_VALUE;
}

static void fill_outcome(struct inversion_outcome *out, const struct search *s,
                         size_t m, const double drawn[])
{
    const struct inversion_request *r = s->request;

    out->expected = mean_of(drawn, r->draws);
    out->p_value = p_value_of(s, m);
    out->corrected = is_signed(s, m)
                         ? NO_VALUE
                         : truth_at(s, m, crossing(s, m, 0, ASK_MEDIAN));
    for (size_t l = 0; l < r->levels; l++)
        out->limits[l] = limits_of(s, m, drawn, r->confidence[l]);
}

static void start_search(struct search *s)
{
    const struct inversion_request *r = s->request;

    s->observed = arena_array(s->arena, r->count, double);
    s->falls = arena_array(s->arena, r->count, bool);
    for (size_t m = 0; m < r->count; m++) {
        const struct measure_choice *choice = &r->choices[m];
        double equal = tally_truth(r, choice, 0, s->arena);
        s->observed[m] = measure_value(choice, r->sample, s->arena);
        s->falls[m] =
            s->observed[m] < equal ||
            (choice->measure->uncut && r->sample->better == BETTER_LOWER);
    }
    s->tally = (struct tally){ .request = r, .observed = s->observed };
}

void inversion_run(struct inversion_outcome outcomes[],
                   const struct inversion_request *r, struct arena *arena)
{
    enum { SHARE = 50, LEAST = 200 };
    struct arena *own = arena_new();
    struct search s = { .request = r, .arena = own };
    double ratio = noise_ratio(r->sample), zero = 0;
    double *drawn = arena_array(own, r->count * r->draws, double);

    start_search(&s);
    if (isfinite(ratio)) {
        struct places places;
        s.tally.draws = r->draws / SHARE > LEAST ? r->draws / SHARE
                        : r->draws < LEAST       ? r->draws
                                                 : LEAST;
        places = look_about(&s, ratio);
        s.count = 0;
        s.tally.draws = r->draws;
        s.tally.at_equal = drawn;
        spread_out(&s, &places);
        close_gaps(&s, (stations_for(r->sample->count) + 1) / 2);
    } else {
        s.tally.draws = r->draws;
        s.tally.at_equal = drawn;
        add_stations(&s, &zero, 1);
    }
    for (size_t m = 0; m < r->count; m++) {
        outcomes[m].limits =
            arena_array(arena, r->levels, struct inversion_limits);
        fill_outcome(&outcomes[m], &s, m, drawn + m * r->draws);
    }
    arena_free(own);
}
