/*
 * import.c - trials of whole files: titles, totals, footers, damaged rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/trial.h"

#define SIMPLE                                                                 \
    "simple:\n"                                                                \
    "  needs: [Huyện|Quận, Hội viên]\n"                                 \
    "  totals: [\"Tổng*\"]\n"                                                \
    "  skip_rows: [\"Nguồn*\"]\n"                                            \
    "  period: {file: '(\\d{4})'}\n"                                           \
    "  columns:\n"                                                             \
    "    - {head: Huyện|Quận, field: area, tier: district}\n"              \
    "    - {head: Hội viên, quantity: members}\n"                           \
    "    - {head: Nữ, quantity: members, set: {sex: F}}\n"

static const struct trial shapes[] = {
    { .label = "titles, running numbers, a total, footers",
      .layouts = SIMPLE,
      .bytes = "BÁO CÁO;;;\n\n;Đơn vị tính: Người;;\nSTT;Huyện;Hội viên;Nữ\n"
               "1;Thái Thụy;120;50\n2;H. Tiền Hải;130;61\n"
               ";Tổng cộng;250;111\nNguồn: hội;;;\n;Người lập biểu;;\n",
      .wanted = "341 2023 members 120 ok :5\n"
                "341 2023 members sex=F 50 ok :5\n"
                "342 2023 members 130 ok :6\n"
                "342 2023 members sex=F 61 ok :6\n"
                "34 2023 members 250 ok T :7\n"
                "34 2023 members sex=F 111 ok T :7\n"
                "5 = 3 + 2 + 0\n" },
    { .label = "a total in the column of running numbers, empty area",
      .layouts = SIMPLE,
      .bytes = "STT,Quận,Hội viên\n1,Thái Thụy,120\nTổng,,120\n",
      .wanted = "341 2023 members 120 ok :2\n"
                "34 2023 members 120 ok T :3\n"
                "2 = 2 + 0 + 0\n" },
    { .label = "a total that names its area",
      .layouts = SIMPLE,
      .bytes = "STT,Huyện,Hội viên\nTổng,Thái Thụy,120\n",
      .wanted = "341 2023 members 120 ok T :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "heads again on the second page, blank lines",
      .layouts = SIMPLE,
      .bytes = "Huyện\tHội viên\tNữ\nThái Thụy\t120\t\n\n\n"
               "HUYỆN\tHội  viên\tNữ\nTiền Hải\t5\t7\n\t\t\n",
      .wanted = "341 2023 members 120 ok :2\n"
                "341 2023 members sex=F none missing :2\n"
                "342 2023 members 5 ok :6\n"
                "342 2023 members sex=F 7 ok :6\n"
                "3 = 2 + 1 + 0\n" },
    { .label = "column numbers that say how the column is made",
      .layouts = SIMPLE,
      .bytes = "STT;Huyện;Hội viên;Nữ\nA;B;1=2/3*100;(2)=(1)+(4)\n"
               "(A);(B);(1=2+3);(2)\n1;Thái Thụy;3;4\n",
      .wanted = "341 2023 members 3 ok :4\n"
                "341 2023 members sex=F 4 ok :4\n"
                "3 = 1 + 2 + 0\n" },
    { .label = "letters that old fonts left in a head, and in the layout",
      .layouts = "a:\n  needs: [Huyện, TTHTCĐ, Hưởng Ðược]\n"
                 "  period: {fixed: 2023}\n  columns:\n"
                 "    - {head: Huyện, field: area, tier: district}\n"
                 "    - {head: TTHTCĐ, quantity: members}\n"
                 "    - {head: Hưởng Ðược, quantity: population}\n",
      .bytes = "Huyện;TTHTCÐ;Hƣởng Được\nThái Thụy;3;4\n",
      .wanted = "341 2023 members 3 ok :2\n341 2023 population 4 ok :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "column numbers below the heads",
      .layouts = SIMPLE,
      .bytes = "STT;Huyện;Hội viên;Nữ\n(A);(B);(1);(2)\n1;Thái Thụy;3;4\n",
      .wanted = "341 2023 members 3 ok :3\n"
                "341 2023 members sex=F 4 ok :3\n"
                "2 = 1 + 1 + 0\n" },
    { .label = "quoted newlines in a head, a name and a note",
      .layouts = SIMPLE,
      .bytes = "Huyện;\"Hội\nviên\";Ghi chú\n\"Thái\nThụy\";12;\"a\nb\"\n"
               "Tiền Hải;13;\n",
      .wanted = "341 2023 members 12 ok :3\n"
                "342 2023 members 13 ok :6\n"
                "2 = 2 + 0 + 0\n" },
    { .label = "columns nobody knows are listed, but for numbers and notes",
      .layouts = SIMPLE,
      .bytes = "TT|Huyện|Hội viên|Tỷ lệ|Khác|Ghi chú\n1|Thái Thụy|12|5|6|\n",
      .wanted = "341 2023 members 12 ok :2\n"
                "unmatched_columns 1:0 x2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "heads alone",
      .layouts = SIMPLE,
      .bytes = "Huyện;Hội viên\n",
      .wanted = "empty_file 0:0\n"
                "0 = 0 + 0 + 0\n" },
    { .label = "a byte order mark alone",
      .layouts = SIMPLE,
      .bytes = "\xEF\xBB\xBF",
      .wanted = "empty_file 0:0\n"
                "0 = 0 + 0 + 0\n" },
    { .label = "no head of a figure: nothing is lost in silence",
      .layouts = "narrow:\n"
                 "  needs: [Huyện]\n"
                 "  period: {fixed: 2023}\n"
                 "  columns:\n"
                 "    - {head: Huyện, field: area, tier: district}\n"
                 "    - {head: Hội viên, quantity: members}\n",
      .bytes = "Huyện\nThái Thụy\n",
      .wanted = "no_figures 1:0\n"
                "2 = 0 + 0 + 2\n" },
    { .label = "heads of the layout that are not there",
      .missing_columns = true,
      .layouts =
          "wide:\n"
          "  needs: [Huyện]\n"
          "  period: {fixed: 2023}\n"
          "  columns:\n"
          "    - {head: Huyện, field: area, tier: district}\n"
          "    - {head: Hội viên, quantity: members}\n"
          "    - {head: Dân số, quantity: population}\n"
          "    - {head: Ghi chú, field: note}\n"
          "    - {match: '^Năm (?<period>[0-9]+)$', quantity: members}\n"
          "    - {match: '^Ước (?<period>[0-9]+)$', quantity: members}\n",
      .bytes = "Huyện;Hội viên;Năm 2021\nThái Thụy;5;6\n",
      .wanted = "341 2023 members 5 ok :2\n"
                "341 2021 members 6 ok :2\n"
                "missing_columns 1:0 x2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "white space and delimiters",
      .layouts = SIMPLE,
      .bytes = " \r\n;;\n",
      .wanted = "empty_file 0:0\n"
                "0 = 0 + 0 + 0\n" },
    { .label = "rows too short and too long",
      .layouts = SIMPLE,
      .bytes = "Huyện;Hội viên;Nữ\nThái Thụy;12\nTiền Hải;1;2;3\n"
               "Kiến Xương;1;2;;;\n",
      .wanted = "341 2023 members 12 ok :2\n"
                "341 2023 members sex=F none missing :2\n"
                "342 2023 members 1 ok :3\n"
                "342 2023 members sex=F 2 ok :3\n"
                "343 2023 members 1 ok :4\n"
                "343 2023 members sex=F 2 ok :4\n"
                "short_row 2:0\n"
                "long_row 3:0\n"
                "3 = 3 + 0 + 0\n" },
    { .label = "an open quote, a zero byte, a stray quote",
      .layouts = SIMPLE,
      TRIAL_BYTES("Huyện;Hội viên;Nữ\n\"Thái Thụy;1;2\nTiền\0Hải;3;4\n"
                  "Kiến Xương;\"5;6\nĐông Hưng;7;8\"\"\n"),
      .wanted = "341 2023 members 1 ok :2\n"
                "341 2023 members sex=F 2 ok :2\n"
                "343 2023 members 5 ok :4\n"
                "343 2023 members sex=F 6 ok :4\n"
                "340 2023 members 7 ok :5\n"
                "open_quote 2:0\n"
                "nul_byte 3:0\n"
                "open_quote 4:0\n"
                "stray_quote 5:3 [8\"\"]\n"
                "bad_number 5:3 [8\"\"]\n"
                "4 = 3 + 0 + 1\n" },
    { .label = "an open quote that hid a delimiter",
      .layouts = SIMPLE,
      .bytes = "Huyện,Hội viên\n\"Thái Thụy, huyện,1\nTiền Hải,2\n",
      .wanted = "342 2023 members 2 ok :3\n"
                "open_quote 2:0\n"
                "2 = 1 + 0 + 1\n" },
    { .label = "the area is the whole when no column names one",
      .layouts = "whole:\n"
                 "  needs: [Giới, Số]\n"
                 "  totals: [\"Cộng*\"]\n"
                 "  period: {title: 'năm (\\d{4})'}\n"
                 "  columns:\n"
                 "    - {head: Giới, field: sex}\n"
                 "    - {head: Số, quantity: members}\n",
      .bytes = "Hội viên năm 2019\nGiới,Số\nNam,7\nNữ,8\nCộng,15\n",
      .wanted = "34 2019 members sex=M 7 ok :3\n"
                "34 2019 members sex=F 8 ok :4\n"
                "34 2019 members 15 ok T :5\n"
                "3 = 3 + 0 + 0\n" },
    { .label = "nobody says which year",
      .layouts = "yearless:\n"
                 "  needs: [Huyện, Số]\n"
                 "  columns:\n"
                 "    - {head: Huyện, field: area}\n"
                 "    - {head: Số, quantity: members}\n",
      .bytes = "Huyện;Số\nThái Thụy;1\nTiền Hải;2\n",
      .wanted = "no_period 0:0\n"
                "3 = 0 + 0 + 3\n" },
};

static void all_shapes(void **state)
{
    (void)state;
    trial_run_all(shapes, COUNT(shapes));
}

static const struct trial sources[] = {
    { .label = "a source fills in what its layout leaves open",
      .layouts = SIMPLE,
      .sources = "  - {name: girls, files: exports/a-*.csv, layout: simple,\n"
                 "     set: {sex: F}, scale: 1000, period: 2019}\n",
      .bytes = "Huyện;Hội viên\nThái Thụy;1\n",
      .wanted = "341 2019 members sex=F 1000 ok :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "another quantity than the layout's only one",
      .layouts = SIMPLE,
      .sources = "  - {name: pupils, files: exports/a-*.csv, layout: simple,\n"
                 "     quantity: enrolled, set: {school_level: primary}}\n",
      .bytes = "Huyện;Hội viên;Nữ\nThái Thụy;1;2\n",
      .wanted = "341 2023 enrolled school_level=primary 1 ok :2\n"
                "341 2023 enrolled school_level=primary sex=F 2 ok :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "a dimension that the quantity does not carry",
      .layouts = SIMPLE,
      .sources = "  - {name: a, files: exports/a-*.csv, layout: simple,\n"
                 "     set: {school_level: primary}}\n",
      .bytes = "Huyện;Hội viên\nThái Thụy;1\n",
      .wanted = "dimension_refused 1:2\n"
                "1 = 0 + 0 + 1\n" },
    { .label = "no such files, and the same file by two globs",
      .layouts = SIMPLE,
      .sources = "  - {name: none, files: exports/z-*.csv}\n"
                 "  - {name: a, files: [exports/a-*.csv, exports/*.csv]}\n",
      .bytes = "Huyện;Hội viên\nThái Thụy;1\n",
      .wanted = "341 2023 members 1 ok :2\n"
                "no_files 8:0 [exports/z-*.csv]\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "an export that no source reads",
      .layouts = SIMPLE,
      .bytes = "Huyện;Hội viên\nThái Thụy;1\n",
      .extra = "project/exports/huyen-2023.xlsx",
      .extra_text = "PK",
      .wanted = "341 2023 members 1 ok :2\n"
                "unread_file 0:0\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "what a spreadsheet leaves beside its file",
      .layouts = SIMPLE,
      .bytes = "Huyện;Hội viên\nThái Thụy;1\n",
      .extra = "project/exports/~$a-2023.csv",
      .extra_text = "x",
      .wanted = "341 2023 members 1 ok :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "figures as of a day: the area need live then only",
      .layouts = SIMPLE,
      .sources = "  - {name: a, files: exports/a-*.csv, period: 2025,\n"
                 "     cutoff: 2025-06-30}\n",
      .bytes = "Huyện;Hội viên\nThái Thụy;1\n",
      .wanted = "341 2025 members 1 ok :2\n"
                "1 = 1 + 0 + 0\n" },
};

static void all_sources(void **state)
{
    (void)state;
    trial_run_all(sources, COUNT(sources));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_shapes),
        cmocka_unit_test(all_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
