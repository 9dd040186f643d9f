/*
 * import_numbers.c - trials of figures: conventions, signs, ticks, scales.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/trial.h"

#define PLAIN(more)                                                            \
    "plain:\n"                                                                 \
    "  needs: [Huyện, Số]\n"                                               \
    "  totals: [\"Tổng*\"]\n"                                                \
    "  period: {fixed: 2023}\n" more "  columns:\n"                            \
    "    - {head: Huyện, field: area, tier: district}\n"                     \
    "    - {head: Số, quantity: members}\n"

static const struct trial conventions[] = {
    { .label = "one cell with decimals decides for the column",
      .layouts = PLAIN(""),
      .bytes = "Huyện;Số\n341;1.234\n342;12,5\n343;7\n",
      .wanted = "341 2023 members 1234 ok :2\n"
                "342 2023 members 12.5 ok :3\n"
                "343 2023 members 7 ok :4\n"
                "3 = 3 + 0 + 0\n" },
    { .label = "nothing decides: refused with both readings",
      .layouts = PLAIN(""),
      .bytes = "Huyện;Số\n341;1.234\n342;\n343;7\n",
      .wanted = "342 2023 members none missing :3\n"
                "ambiguous_numbers 2:2 [1.234] x2\n"
                "3 = 1 + 0 + 2\n" },
    { .label = "nothing decides, but its row was refused already",
      .layouts = PLAIN(""),
      .bytes = "Huyện;Số\nỞ đâu đó;1.234\n342;\n",
      .wanted = "342 2023 members none missing :3\n"
                "unknown_area 2:1 [Ở đâu đó]\n"
                "2 = 1 + 0 + 1\n" },
    { .label = "the printed total decides: thousands",
      .layouts = PLAIN(""),
      .bytes = "Huyện;Số\n341;1.234\n342;987\nTổng;2.221\n",
      .wanted = "341 2023 members 1234 ok :2\n"
                "342 2023 members 987 ok :3\n"
                "34 2023 members 2221 ok T :4\n"
                "3 = 3 + 0 + 0\n" },
    { .label = "the printed total decides: decimals, rounded",
      .layouts = PLAIN(""),
      .bytes = "Huyện;Số\n341;1.234\n342;2\n343;3.555\nTổng;6.790\n",
      .wanted = "341 2023 members 1.234 ok :2\n"
                "342 2023 members 2 ok :3\n"
                "343 2023 members 3.555 ok :4\n"
                "34 2023 members 6.79 ok T :5\n"
                "4 = 4 + 0 + 0\n" },
    { .label = "a total that holds under both readings decides nothing",
      .layouts = PLAIN(""),
      .bytes = "Huyện;Số\n341;1.234\n342;2.345\nTổng;3.579\n",
      .wanted = "ambiguous_numbers 2:2 [1.234] x3\n"
                "3 = 0 + 0 + 3\n" },
    { .label = "a total that holds under neither",
      .layouts = PLAIN(""),
      .bytes = "Huyện;Số\n341;1.234\n342;5\nTổng;3.579\n",
      .wanted = "ambiguous_numbers 2:2 [1.234] x3\n"
                "3 = 0 + 0 + 3\n" },
    { .label = "the layout decides, and what does not fit is no number",
      .layouts = PLAIN("  decimal: point\n"),
      .bytes = "Huyện;Số\n341;1.234\n342;1.234.567\n",
      .wanted = "341 2023 members 1.234 ok :2\n"
                "bad_number 3:2 [1.234.567]\n"
                "2 = 1 + 0 + 1\n" },
    { .label = "both conventions in one column",
      .layouts = PLAIN(""),
      .bytes = "Huyện;Số\n341;37,176,610\n342;2.500.000\n343;5\n",
      .wanted = "mixed_numbers 3:2 [2.500.000] x3\n"
                "3 = 0 + 0 + 3\n" },
};

static void all_conventions(void **state)
{
    (void)state;
    trial_run_all(conventions, COUNT(conventions));
}

static const struct trial signs[] = {
    { .label = "the usual signs are missing, each a row without a value",
      .layouts = PLAIN(""),
      .bytes = "Huyện;Số\n341;-\n342;…\n343;đang cập nhật\n340; \n",
      .wanted = "341 2023 members none missing :2\n"
                "342 2023 members none missing :3\n"
                "343 2023 members none missing :4\n"
                "340 2023 members none missing :5\n"
                "4 = 4 + 0 + 0\n" },
    { .label = "as the layout says: a dash is none, x is not applicable",
      .layouts = PLAIN("  missing: {\"-\": zero, x: na, KXĐ: suppressed}\n"),
      .bytes = "Huyện;Số\n341;-\n342;X\n343;kxđ\n",
      .wanted = "341 2023 members 0 zero :2\n"
                "342 2023 members none na :3\n"
                "343 2023 members none suppressed :4\n"
                "3 = 3 + 0 + 0\n" },
    { .label = "a sign nobody knows is missing and doubted",
      .layouts = PLAIN(""),
      .bytes = "Huyện;Số\n341;--\n342;3\n",
      .wanted = "341 2023 members none missing :2\n"
                "342 2023 members 3 ok :3\n"
                "unknown_mark 2:2 [--]\n"
                "2 = 2 + 0 + 0\n" },
    { .label = "words are no figures",
      .layouts = PLAIN(""),
      .bytes = "Huyện;Số\n341;KXĐ\n342;>600.000\n343;1,23E+05\n340;x\n",
      .wanted = "341 2023 members none missing :2\n"
                "unknown_mark 2:2 [KXĐ]\n"
                "bad_number 3:2 [>600.000]\n"
                "damaged_number 4:2 [1,23E+05]\n"
                "bad_number 5:2 [x]\n"
                "4 = 1 + 0 + 3\n" },
    { .label = "a column of ticks has two readings",
      .layouts = PLAIN(""),
      .bytes = "Huyện;Số\n341;x\n342;\n343;X\n",
      .wanted = "ticks 2:2 [x] x2\n"
                "3 = 0 + 1 + 2\n" },
    { .label = "ticks that the layout explains",
      .layouts = "ticked:\n"
                 "  needs: [Huyện, Có nhà]\n"
                 "  period: {fixed: 2023}\n"
                 "  columns:\n"
                 "    - {head: Huyện, field: area, tier: district}\n"
                 "    - {head: Có nhà, quantity: members,\n"
                 "       values: {Có|x|X|✓: 1, Không|0: 0, \"?\": missing}}\n",
      .bytes = "Huyện;Có nhà\n341;X\n342;không\n343;✓\n340;?\n",
      .wanted = "341 2023 members 1 ok :2\n"
                "342 2023 members 0 ok :3\n"
                "343 2023 members 1 ok :4\n"
                "340 2023 members none missing :5\n"
                "4 = 4 + 0 + 0\n" },
    { .label = "provisional marks, scale words over the column's scale",
      .layouts = "money:\n"
                 "  needs: [Huyện, Quỹ]\n"
                 "  decimal: comma\n"
                 "  period: {fixed: 2023}\n"
                 "  columns:\n"
                 "    - {head: Huyện, field: area, tier: district}\n"
                 "    - {head: Quỹ, quantity: members, scale: 1000000}\n",
      .bytes = "Huyện;Quỹ\n341;2.132,3\n342;\"52,1 tỷ đồng\"\n343;12*\n"
               "340;ước 3\n",
      .wanted = "341 2023 members 2132300000 ok :2\n"
                "342 2023 members 52100000000 ok :3\n"
                "343 2023 members 12000000 provisional :4\n"
                "340 2023 members 3000000 forecast :5\n"
                "4 = 4 + 0 + 0\n" },
};

static void all_signs(void **state)
{
    (void)state;
    trial_run_all(signs, COUNT(signs));
}

#define LONG                                                                   \
    "long:\n"                                                                  \
    "  needs: [Năm, Huyện, Tuổi, Giới, Số]\n"                         \
    "  totals: [\"Tổng*\"]\n"                                                \
    "  period: {column: Năm}\n"                                               \
    "  columns:\n"                                                             \
    "    - {head: Huyện, field: area, tier: district}\n"                     \
    "    - {head: Tuổi, field: age}\n"                                       \
    "    - {head: Giới, field: sex}\n"                                       \
    "    - {head: Ghi, field: status}\n"                                       \
    "    - {head: Số, quantity: population}\n"                               \
    "  values:\n"                                                              \
    "    sex: {Chung: all}\n"

static const struct trial words[] = {
    { .label = "years, ages and sexes in cells",
      .layouts = LONG,
      .bytes = "Năm,Huyện,Tuổi,Giới,Số\n2022,341,6,Nam,5\n"
               "Năm 2022,341,6-10,nữ,6\n\"Sơ bộ 2023\",341,60+,chung,7\n"
               "2023,342,3..5,F,8\n",
      .wanted = "341 2022 population age=6 sex=M 5 ok :2\n"
                "341 2022 population age=6..10 sex=F 6 ok :3\n"
                "341 2023 population age=60.. 7 provisional :4\n"
                "342 2023 population age=3..5 sex=F 8 ok :5\n"
                "4 = 4 + 0 + 0\n" },
    { .label = "words nobody knows",
      .layouts = LONG,
      .bytes = "Năm,Huyện,Tuổi,Giới,Số\n20x2,341,6,Nam,5\n"
               "2022,341,sáu,Nam,5\n2022,341,6,Nám,5\n2022,341,6,,5\n"
               "2022,341,6,Nam,7\n",
      .wanted = "341 2022 population age=6 sex=M 7 ok :6\n"
                "unknown_period 2:1 [20x2]\n"
                "unknown_code 3:3 [sáu]\n"
                "unknown_code 4:4 [Nám] -> Nam (sex=M)\n"
                "unknown_code 5:4 []\n"
                "5 = 1 + 0 + 4\n" },
    { .label = "a total row leaves its codes open",
      .layouts = LONG,
      .bytes = "Năm,Huyện,Tuổi,Giới,Số\n2022,Tổng số,,Tổng,50\n",
      .wanted = "34 2022 population 50 ok T :2\n"
                "1 = 1 + 0 + 0\n" },
    { .label = "a status in the row",
      .layouts = LONG,
      .bytes = "Năm,Huyện,Tuổi,Giới,Số,Ghi\n2022,341,6,Nam,5,estimated\n"
               "2022,341,7,Nam,,suppressed\n2022,341,8,Nam,5,missing\n",
      .wanted = "341 2022 population age=6 sex=M 5 estimated :2\n"
                "341 2022 population age=7 sex=M none suppressed :3\n"
                "bad_number 4:5 [5]\n"
                "3 = 2 + 0 + 1\n" },
};

static void all_words(void **state)
{
    (void)state;
    trial_run_all(words, COUNT(words));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_conventions),
        cmocka_unit_test(all_signs),
        cmocka_unit_test(all_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
