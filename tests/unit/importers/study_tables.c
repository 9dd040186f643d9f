/*
 * study_tables.c - tests of targets, breaks, aliases, submissions, decisions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/study_fixture.h"

static void targets_of_both(void **state)
{
    (void)state;
    test_write("data/targets/n.csv",
               "indicator,applies,area,where,period,operator,value,unit,kind,"
               "unit_counted,status,source\n"
               "member_rate,each,,commune_class=hard,2025,≥,37.5,percent,legal"
               ",province,draft,\"QĐ 1, mục 2\"\n");
    test_write("project/targets.csv",
               "indicator,area,where,period,operator,value,unit,kind\n"
               "ner_lower,342,,2023,<=,98.25,percent,provincial\n"
               "members_count,,coast = yes,2022-2023,=,1200,persons,\n"
               "ner_primary,,,2023,>=,985,‰,internal\n");
    const struct study *study = folder_study(arena);
    const struct targets *targets = &study->targets;
    assert_int_equal(targets->count, 4);
    const struct target *first = &targets->items[0];
    assert_int_equal(first->indicator, 0);
    assert_int_equal(first->applies, APPLIES_EACH);
    assert_int_equal(first->area, NO_AREA);
    assert_string_equal(first->attribute, "commune_class");
    assert_string_equal(first->attribute_value, "hard");
    assert_int_equal(first->period, period_of_year(2025));
    assert_int_equal(first->comparison, TARGET_AT_LEAST);
    assert_near(first->value, 37.5, 0);
    assert_int_equal(first->kind, TARGET_LEGAL);
    assert_string_equal(first->unit_counted, "province");
    assert_true(first->draft);
    assert_string_equal(first->source, "QĐ 1, mục 2");
    assert_int_equal(first->line, 2);
    assert_non_null(strstr(first->file, "targets/n.csv"));
    const struct target *second = &targets->items[1];
    assert_int_equal(second->applies, APPLIES_ROOT);
    assert_string_equal(study->areas.items[second->area].code, "342");
    assert_int_equal(second->comparison, TARGET_AT_MOST);
    assert_near(second->value, 982.5, 1e-14); /* per thousand */
    assert_int_equal(second->kind, TARGET_PROVINCIAL);
    assert_false(second->draft);
    assert_null(second->attribute);
    const struct target *third = &targets->items[2];
    assert_string_equal(third->attribute, "coast");
    assert_string_equal(third->attribute_value, "yes");
    assert_int_equal(third->comparison, TARGET_EQUAL);
    assert_near(third->value, 1200, 0);
    assert_int_equal(third->kind, TARGET_INTERNAL);
    assert_int_equal(period_kind(third->period), PERIOD_SCHOOL_START);
    assert_near(targets->items[3].value, 985, 0);
}

static void wrong_targets(void **state)
{
    (void)state;
    static const char name[] = "project/targets.csv";
    static const char data[] = "data/targets/n.csv";
    static const struct spoiled all[] = {
        { name, "indicator,period,value\n", "sheet.missing_column", 1, 0,
          "operator" },
        { name,
          "indicator,period,operator,value\nmember_rate,2023,=,1\n"
          "member_rate,2024,=,1\nmember_rate,2023,=,2\n",
          "targets.two_values", 4, 4, NULL },
        { name, "indicator,period,operator,value,sorce\n",
          "sheet.unknown_column_near", 1, 5, "source" },
        { name, "indicator,period,operator,value\nmember_rat,2023,=,1\n",
          "study.unknown_indicator_near", 2, 1, "member_rate" },
        { data, "indicator,period,operator,value\nmember_rat,2023,=,1\n",
          "study.unknown_indicator_near", 2, 1, "member_rate" },
        { name, "indicator,period,operator,value\nmember_rate,2023,>,1\n",
          "sheet.unknown_choice_near", 2, 3, NULL },
        { name, "indicator,period,operator,value\nmember_rate,23,=,1\n",
          "study.bad_period", 2, 2, "23" },
        { name, "indicator,period,operator,value\nmember_rate,2023,=,\n",
          "sheet.empty_cell", 2, 4, NULL },
        { name, "indicator,period,operator,value\nmember_rate,2023,=,1x\n",
          "sheet.bad_number", 2, 4, "1x" },
        { name,
          "indicator,period,operator,value,applies\n"
          "member_rate,2023,=,1,all\n",
          "sheet.unknown_choice", 2, 5, "all" },
        { name,
          "indicator,period,operator,value,area\n"
          "member_rate,2023,=,1,343\n",
          "study.unknown_area_near", 2, 5, "34" },
        { name,
          "indicator,period,operator,value,area\n"
          "member_rate,2026,=,1,342\n",
          "study.area_not_living", 2, 5, "342" },
        { data,
          "indicator,period,operator,value,area\n"
          "member_rate,2023,=,1,342\n",
          "targets.national_area", 2, 5, NULL },
        { name,
          "indicator,period,operator,value,where\n"
          "member_rate,2023,=,1,coast\n",
          "targets.bad_where", 2, 5, "coast" },
        { name,
          "indicator,period,operator,value,where\n"
          "member_rate,2023,=,1,cost=yes\n",
          "targets.unknown_attribute_near", 2, 5, "coast" },
        { name,
          "indicator,period,operator,value,unit\n"
          "members_count,2023,=,1,percent\n",
          "targets.other_unit", 2, 5, "percent" },
        { name,
          "indicator,period,operator,value,unit\n"
          "members_count,2023,=,1,person\n",
          "sheet.unknown_choice_near", 2, 5, "persons" },
        { name,
          "indicator,period,operator,value,kind\n"
          "members_count,2023,=,1,leagl\n",
          "sheet.unknown_choice_near", 2, 5, "legal" },
    };
    folder_expect_all(all, COUNT(all));
}

/* Districts ended on 1-7-2025: they had targets for that year, none after it
 * unless the project looks at their map. */
static void targets_of_ended_areas(void **state)
{
    (void)state;
    test_write("project/targets.csv", "indicator;area;period;operator;value\n"
                                      "member_rate;342;2025;≥;40\n"
                                      "member_rate;342;2025-06;≥;38,5\n");
    const struct study *study = folder_study(arena);
    assert_int_equal(study->targets.count, 2);
    uint32_t area = study->targets.items[0].area;
    assert_string_equal(study->areas.items[area].code, "342");
    assert_near(study->targets.items[1].value, 38.5, 0);
    assert_int_equal(study->targets.items[1].period,
                     period_make(2025, PERIOD_MONTH, 6));
}

/* A class that areas.csv does not tell is a known word all the same: the
 * target stands, and cannot be assessed. */
static void targets_of_unknown_class(void **state)
{
    (void)state;
    test_write("project/targets.csv", "indicator,period,operator,value,where\n"
                                      "member_rate,2025,≥,40,sex=F\n");
    const struct study *study = folder_study(arena);
    assert_int_equal(study->targets.count, 1);
    assert_string_equal(study->targets.items[0].attribute, "sex");
}

static void breaks(void **state)
{
    (void)state;
    test_write("project/breaks.csv",
               "indicator,area,period,kind,overlap,reason\n"
               "member_rate,342,2022,definition,,cách đếm mới\n"
               ",,2020,boundary,,\n");
    const struct study *study = folder_study(arena);
    assert_int_equal(study->breaks.count, 2);
    const struct series_break *first = &study->breaks.items[0];
    assert_int_equal(first->indicator, 0);
    assert_string_equal(study->areas.items[first->area].code, "342");
    assert_int_equal(first->period, period_of_year(2022));
    assert_int_equal(first->kind, BREAK_DEFINITION);
    assert_string_equal(first->reason, "cách đếm mới");
    assert_int_equal(first->line, 2);
    const struct series_break *second = &study->breaks.items[1];
    assert_int_equal(second->indicator, NO_INDEX);
    assert_int_equal(second->area, NO_AREA);
    assert_int_equal(second->kind, BREAK_BOUNDARY);
}

static void notes(void **state)
{
    (void)state;
    test_write("project/aliases.csv", "written,code,tier,source\n"
                                      "Huyện Tiền Hãi,342,district,schools\n"
                                      "Tây Đô cũ,12500,,\n");
    test_write("project/submissions.csv",
               "source,area,period,due,received,version\n"
               "association,342,2023,2024-01-10,2024-01-12,2\n"
               "schools,,2023,,,\n");
    test_write("project/decisions.csv",
               "rule,file,line,decision,who,date,reason\n"
               "bad_number,exports/b.csv,17,accept,Lan,2024-01-20,đã hỏi\n");
    const struct study *study = folder_study(arena);
    assert_int_equal(study->alias_count, 2);
    char *key = area_name_key(arena, "Tiền Hãi", NULL);
    assert_string_equal(study->aliases[0].written, key);
    assert_string_equal(study->aliases[0].code, "342");
    assert_int_equal(study->aliases[0].tier, TIER_DISTRICT);
    assert_string_equal(study->aliases[0].source, "schools");
    assert_int_equal(study->aliases[1].tier, TIER_NONE);
    assert_string_equal(study->aliases[1].source, "");

    assert_int_equal(study->submission_count, 2);
    const struct submission *submission = &study->submissions[0];
    assert_string_equal(submission->source, "association");
    assert_int_equal(submission->period, period_of_year(2023));
    assert_int_equal(submission->due, 20240110);
    assert_int_equal(submission->received, 20240112);
    assert_int_equal(submission->version, 2);
    assert_int_equal(submission->line, 2);
    assert_int_equal(study->submissions[1].area, NO_AREA);
    assert_int_equal(study->submissions[1].received, DATE_OPEN);

    assert_int_equal(study->decision_count, 1);
    const struct decision *decision = &study->decisions[0];
    assert_string_equal(decision->rule, "bad_number");
    assert_string_equal(decision->file, "exports/b.csv");
    assert_int_equal(decision->finding_line, 17);
    assert_string_equal(decision->decision, "accept");
    assert_string_equal(decision->who, "Lan");
    assert_int_equal(decision->day, 20240120);
    assert_string_equal(decision->reason, "đã hỏi");
}

static void wrong_notes(void **state)
{
    (void)state;
    static const struct spoiled all[] = {
        { "project/breaks.csv",
          "indicator,area,period,kind\nmember_rate,,,definition\n",
          "sheet.empty_cell", 2, 3, NULL },
        { "project/breaks.csv",
          "indicator,area,period,kind\nmember_rate,,2022,definiton\n",
          "sheet.unknown_choice_near", 2, 4, "definition" },
        { "project/breaks.csv",
          "indicator,area,period,kind\nmember_rte,,2022,frame\n",
          "study.unknown_indicator_near", 2, 1, "member_rate" },
        { "project/aliases.csv", "written,code,tier\nX,999,district\n",
          "study.unknown_area", 2, 2, "999" },
        { "project/aliases.csv", "written,code,tier\nX,342,commune\n",
          "study.unknown_area_near", 2, 2, "342" },
        { "project/aliases.csv", "written,code,tier\nX,342,huyện\n",
          "sheet.unknown_choice", 2, 3, NULL },
        { "project/aliases.csv", "written,code,source\nX,342,scools\n",
          "study.unknown_source_near", 2, 3, "schools" },
        { "project/aliases.csv", "code,tier\n", "sheet.missing_column", 1, 0,
          "written" },
        { "project/submissions.csv",
          "source,area,period\nassociation,341,2023\n",
          "study.unknown_area_near", 2, 2, NULL },
        { "project/submissions.csv", "source,area,period\nasociation,,2023\n",
          "study.unknown_source_near", 2, 1, "association" },
        { "project/submissions.csv",
          "source,area,period,version\nschools,,2023,1.5\n", "sheet.not_whole",
          2, 4, "1.5" },
        { "project/submissions.csv",
          "source,area,period,due\nschools,,2023,soon\n", "sheet.bad_date", 2,
          4, "soon" },
        { "project/decisions.csv", "rule,file,line,decision\nbad_numbr,,,x\n",
          "study.unknown_rule_near", 2, 1, "bad_number" },
        { "project/decisions.csv",
          "rule,file,line,decision\nbad_number,,-1,x\n", "sheet.not_whole", 2,
          3, "-1" },
        { "project/decisions.csv", "rule,file,line,decision\nbad_number,,,\n",
          "sheet.empty_cell", 2, 4, NULL },
    };
    folder_expect_all(all, COUNT(all));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(targets_of_both),
        TEST(wrong_targets),
        TEST(breaks),
        TEST(notes),
        TEST(wrong_notes),
        TEST(targets_of_ended_areas),
        TEST(targets_of_unknown_class),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
