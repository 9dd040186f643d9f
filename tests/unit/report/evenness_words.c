/*
 * evenness_words.c - no sentence claims more than its row allows.
 *
 *  (1) "Drawn together" stands where the direction says so and nowhere else.
 *  (2) What is withheld, undefined, alike or all reached has its own sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/evenness_words.h"
#include "engine/report/narrative.h"
#include "tests/unit/report/lab.h"

static struct evenness *all;

static int start(void **state)
{
    lab_start(state);
    all = evenness_new(lab_arena);
    lab_input.evenness = all;
    return 0;
}

static struct evenness_change *change_of(const char *measure, double before,
                                         double after, enum drift drift)
{
    struct evenness_change *row = evenness_change_add(all);

    row->indicator = MEMBERS;
    row->tier = TIER_DISTRICT;
    row->from = period_of_year(2018);
    row->to = period_of_year(2023);
    row->measure = measure;
    row->before = before;
    row->after = after;
    row->change = after - before;
    row->drift = drift;
    row->count = 4;
    return row;
}

static void assert_says(const char *sentence, const char *part)
{
    if (strstr(sentence, part) == NULL)
        fail_msg("not “%s” in: %s", part, sentence);
}

static void assert_not(const char *sentence, const char *part)
{
    if (strstr(sentence, part) != NULL)
        fail_msg("“%s” in: %s", part, sentence);
}

/* (1) */
static void facts(void **state)
{
    struct evenness_change *row;

    (void)state;
    row = change_of("between_group_sd", 6.2283, 4.9398, DRIFT_CLOSER);
    assert_string_equal(
        evenness_words_change(&lab_input, row),
        "Tỷ lệ hội viên: Từ 2018 đến 2023, các huyện, thành phố xích lại gần "
        "nhau; độ lệch chuẩn giữa các huyện, thành phố giảm từ 6,23 điểm phần "
        "trăm xuống 4,94 điểm phần trăm.");
    row = change_of("between_group_sd", 4.9398, 6.2283, DRIFT_APART);
    assert_says(evenness_words_change(&lab_input, row), "cách xa nhau thêm");
    row = change_of("between_group_sd", 5, 4.8, DRIFT_STEADY);
    assert_not(evenness_words_change(&lab_input, row), "xích lại");
    row = change_of("between_group_sd", 0, 0, DRIFT_STEADY);
    assert_says(evenness_words_change(&lab_input, row), "như nhau ở cả năm");
    lab_speak("en");
    row = change_of("between_group_sd", 6.2283, 4.9398, DRIFT_CLOSER);
    assert_string_equal(
        evenness_words_change(&lab_input, row),
        "Members: From 2018 to 2023 the districts drew together; the standard "
        "deviation between districts fell from 6.23 percentage points to 4.94 "
        "percentage points.");
}

static struct evenness_change *noisy(double lower, double upper,
                                     enum drift drift)
{
    struct evenness_change *row =
        change_of("spread_beyond_chance", 6.2, 4.9, drift);

    row->lower = lower;
    row->upper = upper;
    return row;
}

/* (1) */
static void beyond_chance(void **state)
{
    const char *said;

    (void)state;
    said = evenness_words_change(&lab_input, noisy(-2.31, -0.29, DRIFT_CLOSER));
    assert_says(said, "xích lại gần nhau");
    assert_says(said, "thay đổi −1,30, khoảng −2,31 đến −0,29");
    assert_says(said, "riêng ngẫu nhiên khó giải thích được");
    said = evenness_words_change(&lab_input, noisy(-3.1, 0.5, DRIFT_UNCLEAR));
    assert_says(said, "Chưa đủ cơ sở");
    assert_says(said, "khoảng −3,10 đến +0,50");
    assert_says(said, "có thể chỉ do ngẫu nhiên");
    said = evenness_words_change(&lab_input, noisy(-0.2, 0.1, DRIFT_STEADY));
    assert_not(said, "xích lại");
    said = evenness_words_change(&lab_input, noisy(-1.4, -1.2, DRIFT_STEADY));
    assert_not(said, "xích lại");
}

/* (2) */
static void withheld(void **state)
{
    struct evenness_change *row =
        change_of("between_group_sd", NO_VALUE, NO_VALUE, DRIFT_NONE);
    const char *said;

    (void)state;
    row->note = "evenness.none_paired";
    said = evenness_words_change(&lab_input, row);
    assert_says(said, "Chưa kết luận được");
    assert_says(said, "không có địa bàn nào so sánh được");
    row->note = "equity.one_area";
    assert_says(evenness_words_change(&lab_input, row), "một địa bàn");
    row->measure = "convergence";
    row->note = "evenness.no_start_error";
    assert_says(evenness_words_change(&lab_input, row), "xuất phát thấp");
    row->measure = "theil";
    row->note = "equity.undefined";
    assert_says(evenness_words_change(&lab_input, row), "không tính được");
}

/* What the sizes did is told where it is a tenth or more. */
static void parts(void **state)
{
    struct evenness_change *row =
        change_of("between_group_sd", 6.2, 4.9, DRIFT_CLOSER);

    (void)state;
    row->by_values = -1.32;
    row->by_weights = 0.02;
    assert_not(evenness_words_change(&lab_input, row), "quy mô");
    row->by_values = -1;
    row->by_weights = -0.3;
    row->left_out = 2;
    assert_says(evenness_words_change(&lab_input, row),
                "thay đổi: −1,00; do quy mô của các huyện, thành phố thay đổi: "
                "−0,30. Không tính 2 huyện, thành phố");
}

static struct evenness_level *level_of(uint32_t area, double needed)
{
    struct evenness_level *row = evenness_level_add(all);

    row->indicator = MEMBERS;
    row->area = area;
    row->tier = TIER_DISTRICT;
    row->period = period_of_year(2023);
    row->goal = LEVEL_TARGET;
    row->goal_period = period_of_year(2025);
    row->goal_value = 50;
    row->value = 41;
    row->needed = needed;
    row->count = 4;
    return row;
}

static void levels(void **state)
{
    struct evenness_level *whole = level_of(ROOT, 1700);

    (void)state;
    whole->short_of = 2;
    whole->reached = 51.3;
    level_of(CITY, 0);
    level_of(EAST, 500);
    level_of(WEST, 1200)->value = 30;
    whole = all->levels.items; /* they may have moved */
    assert_string_equal(
        evenness_words_level(&lab_input, whole),
        "Tỷ lệ hội viên, năm 2023: Để mọi huyện, thành phố đạt chỉ tiêu năm "
        "2025 (50,0%) cần thêm 1.700 đơn vị đếm ở 2/4 huyện, thành phố, nhiều "
        "nhất là Hưng Hà (1.200), Quỳnh Phụ (500); khi đó mức chung là 51,3%.");
    assert_says(evenness_words_level(&lab_input, &all->levels.items[1]),
                "đã đạt chỉ tiêu năm 2025");
    assert_says(evenness_words_level(&lab_input, &all->levels.items[3]),
                "để đạt chỉ tiêu năm 2025 (50,0%) cần thêm 1.200");
    whole->goal = LEVEL_TOP;
    whole->goal_period = NO_PERIOD;
    whole->chance_needed = 350;
    assert_says(evenness_words_level(&lab_input, whole),
                "riêng ngẫu nhiên cũng cho con số khoảng 350");
    whole->reached = 30; /* from above */
    assert_says(evenness_words_level(&lab_input, whole), "cần giảm 1.700");
    whole->needed = 0;
    assert_says(evenness_words_level(&lab_input, whole),
                "Mọi huyện, thành phố đã đạt mức của nhóm một phần năm");
}

static void shares(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        struct evenness_share *row = evenness_share_add(all);
        row->indicator = MEMBERS;
        row->area = (uint32_t[]){ ROOT, EAST, WEST }[i];
        row->tier = TIER_DISTRICT;
        row->period = period_of_year(2023);
        row->measure = "shortfall";
        row->weight = (double[]){ 1, 0.4, 0.6 }[i];
        row->value = 41;
        row->amount = (double[]){ 5, 1.2, 3.8 }[i];
        row->share = (double[]){ 1, 0.24, 0.76 }[i];
    }
    assert_says(evenness_words_share(&lab_input, &all->shares.items[0]),
                "nhiều nhất ở Hưng Hà (76,0%), Quỳnh Phụ (24,0%).");
    assert_says(evenness_words_share(&lab_input, &all->shares.items[1]),
                "Quỳnh Phụ (41,0%) chiếm 40,0% quy mô và 24,0% phần còn thiếu");
    all->shares.items[0].share = NO_VALUE;
    assert_says(evenness_words_share(&lab_input, &all->shares.items[0]),
                "mọi huyện, thành phố đã đạt chỉ tiêu");
    all->shares.items[0].measure = "theil";
    assert_says(evenness_words_share(&lab_input, &all->shares.items[0]),
                "có kết quả như nhau");
    all->shares.items[0].amount = NO_VALUE;
    assert_says(evenness_words_share(&lab_input, &all->shares.items[0]),
                "không tính được");
}

static void parity(void **state)
{
    static const struct {
        enum drift drift;
        double gap;
        const char *part;
    } cases[] = { { DRIFT_APART, -3.2, "thấp hơn nhóm" },
                  { DRIFT_APART, 3.2, "cao hơn nhóm" },
                  { DRIFT_STEADY, 0.4, "không đáng kể" },
                  { DRIFT_UNCLEAR, 3.2, "có thể chỉ do ngẫu nhiên" },
                  { DRIFT_NONE, 3.2, "chưa kết luận được" } };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct evenness_parity *row = evenness_parity_add(all);
        row->indicator = MEMBERS;
        row->area = ROOT;
        row->period = period_of_year(2023);
        row->dimension = SEX;
        row->code = 0;
        row->other = 1;
        row->value = 41;
        row->other_value = 41 - cases[i].gap;
        row->gap.value = cases[i].gap;
        row->drift = cases[i].drift;
        assert_says(evenness_words_parity(&lab_input, row), cases[i].part);
        assert_says(evenness_words_parity(&lab_input, row), "Toàn tỉnh");
    }
}

/* DROPOUT carries noise, MEMBERS does not. */
static void measures(void **state)
{
    struct equity_result *r = lab_measure(DROPOUT, "gini", 0.0412);

    (void)state;
    assert_string_equal(evenness_words_measure(&lab_input, r),
                        "Tỷ lệ bỏ học, năm 2023: Hệ số Gini là 0,0412. Chưa "
                        "xác định được phần nào là do ngẫu nhiên.");
    r->p_value = 0.051;
    r->corrected = 0.0303;
    assert_says(evenness_words_measure(&lab_input, r),
                "là 0,0303. Mức này có thể chỉ do ngẫu nhiên.");
    r->p_value = 0.049;
    r->lower = 0.01;
    r->upper = 0.05;
    assert_says(evenness_words_measure(&lab_input, r),
                "(khoảng 0,0100 đến 0,0500). Riêng ngẫu nhiên khó");
    r->p_value = NO_VALUE;
    r->measure = "ratio";
    r->lower = 0.9;
    r->upper = 1.2;
    assert_says(evenness_words_measure(&lab_input, r), "có thể chỉ do");
    r->count = 1;
    r->note = "equity.one_area";
    assert_says(evenness_words_measure(&lab_input, r), "một địa bàn");
    r = lab_measure(MEMBERS, "difference", 18.67);
    assert_string_equal(evenness_words_measure(&lab_input, r),
                        "Tỷ lệ hội viên, năm 2023: Chênh lệch là 18,7 điểm "
                        "phần trăm.");
    r->estimate = 0;
    assert_says(evenness_words_measure(&lab_input, r), "có kết quả như nhau");
}

/* In the report the sentence comes behind the spread, without the name. */
static void in_the_report(void **state)
{
    (void)state;
    lab_share(MEMBERS, CITY, 2023, 40, 100);
    lab_share(MEMBERS, EAST, 2023, 30, 100);
    results_sort(lab_results, &lab);
    lab_measure(MEMBERS, "difference", 10);
    change_of("between_group_sd", 6.2283, 4.9398, DRIFT_CLOSER);
    assert_says(sentence_evenness(&lab_input, MEMBERS),
                ". Từ 2018 đến 2023, các huyện, thành phố xích lại gần nhau");
    lab_input.evenness = NULL;
    assert_non_null(sentence_evenness(&lab_input, MEMBERS));
    assert_null(sentence_evenness(&lab_input, LIBRARY));
}

#define WORDS_TEST(test) cmocka_unit_test_setup_teardown(test, start, lab_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORDS_TEST(facts),         WORDS_TEST(beyond_chance),
        WORDS_TEST(withheld),      WORDS_TEST(parts),
        WORDS_TEST(levels),        WORDS_TEST(shares),
        WORDS_TEST(parity),        WORDS_TEST(measures),
        WORDS_TEST(in_the_report),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
