/*
 * import_encodings.c - one table in every encoding: the same observations.
 *
 * The files of tests/fixtures/encodings hold the same seven lines; those of the
 * old alphabets write three dots where Unicode has one sign, and TCVN3 has no
 * capitals with tones. The western ones hold what their alphabets can write;
 * they are read as such when the layout says so, for the byte of ò is a tone
 * mark in windows-1258.
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

#define WESTERN(encoding)                                                      \
    "report:\n  needs: [Tên, Sô hôi viên]\n  encoding: " encoding              \
    "\n  period: {title: 'NAM (\\d{4})'}\n  columns:\n"                        \
    "    - {head: Tên, field: area, tier: province}\n"                        \
    "    - {head: Sô hôi viên, quantity: members}\n"

static const char western_areas[] =
    "code,tier,parent,name\n00,country,,Việt Nam\n17,province,00,Hòa Bình\n"
    "35,province,00,Hà Nam\n15,province,00,Yên Bái\n10,province,00,Lào Cai\n";

static const char western_wanted[] = "17 2022 members 74571 ok :3\n"
                                     "35 2022 members 39230.5 ok :4\n"
                                     "15 2022 members none missing :5\n"
                                     "10 2022 members 1000000 ok :6\n"
                                     "4 = 4 + 0 + 0\n";

static const struct western {
    const char *name, *layouts;
} western[] = { { "western-utf8", WESTERN("auto") },
                { "western-1252", WESTERN("windows-1252") },
                { "western-latin1", WESTERN("iso-8859-1") } };

static void western_alphabets(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(western); i++) {
        char *bytes;
        size_t length;
        struct fault fault;
        const char *path = arena_format(
            arena, "tests/fixtures/encodings/%s.csv", western[i].name);
        assert_true(file_read(&bytes, &length, path, 0, arena, &fault));
        trial_run(&(struct trial){ .label = western[i].name,
                                   .layouts = western[i].layouts,
                                   .bytes = bytes,
                                   .length = length,
                                   .areas = western_areas,
                                   .root = "00",
                                   .wanted = western_wanted });
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_encoding),
        cmocka_unit_test(western_alphabets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
