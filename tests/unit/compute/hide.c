/*
 * hide.c - which rows small counts empty, by hand.
 *
 * The numbers of each table stand beside the test; N is 5 unless it says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/hide/hide.h"
#include "tests/unit/compute/lab.h"

static const struct breakdown women = { SEX, 0 }, men = { SEX, 1 };

static struct lab *open_with_count(void)
{
    static const char *by[] = { "sex" };
    struct lab *lab = lab_open();
    struct indicator *in =
        lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    in->by = by;
    in->by_count = 1;
    return lab;
}

static void say_both(struct lab *lab, const char *area, double f, double m)
{
    lab_say(lab, area, "2023", "members", "sex=F", f);
    lab_say(lab, area, "2023", "members", "sex=M", m);
}

static struct hidden hide(struct lab *lab, double below)
{
    struct hidden hidden;
    lab_run(lab);
    lab->study.project.hide_below = below;
    hide_results(&hidden, lab->results, lab->formulas, lab->cube, &lab->study,
                 lab->arena);
    hide_observations(lab->table, lab->findings, &hidden);
    return hidden;
}

static void assert_status(struct lab *lab, const char *area,
                          struct breakdown of, enum status status)
{
    const struct result *r = lab_by(lab, "count", area, "2023", of);
    if (r->status != status)
        fail_msg("%s: %s, not %s", area, status_names[r->status],
                 status_names[status]);
    bool shown = status == STATUS_OK || status == STATUS_ZERO;
    assert_true(has_value(r->value) == shown);
    assert_true(has_value(r->numerator) == shown);
}

/*
 *         F     M   total
 * 336     3    60      63    F is small, so M goes: 63 - 60
 * 338    70    80     150    enough beside 336, and the smaller of two
 * 339   200   300     500
 * 34    273   440     713    still counts everybody
 */
static void beside(void **state)
{
    (void)state;
    struct lab *lab = open_with_count();
    say_both(lab, "336", 3, 60);
    say_both(lab, "338", 70, 80);
    say_both(lab, "339", 200, 300);
    struct hidden hidden = hide(lab, 5);
    assert_status(lab, "336", women, STATUS_SUPPRESSED);
    assert_status(lab, "336", men, STATUS_SUPPRESSED2);
    assert_status(lab, "336", WHOLE, STATUS_OK);
    assert_status(lab, "338", women, STATUS_SUPPRESSED2);
    assert_status(lab, "338", men, STATUS_SUPPRESSED2);
    assert_status(lab, "339", women, STATUS_OK);
    assert_near(lab_by(lab, "count", "34", "2023", women)->value, 273, 0);
    assert_near(lab_result(lab, "count", "34", "2023")->value, 713, 0);
    assert_int_equal(hidden.primary, 1);
    assert_int_equal(hidden.secondary, 3);
    for (size_t i = 0; i < lab->table->count; i++)
        assert_false(has_value(lab->table->value[i]));
    lab_close(lab);
}

/* 3 + 60 of one district alone: the province is those, and goes as well. */
static void alone(void **state)
{
    (void)state;
    struct lab *lab = open_with_count();
    say_both(lab, "336", 3, 60);
    hide(lab, 5);
    assert_status(lab, "336", women, STATUS_SUPPRESSED);
    assert_status(lab, "34", women, STATUS_SUPPRESSED);
    assert_status(lab, "34", WHOLE, STATUS_OK);
    lab_close(lab);
}

/* Totals of 4, 20 and 900: the 4 would be 924 - 920. */
static void totals(void **state)
{
    (void)state;
    struct lab *lab = open_with_count();
    lab_say(lab, "336", "2023", "members", "", 4);
    lab_say(lab, "338", "2023", "members", "", 20);
    lab_say(lab, "339", "2023", "members", "", 900);
    hide(lab, 5);
    assert_status(lab, "336", WHOLE, STATUS_SUPPRESSED);
    assert_status(lab, "338", WHOLE, STATUS_SUPPRESSED2);
    assert_status(lab, "339", WHOLE, STATUS_OK);
    assert_near(lab_result(lab, "count", "34", "2023")->value, 924, 0);
    lab_close(lab);
}

/* A zero is printed; 5 is not under 5. */
static void at_the_edge(void **state)
{
    (void)state;
    struct lab *lab = open_with_count();
    say_both(lab, "336", 0, 60);
    say_both(lab, "338", 5, 80);
    struct hidden hidden = hide(lab, 5);
    assert_int_equal(hidden.primary + hidden.secondary, 0);
    assert_near(lab_by(lab, "count", "336", "2023", women)->value, 0, 0);
    assert_near(lab->table->value[0], 0, 0);
    lab_close(lab);
}

/* 98 of 100 people are members: 2 are not. Without population no rate. */
static void rest_of_base(void **state)
{
    (void)state;
    struct lab *lab = open_with_count();
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    static const double members[] = { 98, 40, 700 };
    static const double people[] = { 100, 60, 900 };
    static const char *const areas[] = { "336", "338", "339" };
    for (size_t i = 0; i < 3; i++) {
        lab_say(lab, areas[i], "2023", "members", "", members[i]);
        lab_say(lab, areas[i], "2023", "population", "", people[i]);
    }
    hide(lab, 5);
    assert_int_equal(lab_result(lab, "rate", "336", "2023")->status,
                     STATUS_SUPPRESSED);
    assert_status(lab, "336", WHOLE, STATUS_SUPPRESSED2); /* the same fact */
    assert_status(lab, "338", WHOLE, STATUS_SUPPRESSED2);
    assert_status(lab, "339", WHOLE, STATUS_OK);
    lab_close(lab);
}

/*
 * Pupils    primary F   M    lower F    M
 * 336            3     60       50     60   F is small, M goes with it:
 * 338           70     80       90     95   63 - 60. Lower girls and the levels
 * stay 339          200    300      210    220
 */
static void inside_the_level(void **state)
{
    static const char *const areas[] = { "336", "338", "339" };
    static const double pupils[][4] = { { 3, 60, 50, 60 },
                                        { 70, 80, 90, 95 },
                                        { 200, 300, 210, 220 } };
    static const char *const cells[] = { "level=primary,sex=F",
                                         "level=primary,sex=M",
                                         "level=lower,sex=F",
                                         "level=lower,sex=M" };
    static const char *const ids[] = { "primary_girls", "lower_girls",
                                       "primary_boys" };
    struct lab *lab = lab_open();
    (void)state;
    lab_indicator(lab, ids[0], KIND_COUNT, "enrolled[level=primary, sex=F]",
                  NULL);
    lab_indicator(lab, ids[1], KIND_COUNT, "enrolled[level=lower, sex=F]",
                  NULL);
    lab_indicator(lab, ids[2], KIND_COUNT, "enrolled[level=primary, sex=M]",
                  NULL);
    lab_indicator(lab, "primary", KIND_COUNT, "enrolled[level=primary]", NULL);
    lab_indicator(lab, "pupils", KIND_COUNT, "enrolled", NULL);
    for (size_t a = 0; a < 3; a++)
        for (size_t c = 0; c < 4; c++)
            lab_say(lab, areas[a], "2023", "enrolled", cells[c], pupils[a][c]);
    hide(lab, 5);
    for (size_t i = 0; i < 3; i++) {
        bool shown = strcmp(ids[i], "lower_girls") == 0;
        assert_true(has_value(lab_result(lab, ids[i], "336", "2023")->value) ==
                    shown);
        assert_true(has_value(lab_result(lab, ids[i], "338", "2023")->value) ==
                    shown);
        assert_true(has_value(lab_result(lab, ids[i], "339", "2023")->value));
        assert_true(has_value(lab_result(lab, ids[i], "34", "2023")->value));
    }
    assert_near(lab_result(lab, "primary", "336", "2023")->value, 63, 0);
    assert_near(lab_result(lab, "primary", "338", "2023")->value, 150, 0);
    assert_near(lab_result(lab, "pupils", "336", "2023")->value, 173, 0);
    lab_close(lab);
}

/* The year before is 3: 20 - 17 in all outputs of this year. */
static void year_before(void **state)
{
    (void)state;
    struct lab *lab = open_with_count();
    static const char *const areas[] = { "336", "338", "339" };
    static const double before[] = { 3, 30, 40 };
    for (size_t i = 0; i < 3; i++) {
        lab_say(lab, areas[i], "2022", "members", "", before[i]);
        lab_say(lab, areas[i], "2023", "members", "", 20 + (double)i);
    }
    struct hidden hidden = hide(lab, 5);
    const struct result *r = lab_result(lab, "count", "336", "2023");
    assert_near(r->value, 20, 0);
    assert_false(has_value(r->previous) || has_value(r->change));
    assert_string_equal(r->note, "change.hidden");
    assert_near(lab_result(lab, "count", "339", "2023")->change, 22 - 40, 0);
    assert_int_equal(hidden.changes, 2);
    lab_close(lab);
}

/* Nobody computes anything of the enrolled; their lines are in the files. */
static void without_indicator(void **state)
{
    (void)state;
    struct lab *lab = open_with_count();
    say_both(lab, "336", 50, 60);
    lab_say(lab, "336", "2023", "enrolled", "level=primary", 2);
    struct hidden hidden = hide(lab, 5);
    assert_int_equal(hidden.primary + hidden.secondary, 0);
    assert_near(lab->table->value[0], 50, 0);
    assert_false(has_value(lab->table->value[2]));
    lab_close(lab);
}

/* Things are counted, however few; an indicator may ask for more than all. */
static void thresholds(void **state)
{
    (void)state;
    struct lab *lab = open_with_count();
    lab_quantities[1].things = true;
    say_both(lab, "336", 3, 60);
    struct hidden hidden = hide(lab, 5);
    assert_int_equal(hidden.primary + hidden.secondary, 0);
    lab_quantities[1].things = false;
    lab->indicators[0].hide_below = 9;
    assert_near(study_hide_below(&lab->study, &lab->indicators[0]), 9, 0);
    lab->indicators[0].hide_below = 0;
    lab->study.project.hide_below = 0;
    assert_near(study_hide_most(&lab->study), 0, 0);
    lab->study.project.audience = AUDIENCE_PUBLIC;
    assert_near(study_hide_most(&lab->study), HIDE_PUBLIC, 0);
    lab_close(lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(beside),
        cmocka_unit_test(alone),
        cmocka_unit_test(totals),
        cmocka_unit_test(at_the_edge),
        cmocka_unit_test(rest_of_base),
        cmocka_unit_test(year_before),
        cmocka_unit_test(inside_the_level),
        cmocka_unit_test(thresholds),
        cmocka_unit_test(without_indicator),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
