/*
 * import_twins.c - trials of the same figure twice, and of submissions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/trial.h"

#define PLAIN                                                                  \
    "plain:\n"                                                                 \
    "  needs: [Huyện, Số]\n"                                               \
    "  totals: [\"Tổng*\"]\n"                                                \
    "  period: {fixed: 2023}\n"                                                \
    "  columns:\n"                                                             \
    "    - {head: Huyện, field: area, tier: district}\n"                     \
    "    - {head: Số, quantity: members}\n"                                  \
    "    - {head: Nữ, quantity: members, set: {sex: F}}\n"

#define BOTH                                                                   \
    "  - {name: one, files: exports/a-*.csv}\n"                                \
    "  - {name: two, files: exports/b-*.csv}\n"

static const struct trial twins[] = {
    { .label = "the same row twice, and a third time without figures",
      .layouts = PLAIN,
      .bytes = "Huyện;Số;Nữ\n341;10;4\n341;10;4\n341;;\n342;-;\n342;7;\n",
      .wanted = "341 2023 members 10 ok :2\n"
                "341 2023 members sex=F 4 ok :2\n"
                "342 2023 members sex=F none missing :5\n"
                "342 2023 members 7 ok :6\n"
                "duplicate_equal 3:2 [10] x2\n"
                "5 = 3 + 2 + 0\n" },
    { .label = "a row of twins with a bad cell beside them is rejected",
      .layouts = PLAIN,
      .bytes = "Huyện;Số;Nữ\n341;10;4\n341;10;bốn\n342;5;2\n342;5;2\n",
      .wanted = "341 2023 members 10 ok :2\n"
                "341 2023 members sex=F 4 ok :2\n"
                "342 2023 members 5 ok :4\n"
                "342 2023 members sex=F 2 ok :4\n"
                "bad_number 3:3 [bốn]\n"
                "duplicate_equal 3:2 [10]\n"
                "duplicate_equal 5:2 [5] x2\n"
                "4 = 2 + 1 + 1\n" },
    { .label = "nothing says which is right",
      .layouts = PLAIN,
      .bytes = "Huyện;Số;Nữ\n341;10;4\n341;11;4\n341;10;4\n",
      .wanted = "341 2023 members sex=F 4 ok :2\n"
                "duplicate_conflict 3:2 [11]\n"
                "duplicate_conflict 4:2 [10]\n"
                "duplicate_equal 3:3 [4]\n"
                "duplicate_equal 4:3 [4]\n"
                "3 = 1 + 0 + 2\n" },
    { .label = "a total and a part are different things",
      .layouts = PLAIN,
      .bytes = "Huyện;Số\n341;10\nTổng;10\nTỈNH THÁI BÌNH;10\n",
      .wanted = "341 2023 members 10 ok :2\n"
                "34 2023 members 10 ok T :3\n"
                "duplicate_equal 4:2 [10]\n"
                "3 = 2 + 1 + 0\n" },
    { .label = "two files: the later version stands",
      .layouts = PLAIN,
      .sources = BOTH,
      .extra = "project/submissions.csv",
      .extra_text = "source,area,period,due,received,version\n"
                    "one,,2023,,2024-01-02,2\n"
                    "two,,2023,,2024-01-03,1\n",
      .bytes = "Huyện;Số\n341;10\n342;20\n",
      .second = "Huyện;Số\n341;11\n342;20\n",
      .wanted = "341 2023 members 10 ok :2\n"
                "342 2023 members 20 ok :3\n"
                "duplicate_revised 2:2 [10]\n"
                "duplicate_equal 3:2 [20]\n"
                "4 = 2 + 2 + 0\n" },
    { .label = "the same version: the day of receipt decides",
      .layouts = PLAIN,
      .sources = BOTH,
      .extra = "project/submissions.csv",
      .extra_text = "source,area,period,due,received,version\n"
                    "one,34,2023,,2024-01-02,1\n"
                    "two,341,2023,,2024-01-03,1\n",
      .bytes = "Huyện;Số\n341;10\n342;20\n",
      .second = "Huyện;Số\n341;11\n342;21\n",
      .wanted = "341 2023 members 11 ok :2\n"
                "duplicate_revised 2:2 [11]\n"
                "duplicate_conflict 3:2 [21]\n"
                "4 = 1 + 1 + 2\n" },
    { .label = "two files of one source: a line names the file",
      .layouts = PLAIN,
      .sources = "  - {name: one, files: exports/*-2023.csv}\n",
      .extra = "project/submissions.csv",
      .extra_text = "source,area,period,due,received,version\n"
                    "one,341,2023,,2024-01-09,1\n"
                    "exports/a-2023.csv,,2023,,2024-01-02,1\n"
                    "b-*.csv,,2023,,2024-01-03,2\n",
      .bytes = "Huyện;Số\n341;10\n342;20\n",
      .second = "Huyện;Số\n341;11\n342;20\n",
      .wanted = "342 2023 members 20 ok :3\n"
                "341 2023 members 11 ok :2\n"
                "duplicate_revised 2:2 [11]\n"
                "duplicate_equal 3:2 [20]\n"
                "4 = 2 + 2 + 0\n" },
    { .label = "scales leave the last bits different",
      .layouts = PLAIN,
      .sources = "  - {name: one, files: exports/a-*.csv, scale: 1.1}\n"
                 "  - {name: two, files: exports/b-*.csv}\n",
      .bytes = "Huyện;Số\n341;3\n",
      .second = "Huyện;Số\n341;3,3\n",
      .wanted = "341 2023 members 3.3000000000000003 ok :2\n"
                "duplicate_equal 2:2 [3.3]\n"
                "2 = 1 + 1 + 0\n" },
};

static void all_twins(void **state)
{
    (void)state;
    trial_run_all(twins, COUNT(twins));
}

static const struct trial submissions[] = {
    { .label = "late, missing, not due yet, and here without a day",
      .layouts = PLAIN,
      .sources = "  - {name: one, files: exports/a-*.csv}\n",
      .extra = "project/submissions.csv",
      .extra_text = "source,area,period,due,received,version\n"
                    "one,341,2023,2024-01-05,2024-01-06,1\n"
                    "one,342,2023,2024-01-05,,\n"
                    "one,343,2023,2024-01-05,,\n"
                    "one,340,2023,2024-02-05,,\n"
                    "one,343,2022,2023-01-05,2023-01-05,1\n",
      .bytes = "Huyện;Số\n341;10\n342;…\n343;30\n",
      .wanted = "341 2023 members 10 ok :2\n"
                "342 2023 members none missing :3\n"
                "343 2023 members 30 ok :4\n"
                "late_report 2:0\n"
                "not_reported 3:0\n"
                "3 = 3 + 0 + 0\n" },
};

static const struct trial ended[] = {
    { .label = "a district reported for the year in which districts end",
      .layouts = PLAIN,
      .sources = "  - {name: one, files: exports/a-*.csv}\n",
      .extra = "project/submissions.csv",
      .extra_text = "source,area,period,due,received,version\n"
                    "one,341,2025,2025-07-05,2025-07-06,1\n"
                    "a-2023.csv,342,2023,2023-07-05,,\n",
      .bytes = "Huyện;Số\n341;10\n",
      .wanted = "341 2023 members 10 ok :2\n"
                "late_report 2:0\n"
                "not_reported 3:0\n"
                "1 = 1 + 0 + 0\n" },
};

static void all_submissions(void **state)
{
    (void)state;
    trial_run_all(submissions, COUNT(submissions));
    trial_run_all(ended, COUNT(ended));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_twins),
        cmocka_unit_test(all_submissions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
