/*
 * import_areas.c - trials of areas: codes, names, days, homonyms, outlines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/trial.h"

#define DISTRICTS                                                              \
    "districts:\n"                                                             \
    "  needs: [Huyện, Số]\n"                                               \
    "  totals: [\"Tổng*\"]\n"                                                \
    "  period: {column: Năm}\n"                                               \
    "  columns:\n"                                                             \
    "    - {head: Huyện, field: area, tier: district}\n"                     \
    "    - {head: Số, quantity: members}\n"

#define COMMUNES                                                               \
    "communes:\n"                                                              \
    "  needs: [Xã, Số]\n"                                                   \
    "  totals: [\"Tổng*\", \"Cộng*\"]\n"                                   \
    "  period: {column: Năm}\n"                                               \
    "  columns:\n"                                                             \
    "    - {head: Huyện, field: parent, tier: district}\n"                   \
    "    - {head: Xã, field: area, tier: commune}\n"                          \
    "    - {head: Số, quantity: members}\n"

static const struct trial names[] = {
    { .label = "names as people write them",
      .layouts = DISTRICTS,
      .bytes = "Năm;Huyện;Số\n2020;Huyện Thái Thuỵ;1\n2020;H. TIỀN HẢI;2\n"
               "2020;Kiến Xơng;3\n2020;Ðông Hưng;4\n2021;Kien Xuong;5\n",
      .wanted = "341 2020 members 1 ok :2\n"
                "342 2020 members 2 ok :3\n"
                "343 2020 members 3 ok :4\n"
                "340 2020 members 4 ok :5\n"
                "343 2021 members 5 ok :6\n"
                "area_repaired 4:2 [Kiến Xơng]\n"
                "5 = 5 + 0 + 0\n" },
    { .label = "near is not the same",
      .layouts = DISTRICTS,
      .bytes = "Năm;Huyện;Số\n2020;Thái Thùy;1\n2020;;2\n2020;Xyz;3\n",
      .wanted = "unknown_area 2:2 [Thái Thùy] -> Thái Thụy (341)\n"
                "unknown_area 3:2 []\n"
                "unknown_area 4:2 [Xyz]\n"
                "3 = 0 + 0 + 3\n" },
    { .label = "codes, and codes that a spreadsheet made numbers of",
      .layouts = COMMUNES,
      .bytes = "Năm;Xã;Số\n2020;00012;1\n2021;12;2\n2022;12.0;3\n"
               "2023;12702;4\n2023;99999;5\n2023;12;6\n",
      .wanted = "00012 2020 members 1 ok :2\n"
                "00012 2021 members 2 ok :3\n"
                "00012 2022 members 3 ok :4\n"
                "12702 2023 members 4 ok :5\n"
                "00012 2023 members 6 ok :7\n"
                "area_repaired 3:2 [12]\n"
                "area_repaired 4:2 [12.0]\n"
                "unknown_area 6:2 [99999]\n"
                "area_repaired 7:2 [12]\n"
                "6 = 5 + 0 + 1\n" },
    { .label = "one code, two units: the day decides",
      .layouts = COMMUNES,
      .bytes = "Năm;Xã;Số\n2024;12586;1\n2026;12586;2\n2026;Diêm Điền;3\n"
               "2019;Vũ Lăng;4\n2025-H2;Đông Hưng;5\n",
      .wanted = "12586 2024 members 1 ok :2\n"
                "12586 2026 members 2 ok :3\n"
                "12704 2025-H2 members 5 ok :6\n"
                "area_not_living 4:2 [Diêm Điền]\n"
                "area_not_living 5:2 [Vũ Lăng]\n"
                "5 = 3 + 0 + 2\n" },
    { .label = "homonyms: refused, or told apart by the parent",
      .layouts = COMMUNES,
      .bytes = "Năm;Huyện;Xã;Số\n2020;;Quang Trung;1\n"
               "2020;Thái Thụy;Quang Trung;2\n2021;;Xã Quang Trung;3\n"
               "2020;H. Tiền Hải;Quang Trung;4\n2020;;Nam Hà;5\n"
               "2020;Thái Thủy;Nam Hà;6\n2020;Thái Thụy;Nam Hà;7\n",
      .wanted = "12700 2020 members 2 ok :3\n"
                "12701 2020 members 4 ok :5\n"
                "12702 2020 members 5 ok :6\n"
                "ambiguous_area 2:3 [Quang Trung]\n"
                "ambiguous_area 4:3 [Xã Quang Trung]\n"
                "unknown_area 7:2 [Thái Thủy] -> Thái Thụy (341)\n"
                "area_elsewhere 8:3 [Nam Hà] -> Nam Hà (12702)\n"
                "7 = 3 + 0 + 4\n" },
    { .label = "merged cells: each parent stands on its block's first row",
      .layouts = COMMUNES,
      .bytes = "Năm;Huyện;Xã;Số\n2020;Thái Thụy;Quang Trung;1\n"
               "2020;;Hồng Dũng;2\n2020;Tiền Hải;Quang Trung;3\n"
               "2020;;Nam Hà;4\n2020;;Diêm Điền;5\n"
               "2021;Thái Thụy;Quang Trung;6\n",
      .wanted = "12700 2020 members 1 ok :2\n"
                "00012 2020 members 2 ok :3\n"
                "12701 2020 members 3 ok :4\n"
                "12702 2020 members 4 ok :5\n"
                "12700 2021 members 6 ok :7\n"
                "area_elsewhere 6:3 [Diêm Điền] -> Diêm Điền (12586)\n"
                "parent_carried 3:2 [Thái Thụy] x3\n"
                "6 = 5 + 0 + 1\n" },
    { .label = "every row has its parent: an empty one says nothing",
      .layouts = COMMUNES,
      .bytes = "Năm;Huyện;Xã;Số\n2020;Thái Thụy;Quang Trung;1\n"
               "2020;Tiền Hải;Nam Hà;2\n2020;;Quang Trung;3\n"
               "2020;;Diêm Điền;4\n2020;Thái Thụy;Hồng Dũng;5\n",
      .wanted = "12700 2020 members 1 ok :2\n"
                "12702 2020 members 2 ok :3\n"
                "12586 2020 members 4 ok :5\n"
                "00012 2020 members 5 ok :6\n"
                "ambiguous_area 4:3 [Quang Trung]\n"
                "5 = 4 + 0 + 1\n" },
    { .label = "a total beside a parent is the parent's or above it",
      .layouts = COMMUNES,
      .bytes = "Năm;Huyện;Xã;Số\n2020;Tiền Hải;Đông Hưng;1\n"
               "2020;Tiền Hải;Huyện Tiền Hải;2\n"
               "2020;Tiền Hải;Tỉnh Thái Bình;3\n",
      .wanted = "342 2020 members 2 ok T :3\n"
                "34 2020 members 3 ok T :4\n"
                "unknown_area 2:3 [Đông Hưng] -> Hồng Dũng (00012)\n"
                "3 = 2 + 0 + 1\n" },
    { .label = "what a user decided",
      .layouts = COMMUNES,
      .sources = "  - {name: a, files: exports/a-*.csv}\n"
                 "  - {name: another, files: exports/z-*.csv}\n",
      .extra = "project/aliases.csv",
      .extra_text = "written,code,tier,source\nQuang Trung,12701,commune,a\n"
                    "Nam Hạ,12702,,\nHồng,00012,,another\n",
      .bytes = "Năm;Huyện;Xã;Số\n2020;;Quang Trung;1\n2020;;Nam Hạ;2\n"
               "2020;;Hồng;3\n2020;Thái Thụy;Quang Trung;4\n",
      .wanted = "12701 2020 members 1 ok :2\n"
                "12702 2020 members 2 ok :3\n"
                "12700 2020 members 4 ok :5\n"
                "no_files 9:0 [exports/z-*.csv]\n"
                "unknown_area 4:3 [Hồng]\n"
                "4 = 3 + 0 + 1\n" },
};

/* A city of numbered quarters beside one whose codes begin with zeros. */
#define NUMBERED                                                               \
    "code,tier,parent,name\n"                                                  \
    "00,country,,Việt Nam\n34,province,00,Thái Bình\n"                     \
    "01,province,00,Hà Nội\n79,province,00,Hồ Chí Minh\n"                \
    "001,district,01,Ba Đình\n012,district,01,Đông Anh\n"                  \
    "760,district,79,Quận 1\n761,district,79,Quận 12\n"                    \
    "00001,commune,001,Phúc Xá\n00079,commune,001,Hàng Gai\n"               \
    "26734,commune,760,Phường 7\n26740,commune,760,Phường Bến Thành\n"

#define NUMBERED_LAYOUT(tier)                                                  \
    "numbered:\n"                                                              \
    "  needs: [Huyện, Số]\n"                                               \
    "  period: {fixed: 2020}\n"                                                \
    "  columns:\n"                                                             \
    "    - {head: Huyện, field: area, tier: " tier "}\n"                       \
    "    - {head: Số, quantity: members}\n"

static const struct trial numbers[] = {
    { .label = "a number is a code that lost its zeros, and a name elsewhere",
      .layouts = NUMBERED_LAYOUT("district"),
      .root = "01",
      .areas = NUMBERED,
      .bytes = "Huyện;Số\n1;5\n12.0;6\nQuận 1;7\n",
      .wanted = "001 2020 members 5 ok :2\n"
                "012 2020 members 6 ok :3\n"
                "760 2020 members 7 ok :4\n"
                "area_repaired 2:1 [1]\n"
                "area_repaired 3:1 [12.0]\n"
                "3 = 3 + 0 + 0\n" },
    { .label = "a number that is both in the area reported on is refused",
      .layouts = NUMBERED_LAYOUT("district"),
      .root = "00",
      .areas = NUMBERED,
      .bytes = "Huyện;Số\n1;5\n012;6\n",
      .wanted = "012 2020 members 6 ok :3\n"
                "ambiguous_area 2:1 [1]\n"
                "2 = 1 + 0 + 1\n" },
    { .label = "a user decides what the number is",
      .layouts = NUMBERED_LAYOUT("district"),
      .root = "00",
      .areas = NUMBERED,
      .extra = "project/aliases.csv",
      .extra_text = "written,code,tier,source\n1,001,district,\n",
      .bytes = "Huyện;Số\n1;5\n",
      .wanted = "001 2020 members 5 ok :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "codes of the column's tier go before those above it",
      .layouts = NUMBERED_LAYOUT("commune"),
      .root = "01",
      .areas = NUMBERED,
      .bytes = "Huyện;Số\n1.0;5\n79;6\n12;7\n01;8\n",
      .wanted = "00001 2020 members 5 ok :2\n"
                "00079 2020 members 6 ok :3\n"
                "012 2020 members 7 ok T :4\n"
                "01 2020 members 8 ok T :5\n"
                "area_repaired 2:1 [1.0]\n"
                "area_repaired 3:1 [79]\n"
                "area_repaired 4:1 [12]\n"
                "4 = 4 + 0 + 0\n" },
    { .label = "a district that is no more is not a far commune's number",
      .layouts = "late:\n"
                 "  needs: [Xã, Số]\n"
                 "  period: {fixed: 2026}\n"
                 "  columns:\n"
                 "    - {head: Xã, field: area, tier: commune}\n"
                 "    - {head: Số, quantity: members}\n",
      .areas = "code,tier,parent,name,valid_to\n"
               "34,province,,Thái Bình,\n01,province,,Hà Nội,\n"
               "001,district,01,Ba Đình,\n"
               "339,district,34,Hưng Hà,2025-07-01\n"
               "00339,commune,001,Hàng Gai,\n00340,commune,001,Phúc Xá,\n",
      .bytes = "Xã;Số\n339;5\n340;6\n",
      .wanted = "00340 2026 members 6 ok :3\n"
                "area_not_living 2:1 [339]\n"
                "area_repaired 3:1 [340]\n"
                "2 = 1 + 0 + 1\n" },
};

static void all_numbers(void **state)
{
    (void)state;
    trial_run_all(numbers, COUNT(numbers));
}

static void all_names(void **state)
{
    (void)state;
    trial_run_all(names, COUNT(names));
}

#define OUTLINE                                                                \
    "outline:\n"                                                               \
    "  needs: [Đơn vị, Số]\n"                                            \
    "  totals: [\"Tổng*\", \"Cộng*\"]\n"                                   \
    "  period: {fixed: 2020}\n"                                                \
    "  columns:\n"                                                             \
    "    - {head: Đơn vị, field: area, tier: commune}\n"                   \
    "    - {head: Số, quantity: members}\n"

static const struct trial totals[] = {
    { .label = "areas above the tier are totals and head the rows below",
      .layouts = OUTLINE,
      .bytes = "Đơn vị;Số\nTỈNH THÁI BÌNH;10\nHuyện Thái Thụy;3\n"
               "Quang Trung;3\nHuyện Tiền Hải;7\nQuang Trung;4\nNam Hà;3\n"
               "Tổng cộng;10\n",
      .wanted = "34 2020 members 10 ok T :2\n"
                "341 2020 members 3 ok T :3\n"
                "12700 2020 members 3 ok :4\n"
                "342 2020 members 7 ok T :5\n"
                "12701 2020 members 4 ok :6\n"
                "12702 2020 members 3 ok :7\n"
                "duplicate_equal 8:2 [10]\n"
                "7 = 6 + 1 + 0\n" },
    { .label = "headings without figures; their totals close them",
      .layouts = OUTLINE,
      .bytes = "Đơn vị;Số\nHuyện Thái Thụy;\nQuang Trung;3\nCộng;3\n"
               "Huyện Tiền Hải;\nQuang Trung;4\nNam Hà;\nCộng;4\n",
      .wanted = "12700 2020 members 3 ok :3\n"
                "341 2020 members 3 ok T :4\n"
                "12701 2020 members 4 ok :6\n"
                "12702 2020 members none missing :7\n"
                "342 2020 members 4 ok T :8\n"
                "7 = 5 + 2 + 0\n" },
    { .label = "a total that names its district",
      .layouts = OUTLINE,
      .bytes = "Đơn vị;Số\nHồng Dũng;3\nCỘNG HUYỆN THÁI THỤY;3\nNam Hà;4\n"
               "Tổng cộng của huyện Tiền Hải:;4\nTổng số - Total;7\n",
      .wanted = "00012 2020 members 3 ok :2\n"
                "341 2020 members 3 ok T :3\n"
                "12702 2020 members 4 ok :4\n"
                "342 2020 members 4 ok T :5\n"
                "34 2020 members 7 ok T :6\n"
                "5 = 5 + 0 + 0\n" },
    { .label = "the total of a district that nothing names",
      .layouts = OUTLINE,
      .bytes = "Đơn vị;Số\nHồng Dũng;3\nCộng toàn huyện;3\nCộng toàn tỉnh;3\n",
      .wanted = "00012 2020 members 3 ok :2\n"
                "34 2020 members 3 ok T :4\n"
                "unknown_area 3:1 [Cộng toàn huyện]\n"
                "3 = 2 + 0 + 1\n" },
    { .label = "districts below their communes head nothing",
      .layouts = OUTLINE,
      .bytes = "Đơn vị;Số\nHồng Dũng;3\nHuyện Thái Thụy;3\nQuang Trung;4\n"
               "Huyện Tiền Hải;4\n",
      .wanted = "00012 2020 members 3 ok :2\n"
                "341 2020 members 3 ok T :3\n"
                "342 2020 members 4 ok T :5\n"
                "ambiguous_area 4:1 [Quang Trung]\n"
                "4 = 3 + 0 + 1\n" },
    { .label = "totals by the parent's column, merged downwards",
      .layouts = COMMUNES,
      .bytes = "Năm;Huyện;Xã;Số\n2020;Thái Thụy;Quang Trung;3\n2020;;Hồng Dũng"
               ";4\n2020;Thái Thụy;Cộng;7\n2020;Tổng cộng;;7\n2020;;Tổng;7\n",
      .wanted = "12700 2020 members 3 ok :2\n"
                "00012 2020 members 4 ok :3\n"
                "341 2020 members 7 ok T :4\n"
                "34 2020 members 7 ok T :5\n"
                "parent_carried 3:2 [Thái Thụy]\n"
                "duplicate_equal 6:4 [7]\n"
                "5 = 4 + 1 + 0\n" },
    { .label = "a town with the name of the district that heads it",
      .layouts = OUTLINE,
      .areas = "code,tier,parent,name\n34,province,,Thái Bình\n"
               "339,district,34,Hưng Hà\n340,district,34,Đông Hưng\n"
               "12600,commune,339,Quang Trung\n"
               "12700,commune,340,Quang Trung\n"
               "12688,commune,340,Đông Hưng\n",
      .bytes = "Đơn vị;Số\nHưng Hà;1\nQuang Trung;2\nĐông Hưng;3\n"
               "Quang Trung;4\nĐông Hưng;5\n",
      .wanted = "339 2020 members 1 ok T :2\n"
                "12600 2020 members 2 ok :3\n"
                "340 2020 members 3 ok T :4\n"
                "12700 2020 members 4 ok :5\n"
                "12688 2020 members 5 ok :6\n"
                "5 = 5 + 0 + 0\n" },
};

static void all_totals(void **state)
{
    (void)state;
    trial_run_all(totals, COUNT(totals));
}

static const struct trial years[] = {
    { .label = "years side by side: each asks its own register",
      .layouts = "wide:\n"
                 "  needs: [Xã]\n"
                 "  period: {head: true}\n"
                 "  columns:\n"
                 "    - {head: Xã, field: area, tier: commune}\n"
                 "    - {match: '(?<period>\\d{4})', quantity: members}\n",
      .bytes = "Xã;2018;2019;2024;2026\nVũ Lăng;;..;3;\nVũ Lăng;1;2;3;4\n"
               "12586;;;5;6\nNhà trẻ;;;;\n",
      .wanted = "12703 2024 members 3 ok :2\n"
                "12586 2018 members none missing :4\n"
                "12586 2019 members none missing :4\n"
                "12586 2024 members 5 ok :4\n"
                "12586 2026 members 6 ok :4\n"
                "area_not_living 3:1 [Vũ Lăng] x3\n"
                "duplicate_equal 3:4 [3]\n"
                "4 = 2 + 1 + 1\n" },
};

static void all_years(void **state)
{
    (void)state;
    trial_run_all(years, COUNT(years));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_names),
        cmocka_unit_test(all_numbers),
        cmocka_unit_test(all_totals),
        cmocka_unit_test(all_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
