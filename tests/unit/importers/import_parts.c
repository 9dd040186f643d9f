/*
 * import_parts.c - trials of rows about parts of the row above, of second
 * blocks, and of units that contradict the layout.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/trial.h"

#define DISTRICTS                                                              \
    "districts:\n"                                                             \
    "  needs: [Huyện, Hội viên]\n"                                        \
    "  totals: [\"Tổng*\"]\n"                                                \
    "  period: {fixed: 2020}\n"                                                \
    "  columns:\n"                                                             \
    "    - {head: Huyện, field: area, tier: district}\n"                     \
    "    - {head: Hội viên, quantity: members}\n"                           \
    "    - {head: Dân số, quantity: population}\n"

#define COMMUNES                                                               \
    "communes:\n"                                                              \
    "  needs: [STT, Xã, Hội viên]\n"                                       \
    "  totals: [\"Cộng*\"]\n"                                                \
    "  period: {fixed: 2020}\n"                                                \
    "  columns:\n"                                                             \
    "    - {head: Xã, field: area, tier: commune}\n"                          \
    "    - {head: Hội viên, quantity: members}\n"

#define LEVELS                                                                 \
    "levels:\n"                                                                \
    "  needs: [Cấp học, Học sinh]\n"                                     \
    "  period: {fixed: 2020}\n"                                                \
    "  columns:\n"                                                             \
    "    - {head: Cấp học, field: school_level}\n"                         \
    "    - {head: Học sinh, quantity: enrolled}\n"                           \
    "  values:\n"                                                              \
    "    school_level: {Tiểu học: primary, THCS: lower}\n"

static const struct trial parts[] = {
    { .label = "a part is of the area above, and never added to it",
      .layouts = DISTRICTS,
      .bytes = "Huyện;Hội viên;Dân số\n"
               "Tổng cộng;30;90\nTrong đó: Nữ - Of which: Female;16;50\n"
               "Tiền Hải;10;40\nTr.đó: Nữ;6;20\n"
               "Kiến Xương;20;50\nOf which: Female;10;30\n",
      .wanted = "34 2020 members 30 ok T :2\n34 2020 population 90 ok T :2\n"
                "34 2020 members sex=F 16 ok T :3\n"
                "34 2020 population sex=F 50 ok T :3\n"
                "342 2020 members 10 ok :4\n342 2020 population 40 ok :4\n"
                "342 2020 members sex=F 6 ok :5\n"
                "342 2020 population sex=F 20 ok :5\n"
                "343 2020 members 20 ok :6\n343 2020 population 50 ok :6\n"
                "343 2020 members sex=F 10 ok :7\n"
                "343 2020 population sex=F 30 ok :7\n"
                "6 = 6 + 0 + 0\n" },
    { .label = "several parts in a row, with dashes and without",
      .layouts = DISTRICTS,
      .bytes = "Huyện;Hội viên;Dân số\nTiền Hải;10;40\nTrong đó:;;\n"
               "- Nữ;6;20\n+ Nam;4;20\nNữ;6;20\nKiến Xương;1;2\nNữ;1;1\n",
      .wanted = "342 2020 members 10 ok :2\n342 2020 population 40 ok :2\n"
                "342 2020 members sex=F 6 ok :4\n"
                "342 2020 population sex=F 20 ok :4\n"
                "342 2020 members sex=M 4 ok :5\n"
                "342 2020 population sex=M 20 ok :5\n"
                "343 2020 members 1 ok :7\n343 2020 population 2 ok :7\n"
                "unknown_area 8:1 [Nữ] x2\n"
                "duplicate_equal 6:2 [6] x2\n"
                "7 = 4 + 2 + 1\n" },
    { .label = "the word stands in the cell beside",
      .layouts = COMMUNES,
      .bytes = "STT;Xã;Hội viên\n1;Nam Hà;10\nTrong đó;Nữ;4\n;Nam;6\n"
               "2;Hồng Dũng;3\n",
      .wanted = "12702 2020 members 10 ok :2\n"
                "12702 2020 members sex=F 4 ok :3\n"
                "12702 2020 members sex=M 6 ok :4\n"
                "00012 2020 members 3 ok :5\n"
                "4 = 4 + 0 + 0\n" },
    { .label = "no code: refused with the nearest word; a part of nothing",
      .layouts = DISTRICTS,
      .bytes = "Huyện;Hội viên;Dân số\nTrong đó: Nữ;1;1\nTiền Hải;10;40\n"
               "Trong đó: Nử;6;20\nTrong đó: Đảng viên;2;3\nTrong đó;7;8\n",
      .wanted = "342 2020 members 10 ok :3\n342 2020 population 40 ok :3\n"
                "unknown_part 2:1 [Trong đó: Nữ]\n"
                "unknown_part 4:1 [Trong đó: Nử] -> Nữ (sex=F)\n"
                "unknown_part 5:1 [Trong đó: Đảng viên]\n"
                "unknown_part 6:1 [Trong đó]\n"
                "5 = 1 + 0 + 4\n" },
    { .label = "a part of an area nobody knows is lost with it",
      .layouts = DISTRICTS,
      .bytes = "Huyện;Hội viên;Dân số\nTiền Hả;10;40\nTrong đó: Nữ;6;20\n",
      .wanted = "unknown_area 2:1 [Tiền Hả] -> Tiền Hải (342) x2\n"
                "unknown_area 3:1 [Tiền Hả] -> Tiền Hải (342) x2\n"
                "2 = 0 + 0 + 2\n" },
    { .label = "an area may be named so, too",
      .layouts = DISTRICTS,
      .bytes = "Huyện;Hội viên;Dân số\nTổng cộng;30;90\n"
               "Trong đó: Huyện Tiền Hải;10;40\n- Nữ;6;20\n- Kiến Xương;1;2\n",
      .wanted = "34 2020 members 30 ok T :2\n34 2020 population 90 ok T :2\n"
                "342 2020 members 10 ok :3\n342 2020 population 40 ok :3\n"
                "342 2020 members sex=F 6 ok :4\n"
                "342 2020 population sex=F 20 ok :4\n"
                "343 2020 members 1 ok :5\n343 2020 population 2 ok :5\n"
                "4 = 4 + 0 + 0\n" },
    { .label = "a part of a section's own row",
      .layouts = COMMUNES,
      .bytes = "STT;Xã;Hội viên\nI;Huyện Thái Thụy;7\n;Trong đó: Nữ;3\n"
               "1;Quang Trung;3\n;- Nữ;1\nII;Huyện Tiền Hải;\n1;Quang Trung;4\n"
               ";Cộng;4\n;Trong đó: Nữ;2\n",
      .wanted = "341 2020 members 7 ok T :2\n"
                "341 2020 members sex=F 3 ok T :3\n"
                "12700 2020 members 3 ok :4\n"
                "12700 2020 members sex=F 1 ok :5\n"
                "12701 2020 members 4 ok :7\n"
                "342 2020 members 4 ok T :8\n"
                "342 2020 members sex=F 2 ok T :9\n"
                "8 = 7 + 1 + 0\n" },
    { .label = "a part of a section that has a commune of its name",
      .layouts = COMMUNES,
      .areas = "code,tier,parent,name,type\n34,province,,Thái Bình,\n"
               "340,district,34,Đông Hưng,Huyện\n"
               "01,commune,340,Đông Hưng,Thị trấn\n02,commune,340,An Bình,Xã\n",
      .bytes = "STT;Xã;Hội viên\nI;Huyện Đông Hưng;7\n;Trong đó: Nữ;3\n"
               "1;Đông Hưng;4\n;Trong đó: Nữ;1\n2;An Bình;3\n",
      .wanted = "340 2020 members 7 ok T :2\n"
                "340 2020 members sex=F 3 ok T :3\n"
                "01 2020 members 4 ok :4\n"
                "01 2020 members sex=F 1 ok :5\n"
                "02 2020 members 3 ok :6\n"
                "5 = 5 + 0 + 0\n" },
    { .label = "rows of codes: the part keeps the code above it",
      .layouts = LEVELS,
      .bytes = "Cấp học;Học sinh\nTiểu học;10\nTrong đó: Nữ;4\n"
               "THCS;20\nTrong đó: Nữ;9\n",
      .wanted = "34 2020 enrolled school_level=primary 10 ok :2\n"
                "34 2020 enrolled school_level=primary sex=F 4 ok :3\n"
                "34 2020 enrolled school_level=lower 20 ok :4\n"
                "34 2020 enrolled school_level=lower sex=F 9 ok :5\n"
                "4 = 4 + 0 + 0\n" },
    { .label = "a word for all is no part",
      .layouts = LEVELS "    sex: {Chung: all}\n",
      .bytes = "Cấp học;Học sinh\nTiểu học;10\n- Chung;10\n",
      .wanted = "34 2020 enrolled school_level=primary 10 ok :2\n"
                "unknown_part 3:1 [- Chung]\n"
                "2 = 1 + 0 + 1\n" },
    { .label = "an outline of quantities",
      .layouts =
          "outline:\n  needs: [STT, Chỉ tiêu]\n"
          "  period: {fixed: 2020}\n  columns:\n"
          "    - {head: Chỉ tiêu, field: quantity,\n"
          "       values: {Tổng số hội viên: members, Dân: population}}\n"
          "    - {head: Giá trị, field: value}\n",
      .bytes = "STT;Chỉ tiêu;Giá trị\nI;Tổng số hội viên;12\n"
               ";Trong đó: Nữ;5\nII;Dân;20\n;- Nữ;11\n",
      .wanted = "34 2020 members 12 ok :2\n34 2020 members sex=F 5 ok :3\n"
                "34 2020 population 20 ok :4\n"
                "34 2020 population sex=F 11 ok :5\n"
                "4 = 4 + 0 + 0\n" },
    { .label = "a quantity that knows no such split has nothing missing",
      .layouts = "tables:\n  needs: [Huyện, Hội viên]\n"
                 "  period: {fixed: 2020}\n  columns:\n"
                 "    - {head: Huyện, field: area, tier: district}\n"
                 "    - {head: Hội viên, quantity: members}\n"
                 "    - {head: Học sinh, quantity: enrolled}\n"
                 "  values: {school_level: {bậc 1: primary}}\n",
      .bytes = "Huyện;Hội viên;Học sinh\nTiền Hải;10;5\n- Bậc 1;;3\n"
               "Kiến Xương;1;1\n- bậc 1;2;-\n",
      .wanted = "342 2020 members 10 ok :2\n342 2020 enrolled 5 ok :2\n"
                "342 2020 enrolled school_level=primary 3 ok :3\n"
                "343 2020 members 1 ok :4\n343 2020 enrolled 1 ok :4\n"
                "343 2020 enrolled school_level=primary none missing :5\n"
                "dimension_refused 5:2 [2]\n"
                "4 = 4 + 0 + 0\n" },
};

static const struct trial blocks[] = {
    { .label = "indices below the figures name the same areas again",
      .layouts = DISTRICTS,
      .bytes = "Huyện;Hội viên;Dân số\nTiền Hải;10;40\nKiến Xương;20;50\n"
               "Chỉ số phát triển (Năm trước = 100) - %;;\n"
               "Tiền Hải;101,2;102,3\nKiến Xương;99,1;98,7\n"
               "Nguồn: Cục Thống kê;;\n",
      .wanted = "342 2020 members 10 ok :2\n342 2020 population 40 ok :2\n"
                "343 2020 members 20 ok :3\n343 2020 population 50 ok :3\n"
                "other_block 4:0 x2\n"
                "6 = 2 + 4 + 0\n" },
    { .label = "one row of growth, and figures after it",
      .layouts = DISTRICTS,
      .bytes = "Huyện;Hội viên;Dân số\nTiền Hải;10;40\n"
               "Tỷ lệ tăng - Growth rate (%);1,5;2\nKiến Xương;20;50\n",
      .wanted = "342 2020 members 10 ok :2\n342 2020 population 40 ok :2\n"
                "343 2020 members 20 ok :4\n343 2020 population 50 ok :4\n"
                "other_block 3:0\n"
                "3 = 2 + 1 + 0\n" },
    { .label = "below rows of codes",
      .layouts = LEVELS,
      .bytes = "Cấp học;Học sinh\nTiểu học;10\nCơ cấu (%);\nTiểu học;33,3\n",
      .wanted = "34 2020 enrolled school_level=primary 10 ok :2\n"
                "other_block 3:0\n"
                "3 = 1 + 2 + 0\n" },
    { .label = "a code that begins like a block",
      .layouts = "a:\n  needs: [Loại, Học sinh]\n  period: {fixed: 2020}\n"
                 "  columns:\n    - {head: Loại, field: sex}\n"
                 "    - {head: Học sinh, quantity: enrolled}\n"
                 "  values: {sex: {Cơ cấu nữ: F}}\n",
      .bytes = "Loại;Học sinh\nNam;10\nCơ cấu nữ;20\n",
      .wanted = "34 2020 enrolled sex=M 10 ok :2\n"
                "34 2020 enrolled sex=F 20 ok :3\n"
                "2 = 2 + 0 + 0\n" },
    { .label = "above the first figures it is a title",
      .layouts = DISTRICTS,
      .bytes = "Huyện;Hội viên;Dân số\nCơ cấu theo huyện;;\nTiền Hải;10;40\n",
      .wanted = "342 2020 members 10 ok :3\n342 2020 population 40 ok :3\n"
                "2 = 1 + 1 + 0\n" },
};

static const struct trial units[] = {
    { .label = "a line above the heads that the layout contradicts",
      .layouts = DISTRICTS,
      .bytes = "Đơn vị tính: Nghìn người\nHuyện;Hội viên;Dân số (người)\n"
               "Tiền Hải;10;40\n",
      .wanted = "342 2020 members 10 ok :3\n"
                "unmatched_columns 2:0\n"
                "unit_mismatch 1:2 [nghìn người] -> scale: 1000\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "a head's own unit, and a unit that is the layout's",
      .layouts = "money:\n  needs: [Huyện]\n  period: {fixed: 2020}\n"
                 "  columns:\n"
                 "    - {head: Huyện, field: area, tier: district}\n"
                 "    - {head: Hội viên (nghìn người), quantity: members}\n"
                 "    - {head: Dân số (1.000 người), quantity: population,\n"
                 "       scale: 1000}\n",
      .bytes = "ĐVT: người\nHuyện;Hội viên (nghìn người);Dân số (1.000 người)\n"
               "Tiền Hải;10;40\n",
      .wanted = "342 2020 members 10 ok :3\n342 2020 population 40000 ok :3\n"
                "unit_mismatch 2:2 [nghìn người] -> scale: 1000\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "shares are no counts",
      .layouts = DISTRICTS,
      .bytes = "Đơn vị tính - Unit: %\nHuyện;Hội viên;Dân số\nTiền Hải;1;4\n",
      .wanted = "342 2020 members 1 ok :3\n342 2020 population 4 ok :3\n"
                "unit_mismatch 1:2 [%]\n"
                "unit_mismatch 1:3 [%]\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "two units in one line say nothing",
      .layouts = DISTRICTS,
      .bytes = "ĐVT: người, triệu đồng\nHuyện;Hội viên;Dân số\n"
               "Tiền Hải;1;4\n",
      .wanted = "342 2020 members 1 ok :3\n342 2020 population 4 ok :3\n"
                "1 = 1 + 0 + 0\n" },
};

static void all_parts(void **state)
{
    (void)state;
    trial_run_all(parts, COUNT(parts));
}

static void all_blocks(void **state)
{
    (void)state;
    trial_run_all(blocks, COUNT(blocks));
}

static void all_units(void **state)
{
    (void)state;
    trial_run_all(units, COUNT(units));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_parts),
        cmocka_unit_test(all_blocks),
        cmocka_unit_test(all_units),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
