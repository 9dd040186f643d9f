/*
 * import_maps.c - the sample's register through its reforms: which unit a code
 * or a name is, by the day of the figures.
 *
 * The units are those of data/sample: 260 communes until 31 October 2024, 242
 * until 30 June 2025, 65 since. Expected codes were read in
 * data/sample/generator/mergers.txt and units_2025.txt. Lives of one code are
 * told apart by their parents: 34's communes have a district, 33's have none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/trial.h"

#include <stdlib.h>

#define SAMPLE "data/sample/thai-binh/"

#define COMMUNES                                                               \
    "communes:\n"                                                              \
    "  needs: [Xã, Số]\n"                                                   \
    "  totals: [\"Tổng*\"]\n"                                                \
    "  period: {column: Năm}\n"                                               \
    "  columns:\n"                                                             \
    "    - {head: Huyện, field: parent, tier: district}\n"                   \
    "    - {head: Xã, field: area, tier: commune}\n"                          \
    "    - {head: Số, quantity: members}\n"

/* The source says the period. */
#define SOURCE(more) "  - {name: a, files: exports/a-*.csv, " more "}\n"

static char *register_text, *crosswalk_text;

static char *file_text(const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = calloc(1, 1 << 16);
    assert_true(fread(text, 1, (1 << 16) - 1, file) < (1 << 16) - 1);
    fclose(file);
    return text;
}

static void run(const struct trial trials[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct trial trial = trials[i];
        if (trial.layouts == NULL)
            trial.layouts = COMMUNES;
        trial.areas = register_text;
        trial.extra = "project/crosswalk.csv";
        trial.extra_text = crosswalk_text;
        trial_run(&trial);
    }
}

static const struct trial codes[] = {
    { .label = "one code through the reforms; a part of a year has one map",
      .bytes = "Năm;Huyện;Xã;Số\n2019;;13120;1\n"
               "2024-10;;13120;2\n2024-Q4;;12586;3\n"
               "2025-H1;;13120;4\n2025-H2;;13120;5\n"
               "2025-Q3;;13102;6\n2025-06;;13102;7\n"
               "2025-M06;;Thống Nhất;8\n2026;;Lê Lợi;9\n"
               "2025-M03;Kiến Xương;Thống Nhất;10\n",
      .wanted = "13120 2019 members 1 ok :2\n"
                "13120 2024-10 members 2 ok :3\n"
                "12586 2024-Q4 members 3 ok :4\n"
                "13120 2025-H1 members 4 ok :5\n"
                "13120 2025-H2 members 5 ok :6\n"
                "13102 2025-06 members 7 ok :8\n"
                "13120 2026 members 9 ok :10\n"
                "13120 2025-M03 members 10 ok :11\n"
                "area_not_living 7:3 [13102] -> Lê Lợi (13120)\n"
                "ambiguous_area 9:3 [Thống Nhất]\n"
                "10 = 8 + 0 + 2\n" },
    { .label = "a commune with a district's name; then the district itself",
      .bytes = "Năm;Huyện;Xã;Số\n2025-H2;;Đông Hưng;22281\n"
               "2026;;Hưng Hà;1\n2026;;339;2\n2026;;Huyện Hưng Hà;3\n"
               "2026;;TP Thái Bình;4\n2026;;Diêm Điền;6\n"
               "2026;;Tỉnh Thái Bình;7\n2026;Hưng Hà;Ngự Thiên;5\n",
      .wanted = "12688 2025-H2 members 22281 ok :2\n"
                "12586 2026 members 1 ok :3\n"
                "tier_abolished 4:3 [339] -> "
                "Hưng Hà (12586), Ngự Thiên (12595), Long Hưng (12613), "
                "Diên Hà (12619), Thần Khê (12631), Tiên La (12634), "
                "Lê Quý Đôn (12676), Hồng Minh (12685)\n"
                "tier_abolished 5:3 [Huyện Hưng Hà] -> "
                "Hưng Hà (12586), Ngự Thiên (12595), Long Hưng (12613), "
                "Diên Hà (12619), Thần Khê (12631), Tiên La (12634), "
                "Lê Quý Đôn (12676), Hồng Minh (12685)\n"
                "tier_abolished 6:3 [TP Thái Bình] -> Trần Hưng Đạo (12452), "
                "Trần Lãm (12454), Vũ Phúc (12466), Trà Lý (12817), "
                "Thái Bình (13225)\n"
                "area_not_living 7:3 [Diêm Điền] -> Thái Thụy (12826)\n"
                "area_not_living 8:3 [Tỉnh Thái Bình] -> Hưng Yên (33)\n"
                "tier_abolished 9:2 [Hưng Hà] -> "
                "Hưng Hà (12586), Ngự Thiên (12595), Long Hưng (12613), "
                "Diên Hà (12619), Thần Khê (12631), Tiên La (12634), "
                "Lê Quý Đôn (12676), Hồng Minh (12685)\n"
                "8 = 2 + 0 + 6\n" },
    { .label = "a name that moved from one district to another",
      .bytes = "Năm;Huyện;Xã;Số\n2023;Đông Hưng;Đông Quang;1\n"
               "2025-H1;Tiền Hải;Đông Quang;2\n"
               "2019;Tiền Hải;Tây Sơn;3\n2023;Kiến Xương;Tây Sơn;4\n"
               "2023;Tiền Hải;Tây Sơn;5\n",
      .wanted = "12796 2023 members 1 ok :2\n"
                "12997 2025-H1 members 2 ok :3\n"
                "13015 2019 members 3 ok :4\n"
                "13090 2023 members 4 ok :5\n"
                "area_not_living 6:3 [Tây Sơn] -> Tiền Hải (12970)\n"
                "5 = 4 + 0 + 1\n" },
    { .label = "what a unit was before it began, and through two reforms",
      .bytes = "Năm;Huyện;Xã;Số\n2023;;Trang Bảo Xá;1\n2026;;12544;2\n",
      .wanted = "area_not_living 2:3 [Trang Bảo Xá] -> Quỳnh Bảo (12556), "
                "Quỳnh Xá (12568), Quỳnh Trang (12577)\n"
                "area_not_living 3:3 [12544] -> Nguyễn Du (12532)\n"
                "2 = 0 + 0 + 2\n" },
};

static const struct trial undated[] = {
    { .label = "2025 as a whole: 12586 is two units; the file is refused",
      .bytes = "Năm;Huyện;Xã;Số\n2025;;12586;1\n2025;;12475;2\n"
               "2025;;Tổng số;3\n",
      .wanted = "undated_map 2:3 [12586] x3\n"
                "3 = 0 + 0 + 3\n" },
    { .label = "names beside the districts that are no more",
      .bytes = "Năm;Huyện;Xã;Số\n2025;Hưng Hà;Hưng Hà;1\n"
               "2025;Quỳnh Phụ;An Khê;2\n",
      .wanted = "undated_map 2:3 [Hưng Hà] x2\n"
                "2 = 0 + 0 + 2\n" },
    { .label = "nine months hold the day, too; 2024 and 2020 do",
      .bytes = "Năm;Huyện;Xã;Số\n2025-M09;;12586;1\n2024;;13120;2\n"
               "2024;;12586;3\n2020;;12532;4\n2020;;12586;5\n2023;;12586;6\n",
      .wanted = "12586 2023 members 6 ok :7\n"
                "undated_map 2:3 [12586]\n"
                "undated_map 3:3 [13120] x2\n"
                "undated_map 5:3 [12532] x2\n"
                "6 = 1 + 0 + 5\n" },
    { .label = "units that are the same before and after: nothing to doubt",
      .bytes = "Năm;Huyện;Xã;Số\n2024;;12586;1\n2024;;12433;2\n"
               "2020;;12586;4\n2024;Tiền Hải;Nam Hà;3\n",
      .wanted = "12586 2024 members 1 ok :2\n"
                "12433 2024 members 2 ok :3\n"
                "12586 2020 members 4 ok :4\n"
                "13054 2024 members 3 ok :5\n"
                "4 = 4 + 0 + 0\n" },
    { .label = "only on the map before: told row by row",
      .bytes = "Năm;Huyện;Xã;Số\n2025;;12475;1\n",
      .wanted = "area_not_living 2:3 [12475] -> A Sào (12499)\n"
                "1 = 0 + 0 + 1\n" },
    { .label = "a school year opens before 1 November 2024 and ends after it",
      .bytes = "Năm;Huyện;Xã;Số\n2024-2025;;13120;1\n2023-2024;;13120;2\n",
      .wanted = "13120 2023-2024 members 2 ok :3\n"
                "undated_map 2:3 [13120]\n"
                "2 = 1 + 0 + 1\n" },
};

static const struct trial dated[] = {
    { .label = "the source's date",
      .sources = SOURCE("cutoff: 2025-06-30"),
      .bytes = "Năm;Huyện;Xã;Số\n2025;;12475;2\n2026;;12586;3\n"
               "2023;;13120;4\n2025;Hưng Hà;12586;1\n",
      .wanted = "12475 2025 members 2 ok :2\n"
                "12586 2026 members 3 ok :3\n"
                "13120 2023 members 4 ok :4\n"
                "12586 2025 members 1 ok :5\n"
                "4 = 4 + 0 + 0\n" },
    { .label = "a line above the heads",
      .bytes = "Hội viên có đến 31/12/2025\n\nNăm;Huyện;Xã;Số\n"
               "2025;;12586;1\n2025;;12475;2\n",
      .wanted = "12586 2025 members 1 ok :4\n"
                "area_not_living 5:3 [12475] -> A Sào (12499)\n"
                "2 = 1 + 0 + 1\n" },
    { .label = "in words, after a document's own date",
      .bytes = "Theo Nghị quyết ngày 16/6/2025\n"
               "(Tính đến hết ngày 30 tháng 6 năm 2025)\n"
               "Năm;Huyện;Xã;Số\n2025;;12475;2\n",
      .wanted = "12475 2025 members 2 ok :4\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "tính đến ngày 30-6-2025",
      .bytes = "Tính đến ngày 30-6-2025\nNăm;Huyện;Xã;Số\n2025;;12475;2\n",
      .wanted = "12475 2025 members 2 ok :3\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "a month is its last day",
      .bytes = "Số liệu đến hết tháng 6/2025\nNăm;Huyện;Xã;Số\n"
               "2025;;12475;2\n",
      .wanted = "12475 2025 members 2 ok :3\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "in English",
      .bytes = "Members as of 31 December 2025\nNăm;Huyện;Xã;Số\n"
               "2025;;12586;1\n",
      .wanted = "12586 2025 members 1 ok :3\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "two days are none",
      .bytes = "Có đến 30/6/2025\nTính đến 31/12/2025\n"
               "Năm;Huyện;Xã;Số\n2025;;12586;1\n",
      .wanted = "undated_map 4:3 [12586]\n"
                "1 = 0 + 0 + 1\n" },
    { .label = "a goal far off is no date of the figures",
      .bytes = "Kế hoạch đến ngày 31/12/2030\nNăm;Huyện;Xã;Số\n"
               "2025;;12586;1\n",
      .wanted = "undated_map 3:3 [12586]\n"
                "1 = 0 + 0 + 1\n" },
    { .label = "drawn up the year after: the map of the period's end",
      .bytes = "Tính đến 10/01/2026\nNăm;Huyện;Xã;Số\n2025;;12586;1\n",
      .wanted = "12586 2025 members 1 ok :3\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "the file's name",
      .file = "project/exports/a-xa-den-30.6.2025.csv",
      .bytes = "Năm;Huyện;Xã;Số\n2025;;12475;2\n",
      .wanted = "12475 2025 members 2 ok :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "digits only, the year first or last",
      .file = "project/exports/a-30062025.csv",
      .bytes = "Năm;Huyện;Xã;Số\n2025;;12475;2\n",
      .wanted = "12475 2025 members 2 ok :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "opening enrolment on the map of its day",
      .bytes = "Tính đến 5/9/2024\nNăm;Huyện;Xã;Số\n2024-2025;;13117;1\n",
      .wanted = "13117 2024-2025 members 1 ok :3\n"
                "1 = 1 + 0 + 0\n" },
};

/* Years side by side, twice: one refused, its rows counted once. */
static const struct trial wide[] = {
    { .label = "columns of the year in doubt alone are refused",
      .bytes = "Xã;2023;2025;Nữ 2023;Nữ 2025\n12586;1;2;3;4\n12592;5;;6;\n"
               "12595;7;8;9;10\n",
      .layouts = "wide:\n"
                 "  needs: [Xã]\n"
                 "  period: {head: true}\n"
                 "  columns:\n"
                 "    - {head: Xã, field: area, tier: commune}\n"
                 "    - {match: '^(?<period>\\d{4})', quantity: members}\n"
                 "    - {match: '^Nữ (?<period>\\d{4})', quantity: members,\n"
                 "       set: {sex: F}}\n",
      .wanted = "12586 2023 members 1 ok :2\n"
                "12586 2023 members sex=F 3 ok :2\n"
                "12592 2023 members 5 ok :3\n"
                "12592 2023 members sex=F 6 ok :3\n"
                "12595 2023 members 7 ok :4\n"
                "12595 2023 members sex=F 9 ok :4\n"
                "undated_map 2:1 [12586] x2\n"
                "3 = 3 + 0 + 0\n" },
};

static void by_code_and_day(void **state)
{
    (void)state;
    run(codes, COUNT(codes));
}

static void no_day(void **state)
{
    (void)state;
    run(undated, COUNT(undated));
    run(wide, COUNT(wide));
}

static void a_day(void **state)
{
    (void)state;
    run(dated, COUNT(dated));
}

/* The lives that the trials' codes cannot tell apart. */
static void lives_of_one_code(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct trial trial = { .bytes = "x",
                           .layouts = COMMUNES,
                           .areas = register_text,
                           .extra = "project/crosswalk.csv",
                           .extra_text = crosswalk_text };
    trial_write(&trial);
    const struct areas *areas = &folder_study(arena)->areas;
    static const struct {
        const char *code;
        date day;
        const char *name, *type;
    } lives[] = {
        { "12586", 20241231, "Hưng Hà", "Thị trấn" },
        { "12586", 20250630, "Hưng Hà", "Thị trấn" },
        { "12586", 20250701, "Hưng Hà", "Xã" },
        { "12586", 20261231, "Hưng Hà", "Xã" },
        { "13120", 20241031, "Nam Cao", "Xã" },
        { "13120", 20241101, "Thống Nhất", "Xã" },
        { "13120", 20250701, "Lê Lợi", "Xã" },
        { "13225", 20250630, "Tân Bình", "Xã" },
        { "13225", 20250701, "Thái Bình", "Phường" },
    };
    for (size_t i = 0; i < COUNT(lives); i++) {
        uint32_t area =
            area_by_code(areas, lives[i].code, lives[i].day, TIER_COMMUNE);
        assert_int_not_equal(area, NO_AREA);
        assert_string_equal(areas->items[area].name, lives[i].name);
        assert_string_equal(areas->items[area].type, lives[i].type);
    }
    arena_free(arena);
}

static int start(void **state)
{
    (void)state;
    register_text = file_text(SAMPLE "areas.csv");
    crosswalk_text = file_text(SAMPLE "crosswalk.csv");
    return 0;
}

static int stop(void **state)
{
    (void)state;
    free(register_text);
    free(crosswalk_text);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lives_of_one_code),
        cmocka_unit_test(by_code_and_day),
        cmocka_unit_test(no_day),
        cmocka_unit_test(a_day),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
