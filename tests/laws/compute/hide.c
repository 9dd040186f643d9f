/*
 * hide.c - an attacker who has read all that is printed.
 *
 * Random provinces of districts and communes report pupils by school level and
 * sex, and people by age and sex, in two years; some counts are small, some
 * nearly all of their base, some are not reported. The attacker knows how every
 * printed number is made of the numbers of communes by level and sex:
 * numerators, bases, the year before, the observations that are left. He knows
 * that nothing is below 0 and that pupils are people. For each sensitive row
 * that is hidden he asks how large and how small its number could be.
 *
 *  (1) A count of 1 to N - 1, of pupils or of people, is never printed; nor is
 *      a pair of numbers that differ by as much.
 *  (2) What he can say of a hidden one leaves room for N: its largest possible
 *      value less its smallest.
 *  (3) Where no count is small nothing is hidden, and without a threshold
 *      nothing is touched.
 *
 * The largest value is found by the simplex method. The truth is a point where
 * all that is printed holds, so he starts there; what he finds does not depend
 * on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/hide/hide.h"
#include "tests/unit/compute/lab.h"
#include "tests/unit/model/register.h"

enum { TRIES = 1000, UNITS = 9, YEARS = 2, COUNTED = 2, PARTS = 4 };
enum { SIZE = COUNTED * UNITS * PARTS, MOST_ROWS = 2400 };
enum { PUPILS, PEOPLE };
static const char *const counted[COUNTED] = { "enrolled", "population" };
/* Primary and girls, primary and boys, lower and girls, lower and boys. */
static const char *const cells[COUNTED][PARTS] = {
    { "level=primary,sex=F", "level=primary,sex=M", "level=lower,sex=F",
      "level=lower,sex=M" },
    { "age=0..10,sex=F", "age=0..10,sex=M", "age=11..,sex=F",
      "age=11..,sex=M" },
};
enum { ALL = 15, PRIMARY = 3, LOWER = 12, GIRLS = 5, BOYS = 10 };
static const char *const years[YEARS] = { "2022", "2023" };
static const char *const districts[] = { "D1", "D2", "D3" };

struct world {
    uint64_t dice;
    struct lab *lab;
    double below;
    uint32_t unit[UNITS];
    double truth[YEARS][COUNTED][UNITS][PARTS];
    bool told[YEARS][COUNTED][UNITS];
    bool flat; /* communes without districts */
    struct hidden hidden;
    struct result *before; /* the rows as they were, in their order */
};

static unsigned roll(struct world *w, unsigned sides)
{
    w->dice ^= w->dice << 13;
    w->dice ^= w->dice >> 7;
    w->dice ^= w->dice << 17;
    return (unsigned)((w->dice >> 11) % sides);
}

static unsigned some(struct world *w, unsigned smalls)
{
    if (roll(w, 100) < smalls)
        return roll(w, (unsigned)w->below + 2);
    return (unsigned)(2 * w->below) + roll(w, 400);
}

static void make_areas(struct world *w)
{
    struct register_line lines[UNITS + 4] = { { "P", NULL, TIER_PROVINCE, 0,
                                                0 } };
    size_t count = 1;
    for (int i = 0; !w->flat && i < 3; i++)
        lines[count++] =
            (struct register_line){ districts[i], "P", TIER_DISTRICT, 0, 0 };
    for (int i = 0; i < UNITS; i++)
        lines[count++] =
            (struct register_line){ arena_format(w->lab->arena, "u%02d", i),
                                    w->flat ? "P" : districts[roll(w, 3)],
                                    TIER_COMMUNE, 0, 0 };
    register_build(&w->lab->study.areas, lines, count, w->lab->arena);
    for (int i = 0; i < UNITS; i++)
        w->unit[i] = lab_area(w->lab, arena_format(w->lab->arena, "u%02d", i));
    w->lab->study.project.root = lab_area(w->lab, "P");
}

static void make_counts(struct world *w, unsigned smalls, bool gaps)
{
    for (int y = 0; y < YEARS; y++)
        for (int u = 0; u < UNITS; u++) {
            for (int s = 0; s < PARTS; s++) {
                double pupils = some(w, smalls);
                w->truth[y][PUPILS][u][s] = pupils;
                w->truth[y][PEOPLE][u][s] = pupils + some(w, smalls);
            }
            for (int q = 0; q < COUNTED; q++)
                w->told[y][q][u] = !gaps || roll(w, 12) > 0;
        }
}

static void tell_counts(struct world *w)
{
    for (int y = 0; y < YEARS; y++)
        for (int q = 0; q < COUNTED; q++)
            for (int u = 0; u < UNITS; u++)
                for (int s = 0; w->told[y][q][u] && s < PARTS; s++)
                    lab_say(w->lab, w->lab->study.areas.items[w->unit[u]].code,
                            years[y], counted[q], cells[q][s],
                            w->truth[y][q][u][s]);
}

static void make_indicators(struct lab *lab)
{
    static const char *by[] = { "sex", "level" };
    struct indicator *in[] = {
        lab_indicator(lab, "pupils", KIND_COUNT, "enrolled", NULL),
        lab_indicator(lab, "rate", KIND_PROPORTION, "enrolled", "population"),
        lab_indicator(lab, "people", KIND_COUNT, "population", NULL),
        lab_indicator(lab, "primary_rate", KIND_PROPORTION,
                      "enrolled[level=primary]", "population[age=0..10]"),
        lab_indicator(lab, "primary_share", KIND_PROPORTION,
                      "enrolled[level=primary]", "enrolled"),
        lab_indicator(lab, "lower_rate", KIND_PROPORTION,
                      "enrolled[level=lower]", "population[age=11..]"),
    };
    for (size_t i = 0; i < sizeof in / sizeof *in; i++) {
        in[i]->by = by;
        in[i]->by_count = i == 0 ? 2 : 1;
    }
}

static void world_open(struct world *w, uint64_t seed, unsigned smalls,
                       bool gaps)
{
    *w = (struct world){ .dice = 88172645463325252u ^ (seed * 7919),
                         .lab = lab_open() };
    w->flat = seed % 5 == 0;
    w->below = 3 + (double)(seed % 4) * 3;
    make_areas(w);
    make_counts(w, smalls, gaps);
    tell_counts(w);
    make_indicators(w->lab);
    lab_run(w->lab);
    w->before =
        arena_array(w->lab->arena, w->lab->results->count, struct result);
    memcpy(w->before, w->lab->results->items,
           w->lab->results->count * sizeof *w->before);
}

static void world_hide(struct world *w)
{
    struct lab *lab = w->lab;
    lab->study.project.hide_below = w->below;
    hide_results(&w->hidden, lab->results, lab->formulas, lab->cube,
                 &lab->study, lab->arena);
    hide_observations(lab->table, lab->findings, &w->hidden);
}

/* --- what a row is made of ------------------------------------------------ */

struct row {
    double of[SIZE];
};

/* What a row counts: numerator and base, each a quantity and parts. */
struct made {
    int quantity[2]; /* -1: no base */
    unsigned parts[2];
};

static unsigned parts_of(struct breakdown of)
{
    static const unsigned codes[2][2] = { { GIRLS, BOYS }, { PRIMARY, LOWER } };
    return of.dimension == NO_INDEX ? ALL
                                    : codes[of.dimension == LEVEL][of.code];
}

static struct made made_of(const struct world *w, const struct result *r)
{
    const char *id = w->lab->study.catalogue.items[r->indicator].id;
    unsigned of = parts_of(r->breakdown);
    if (strcmp(id, "pupils") == 0)
        return (struct made){ { PUPILS, -1 }, { of, 0 } };
    if (strcmp(id, "people") == 0)
        return (struct made){ { PEOPLE, -1 }, { of, 0 } };
    if (strcmp(id, "rate") == 0)
        return (struct made){ { PUPILS, PEOPLE }, { of, of } };
    if (strcmp(id, "primary_rate") == 0)
        return (struct made){ { PUPILS, PEOPLE },
                              { of & PRIMARY, of & PRIMARY } };
    if (strcmp(id, "lower_rate") == 0)
        return (struct made){ { PUPILS, PEOPLE }, { of & LOWER, of & LOWER } };
    return (struct made){ { PUPILS, PUPILS }, { of & PRIMARY, of } };
}

/* Of the communes in the area that told all of it, in both years if so. */
static bool brings(const struct world *w, const struct made *m, int u, int year,
                   bool both)
{
    for (int k = 0; k < 2; k++)
        if (m->quantity[k] >= 0 &&
            (!w->told[year][m->quantity[k]][u] ||
             (both && !w->told[1 - year][m->quantity[k]][u])))
            return false;
    return true;
}

static void add_form(const struct world *w, struct row *row,
                     const struct result *r, int part, double times,
                     const bool of[])
{
    struct made m = made_of(w, r);
    for (int u = 0; u < UNITS; u++)
        for (int s = 0; s < PARTS; s++)
            if (of[u] && (m.parts[part] & 1u << s) &&
                area_is_in(&w->lab->study.areas, w->unit[u], r->area))
                row->of[(m.quantity[part] * UNITS + u) * PARTS + s] += times;
}

static struct row form_of(const struct world *w, const struct result *r,
                          int part, int year)
{
    struct row row = { { 0 } };
    struct made m = made_of(w, r);
    bool of[UNITS];
    for (int u = 0; u < UNITS; u++)
        of[u] = brings(w, &m, u, year, false);
    add_form(w, &row, r, part, 1, of);
    return row;
}

static double worth(const struct world *w, const struct row *row, int year)
{
    const double *truth = &w->truth[year][0][0][0];
    double sum = 0;
    for (int i = 0; i < SIZE; i++)
        sum += row->of[i] * truth[i];
    return sum;
}

/* The year before, of a row of 2023: its numerator less so much of its base is
 * nothing; of a count the number itself. */
static struct row previous_of(const struct world *w, const struct result *r)
{
    struct row row = { { 0 } };
    struct made m = made_of(w, r);
    bool of[UNITS];
    for (int u = 0; u < UNITS; u++)
        of[u] = brings(w, &m, u, 0, true);
    add_form(w, &row, r, 0, 1, of);
    if (m.quantity[1] >= 0)
        add_form(w, &row, r, 1, -r->previous / 100, of);
    return row;
}

/* --- what he reads -------------------------------------------------------- */

struct attack {
    const struct world *w;
    int year;
    struct row rows[MOST_ROWS];
    size_t count;
    int pivot[SIZE]; /* the row that a column leads, or -1 */
};

static int year_of(const struct result *r)
{
    return period_year(r->period) - 2022;
}

static void read_row(struct attack *a, const struct row *row)
{
    assert_true(a->count < MOST_ROWS);
    a->rows[a->count++] = *row;
}

static void read_results(struct attack *a)
{
    const struct results *results = a->w->lab->results;
    for (size_t i = 0; i < results->count; i++) {
        const struct result *r = &results->items[i];
        if (year_of(r) == a->year)
            for (int part = 0; part < 2; part++)
                if (has_value(part ? r->denominator : r->numerator)) {
                    struct row row = form_of(a->w, r, part, a->year);
                    assert_near(part ? r->denominator : r->numerator,
                                worth(a->w, &row, a->year), 1e-9);
                    read_row(a, &row);
                }
        if (year_of(r) == 1 && a->year == 0 && has_value(r->previous)) {
            struct row row = previous_of(a->w, r);
            read_row(a, &row);
        }
    }
}

static void read_observations(struct attack *a)
{
    const struct table *t = a->w->lab->table;
    for (size_t i = 0; i < t->count; i++) {
        int q = strcmp(lab_quantities[t->quantity[i]].id, counted[0]) != 0;
        struct row row = { { 0 } };
        if (!has_value(t->value[i]) ||
            period_year(t->period[i]) - 2022 != a->year)
            continue;
        for (int u = 0; u < UNITS; u++)
            for (int s = 0; s < PARTS; s++)
                if (a->w->unit[u] == t->area[i] &&
                    t->cell[i] ==
                        lab_cell(a->w->lab, t->quantity[i], cells[q][s]))
                    row.of[(q * UNITS + u) * PARTS + s] = 1;
        assert_near(t->value[i], worth(a->w, &row, a->year), 1e-9);
        read_row(a, &row);
    }
}

static void subtract(struct row *from, const struct row *row, double times)
{
    for (int i = 0; i < SIZE; i++)
        from->of[i] -= times * row->of[i];
}

/* Gauss and Jordan: afterwards a leading column stands in its row alone. */
static void eliminate(struct attack *a)
{
    size_t rank = 0;
    for (int c = 0; c < SIZE; c++) {
        size_t best = rank;
        a->pivot[c] = -1;
        for (size_t r = rank; r < a->count; r++)
            if (fabs(a->rows[r].of[c]) > fabs(a->rows[best].of[c]))
                best = r;
        if (best >= a->count || fabs(a->rows[best].of[c]) < 1e-7)
            continue;
        struct row row = a->rows[best];
        a->rows[best] = a->rows[rank];
        for (int i = 0; i < SIZE; i++)
            a->rows[rank].of[i] = row.of[i] / row.of[c];
        for (size_t r = 0; r < a->count; r++)
            if (r != rank)
                subtract(&a->rows[r], &a->rows[rank], a->rows[r].of[c]);
        a->pivot[c] = (int)rank++;
    }
    a->count = rank;
}

/* What is left of a form when all he knows is taken off. */
static struct row unknown_of(const struct attack *a, struct row row)
{
    for (int c = 0; c < SIZE; c++)
        if (a->pivot[c] >= 0)
            subtract(&row, &a->rows[a->pivot[c]], row.of[c]);
    for (int c = 0; c < SIZE; c++)
        if (fabs(row.of[c]) < 1e-6)
            row.of[c] = 0;
    return row;
}

/* --- how far a number may be from the truth ------------------------------- */

enum { LIMITS = SIZE + UNITS * PARTS };

/* A row of the tableau: steps up and down of each unknown, then the limit. */
struct tableau {
    double rows[LIMITS + 1][2 * SIZE + 1]; /* the last: what is to grow */
    size_t limits;
};

static void add_limit(struct tableau *t, const struct row *row, double limit)
{
    bool any = false;
    for (int c = 0; c < SIZE; c++) {
        t->rows[t->limits][2 * c] = row->of[c];
        t->rows[t->limits][2 * c + 1] = -row->of[c];
        any = any || fabs(row->of[c]) > 0;
    }
    t->rows[t->limits][2 * SIZE] = fmax(limit, 0);
    t->limits += any;
}

/* Nothing is below 0, and pupils are people. */
static void set_limits(struct tableau *t, const struct attack *a)
{
    const double *truth = &a->w->truth[a->year][0][0][0];
    const double(*told)[UNITS][PARTS] = a->w->truth[a->year];
    t->limits = 0;
    for (int c = 0; c < SIZE; c++) {
        struct row row = { { 0 } };
        row.of[c] = -1;
        row = unknown_of(a, row);
        add_limit(t, &row, truth[c]);
    }
    for (int u = 0; u < UNITS; u++)
        for (int s = 0; s < PARTS; s++) {
            struct row row = { { 0 } };
            row.of[(PUPILS * UNITS + u) * PARTS + s] = 1;
            row.of[(PEOPLE * UNITS + u) * PARTS + s] = -1;
            row = unknown_of(a, row);
            if (a->w->told[a->year][0][u] && a->w->told[a->year][1][u])
                add_limit(t, &row, told[PEOPLE][u][s] - told[PUPILS][u][s]);
        }
}

static void exchange(struct tableau *t, size_t row, int column)
{
    double by = t->rows[row][column];
    for (int c = 0; c <= 2 * SIZE; c++)
        t->rows[row][c] /= by;
    for (size_t r = 0; r <= t->limits; r++) {
        double times = t->rows[r][column];
        if (r == row || fabs(times) < 1e-12)
            continue;
        for (int c = 0; c <= 2 * SIZE; c++)
            t->rows[r][c] -= times * t->rows[row][c];
        t->rows[r][column] = -times / by;
    }
    t->rows[row][column] = 1 / by;
}

/* Bland: the first column that helps, so that there is no going in circles. */
static int entering(const struct tableau *t)
{
    for (int c = 0; c < 2 * SIZE; c++)
        if (t->rows[t->limits][c] > 1e-7)
            return c;
    return -1;
}

static size_t leaving(const struct tableau *t, int column)
{
    size_t best = t->limits;
    double least = HUGE_VAL;
    for (size_t r = 0; r < t->limits; r++) {
        double by = t->rows[r][column];
        double ratio = by > 1e-7 ? t->rows[r][2 * SIZE] / by : HUGE_VAL;
        if (ratio < least) {
            least = ratio;
            best = r;
        }
    }
    return best;
}

/* How much more than the truth the form may be; [enough] is as good as more. */
static double furthest(const struct attack *a, const struct row *form,
                       double sign, double enough)
{
    static struct tableau t;
    set_limits(&t, a);
    for (int c = 0; c < SIZE; c++) {
        t.rows[t.limits][2 * c] = sign * form->of[c];
        t.rows[t.limits][2 * c + 1] = -sign * form->of[c];
    }
    t.rows[t.limits][2 * SIZE] = 0;
    for (int step = 0; step < 4000; step++) {
        int column = entering(&t);
        if (-t.rows[t.limits][2 * SIZE] >= enough || column < 0)
            break;
        size_t row = leaving(&t, column);
        if (row == t.limits)
            return enough;
        exchange(&t, row, column);
    }
    return -t.rows[t.limits][2 * SIZE];
}

/* --- the attack ----------------------------------------------------------- */

static bool is_small(const struct world *w, double value)
{
    return value > 0 && value < w->below;
}

/* (2) */
static void attack_form(const struct attack *a, const struct row *form,
                        const struct result *r, const char *what)
{
    const struct world *w = a->w;
    struct row unknown = unknown_of(a, *form);
    double up = furthest(a, &unknown, 1, w->below);
    double down = furthest(a, &unknown, -1, w->below);
    if (up + down < w->below - 1e-6)
        fail_msg("%s of %s, %s, %d, code %d is %g and lies between %g and %g",
                 what, w->lab->study.catalogue.items[r->indicator].id,
                 w->lab->study.areas.items[r->area].code, 2022 + a->year,
                 r->breakdown.code == NO_INDEX ? -1 : r->breakdown.code,
                 worth(w, form, a->year), worth(w, form, a->year) - down,
                 worth(w, form, a->year) + up);
}

static void attack_row(const struct attack *a, const struct result *was)
{
    const struct world *w = a->w;
    struct row part = form_of(w, was, 0, a->year);
    if (is_small(w, was->numerator))
        attack_form(a, &part, was, "numerator");
    if (!has_value(was->denominator))
        return;
    struct row base = form_of(w, was, 1, a->year), rest = base;
    subtract(&rest, &part, 1);
    if (is_small(w, was->denominator))
        attack_form(a, &base, was, "base");
    if (is_small(w, was->denominator - was->numerator))
        attack_form(a, &rest, was, "rest");
}

/* (1) */
static void look_at(const struct world *w, const struct result *r)
{
    assert_false(is_small(w, r->numerator));
    assert_false(is_small(w, r->denominator));
    assert_false(is_small(w, r->denominator - r->numerator));
    if (r->status == STATUS_SUPPRESSED || r->status == STATUS_SUPPRESSED2)
        assert_false(has_value(r->value) || has_value(r->previous) ||
                     has_value(r->change) || has_value(r->lower));
}

static void attack_year(const struct world *w, int year)
{
    static struct attack a;
    a.w = w;
    a.year = year;
    a.count = 0;
    read_results(&a);
    read_observations(&a);
    eliminate(&a);
    for (size_t i = 0; i < w->lab->results->count; i++)
        if (year_of(&w->before[i]) == year &&
            w->lab->results->items[i].status == STATUS_SUPPRESSED)
            attack_row(&a, &w->before[i]);
}

static void attacked(void **state)
{
    size_t primary = 0, secondary = 0, shown = 0;
    (void)state;
    for (uint64_t seed = 1; seed <= TRIES; seed++) {
        struct world w;
        world_open(&w, seed, seed % 3 == 0 ? 25 : 6, seed % 2 == 0);
        world_hide(&w);
        for (size_t i = 0; i < w.lab->results->count; i++) {
            look_at(&w, &w.lab->results->items[i]);
            shown += has_value(w.lab->results->items[i].value);
        }
        attack_year(&w, 0);
        attack_year(&w, 1);
        primary += w.hidden.primary;
        secondary += w.hidden.secondary;
        lab_close(w.lab);
    }
    print_message("%zu rows hidden, %zu beside them, %zu printed\n", primary,
                  secondary, shown);
    assert_true(primary > 0 && secondary > 0 && shown > primary + secondary);
}

/* (3) */
static void untouched(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct world w;
        world_open(&w, seed, 0, seed % 2 == 0);
        world_hide(&w);
        assert_int_equal(w.hidden.primary + w.hidden.secondary, 0);
        assert_memory_equal(w.before, w.lab->results->items,
                            w.lab->results->count * sizeof *w.before);
        lab_close(w.lab);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attacked),
        cmocka_unit_test(untouched),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
