/*
 * gnuplot.c - every way in which gnuplot, or the disk, can fail.
 *
 *  (1) After a failure no half picture stands there, an older one is left as
 *      it was, nothing of ours lies about, and the fault says what to do.
 *
 * Some failures are played by shell scripts in gnuplot's place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "tests/unit/charts/drawing.h"

static void dead_gnuplot_is_noticed(void **state)
{
    (void)state;
    const char *folder = with_older("dead");
    struct chart_spec specs[] = { named("a"), named("b") };
    struct chart_options options = {
        .folder = folder,
        .program = stand_in("killed", "read line; printf half >a.svg; "
                                      "kill -9 $$")
    };
    struct fault fault = { 0 };
    assert_false(charts_draw(specs, 2, &options, &fault));
    assert_nothing_half(folder, &fault, "gnuplot.died", "a.gp a.svg");
    assert_int_equal(fault.code, FAULT_TOOL);
    assert_string_equal(fault_argument(&fault, "reason"), "signal 9");
    assert_string_equal(fault_argument(&fault, "chart"), "a");
    assert_string_equal(fault_argument(&fault, "script"),
                        path_join(arena, folder, "a.gp"));
    folder = with_older("quit");
    options.folder = folder;
    options.program = stand_in("quits", "echo 'cannot go on' >&2; exit 3");
    assert_false(charts_draw(specs, 2, &options, &fault));
    assert_nothing_half(folder, &fault, "gnuplot.died", "a.gp a.svg");
    assert_string_equal(fault_argument(&fault, "reason"), "cannot go on");
}

/* The real gnuplot, killed when it has drawn the first of three. */
static void first_picture_survives_a_kill(void **state)
{
    (void)state;
    const char *folder = fresh("midway");
    struct chart_spec specs[] = { named("a"), named("b"), named("c") };
    struct chart_options options = {
        .folder = folder,
        .program = stand_in("midway-gnuplot",
                            "head -n 4 | gnuplot -d - ; kill -9 $$")
    };
    struct fault fault = { 0 };
    assert_false(charts_draw(specs, 3, &options, &fault));
    assert_fault(&fault, "gnuplot.died");
    assert_string_equal(fault_argument(&fault, "chart"), "b");
    assert_string_equal(listing(folder), "a.svg b.gp");
}

/* How long [clock] has run. */
static double seconds_since(struct timespec clock)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - clock.tv_sec) +
           (double)(now.tv_nsec - clock.tv_nsec) / 1e9;
}

/* Not before its time is over, and not by waiting for its own end. */
static void hung_gnuplot_is_ended(void **state)
{
    (void)state;
    const char *folder = with_older("hung");
    struct chart_spec spec = named("a");
    struct chart_options options = { .folder = folder,
                                     .program =
                                         stand_in("hangs", "exec sleep 600"),
                                     .patience = 1 };
    struct fault fault = { 0 };
    struct timespec clock;
    clock_gettime(CLOCK_MONOTONIC, &clock);
    assert_false(charts_draw(&spec, 1, &options, &fault));
    double seconds = seconds_since(clock);
    assert_true(seconds >= 1 && seconds < 300);
    /* It is gone and we have no other child. */
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    assert_nothing_half(folder, &fault, "gnuplot.hung", "a.gp a.svg");
    assert_string_equal(fault_argument(&fault, "seconds"), "1");
    assert_int_equal(fault.code, FAULT_TOOL);
}

/* gnuplot goes on after an error: so do the other charts. */
static void complaint_stops_one_chart(void **state)
{
    (void)state;
    const char *folder = with_older("complains");
    struct chart_spec specs[] = { named("a"), named("b") };
    struct chart_options options = {
        .folder = folder,
        .program = stand_in("complains-gnuplot",
                            "sed \"s/^load '.*a.gp'/set nonsense 1/\" | "
                            "gnuplot -d -")
    };
    struct fault fault = { 0 };
    assert_false(charts_draw(specs, 2, &options, &fault));
    assert_nothing_half(folder, &fault, "gnuplot.failed", "a.gp a.svg b.svg");
    assert_int_equal(fault.code, FAULT_TOOL);
    assert_non_null(
        strstr(fault_argument(&fault, "reason"), "nrecognized option"));
}

/* gnuplot says that all is well and has written nothing, or half. */
static void silence_is_not_believed(void **state)
{
    (void)state;
    static const char *const plays[][2] = {
        { "nothing-drawn", "sed 's/^load.*//' | gnuplot -d -" },
        { "half-drawn", "printf '<?xml ?><svg></sv' >a.svg; "
                        "sed 's/^load.*//' | gnuplot -d -" },
        { "not-a-picture", "printf '<?xml </g></svg>' >a.svg; "
                           "sed 's/^load.*//' | gnuplot -d -" },
    };
    struct chart_spec spec = named("a");
    for (size_t i = 0; i < 3; i++) {
        const char *folder =
            with_older(arena_format(arena, "%s.folder", plays[i][0]));
        struct chart_options options = {
            .folder = folder, .program = stand_in(plays[i][0], plays[i][1])
        };
        struct fault fault = { 0 };
        assert_false(charts_draw(&spec, 1, &options, &fault));
        assert_nothing_half(folder, &fault, "chart.incomplete", "a.gp a.svg");
        assert_int_equal(fault.code, FAULT_FILE);
    }
}

/* A limit on the size of files is a full disk to whoever writes. */
static void full_disk_leaves_nothing_half(void **state)
{
    (void)state;
    struct chart_spec spec = named("a");
    struct rlimit before, limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    void (*old)(int) = signal(SIGXFSZ, SIG_IGN);
    static const rlim_t sizes[] = { 0, 1000, 9000 };
    for (size_t i = 0; i < 3; i++)
        for (int format = CHART_SVG; format <= CHART_PDF; format++) {
            const char *folder =
                with_older(arena_format(arena, "full-%zu-%d", i, format));
            struct chart_options options = { .folder = folder,
                                             .format =
                                                 (enum chart_format)format };
            struct fault fault = { 0 };
            limit = before;
            limit.rlim_cur = sizes[i];
            assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
            bool drawn = charts_draw(&spec, 1, &options, &fault);
            assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
            assert_false(drawn);
            assert_true(fault.code == FAULT_FILE || fault.code == FAULT_TOOL);
            size_t length;
            assert_string_equal(contents(folder, "a.svg", &length), "older");
            assert_true(strcmp(listing(folder), "a.svg") == 0 ||
                        strcmp(listing(folder), "a.gp a.svg") == 0);
        }
    signal(SIGXFSZ, old);
}

/* A warning of the font library is about its files, not about ours. */
static void font_warnings_are_no_failure(void **state)
{
    (void)state;
    const char *folder = fresh("warnings");
    struct chart_spec spec = named("a");
    struct chart_options options = {
        .folder = folder,
        .program = stand_in("warns-gnuplot",
                            "echo 'Fontconfig warning: no cache' >&2; "
                            "echo 'Fontconfig error: no config' >&2; "
                            "exec gnuplot -d -")
    };
    struct fault fault = { 0 };
    assert_true(charts_draw(&spec, 1, &options, &fault));
}

/* More output than a pipe holds, both ways at once. */
static void long_talks_do_not_lock(void **state)
{
    (void)state;
    const char *folder = fresh("long");
    enum { COUNT = 300 };
    struct chart_spec *specs = arena_array(arena, COUNT, struct chart_spec);
    for (size_t i = 0; i < COUNT; i++)
        specs[i] = named(arena_format(arena, "c%zu", i));
    struct chart_options options = {
        .folder = folder,
        .program = stand_in("chatty",
                            "i=0; while read line; do case $line in "
                            "print*) head -c 3000 /dev/zero | tr '\\0' x >&2; "
                            "echo >&2; echo \"done $i 0\" >&2; i=$((i+1));; "
                            "esac; done")
    };
    struct fault fault = { 0 };
    assert_false(charts_draw(specs, COUNT, &options, &fault));
    assert_fault(&fault, "gnuplot.failed");
}

static void environment_is_clean(void **state)
{
    (void)state;
    const char *folder = fresh("environment");
    struct chart_spec spec = named("a");
    setenv("GNUTERM", "dumb", 1);
    setenv("SECRET_THING", "x", 1);
    struct chart_options options = {
        .folder = folder,
        .program = stand_in("tells", "env | sort | tr '\\n' ' ' >&2; exit 1")
    };
    struct fault fault = { 0 };
    assert_false(charts_draw(&spec, 1, &options, &fault));
    unsetenv("GNUTERM");
    unsetenv("SECRET_THING");
    options.program =
        stand_in("greps", "env | grep -c 'SECRET\\|GNUTERM\\|LC_ALL=C.UTF-8' "
                          ">&2; exit 1");
    setenv("SECRET_THING", "x", 1);
    assert_false(charts_draw(&spec, 1, &options, &fault));
    unsetenv("SECRET_THING");
    assert_string_equal(fault_argument(&fault, "reason"), "1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dead_gnuplot_is_noticed),
        cmocka_unit_test(first_picture_survives_a_kill),
        cmocka_unit_test(hung_gnuplot_is_ended),
        cmocka_unit_test(complaint_stops_one_chart),
        cmocka_unit_test(silence_is_not_believed),
        cmocka_unit_test(full_disk_leaves_nothing_half),
        cmocka_unit_test(font_warnings_are_no_failure),
        cmocka_unit_test(long_talks_do_not_lock),
        cmocka_unit_test(environment_is_clean),
    };
    return cmocka_run_group_tests(tests, drawing_begin, drawing_end);
}
