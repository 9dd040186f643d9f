/*
 * narrative.c - sentences from results, a test a branch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/narrative.h"
#include "engine/report/judgement.h"
#include "tests/unit/report/lab.h"

#define assert_says(got, wanted) assert_string_equal((got), (wanted))
/* A message in the words of its file, filled by hand. */
#define SAID(id, ...) say(&lab_input, id, __VA_ARGS__, NULL)

/* The province's members in 2023, with a year before. */
static struct result *province(double part, double previous)
{
    return lab_changed(lab_share(MEMBERS, ROOT, 2023, part, 1000), previous);
}

static void risen_fallen_steady(void **state)
{
    (void)state;
    assert_says(sentence_change(&lab_input, province(357, 33)),
                SAID("sentence.risen", "change", "2,7 điểm phần trăm", "period",
                     "năm 2022", "previous", "33,0%"));
    assert_says(sentence_change(&lab_input, province(303, 33)),
                SAID("sentence.fallen", "change", "2,7 điểm phần trăm",
                     "period", "năm 2022", "previous", "33,0%"));
    assert_says(
        sentence_change(&lab_input, province(340, 33)),
        SAID("sentence.steady", "period", "năm 2022", "previous", "33,0%"));
    /* The material difference itself is worth a word. */
    assert_says(sentence_change(&lab_input, province(350, 33)),
                SAID("sentence.risen", "change", "2,0 điểm phần trăm", "period",
                     "năm 2022", "previous", "33,0%"));
    lab_speak("en");
    assert_says(sentence_change(&lab_input, province(357, 33)),
                "up 2.7 percentage points from 33.0% in 2022");
    assert_says(sentence_change(&lab_input, province(303, 33)),
                "down 2.7 percentage points from 33.0% in 2022");
}

static void a_unit_is_not_said_twice(void **state)
{
    (void)state;
    lab_changed(lab_put(FUND, ROOT, 2023, 104896), 97240);
    assert_says(sentence_value(&lab_input, FUND),
                "Quỹ bình quân, năm 2023: 104.896 đồng/người; tăng 7.656 so "
                "với năm 2022 (97.240).");
    lab_speak("en");
    assert_says(sentence_value(&lab_input, FUND),
                "Fund, 2023: 104,896 VND per person; up 7,656 from 97,240 in "
                "2022.");
}

static void a_count_that_moved_at_all_has_changed(void **state)
{
    (void)state;
    assert_says(
        sentence_change(&lab_input,
                        lab_changed(lab_put(HEADS, ROOT, 2023, 655), 651)),
        SAID("sentence.risen", "change", "4", "period", "năm 2022", "previous",
             "651"));
    assert_says(
        sentence_change(&lab_input,
                        lab_changed(lab_put(HEADS, ROOT, 2023, 651), 651)),
        SAID("sentence.unchanged", "period", "năm 2022", "previous", "651"));
}

/* 2 of 100 and 6 of 100: the limits of the difference, put together from
 * Wilson's (0.55 to 7.00, 2.78 to 12.48), are 4 - sqrt(3.22^2 + 5.00^2) = -1.95
 * and above; of ten times as many, 1.30 to 3.08 and 4.69 to 7.64, they are
 * 4 - sqrt(1.31^2 + 1.08^2) = 2.30 and above. */
static void chance_is_no_change(void **state)
{
    (void)state;
    struct result *before = lab_share(DROPOUT, ROOT, 2022, 2, 100);
    before->lower = 0.55;
    before->upper = 7.00;
    struct result *r = lab_changed(lab_share(DROPOUT, ROOT, 2023, 6, 100), 2);
    before = &lab_results->items[0];
    r->lower = 2.78;
    r->upper = 12.48;
    assert_says(
        sentence_change(&lab_input, r),
        "chênh 4,00 điểm phần trăm so với năm 2022 (2,00%), chưa vượt mức "
        "dao động ngẫu nhiên");
    lab_speak("en");
    assert_says(sentence_change(&lab_input, r),
                "differs by 4.00 percentage points from 2.00% in 2022, no more "
                "than chance would make");
    before->lower = 1.30;
    before->upper = 3.08;
    r->lower = 4.69;
    r->upper = 7.64;
    assert_says(sentence_change(&lab_input, r),
                "up 4.00 percentage points from 2.00% in 2022");
    /* The same downwards: 6 of 100 to 2 of 100. */
    *before = (struct result){ .indicator = DROPOUT,
                               .area = ROOT,
                               .period = period_of_year(2022),
                               .breakdown = WHOLE,
                               .value = 6,
                               .lower = 2.78,
                               .upper = 12.48 };
    r->value = 2;
    r->previous = 6;
    r->change = -4;
    r->lower = 0.55;
    r->upper = 7.00;
    assert_says(sentence_change(&lab_input, r),
                "differs by 4.00 percentage points from 6.00% in 2022, no more "
                "than chance would make");
}

/* Half a year is set against the same half a year before. */
static void a_part_of_a_year(void **state)
{
    (void)state;
    period half = NO_PERIOD;
    assert_true(period_parse("2023-H1", PERIOD_SCHOOL_START, &half));
    lab.project.period = half;
    struct result *r = province(357, 33);
    r->period = half;
    assert_says(sentence_value(&lab_input, MEMBERS),
                "Tỷ lệ hội viên, 6 tháng đầu năm 2023: 35,7% (357/1.000); tăng "
                "2,7 điểm phần trăm so với cùng kỳ năm 2022 (33,0%).");
    lab_speak("en");
    assert_says(sentence_value(&lab_input, MEMBERS),
                "Members, the first half of 2023: 35.7% (357 of 1,000); up 2.7 "
                "percentage points from 33.0% in the same period of 2022.");
    lab_speak("vi");
    assert_true(period_parse("2023-M09", PERIOD_SCHOOL_START, &half));
    lab.project.period = r->period = half;
    assert_says(
        sentence_value(&lab_input, MEMBERS),
        "Tỷ lệ hội viên, 9 tháng đầu năm 2023: 35,7% (357/1.000); tăng 2,7 "
        "điểm phần trăm so với cùng kỳ năm 2022 (33,0%).");
    assert_true(period_parse("2023-Q2", PERIOD_SCHOOL_START, &half));
    lab.project.period = r->period = half;
    r->change = 0;
    r->previous = r->value;
    assert_says(
        sentence_value(&lab_input, MEMBERS),
        "Tỷ lệ hội viên, quý II năm 2023: 35,7% (357/1.000); không thay "
        "đổi so với cùng kỳ năm 2022 (35,7%).");
}

/* What is missing and what is withheld are not the same, in a sentence either.
 */
static void missing_and_withheld(void **state)
{
    (void)state;
    struct result *r = lab_put(MEMBERS, EAST, 2023, NO_VALUE);
    r->status = STATUS_MISSING;
    assert_says(sentence_of_area(&lab_input, r),
                "Quỳnh Phụ: Tỷ lệ hội viên, năm 2023: chưa có giá trị (chưa có "
                "số liệu).");
    lab_speak("en");
    assert_says(sentence_of_area(&lab_input, r),
                "Quynh Phu: Members, 2023: no value (no figure).");
    lab_speak("vi");
    r->status = STATUS_SUPPRESSED;
    assert_says(sentence_of_area(&lab_input, r),
                "Quỳnh Phụ: Tỷ lệ hội viên, năm 2023: chưa có giá trị (không "
                "công bố).");
    lab_share(MEMBERS, ROOT, 2023, 350, 1000);
    lab_share(MEMBERS, CITY, 2023, 43, 100)->standing = STANDING_BETTER;
    lab_share(MEMBERS, WEST, 2023, 35, 100)->standing = STANDING_SIMILAR;
    lab_put(MEMBERS, SOUTH, 2023, NO_VALUE)->status = STATUS_MISSING;
    assert_says(sentence_areas(&lab_input, MEMBERS),
                "Tốt hơn mức chung: Thành phố (43,0%). Chưa có số liệu: Tiền "
                "Hải. Không công bố: Quỳnh Phụ.");
    lab_speak("en");
    assert_says(sentence_areas(&lab_input, MEMBERS),
                "Better than the whole: City (43.0%). No figure: Tien Hai. "
                "Withheld: Quynh Phu.");
}

/* The public is told how many, not who. */
static void the_public_is_told_no_names(void **state)
{
    (void)state;
    lab.project.audience = AUDIENCE_PUBLIC;
    lab_share(MEMBERS, ROOT, 2023, 350, 1000);
    lab_share(MEMBERS, CITY, 2023, 43, 100)->standing = STANDING_BETTER;
    lab_share(MEMBERS, EAST, 2023, 30, 100)->standing = STANDING_WORSE;
    lab_share(MEMBERS, WEST, 2023, 31, 100)->standing = STANDING_WORSE;
    lab_measure(MEMBERS, "difference", 13);
    assert_says(
        sentence_areas(&lab_input, MEMBERS),
        "Tốt hơn mức chung: 1 địa bàn. Chưa bằng mức chung: 2 địa bàn.");
    assert_says(
        sentence_equity(&lab_input, MEMBERS),
        "Tỷ lệ hội viên: giữa các huyện, thành phố chênh lệch 13,0 điểm "
        "phần trăm, từ 30,0% đến 43,0%.");
    lab_speak("en");
    assert_says(sentence_areas(&lab_input, MEMBERS),
                "Better than the whole: 1 area. Behind the whole: 2 areas.");
}

static void nothing_compares_across_a_break(void **state)
{
    (void)state;
    struct series_break one = { .indicator = MEMBERS,
                                .area = NO_AREA,
                                .period = period_of_year(2023),
                                .kind = BREAK_DEFINITION };
    lab_put(MEMBERS, ROOT, 2022, 40);
    struct result *r = lab_share(MEMBERS, ROOT, 2023, 350, 1000);
    lab.breaks = (struct breaks){ &one, 1 };
    assert_says(sentence_change(&lab_input, r),
                SAID("sentence.not_comparable", "period", "năm 2022", "reason",
                     "đổi định nghĩa"));
    lab.breaks.count = 0;
    assert_says(sentence_change(&lab_input, r),
                SAID("sentence.not_comparable", "period", "năm 2022", "reason",
                     message_text(&lab.messages, "break.frame")));
    lab_speak("en");
    assert_says(sentence_change(&lab_input, r),
                SAID("sentence.not_comparable", "period", "2022", "reason",
                     "new coverage"));
    /* Without a value the year before there is nothing to say. */
    lab_results->items[0].value = NO_VALUE;
    assert_null(sentence_change(&lab_input, r));
}

static void a_change_over_fewer_areas_says_so(void **state)
{
    (void)state;
    struct result *r = province(357, 33);
    r->change = 1.5; /* of the areas that have both years */
    r->previous = 33.5;
    assert_non_null(strstr(sentence_change(&lab_input, r),
                           "(33,5%), tính trên các địa bàn"));
}

static void the_value_with_what_stands_behind_it(void **state)
{
    (void)state;
    struct result *r = lab_share(MEMBERS, ROOT, 2023, 632477, 1876579);
    assert_says(sentence_value(&lab_input, MEMBERS),
                "Tỷ lệ hội viên, năm 2023: 33,7% (632.477/1.876.579).");
    r->status = STATUS_PROVISIONAL;
    r->reported = 7;
    r->expected = 8;
    r->lower = 33.6;
    r->upper = 33.8;
    assert_says(sentence_value(&lab_input, MEMBERS),
                "Tỷ lệ hội viên, năm 2023: 33,7% (632.477/1.876.579; khoảng "
                "dao động 33,6–33,8%; sơ bộ; theo 7/8 địa bàn đã báo cáo).");
    lab_speak("en");
    assert_says(sentence_value(&lab_input, MEMBERS),
                "Members, 2023: 33.7% (632,477 of 1,876,579; limits "
                "33.6–33.8%; provisional; from 7 of 8 areas that have "
                "reported).");
}

/* Said only where the whole interval goes one way, and of the report's year. */
static void a_trend_says_what_its_interval_allows(void **state)
{
    (void)state;
    lab_share(MEMBERS, ROOT, 2023, 632477, 1876579);
    struct trend *t = trends_add(lab_trends);
    t->indicator = MEMBERS;
    t->area = ROOT;
    t->from = period_of_year(2018);
    t->to = period_of_year(2023);
    t->slope = 1.23;
    t->slope_lower = 0.79;
    t->slope_upper = 1.66;
    t->direction = DIRECTION_RISING;
    assert_says(sentence_value(&lab_input, MEMBERS),
                "Tỷ lệ hội viên, năm 2023: 33,7% (632.477/1.876.579); tăng "
                "bình quân 1,2 điểm phần trăm mỗi năm giai đoạn 2018–2023 "
                "(khoảng 0,8–1,7).");
    t->slope_lower = -0.1;
    assert_null(sentence_trend(&lab_input, MEMBERS));
    t->direction = DIRECTION_UNCLEAR;
    assert_null(sentence_trend(&lab_input, MEMBERS));
    t->direction = DIRECTION_STEADY;
    assert_says(sentence_trend(&lab_input, MEMBERS),
                "ổn định trong giai đoạn 2018–2023");
    t->direction = DIRECTION_FALLING;
    t->slope = -1.23;
    t->slope_lower = -1.66;
    t->slope_upper = -0.79;
    lab_speak("en");
    assert_says(
        sentence_trend(&lab_input, MEMBERS),
        "down 1.2 percentage points a year on average from 2018 to 2023 "
        "(limits 0.8–1.7)");
    t->to = period_of_year(2022);
    assert_null(sentence_trend(&lab_input, MEMBERS));
}

static void all_areas_reported_is_no_news(void **state)
{
    (void)state;
    struct result *r = lab_put(PARITY, ROOT, 2023, 0.949);
    r->reported = r->expected = 8;
    assert_says(sentence_value(&lab_input, PARITY),
                "Ngang bằng giới, năm 2023: 0,949.");
}

static void no_value_no_sentence(void **state)
{
    (void)state;
    assert_null(sentence_value(&lab_input, MEMBERS));
    lab_put(MEMBERS, ROOT, 2023, 35)->status = STATUS_SUPPRESSED;
    assert_null(sentence_value(&lab_input, MEMBERS));
    assert_false(sentence_wanted(&lab_input, MEMBERS));
}

/* --- targets ----------------------------------------------------------------
 */

static struct result *judged(double value, enum verdict verdict)
{
    struct result *r = lab_put(MEMBERS, ROOT, 2023, value);
    lab_judged(r, verdict);
    return r;
}

static void a_due_target(void **state)
{
    (void)state;
    lab_target(2023, 80);
    assert_says(
        judgement_sentence(&lab_input, judged(81, VERDICT_MET)),
        SAID("sentence.target_met", "target", "80%", "period", "năm 2023"));
    assert_says(judgement_sentence(&lab_input, judged(77, VERDICT_NOT_MET)),
                SAID("sentence.target_not_met", "target", "80%", "period",
                     "năm 2023", "gap", "3,0 điểm phần trăm"));
    /* Rounding does not hide the shortfall. */
    assert_says(judgement_sentence(&lab_input, judged(79.96, VERDICT_NOT_MET)),
                SAID("sentence.target_not_met", "target", "80%", "period",
                     "năm 2023", "gap", "0,04 điểm phần trăm"));
    lab_speak("en");
    assert_says(judgement_sentence(&lab_input, judged(77, VERDICT_NOT_MET)),
                SAID("sentence.target_not_met", "target", "80%", "period",
                     "2023", "gap", "3.0 percentage points"));
}

static void a_target_with_a_probability(void **state)
{
    (void)state;
    lab_target(2023, 80);
    struct result *r = judged(81, VERDICT_LIKELY_MET);
    r->probability = 0.834;
    assert_says(judgement_sentence(&lab_input, r),
                SAID("sentence.target_likely_met", "target", "80%", "period",
                     "năm 2023", "probability", "83"));
    r->verdict = VERDICT_LIKELY_NOT_MET;
    r->probability = 0.1;
    assert_says(judgement_sentence(&lab_input, r),
                SAID("sentence.target_likely_not_met", "target", "80%",
                     "period", "năm 2023", "probability", "10", "gap",
                     "1,0 điểm phần trăm"));
    r->verdict = VERDICT_UNCERTAIN;
    assert_says(judgement_sentence(&lab_input, r),
                SAID("sentence.target_uncertain", "target", "80%", "period",
                     "năm 2023"));
}

static void a_target_that_lies_ahead(void **state)
{
    (void)state;
    lab_target(2025, 80);
    struct result *r = judged(77, VERDICT_NONE);
    assert_says(judgement_sentence(&lab_input, r),
                SAID("sentence.target_ahead", "target", "80%", "period",
                     "năm 2025", "gap", "3,0 điểm phần trăm"));
    assert_says(judgement_target(&lab_input, r),
                SAID("table.target_by", "value", "80", "period", "năm 2025"));
    assert_says(judgement_words(&lab_input, r),
                SAID("table.target_ahead", "gap", "3,0"));
    r = judged(80, VERDICT_NONE);
    assert_says(
        judgement_sentence(&lab_input, r),
        SAID("sentence.target_passed", "target", "80%", "period", "năm 2025"));
    assert_says(judgement_words(&lab_input, r),
                say(&lab_input, "table.target_passed", NULL));
}

static void at_most_is_reached_from_above(void **state)
{
    (void)state;
    struct target *target = lab_target(2025, 1);
    target->indicator = DROPOUT;
    target->comparison = TARGET_AT_MOST;
    struct result *r = lab_put(DROPOUT, ROOT, 2023, 1.25);
    lab_judged(r, VERDICT_NONE);
    assert_says(judgement_words(&lab_input, r),
                SAID("table.target_ahead", "gap", "0,25"));
    r->value = 0.75;
    r->gap = -0.25;
    assert_says(judgement_words(&lab_input, r),
                say(&lab_input, "table.target_passed", NULL));
}

static void between_two_targets(void **state)
{
    (void)state;
    lab_target(2020, 50);
    lab_target(2025, 65);
    struct result *r = judged(57, VERDICT_NONE);
    r->target = 59;
    r->gap = -2;
    r->note = "target.milestone";
    assert_says(judgement_sentence(&lab_input, r),
                SAID("sentence.milestone_ahead", "milestone", "59%", "year",
                     "năm 2023", "target", "65%", "period", "năm 2025", "gap",
                     "2,0 điểm phần trăm"));
    assert_says(
        judgement_words(&lab_input, r),
        SAID("table.milestone_ahead", "milestone", "59%", "gap", "2,0"));
    assert_says(judgement_target(&lab_input, r),
                SAID("table.target_by", "value", "65", "period", "năm 2025"));
    r->value = 61;
    r->gap = 2;
    assert_says(judgement_sentence(&lab_input, r),
                SAID("sentence.milestone_reached", "milestone", "59%", "year",
                     "năm 2023", "target", "65%", "period", "năm 2025"));
    assert_says(judgement_words(&lab_input, r),
                say(&lab_input, "table.milestone_reached", NULL));
}

static void what_cannot_be_judged_says_why(void **state)
{
    (void)state;
    struct target *target = lab_target(2025, 70);
    target->unit_counted = "province";
    struct result *r = lab_put(MEMBERS, ROOT, 2023, 100);
    r->verdict = VERDICT_NOT_ASSESSABLE;
    r->target_index = 0;
    r->note = "target.unit";
    assert_says(judgement_sentence(&lab_input, r),
                SAID("sentence.target_other_unit", "target", "70%", "period",
                     "năm 2025"));
    assert_says(judgement_target(&lab_input, r),
                SAID("table.target_by", "value", "70%", "period", "năm 2025"));
    assert_says(judgement_words(&lab_input, r),
                say(&lab_input, "verdict.not_assessable", NULL));
    r->target = 70;
    r->gap = 30;
    r->status = STATUS_INVALID;
    r->note = "target.invalid";
    assert_says(
        judgement_sentence(&lab_input, r),
        SAID("sentence.target_invalid", "target", "70%", "period", "năm 2025"));
    /* By class of area, which is not known: there is no target to name. */
    r = lab_put(MEMBERS, EAST, 2023, 100);
    r->verdict = VERDICT_NOT_ASSESSABLE;
    r->note = "target.class";
    assert_says(judgement_sentence(&lab_input, r),
                say(&lab_input, "sentence.target_class", NULL));
    assert_says(judgement_target(&lab_input, r), "");
}

static void no_target_no_words(void **state)
{
    (void)state;
    struct result *r = lab_put(MEMBERS, ROOT, 2023, 35);
    assert_null(judgement_sentence(&lab_input, r));
    assert_says(judgement_target(&lab_input, r), "");
    assert_says(judgement_words(&lab_input, r), "");
}

static void a_target_in_persons(void **state)
{
    (void)state;
    struct target *target = lab_target(2025, 700000);
    target->unit = "persons";
    assert_says(judgement_assigned(&lab_input, target), "700.000");
    target->indicator = HEADS; /* its own unit */
    assert_says(judgement_assigned(&lab_input, target), "700.000 người");
}

static void the_whole_sentence(void **state)
{
    (void)state;
    lab_target(2025, 40);
    lab_judged(province(357, 33), VERDICT_NONE);
    assert_says(sentence_value(&lab_input, MEMBERS),
                "Tỷ lệ hội viên, năm 2023: 35,7% (357/1.000); tăng 2,7 điểm "
                "phần trăm so với năm 2022 (33,0%); còn cách 4,3 điểm phần "
                "trăm so với chỉ tiêu 40% đặt ra đến năm 2025.");
    lab_speak("en");
    assert_says(sentence_value(&lab_input, MEMBERS),
                "Members, 2023: 35.7% (357 of 1,000); up 2.7 percentage points "
                "from 33.0% in 2022; 4.3 percentage points to go to the target "
                "of 40% for 2025.");
}

/* --- areas ------------------------------------------------------------------
 */

static void put_area(uint32_t area, double value, enum standing standing)
{
    lab_put(MEMBERS, area, 2023, value)->standing = standing;
}

static void areas_that_stand_out(void **state)
{
    (void)state;
    put_area(CITY, 43, STANDING_BETTER);
    put_area(EAST, 33, STANDING_WORSE);
    put_area(WEST, 45, STANDING_BETTER);
    put_area(SOUTH, 24.3, STANDING_WORSE);
    /* The best first, and the worst first. */
    assert_says(sentence_areas(&lab_input, MEMBERS),
                "Tốt hơn mức chung: Hưng Hà (45,0%), Thành phố (43,0%). Chưa "
                "bằng mức chung: Tiền Hải (24,3%), Quỳnh Phụ (33,0%).");
    lab_speak("en");
    assert_says(sentence_areas(&lab_input, MEMBERS),
                "Better than the whole: Hung Ha (45.0%), City (43.0%). Behind "
                "the whole: Tien Hai (24.3%), Quynh Phu (33.0%).");
}

static void areas_that_are_alike(void **state)
{
    (void)state;
    put_area(CITY, 36, STANDING_SIMILAR);
    put_area(EAST, 35, STANDING_SIMILAR);
    assert_says(sentence_areas(&lab_input, MEMBERS),
                SAID("sentence.areas_similar", "tier",
                     say_tier(&lab_input, TIER_DISTRICT, true)));
    /* With noise alike is more than we know. */
    lab.catalogue.items[MEMBERS].noise = NOISE_BINOMIAL;
    assert_says(sentence_areas(&lab_input, MEMBERS),
                SAID("sentence.areas_alike", "tier",
                     say_tier(&lab_input, TIER_DISTRICT, true)));
    lab_speak("en");
    assert_says(sentence_areas(&lab_input, MEMBERS),
                SAID("sentence.areas_alike", "tier", "districts"));
}

static void areas_without_a_usable_figure(void **state)
{
    (void)state;
    put_area(CITY, 36, STANDING_SIMILAR);
    put_area(EAST, 35, STANDING_SIMILAR);
    lab_put(MEMBERS, WEST, 2023, 103)->status = STATUS_INVALID;
    lab_put(MEMBERS, SOUTH, 2023, NO_VALUE)->status = STATUS_MISSING;
    assert_says(sentence_areas(&lab_input, MEMBERS),
                arena_format(
                    lab_arena, "%s %s %s",
                    SAID("sentence.areas_similar", "tier",
                         say_tier(&lab_input, TIER_DISTRICT, true)),
                    SAID("sentence.areas_invalid", "areas", "Hưng Hà (103,0%)"),
                    SAID("sentence.areas_missing", "areas", "Tiền Hải")));
    assert_false(sentence_wanted(&lab_input, MEMBERS)); /* no province */
}

static void nothing_to_say_of_areas(void **state)
{
    (void)state;
    put_area(CITY, 36, STANDING_BETTER);
    assert_null(sentence_areas(&lab_input, MEMBERS)); /* one alone */
    put_area(EAST, 35, STANDING_SIMILAR);
    lab_results->items[0].standing = STANDING_NONE;
    lab_results->items[1].standing = STANDING_NONE;
    assert_null(sentence_areas(&lab_input, MEMBERS)); /* no whole */
    lab_put(PARITY, CITY, 2023, 0.9);
    lab_put(PARITY, EAST, 2023, 1.1);
    assert_null(sentence_areas(&lab_input, PARITY)); /* no better way */
}

/* Six more districts, all better. */
static void a_long_list_is_cut(void **state)
{
    (void)state;
    struct area *areas = arena_array(lab_arena, 8, struct area);
    memcpy(areas, lab.areas.items, sizeof *areas);
    for (uint32_t i = 1; i < 8; i++) {
        areas[i] = lab.areas.items[CITY];
        areas[i].code = arena_format(lab_arena, "4%u", i);
        areas[i].name = arena_format(lab_arena, "Huyện %u", i);
        areas[i].label = areas[i].name;
        put_area(i, 50 - i, STANDING_BETTER);
    }
    lab.areas.items = areas;
    lab.areas.count = 8;
    const char *said = sentence_areas(&lab_input, MEMBERS);
    assert_non_null(strstr(said, "Huyện 4 (46,0%) và 3 địa bàn khác."));
    assert_null(strstr(said, "Huyện 5"));
}

static void how_far_the_areas_lie_apart(void **state)
{
    (void)state;
    put_area(CITY, 43, STANDING_BETTER);
    put_area(EAST, 33, STANDING_WORSE);
    lab_put(MEMBERS, WEST, 2023, 103)->status = STATUS_INVALID;
    assert_null(sentence_equity(&lab_input, MEMBERS)); /* not measured */
    lab_measure(MEMBERS, "difference", 10);
    assert_says(sentence_equity(&lab_input, MEMBERS),
                SAID("sentence.spread", "name", "Tỷ lệ hội viên", "tier",
                     say_tier(&lab_input, TIER_DISTRICT, true), "gap",
                     "10,0 điểm phần trăm", "last", "Quỳnh Phụ", "last_value",
                     "33,0%", "first", "Thành phố", "first_value", "43,0%"));
    lab_measure(MEMBERS, "coefficient_of_variation", 13.16);
    assert_non_null(strstr(sentence_equity(&lab_input, MEMBERS),
                           SAID("sentence.variation", "value", "13,2")));
    lab_speak("en");
    assert_says(sentence_equity(&lab_input, MEMBERS),
                "Members: the districts lie 10.0 percentage points apart, from "
                "Quynh Phu (33.0%) to City (43.0%). The coefficient of "
                "variation is 13.2%.");
    lab_equity->items[0].estimate = NO_VALUE;
    assert_null(sentence_equity(&lab_input, MEMBERS));
}

static void what_deserves_a_sentence(void **state)
{
    (void)state;
    struct result *r = province(340, 33);
    assert_false(sentence_wanted(&lab_input, MEMBERS)); /* steady, no more */
    r->change = 2;
    assert_true(sentence_wanted(&lab_input, MEMBERS));
    r->change = NO_VALUE;
    assert_true(sentence_wanted(&lab_input, MEMBERS));
    r->change = 0;
    r->reported = 7;
    r->expected = 8;
    assert_true(sentence_wanted(&lab_input, MEMBERS));
    r->reported = 8;
    r->status = STATUS_INVALID;
    assert_true(sentence_wanted(&lab_input, MEMBERS));
    r->status = STATUS_OK;
    lab_target(2025, 40);
    lab_judged(r, VERDICT_NONE);
    assert_true(sentence_wanted(&lab_input, MEMBERS));
    r->gap = NO_VALUE;
    assert_false(sentence_wanted(&lab_input, MEMBERS));
    put_area(CITY, 43, STANDING_BETTER);
    assert_true(sentence_wanted(&lab_input, MEMBERS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(risen_fallen_steady),
        LAB_TEST(a_unit_is_not_said_twice),
        LAB_TEST(a_count_that_moved_at_all_has_changed),
        LAB_TEST(chance_is_no_change),
        LAB_TEST(a_part_of_a_year),
        LAB_TEST(the_public_is_told_no_names),
        LAB_TEST(missing_and_withheld),
        LAB_TEST(nothing_compares_across_a_break),
        LAB_TEST(a_change_over_fewer_areas_says_so),
        LAB_TEST(the_value_with_what_stands_behind_it),
        LAB_TEST(a_trend_says_what_its_interval_allows),
        LAB_TEST(all_areas_reported_is_no_news),
        LAB_TEST(no_value_no_sentence),
        LAB_TEST(a_due_target),
        LAB_TEST(a_target_with_a_probability),
        LAB_TEST(a_target_that_lies_ahead),
        LAB_TEST(at_most_is_reached_from_above),
        LAB_TEST(between_two_targets),
        LAB_TEST(what_cannot_be_judged_says_why),
        LAB_TEST(no_target_no_words),
        LAB_TEST(a_target_in_persons),
        LAB_TEST(the_whole_sentence),
        LAB_TEST(areas_that_stand_out),
        LAB_TEST(areas_that_are_alike),
        LAB_TEST(areas_without_a_usable_figure),
        LAB_TEST(nothing_to_say_of_areas),
        LAB_TEST(a_long_list_is_cut),
        LAB_TEST(how_far_the_areas_lie_apart),
        LAB_TEST(what_deserves_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
