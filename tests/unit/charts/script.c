/*
 * script.c - quoting and blocks: what gnuplot is given to read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "tests/house.h"

#include "charts/canvas.h"
#include "charts/script.h"
#include "engine/base/arena.h"
#include "engine/base/text.h"

static void labels_are_one_field(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        { "Thái Thụy", "Thái Thụy" }, { "a\\b", "a\\\\b" },
        { "say \"so\"", "say ”so”" }, { "`id` $(id) 'x'", "`id` $(id) 'x'" },
        { "a\tb\nc\rd", "a b c d" },  { "\x7F\x01", "  " },
        { "\xC3", "\xEF\xBF\xBD" },   { "", "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct text text = text_new();
        script_add_label(&text, cases[i][0]);
        assert_string_equal(text.bytes, cases[i][1]);
        text_free(&text);
    }
}

static void quotes_are_doubled(void **state)
{
    (void)state;
    struct text text = text_new();
    script_add_quoted(&text, "it's \"a\"\nname");
    assert_string_equal(text.bytes, "'it''s  a  name'");
    text_clear(&text);
    script_add_font(&text, "Arimo, serif:Italic", 13, true);
    assert_string_equal(text.bytes, "'Arimo:Bold,13'");
    text_clear(&text);
    script_add_font(&text, "O'Font", 11.5, false);
    assert_string_equal(text.bytes, "'O''Font,11.5'");
    text_free(&text);
}

/* The word after << in a block. */
static void read_end(const char *block, char word[32])
{
    const char *at = strstr(block, "<< ");
    assert_non_null(at);
    size_t length = strcspn(at + 3, "\n");
    assert_true(length < 32);
    memcpy(word, at + 3, length);
    word[length] = '\0';
}

/* Blocks made of the ends of other blocks never hold their own. */
static void ends_do_not_occur_inside(void **state)
{
    (void)state;
    struct text rows = text_new(), block = text_new();
    for (int i = 0; i < 200; i++) {
        char end[32];
        text_clear(&block);
        script_add_block(&block, 0, &rows);
        read_end(block.bytes, end);
        assert_int_equal(strlen(end), 16);
        assert_int_equal(end[0], 'E');
        assert_null(strstr(rows.bytes, end));
        text_add(&rows, end);
        text_add_char(&rows, '\n');
    }
    text_clear(&rows);
    text_clear(&block);
    text_add(&rows, "1\t2\n");
    script_add_block(&block, 2, &rows);
    assert_true(text_starts(block.bytes, "$D3 << E"));
    text_free(&rows);
    text_free(&block);
}

static void reports_and_loads(void **state)
{
    (void)state;
    struct text text = text_new();
    script_add_load(&text, "member_rate.gp");
    script_add_report(&text, 7);
    assert_string_equal(text.bytes,
                        "load './member_rate.gp'\nset output\n"
                        "print 'done 7 ', GPVAL_ERRNO\nreset errors\n");
    text_free(&text);
}

static void heads_name_the_terminal(void **state)
{
    (void)state;
    static const char *const terminals[] = { "svg size 800,400",
                                             "pngcairo size 1600,800",
                                             "pdfcairo size 11.1111,5.5556" };
    for (int format = CHART_SVG; format <= CHART_PDF; format++) {
        struct text text = text_new();
        script_add_head(&text, (enum chart_format)format, "x.svg", 800, 400,
                        "Arimo");
        assert_non_null(strstr(text.bytes, terminals[format]));
        assert_non_null(strstr(text.bytes, " noenhanced "));
        assert_non_null(strstr(text.bytes, "set output './x.svg'\n"));
        assert_null(strchr(text.bytes, '"'));
        text_free(&text);
    }
}

/* Shapes of one make share a block and a place in the order of painting. */
static void shapes_share_layers(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct canvas *canvas = canvas_new(arena, 100, 50, "Arimo");
    struct canvas_letters letters = { .face = { 12, false },
                                      .colour = 0x222222 };
    canvas_rectangle(canvas, (struct canvas_point){ 10, 10 },
                     (struct canvas_point){ 0, 20 }, 0xFF0000);
    canvas_words(canvas, (struct canvas_point){ 5, 5 }, "một", letters);
    canvas_rectangle(canvas, (struct canvas_point){ 20.5, 10 },
                     (struct canvas_point){ 30, 20.2 }, 0x00FF00);
    canvas_words(canvas, (struct canvas_point){ 500, -5 }, "ra\nngoài",
                 letters);
    canvas_words(canvas, (struct canvas_point){ 5, 5 }, " \n ", letters);
    canvas_level(canvas);
    canvas_rectangle(canvas, (struct canvas_point){ 0, 0 },
                     (struct canvas_point){ 1, 1 }, 0x0000FF);
    struct text text = text_new();
    canvas_write(canvas, &text);
    assert_non_null(strstr(text.bytes, "5\t15\t5\t5\t0xFF0000\n"
                                       "25.25\t15.1\t4.75\t5.1\t0x00FF00\n"));
    assert_non_null(strstr(text.bytes, "5\t5\tmột\t0x222222\n"
                                       "100\t0\tra ngoài\t0x222222\n"));
    assert_non_null(strstr(text.bytes, "plot $D1 using 1:2:3:4:5 with boxxy"));
    assert_non_null(strstr(text.bytes, "  $D2 using 1:2:3:4 with labels left"));
    assert_non_null(strstr(text.bytes, "  $D3 using 1:2:3:4:5 with boxxy"));
    assert_null(strstr(text.bytes, "$D4"));
    text_free(&text);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_one_field),
        cmocka_unit_test(quotes_are_doubled),
        cmocka_unit_test(ends_do_not_occur_inside),
        cmocka_unit_test(reports_and_loads),
        cmocka_unit_test(heads_name_the_terminal),
        cmocka_unit_test(shapes_share_layers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
