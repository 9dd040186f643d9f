/*
 * sheet.c - tests of small tables: heads, lines, trimming, numbers, and a
 * fault with its place for everything that cannot be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/sheet.h"

static struct arena *arena;
static struct fault fault;

static int start(void **state)
{
    (void)state;
    arena = arena_new();
    fault = (struct fault){ .message = "none" };
    return 0;
}

static int stop(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct sheet parse(const char *text)
{
    struct sheet sheet;
    if (!sheet_parse(&sheet, "t.csv", text, strlen(text), arena, &fault))
        fail_msg("line %u: %s", fault.line, fault.message);
    return sheet;
}

static void refuse(const char *text, size_t length, const char *message,
                   unsigned line)
{
    struct sheet sheet;
    assert_false(sheet_parse(&sheet, "t.csv", text, length, arena, &fault));
    assert_fault(&fault, message);
    assert_string_equal(fault.where, "t.csv");
    assert_int_equal(fault.line, line);
}

static void heads_and_rows(void **state)
{
    (void)state;
    struct sheet sheet = parse("Code, Tên ,note\n034, Tiền Hải ,\n5,b,c\n");
    assert_int_equal(sheet.head_count, 3);
    assert_int_equal(sheet.row_count, 2);
    assert_string_equal(sheet.heads[1], "Tên");
    assert_int_equal(sheet_column(&sheet, "code"), 0);
    assert_int_equal(sheet_column(&sheet, "TÊN"), 1);
    assert_true(sheet_column(&sheet, "tên gọi") == NO_COLUMN);
    assert_true(sheet_column(&sheet, "") == NO_COLUMN);
    assert_string_equal(sheet_cell(&sheet, 0, 0), "034");
    assert_string_equal(sheet_cell(&sheet, 0, 1), "Tiền Hải");
    assert_string_equal(sheet_cell(&sheet, 0, 2), "");
    assert_string_equal(sheet_cell(&sheet, 0, NO_COLUMN), "");
    struct place place = sheet_place(&sheet, 1, 2);
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 3);
    assert_int_equal(sheet_place(&sheet, 1, NO_COLUMN).column, 0);
}

/* The row's line is the one it begins in, whatever stands above it. */
static void lines_are_physical(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\n  \na,b\n1,\"x\ny\"\n\n2,z\n\"\n3\",w",
        "\r\n  \r\na,b\r\n1,\"x\r\ny\"\r\n\r\n2,z\r\n\"\r\n3\",w\r\n",
        "\r  \ra,b\r1,\"x\ry\"\r\r2,z\r\"\r3\",w\r",
    };
    for (size_t i = 0; i < 3; i++) {
        struct sheet sheet = parse(texts[i]);
        assert_int_equal(sheet.head_line, 3);
        assert_int_equal(sheet.row_count, 3);
        assert_int_equal(sheet.lines[0], 4);
        assert_int_equal(sheet.lines[1], 7);
        assert_int_equal(sheet.lines[2], 8);
        assert_string_equal(sheet_cell(&sheet, 1, 0), "2");
        assert_string_equal(sheet_cell(&sheet, 2, 0), "3");
        assert_int_equal(sheet_cell(&sheet, 0, 1)[0], 'x');
    }
}

static void marks_are_dropped(void **state)
{
    (void)state;
    struct sheet sheet = parse("\xEF\xBB\xBF\"mã, số\";tên;x\n"
                               ";;\n"
                               "1;Bi\x65\xCC\xA3\xCC\x82n;\n");
    assert_int_equal(sheet.delimiter, ';');
    assert_int_equal(sheet_column(&sheet, "mã, số"), 0);
    assert_int_equal(sheet.row_count, 1);
    assert_int_equal(sheet.lines[0], 3);
    assert_string_equal(sheet_cell(&sheet, 0, 1), "Bi\xE1\xBB\x87n");
}

static void quotes(void **state)
{
    (void)state;
    struct sheet sheet =
        parse("a,b\n\"x, \"\"y\"\"\",\" z \"\n\"\",\"\"\nq,\n");
    assert_int_equal(sheet.row_count, 2);
    assert_string_equal(sheet_cell(&sheet, 0, 0), "x, \"y\"");
    assert_string_equal(sheet_cell(&sheet, 0, 1), "z");
    assert_int_equal(sheet.lines[1], 4);
}

static void short_rows_are_filled(void **state)
{
    (void)state;
    struct sheet sheet = parse("a,b,c\n1\n1,2,3,,\n");
    assert_string_equal(sheet_cell(&sheet, 0, 2), "");
    assert_string_equal(sheet_cell(&sheet, 1, 2), "3");
}

static void heads_alone_are_a_table(void **state)
{
    (void)state;
    struct sheet sheet = parse("a,b");
    assert_int_equal(sheet.head_count, 2);
    assert_int_equal(sheet.row_count, 0);
}

static void what_cannot_be_read(void **state)
{
    (void)state;
    refuse("", 0, "sheet.empty", 0);
    refuse("\n \n,,\n", 6, "sheet.empty", 0);
    refuse("a,b\n1\0,2\n", 9, "sheet.nul", 2);
    refuse("a\r\nb\r\n\xC3(\r\n", 10, "sheet.not_utf8", 3);
    refuse("\xFF\xFE"
           "a,b\n",
           6, "sheet.not_utf8", 1);
    refuse("a,b\n\n1,\"2\n3,4\n", 14, "sheet.open_quote", 3);
    refuse("a,b\n1,2\n3,x\"y\n", 14, "sheet.bad_quote", 3);
    assert_int_equal(fault.column, 2);
    refuse("a,b\n\"x\"y,2\n", 11, "sheet.bad_quote", 2);
    refuse("a,b,A\n", 6, "sheet.duplicate_head", 1);
    assert_int_equal(fault.column, 3);
    refuse("a,b\n1,2\n1,2,3\n", 14, "sheet.long_row", 3);
    assert_string_equal(fault_argument(&fault, "value"), "3");
    assert_int_equal(fault.column, 3);
}

/* One lost quote must not swallow a file: its line is named. */
static void a_lost_quote_is_found_early(void **state)
{
    (void)state;
    struct text text = text_new();
    text_add(&text, "a,b\n1,2\n3,\"lost\n");
    for (int i = 0; i < 3000; i++)
        text_addf(&text, "%d,\"%d\"\n", i, i);
    struct sheet sheet;
    assert_false(
        sheet_parse(&sheet, "t.csv", text.bytes, text.length, arena, &fault));
    assert_true(strcmp(fault.message, "sheet.open_quote") == 0 ||
                strcmp(fault.message, "sheet.bad_quote") == 0);
    assert_in_range(fault.line, 3, 4);
    text_clear(&text);
    text_add(&text, "a,b\n1,2\n3,\"lost\n");
    for (int i = 0; i < 3000; i++)
        text_addf(&text, "%d,%d\n", i, i);
    assert_false(
        sheet_parse(&sheet, "t.csv", text.bytes, text.length, arena, &fault));
    assert_fault(&fault, "sheet.open_quote");
    assert_int_equal(fault.line, 3);
    text_free(&text);
}

static void numbers_follow_the_sheet(void **state)
{
    (void)state;
    double value = -1;
    struct sheet point = parse("a,b\n1234.5,-2e3\n,x\n");
    assert_true(sheet_number(&point, 0, 0, &value, &fault));
    assert_near(value, 1234.5, 0);
    assert_true(sheet_number(&point, 0, 1, &value, &fault));
    assert_near(value, -2000, 0);
    assert_true(sheet_number(&point, 1, 0, &value, &fault));
    assert_near(value, -2000, 0); /* empty: left alone */
    assert_false(sheet_number(&point, 1, 1, &value, &fault));
    assert_fault(&fault, "sheet.bad_number");
    assert_string_equal(fault_argument(&fault, "head"), "b");
    assert_int_equal(fault.line, 3);
    assert_int_equal(fault.column, 2);

    struct sheet comma = parse("a;b\n12,75;1.234\n7;8\n");
    assert_int_equal(comma.decimal, ',');
    assert_true(sheet_number(&comma, 0, 0, &value, &fault));
    assert_near(value, 12.75, 0);
    assert_false(sheet_number(&comma, 0, 1, &value, &fault));
    assert_true(sheet_number(&comma, 1, 1, &value, &fault));
    assert_near(value, 8, 0);

    struct sheet dots = parse("a;b\n12.75;9\n");
    assert_true(sheet_number(&dots, 0, 0, &value, &fault));
    assert_near(value, 12.75, 0);
}

static void dates_and_choices(void **state)
{
    (void)state;
    static const char *const items[] = { "root", "each" };
    const struct sheet_words words = { items, 2 };
    struct sheet sheet =
        parse("day,word\n2024-11-01,each\n2023-02-29,rot\n,zzzzzz\n");
    date day = 5;
    int word = -1;
    assert_true(sheet_date(&sheet, 0, 0, &day, &fault));
    assert_int_equal(day, 20241101);
    assert_false(sheet_date(&sheet, 1, 0, &day, &fault));
    assert_fault(&fault, "sheet.bad_date");
    assert_true(sheet_date(&sheet, 2, 0, &day, &fault));
    assert_int_equal(day, 20241101);
    assert_true(sheet_choice(&sheet, 0, 1, words, &word, &fault));
    assert_int_equal(word, 1);
    assert_false(sheet_choice(&sheet, 1, 1, words, &word, &fault));
    assert_fault(&fault, "sheet.unknown_choice_near");
    assert_string_equal(fault_argument(&fault, "near"), "root");
    assert_false(sheet_choice(&sheet, 2, 1, words, &word, &fault));
    assert_fault(&fault, "sheet.unknown_choice");
    assert_string_equal(fault_argument(&fault, "known"), "root, each");
    assert_false(sheet_filled(&sheet, 2, 0, &fault));
    assert_fault(&fault, "sheet.empty_cell");
}

static void columns_by_name(void **state)
{
    (void)state;
    static const char *const known[] = { "indicator", "period", "value" };
    struct sheet sheet = parse("\nindicator,perod,Value,\nx,y,z,w\n");
    size_t column;
    assert_true(sheet_needs(&sheet, "value", &column, &fault));
    assert_int_equal(column, 2);
    assert_false(sheet_needs(&sheet, "period", &column, &fault));
    assert_fault(&fault, "sheet.missing_column_near");
    assert_string_equal(fault_argument(&fault, "near"), "perod");
    assert_int_equal(fault.line, 2);
    assert_false(sheet_needs(&sheet, "denominator", &column, &fault));
    assert_fault(&fault, "sheet.missing_column");
    assert_false(sheet_only(&sheet, known, 3, &fault));
    assert_fault(&fault, "sheet.unknown_column_near");
    assert_string_equal(fault_argument(&fault, "near"), "period");
    assert_int_equal(fault.column, 2);
}

static void from_files(void **state)
{
    (void)state;
    struct sheet sheet;
    const char *path = test_write("s.csv", "a,b\n1,2\n");
    assert_true(sheet_read(&sheet, path, arena, &fault));
    assert_string_equal(sheet.path, path);
    assert_false(sheet_read(&sheet, test_path("none.csv"), arena, &fault));
    assert_fault(&fault, "file.missing");
    assert_int_equal(fault.code, FAULT_FILE);
    assert_false(sheet_read(&sheet, test_folder(), arena, &fault));
    assert_fault(&fault, "file.is_folder");
    path = test_write("e.csv", "");
    assert_false(sheet_read(&sheet, path, arena, &fault));
    assert_fault(&fault, "sheet.empty");
    assert_string_equal(fault.where, path);
}

static void from_standard_input(void **state)
{
    (void)state;
    struct sheet sheet;
    assert_non_null(freopen(test_write("i.csv", "a,b\n1,\n"), "rb", stdin));
    assert_true(sheet_read(&sheet, "-", arena, &fault));
    assert_int_equal(sheet.row_count, 1);
    assert_non_null(freopen("/dev/null", "rb", stdin));
    assert_false(sheet_read(&sheet, "-", arena, &fault));
    assert_fault(&fault, "sheet.empty");
    assert_string_equal(fault.where, "-");
}

/* Every file cut short anywhere either reads or says why. */
static void any_cut_is_survived(void **state)
{
    (void)state;
    static const char whole[] = "\xEF\xBB\xBF\"m\xC3\xA3\",b;c\r\n"
                                "\"x\r\n\"\"y\",\"2\"\r\n,\n\"z\",1";
    for (size_t length = 0; length < sizeof whole; length++) {
        struct sheet sheet;
        fault.message[0] = '\0';
        if (!sheet_parse(&sheet, "t", whole, length, arena, &fault))
            assert_true(strncmp(fault.message, "sheet.", 6) == 0);
    }
}

/* A short row is filled up: rows of one cell must not make a million each. */
static void cells_are_counted(void **state)
{
    (void)state;
    struct text text = text_new();
    for (int i = 0; i < 20000; i++)
        text_addf(&text, "h%d,", i);
    text_add(&text, "end\n");
    for (int i = 0; i < 2000; i++)
        text_add(&text, "x\n");
    /* 838 rows of 20001 cells are less than 16 x 2^20. */
    refuse(text.bytes, text.length, "sheet.too_large", 840);
    /* So is one row that is never filled. */
    text_clear(&text);
    text_add(&text, "a,b\n");
    for (int i = 0; i < 17 << 20; i++)
        text_add_char(&text, ',');
    refuse(text.bytes, text.length, "sheet.too_large", 2);
    text_free(&text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(heads_and_rows),           TEST(lines_are_physical),
        TEST(marks_are_dropped),        TEST(quotes),
        TEST(short_rows_are_filled),    TEST(heads_alone_are_a_table),
        TEST(what_cannot_be_read),      TEST(a_lost_quote_is_found_early),
        TEST(numbers_follow_the_sheet), TEST(dates_and_choices),
        TEST(columns_by_name),          TEST(from_files),
        TEST(from_standard_input),      TEST(any_cut_is_survived),
        TEST(cells_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
