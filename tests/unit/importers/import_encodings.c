/*
 * import_encodings.c - one table in every encoding: the same observations.
 *
 * The files of tests/fixtures/encodings hold the same seven lines; those of the
 * old alphabets write three dots where Unicode has one sign, and TCVN3 has no
 * capitals with tones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/trial.h"

static const char layout[] =
    "report:\n"
    "  needs: [Huyện, Hội viên / Tổng số]\n"
    "  decimal: comma\n"
    "  totals: [\"Tổng cộng*\"]\n"
    "  period: {title: '(?i)năm (\\d{4})'}\n"
    "  columns:\n"
    "    - {head: Huyện, field: area, tier: district}\n"
    "    - {head: Hội viên / Tổng số, quantity: members}\n"
    "    - {head: \"Hội viên / Trong đó: Nữ\", quantity: members,\n"
    "       set: {sex: F}}\n";

static const char wanted[] = "341 2022 members 74571 ok :4\n"
                             "341 2022 members sex=F 35677 ok :4\n"
                             "342 2022 members 39230.5 ok :5\n"
                             "342 2022 members sex=F 17029 ok :5\n"
                             "343 2022 members none missing :6\n"
                             "343 2022 members sex=F 33415 ok :6\n"
                             "34 2022 members 113801.5 ok T :7\n"
                             "34 2022 members sex=F 86121 ok T :7\n"
                             "4 = 4 + 0 + 0\n";

static const char *const names[] = {
    "utf8",         "utf8-mark",    "crlf",      "cr",
    "decomposed",   "utf16-little", "utf16-big", "utf16-unmarked",
    "windows-1258", "tcvn3",        "vni",       "gha",
};

static void every_encoding(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(names); i++) {
        char *bytes;
        size_t length;
        struct fault fault;
        const char *path =
            arena_format(arena, "tests/fixtures/encodings/%s.csv", names[i]);
        assert_true(file_read(&bytes, &length, path, 0, arena, &fault));
        trial_run(&(struct trial){ .label = names[i],
                                   .layouts = layout,
                                   .bytes = bytes,
                                   .length = length,
                                   .wanted = wanted });
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_encoding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
