/*
 * interrupt.c - told to stop while pictures are drawn.
 *
 *  (1) The program ends by the signal, and nothing of ours lies about.
 *  (2) A signal that is ignored stops nothing.
 *  (3) Who handles the signal is called when all is put away, and the mask is
 *      what it was.
 *
 * gnuplot's place is taken by shell scripts that send the signal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/base/interrupt.h"
#include "tests/unit/charts/drawing.h"

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

enum { SIGNALS = sizeof signals / sizeof signals[0] };

/* A program that sends [number] to who started it and then does [lines]. */
static const char *sender(int number, const char *lines)
{
    return stand_in("sends",
                    arena_format(arena, "kill -%d $PPID\n%s", number, lines));
}

/* Draws in a process of its own; what became of it. */
static int draw_apart(const char *folder, const char *program, int number)
{
    struct chart_spec specs[] = { named("a"), named("b") };
    struct chart_options options = { .folder = folder,
                                     .keep_scripts = true,
                                     .program = program };
    struct fault fault = { 0 };
    pid_t process = fork();
    if (process == 0) {
        sigset_t none;
        sigemptyset(&none);
        signal(number, SIG_DFL);
        sigprocmask(SIG_SETMASK, &none, NULL);
        _exit(charts_draw(specs, 2, &options, &fault) ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(process, &status, 0), process);
    return status;
}

/* (1) gnuplot would go on for ten minutes, or goes down with us, or answers. */
static void nothing_lies_about(void **state)
{
    (void)state;
    static const char *const plays[] = {
        "exec sleep 600",
        "printf half >a.svg; kill -9 $$",
        "echo 'line 0: interrupted' >&2; echo 'done 0 1' >&2; exec sleep 600",
    };
    for (size_t i = 0; i < SIGNALS; i++)
        for (size_t k = 0; k < sizeof plays / sizeof plays[0]; k++) {
            const char *folder =
                with_older(arena_format(arena, "stop-%zu-%zu", i, k));
            int status =
                draw_apart(folder, sender(signals[i], plays[k]), signals[i]);
            assert_true(WIFSIGNALED(status));
            assert_int_equal(WTERMSIG(status), signals[i]);
            assert_string_equal(listing(folder), "a.svg");
            size_t length;
            assert_string_equal(contents(folder, "a.svg", &length), "older");
        }
}

/* (2) */
static void ignored_signals_stop_nothing(void **state)
{
    (void)state;
    struct chart_spec spec = named("a");
    for (size_t i = 0; i < SIGNALS; i++) {
        const char *folder = fresh(arena_format(arena, "ignored-%zu", i));
        struct chart_options options = {
            .folder = folder, .program = sender(signals[i], "exec gnuplot -d -")
        };
        struct fault fault = { 0 };
        void (*old)(int) = signal(signals[i], SIG_IGN);
        bool drawn = charts_draw(&spec, 1, &options, &fault);
        signal(signals[i], old);
        assert_true(drawn);
        assert_string_equal(listing(folder), "a.svg");
    }
}

static char handled_in[300];
static volatile sig_atomic_t handled, lying_about;

/* The folder for the pictures can only be removed when it is empty. */
static void handle(int number)
{
    handled = number;
    lying_about = rmdir(handled_in);
}

/* (3) */
static void handlers_come_last(void **state)
{
    (void)state;
    struct chart_spec spec = named("a");
    const char *folder = fresh("handled");
    struct chart_options options = { .folder = folder,
                                     .program =
                                         sender(SIGTERM, "exec sleep 600") };
    struct fault fault = { 0 };
    snprintf(handled_in, sizeof handled_in, "%s", folder);
    sigset_t before, after;
    sigprocmask(SIG_SETMASK, NULL, &before);
    void (*old)(int) = signal(SIGTERM, handle);
    bool drawn = charts_draw(&spec, 1, &options, &fault);
    signal(SIGTERM, old);
    sigprocmask(SIG_SETMASK, NULL, &after);
    assert_false(drawn);
    assert_fault(&fault, "gnuplot.died");
    assert_int_equal(handled, SIGTERM);
    assert_int_equal(lying_about, 0);
    for (int number = 1; number < SIGRTMIN; number++)
        assert_int_equal(sigismember(&before, number),
                         sigismember(&after, number));
}

/* (3) */
static void holds_may_be_nested(void **state)
{
    (void)state;
    struct interrupt outer, inner;
    snprintf(handled_in, sizeof handled_in, "/nowhere");
    handled = 0;
    void (*old)(int) = signal(SIGINT, handle);
    interrupt_hold(&outer);
    interrupt_hold(&inner);
    assert_false(interrupt_came(&inner));
    raise(SIGINT);
    assert_true(interrupt_came(&inner));
    interrupt_release(&inner);
    assert_int_equal(handled, 0);
    assert_true(interrupt_came(&outer));
    interrupt_release(&outer);
    assert_int_equal(handled, SIGINT);
    signal(SIGINT, old);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_lies_about),
        cmocka_unit_test(ignored_signals_stop_nothing),
        cmocka_unit_test(handlers_come_last),
        cmocka_unit_test(holds_may_be_nested),
    };
    return cmocka_run_group_tests(tests, drawing_begin, drawing_end);
}
