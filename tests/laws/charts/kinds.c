/*
 * kinds.c - what every chart kind must keep, by being in the register.
 *
 *  (1) Nothing to draw is said, not drawn.
 *  (2) The same spec gives the same script, and every size works.
 *  (3) Words stay in the picture and, in plain cases, off one another.
 *  (4) Extreme data draw: one of each, all absent but one, all alike, huge.
 *
 * Hostile names are in hostile.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/laws/charts/pictures.h"

static void register_is_sound(void **state)
{
    (void)state;
    assert_true(chart_kind_count() >= 18);
    FOR_EACH_KIND(id)
    {
        const struct chart_kind *kind = chart_kind_find(id);
        assert_ptr_equal(kind, chart_kind_at(k_));
        assert_non_null(kind->accept);
        assert_non_null(kind->write);
        assert_non_null(kind->size);
        assert_true(chart_name_fits(id));
    }
    assert_null(chart_kind_find("no-such-kind"));
}

/* (1) */
static void empty_is_refused(void **state)
{
    (void)state;
    FOR_EACH_KIND(kind)
    {
        struct chart_spec spec = sample_spec(kind, "empty");
        struct chart_options options = { .folder = test_folder() };
        struct fault fault = { 0 };
        assert_false(chart_accepts(&spec, &fault));
        assert_fault(&fault, "chart.nothing_to_draw");
        assert_string_equal(fault_argument(&fault, "chart"), "empty");
        assert_false(charts_draw(&spec, 1, &options, &fault));
        assert_fault(&fault, "chart.nothing_to_draw");
        assert_false(file_exists(test_path("empty.svg")));
    }
}

static void make_absent(struct chart_spec *spec)
{
    for (size_t i = 0; i < spec->row_count; i++) {
        spec->rows[i].value = NO_VALUE;
        spec->rows[i].status = STATUS_MISSING;
        spec->rows[i].text = "…";
    }
    for (size_t i = 0; i < spec->grid.rows * spec->grid.columns; i++)
        spec->grid.cells[i] =
            (struct chart_cell){ STATUS_SUPPRESSED, STANDING_NONE, "*",
                                 NO_VALUE };
    for (size_t s = 0; s < spec->series_count; s++)
        for (size_t i = 0; i < spec->series[s].count; i++) {
            spec->series[s].points[i].y = NO_VALUE;
            spec->series[s].points[i].status = STATUS_MISSING;
        }
    for (size_t i = 0; i < spec->curve_count; i++)
        spec->curve[i].y = NO_VALUE;
    for (size_t i = 0; i < spec->dot_count; i++) {
        spec->dots[i].y = NO_VALUE;
        spec->dots[i].status = STATUS_MISSING;
    }
    for (size_t i = 0; i < spec->span_count; i++) {
        spec->spans[i].value = NO_VALUE;
        spec->spans[i].status = STATUS_SUPPRESSED;
    }
}

static void absent_is_refused(void **state)
{
    (void)state;
    FOR_EACH_KIND(kind)
    {
        struct chart_spec spec = sample_all(arena, kind);
        struct fault fault = { 0 };
        make_absent(&spec);
        assert_false(chart_accepts(&spec, &fault));
        assert_fault(&fault, "chart.nothing_to_draw");
    }
}

/* (2) */
static void script_is_stable(void **state)
{
    (void)state;
    FOR_EACH_KIND(kind)
    {
        struct chart_spec spec = sample_all(arena, kind);
        char *once = script_of(&spec);
        assert_string_equal(once, script_of(&spec));
        char *svg = draw(&spec);
        assert_string_equal(svg, draw(&spec));
        assert_null(strstr(svg, "GNUPLOT"));
        assert_null(strstr(svg, "$D1"));
    }
}

/* (2) gnuplot remembers things from one picture to the next; its pictures
 * must not show it. Rows, points and marks of many lengths, both ways round. */
static void order_of_pictures_is_the_same(void **state)
{
    (void)state;
    enum { COUNT = 40 };
    struct chart_spec specs[COUNT], turned[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        const char *kind = chart_kind_at(i % chart_kind_count())->id;
        specs[i] = sample_all(arena, kind);
        specs[i].name = arena_format(arena, "order-%zu", i);
        specs[i].row_count = 1 + i % 8;
        specs[i].dot_count = 1 + i % 14;
        specs[i].span_count = 1 + i % 5;
        for (size_t s = 0; s < 2; s++)
            specs[i].series[s].count = 1 + (i + s) % 6;
        specs[i].mark_count = i % 2;
        specs[i].curve_count = 2 + i % 7;
        turned[COUNT - 1 - i] = specs[i];
    }
    struct chart_options options = { .folder = test_folder() };
    struct fault fault = { 0 };
    char *first[COUNT];
    for (int round = 0; round < 2; round++) {
        assert_true(
            charts_draw(round ? turned : specs, COUNT, &options, &fault));
        for (size_t i = 0; i < COUNT; i++) {
            size_t length;
            char *bytes;
            const char *path = path_join(
                arena, test_folder(), arena_format(arena, "order-%zu.svg", i));
            assert_true(file_read(&bytes, &length, path, 0, arena, &fault));
            if (round == 0)
                first[i] = bytes;
            else
                assert_string_equal(bytes, first[i]);
        }
    }
}

/* (3) */
static void words_have_room(void **state)
{
    (void)state;
    FOR_EACH_KIND(kind)
    {
        struct chart_spec spec = sample_all(arena, kind);
        struct svg_words words = words_of(draw(&spec), kind);
        assert_true(words.count > 5);
        assert_true(has_word(&words, "Tỷ lệ hội viên"));
        assert_true(has_word(&words, "Nguồn: Hội Khuyến học"));
        assert_inside(&words, kind);
        assert_apart(&words, kind);
    }
}

static void sizes_are_kept(void **state)
{
    (void)state;
    static const unsigned sizes[][2] = {
        { 400, 300 }, { 1200, 500 }, { 300, 900 }, { 640, 0 }, { 0, 700 }
    };
    FOR_EACH_KIND(kind)
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct chart_spec spec = sample_all(arena, kind);
        spec.width = sizes[i][0];
        spec.height = sizes[i][1];
        struct svg_words words = words_of(draw(&spec), kind);
        assert_true(sizes[i][0] == 0 || words.width == sizes[i][0]);
        assert_true(sizes[i][1] == 0 || words.height == sizes[i][1]);
        assert_inside(&words, kind);
    }
}

/* (4) */
static void set_values(struct chart_spec *spec, double value)
{
    for (size_t i = 0; i < spec->row_count; i++) {
        spec->rows[i].value = value;
        spec->rows[i].lower = spec->rows[i].upper = NO_VALUE;
    }
    for (size_t s = 0; s < spec->series_count; s++)
        for (size_t i = 0; i < spec->series[s].count; i++) {
            spec->series[s].points[i].y = value;
            spec->series[s].points[i].lower = NO_VALUE;
            spec->series[s].points[i].upper = NO_VALUE;
        }
    for (size_t i = 0; i < spec->grid.rows * spec->grid.columns; i++)
        spec->grid.cells[i].value = value;
    for (size_t i = 0; i < spec->dot_count; i++)
        spec->dots[i].y = value;
    for (size_t i = 0; i < spec->span_count; i++) {
        struct chart_span *span = &spec->spans[i];
        span->value = span->whole = span->worst = span->best = value;
        span->worse_quarter = span->better_quarter = value;
    }
    spec->whole.value = spec->target.value = spec->whole_y.value = value;
}

static void extreme_values_draw(void **state)
{
    (void)state;
    static const double values[] = { 0,    100,  130.5,  -40,   1e-9,   -1e-9,
                                     1e12, 1e15, 5e-324, 1e300, -1e300, 0.1 };
    FOR_EACH_KIND(kind)
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        for (int proportion = 0; proportion < 2; proportion++) {
            struct chart_spec spec = sample_all(arena, kind);
            spec.proportion = proportion;
            spec.low = 0;
            spec.high = 100;
            set_values(&spec, values[i]);
            char *script = script_of(&spec);
            assert_null(strstr(script, "nan"));
            assert_null(strstr(script, "inf"));
            words_of(draw(&spec), kind);
        }
}

static void one_of_each_draws(void **state)
{
    (void)state;
    FOR_EACH_KIND(kind)
    {
        struct chart_spec spec = sample_all(arena, kind);
        spec.row_count = spec.grid.rows = spec.grid.columns = 1;
        spec.series_count = spec.series[0].count = 1;
        spec.dot_count = spec.span_count = 1;
        spec.curve_count = 2;
        spec.mark_count = 0;
        spec.note = spec.subtitle = spec.axis = NULL;
        struct svg_words words = words_of(draw(&spec), kind);
        assert_inside(&words, kind);
        assert_apart(&words, kind);
    }
}

/* Ends of six series that all but meet: their names are moved apart. */
static void close_ends_are_parted(void **state)
{
    (void)state;
    struct chart_spec spec = sample_trend(arena, 2018, 6);
    struct chart_series pattern = spec.series[0];
    spec.series_count = 6;
    spec.series = arena_array(arena, 6, struct chart_series);
    for (size_t s = 0; s < 6; s++) {
        struct chart_series *series = &spec.series[s];
        *series = pattern;
        series->role = s == 0 ? SERIES_MAIN : SERIES_OTHER;
        series->label = sample_areas[s];
        series->points = arena_array(arena, 6, struct chart_point);
        for (size_t i = 0; i < 6; i++)
            series->points[i] =
                sample_point(2018 + (double)i, 40.1 + (double)s * .1, 0);
    }
    struct svg_words words = words_of(draw(&spec), "trend");
    assert_true(has_word(&words, "Tiền Hải: 40,6"));
    assert_inside(&words, "trend");
    assert_apart(&words, "trend");
}

static void many_areas_have_room(void **state)
{
    (void)state;
    static const size_t counts[] = { 2, 13, 24, 40, 63, 70, 71, 161, 260 };
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        struct chart_spec specs[] = {
            sample_league(arena, counts[i], 46.8, 40),
            sample_tartan(arena, 10, counts[i]),
        };
        for (size_t k = 0; k < 2; k++) {
            struct svg_words words = words_of(draw(&specs[k]), specs[k].kind);
            assert_inside(&words, specs[k].kind);
            assert_apart(&words, specs[k].kind);
        }
    }
}

/* 63 long names in every kind that shows areas; 2 and 63, 1 year and 30. */
static struct chart_spec sample_many(const char *kind, size_t areas,
                                     size_t years)
{
    struct chart_spec spec = sample_all(arena, kind);
    struct chart_spec league = sample_league(arena, areas, 46.8, 40);
    struct chart_spec grid = sample_tartan(arena, areas, 4);
    struct chart_spec heat = sample_tartan(arena, areas, years);
    struct chart_spec trend = sample_trend(arena, 2024 - (double)years, years);
    spec.rows = league.rows;
    spec.row_count = areas;
    sample_places(&spec, arena);
    spec.grid = strcmp(kind, "heat") == 0 ? heat.grid : grid.grid;
    for (size_t i = 0; i < areas; i++) {
        spec.grid.row_labels[i] = sample_long(arena, i);
        spec.rows[i].label = sample_long(arena, i);
    }
    if (strcmp(kind, "heat") == 0)
        for (size_t y = 0; y < years; y++)
            spec.grid.column_labels[y] =
                arena_format(arena, "%zu", 2024 - years + y);
    sample_dots(&spec, arena, areas);
    spec.series = trend.series;
    if (strcmp(kind, "multiples") == 0 || strcmp(kind, "slope") == 0) {
        spec.series = arena_array(arena, areas, struct chart_series);
        spec.series_count = areas;
        for (size_t i = 0; i < areas; i++) {
            spec.series[i] = trend.series[i % 2];
            spec.series[i].label = sample_long(arena, i);
            spec.series[i].standing =
                (enum standing)(STANDING_BETTER + (int)(i % 3));
            spec.series[i].texts[0] = "21,3";
            spec.series[i].texts[1] = "30,8 (p)";
        }
    }
    return spec;
}

static void many_areas_in_every_kind(void **state)
{
    (void)state;
    static const size_t counts[][2] = {
        { 2, 1 }, { 2, 30 }, { 63, 6 }, { 63, 30 }
    };
    FOR_EACH_KIND(kind)
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        if (strcmp(kind, "tartan") == 0) /* many_areas_have_room */
            continue;
        struct chart_spec spec = sample_many(kind, counts[i][0], counts[i][1]);
        struct svg_words words = words_of(draw(&spec), kind);
        assert_inside(&words, kind);
        assert_apart(&words, kind);
    }
}

/* Seven hundred communes in the fields of dots: named is who has room. */
static void seven_hundred_dots(void **state)
{
    (void)state;
    static const char *const kinds[] = { "funnel", "quadrant" };
    for (size_t k = 0; k < 2; k++) {
        struct chart_spec spec = sample_all(arena, kinds[k]);
        sample_dots(&spec, arena, 700);
        struct svg_words words = words_of(draw(&spec), kinds[k]);
        assert_true(words.count > 30);
        assert_inside(&words, kinds[k]);
        assert_apart(&words, kinds[k]);
    }
}

static void statuses_draw(void **state)
{
    (void)state;
    FOR_EACH_KIND(kind)
    for (int status = 0; status < STATUS_COUNT; status++) {
        struct chart_spec spec = sample_all(arena, kind);
        for (size_t i = 0; i < spec.row_count; i += 2)
            spec.rows[i].status = (enum status)status;
        for (size_t i = 0; i < 20; i += 3)
            spec.grid.cells[i].status = (enum status)status;
        for (size_t i = 0; i < 5; i += 2)
            spec.series[0].points[i].status = (enum status)status;
        for (size_t i = 0; i < spec.dot_count; i += 2)
            spec.dots[i].status = (enum status)status;
        for (size_t i = 0; i < spec.span_count; i += 2)
            spec.spans[i].status = (enum status)status;
        struct svg_words words = words_of(draw(&spec), kind);
        assert_inside(&words, kind);
        assert_apart(&words, kind);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(register_is_sound),
        cmocka_unit_test(empty_is_refused),
        cmocka_unit_test(absent_is_refused),
        cmocka_unit_test(script_is_stable),
        cmocka_unit_test(order_of_pictures_is_the_same),
        cmocka_unit_test(words_have_room),
        cmocka_unit_test(sizes_are_kept),
        cmocka_unit_test(extreme_values_draw),
        cmocka_unit_test(one_of_each_draws),
        cmocka_unit_test(close_ends_are_parted),
        cmocka_unit_test(many_areas_have_room),
        cmocka_unit_test(many_areas_in_every_kind),
        cmocka_unit_test(seven_hundred_dots),
        cmocka_unit_test(statuses_draw),
    };
    return cmocka_run_group_tests(tests, pictures_begin, pictures_end);
}
