/*
 * samples.h - specs to draw in tests of the charts room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_CHARTS_SAMPLES_H
#define HOCTAP_TESTS_CHARTS_SAMPLES_H

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/chart_spec.h"

static const struct chart_style sample_style = {
    .font = "Arimo",
    .font_fallback = "Arimo, Arial, 'DejaVu Sans', sans-serif",
    .font_size = 13,
    .title_size = 17,
    .width = 800,
    .better = 0x08519C,
    .similar = 0xF0E6C8,
    .worse = 0xE8833A,
    .none = 0xE5E7EB,
    .text = 0x222222,
    .muted = 0x5F6672,
    .grid = 0xE3E6EA,
    .axis = 0x9AA1AC,
    .whole = 0x6B7280,
    .target = 0xB8500B,
    .main_series = 0x08519C,
    .band = 0xD3E2F1,
    .sequential = { 0xDBE9F6, 0xBDD7E7, 0x6BAED6, 0x2C7BB6, 0x08519C },
    .groups = { 0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9 },
};

/* The districts of Thái Bình. */
static const char *const sample_areas[8] = {
    "Thành phố Thái Bình", "Quỳnh Phụ", "Hưng Hà",    "Đông Hưng",
    "Thái Thụy",           "Tiền Hải",  "Kiến Xương", "Vũ Thư"
};

/* Names as long as they come, each another. */
static inline const char *sample_long(struct arena *arena, size_t index)
{
    static const char *const names[4] = {
        "Thành phố Phan Rang - Tháp Chàm", "Huyện đảo Bạch Long Vĩ",
        "Các xã vùng cao, vùng sâu, biên giới huyện Mường Nhé",
        "Thị xã Quảng Yên"
    };
    return arena_format(arena, "%s %zu", names[index % 4], index);
}

static inline struct chart_spec sample_spec(const char *kind, const char *name)
{
    return (struct chart_spec){
        .kind = kind,
        .name = name,
        .title = "Tỷ lệ hội viên khuyến học trên dân số theo huyện, 2023",
        .subtitle = "Phần trăm dân số, số liệu đến 31/12/2023",
        .note = "Nguồn: Hội Khuyến học tỉnh; số liệu minh họa.",
        .axis = "% dân số",
        .description = "Biểu đồ minh họa.",
        .language = "vi",
        .legend = { "Tốt hơn toàn tỉnh", "Tương đương", "Kém hơn toàn tỉnh",
                    "… không có số liệu; * ẩn vì số nhỏ" },
        .decimals = 1,
        .low = NO_VALUE,
        .high = NO_VALUE,
        .proportion = true,
        .whole = { NO_VALUE, NULL },
        .target = { NO_VALUE, NULL },
        .style = &sample_style,
    };
}

/* [value] as printed. */
static inline const char *sample_number(struct arena *arena, double value)
{
    struct text text = text_new();
    number_add_local(&text, value, 1, "vi");
    char *copy = arena_copy(arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

static inline enum standing sample_standing(double value, double whole)
{
    if (value > whole + 2)
        return STANDING_BETTER;
    return value < whole - 2 ? STANDING_WORSE : STANDING_SIMILAR;
}

/* A league of [count] rows around [middle], limits every other row. */
static inline struct chart_spec sample_league(struct arena *arena, size_t count,
                                              double middle, double spread)
{
    struct chart_spec spec = sample_spec("league", "league");
    spec.rows = arena_array(arena, count, struct chart_row);
    spec.row_count = count;
    for (size_t i = 0; i < count; i++) {
        double share = count > 1 ? (double)i / (double)(count - 1) : 0;
        double value = middle + spread * (.5 - share);
        spec.rows[i] = (struct chart_row){
            .label = sample_areas[i % 8],
            .value = value,
            .lower = i % 2 ? value - spread * .06 : NO_VALUE,
            .upper = i % 2 ? value + spread * .06 : NO_VALUE,
            .status = STATUS_OK,
            .standing = sample_standing(value, middle),
            .text = sample_number(arena, value),
        };
    }
    spec.whole =
        (struct chart_line){ middle,
                             arena_format(arena, "Toàn tỉnh %s",
                                          sample_number(arena, middle)) };
    return spec;
}

static inline struct chart_spec sample_tartan(struct arena *arena, size_t rows,
                                              size_t columns)
{
    struct chart_spec spec = sample_spec("tartan", "tartan");
    static const char *const names[5] = {
        "Gia đình học tập", "Tỷ lệ hội viên khuyến học trên dân số",
        "Công dân học tập", "Học viên trung tâm học tập cộng đồng",
        "Biết chữ 15–60 tuổi"
    };
    spec.grid.rows = rows;
    spec.grid.columns = columns;
    spec.grid.row_labels = arena_array(arena, rows, const char *);
    spec.grid.column_labels = arena_array(arena, columns, const char *);
    spec.grid.cells = arena_array(arena, rows * columns, struct chart_cell);
    for (size_t i = 0; i < rows; i++)
        spec.grid.row_labels[i] = names[i % 5];
    for (size_t k = 0; k < columns; k++)
        spec.grid.column_labels[k] = sample_areas[k % 8];
    for (size_t i = 0; i < rows * columns; i++) {
        double value = 30 + (double)(i * 37 % 41) + (double)(i % 10) / 10;
        spec.grid.cells[i] =
            (struct chart_cell){ STATUS_OK, sample_standing(value, 50),
                                 sample_number(arena, value), value };
    }
    return spec;
}

static inline struct chart_point sample_point(double year, double value,
                                              double half)
{
    return (struct chart_point){ .x = year,
                                 .y = value,
                                 .lower = half > 0 ? value - half : NO_VALUE,
                                 .upper = half > 0 ? value + half : NO_VALUE,
                                 .status = STATUS_OK };
}

/* Main, whole and target path from [first] over [years]. */
static inline struct chart_spec sample_trend(struct arena *arena, double first,
                                             size_t years)
{
    struct chart_spec spec = sample_spec("trend", "trend");
    static const char *const labels[3] = { "Thái Thụy", "Toàn tỉnh",
                                           "Mục tiêu 2030" };
    spec.series = arena_array(arena, 3, struct chart_series);
    spec.series_count = 3;
    for (size_t s = 0; s < 3; s++) {
        size_t count = s == 2 ? 2 : years;
        spec.series[s] = (struct chart_series){
            .label = labels[s],
            .role = s == 0   ? SERIES_MAIN
                    : s == 1 ? SERIES_WHOLE
                             : SERIES_TARGET,
            .points = arena_array(arena, count, struct chart_point),
            .count = count,
        };
        for (size_t i = 0; i < count && s < 2; i++)
            spec.series[s].points[i] = sample_point(
                first + (double)i,
                21.3 + 4.1 * (double)s + 1.9 * (double)i - (i % 3 == 1),
                s == 0 ? 1.6 : 0);
    }
    double last = first + (double)years - 1;
    spec.series[2].points[0] =
        sample_point(last, 21.3 + 1.9 * (double)(years - 1), 0);
    spec.series[2].points[0].status = STATUS_ESTIMATED;
    spec.series[2].points[1] = sample_point(last + 7, 50, 0);
    return spec;
}

static inline struct chart_spec sample_lorenz(struct arena *arena)
{
    struct chart_spec spec = sample_spec("lorenz", "lorenz");
    static const double y[] = { 0, .04, .13, .24, .37, .53, .74, 1 };
    spec.curve_count = sizeof y / sizeof y[0];
    spec.curve = arena_array(arena, spec.curve_count, struct chart_point);
    for (size_t i = 0; i < spec.curve_count; i++)
        spec.curve[i] =
            sample_point((double)i / (double)(spec.curve_count - 1), y[i], 0);
    spec.curve_words = "Hệ số Gini 0,24";
    spec.axis_x = "Tỷ lệ tích lũy dân số, xếp từ huyện có tỷ lệ thấp nhất";
    spec.axis_y = "Tỷ lệ tích lũy hội viên khuyến học";
    return spec;
}

/* A shape of a square at [column], [row], 11 km wide, in which every second one
 * has a hole. */
static inline const struct shape *sample_shape(struct arena *arena,
                                               double column, double row)
{
    struct shape *shape = arena_new_of(arena, struct shape);
    shape->count = (int)(column + row) % 2 == 0 ? 2 : 1;
    shape->rings = arena_array(arena, shape->count, struct shape_ring);
    for (size_t r = 0; r < shape->count; r++) {
        double in = r == 0 ? 0 : .04;
        double west = 106 + .1 * column, north = 21 - .1 * row;
        struct shape_point *points = arena_array(arena, 4, struct shape_point);
        points[0] = (struct shape_point){ west + in, north - in };
        points[1] = (struct shape_point){ west + in, north - .1 + in };
        points[2] = (struct shape_point){ west + .1 - in, north - .1 + in };
        points[3] = (struct shape_point){ west + .1 - in, north - in };
        shape->rings[r] = (struct shape_ring){ points, 4, r > 0 };
    }
    return shape;
}

/* Rows as they lie, four abreast, in classes of [count] rows. */
static inline void sample_places(struct chart_spec *spec, struct arena *arena)
{
    static const char *const classes[4] = { "30,0–39,9 (2)", "40,0–44,9 (2)",
                                            "45,0–49,9 (2)", "50,0–62,0 (2)" };
    spec->places = arena_array(arena, spec->row_count, struct chart_place);
    for (size_t i = 0; i < spec->row_count; i++)
        spec->places[i] = (struct chart_place){
            .shape = sample_shape(arena, (double)(i % 4), (double)(i / 4)),
            .column = (unsigned)(i % 4) + 3,
            .row = (unsigned)(i / 4) + 2,
            .class = 3 - i % 8 / 2,
        };
    for (size_t c = 0; c < 4; c++)
        spec->classes[c] = classes[c];
    spec->class_count = 4;
}

/* Dots of areas by size, in the order of their names' weight. */
static inline void sample_dots(struct chart_spec *spec, struct arena *arena,
                               size_t count)
{
    spec->dots = arena_array(arena, count, struct chart_dot);
    spec->dot_count = count;
    for (size_t i = 0; i < count; i++) {
        double value = 35 + (double)(i * 31 % 23) + (double)(i % 7) / 7;
        spec->dots[i] = (struct chart_dot){
            .label = sample_areas[i % 8],
            .x = 180 + (double)(i * i * 67 % 19000),
            .y = value,
            .standing = sample_standing(value, 46),
            .named = i % 3 != 1,
        };
    }
    spec->whole_y = (struct chart_line){ 46, "Toàn tỉnh 46,0" };
}

static inline void sample_spans(struct chart_spec *spec, struct arena *arena,
                                size_t count)
{
    spec->spans = arena_array(arena, count, struct chart_span);
    spec->span_count = count;
    for (size_t i = 0; i < count; i++) {
        double away = (double)(i * 7 % 11) - 5;
        bool less = i % 3 == 2; /* is better */
        spec->spans[i] = (struct chart_span){
            .label = spec->grid.row_labels[i % spec->grid.rows],
            .value = 50 + 2 * away,
            .whole = 50,
            .worst = less ? 71 : 32,
            .best = less ? 38 : 64,
            .worse_quarter = less ? 56 : 45,
            .better_quarter = less ? 44 : 57,
            .standing = sample_standing(50 + 2 * (less ? -away : away), 50),
            .texts = { sample_number(arena, 50 + 2 * away), "50,0",
                       less ? "71,0" : "32,0", less ? "38,0" : "64,0" },
        };
    }
    static const char *const heads[SPAN_TEXTS] = { "Thái Thụy", "Toàn tỉnh",
                                                   "Kém nhất", "Tốt nhất" };
    for (size_t i = 0; i < SPAN_TEXTS; i++)
        spec->heads[i] = heads[i];
}

/* A spec that has something for every kind. */
static inline struct chart_spec sample_all(struct arena *arena,
                                           const char *kind)
{
    struct chart_spec spec = sample_league(arena, 8, 46.8, 30);
    struct chart_spec tartan = sample_tartan(arena, 5, 8);
    struct chart_spec trend = sample_trend(arena, 2018, 6);
    struct chart_spec lorenz = sample_lorenz(arena);
    spec.kind = spec.name = kind;
    spec.target = (struct chart_line){ 50, "Mục tiêu 2025: 50,0" };
    spec.grid = tartan.grid;
    spec.series = trend.series;
    spec.series_count = trend.series_count;
    spec.marks = arena_array(arena, 1, struct chart_mark);
    spec.marks[0] = (struct chart_mark){ 2020.5, "Sáp nhập xã" };
    spec.mark_count = 1;
    for (size_t i = 0; i < 3; i++) {
        spec.series[i].standing = (enum standing)(STANDING_BETTER + (int)i);
        spec.series[i].texts[0] = "21,3";
        spec.series[i].texts[1] = "30,8";
    }
    sample_dots(&spec, arena, 14);
    sample_spans(&spec, arena, 5);
    spec.curve = lorenz.curve;
    spec.curve_count = lorenz.curve_count;
    spec.curve_words = lorenz.curve_words;
    spec.axis_x = lorenz.axis_x;
    spec.axis_y = lorenz.axis_y;
    sample_places(&spec, arena);
    return spec;
}

#endif
