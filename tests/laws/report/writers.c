/*
 * writers.c - what every report writer must do: let no text out unescaped,
 * write whole files or none, and give the same bytes twice.
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
#include "engine/base/text.h"
#include "engine/report/markup.h"
#include "engine/report/writer.h"
#include "tests/house.h"

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
};
enum { NASTY = sizeof nasty / sizeof *nasty };

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
    return report;
}

static char *written(const struct report_writer *writer, const char *name,
                     const struct report *report, struct arena *arena)
{
    struct fault fault = { 0 };
    char *bytes;
    size_t length;
    const char *path = test_path(name);
    assert_true(writer->write(report, path, &fault));
    assert_true(file_read(&bytes, &length, path, 0, arena, &fault));
    return bytes;
}

static void nothing_unescaped(void **state)
{
    (void)state;
    for (size_t w = 0; w < report_writer_count(); w++)
        for (size_t i = 0; i < NASTY; i++) {
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
            assert_null(strpbrk(bytes, "\x01\x02\x1b"));
            arena_free(arena);
        }
}

static void same_bytes(void **state)
{
    (void)state;
    for (size_t w = 0; w < report_writer_count(); w++) {
        struct arena *arena = arena_new();
        const struct report *report = nasty_report(arena, "Hưng Hà");
        assert_string_equal(written(report_writer_at(w), "one", report, arena),
                            written(report_writer_at(w), "two", report, arena));
        arena_free(arena);
    }
}

static void nothing_half_written(void **state)
{
    (void)state;
    for (size_t w = 0; w < report_writer_count(); w++) {
        struct arena *arena = arena_new();
        struct fault fault = { 0 };
        struct report *report = nasty_report(arena, "x");
        const char *path = test_path("absent/report");
        assert_false(report_writer_at(w)->write(report, path, &fault));
        assert_int_equal(fault.code, FAULT_FILE);
        /* A picture that is not there stops the page before it is written. */
        struct report_figure figure = { .caption = "x",
                                        .path = test_path("no.svg"),
                                        .name = "no.svg" };
        report->blocks[2] =
            (struct block){ .kind = BLOCK_FIGURE, .figure = &figure };
        path = test_path("unfinished");
        fault = (struct fault){ 0 };
        assert_false(report_writer_at(w)->write(report, path, &fault));
        assert_int_not_equal(access(path, F_OK), 0);
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
        cmocka_unit_test(nothing_unescaped),    cmocka_unit_test(same_bytes),
        cmocka_unit_test(nothing_half_written), cmocka_unit_test(the_register),
        cmocka_unit_test(markup_escapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
