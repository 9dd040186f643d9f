/*
 * writers.c - what every report writer must do: let no text out unescaped,
 * write whole files or none, and give the same bytes twice; what is made of XML
 * is well formed whatever stands in it. PDF is made by another program from a
 * file that one of these wrote, and bears the time; so it stands aside here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/number.h"
#include "engine/base/rows.h"
#include "engine/base/text.h"
#include "engine/report/markup.h"
#include "engine/report/writer.h"
#include "tests/house.h"
#include "tests/unzipped.h"

static const char *const nasty[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "a & b < c > d ' e \" f",
    "</td></table>",
    "</style><style>",
    "\x01\x02\x1b[31m",
    "Nguyễn Văn \"Đông Hưng\" <b>",
    "-->",
    "]]>",
    "&lt;already&gt;",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "=HYPERLINK(\"http://x\",\"x\")",
    "http://x/<y>",
    "\xEF\xBF\xBE\xEF\xBF\xBF",
    "[ ] [x [[y]] : * ? / \\ '",
    "%s %n %d",
    "_x003C_script",
    "",
    " ",
};
enum { NASTY = sizeof nasty / sizeof *nasty };

static const char *const columns[] = { "a", "b" };

static void tell(const struct report_annex *annex, struct rows *rows)
{
    rows_text(rows, annex->matter);
    rows_number(rows, 1234.5);
}

static struct report_letter nasty_letter(const char *text)
{
    return (struct report_letter){
        .nation = text,
        .motto = text,
        .superior = text,
        .issuer = text,
        .number = text,
        .place_day = text,
        .kind = text,
        .about = text,
        .receivers_title = text,
        .receivers = { text, text },
        .authority = text,
        .signer = text,
        .table = text,
        .figure = text,
    };
}

/* A report whose every text is the nasty one. */
static struct report *nasty_report(struct arena *arena, const char *text)
{
    struct report *report = arena_new_of(arena, struct report);
    struct report_table *table = arena_new_of(arena, struct report_table);
    struct block *blocks = arena_array(arena, 6, struct block);
    const char **texts = arena_array(arena, 2, const char *);
    texts[0] = texts[1] = text;
    table->caption = table->note = text;
    table->heads = texts;
    table->aligns = arena_array(arena, 2, enum align);
    table->columns = 2;
    table->rows = 1;
    table->first_is_header = true;
    table->cells = arena_array(arena, 2, struct table_cell);
    table->cells[0].text = table->cells[1].text = text;
    table->cells[0].number = table->cells[1].number = NO_VALUE;
    blocks[0] =
        (struct block){ .kind = BLOCK_CHAPTER, .id = "a", .text = text };
    blocks[1] = (struct block){ .kind = BLOCK_HEADING, .text = text };
    blocks[2] = (struct block){ .kind = BLOCK_PARAGRAPH, .text = text };
    blocks[3] =
        (struct block){ .kind = BLOCK_LIST, .items = texts, .item_count = 2 };
    blocks[4] = (struct block){ .kind = BLOCK_TABLE, .table = table };
    blocks[5] = (struct block){ .kind = BLOCK_NOTE, .text = text };
    report->language = "vi";
    report->title = report->subtitle = report->issuer = text;
    report->date = report->contents_title = report->draft_text = text;
    report->generator = "hoctap";
    report->draft = true;
    report->blocks = blocks;
    report->count = 6;
    report->letter = nasty_letter(text);
    report->guide_title = text;
    report->guide = texts;
    report->guide_count = 2;
    report->annexes = arena_new_of(arena, struct report_annex);
    report->annexes[0] = (struct report_annex){ .title = text,
                                                .note = text,
                                                .columns = columns,
                                                .column_count = 2,
                                                .rows = 1,
                                                .tell = tell,
                                                .matter = text };
    report->annex_count = 1;
    return report;
}

static bool stands_aside(const struct report_writer *writer)
{
    return strcmp(writer->id, "pdf") == 0;
}

struct made {
    const char *path;
    char *bytes;
    size_t length;
};

static struct made made(const struct report_writer *writer, const char *name,
                        const struct report *report, struct arena *arena)
{
    struct fault fault = { 0 };
    struct made made = { .path = arena_string(arena, test_path(name)) };
    assert_true(writer->write(report, made.path, &fault));
    assert_true(
        file_read(&made.bytes, &made.length, made.path, 0, arena, &fault));
    return made;
}

/* The markup that was written: of a zip, all its parts. */
static char *written(const struct report_writer *writer, const char *name,
                     const struct report *report, struct arena *arena)
{
    struct made file = made(writer, name, report, arena);
    return memcmp(file.bytes, "PK", 2) == 0 ? unzipped_all(file.path, arena)
                                            : file.bytes;
}

static void nothing_unescaped(void **state)
{
    (void)state;
    for (size_t w = 0; w < report_writer_count(); w++)
        for (size_t i = 0; i < NASTY && !stands_aside(report_writer_at(w));
             i++) {
            struct arena *arena = arena_new();
            const char *bytes = written(report_writer_at(w), "nasty",
                                        nasty_report(arena, nasty[i]), arena);
            /* What has no special byte may stand as it is. */
            if (strpbrk(nasty[i], "<>&\"'\x01\x02\x1b") != NULL &&
                strchr(nasty[i], '<') != NULL)
                assert_null(strstr(bytes, nasty[i]));
            /* A page has a script of its own, and no other. */
            assert_null(strstr(bytes, "<script>alert"));
            assert_null(strstr(bytes, "<img"));
            assert_null(strstr(bytes, "<f>"));      /* a formula */
            assert_null(strstr(bytes, "External")); /* a link that leads away */
            assert_null(strstr(bytes, "\xEF\xBF\xBF"));
            assert_null(strpbrk(bytes, "\x01\x02\x1b"));
            arena_free(arena);
        }
}

/* 300 columns and a text of 100,000 letters. */
static void large_things(void **state)
{
    (void)state;
    enum { COLUMNS = 300, LETTERS = 100000 };
    for (size_t w = 0; w < report_writer_count(); w++) {
        if (stands_aside(report_writer_at(w)))
            continue;
        struct arena *arena = arena_new();
        struct text longest = text_new();
        for (int i = 0; i < LETTERS / 2; i++)
            text_add(&longest, i % 100 ? "\xC3\xAAu" : "ê ");
        struct report *report = nasty_report(arena, longest.bytes);
        struct report_table *table = report->blocks[4].table;
        report->title = report->subtitle = report->blocks[0].text = "x";
        table->columns = COLUMNS;
        table->heads = arena_array(arena, COLUMNS, const char *);
        table->aligns = arena_array(arena, COLUMNS, enum align);
        table->cells = arena_array(arena, COLUMNS, struct table_cell);
        for (size_t c = 0; c < COLUMNS; c++) {
            table->heads[c] = arena_format(arena, "h%zu.", c);
            table->cells[c].text =
                c == 7 ? longest.bytes : arena_format(arena, "c%zu.", c);
            table->cells[c].number = NO_VALUE;
        }
        const char *bytes =
            written(report_writer_at(w), "large", report, arena);
        for (size_t c = 0; c < COLUMNS; c += 13)
            assert_non_null(strstr(bytes, arena_format(arena, "c%zu.", c)));
        text_free(&longest);
        arena_free(arena);
    }
}

static void same_bytes(void **state)
{
    (void)state;
    for (size_t w = 0; w < report_writer_count(); w++) {
        const struct report_writer *writer = report_writer_at(w);
        if (stands_aside(writer))
            continue;
        struct arena *arena = arena_new();
        const struct report *report = nasty_report(arena, "Hưng Hà");
        setenv("TZ", "Asia/Ho_Chi_Minh", 1);
        struct made one = made(writer, "one", report, arena);
        setenv("TZ", "America/New_York", 1);
        sleep(strcmp(writer->id, "html") == 0 ? 0 : 2); /* a zip's tick */
        struct made two = made(writer, "two", report, arena);
        assert_int_equal(one.length, two.length);
        assert_memory_equal(one.bytes, two.bytes, one.length);
        unsetenv("TZ");
        arena_free(arena);
    }
}

static void nothing_half_written(void **state)
{
    (void)state;
    for (size_t w = 0; w < report_writer_count(); w++) {
        const struct report_writer *writer = report_writer_at(w);
        struct arena *arena = arena_new();
        struct fault fault = { 0 };
        struct report *report = nasty_report(arena, "x");
        const char *path = test_path("absent/report");
        if (!stands_aside(writer)) {
            assert_false(writer->write(report, path, &fault));
            assert_int_equal(fault.code, FAULT_FILE);
        }
        /* A picture that is not there stops the page before it is written. */
        struct report_figure figure = { .caption = "x",
                                        .path = test_path("no.svg"),
                                        .print_path = test_path("no.png"),
                                        .name = "no.svg" };
        report->blocks[2] =
            (struct block){ .kind = BLOCK_FIGURE, .figure = &figure };
        path = test_path("unfinished");
        fault = (struct fault){ 0 };
        if (writer->pictures != 0) {
            assert_false(writer->write(report, path, &fault));
            assert_int_not_equal(access(path, F_OK), 0);
        }
        arena_free(arena);
    }
}

static void the_register(void **state)
{
    (void)state;
    assert_non_null(report_writer_find("html"));
    assert_null(report_writer_find("htm"));
    for (size_t w = 0; w < report_writer_count(); w++) {
        const struct report_writer *writer = report_writer_at(w);
        assert_ptr_equal(report_writer_find(writer->id), writer);
        assert_int_equal(writer->suffix[0], '.');
    }
}

static void markup_escapes(void **state)
{
    (void)state;
    struct text out = text_new();
    markup_add(&out, "a<b>&\"c\"'d'\tĐ\n\x02");
    assert_string_equal(out.bytes, "a&lt;b&gt;&amp;&quot;c&quot;&#39;d&#39;"
                                   "\tĐ\n ");
    text_clear(&out);
    markup_add(&out, NULL);
    assert_int_equal(out.length, 0);
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_unescaped),
        cmocka_unit_test(large_things),
        cmocka_unit_test(same_bytes),
        cmocka_unit_test(nothing_half_written),
        cmocka_unit_test(the_register),
        cmocka_unit_test(markup_escapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
