/*
 * pages.c - a page for each area, as a user meets them.
 *
 *  (1) A file for each district, and an index that leads to all of them.
 *  (2) The same input gives the same bytes; the page of one area alone is that
 *      among the others.
 *  (3) A page for the public names no other district.
 *  (4) What cannot be asked for is said, and nothing is written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "tests/house.h"
#include "tests/program.h"

#define SAMPLE "data/sample/thai-binh"

/* Of the sample's areas.csv. */
static const struct district {
    const char *stem, *name;
} districts[] = {
    { "336-thai-binh", "Thành phố Thái Bình" },
    { "338-quynh-phu", "Quỳnh Phụ" },
    { "339-hung-ha", "Hưng Hà" },
    { "340-dong-hung", "Đông Hưng" },
    { "341-thai-thuy", "Thái Thụy" },
    { "342-tien-hai", "Tiền Hải" },
    { "343-kien-xuong", "Kiến Xương" },
    { "344-vu-thu", "Vũ Thư" },
};
enum { DISTRICTS = sizeof districts / sizeof districts[0] };

static struct arena *arena;
static const char *pages; /* the folder of the pages, made once */

static int run(const char *before, const char *words)
{
    struct program_run made = program_run_with(before, words);
    program_free(&made);
    return made.status;
}

static int make(const char *before, const char *folder, const char *rest)
{
    return run(before, arena_format(arena,
                                    "report " SAMPLE " --each district "
                                    "-o %s %s",
                                    folder, rest));
}

static char *text_of(const char *folder, const char *stem)
{
    char *bytes;
    size_t length;
    struct fault fault = { 0 };
    assert_true(file_read(&bytes, &length,
                          arena_format(arena, "%s/%s.html", folder, stem), 0,
                          arena, &fault));
    return bytes;
}

static size_t file_count(const char *folder)
{
    char **names;
    size_t count;
    struct fault fault = { 0 };
    assert_true(folder_list(&names, &count, folder, "", arena, &fault));
    return count;
}

/* (1) */
static void a_file_for_each(void **state)
{
    (void)state;
    const char *index = text_of(pages, "index");
    assert_int_equal(file_count(pages), DISTRICTS + 1);
    for (size_t i = 0; i < DISTRICTS; i++) {
        const char *page = text_of(pages, districts[i].stem);
        const char *link = arena_format(arena, "<a href=\"%s.html\">%s</a>",
                                        districts[i].stem, districts[i].name);
        assert_non_null(strstr(index, link));
        assert_non_null(strstr(page, districts[i].name));
        assert_non_null(strstr(page, "<svg"));
    }
}

/* (2) */
static void the_same_bytes(void **state)
{
    (void)state;
    const char *again = arena_string(arena, test_path("again"));
    const char *one = arena_string(arena, test_path("one.html"));
    assert_int_equal(
        make("TZ=Asia/Ho_Chi_Minh; export TZ;", again, "--threads 1"), 1);
    for (size_t i = 0; i < DISTRICTS; i++)
        assert_string_equal(text_of(pages, districts[i].stem),
                            text_of(again, districts[i].stem));
    assert_string_equal(text_of(pages, "index"), text_of(again, "index"));
    assert_int_equal(
        run("", arena_format(arena, "report " SAMPLE " -a 342 -o %s", one)), 1);
    assert_string_equal(text_of(test_path(""), "one"),
                        text_of(pages, "342-tien-hai"));
}

/* (3) */
static void the_public_sees_its_own(void **state)
{
    (void)state;
    const char *folder = arena_string(arena, test_path("public"));
    assert_int_equal(make("", folder, "--audience public"), 1);
    for (size_t i = 0; i < DISTRICTS; i++) {
        const char *page = text_of(folder, districts[i].stem);
        for (size_t k = 0; k < DISTRICTS; k++)
            assert_int_equal(strstr(page, districts[k].name) != NULL, k == i);
    }
}

/* (4) */
static void what_cannot_be(void **state)
{
    (void)state;
    static const char *const wrong[] = { "--each distrct",
                                         "--each district -a 338",
                                         "--each district --tier commune",
                                         "--each province",
                                         "-a 34",
                                         "--each district -f odt" };
    const char *folder = arena_string(arena, test_path("wrong"));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(
            run("", arena_format(arena, "report " SAMPLE " %s -o %s", wrong[i],
                                 folder)),
            2);
        assert_false(folder_exists(folder) || file_exists(folder));
    }
}

/* The sample has findings that reject. */
static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    pages = arena_string(arena, test_path("pages"));
    return make("", pages, "") != 1;
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
        cmocka_unit_test(a_file_for_each),
        cmocka_unit_test(the_same_bytes),
        cmocka_unit_test(the_public_sees_its_own),
        cmocka_unit_test(what_cannot_be),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
