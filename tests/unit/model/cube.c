/*
 * cube.c - finding runs and facts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include "engine/model/cube.h"

enum { QUANTITIES = 3, YEARS = 4, CELLS = 3, AREAS = 5 };
enum { FACTS = QUANTITIES * YEARS * CELLS * AREAS };

static struct fact facts[FACTS];
static struct cube cube = { .facts = facts };

/* Quantities 1, 3, 5; even years; cells and areas with gaps between. */
static int fill(void **state)
{
    (void)state;
    cube.count = 0;
    for (unsigned q = 0; q < QUANTITIES; q++)
        for (int y = 0; y < YEARS; y++)
            for (unsigned c = 0; c < CELLS; c++)
                for (unsigned a = 0; a < AREAS; a++)
                    facts[cube.count++] = (struct fact){
                        .quantity = (uint16_t)(2 * q + 1),
                        .period = period_of_year(2010 + 2 * y),
                        .cell = (uint64_t)c << 40,
                        .area = 10 * a + 1,
                        .value = (double)cube.count,
                    };
    return 0;
}

static void a_run_is_one_quantity_and_period(void **state)
{
    (void)state;
    size_t count, seen = 0;
    for (uint16_t q = 1; q <= 5; q = (uint16_t)(q + 2))
        for (int year = 2010; year <= 2016; year += 2) {
            const struct fact *run =
                cube_run(&cube, q, period_of_year(year), &count);
            assert_int_equal(count, CELLS * AREAS);
            assert_ptr_equal(run, &facts[seen]);
            seen += count;
        }
    assert_int_equal(seen, FACTS);
}

static void what_is_not_there_is_an_empty_run(void **state)
{
    (void)state;
    size_t count = 7;
    assert_null(cube_run(&cube, 2, period_of_year(2010), &count));
    assert_int_equal(count, 0);
    assert_null(cube_run(&cube, 1, period_of_year(2011), &count));
    assert_null(cube_run(&cube, 0, NO_PERIOD, &count));
    assert_null(cube_run(&cube, NO_INDEX, UINT32_MAX, &count));
    assert_int_equal(count, 0);
    struct cube empty = { .count = 0 };
    assert_null(cube_run(&empty, 1, period_of_year(2010), &count));
    assert_null(cube_find(&empty, 1, period_of_year(2010), 1, 0));
    assert_false(cube_has(&empty, 1));
}

static void every_fact_is_found_and_its_neighbours_are_not(void **state)
{
    (void)state;
    for (size_t i = 0; i < FACTS; i++) {
        const struct fact *f = &facts[i];
        assert_ptr_equal(
            cube_find(&cube, f->quantity, f->period, f->area, f->cell), f);
        assert_null(
            cube_find(&cube, f->quantity, f->period, f->area + 1, f->cell));
        assert_null(
            cube_find(&cube, f->quantity, f->period, f->area, f->cell + 1));
    }
}

static void a_cube_knows_what_it_holds(void **state)
{
    (void)state;
    for (uint16_t q = 0; q < 8; q++)
        assert_int_equal(cube_has(&cube, q), q == 1 || q == 3 || q == 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_is_one_quantity_and_period),
        cmocka_unit_test(what_is_not_there_is_an_empty_run),
        cmocka_unit_test(every_fact_is_found_and_its_neighbours_are_not),
        cmocka_unit_test(a_cube_knows_what_it_holds),
    };
    return cmocka_run_group_tests(tests, fill, NULL);
}
