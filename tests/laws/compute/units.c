/*
 * units.c - ordinary growth is never taken for a wrong unit, and a wrong unit
 * never for growth.
 *
 * Three hundred areas over ten years, whose figures change every year by a
 * random factor (log-normal):
 *
 *  (1) No finding, whether the changes are small or large.
 *  (2) One figure of every area, anywhere, is made 10, 100, 1000 or a million
 *      times too large or too small: all of them are found, and no other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/compute/lab.h"

enum { AREAS = 300, YEARS = 10, FIRST = 2014, ROUNDS = 10 };

static uint64_t seed;

static double uniform(void)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return ((double)(seed >> 11) + 0.5) / 9007199254740992.0;
}

static double normal(void)
{
    double radius = sqrt(-2 * log(uniform()));

    return radius * cos(2 * acos(-1) * uniform());
}

static int random_below(int limit)
{
    return (int)(uniform() * limit);
}

/* A province of so many communes. */
static struct lab *open_lab(void)
{
    struct lab *lab = lab_open();
    struct areas *areas = &lab->study.areas;
    const char **none = arena_array(lab->arena, 1, const char *);

    none[0] = "";
    *areas = (struct areas){ .attribute_names = areas->attribute_names,
                             .attribute_count = 1 };
    areas->count = AREAS + 1;
    areas->items = arena_array(lab->arena, AREAS + 1, struct area);
    for (int i = 0; i <= AREAS; i++)
        areas->items[i] = (struct area){
            .code = arena_format(lab->arena, "%d", 1000 + i),
            .name = arena_format(lab->arena, "Area %d", i),
            .tier = i == 0 ? TIER_PROVINCE : TIER_COMMUNE,
            .parent_code = i == 0 ? NULL : "1000",
            .attributes = none,
        };
    assert_true(areas_build(areas, "areas.csv", lab->arena, &lab->fault));
    return lab;
}

/* values[area][year], lines in that order from 2 on. */
static void say_all(struct lab *lab, double (*values)[YEARS])
{
    uint32_t first = lab_area(lab, "1001");

    for (uint32_t a = 0; a < AREAS; a++)
        for (int y = 0; y < YEARS; y++)
            table_add(lab->table, (struct observation){
                                      .area = first + a,
                                      .period = period_of_year(FIRST + y),
                                      .quantity = 1,
                                      .value = values[a][y],
                                      .line = 2 + a * YEARS + (uint32_t)y,
                                  });
}

static void grow(double (*values)[YEARS], double sd)
{
    for (int a = 0; a < AREAS; a++)
        for (int y = 0; y < YEARS; y++)
            values[a][y] =
                round(y == 0 ? exp(log(3000) + 1.2 * normal())
                             : values[a][y - 1] * exp(sd * normal()));
}

/* (1) */
static void ordinary(void **state)
{
    static const double sds[] = { 0.02, 0.15, 0.3, 0.6 };

    (void)state;
    seed = 49;
    for (int turn = 0; turn < ROUNDS; turn++)
        for (size_t k = 0; k < sizeof sds / sizeof *sds; k++) {
            struct lab *lab = open_lab();
            static double values[AREAS][YEARS];

            grow(values, sds[k]);
            say_all(lab, values);
            lab_run(lab);
            assert_int_equal(lab->findings->count, 0);
            lab_close(lab);
        }
}

/* (2) */
static void planted(void **state)
{
    static const double factors[] = {
        10, 100, 1000, 1e6, 0.1, 0.01, 0.001, 1e-6
    };

    (void)state;
    seed = 387;
    for (int turn = 0; turn < ROUNDS; turn++) {
        struct lab *lab = open_lab();
        static double values[AREAS][YEARS];
        static bool wrong[AREAS * YEARS];

        memset(wrong, 0, sizeof wrong);
        grow(values, 0.15);
        for (int a = 0; a < AREAS; a++) {
            int at = random_below(YEARS);
            for (int y = 0; y < YEARS; y++)
                values[a][y] = round(20000 + 30 * values[a][y]);
            values[a][at] *= factors[random_below(8)];
            wrong[a * YEARS + at] = true;
        }
        say_all(lab, values);
        lab_run(lab);
        assert_int_equal(lab_found(lab, FINDING_unit_break), AREAS);
        assert_int_equal(lab->findings->count, AREAS);
        for (size_t i = 0; i < lab->findings->count; i++)
            assert_true(wrong[lab->findings->items[i].line - 2]);
        lab_close(lab);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ordinary),
        cmocka_unit_test(planted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
