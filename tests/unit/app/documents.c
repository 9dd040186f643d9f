/*
 * documents.c - the report's formats as a user meets them.
 *
 *  (1) Every line of the workbook's values is a line of indicators.csv, in its
 *      order, number for number.
 *  (2) The format is that of -f, else that of the file's ending.
 *  (3) run writes what -f names; the same input gives the same bytes, wherever
 *      the clock stands.
 *  (4) PDF is another program's work: without one, status 4 and a package; with
 *      one that makes no PDF, status 4; nothing is left behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/files.h"
#include "engine/base/number.h"
#include "engine/base/rows.h"
#include "tests/program.h"
#include "tests/unzipped.h"

#define SAMPLE "data/sample/thai-binh"
enum { COLUMNS = 23 };

static struct arena *arena;
static const char *small; /* the project that init makes */

static int run(const char *before, const char *words)
{
    struct program_run made = program_run_with(before, words);
    program_free(&made);
    return made.status;
}

/* [format] with one place, or with two of which the first is the project. */
#define words(format, place) arena_format(arena, format, place)
#define both(format, place) arena_format(arena, format, small, place)

static char *bytes_of(const char *path, size_t *length)
{
    struct fault fault = { 0 };
    char *bytes;
    assert_true(file_read(&bytes, length, path, 0, arena, &fault));
    return bytes;
}

static bool begins(const char *path, const char *with)
{
    size_t length;
    return strncmp(bytes_of(path, &length), with, strlen(with)) == 0;
}

/* The text of a cell between [from] and the end of its element. */
static void add_text_of(struct text *out, const char *from)
{
    static const char *const entities[][2] = {
        { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }
    };
    while (*from != '<') {
        size_t taken = 1;
        for (size_t i = 0; i < 4; i++)
            if (strncmp(from, entities[i][0], strlen(entities[i][0])) == 0) {
                text_add(out, entities[i][1]);
                taken = strlen(entities[i][0]);
            }
        if (taken == 1)
            text_add_char(out, *from);
        from += taken;
    }
}

/* A row of the sheet as a line of CSV; [row] ends at </row>. */
static char *line_of(const char *row, const char *end)
{
    char *cells[COLUMNS];
    struct text line = text_new();
    for (size_t c = 0; c < COLUMNS; c++)
        cells[c] = arena_string(arena, "");
    for (const char *cell;
         (cell = strstr(row, "<c r=\"")) != NULL && cell < end;
         row = cell + 1) {
        struct text text = text_new();
        const char *stop = strstr(cell, "</c>");
        const char *number = strstr(cell, "<v>"),
                   *words_at = strstr(cell, "<t");
        if (number != NULL && number < stop) {
            double value;
            text_add_bytes(&text, number + 3, strcspn(number + 3, "<"));
            assert_true(number_parse(text.bytes, &value));
            text_clear(&text);
            number_add(&text, value);
        } else if (words_at != NULL && words_at < stop) {
            add_text_of(&text, strchr(words_at, '>') + 1);
        }
        assert_in_range(cell[6], 'A', 'A' + COLUMNS - 1);
        if (text.bytes != NULL)
            cells[cell[6] - 'A'] = arena_string(arena, text.bytes);
        text_free(&text);
    }
    for (size_t c = 0; c < COLUMNS; c++) {
        if (c > 0)
            text_add_char(&line, ',');
        csv_add_cell(&line, cells[c], ',');
    }
    char *copy = arena_copy(arena, line.bytes, line.length);
    text_free(&line);
    return copy;
}

/* Where the values stand: the last sheet but one. */
static const char *values_of(const char *path)
{
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    unsigned last = 0;
    assert_non_null(zip);
    while (zip_name_locate(
               zip, arena_format(arena, "xl/worksheets/sheet%u.xml", last + 1),
               0) >= 0)
        last++;
    zip_close(zip);
    assert_true(last > 2);
    return unzipped(path,
                    arena_format(arena, "xl/worksheets/sheet%u.xml", last - 1),
                    arena);
}

/* (1) */
static void values_are_those_of_the_csv(void **state)
{
    (void)state;
    const char *folder = arena_string(arena, test_path("one"));
    assert_int_equal(run("", words("run " SAMPLE " -f xlsx -o %s", folder)), 1);
    size_t length, found = 0;
    const char *csv =
        bytes_of(arena_format(arena, "%s/indicators.csv", folder), &length);
    const char *xml = values_of(arena_format(arena, "%s/report.xlsx", folder));
    xml = strstr(xml, "<row r=\"2\"");
    for (const char *end; xml != NULL; found++) {
        end = strstr(xml, "</row>");
        assert_non_null(end);
        struct arena_mark mark = arena_mark(arena);
        const char *line = line_of(xml, end);
        const char *at = strstr(csv, line);
        if (at == NULL || at[strlen(line)] != '\n')
            fail_msg("not in indicators.csv: %s", line);
        csv = at + strlen(line);
        arena_rewind(arena, mark);
        xml = strstr(end, "<row ");
    }
    /* The root and eight districts of a hundred indicators, over six years. */
    assert_in_range(found, 5000, 20000);
    assert_false(file_exists(arena_format(arena, "%s/report.html", folder)));
}

/* (2) */
static void the_ending_says_the_format(void **state)
{
    (void)state;
    static const struct {
        const char *name, *options, *begins;
    } cases[] = {
        { "a.html", "", "<!DOCTYPE" }, { "a.xlsx", "", "PK" },
        { "a.docx", "", "PK" },        { "b.docx", "-f html", "<!DOCTYPE" },
        { "a", "", "<!DOCTYPE" },      { "b", "-f xlsx", "PK" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *path = arena_string(arena, test_path(cases[i].name));
        int status = run("", arena_format(arena, "report %s %s -o %s", small,
                                          cases[i].options, path));
        assert_int_equal(status, 0);
        assert_true(begins(path, cases[i].begins));
    }
    struct program_run wrong = program_run(words("report %s -f dcox", small));
    assert_int_equal(wrong.status, 2);
    assert_non_null(strstr(wrong.err, "docx"));
    program_free(&wrong);
    assert_int_equal(run("", words("report %s -f html,docx", small)), 2);
}

/* (3) */
static void the_same_bytes(void **state)
{
    (void)state;
    static const char *const names[] = { "report.html", "report.xlsx",
                                         "report.docx" };
    const char *one = arena_string(arena, test_path("two"));
    const char *two = arena_string(arena, test_path("three"));
    assert_int_equal(
        run("TZ=Asia/Ho_Chi_Minh; export TZ;", both("run %s -o %s", one)), 0);
    assert_int_equal(
        run("TZ=America/New_York LC_ALL=C.UTF-8; export TZ LC_ALL;",
            both("run %s -o %s", two)),
        0);
    for (size_t i = 0; i < 3; i++) {
        size_t lengths[2];
        const char *a = bytes_of(path_join(arena, one, names[i]), &lengths[0]);
        const char *b = bytes_of(path_join(arena, two, names[i]), &lengths[1]);
        assert_int_equal(lengths[0], lengths[1]);
        assert_memory_equal(a, b, lengths[0]);
    }
    char **prints;
    size_t count;
    struct fault fault = { 0 };
    assert_true(folder_list(&prints, &count, path_join(arena, one, "charts"),
                            ".png", arena, &fault));
    assert_int_equal(count, 0); /* they went into the document */
    assert_int_equal(run("", both("run %s -f html,odt -o %s-no", one)), 2);
    assert_false(folder_exists(arena_format(arena, "%s-no", one)));
}

/* Only what is needed to draw, and a program called soffice that does [lines];
 * passing files go into a folder of their own. */
static const char *with_office(const char *lines)
{
    const char *folder = arena_string(arena, test_path("bin"));
    struct fault fault = { 0 };
    assert_true(folder_make(folder, &fault));
    assert_true(folder_make(test_path("passing"), &fault));
    unlink(test_path("bin/soffice"));
    if (lines != NULL)
        assert_int_equal(
            chmod(test_write("bin/soffice",
                             arena_format(arena, "#!/bin/sh\n%s\n", lines)),
                  0755),
            0);
    return arena_format(arena,
                        "ln -sf $(command -v gnuplot) $(command -v fc-match) "
                        "%s; PATH=%s TMPDIR=%s; export TMPDIR;",
                        folder, folder, test_path("passing"));
}

static void assert_nothing_left(void)
{
    char **names;
    size_t count;
    struct fault fault = { 0 };
    assert_true(
        folder_list(&names, &count, test_path("passing"), "", arena, &fault));
    assert_int_equal(count, 0);
}

/* (4) */
static void pdf_is_made_elsewhere(void **state)
{
    (void)state;
    const char *path = arena_string(arena, test_path("a.pdf"));
    const char *command = both("report %s -o %s", path);
    struct program_run none = program_run_with(with_office(NULL), command);
    assert_int_equal(none.status, 4);
    assert_non_null(strstr(none.err, "libreoffice-writer-nogui"));
    assert_false(file_exists(path));
    program_free(&none);
    assert_nothing_left();
    assert_int_equal(
        run(with_office("echo nothing >report.pdf; exit 0"), command), 4);
    assert_false(file_exists(path));
    assert_nothing_left();
    assert_int_equal(run(with_office("echo %PDF-1.4 >report.pdf"), command), 0);
    assert_true(begins(path, "%PDF-1.4"));
    assert_nothing_left();
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    small = arena_string(arena, test_path("small"));
    return run("", words("init %s", small));
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_those_of_the_csv),
        cmocka_unit_test(the_ending_says_the_format),
        cmocka_unit_test(the_same_bytes),
        cmocka_unit_test(pdf_is_made_elsewhere),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
