/*
 * export.c - results in the forms of other programs, read by their rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/export.h"

#include <jansson.h>

#include "engine/report/data_package.h"
#include "tests/unit/report/lab.h"

/* The text is freed with the arena. */
static const char *exported(const char *id, size_t *left_out)
{
    const struct export_format *format = export_find(id);
    struct text out = text_new();
    assert_non_null(format);
    results_sort(lab_results, &lab);
    *left_out = format->write(&out, lab_results, &lab);
    char *copy = arena_copy(lab_arena, out.bytes, out.length);
    text_free(&out);
    return copy;
}

static struct result *of_women(struct result *r)
{
    r->breakdown = (struct breakdown){ SEX, 0 };
    return r;
}

static struct result *hidden(struct result *r)
{
    r->status = STATUS_SUPPRESSED2;
    r->value = r->numerator = r->denominator = NO_VALUE;
    return r;
}

static struct result *at(struct result *r, enum period_kind kind, int part)
{
    r->period = period_make(2023, kind, part);
    return r;
}

static void tidy_has_a_column_a_dimension(void **state)
{
    size_t left_out;
    (void)state;
    lab_speak("en");
    lab_share(MEMBERS, CITY, 2023, 1, 4);
    of_women(lab_share(MEMBERS, CITY, 2023, 1, 2));
    hidden(lab_share(MEMBERS, EAST, 2023, 1, 4));
    assert_string_equal(
        exported("tidy", &left_out),
        "indicator,indicator_name,group,area,area_name,tier,period,year,sex,"
        "numerator,denominator,value,lower,upper,unit,status\n"
        "member_rate,Members,association,336,City,district,2023,2023,,1,4,25,"
        ",,%,ok\n"
        "member_rate,Members,association,336,City,district,2023,2023,F,1,2,50,"
        ",,%,ok\n"
        "member_rate,Members,association,338,Quynh Phu,district,2023,2023,,,,"
        ",,,%,suppressed2\n");
    assert_int_equal(left_out, 0);
}

/* Total _T; secondary suppression is Q and D; a school year and nine months are
 * ranges. */
static void sdmx_names_times_and_states(void **state)
{
    size_t left_out;
    (void)state;
    lab_share(MEMBERS, CITY, 2023, 1, 4);
    of_women(lab_share(MEMBERS, CITY, 2023, 1, 2));
    hidden(lab_share(MEMBERS, EAST, 2023, 1, 4));
    at(lab_share(MEMBERS, WEST, 2023, 1, 4), PERIOD_SCHOOL_END, 0);
    at(lab_share(MEMBERS, WEST, 2023, 1, 4), PERIOD_HALF, 1);
    at(lab_share(MEMBERS, WEST, 2023, 1, 4), PERIOD_MONTHS, 9);
    const char *out = exported("sdmx-csv", &left_out);
#define KEY "\ndataflow,HOCTAP:LEARNING_SOCIETY(1.0.0),I,"
    assert_true(text_starts(out, "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,INDICATOR,"
                                 "REF_AREA,TIME_PERIOD,SEX,OBS_VALUE,"
                                 "NUMERATOR,DENOMINATOR,LOWER,UPPER,"
                                 "UNIT_MEASURE,OBS_STATUS,CONF_STATUS\n"));
    assert_non_null(
        strstr(out, KEY "A,member_rate,336,2023,_T,25,1,4,,,%,A,F\n"));
    assert_non_null(
        strstr(out, KEY "A,member_rate,336,2023,F,50,1,2,,,%,A,F\n"));
    assert_non_null(strstr(out, KEY "A,member_rate,338,2023,_T,,,,,,%,Q,D\n"));
    assert_non_null(strstr(out, KEY "A,member_rate,339,2022-09-01/P1Y,_T,"));
    assert_non_null(strstr(out, KEY "S,member_rate,339,2023-S1,_T,"));
    assert_non_null(strstr(out, KEY "O,member_rate,339,2023-01-01/P9M,_T,"));
    assert_int_equal(left_out, 0);
}

static const char *text_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

/* What has no value is no line; nine months have no form. */
static void dhis2_sends_values_only(void **state)
{
    size_t left_out;
    (void)state;
    of_women(lab_share(MEMBERS, CITY, 2023, 1, 3));
    hidden(lab_share(MEMBERS, EAST, 2023, 1, 4));
    at(lab_share(MEMBERS, WEST, 2023, 1, 4), PERIOD_SCHOOL_START, 0)->status =
        STATUS_PROVISIONAL;
    at(lab_share(MEMBERS, SOUTH, 2023, 1, 4), PERIOD_MONTH, 6);
    at(lab_share(MEMBERS, SOUTH, 2023, 1, 4), PERIOD_MONTHS, 9);
    json_t *set = json_loads(exported("dhis2", &left_out), 0, NULL);
    const json_t *values = json_object_get(set, "dataValues");
    assert_int_equal(left_out, 1);
    assert_int_equal(json_array_size(values), 3);
    assert_string_equal(text_of(set, "dataElementIdScheme"), "CODE");
    const json_t *women = json_array_get(values, 0);
    assert_string_equal(text_of(women, "dataElement"), "member_rate");
    assert_string_equal(text_of(women, "period"), "2023");
    assert_string_equal(text_of(women, "orgUnit"), "336");
    assert_string_equal(text_of(women, "categoryOptionCombo"), "sex=F");
    assert_string_equal(text_of(women, "value"), "33.3333333333");
    assert_null(json_object_get(women, "comment"));
    const json_t *school = json_array_get(values, 1);
    assert_string_equal(text_of(school, "period"), "2023");
    assert_string_equal(text_of(school, "comment"), "2023-2024 provisional");
    assert_string_equal(text_of(json_array_get(values, 2), "period"), "202306");
    json_decref(set);
}

/* Two districts with a figure are a table, one part of two is none; a count and
 * a month are not for it. */
static void heat_has_tables_of_two(void **state)
{
    size_t left_out;
    (void)state;
    lab_speak("en");
    lab.project.issuer = "Hội, tỉnh";
    lab_share(DROPOUT, ROOT, 2023, 3, 200);
    struct result *city = lab_share(DROPOUT, CITY, 2023, 1, 100);
    city->lower = 0.5;
    city->upper = 2;
    lab_share(DROPOUT, EAST, 2023, 2, 100)->status = STATUS_PROVISIONAL;
    hidden(lab_share(DROPOUT, WEST, 2023, 1, 4));
    of_women(lab_share(DROPOUT, ROOT, 2023, 1, 100));
    at(lab_share(DROPOUT, SOUTH, 2023, 1, 100), PERIOD_MONTH, 6);
    lab_put(HEADS, CITY, 2023, 100);
    lab_put(HEADS, EAST, 2023, 200);
    assert_string_equal(
        exported("heat", &left_out),
        "setting,date,source,indicator_abbr,indicator_name,dimension,subgroup,"
        "estimate,se,ci_lb,ci_ub,population,flag,setting_average,iso3,"
        "favourable_indicator,indicator_scale,ordered_dimension,"
        "subgroup_order,reference_subgroup\n"
        "Thai Binh,2023,\"Hội, tỉnh\",dropout,Dropout,district,City,1,,0.5,2,"
        "100,,1.5,,0,100,0,0,0\n"
        "Thai Binh,2023,\"Hội, tỉnh\",dropout,Dropout,district,Quynh Phu,2,,,,"
        "100,provisional,1.5,,0,100,0,0,0\n");
    assert_int_equal(left_out, 1);
}

/* The standard asks each resource for a name of its own and a path; a sum is
 * "sha256:" and 64 digits. The sum of "abc" is that of FIPS 180-4. */
static void a_package_names_what_lies_beside(void **state)
{
    static const struct data_file files[] = {
        { "findings.csv", "rule,line,value\n", 16 },
        { "indicators.csv",
          "\xef\xbb\xbf"
          "area;value;n\r\n",
          17 },
        { "charts/Trend é.svg", "abc", 3 },
    };
    struct text out = text_new();
    (void)state;
    data_package_describe(&out, files, 3, files, 1, &lab);
    json_t *package = json_loads(out.bytes, 0, NULL), *field;
    const json_t *resources = json_object_get(package, "resources");
    size_t i;
    static const char *const types[] = { "string", "integer", "string" };
    assert_string_equal(text_of(package, "$schema"),
                        "https://datapackage.org/profiles/2.0/"
                        "datapackage.json");
    assert_int_equal(json_array_size(resources), 3);
    json_array_foreach(
        json_object_get(json_object_get(json_array_get(resources, 0), "schema"),
                        "fields"),
        i, field) assert_string_equal(text_of(field, "type"), types[i]);
    const json_t *excel = json_array_get(resources, 1);
    assert_string_equal(text_of(json_object_get(excel, "dialect"), "delimiter"),
                        ";");
    const json_t *fields =
        json_object_get(json_object_get(excel, "schema"), "fields");
    assert_int_equal(json_array_size(fields), 3);
    assert_string_equal(text_of(json_array_get(fields, 0), "name"), "area");
    assert_string_equal(text_of(json_array_get(fields, 1), "decimalChar"), ",");
    const json_t *picture = json_array_get(resources, 2);
    assert_string_equal(text_of(picture, "name"), "charts-trend---.svg");
    assert_string_equal(text_of(picture, "mediatype"), "image/svg+xml");
    assert_string_equal(text_of(picture, "hash"),
                        "sha256:ba7816bf8f01cfea414140de5dae2223"
                        "b00361a396177a9cb410ff61f20015ad");
    assert_int_equal(json_array_size(json_object_get(package, "sources")), 1);
    json_decref(package);
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(tidy_has_a_column_a_dimension),
        LAB_TEST(sdmx_names_times_and_states),
        LAB_TEST(dhis2_sends_values_only),
        LAB_TEST(heat_has_tables_of_two),
        LAB_TEST(a_package_names_what_lies_beside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
