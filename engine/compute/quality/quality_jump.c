/*
 * quality_jump.c - figures that change as such figures do not.
 *
 *  (1) The log of the change from one year to the next is set against the
 *      changes of the same quantity and cell over all areas of the tier and all
 *      years: less their middle of that year (of all years, below five areas),
 *      over their robust spread (1.4826 times the median distance), which is
 *      taken as 1 % at least. At least six changes must be known.
 *  (2) A Poisson score would call nine of ten ordinary changes of membership a
 *      jump: the spread is that of areas and years, to which chance only adds
 *      the little it does to counts (1/before + 1/after).
 *  (3) p is two-sided by Student's t with one degree less than there are
 *      changes, adjusted over the table. A jump has p below .05 and is 1.4
 * times the middle or less than its 1.4th part. Counts that stay below 100 and
 *      rates are left alone.
 *  (4) What jumps back in the next year is one finding. So are the parts of a
 *      figure that jumped with it: they raise its count.
 *  (5) A base is a quantity that is declared steady: its yearly change by more
 *      than so many per cent wants an explanation. It moved when it differs by
 *      more (and 1 % for each year between) from its last figure, no more than
 *      five years before. Bases that stay below 50 are left alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/decide.h"
#include "engine/compute/indicator/naming.h"
#include "engine/compute/quality/quality_rules.h"

static const double SPREAD_LEAST = 0.01, SIGMA_OF_MEDIAN = 1.4826, LEVEL = 0.05,
                    FACTOR = 1.4, SMALL_COUNT = 100, BASE_A_YEAR = 0.01,
                    SMALL_BASE = 50;
enum { CHANGES_LEAST = 6, AREAS_OF_A_YEAR = 5, YEARS_OF_A_BASE = 5 };

/* A step that was tested. */
struct jump {
    struct quality_step *step;
    double middle, spread, p;
    uint32_t source;
};

struct jumps {
    const struct quality *q;
    struct quality_step *steps;
    size_t count;
    struct jump *tests;
    size_t tested;
};

static int by_size(const void *left, const void *right)
{
    double l = *(const double *)left, r = *(const double *)right;

    return (l > r) - (l < r);
}

static double median(double values[], size_t count)
{
    qsort(values, count, sizeof *values, by_size);
    return count % 2 ? values[count / 2]
                     : (values[count / 2 - 1] + values[count / 2]) / 2;
}

static bool is_testable(const struct jumps *j, const struct quality_step *step)
{
    return step->years == 1 &&
           j->q->study->codebook.quantities[step->after->quantity].over_areas ==
               OVER_AREAS_SUM &&
           fmax(step->before->value, step->after->value) >= SMALL_COUNT;
}

static enum tier tier_of(const struct jumps *j, const struct quality_step *step)
{
    return j->q->study->areas.items[step->after->area].tier;
}

static bool same_group(const struct jumps *j, const struct quality_step *a,
                       const struct quality_step *b)
{
    return a->after->quantity == b->after->quantity &&
           (a->after->period & 0xffff) == (b->after->period & 0xffff) &&
           a->after->cell == b->after->cell && tier_of(j, a) == tier_of(j, b);
}

/* (1) Of one year, or of all when NO_PERIOD; NO_VALUE of too few. */
static double middle_of(const struct jumps *j, const struct jump tests[],
                        size_t count, period year, size_t least)
{
    struct arena_mark mark = arena_mark(j->q->scratch);
    double *changes = arena_array(j->q->scratch, count, double), middle;
    size_t n = 0;

    for (size_t i = 0; i < count; i++)
        if (year == NO_PERIOD || tests[i].step->after->period == year)
            changes[n++] = tests[i].step->change;
    middle = n < least ? NO_VALUE : median(changes, n);
    arena_rewind(j->q->scratch, mark);
    return middle;
}

/* (1) Each year is looked at once, however many areas have it. */
static void set_middles(const struct jumps *j, struct jump tests[],
                        size_t count)
{
    double all = middle_of(j, tests, count, NO_PERIOD, 1);

    for (size_t i = 0; i < count; i++) {
        period year = tests[i].step->after->period;
        if (has_value(tests[i].middle))
            continue;
        double own = middle_of(j, tests, count, year, AREAS_OF_A_YEAR);
        for (size_t k = i; k < count; k++)
            if (tests[k].step->after->period == year)
                tests[k].middle = has_value(own) ? own : all;
    }
}

static double spread_of(const struct jumps *j, const struct jump tests[],
                        size_t count)
{
    double *off = arena_array(j->q->scratch, count, double);

    for (size_t i = 0; i < count; i++)
        off[i] = fabs(tests[i].step->change - tests[i].middle);
    return fmax(SPREAD_LEAST, SIGMA_OF_MEDIAN * median(off, count));
}

/* (1) to (3), before the adjustment. */
static void test_group(struct jumps *j, size_t first, size_t end)
{
    struct jump *tests = j->tests + j->tested;
    size_t count = 0;
    double spread;

    for (size_t i = first; i < end; i++)
        if (is_testable(j, &j->steps[i]))
            tests[count++] =
                (struct jump){ .step = &j->steps[i], .middle = NO_VALUE };
    if (count < CHANGES_LEAST)
        return;
    set_middles(j, tests, count);
    spread = spread_of(j, tests, count);
    for (size_t i = 0; i < count; i++) {
        const struct quality_step *step = tests[i].step;
        tests[i].spread = sqrt(spread * spread + 1 / step->before->value +
                               1 / step->after->value);
        tests[i].p = 2 * gsl_cdf_tdist_Q(fabs(step->change - tests[i].middle) /
                                             tests[i].spread,
                                         (double)count - 1);
        tests[i].source = j->q->cube->table->source[step->after->row];
    }
    j->tested += count;
}

/* One table: file, quantity, period; in it by area and cell. */
static int by_table(const void *left, const void *right)
{
    const struct jump *l = left, *r = right;
    const struct fact *a = l->step->after, *b = r->step->after;

    if (l->source != r->source)
        return l->source < r->source ? -1 : 1;
    if (a->quantity != b->quantity)
        return a->quantity < b->quantity ? -1 : 1;
    if (a->period != b->period)
        return a->period < b->period ? -1 : 1;
    if (a->area != b->area)
        return a->area < b->area ? -1 : 1;
    return (a->cell > b->cell) - (a->cell < b->cell);
}

static bool same_table(const struct jump *a, const struct jump *b)
{
    return a->source == b->source &&
           a->step->after->quantity == b->step->after->quantity &&
           a->step->after->period == b->step->after->period;
}

static void adjust_table(struct jumps *j, size_t first, size_t end)
{
    double *p = arena_array(j->q->scratch, end - first, double);

    for (size_t i = first; i < end; i++)
        p[i - first] = j->tests[i].p;
    decide_adjust(p, end - first, j->q->scratch);
    for (size_t i = first; i < end; i++)
        j->tests[i].p = p[i - first];
}

static bool is_jump(const struct jump *jump)
{
    return jump->p < LEVEL &&
           fabs(jump->step->change - jump->middle) >= log(FACTOR);
}

/* (4) Steps of one series are neighbours. */
static bool comes_back(const struct jumps *j, const struct jump *jump)
{
    const struct quality_step *step = jump->step, *last = step - 1;

    return step > j->steps && last->after == step->before && last->told &&
           last->change * step->change < 0 &&
           fabs(last->change + step->change) < log(FACTOR);
}

static const char *percent(const struct quality *q, double change)
{
    double points = round(1000 * (exp(change) - 1)) / 10;

    return arena_format(q->scratch, "%s%s", points > 0 ? "+" : "",
                        naming_number(q->study, points, q->scratch));
}

static struct finding *tell_jump(const struct quality *q,
                                 const struct jump *jump)
{
    const struct fact *now = jump->step->after, *before = jump->step->before;
    struct arena *a = q->scratch;

    return finding_add(q->findings, FINDING_jump, quality_place(q, now), "area",
                       quality_area(q, now), "quantity",
                       quality_quantity(q, now), "period",
                       naming_period(now->period, a), "reported",
                       naming_number(q->study, now->value, a), "other",
                       naming_number(q->study, before->value, a), "against",
                       naming_period(before->period, a), "change",
                       percent(q, jump->step->change), "low",
                       percent(q, jump->middle - 2 * jump->spread), "high",
                       percent(q, jump->middle + 2 * jump->spread), NULL);
}

static int by_step(const void *left, const void *right)
{
    const struct jump *l = left, *r = right;

    return (l->step > r->step) - (l->step < r->step);
}

/* (4) In the order of the series, so that a way back finds the way there. */
static void mark_jumps(struct jumps *j)
{
    qsort(j->tests, j->tested, sizeof *j->tests, by_step);
    for (size_t i = 0; i < j->tested; i++) {
        j->tests[i].step->told = is_jump(&j->tests[i]);
        if (j->tests[i].step->told && comes_back(j, &j->tests[i]))
            j->tests[i].p = NO_VALUE;
    }
    qsort(j->tests, j->tested, sizeof *j->tests, by_table);
}

static void tell_jumps(struct jumps *j)
{
    const struct fact *last = NULL;
    struct finding *told = NULL;

    for (size_t i = 0; i < j->tested; i++) {
        const struct fact *now = j->tests[i].step->after;
        if (!is_jump(&j->tests[i]))
            continue;
        if (told && last->quantity == now->quantity &&
            last->period == now->period && last->area == now->area) {
            told->count++;
            continue;
        }
        told = tell_jump(j->q, &j->tests[i]);
        last = now;
    }
}

static void test_steps(struct jumps *j)
{
    for (size_t first = 0, end; first < j->count; first = end) {
        for (end = first + 1; end < j->count; end++)
            if (!same_group(j, &j->steps[first], &j->steps[end]))
                break;
        test_group(j, first, end);
    }
    if (j->tested == 0)
        return;
    qsort(j->tests, j->tested, sizeof *j->tests, by_table);
    for (size_t first = 0, end; first < j->tested; first = end) {
        for (end = first + 1; end < j->tested; end++)
            if (!same_table(&j->tests[first], &j->tests[end]))
                break;
        adjust_table(j, first, end);
    }
    mark_jumps(j);
    tell_jumps(j);
}

/* (5) */
static bool has_moved(const struct quality *q, const struct quality_step *step)
{
    double steady = q->study->codebook.quantities[step->after->quantity].steady;
    double limit = steady / 100 + BASE_A_YEAR * (step->years - 1);

    return steady > 0 && !step->told && step->after->cell == 0 &&
           step->years >= 1 && step->years <= YEARS_OF_A_BASE &&
           fmax(step->before->value, step->after->value) >= SMALL_BASE &&
           fabs(exp(step->change) - 1) > limit;
}

static void tell_base(const struct quality *q, const struct quality_step *step)
{
    const struct fact *now = step->after, *before = step->before;
    struct arena *a = q->scratch;

    finding_add(q->findings, FINDING_base_moved, quality_place(q, now), "area",
                quality_area(q, now), "quantity", quality_quantity(q, now),
                "period", naming_period(now->period, a), "reported",
                naming_number(q->study, now->value, a), "other",
                naming_number(q->study, before->value, a), "against",
                naming_period(before->period, a), "change",
                percent(q, step->change), NULL);
}

void quality_jumps(const struct quality *q)
{
    struct jumps j = { .q = q };

    j.steps = quality_steps(q, &j.count);
    j.tests = arena_array(q->scratch, j.count + 1, struct jump);
    test_steps(&j);
    for (size_t i = 0; i < j.count; i++)
        if (has_moved(q, &j.steps[i]))
            tell_base(q, &j.steps[i]);
}
