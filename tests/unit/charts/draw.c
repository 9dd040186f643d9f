/*
 * draw.c - pictures into a folder, and every way in which that can fail.
 *
 *  (1) After a failure no half picture stands there, an older one is left as
 *      it was, nothing of ours lies about, and the fault says what to do.
 *
 * Some failures are played by shell scripts in gnuplot's place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "tests/house.h"

#include "charts/chart.h"
#include "engine/base/files.h"
#include "tests/laws/charts/samples.h"

static struct arena *arena;

/* A program that does what [lines] say. */
static const char *stand_in(const char *name, const char *lines)
{
    const char *path =
        test_write(name, arena_format(arena, "#!/bin/sh\n%s\n", lines));
    assert_int_equal(chmod(path, 0755), 0);
    return arena_string(arena, path);
}

/* A fresh folder below the test's own. */
static const char *fresh(const char *name)
{
    const char *path = arena_string(arena, test_path(name));
    struct fault fault;
    assert_true(folder_make(path, &fault));
    return path;
}

static char *contents(const char *folder, const char *name, size_t *length)
{
    char *bytes;
    struct fault fault;
    assert_true(file_read(&bytes, length, path_join(arena, folder, name), 0,
                          arena, &fault));
    return bytes;
}

/* Everything in a folder, hidden files too, as one line. */
static const char *listing(const char *folder)
{
    char line[512] = "";
    FILE *list = popen(arena_format(arena, "ls -A '%s'", folder), "r");
    assert_non_null(list);
    char name[256];
    while (fgets(name, sizeof name, list) != NULL) {
        name[strcspn(name, "\n")] = '\0';
        size_t used = strlen(line);
        snprintf(line + used, sizeof line - used, "%s%s", used ? " " : "",
                 name);
    }
    pclose(list);
    return arena_string(arena, line);
}

static struct chart_spec named(const char *name)
{
    struct chart_spec spec = sample_league(arena, 8, 46.8, 30);
    spec.name = name;
    return spec;
}

static void many_are_drawn_in_every_format(void **state)
{
    (void)state;
    static const char *const starts[] = { "<svg ", "\x89PNG", "%PDF" };
    struct chart_spec specs[] = { named("a"), sample_tartan(arena, 4, 5),
                                  sample_trend(arena, 2018, 6),
                                  sample_lorenz(arena) };
    for (int format = CHART_SVG; format <= CHART_PDF; format++) {
        const char *folder = fresh(chart_suffix((enum chart_format)format));
        struct chart_options options = { .folder = folder,
                                         .format = (enum chart_format)format };
        struct fault fault = { 0 };
        assert_true(charts_draw(specs, 4, &options, &fault));
        for (size_t i = 0; i < 4; i++) {
            size_t length;
            char *bytes =
                contents(folder,
                         arena_format(arena, "%s%s", specs[i].name,
                                      chart_suffix((enum chart_format)format)),
                         &length);
            assert_true(length > 3000);
            assert_memory_equal(bytes, starts[format], strlen(starts[format]));
        }
    }
    assert_string_equal(listing(test_path(".svg")),
                        "a.svg lorenz.svg tartan.svg trend.svg");
    /* Twice the pixels: width and height stand in bytes 16 to 23 of a PNG. */
    size_t length;
    const unsigned char *png =
        (unsigned char *)contents(test_path(".png"), "lorenz.png", &length);
    assert_int_equal(png[18] * 256 + png[19], 1120);
}

static void none_is_no_work(void **state)
{
    (void)state;
    struct chart_options options = { .folder = "/nowhere" };
    struct fault fault = { 0 };
    assert_true(charts_draw(NULL, 0, &options, &fault));
}

static void scripts_are_kept_when_asked(void **state)
{
    (void)state;
    const char *folder = fresh("kept");
    struct chart_spec spec = named("a");
    struct chart_options options = { .folder = folder, .keep_scripts = true };
    struct fault fault = { 0 };
    assert_true(charts_draw(&spec, 1, &options, &fault));
    assert_string_equal(listing(folder), "a.gp a.svg");
    /* The script draws by itself. */
    assert_int_equal(
        system(arena_format(arena, "cd '%s' && gnuplot -d a.gp", folder)), 0);
}

static void any_path_can_be_drawn_to(void **state)
{
    (void)state;
    const char *folder = fresh("odd `touch x` $(touch y) \"names\" 'all'");
    struct chart_spec spec = named("a");
    struct chart_options options = { 0 };
    struct fault fault = { 0 };
    const char *path = path_join(arena, folder, "it's | \"odd\"; `id`.svg");
    assert_true(chart_draw_file(&spec, path, &options, &fault));
    assert_true(file_exists(path));
    path = path_join(arena, folder, "b.pdf");
    assert_true(chart_draw_file(&spec, path, &options, &fault));
    assert_true(file_exists(path));
    assert_false(chart_draw_file(&spec, "x.jpeg", &options, &fault));
    assert_fault(&fault, "chart.unknown_format");
    assert_int_equal(fault.code, FAULT_USAGE);
    assert_false(file_exists("x"));
    assert_false(file_exists("y"));
}

static void names_must_be_slugs(void **state)
{
    (void)state;
    static const char *const bad[] = { "",   "a b", "../a", "a.b",
                                       "a'", "ă",   "a/b" };
    struct chart_options options = { .folder = test_folder() };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct chart_spec spec = named(bad[i]);
        struct fault fault = { 0 };
        assert_false(charts_draw(&spec, 1, &options, &fault));
        assert_fault(&fault, "chart.bad_name");
    }
    struct chart_spec twice[] = { named("a"), named("b"), named("a") };
    struct fault fault = { 0 };
    assert_false(charts_draw(twice, 3, &options, &fault));
    assert_fault(&fault, "chart.name_twice");
    struct chart_spec unknown = sample_spec("pie", "a");
    assert_false(charts_draw(&unknown, 1, &options, &fault));
    assert_fault(&fault, "chart.unknown_kind");
    assert_string_equal(fault_argument(&fault, "kind"), "pie");
    assert_int_equal(fault.code, FAULT_USAGE);
}

static void missing_gnuplot_is_named(void **state)
{
    (void)state;
    const char *folder = fresh("missing");
    struct chart_spec spec = named("a");
    struct chart_options options = { .folder = folder,
                                     .program = "no-such-gnuplot" };
    struct fault fault = { 0 };
    assert_false(charts_draw(&spec, 1, &options, &fault));
    assert_fault(&fault, "gnuplot.missing");
    assert_int_equal(fault.code, FAULT_TOOL);
    assert_string_equal(fault_argument(&fault, "program"), "no-such-gnuplot");
    assert_string_equal(fault_argument(&fault, "package"), "gnuplot-nox");
    assert_string_equal(listing(folder), "");
}

static void folder_must_take_files(void **state)
{
    (void)state;
    const char *const folders[] = { test_path("not-there"),
                                    test_write("a-file", "x"), "/proc" };
    struct chart_spec spec = named("a");
    for (size_t i = 0; i < 3; i++) {
        struct chart_options options = { .folder = folders[i] };
        struct fault fault = { 0 };
        assert_false(charts_draw(&spec, 1, &options, &fault));
        assert_fault(&fault, "folder.unwritable");
        assert_int_equal(fault.code, FAULT_FILE);
        assert_string_equal(fault.where, folders[i]);
    }
}

/* (1) */
static void assert_nothing_half(const char *folder, const struct fault *fault,
                                const char *message, const char *left)
{
    assert_fault(fault, message);
    assert_string_equal(listing(folder), left);
    size_t length;
    assert_string_equal(contents(folder, "a.svg", &length), "older");
}

static const char *with_older(const char *name)
{
    const char *folder = fresh(name);
    struct fault fault;
    assert_true(
        file_write(path_join(arena, folder, "a.svg"), "older", 5, &fault));
    return folder;
}

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

static void hung_gnuplot_is_ended(void **state)
{
    (void)state;
    const char *folder = with_older("hung");
    struct chart_spec spec = named("a");
    struct chart_options options = { .folder = folder,
                                     .program =
                                         stand_in("hangs", "exec sleep 30"),
                                     .patience = 1 };
    struct fault fault = { 0 };
    time_t start = time(NULL);
    assert_false(charts_draw(&spec, 1, &options, &fault));
    assert_true(time(NULL) - start < 10);
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

static void fonts_are_looked_up(void **state)
{
    (void)state;
    assert_true(chart_font_found("Arimo"));
    assert_true(chart_font_found("arimo"));
    assert_false(chart_font_found("No Such Font At All"));
    assert_false(chart_font_found("--version"));
}

static int begin(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_are_drawn_in_every_format),
        cmocka_unit_test(none_is_no_work),
        cmocka_unit_test(scripts_are_kept_when_asked),
        cmocka_unit_test(any_path_can_be_drawn_to),
        cmocka_unit_test(names_must_be_slugs),
        cmocka_unit_test(missing_gnuplot_is_named),
        cmocka_unit_test(folder_must_take_files),
        cmocka_unit_test(dead_gnuplot_is_noticed),
        cmocka_unit_test(first_picture_survives_a_kill),
        cmocka_unit_test(hung_gnuplot_is_ended),
        cmocka_unit_test(complaint_stops_one_chart),
        cmocka_unit_test(silence_is_not_believed),
        cmocka_unit_test(full_disk_leaves_nothing_half),
        cmocka_unit_test(font_warnings_are_no_failure),
        cmocka_unit_test(long_talks_do_not_lock),
        cmocka_unit_test(environment_is_clean),
        cmocka_unit_test(fonts_are_looked_up),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
