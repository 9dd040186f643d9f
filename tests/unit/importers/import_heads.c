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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_heads),
        cmocka_unit_test(all_families),
        cmocka_unit_test(all_choices),
        cmocka_unit_test(all_encodings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
