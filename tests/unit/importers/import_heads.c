/*
 * import_heads.c - trials of heads: merged rows, families, which layout.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/trial.h"

#define TWO_ROWS                                                               \
    "two_rows:\n"                                                              \
    "  needs: [Huyện, Hội viên / Tổng số]\n"                          \
    "  period: {file: '(\\d{4})'}\n"                                           \
    "  columns:\n"                                                             \
    "    - {head: Huyện, field: area, tier: district}\n"                     \
    "    - {head: Hội viên / Tổng số, quantity: members}\n"             \
    "    - {head: \"Hội viên / Trong đó: Nữ\", quantity: members,\n"    \
    "       set: {sex: F}}\n"

#define WIDE                                                                   \
    "wide:\n"                                                                  \
    "  needs: [Huyện]\n"                                                     \
    "  period: {head: true}\n"                                                 \
    "  columns:\n"                                                             \
    "    - {head: Huyện, field: area, tier: district}\n"                     \
    "    - match: '(?:(?<status>\\S+) )?(?<period>\\d{4}) "                    \
    "(?<school_level>.+)'\n"                                                   \
    "      quantity: enrolled\n"                                               \
    "  values:\n"                                                              \
    "    school_level: {Total|Tổng: all, Tiểu học: primary}\n"

static const struct trial heads[] = {
    { .label = "an empty cell takes the head to its left, but in the last row",
      .layouts = TWO_ROWS,
      .bytes = "STT;Huyện;Hội viên;;\n;;Tổng số;Trong đó: Nữ;\n"
               "1;Thái Thụy;9;4;\n",
      .wanted = "341 2023 members 9 ok :3\n"
                "341 2023 members sex=F 4 ok :3\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "repeats are left out, case and white space do not matter",
      .layouts = TWO_ROWS,
      .bytes = "Huyện,HỘI  VIÊN,Hội viên\nhuyện,\"tổng\nsố\",Trong đó: nữ\n"
               "Thái Thụy,9,4\n",
      .wanted = "341 2023 members 9 ok :4\n"
                "341 2023 members sex=F 4 ok :4\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "decomposed letters",
      .layouts = TWO_ROWS,
      .bytes = "Huye\xCC\xA3\xCC\x82n;Ho\xCC\xA3\xCC\x82i vie\xCC\x82n;\n"
               ";To\xCC\x82\xCC\x89ng so\xCC\x82\xCC\x81;x\n"
               "Tha\xCC\x81i Thu\xCC\xA3y;9;4\n",
      .wanted = "341 2023 members 9 ok :3\n"
                "unmatched_columns 2:0\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "another join, three rows, numbered as a spreadsheet does",
      .layouts = "three:\n"
                 "  header_rows: [3, 4, 5]\n"
                 "  header_join: \">\"\n"
                 "  period: {fixed: 2020}\n"
                 "  columns:\n"
                 "    - {head: Huyện, field: area, tier: district}\n"
                 "    - {head: A>B>C, quantity: members}\n"
                 "    - {head: A>B>D, quantity: members, set: {sex: F}}\n",
      .sources = "  - {name: a, files: exports/a-*.csv, layout: three}\n",
      .bytes = "\"a title\nin two lines\";;\n\nHuyện;A;\n;B;\n;C;D\n"
               "Thái Thụy;1;2\n",
      .wanted = "341 2020 members 1 ok :7\n"
                "341 2020 members sex=F 2 ok :7\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "a row of units between the named rows is no head",
      .layouts =
          "gap:\n"
          "  header_rows: [2, 4]\n"
          "  period: {fixed: 2020}\n"
          "  columns:\n"
          "    - {head: Huyện, field: area, tier: district}\n"
          "    - {head: Hội viên / Tổng số, quantity: members}\n"
          "    - {head: Hội viên / Nữ, quantity: members, set: {sex: F}}\n",
      .sources = "  - {name: a, files: exports/a-*.csv, layout: gap}\n",
      .bytes = "Biểu 1;;\nHuyện;Hội viên;\n(A);người;người\n;Tổng số;Nữ\n"
               "Thái Thụy;17;5\n",
      .wanted = "341 2020 members 17 ok :5\n"
                "341 2020 members sex=F 5 ok :5\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "fixed rows that are not there",
      .layouts = "three:\n"
                 "  header_rows: [2]\n"
                 "  period: {fixed: 2020}\n"
                 "  columns:\n"
                 "    - {head: Huyện, field: area}\n"
                 "    - {head: A, quantity: members}\n",
      .sources = "  - {name: a, files: exports/a-*.csv, layout: three}\n",
      .bytes = "Huyện;A\n\nThái Thụy;1\n",
      .wanted = "no_layout 0:0\n"
                "2 = 0 + 0 + 2\n" },
    { .label = "two rows of heads where one would do for the needs",
      .layouts = "more:\n"
                 "  needs: [Huyện]\n"
                 "  period: {fixed: 2020}\n"
                 "  columns:\n"
                 "    - {head: Huyện, field: area}\n"
                 "    - {head: A / B, quantity: members}\n",
      .bytes = "Huyện;A\n;B\nThái Thụy;1\n",
      .wanted = "341 2020 members 1 ok :3\n"
                "1 = 1 + 0 + 0\n" },
};

static void all_heads(void **state)
{
    (void)state;
    trial_run_all(heads, COUNT(heads));
}

static const struct trial families[] = {
    { .label = "year and level in one head, a provisional year, all",
      .layouts = WIDE,
      .bytes = "Huyện;2015 Total;2015 Tiểu học;Prel. 2016 Total\n"
               "Thái Thụy;10;4;12\n",
      .wanted = "341 2015 enrolled 10 ok :2\n"
                "341 2015 enrolled school_level=primary 4 ok :2\n"
                "341 2016 enrolled 12 provisional :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "words nobody knows: the column is refused, the others stay",
      .layouts = WIDE,
      .bytes = "Huyện;2015 Tổng;2015 Mầm;Xyz 2016 Tổng\nThái Thụy;1;2;3\n",
      .wanted = "341 2015 enrolled 1 ok :2\n"
                "unknown_code 1:3 [Mầm]\n"
                "unknown_code 1:4 [Xyz]\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "years broken over lines, two rows of heads, school years",
      .layouts = "years:\n"
                 "  needs: [Huyện]\n"
                 "  school_year: end\n"
                 "  period: {head: true}\n"
                 "  columns:\n"
                 "    - {head: Huyện, field: area, tier: district}\n"
                 "    - match: '(?:(?<status>Sơ bộ Prel\\.) )?"
                 "(?<period>\\d{4} ?- ?\\d{4}) / (?<sex>.+)'\n"
                 "      quantity: enrolled\n"
                 "  values:\n"
                 "    sex: {Chung: all, Nữ: F}\n",
      .bytes = "Huyện,\"2018-\n2019\",,\"Sơ bộ\nPrel.\n2019 -\n2020\",\n"
               ",Chung,Nữ,Chung,Nữ\nThái Thụy,5,2,6,3\n",
      .wanted = "341 2018-2019 enrolled 5 ok :7\n"
                "341 2018-2019 enrolled sex=F 2 ok :7\n"
                "341 2019-2020 enrolled 6 provisional :7\n"
                "341 2019-2020 enrolled sex=F 3 provisional :7\n"
                "1 = 1 + 0 + 0\n" },
};

static void all_families(void **state)
{
    (void)state;
    trial_run_all(families, COUNT(families));
}

#define SAME(id)                                                               \
    id ":\n  needs: [Huyện, Số]\n  period: {fixed: 2020}\n  columns:\n"    \
       "    - {head: Huyện, field: area}\n"                                  \
       "    - {head: Số, quantity: members}\n"

static const struct trial choices[] = {
    { .label = "two layouts that ask for the same",
      .layouts = SAME("one") SAME("other"),
      .bytes = "Huyện;Số\nThái Thụy;1\n",
      .wanted = "ambiguous_layout 0:0\n"
                "2 = 0 + 0 + 2\n" },
    { .label = "the source names one of them",
      .layouts = SAME("one") SAME("other"),
      .sources = "  - {name: a, files: exports/a-*.csv, layout: other}\n",
      .bytes = "Huyện;Số\nThái Thụy;1\n",
      .wanted = "341 2020 members 1 ok :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "more heads go before fewer, a title before both",
      .layouts = SAME("one") "titled:\n"
                             "  needs: [Huyện]\n"
                             "  title: \"*hội viên*\"\n"
                             "  period: {fixed: 2021}\n"
                             "  columns:\n"
                             "    - {head: Huyện, field: area}\n"
                             "    - {head: Số, quantity: members}\n",
      .bytes = "BÁO CÁO HỘI VIÊN\nHuyện;Số\nThái Thụy;1\n",
      .wanted = "341 2021 members 1 ok :3\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "without its title the layout does not fit",
      .layouts = "titled:\n"
                 "  needs: [Huyện]\n"
                 "  title: \"*hội viên*\"\n"
                 "  period: {fixed: 2021}\n"
                 "  columns:\n"
                 "    - {head: Huyện, field: area}\n"
                 "    - {head: Số, quantity: members}\n",
      .bytes = "BÁO CÁO\nHuyện;Số\nThái Thụy;1\n",
      .wanted = "no_layout 0:0\n"
                "3 = 0 + 0 + 3\n" },
    { .label = "no layout at all",
      .layouts = SAME("one"),
      .bytes = "Quận;Số\nThái Thụy;1\n",
      .wanted = "no_layout 0:0\n"
                "2 = 0 + 0 + 2\n" },
    { .label = "bars in cells, commas between them",
      .layouts = SAME("one"),
      .bytes = "Huyện,Số,Khác\nThái Thụy,1,a|b\nTiền Hải,2,c|d\n",
      .wanted = "341 2020 members 1 ok :2\n"
                "342 2020 members 2 ok :3\n"
                "unmatched_columns 1:0\n"
                "2 = 2 + 0 + 0\n" },
    { .label = "decimal commas, semicolons between the cells",
      .layouts = SAME("one"),
      .bytes = "Huyện;Số\nThái Thụy;1,5\nTiền Hải;2,5\n",
      .wanted = "341 2020 members 1.5 ok :2\n"
                "342 2020 members 2.5 ok :3\n"
                "2 = 2 + 0 + 0\n" },
};

static void all_choices(void **state)
{
    (void)state;
    trial_run_all(choices, COUNT(choices));
}

#define ENCODED "Huy\xD6n;S\xE8\nTh\xB8i Th\xF4y;1\nKi\xD5n X\xAD\xACng;2\n"

static const struct trial encodings[] = {
    { .label = "an old alphabet, found out",
      .layouts = SAME("one"),
      .bytes = ENCODED,
      .wanted = "341 2020 members 1 ok :2\n"
                "343 2020 members 2 ok :3\n"
                "2 = 2 + 0 + 0\n" },
    { .label = "too little to find out, but a layout fixes it",
      .layouts = "old:\n"
                 "  needs: [Đ, Số]\n"
                 "  encoding: tcvn3\n"
                 "  period: {fixed: 2020}\n"
                 "  columns:\n"
                 "    - {head: Đ, field: area}\n"
                 "    - {head: Số, quantity: members}\n",
      .bytes = "\xA7;S\xE8\n341;1\n",
      .wanted = "341 2020 members 1 ok :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "bytes of no alphabet",
      .layouts = SAME("one"),
      .bytes = "Huy\x93\x94n;S\n341;1\n",
      .wanted = "undecodable 1:4 [\\x93]\n"
                "2 = 0 + 0 + 2\n" },
    { .label = "spreadsheet's Unicode text",
      .layouts = "wide_text:\n"
                 "  needs: [Huy, S]\n"
                 "  period: {fixed: 2020}\n"
                 "  columns:\n"
                 "    - {head: Huy, field: area}\n"
                 "    - {head: S, quantity: members}\n",
      TRIAL_BYTES("\xFF\xFEH\0u\0y\0\t\0S\0\r\0\n\0"
                  "3\0004\0001\0\t\0007\0\r\0\n\0"),
      .wanted = "341 2020 members 7 ok :2\n"
                "1 = 1 + 0 + 0\n" },
};

static void all_encodings(void **state)
{
    (void)state;
    trial_run_all(encodings, COUNT(encodings));
}

#define PERIODS(period)                                                        \
    "when:\n"                                                                  \
    "  needs: [Huyện]\n"                                                     \
    "  period: {" period "}\n"                                                 \
    "  columns:\n"                                                             \
    "    - {head: Huyện, field: area, tier: district}\n"                     \
    "    - {head: Kỳ, field: period}\n"                                      \
    "    - {head: Số, quantity: members}\n"

static const struct trial periods[] = {
    { .label = "parts of a year in words",
      .layouts = PERIODS("column: Kỳ"),
      .bytes = "Huyện;Kỳ;Số\n341;Quý II/2023;1\n341;quý 4 năm 2023;2\n"
               "341;6 tháng đầu năm 2023;3\n341;6 THÁNG CUỐI NĂM 2023;4\n"
               "341;9 tháng năm 2023;5\n341;T5/2023;6\n"
               "341;tháng 12 năm 2022;7\n",
      .wanted = "341 2023-Q2 members 1 ok :2\n"
                "341 2023-Q4 members 2 ok :3\n"
                "341 2023-H1 members 3 ok :4\n"
                "341 2023-H2 members 4 ok :5\n"
                "341 2023-M09 members 5 ok :6\n"
                "341 2023-05 members 6 ok :7\n"
                "341 2022-12 members 7 ok :8\n"
                "7 = 7 + 0 + 0\n" },
    { .label = "what is no part of a year, and years that are slips",
      .layouts = PERIODS("column: Kỳ"),
      .bytes = "Huyện;Kỳ;Số\n341;quý V/2023;1\n341;9 tháng cuối năm 2023;2\n"
               "341;T13/2023;3\n341;quý II/2023 và III;4\n341;1258;5\n"
               "341;2203;6\n",
      .wanted = "unknown_period 2:2 [quý V/2023]\n"
                "unknown_period 3:2 [9 tháng cuối năm 2023]\n"
                "unknown_period 4:2 [T13/2023]\n"
                "unknown_period 5:2 [quý II/2023 và III]\n"
                "unknown_period 6:2 [1258]\n"
                "unknown_period 7:2 [2203]\n"
                "6 = 0 + 0 + 6\n" },
    { .label = "years made numbers, and marks behind a year",
      .layouts = PERIODS("column: Kỳ"),
      .bytes = "Huyện;Kỳ;Số\n341;2020.0;1\n341;2021 (sơ bộ);2\n"
               "341;Sơ bộ 2022;3\n341;2023 - ước;4\n341;2019*;5\n",
      .wanted = "341 2020 members 1 ok :2\n"
                "341 2021 members 2 provisional :3\n"
                "341 2022 members 3 provisional :4\n"
                "341 2019 members 5 provisional :6\n"
                "unknown_period 5:2 [2023 - ước]\n"
                "5 = 4 + 0 + 1\n" },
    { .label = "the number of a letter before the year in the file's name",
      .layouts = PERIODS("file: '(\\d{4})'"),
      .bytes = "Huyện;Số\n341;1\n",
      .file = "project/exports/a-cv1258-2023.csv",
      .wanted = "341 2023 members 1 ok :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "half a year in a line above the heads",
      .layouts = PERIODS("title: '(?i)(6 tháng .+\\d{4})'"),
      .bytes = "BÁO CÁO 6 THÁNG ĐẦU NĂM 2023\nHuyện;Số\n341;1\n",
      .wanted = "341 2023-H1 members 1 ok :3\n"
                "1 = 1 + 0 + 0\n" },
};

static void all_periods(void **state)
{
    (void)state;
    trial_run_all(periods, COUNT(periods));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_heads),   cmocka_unit_test(all_families),
        cmocka_unit_test(all_choices), cmocka_unit_test(all_encodings),
        cmocka_unit_test(all_periods),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
