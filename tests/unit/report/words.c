/*
 * words.c - numbers, units and signs as a report prints them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/report/lab.h"

static const struct indicator *of(uint16_t index)
{
    return &lab.catalogue.items[index];
}

static void decimals_follow_the_material_difference(void **state)
{
    (void)state;
    const struct {
        double material;
        unsigned decimals;
    } cases[] = {
        { 2, 1 },       { 0.5, 2 }, { 0.02, 3 }, { 0.2, 2 },
        { 1, 1 },       { 10, 0 },  { 5000, 0 }, { 0.1, 2 },
        { 0.00001, 4 }, { 0, 1 }, /* nobody said: one */
    };
    struct indicator indicator = { .kind = KIND_RATIO };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        indicator.material = cases[i].material;
        assert_int_equal(indicator_decimals(&indicator), cases[i].decimals);
    }
    indicator.material = NO_VALUE;
    assert_int_equal(indicator_decimals(&indicator), 1);
    indicator.kind = KIND_COUNT;
    indicator.material = 0.02;
    assert_int_equal(indicator_decimals(&indicator), 0);
}

static void a_target_shows_the_decimals_it_has(void **state)
{
    (void)state;
    assert_int_equal(target_decimals(of(MEMBERS), 80), 0);
    assert_int_equal(target_decimals(of(MEMBERS), 33.7), 1);
    assert_int_equal(target_decimals(of(MEMBERS), 33.75), 1); /* at most */
    assert_int_equal(target_decimals(of(PARITY), 0.97), 2);
    assert_int_equal(target_decimals(of(HEADS), 0.5), 0);
}

static void numbers_take_the_marks_of_the_language(void **state)
{
    (void)state;
    assert_string_equal(say_number(&lab_input, 1234.56, 1), "1.234,6");
    assert_string_equal(say_whole(&lab_input, 1876579), "1.876.579");
    lab_speak("en");
    assert_string_equal(say_number(&lab_input, 1234.56, 1), "1,234.6");
    assert_string_equal(say_whole(&lab_input, 1876579), "1,876,579");
}

static void counts_have_decimals_only_when_they_are_no_counts(void **state)
{
    (void)state;
    assert_string_equal(say_count(&lab_input, 260), "260");
    assert_string_equal(say_count(&lab_input, 12.5), "12,50");
    assert_string_equal(say_count(&lab_input, 123456.5), "123.457");
}

static void units_stand_as_they_are_written(void **state)
{
    (void)state;
    assert_string_equal(say_with_unit(&lab_input, of(MEMBERS), 33.68), "33,7%");
    assert_string_equal(say_with_unit(&lab_input, of(PARITY), 0.949), "0,949");
    assert_string_equal(say_with_unit(&lab_input, of(FUND), 12650.4),
                        "12.650 đồng/người");
    assert_string_equal(say_short(&lab_input, of(FUND), 12650.4, 0), "12.650");
    assert_string_equal(say_short(&lab_input, of(MEMBERS), 33.68, 1), "33,7%");
    assert_string_equal(say_with_unit(&lab_input, of(FUND), NO_VALUE), "…");
    lab_speak("en");
    assert_string_equal(say_with_unit(&lab_input, of(FUND), 12650.4),
                        "12,650 VND per person");
}

static void a_head_names_its_unit_once(void **state)
{
    (void)state;
    assert_string_equal(say_head(&lab_input, MEMBERS), "Tỷ lệ hội viên (%)");
    assert_string_equal(say_head(&lab_input, PARITY), "Ngang bằng giới");
    lab.catalogue.items[FUND].name = "Quỹ, đồng/người";
    assert_string_equal(say_head(&lab_input, FUND), "Quỹ, đồng/người");
}

static void differences_of_percentages_are_points(void **state)
{
    (void)state;
    assert_string_equal(say_difference(&lab_input, of(MEMBERS), -1.24),
                        "1,2 điểm phần trăm");
    assert_string_equal(say_step(&lab_input, of(MEMBERS), -1.24),
                        "1,2 điểm phần trăm");
    assert_string_equal(say_difference(&lab_input, of(FUND), -7656),
                        "7.656 đồng/người");
    assert_string_equal(say_step(&lab_input, of(FUND), -7656), "7.656");
    assert_string_equal(say_difference(&lab_input, of(PARITY), 0.0204),
                        "0,020");
    lab_speak("en");
    assert_string_equal(say_difference(&lab_input, of(MEMBERS), 1.24),
                        "1.2 percentage points");
}

static void a_change_has_its_sign(void **state)
{
    (void)state;
    assert_string_equal(say_signed(&lab_input, of(MEMBERS), 1.24), "+1,2");
    assert_string_equal(say_signed(&lab_input, of(MEMBERS), -0.44),
                        "\u22120,4");
    /* What rounds to nothing has no sign. */
    assert_string_equal(say_signed(&lab_input, of(MEMBERS), 0.04), "0,0");
    assert_string_equal(say_signed(&lab_input, of(MEMBERS), -0.04), "0,0");
    assert_string_equal(say_signed(&lab_input, of(MEMBERS), NO_VALUE), "");
}

static void every_status_has_its_sign(void **state)
{
    (void)state;
    const struct {
        enum status status;
        const char *text;
    } cases[] = {
        { STATUS_OK, "33,7" },
        { STATUS_ZERO, "33,7" },
        { STATUS_MISSING, "…" },
        { STATUS_NA, "x" },
        { STATUS_SUPPRESSED, "*" },
        { STATUS_SUPPRESSED2, "*" },
        { STATUS_ESTIMATED, "33,7 (e)" },
        { STATUS_IMPUTED, "33,7 (e)" },
        { STATUS_PROVISIONAL, "33,7 (p)" },
        { STATUS_FORECAST, "33,7 (ước)" },
        { STATUS_BREAK, "33,7 (b)" },
        { STATUS_UNRELIABLE, "33,7 (!)" },
        { STATUS_INVALID, "33,7 (?)" },
    };
    assert_int_equal(sizeof cases / sizeof *cases, STATUS_COUNT);
    for (size_t i = 0; i < STATUS_COUNT; i++) {
        struct result *r = lab_put(MEMBERS, ROOT, 2023, 33.68);
        r->status = cases[i].status;
        assert_string_equal(say_result(&lab_input, r), cases[i].text);
    }
    lab_speak("en");
    struct result *r = lab_put(MEMBERS, ROOT, 2023, 33.68);
    r->status = STATUS_FORECAST;
    assert_string_equal(say_result(&lab_input, r), "33.7 (f)");
}

static void a_hidden_value_is_not_shown(void **state)
{
    (void)state;
    struct result *r = lab_put(MEMBERS, ROOT, 2023, 33.68);
    assert_true(result_shown(r));
    r->status = STATUS_SUPPRESSED;
    assert_false(result_shown(r));
    assert_int_equal(result_status(r), STATUS_SUPPRESSED);
    r->status = STATUS_OK;
    r->value = NO_VALUE;
    assert_false(result_shown(r));
    assert_int_equal(result_status(r), STATUS_MISSING);
    assert_string_equal(say_result(&lab_input, r), "…");
    assert_false(result_shown(NULL));
    assert_int_equal(result_status(NULL), STATUS_MISSING);
}

static void signs_are_explained_once(void **state)
{
    (void)state;
    unsigned both = 1u << STATUS_SUPPRESSED | 1u << STATUS_SUPPRESSED2;
    assert_null(say_signs(&lab_input, 1u << STATUS_OK | 1u << STATUS_ZERO));
    assert_string_equal(say_signs(&lab_input, both), "* không công bố");
    assert_string_equal(
        say_signs(&lab_input, 1u << STATUS_MISSING | 1u << STATUS_FORECAST),
        "… chưa có số liệu; (ước) ước thực hiện");
    assert_string_equal(say_signs(&lab_input, 1u << STATUS_IMPUTED),
                        "(e) ước tính");
}

static void a_shortfall_is_never_rounded_away(void **state)
{
    (void)state;
    lab_target(2023, 80);
    struct result *r = lab_put(MEMBERS, ROOT, 2023, 79.96);
    lab_judged(r, VERDICT_NOT_MET);
    assert_int_equal(result_decimals(&lab_input, r), 2);
    assert_string_equal(say_result(&lab_input, r), "79,96");
    r = lab_put(MEMBERS, ROOT, 2023, 79.9996);
    lab_judged(r, VERDICT_NOT_MET);
    assert_string_equal(say_result(&lab_input, r), "79,9996");
    /* 57 of 60 is 95 %: met, and the last bit of the division is no gap. */
    lab_target(2023, 95);
    r = lab_put(MEMBERS, ROOT, 2023, 100.0 * (57.0 / 60));
    lab_judged(r, VERDICT_MET);
    assert_string_equal(say_result(&lab_input, r), "95,0");
    r->verdict = VERDICT_NONE;
    r->gap = -1e-14;
    assert_string_equal(say_result(&lab_input, r), "95,0");
    r = lab_put(MEMBERS, ROOT, 2023, 95.04);
    lab_judged(r, VERDICT_MET);
    assert_string_equal(say_result(&lab_input, r), "95,0");
}

static void pieces_are_joined_without_the_empty_ones(void **state)
{
    (void)state;
    char one[] = "một", two[] = "hai", none[] = "";
    char *pieces[] = { NULL, one, none, two, NULL };
    assert_string_equal(say_joined(&lab_input, pieces, 5, "; "), "một; hai");
    assert_null(say_joined(&lab_input, pieces, 1, "; "));
}

static void the_other_language_stands_in(void **state)
{
    (void)state;
    assert_string_equal(say_either(&lab_input, "một", "one"), "một");
    assert_string_equal(say_either(&lab_input, "", "one"), "one");
    assert_null(say_either(&lab_input, NULL, NULL));
    lab_speak("en");
    assert_string_equal(say_either(&lab_input, "một", "one"), "one");
    assert_string_equal(say_either(&lab_input, "một", NULL), "một");
}

static void names_periods_and_days(void **state)
{
    (void)state;
    period school;
    assert_true(period_parse("2023-2024", PERIOD_SCHOOL_START, &school));
    assert_string_equal(say_period(&lab_input, school), "2023\u20132024");
    assert_string_equal(say_date(&lab_input, 20240115), "15/01/2024");
    assert_string_equal(say_area(&lab_input, WEST), "Hưng Hà");
    lab_speak("en");
    assert_string_equal(say_date(&lab_input, 20240115), "15 January 2024");
    assert_string_equal(say_area(&lab_input, WEST), "Hung Ha");
    assert_string_equal(say_tier(&lab_input, TIER_DISTRICT, false), "district");
    assert_string_equal(say_tier(&lab_input, TIER_DISTRICT, true), "districts");
}

/* A part of a year is words, in a table as in a sentence. */
/* Points of a percentage, per cent of an amount, the bare step of an index. */
static void changes_in_a_table(void **state)
{
    (void)state;
    const struct {
        uint16_t indicator;
        double previous, change;
        const char *vi, *en;
    } cases[] = {
        { MEMBERS, 33, 1.24, "+1,2 điểm %", "+1.2 points" },
        { MEMBERS, 33, -0.44, "−0,4 điểm %", "−0.4 points" },
        { MEMBERS, 33, NO_VALUE, "", "" },
        { HEADS, 648150, 15330, "+2,4%", "+2.4%" },
        { HEADS, 200, -5, "−2,5%", "−2.5%" },
        { HEADS, 100000, 3, "0,0%", "0.0%" },
        { HEADS, 0, 3, "+3", "+3" }, /* nothing to take a share of */
        { FUND, 97240, 7656, "+7,9%", "+7.9%" },
        { PARITY, 0.95, 0.02, "+0,020", "+0.020" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int english = 0; english < 2; english++) {
            struct result r = { .indicator = cases[i].indicator,
                                .previous = cases[i].previous,
                                .change = cases[i].change };
            lab_speak(english ? "en" : "vi");
            double percent = result_growth(&lab_input, &r);
            const char *said =
                has_value(percent)
                    ? say_growth(&lab_input, percent)
                    : say_change(&lab_input, of(r.indicator), r.change);
            assert_string_equal(said, english ? cases[i].en : cases[i].vi);
        }
}

static void periods_are_said_in_words(void **state)
{
    static const struct {
        const char *code, *vi, *en;
    } cases[] = {
        { "2023", "năm 2023", "2023" },
        { "2023-2024", "năm học 2023–2024", "2023–2024" },
        { "2023-H1", "6 tháng đầu năm 2023", "the first half of 2023" },
        { "2023-H2", "6 tháng cuối năm 2023", "the second half of 2023" },
        { "2023-Q1", "quý I năm 2023", "the first quarter of 2023" },
        { "2023-Q4", "quý IV năm 2023", "the fourth quarter of 2023" },
        { "2023-M09", "9 tháng đầu năm 2023", "the first 9 months of 2023" },
        { "2023-M01", "tháng 1 năm 2023", "January 2023" },
        { "2023-12", "tháng 12 năm 2023", "December 2023" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        period p;
        assert_true(period_parse(cases[i].code, PERIOD_SCHOOL_START, &p));
        lab_speak("vi");
        assert_string_equal(say_when(&lab_input, p), cases[i].vi);
        lab_speak("en");
        assert_string_equal(say_when(&lab_input, p), cases[i].en);
    }
    lab_speak("vi");
    assert_string_equal(say_period(&lab_input, period_of_year(2023)), "2023");
    assert_string_equal(
        say_period(&lab_input, period_make(2023, PERIOD_QUARTER, 2)),
        "quý II năm 2023");
    assert_string_equal(
        say_when_first(&lab_input, period_make(2023, PERIOD_QUARTER, 2)),
        "Quý II năm 2023");
    assert_string_equal(say_when_first(&lab_input, period_of_year(2023)),
                        "Năm 2023");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(decimals_follow_the_material_difference),
        LAB_TEST(a_target_shows_the_decimals_it_has),
        LAB_TEST(numbers_take_the_marks_of_the_language),
        LAB_TEST(counts_have_decimals_only_when_they_are_no_counts),
        LAB_TEST(units_stand_as_they_are_written),
        LAB_TEST(a_head_names_its_unit_once),
        LAB_TEST(differences_of_percentages_are_points),
        LAB_TEST(a_change_has_its_sign),
        LAB_TEST(every_status_has_its_sign),
        LAB_TEST(a_hidden_value_is_not_shown),
        LAB_TEST(signs_are_explained_once),
        LAB_TEST(a_shortfall_is_never_rounded_away),
        LAB_TEST(pieces_are_joined_without_the_empty_ones),
        LAB_TEST(the_other_language_stands_in),
        LAB_TEST(names_periods_and_days),
        LAB_TEST(changes_in_a_table),
        LAB_TEST(periods_are_said_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
