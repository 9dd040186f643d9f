/*
 * restate.c - what must hold on every crosswalk, tried on random ones.
 *
 * Three reforms of a dozen units in three districts: some stay, some take in a
 * neighbour, some merge, some are divided with or without weights. The test
 * keeps its own account of every reform as a table of shares and multiplies
 * these out; the walk and the facts are held against the product.
 *
 *  (1) The shares of a unit are those of the product and sum to 1.
 *  (2) Whole numbers: the parts of every observation add up to it to the last
 *      unit, and none is off its share by 1 or more. So do the totals.
 *  (3) What is one unit under another name is the same bits.
 *  (4) A unit is an estimate when a divided or guessed one went into it, and
 *      only then. A district is exact when all that touches it lies in it.
 *  (5) Pieces are a partition, and the finest: two units are in one piece when
 *      a chain of rows and districts joins them, and only then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/compute/restate/restate.h"
#include "tests/unit/compute/lab.h"
#include "tests/unit/model/register.h"

enum { MOST = 128, REFORMS = 3, EPOCHS = REFORMS + 1, UNITS = 12, TRIES = 150 };

static const date reforms[REFORMS] = { 20200402, 20220402, 20240402 };
static const char *const years[EPOCHS] = { "2019", "2021", "2023", "2025" };

/* A made-up country. Lines are numbered as they are made. */
struct world {
    uint64_t dice;
    struct arena *arena;
    struct register_line lines[MOST];
    size_t count;
    struct register_row rows[MOST];
    size_t row_count;
    bool guesses, alive[EPOCHS][MOST], guessed[REFORMS][MOST];
    double table[REFORMS][MOST][MOST]; /* from, to */
    uint32_t number[MOST];             /* of a line, in the register */
};

static unsigned roll(struct world *w, unsigned sides)
{
    w->dice ^= w->dice << 13;
    w->dice ^= w->dice >> 7;
    w->dice ^= w->dice << 17;
    return (unsigned)((w->dice >> 11) % sides);
}

static size_t add_unit(struct world *w, const char *parent, date from)
{
    w->lines[w->count] =
        (struct register_line){ arena_format(w->arena, "u%03zu",
                                             (w->count * 37) % 1000),
                                parent, TIER_COMMUNE, from, DATE_OPEN };
    return w->count++;
}

static void add_row(struct world *w, int k, size_t from, size_t to,
                    double share, bool written)
{
    bool guess = w->guesses && roll(w, 8) == 0;
    w->table[k][from][to] = share;
    w->guessed[k][from] = w->guessed[k][from] || guess;
    w->rows[w->row_count++] =
        (struct register_row){ reforms[k], w->lines[from].code,
                               w->lines[to].code, written ? share : 0, guess };
}

static void end(struct world *w, int k, size_t unit)
{
    w->lines[unit].to = reforms[k];
    w->alive[k + 1][unit] = false;
}

static size_t begin(struct world *w, int k, size_t like)
{
    size_t unit = add_unit(w, w->lines[like].parent, reforms[k]);
    w->alive[k + 1][unit] = true;
    return unit;
}

/* Into two or three new ones; the last share may go to [taker], which lives. */
static void divide(struct world *w, int k, size_t unit, size_t taker)
{
    bool written = roll(w, 2) == 0;
    unsigned parts = 2 + roll(w, 2);
    double left = 1;
    for (unsigned i = 0; i < parts; i++) {
        bool last = i + 1 == parts;
        double share = last ? left : (1 + roll(w, 3)) / 8.;
        size_t to = last && taker != MOST ? taker : begin(w, k, unit);
        left -= share;
        add_row(w, k, unit, to, written ? share : 1. / parts, written);
    }
    if (taker != MOST)
        w->table[k][taker][taker] = 1;
    end(w, k, unit);
}

static void merge(struct world *w, int k, size_t one, size_t other)
{
    size_t to = begin(w, k, one);
    add_row(w, k, one, to, 1, false);
    add_row(w, k, other, to, 1, false);
    end(w, k, one);
    end(w, k, other);
}

static void take_in(struct world *w, int k, size_t one, size_t other)
{
    add_row(w, k, other, one, 1, false);
    w->table[k][one][one] = 1;
    end(w, k, other);
}

static void rename_unit(struct world *w, int k, size_t unit)
{
    add_row(w, k, unit, begin(w, k, unit), 1, false);
    end(w, k, unit);
}

/* Pairs of neighbours meet one fate. */
static void reform(struct world *w, int k)
{
    size_t old[MOST], count = 0;
    for (size_t u = 0; u < w->count; u++) {
        w->alive[k + 1][u] = w->alive[k][u];
        if (w->alive[k][u])
            old[count++] = u;
    }
    for (size_t i = 0; i < count; i += 2) {
        size_t one = old[i], other = i + 1 < count ? old[i + 1] : MOST;
        unsigned fate = other == MOST ? 7 : roll(w, 7);
        if (fate == 0)
            merge(w, k, one, other);
        else if (fate == 1)
            take_in(w, k, one, other);
        else if (fate == 2)
            divide(w, k, one, other);
        else if (fate == 3)
            divide(w, k, one, MOST);
        else if (fate == 4)
            rename_unit(w, k, one);
        for (size_t e = i; e < i + 2 && e < count; e++)
            if (w->alive[k + 1][old[e]])
                w->table[k][old[e]][old[e]] = 1;
    }
}

static void make_world(struct world *w, struct lab *lab, uint64_t seed)
{
    static const char *const districts[] = { "D1", "D2", "D3" };
    w->dice = 88172645463325252u ^ (seed * 7919);
    w->arena = lab->arena;
    w->guesses = seed % 2 == 1;
    w->lines[w->count++] =
        (struct register_line){ "P", NULL, TIER_PROVINCE, 0, 0 };
    for (int i = 0; i < 3; i++)
        w->lines[w->count++] =
            (struct register_line){ districts[i], "P", TIER_DISTRICT, 0, 0 };
    for (int i = 0; i < UNITS; i++) {
        size_t unit = add_unit(w, districts[roll(w, 3)], DATE_OPEN);
        w->alive[0][unit] = true;
    }
    for (int k = 0; k < REFORMS; k++)
        reform(w, k);
    register_build(&lab->study.areas, w->lines, w->count, lab->arena);
    register_cross(&lab->study.crosswalk, &lab->study.areas, w->rows,
                   w->row_count, lab->arena);
    for (size_t u = 0; u < w->count; u++)
        w->number[u] = lab_area(lab, w->lines[u].code);
    lab->study.project.root = lab_area(lab, "P");
    lab->study.project.tier = TIER_DISTRICT;
}

/* --- the account -----------------------------------------------------------
 */

typedef double square[MOST][MOST];

/* One step of the walk: forward, or backward with all old units alike. */
static double step(const struct world *w, int k, bool forward, size_t from,
                   size_t to)
{
    double sum = 0;
    if (forward)
        return w->table[k][from][to];
    for (size_t u = 0; u < w->count; u++)
        sum += w->table[k][u][from];
    return sum > 0 ? w->table[k][to][from] / sum : 0;
}

static bool guess_on(const struct world *w, int k, bool forward, size_t unit)
{
    if (forward)
        return w->guessed[k][unit];
    for (size_t i = 0; i < w->row_count; i++)
        if (w->rows[i].day == reforms[k] && w->rows[i].inferred &&
            strcmp(w->rows[i].to, w->lines[unit].code) == 0)
            return true;
    return false;
}

/* shares[u][t] from epoch to epoch, and whether a guess lies on the way. */
static void multiply(const struct world *w, int from, int to, square shares,
                     bool guess[])
{
    static square next;
    bool forward = from < to;
    memset(shares, 0, sizeof(square));
    for (size_t u = 0; u < w->count; u++) {
        shares[u][u] = w->alive[from][u] && u >= 4;
        guess[u] = false;
    }
    for (int e = from; e != to; e += forward ? 1 : -1) {
        int k = forward ? e : e - 1;
        memset(next, 0, sizeof next);
        for (size_t u = 0; u < w->count; u++)
            for (size_t v = 0; v < w->count; v++) {
                if (!(shares[u][v] > 0))
                    continue;
                guess[u] = guess[u] || guess_on(w, k, forward, v);
                for (size_t t = 0; t < w->count; t++)
                    next[u][t] += shares[u][v] * step(w, k, forward, v, t);
            }
        memcpy(shares, next, sizeof next);
    }
}

static size_t parts_of(const struct world *w, square shares, size_t unit)
{
    size_t count = 0;
    for (size_t t = 0; t < w->count; t++)
        count += shares[unit][t] > 0;
    return count;
}

/* --- the laws --------------------------------------------------------------
 */

static date end_of(int epoch)
{
    return period_end(lab_period(years[epoch]));
}

/* (1) */
static void check_walk(const struct world *w, const struct lab *lab, int from,
                       int to, square shares)
{
    const struct areas *areas = &lab->study.areas;
    struct passages passages;
    bool *units = crosswalk_units(areas, &lab->study.crosswalk, lab->arena);
    passages_build(&passages, areas, &lab->study.crosswalk,
                   (struct size_source){ NULL, NULL }, lab->arena);
    struct shares *walked = crosswalk_walk(
        areas, units, &passages, end_of(from), end_of(to), lab->arena);
    for (size_t u = 4; u < w->count; u++) {
        const struct shares *s = &walked[w->number[u]];
        double sum = 0;
        assert_int_equal(s->count, parts_of(w, shares, u));
        for (size_t i = 0; i < s->count; i++) {
            size_t t = 0;
            while (w->number[t] != s->items[i].area)
                t++;
            assert_near(s->items[i].part, shares[u][t], 1e-12);
            sum += s->items[i].part;
        }
        if (w->alive[from][u])
            assert_near(sum, 1, 1e-12);
    }
}

static void say_figures(struct world *w, struct lab *lab)
{
    for (int e = 0; e < EPOCHS; e++)
        for (size_t u = 4; u < w->count; u++) {
            if (!w->alive[e][u])
                continue;
            const char *code = w->lines[u].code;
            /* Too small for a jump to look like another unit of count. */
            double men = roll(w, 140), women = roll(w, 150);
            lab_say(lab, code, years[e], "members", "", men + women);
            lab_say(lab, code, years[e], "members", "sex=F", women);
            lab_say(lab, code, years[e], "units", "", roll(w, 9) / 7.);
        }
}

/* (2) */
static void check_totals(const struct lab *lab, const struct cube *cube)
{
    const struct table *table = lab->table;
    double *brought = arena_array(lab->arena, table->count, double);
    uint16_t members = quantity_find(&lab->study.codebook, "members");
    for (size_t i = 0; i < cube->count; i++) {
        const struct fact *f = &cube->facts[i];
        if (lab->study.areas.items[f->area].tier != TIER_COMMUNE)
            continue;
        if (f->part_count == 0)
            brought[f->row] += f->value;
        for (uint32_t p = 0; p < f->part_count; p++) {
            const struct fact_part *part = &f->parts[p];
            double exact = table->value[part->row] * part->share;
            brought[part->row] += part->value;
            assert_true(fabs(part->value - exact) < 1);
        }
    }
    for (size_t row = 0; row < table->count; row++)
        assert_near(brought[row], table->value[row],
                    table->quantity[row] == members ? 0 : 1e-12);
}

/* (3), (4) of units. */
static void check_units(const struct world *w, struct lab *lab,
                        const struct cube *cube, int from, int to,
                        square shares, const bool guess[])
{
    uint16_t units = quantity_find(&lab->study.codebook, "units");
    for (size_t t = 4; t < w->count; t++) {
        bool estimated = false;
        size_t sources = 0, one = 0;
        if (!w->alive[to][t])
            continue;
        for (size_t u = 4; u < w->count; u++)
            if (shares[u][t] > 0) {
                sources++;
                one = u;
                estimated = estimated || guess[u] || parts_of(w, shares, u) > 1;
            }
        const struct fact *f =
            cube_find(cube, units, lab_period(years[from]), w->number[t], 0);
        assert_non_null(f);
        assert_int_equal(f->status, estimated ? STATUS_ESTIMATED : STATUS_OK);
        if (sources == 1 && !estimated) {
            const struct fact *own = cube_find(
                lab->cube, units, lab_period(years[from]), w->number[one], 0);
            assert_memory_equal(&f->value, &own->value, sizeof f->value);
        }
    }
}

/* (4) of districts, where nothing was guessed. */
static void check_districts(const struct world *w, struct lab *lab,
                            const struct study *study, const struct cube *cube,
                            int from, square shares)
{
    struct compute_request request = { .root = NO_AREA, .confidence = 0.95 };
    lab->results->count = 0;
    indicator_compute(lab->results, 0, lab->formulas, cube, study, &request,
                      lab->scratch, NULL);
    for (size_t d = 1; d < 4; d++) {
        bool exact = true, any = false;
        double sum = 0;
        for (size_t u = 4; u < w->count; u++) {
            double inside = 0;
            for (size_t t = 4; t < w->count; t++)
                if (strcmp(w->lines[t].parent, w->lines[d].code) == 0)
                    inside += shares[u][t];
            exact = exact && (inside <= 0 || inside > 1 - 1e-9);
            any = any || inside > 0;
            if (inside > 0)
                sum += cube_find(lab->cube, 1, lab_period(years[from]),
                                 w->number[u], 0)
                           ->value;
        }
        if (!any)
            continue;
        const struct result *r =
            lab_result(lab, "count", w->lines[d].code, years[from]);
        assert_int_equal(r->status, exact ? STATUS_OK : STATUS_ESTIMATED);
        if (exact)
            assert_near(r->value, sum, 0);
    }
}

/* (5) */
static void check_pieces(const struct world *w, struct lab *lab, int from,
                         int to, enum tier tier)
{
    static bool joined[MOST][MOST];
    bool in[MOST] = { false };
    memset(joined, 0, sizeof joined);
    for (int e = from; e <= to; e++)
        for (size_t u = 0; u < w->count; u++)
            in[u] = in[u] || (u >= 4 && w->alive[e][u]);
    for (size_t u = 4; u < w->count; u++)
        for (size_t v = 4; v < w->count; v++) {
            joined[u][v] =
                u == v || (tier == TIER_DISTRICT &&
                           strcmp(w->lines[u].parent, w->lines[v].parent) == 0);
            for (int k = from; k < to; k++)
                joined[u][v] = joined[u][v] || w->table[k][u][v] > 0 ||
                               w->table[k][v][u] > 0;
        }
    for (size_t m = 4; m < w->count; m++)
        for (size_t u = 4; u < w->count && in[m]; u++)
            for (size_t v = 4; v < w->count && joined[u][m]; v++)
                joined[u][v] = joined[u][v] || joined[m][v];
    const uint32_t *piece =
        crosswalk_pieces(&lab->study.areas, &lab->study.crosswalk, end_of(from),
                         end_of(to), tier, lab->arena);
    for (size_t u = 4; u < w->count; u++)
        for (size_t v = 4; v < w->count; v++)
            if (in[u] && in[v])
                assert_int_equal(piece[w->number[u]] == piece[w->number[v]],
                                 joined[u][v]);
}

static void check_map(struct world *w, struct lab *lab, int to)
{
    static square shares;
    bool guess[MOST];
    struct study *study;
    struct cube *cube;
    lab->study.project.boundaries = BOUNDARIES_DAY;
    lab->study.project.map_day = end_of(to);
    restate(&study, &cube, &lab->study, lab->cube, lab->arena, lab->findings);
    check_totals(lab, cube);
    for (int from = 0; from < EPOCHS; from++) {
        multiply(w, from, to, shares, guess);
        check_walk(w, lab, from, to, shares);
        check_units(w, lab, cube, from, to, shares, guess);
        if (!w->guesses)
            check_districts(w, lab, study, cube, from, shares);
        if (from <= to) {
            check_pieces(w, lab, from, to, TIER_COMMUNE);
            check_pieces(w, lab, from, to, TIER_DISTRICT);
        }
    }
}

static void random_crosswalks(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIES; seed++) {
        struct lab *lab = lab_open();
        struct world *w = arena_new_of(lab->arena, struct world);
        make_world(w, lab, seed);
        lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
        say_figures(w, lab);
        assert_true(cube_build(&lab->cube, lab->table, &lab->study, lab->arena,
                               lab->findings, &lab->fault));
        assert_true(formulas_compile(&lab->formulas, &lab->study, lab->arena,
                                     &lab->fault));
        for (int to = 0; to < EPOCHS; to++)
            check_map(w, lab, to);
        lab_close(lab);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(random_crosswalks) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
