/*
 * rows.c - tests of CSV, JSON and the table for the eye.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <jansson.h>
#include <string.h>

#include "engine/base/number.h"
#include "engine/base/rows.h"
#include "engine/base/text.h"

static const char *const columns[] = { "area_name", "value", "count" };

/* The same three rows in every form. */
static void assert_form(enum rows_format format, const char *wanted)
{
    struct text text = text_new();
    struct rows *rows = rows_new(format, columns, 3, &text);
    rows_text(rows, "Thái \"Thụy\", ven biển");
    rows_number(rows, 1.0 / 3);
    rows_whole(rows, -12);
    rows_text(rows, NULL);
    rows_number(rows, NO_VALUE);
    rows_whole(rows, 1234567);
    rows_text(rows, "Hưng\nHà; =1");
    rows_exact(rows, 0.1 + 0.2);
    rows_exact(rows, 1e-9);
    rows_finish(rows);
    assert_string_equal(text.bytes, wanted);
    text_free(&text);
}

static void csv(void **state)
{
    (void)state;
    assert_form(ROWS_CSV, "area_name,value,count\n"
                          "\"Thái \"\"Thụy\"\", ven biển\",0.333333333333,-12\n"
                          ",,1234567\n"
                          "\"Hưng\nHà; =1\",0.30000000000000004,1e-9\n");
}

static void csv_for_vietnamese_spreadsheets(void **state)
{
    (void)state;
    assert_form(ROWS_CSV_EXCEL,
                "\xEF\xBB\xBF"
                "area_name;value;count\n"
                "\"Thái \"\"Thụy\"\", ven biển\";0,333333333333;-12\n"
                ";;1234567\n"
                "\"Hưng\nHà; =1\";0,30000000000000004;1e-9\n");
}

static void json(void **state)
{
    (void)state;
    assert_form(ROWS_JSON,
                "[\n"
                "{\"area_name\": \"Thái \\\"Thụy\\\", ven biển\", "
                "\"value\": 0.333333333333, \"count\": -12},\n"
                "{\"area_name\": null, \"value\": null, \"count\": 1234567},\n"
                "{\"area_name\": \"Hưng\\nHà; =1\", "
                "\"value\": 0.30000000000000004, \"count\": 1e-9}\n"
                "]\n");
}

static void table(void **state)
{
    (void)state;
    assert_form(ROWS_TABLE,
                "area_name                            value    count\n"
                "---------------------  -------------------  -------\n"
                "Thái \"Thụy\", ven biển       0.333333333333      -12\n"
                "                                            1234567\n"
                "Hưng Hà; =1            0.30000000000000004     1e-9\n");
}

static void no_rows_at_all(void **state)
{
    (void)state;
    static const char *const wanted[] = {
        [ROWS_CSV] = "area_name,value,count\n",
        [ROWS_CSV_EXCEL] = "\xEF\xBB\xBF"
                           "area_name;value;count\n",
        [ROWS_JSON] = "[]\n",
        [ROWS_TABLE] = "area_name  value  count\n"
                       "---------  -----  -----\n",
    };
    for (int format = ROWS_CSV; format <= ROWS_TABLE; format++) {
        struct text text = text_new();
        rows_finish(rows_new((enum rows_format)format, columns, 3, &text));
        assert_string_equal(text.bytes, wanted[format]);
        text_free(&text);
    }
}

static void formulas_are_guarded(void **state)
{
    (void)state;
    static const char *const one[] = { "x", "y" };
    static const char *const cells[] = { "=1+1", "+84", "-",   "@x",
                                         "\tx",  "\rx", "a=1", "" };
    struct text text = text_new();
    struct rows *rows = rows_new(ROWS_CSV_EXCEL, one, 2, &text);
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        rows_text(rows, cells[i]);
    rows_number(rows, -1.5);
    rows_text(rows, "=\"a;b\"");
    rows_finish(rows);
    assert_string_equal(text.bytes, "\xEF\xBB\xBF"
                                    "x;y\n"
                                    "'=1+1;'+84\n"
                                    "'-;'@x\n"
                                    "'\tx;\"'\rx\"\n"
                                    "a=1;\n"
                                    "-1,5;\"'=\"\"a;b\"\"\"\n");
    text_free(&text);
}

static void a_lonely_empty_cell_is_still_a_row(void **state)
{
    (void)state;
    static const char *const one[] = { "x" };
    struct text text = text_new();
    struct rows *rows = rows_new(ROWS_CSV, one, 1, &text);
    rows_text(rows, "");
    rows_number(rows, NO_VALUE);
    rows_text(rows, "z");
    rows_finish(rows);
    assert_string_equal(text.bytes, "x\n\"\"\n\"\"\nz\n");
    text_free(&text);
}

/* Whatever bytes stand in the cells, a JSON reader gets the rows back. */
static void hostile_text_stays_json(void **state)
{
    (void)state;
    static const char *const keys[] = { "a\"b", "\xFF" };
    static const char *const cells[] = {
        "\\", "\x01\x1F\x7F", "\xC3(", "</script>", "\u2028", "đ\u0301"
    };
    struct text text = text_new();
    struct rows *rows = rows_new(ROWS_JSON, keys, 2, &text);
    for (size_t i = 0; i < 6; i++)
        rows_text(rows, cells[i]);
    rows_finish(rows);
    json_t *read = json_loads(text.bytes, 0, NULL);
    assert_non_null(read);
    assert_int_equal(json_array_size(read), 3);
    json_t *first = json_array_get(read, 0);
    assert_string_equal(json_string_value(json_object_get(first, "a\"b")),
                        "\\");
    assert_string_equal(json_string_value(json_object_get(first, "\uFFFD")),
                        "\x01\x1F\x7F");
    json_t *second = json_array_get(read, 1);
    assert_string_equal(json_string_value(json_object_get(second, "a\"b")),
                        "\uFFFD(");
    json_decref(read);
    text_free(&text);
}

static void the_table_is_safe_and_straight(void **state)
{
    (void)state;
    static const char *const two[] = { "tên", "n" };
    struct text text = text_new();
    struct rows *rows = rows_new(ROWS_TABLE, two, 2, &text);
    rows_text(rows, "\x1B[31mred\x7F\xC2\x9B");
    rows_text(rows, "");
    rows_text(rows, "e\u0302\u0301"); /* one column, three code points */
    rows_whole(rows, 5);
    rows_text(rows, "\u4E2D\u6587"); /* two columns each */
    rows_whole(rows, 77);
    rows_finish(rows);
    assert_string_equal(text.bytes, "tên        n\n"
                                    "--------  --\n"
                                    " [31mred\n"
                                    "e\u0302\u0301          5\n"
                                    "\u4E2D\u6587      77\n");
    text_free(&text);
}

static void single_cells(void **state)
{
    (void)state;
    struct text text = text_new();
    csv_add_cell(&text, "a,b", ';');
    csv_add_cell(&text, "a;b", ';');
    csv_add_cell(&text, "\"", ',');
    csv_add_cell(&text, "", ',');
    csv_add_cell(&text, " x ", ',');
    csv_add_cell(&text, "\r", '\t');
    assert_string_equal(text.bytes, "a,b\"a;b\"\"\"\"\" x \"\r\"");
    text_free(&text);
}

/* What a sink is told, cell by cell: #numbers, 'words'. */
static void note(void *context, const char *text, bool number)
{
    text_addf(context, "%c%s;", number ? '#' : '\'', text);
}

static void cells_for_whoever_asks(void **state)
{
    (void)state;
    struct text told = text_new();
    struct rows_sink sink = { note, &told };
    struct rows *rows = rows_into(sink, columns, 3);
    rows_text(rows, "a,\"b\"");
    rows_number(rows, 1.0 / 3);
    rows_whole(rows, -12);
    rows_text(rows, NULL);
    rows_number(rows, NO_VALUE);
    rows_exact(rows, 0.1 + 0.2);
    rows_finish(rows);
    assert_string_equal(told.bytes,
                        "'area_name;'value;'count;'a,\"b\";#0.333333333333;"
                        "#-12;';#;#0.30000000000000004;");
    text_free(&told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_for_whoever_asks),
        cmocka_unit_test(csv),
        cmocka_unit_test(csv_for_vietnamese_spreadsheets),
        cmocka_unit_test(json),
        cmocka_unit_test(table),
        cmocka_unit_test(no_rows_at_all),
        cmocka_unit_test(formulas_are_guarded),
        cmocka_unit_test(a_lonely_empty_cell_is_still_a_row),
        cmocka_unit_test(hostile_text_stays_json),
        cmocka_unit_test(the_table_is_safe_and_straight),
        cmocka_unit_test(single_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
