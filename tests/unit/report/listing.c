/*
 * listing.c - results as rows: the columns that spreadsheets depend on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/listing.h"
#include "tests/unit/report/lab.h"

#define RESULT_HEADS                                                           \
    "indicator,area,area_name,tier,period,breakdown,numerator,denominator,"    \
    "value,lower,upper,unit,status,previous,change,plan,plan_rate,target,gap," \
    "probability,verdict,completeness,note\n"

/* The text is freed with the arena. */
static const char *kept(struct text *out)
{
    char *copy = arena_copy(lab_arena, out->bytes, out->length);
    text_free(out);
    return copy;
}

static const char *results_as(enum rows_format format)
{
    struct text out = text_new();
    list_results(&out, format, lab_results, &lab);
    return kept(&out);
}

static void nothing_is_a_line_of_heads(void **state)
{
    (void)state;
    struct text out = text_new();
    assert_string_equal(results_as(ROWS_CSV), RESULT_HEADS);
    list_equity(&out, ROWS_CSV, lab_equity, &lab);
    assert_string_equal(
        out.bytes,
        "indicator,period,tier,dimension,measure,estimate,se,lower,upper,"
        "expected_if_equal,p_value,corrected,n,note\n");
    text_clear(&out);
    list_findings(&out, ROWS_CSV, lab_findings, &lab.messages);
    assert_string_equal(out.bytes, "rule,weight,file,line,column,header,value,"
                                   "message,suggestion,count\n");
    text_clear(&out);
    list_observations(&out, ROWS_CSV, lab_table, &lab, lab_arena);
    assert_string_equal(out.bytes,
                        "area,period,quantity,value,status,published,file,"
                        "line\n");
    text_free(&out);
}

/* More rows than threads take at a time: 32 parts of 4,096. */
static void written_by_threads_it_is_the_same(void **state)
{
    (void)state;
    const enum rows_format formats[] = { ROWS_CSV, ROWS_CSV_EXCEL, ROWS_JSON };
    for (int i = 0; i < 140000; i++)
        lab_share(MEMBERS, ROOT, 1990 + i % 40, i % 1000 + 1, 1000 + i / 7.0);
    for (size_t f = 0; f < sizeof formats / sizeof *formats; f++)
        for (size_t threads = 1; threads < 4; threads++) {
            struct results_list list = { formats[f], lab_results, &lab,
                                         threads };
            char *written;
            size_t length;
            FILE *file = open_memstream(&written, &length);
            assert_true(list_results_into(file, &list));
            fclose(file);
            assert_true(strcmp(written, results_as(formats[f])) == 0);
            free(written);
        }
}

static void a_full_and_an_empty_result(void **state)
{
    (void)state;
    struct result *r = lab_share(MEMBERS, ROOT, 2023, 632477, 1876579);
    r->lower = 33.6;
    r->upper = 33.8;
    r->previous = 32.5;
    r->change = 1.2;
    r->plan = 34;
    r->plan_rate = 0.991;
    r->target = 40;
    r->gap = -6.25;
    r->probability = 0.125;
    r->verdict = VERDICT_LIKELY_NOT_MET;
    r->status = STATUS_PROVISIONAL;
    r->note = "target.open";
    r = lab_put(HEADS, SOUTH, 2023, NO_VALUE);
    r->status = STATUS_MISSING;
    r->completeness = NO_VALUE;
    r->breakdown = (struct breakdown){ SEX, 0 };
    assert_string_equal(
        results_as(ROWS_CSV),
        arena_format(
            lab_arena,
            RESULT_HEADS
            "member_rate,34,Thái Bình,province,2023,,632477,1876579,"
            "33.7037236375,33.6,33.8,%%,provisional,32.5,1.2,34,0.991,40,"
            "-6.25,0.125,likely_not_met,1,%s\n"
            "members_count,342,Tiền Hải,district,2023,sex=F,,,,,,người,"
            "missing,,,,,,,,,,\n",
            message_text(&lab.messages, "target.open")));
}

static void names_and_units_follow_the_language(void **state)
{
    (void)state;
    lab_speak("en");
    lab_put(HEADS, SOUTH, 2023, 51262)->numerator = 51262;
    assert_string_equal(results_as(ROWS_CSV), RESULT_HEADS
                        "members_count,342,Tien Hai,district,2023,,51262,,"
                        "51262,,,persons,ok,,,,,,,,,1,\n");
}

static void absent_is_null_in_json(void **state)
{
    (void)state;
    struct result *r = lab_put(PARITY, ROOT, 2023, NO_VALUE);
    r->status = STATUS_NA;
    const char *json = results_as(ROWS_JSON);
    assert_non_null(strstr(json, "\"value\": null"));
    assert_non_null(strstr(json, "\"probability\": null"));
    assert_non_null(strstr(json, "\"verdict\": \"\""));
    assert_non_null(strstr(json, "\"completeness\": 1"));
    assert_null(strstr(json, "nan"));
}

static void measures_sorted_by_indicator_and_period(void **state)
{
    (void)state;
    struct text out = text_new();
    lab_measure(MEMBERS, "difference", 18.7);
    lab_measure(MEMBERS, "ratio", NO_VALUE)->note = "equity.zero_value";
    struct equity_result *r = lab_measure(MEMBERS, "theil", 0.0123456789012345);
    r->period = period_of_year(2022);
    r->se = 0.5;
    r->lower = 0.25;
    r->upper = 0.75;
    r->expected_if_equal = 0.01;
    r->p_value = 0.05;
    r->corrected = 0.0125;
    r->dimension = SEX;
    lab_measure(DROPOUT, "gini", 0.5)->count = 8;
    list_equity(&out, ROWS_CSV, lab_equity, &lab);
    assert_string_equal(
        kept(&out),
        arena_format(
            lab_arena,
            "indicator,period,tier,dimension,measure,estimate,se,lower,upper,"
            "expected_if_equal,p_value,corrected,n,note\n"
            "dropout,2023,district,,gini,0.5,,,,,,,8,\n"
            "member_rate,2022,district,sex,theil,0.0123456789012,0.5,0.25,"
            "0.75,0.01,0.05,0.0125,4,\n"
            "member_rate,2023,district,,difference,18.7,,,,,,,4,\n"
            "member_rate,2023,district,,ratio,,,,,,,,4,%s\n",
            message_text(&lab.messages, "equity.zero_value")));
}

static void a_finding_with_its_place_and_sentence(void **state)
{
    (void)state;
    struct text out = text_new();
    struct finding *f = finding_add(
        lab_findings, FINDING_unknown_area,
        (struct finding_place){ "exports/a.csv", 26, 3, "Xã, phường",
                                "Quỳnh \"Hoàn\"", "Quỳnh Hoàng" },
        NULL);
    f->count = 2;
    finding_add(lab_findings, FINDING_late_report, (struct finding_place){ 0 },
                NULL);
    list_findings(&out, ROWS_CSV, lab_findings, &lab.messages);
    const char *csv = kept(&out);
    assert_non_null(strstr(csv, "\nunknown_area,reject,exports/a.csv,26,3,"
                                "\"Xã, phường\",\"Quỳnh \"\"Hoàn\"\"\","));
    assert_non_null(strstr(csv, ",Quỳnh Hoàng,2\n"));
    /* Without a place: empty cells, not line 0. */
    assert_non_null(strstr(csv, "\nlate_report,note,,,,,,"));
}

/* --- observations
 * ------------------------------------------------------------- */

static struct quantity quantities[] = {
    { .id = "members", .dimensions = { SEX, 1 }, .dimension_count = 2 },
    { .id = "fund_balance" },
};

static void observe(uint16_t quantity, uint32_t area, uint64_t cell,
                    double value, enum status status, bool published)
{
    table_add(lab_table, (struct observation){ .area = area,
                                               .period = period_of_year(2023),
                                               .quantity = quantity,
                                               .cell = cell,
                                               .value = value,
                                               .state = status,
                                               .published = published,
                                               .line = 7 });
}

static void only_dimensions_that_occur_in_their_order(void **state)
{
    (void)state;
    static struct code sexes[] = { { .id = "F" }, { .id = "M" } };
    static struct dimension dimensions[] = {
        { .id = "sex", .codes = sexes, .count = 2 },
        { .id = "age", .ages = true },
        { .id = "grade" },
    };
    struct text out = text_new();
    struct band band;
    lab.codebook = (struct codebook){ dimensions, 3, quantities, 2 };
    table_add_source(lab_table, (struct source){ .name = "exports/a.csv" });
    assert_true(band_parse("15..", &band));
    uint64_t girls = cell_set(0, 0, 1);
    uint64_t old = cell_set(girls, 1, band_intern(&lab_table->bands, band));
    observe(0, SOUTH, old, 0.1 + 0.2, STATUS_OK, false);
    observe(0, ROOT, 0, 632477, STATUS_OK, true);
    observe(1, CITY, 0, NO_VALUE, STATUS_MISSING, false);
    list_observations(&out, ROWS_CSV, lab_table, &lab, lab_arena);
    /* By quantity, area; shortest text that reads back as the same number. */
    assert_string_equal(
        kept(&out),
        "area,period,quantity,value,age,sex,status,published,file,line\n"
        "336,2023,fund_balance,,,,missing,0,exports/a.csv,7\n"
        "34,2023,members,632477,,,ok,1,exports/a.csv,7\n"
        "342,2023,members,0.30000000000000004,15..,F,ok,0,exports/a.csv,7\n");
}

/* The year a school year belongs to is printed once it is its second. */
static void school_years_read_back_the_same(void **state)
{
    (void)state;
    struct text out = text_new();
    lab.codebook = (struct codebook){ NULL, 0, quantities, 2 };
    quantities[0].dimension_count = 0;
    table_add_source(lab_table, (struct source){ .name = "a.csv" });
    observe(0, ROOT, 0, 317, STATUS_OK, false);
    lab_table->period[0] = period_make(2022, PERIOD_SCHOOL_START, 0);
    list_observations(&out, ROWS_CSV, lab_table, &lab, lab_arena);
    assert_string_equal(kept(&out),
                        "area,period,quantity,value,status,published,file,"
                        "line\n34,2022-2023,members,317,ok,0,a.csv,7\n");
    lab_table->period[0] = period_make(2022, PERIOD_SCHOOL_END, 0);
    out = text_new();
    list_observations(&out, ROWS_CSV, lab_table, &lab, lab_arena);
    assert_string_equal(
        kept(&out),
        "area,period,quantity,value,status,published,file,line,school_year\n"
        "34,2021-2022,members,317,ok,0,a.csv,7,end\n");
    quantities[0].dimension_count = 2;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(nothing_is_a_line_of_heads),
        LAB_TEST(written_by_threads_it_is_the_same),
        LAB_TEST(a_full_and_an_empty_result),
        LAB_TEST(names_and_units_follow_the_language),
        LAB_TEST(absent_is_null_in_json),
        LAB_TEST(measures_sorted_by_indicator_and_period),
        LAB_TEST(a_finding_with_its_place_and_sentence),
        LAB_TEST(only_dimensions_that_occur_in_their_order),
        LAB_TEST(school_years_read_back_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
