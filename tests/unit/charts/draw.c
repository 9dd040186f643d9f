/*
 * draw.c - pictures into a folder, and what is refused before anything starts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "tests/unit/charts/drawing.h"

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

static void fonts_are_looked_up(void **state)
{
    (void)state;
    assert_true(chart_font_found("Arimo"));
    assert_true(chart_font_found("arimo"));
    assert_false(chart_font_found("No Such Font At All"));
    assert_false(chart_font_found("--version"));
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
        cmocka_unit_test(fonts_are_looked_up),
    };
    return cmocka_run_group_tests(tests, drawing_begin, drawing_end);
}
