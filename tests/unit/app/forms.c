/*
 * forms.c - a form goes out, is filled, and comes back without a question.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/text.h"
#include "tests/house.h"
#include "tests/program.h"

static struct arena *arena;
static const char *project, *forms;
static unsigned projects;

static struct program_run run(const char *words, const char *language)
{
    return program_run(arena_format(arena, "%s --lang %s", words, language));
}

static char *read_text(const char *folder, const char *name, size_t *length)
{
    char *bytes;
    struct fault fault = { 0 };
    assert_true(file_read(&bytes, length, path_join(arena, folder, name), 0,
                          arena, &fault));
    return bytes;
}

static void write_text(const char *name, const char *text)
{
    struct fault fault = { 0 };
    assert_true(file_write(path_join(arena, project, name), text, strlen(text),
                           &fault));
}

static int start(void **state)
{
    (void)state;
    arena = arena_new();
    const char *name = arena_format(arena, "p%u", ++projects);
    project = arena_string(arena, test_path(name));
    forms = arena_string(arena, test_path(arena_format(arena, "%s-f", name)));
    struct program_run made =
        run(arena_format(arena, "init %s", project), "vi");
    int status = made.status;
    program_free(&made);
    return status;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void ask(const char *language)
{
    struct program_run asked =
        run(arena_format(arena, "forms %s -p 2024 -o %s", project, forms),
            language);
    assert_int_equal(asked.status, 0);
    program_free(&asked);
}

/* The digits of "71.616 (2023)". */
static unsigned long number_before(const char *words)
{
    unsigned long number = 0;
    for (; *words != '\0' && *words != ' '; words++)
        if (*words >= '0' && *words <= '9')
            number = number * 10 + (unsigned long)(*words - '0');
    return number;
}

/* The ninth cell of each row gets the last figure, in the eighth, and as many
 * more as the row's number: nothing that a rule would doubt. */
static const char *filled(const char *form)
{
    enum { LAST = 7, VALUE = 8 };
    struct text out = text_new();
    unsigned long last = 0;
    unsigned cell = 0, row = 0;
    for (; *form != '\0'; form++) {
        text_add_char(&out, *form);
        if (*form == '\n') {
            row++;
            cell = 0;
        } else if (*form == ';') {
            cell++;
            if (cell == LAST)
                last = number_before(form + 1);
            if (cell == VALUE && row > 0)
                text_addf(&out, "%lu", last + row);
        }
    }
    char *kept = arena_copy(arena, out.bytes, out.length);
    text_free(&out);
    return kept;
}

static void come_back(const char *language)
{
    size_t length;
    ask(language);
    const char *form = read_text(forms, "002-mau-dong.csv", &length);
    assert_non_null(strstr(form, "002;")); /* the zeros stay */
    write_text("exports/back.csv", filled(form));
    write_text("project.yaml",
               arena_format(arena,
                            "%s\n  - name: back\n    files: exports/"
                            "back.csv\n    layout: auto\n",
                            read_text(project, "project.yaml", &length)));
    struct program_run read =
        run(arena_format(arena, "import %s", project), "en");
    assert_int_equal(read.status, 0);
    /* The account of its rows, and not a word more. */
    const char *account = strstr(read.err, "back.csv: 7 read = 7 used + 0 ");
    assert_non_null(account);
    assert_ptr_equal(strstr(read.err, "back.csv"), account);
    assert_null(strstr(account + 1, "back.csv"));
    assert_non_null(
        strstr(read.out, "\n002,2024,members,71617,ok,0,exports/back.csv,2\n"));
    assert_non_null(
        strstr(read.out, "\n002,2024,villages,307,ok,0,exports/back.csv,3\n"));
    program_free(&read);
}

static void in_vietnamese(void **state)
{
    (void)state;
    come_back("vi");
}

static void in_english(void **state)
{
    (void)state;
    come_back("en");
}

/* Last year's figures stand in it; the same bytes come twice. */
static void a_form_shows_the_last_figure(void **state)
{
    size_t once, twice;
    (void)state;
    ask("vi");
    char *csv = read_text(forms, "005-mau-bac.csv", &once);
    assert_non_null(strstr(csv, ";23.936 (2023);;"));
    char *book = read_text(forms, "005-mau-bac.xlsx", &once);
    assert_memory_equal(book, "PK", 2);
    ask("vi");
    char *again = read_text(forms, "005-mau-bac.xlsx", &twice);
    assert_int_equal(once, twice);
    assert_memory_equal(book, again, once);
}

static void a_wrong_source_is_told(void **state)
{
    (void)state;
    struct program_run asked =
        run(arena_format(arena, "forms %s -p 2024 --source hoi_vein -o %s",
                         project, forms),
            "en");
    assert_int_equal(asked.status, 2);
    assert_non_null(strstr(asked.err, "did you mean “hoi_vien”?"));
    assert_false(folder_exists(forms));
    program_free(&asked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(in_vietnamese, start, end),
        cmocka_unit_test_setup_teardown(in_english, start, end),
        cmocka_unit_test_setup_teardown(a_form_shows_the_last_figure, start,
                                        end),
        cmocka_unit_test_setup_teardown(a_wrong_source_is_told, start, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
