/*
 * records.c - tests of text into records: lines, quotes, spaces.
 *
 * A record is written as line/row|cell|cell…, with ! for a stray quote, ? for
 * an open one and 0 for a zero byte in front.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <string.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/records.h"

static void reads(const char *text, char delimiter, const char *wanted)
{
    struct arena *arena = arena_new();
    struct records *records = records_new(text, strlen(text), delimiter, arena);
    struct record record;
    struct text got = text_new();
    text_add(&got, "");
    while (records_next(records, &record)) {
        text_addf(&got, "%s%s%s%u/%u", record.stray_quote ? "!" : "",
                  record.open_quote ? "?" : "", record.nul ? "0" : "",
                  record.line, record.row);
        for (size_t i = 0; i < record.count; i++)
            text_addf(&got, "|%s", record.cells[i]);
        text_add(&got, "\n");
    }
    assert_int_equal(records_at(records), strlen(text));
    if (strcmp(got.bytes, wanted) != 0)
        fail_msg("for\n%s\n--- wanted\n%s--- got\n%s", text, wanted, got.bytes);
    text_free(&got);
    arena_free(arena);
}

static void lines(void **state)
{
    (void)state;
    reads("a;b\nc;d\n", ';', "1/1|a|b\n2/2|c|d\n");
    reads("a;b\r\nc;d", ';', "1/1|a|b\n2/2|c|d\n");
    reads("a;b\rc;d\r", ';', "1/1|a|b\n2/2|c|d\n");
    reads("\n\r\n  \t\na;b\n\n\nc", ';', "4/4|a|b\n7/7|c\n");
    reads("", ';', "");
    reads("\n\n", ';', "");
    reads(";;\n", ';', "1/1|||\n");
}

static void quoted_newlines(void **state)
{
    (void)state;
    /* A quoted newline starts a line and no row. */
    reads("\"x\n2018-\n2019\",b\n\nc,d\n", ',',
          "1/1|x\n2018-\n2019|b\n5/3|c|d\n");
    reads("a,\"b\r\nc\"\r\nd,e\r\n", ',', "1/1|a|b\r\nc\n3/2|d|e\n");
    reads("a,\"last", ',', "?1/1|a|last\n");
    reads("a,\"last\"", ',', "1/1|a|last\n");
}

static void spaces(void **state)
{
    (void)state;
    reads(" a ; \" b \" ;\xC2\xA0"
          "c\xE2\x80\xAF;\xE3\x80\x80\n",
          ';', "1/1|a|b|c|\n");
    reads("a\t b \t\tc\n", '\t', "1/1|a|b||c\n");
    reads("a|b , c|d\n", '|', "1/1|a|b , c|d\n");
}

static void stray_quotes(void **state)
{
    (void)state;
    reads("12\" ống;b\nc;d\n", ';', "!1/1|12\" ống|b\n2/2|c|d\n");
    reads("\"xã \"Quang\" Trung\";1\n", ';', "!1/1|xã \"Quang\" Trung|1\n");
    reads("\"a \"\"b\"\" c\";1\n", ';', "1/1|a \"b\" c|1\n");
    reads("\"a\"  ;\"\";1\n", ';', "1/1|a||1\n");
}

static void open_quotes(void **state)
{
    (void)state;
    /* The next row's quote is taken for the end of the first one's. */
    reads("\"Thái Thụy;1\nHưng Hà;2\n\"Đông Hưng\";3\nVũ Thư;4\n", ';',
          "?1/1|Thái Thụy|1\n2/2|Hưng Hà|2\n3/3|Đông Hưng|3\n4/4|Vũ Thư|4\n");
    /* It never ends: the rest of a long file is not swallowed. */
    struct text text = text_new(), wanted = text_new();
    text_add(&text, "x;\"y\n");
    text_add(&wanted, "?1/1|x|y\n");
    for (unsigned i = 2; i < 200; i++) {
        text_addf(&text, "%u;z\n", i);
        text_addf(&wanted, "%u/%u|%u|z\n", i, i, i);
    }
    reads(text.bytes, ';', wanted.bytes);
    /* Doubled by mistake at the end of the cell. */
    reads("\"xã \"Quang Trung\"\";1\n2;z\n", ';',
          "?1/1|xã \"Quang Trung\"|1\n2/2|2|z\n");
    /* At the end of a file without a last newline. */
    reads("\"\"a\n;b\"", ';', "?1/1|\"a\n!2/2||b\"\n");
    /* Nor is a short file. */
    reads("x;\"y\n2;z\n3;z", ';', "?1/1|x|y\n2/2|2|z\n3/3|3|z\n");
    text_free(&text);
    text_free(&wanted);
}

static void long_cells(void **state)
{
    (void)state;
    struct text text = text_new();
    text_add(&text, "a;\"");
    for (int i = 0; i < 9000; i++)
        text_add(&text, "ten bytes ");
    text_add(&text, "\";b\nc;d;e\n");
    struct arena *arena = arena_new();
    struct records *records = records_new(text.bytes, text.length, ';', arena);
    struct record record;
    assert_true(records_next(records, &record)); /* one line: no harm in it */
    assert_int_equal(record.count, 3);
    assert_int_equal(strlen(record.cells[1]), 89999);
    assert_false(record.open_quote);
    assert_true(records_next(records, &record));
    assert_int_equal(record.line, 2);
    assert_string_equal(record_cell(&record, 2), "e");
    assert_string_equal(record_cell(&record, 3), "");
    assert_false(record_empty(&record));
    assert_false(records_next(records, &record));
    arena_free(arena);
    text_free(&text);
}

static void zero_bytes(void **state)
{
    (void)state;
    reads("a;b\nc\x01;d\ne;f\n", ';', "1/1|a|b\n02/2|c\x01|d\n3/3|e|f\n");
    /* Beside an open quote they hide no cells. */
    reads("\x01;\"a\nb;c\n\"d", ';', "?01/1|\x01|a\n2/2|b|c\n?3/3|d\n");
}

/* Each line is looked for once: in a file of CR they took minutes. */
static void many_short_lines(void **state)
{
    (void)state;
    static const char line[] = "1234567;901234567\r";
    enum { LINES = 200000, STEP = sizeof line - 1 };
    struct arena *arena = arena_new();
    char *text = arena_alloc(arena, LINES, STEP);
    for (size_t i = 0; i < LINES; i++)
        memcpy(text + i * STEP, line, STEP);
    alarm(30);
    struct records *records =
        records_new(text, (size_t)LINES * STEP, ';', arena);
    struct record record;
    unsigned count = 0;
    while (records_next(records, &record))
        count += record.count == 2 && record.line == count + 1;
    alarm(0);
    assert_int_equal(count, LINES);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines),       cmocka_unit_test(quoted_newlines),
        cmocka_unit_test(spaces),      cmocka_unit_test(stray_quotes),
        cmocka_unit_test(open_quotes), cmocka_unit_test(long_cells),
        cmocka_unit_test(zero_bytes),  cmocka_unit_test(many_short_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
