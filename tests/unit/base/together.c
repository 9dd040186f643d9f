/*
 * together.c - many things done once each, by any number of threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include "engine/base/arena.h"
#include "engine/base/together.h"

enum { THINGS = 1000 };

struct job {
    unsigned done[THINGS];
    size_t squares[THINGS];
};

static void square(void *to, size_t at, struct arena *scratch)
{
    struct job *job = to;
    size_t *room = arena_array(scratch, 100 + at, size_t);
    room[at % 100] += at;
    job->done[at]++;
    job->squares[at] = room[at % 100] * room[at % 100];
}

static void each_thing_is_done_once(void **state)
{
    (void)state;
    const size_t threads[] = { 0, 1, 2, 7, 500 };
    for (size_t t = 0; t < sizeof threads / sizeof *threads; t++) {
        struct job job = { { 0 }, { 0 } };
        together_do(THINGS, threads[t], square, &job);
        for (size_t i = 0; i < THINGS; i++) {
            assert_int_equal(job.done[i], 1);
            assert_int_equal(job.squares[i], i * i);
        }
    }
}

static void nothing_and_one_thing(void **state)
{
    (void)state;
    struct job job = { { 0 }, { 0 } };
    together_do(0, 4, square, &job);
    assert_int_equal(job.done[0], 0);
    together_do(1, 4, square, &job);
    assert_int_equal(job.done[0], 1);
    assert_int_equal(job.done[1], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_thing_is_done_once),
        cmocka_unit_test(nothing_and_one_thing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
