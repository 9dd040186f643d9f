/*
 * titles.c - titles that hold for 36 months after the year they were granted:
 * the flow of a year and the stock at its end. The formula is that of
 * commune_lc_valid_rate.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/compute/lab.h"

static struct lab *lab;

static int open_lab(void **state)
{
    (void)state;
    lab = lab_open();
    lab_indicator(lab, "granted", KIND_PROPORTION, "bodies", "units");
    lab_indicator(lab, "valid", KIND_PROPORTION,
                  "bodies + bodies@-1 + bodies@-2 + bodies@-3", "units");
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

/* Granted 2021 to 2026, of ten communes each year. */
static void grants(const char *area)
{
    static const double granted[] = { 4, 3, 2, 0, 1, 2 };
    char when[12];

    for (int i = 0; i < 6; i++) {
        snprintf(when, sizeof when, "%d", 2021 + i);
        lab_say(lab, area, when, "bodies", "", granted[i]);
        lab_say(lab, area, when, "units", "", 10);
    }
}

/* At the end of 2024 those of 2021 to 2024: 4+3+2+0; of 2021 none are left a
 * year later: 3+2+0+1. What is granted in 2025 alone is another figure. */
static void stock_and_flow(void **state)
{
    (void)state;
    grants("338");
    lab_run(lab);
    assert_near(lab_value(lab, "valid", "338", "2024"), 90, 1e-12);
    assert_near(lab_value(lab, "valid", "338", "2025"), 60, 1e-12);
    assert_near(lab_value(lab, "granted", "338", "2025"), 10, 1e-12);
    /* Four years are needed: what is not known is not 0. */
    assert_false(lab_has(lab, "valid", "338", "2023"));
}

/* The new frame of 2024 does not take over old titles: no stock until four of
 * its own years are there. */
static void the_rule_is_chosen_in_data(void **state)
{
    (void)state;
    lab->breaks[0] = (struct series_break){ .indicator = 1,
                                            .area = NO_AREA,
                                            .period = period_of_year(2024),
                                            .kind = BREAK_FRAME };
    lab->study.breaks.count = 1;
    grants("338");
    lab_run(lab);
    assert_false(has_value(lab_value(lab, "valid", "338", "2024")));
    assert_string_equal(lab_result(lab, "valid", "338", "2025")->note,
                        "value.break");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_lab, close_lab)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(stock_and_flow),
        TEST(the_rule_is_chosen_in_data),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
