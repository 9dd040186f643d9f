/*
 * child.c - an outside program: what it says is read, and it goes with all that
 * it has started when its time is up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/child.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/base/files.h"
#include "tests/house.h"

static struct child started(const char *lines)
{
    struct child child;
    const char *const words[] = { "sh", "-c", lines, NULL };
    assert_int_equal(child_start(&child, words, test_folder(), 1), 0);
    return child;
}

static void it_ends_by_itself(void **state)
{
    (void)state;
    int status;
    struct child child = started("echo words; exit 3");
    assert_true(child_attend(&child, 60, -1, &status));
    assert_int_equal(WEXITSTATUS(status), 3);
}

/* A program that it has started holds on to the output, and would write a file
 * in half a second more. */
static void it_goes_with_all_it_started(void **state)
{
    (void)state;
    int status;
    struct child child = started("(sleep 1.5; echo late >late) & wait");
    assert_false(child_attend(&child, 1, -1, &status));
    assert_true(WIFSIGNALED(status));
    usleep(1200000);
    assert_false(file_exists(test_path("late")));
}

static void told_to_stop(void **state)
{
    (void)state;
    int status, halt[2];
    assert_int_equal(pipe(halt), 0);
    assert_int_equal(write(halt[1], "x", 1), 1);
    struct child child = started("sleep 600");
    assert_false(child_attend(&child, 600, halt[0], &status));
    assert_true(WIFSIGNALED(status));
    close(halt[0]);
    close(halt[1]);
}

static void nothing_to_start(void **state)
{
    (void)state;
    struct child child;
    const char *const words[] = { "hoctap-is-not-there", NULL };
    assert_int_equal(child_start(&child, words, NULL, 1), ENOENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_ends_by_itself),
        cmocka_unit_test(it_goes_with_all_it_started),
        cmocka_unit_test(told_to_stop),
        cmocka_unit_test(nothing_to_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
