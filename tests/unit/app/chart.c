/*
 * chart.c - hoctap chart as a user meets it: options, and what goes wrong
 * around it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/house.h"
#include "tests/program.h"

#define CHART "chart data/sample/thai-binh "
#define LEAGUE CHART "-k league -i member_rate "

/* The words fail with that status and say [said]. */
static void refused(const char *words, int status, const char *said)
{
    struct program_run run = program_run(words);
    if (run.status != status || strstr(run.err, said) == NULL)
        fail_msg("hoctap %s: %d, %s", words, run.status, run.err);
    assert_int_equal(run.out_length, 0);
    program_free(&run);
}

static struct program_run drawn(const char *words)
{
    struct program_run run = program_run(words);
    if (run.status != 0)
        fail_msg("hoctap %s: %d, %s", words, run.status, run.err);
    return run;
}

static void wrong_words_are_named(void **state)
{
    (void)state;
    refused(CHART "-k legue -i member_rate --lang en", 2, "league");
    refused(CHART "-k league -i membr_rate --lang en", 2, "member_rate");
    refused(CHART "-k league", 2, "--indicator");
    refused(LEAGUE "--palette gray --lang en", 2, "did you mean “grey”");
    refused(LEAGUE "--size 900", 2, "900");
    refused(LEAGUE "--size x", 2, "x");
    refused(LEAGUE "--size 9x9", 2, "9x9");
    refused(LEAGUE "--size 900x-600", 2, "900x-600");
    refused(LEAGUE "--shade standing", 2, "--shade");
    refused(CHART "-k map -i member_rate --shade standin", 2, "standing");
    refused(LEAGUE "-o picture.gif", 2, ".svg");
}

/* The periods that have figures: exports/hoi-khuyen-hoc-*.csv are of these. */
static void other_periods_are_named(void **state)
{
    (void)state;
    refused(LEAGUE "-p 2016", 2, "2018, 2019, 2020, 2021, 2022, 2023");
    refused(CHART "-k map -i member_rate --tier commune", 2, "shapes.geojson");
    refused(CHART "-k tiles -i member_rate --tier commune", 2, "tiles.csv");
}

/* A gap keeps to a dimension, a concentration curve to a column of areas.csv.
 */
static void groups_and_orders_are_chosen(void **state)
{
    (void)state;
    refused(LEAGUE "--by sex", 2, "--by");
    refused(CHART "-k gap -i kg5_rate --by sexx", 2, "sex");
    refused(CHART "-k gap -i kg5_rate --by sex,residence", 2, "--by");
    refused(CHART "-k gap -i kg5_rate --by school_level", 2, "kg5_rate");
    refused(CHART "-k concentration -i member_rate --by povert_rate", 2,
            "“poverty_rate”");
    refused(CHART "-k concentration -i member_rate --by coast", 2, "coast");
    struct program_run chosen = drawn(CHART "-k gap -i kg5_rate --by sex");
    struct program_run usual = drawn(CHART "-k gap -i kg5_rate");
    assert_string_equal(chosen.out, usual.out);
    program_free(&chosen);
    program_free(&usual);
    chosen = drawn(CHART "-k concentration -i member_rate --by poverty_rate");
    assert_non_null(strstr(chosen.out, "phân bố theo tỷ lệ hộ nghèo"));
    program_free(&chosen);
}

/* 130 districts whose share falls from 65 % to 0.5 %: 60 from either end are
 * drawn of the order, 30 of the rug, and the notes say how many are not. */
static void of_many_areas_the_ends_are_drawn(void **state)
{
    (void)state;
    static const char make[] =
        "cd %s && printf 'title: Many\\nlanguage: en\\nroot: 1\\n"
        "tier: district\\nperiod: 2023\\nsources:\\n"
        "  - {name: a, files: a.csv, layout: tidy}\\n' > project.yaml &&"
        "awk 'BEGIN { print \"code,tier,parent,name,name_en\";"
        " print \"1,province,,Tỉnh,Province\";"
        " for (i = 100; i < 230; i++)"
        " printf \"%%d,district,1,Huyện %%d,District %%d\\n\", i, i, i }'"
        " > areas.csv && awk 'BEGIN { print"
        " \"area,period,quantity,value\"; for (i = 100; i < 230; i++) {"
        " printf \"%%d,2023,population,10000\\n\", i;"
        " printf \"%%d,2023,members,%%d\\n\", i, (230 - i) * 50 } }'"
        " > a.csv";
    char line[2048];
    snprintf(line, sizeof line, make, test_folder());
    assert_int_equal(system(line), 0);
    snprintf(line, sizeof line, "chart %s -k league -i member_rate",
             test_folder());
    struct program_run run = drawn(line);
    assert_non_null(strstr(run.out, ">District 159<"));
    assert_null(strstr(run.out, ">District 160<"));
    assert_null(strstr(run.out, ">District 169<"));
    assert_non_null(strstr(run.out, ">District 170<"));
    assert_non_null(strstr(run.out, "10 districts in the middle"));
    program_free(&run);
    snprintf(line, sizeof line, "chart %s -k tartan -i member_rate",
             test_folder());
    run = drawn(line);
    assert_non_null(strstr(run.out, "70 districts in the middle"));
    /* Its one head is level, and whole. */
    assert_null(strstr(run.out, "rotate(-45"));
    assert_non_null(strstr(run.out, "population (%)<"));
    program_free(&run);
}

static void sizes_are_taken(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        { "900x600", "width=\"900\" height=\"600\" viewBox=\"0 0 900 600\"" },
        { "700x", "width=\"700\" height=" },
        { "x444", "width=\"800\" height=\"444\"" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char words[256];
        snprintf(words, sizeof words, LEAGUE "--size %s", cases[i][0]);
        struct program_run run = drawn(words);
        assert_non_null(strstr(run.out, cases[i][1]));
        program_free(&run);
    }
}

/* No colour is left: all of #rrggbb have three like parts. */
static void grey_is_grey(void **state)
{
    (void)state;
    static const char *const kinds[] = { "league", "tartan", "trend",
                                         "lorenz", "map",    "tiles" };
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        char words[256];
        snprintf(words, sizeof words, CHART "-k %s -i %s --palette grey",
                 kinds[k],
                 k == 1 ? "member_rate,learning_family_rate" : "member_rate");
        struct program_run run = drawn(words);
        size_t colours = 0;
        for (const char *at = run.out; (at = strstr(at, "=\"#")) != NULL;) {
            at += 3;
            if (strspn(at, "0123456789abcdef") < 6)
                continue;
            colours++;
            int chroma = 0;
            for (int i = 0; i < 4; i += 2) {
                char here[3] = { at[i], at[i + 1] };
                char next[3] = { at[i + 2], at[i + 3] };
                chroma += abs((int)strtol(here, NULL, 16) -
                              (int)strtol(next, NULL, 16));
            }
            if (chroma > 0)
                fail_msg("%s: #%.6s", kinds[k], at);
        }
        assert_true(colours > 3);
        program_free(&run);
    }
}

/* Where colours are greys, classes carry letters. */
static void grey_classes_have_letters(void **state)
{
    (void)state;
    struct program_run run =
        drawn(CHART "-k map -i member_rate --palette grey");
    assert_non_null(strstr(run.out, ">D 43,0<"));
    assert_non_null(strstr(run.out, ">A 24,3<"));
    program_free(&run);
    run = drawn(CHART "-k map -i member_rate");
    assert_non_null(strstr(run.out, ">43,0<"));
    program_free(&run);
}

static void the_language_is_asked(void **state)
{
    (void)state;
    struct program_run run = drawn(CHART "-k map -i member_rate --lang en");
    assert_non_null(strstr(run.out, "Thai Binh City (43.0%)"));
    assert_non_null(strstr(run.out, "24.3–34.1 (2)"));
    program_free(&run);
    run = drawn("list charts --lang vi --format csv");
    assert_non_null(strstr(run.out, "kind,title,question"));
    assert_non_null(strstr(run.out, "Nơi nào cao, nơi nào thấp?"));
    program_free(&run);
}

/* --- what goes wrong around it --------------------------------------------
 */

static void without_gnuplot(void **state)
{
    (void)state;
    struct program_run run = program_run_with("PATH=/nowhere", LEAGUE);
    assert_int_equal(run.status, 4);
    assert_non_null(strstr(run.err, "gnuplot-nox"));
    assert_int_equal(run.out_length, 0);
    program_free(&run);
}

static void without_the_font(void **state)
{
    (void)state;
    char before[600];
    const char *fonts = test_write(
        "fonts.conf", "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM "
                      "\"fonts.dtd\">\n<fontconfig/>\n");
    snprintf(before, sizeof before, "export FONTCONFIG_FILE=%s;", fonts);
    struct program_run run = program_run_with(before, LEAGUE);
    assert_int_equal(run.status, 0);
    assert_non_null(strstr(run.err, "Arimo"));
    assert_non_null(strstr(run.err, "fonts-croscore"));
    assert_non_null(strstr(run.out, "</svg>"));
    program_free(&run);
}

static void where_nothing_can_be_written(void **state)
{
    (void)state;
    refused(LEAGUE "-o /proc/picture.svg", 3, "/proc");
    refused(LEAGUE "-o /nowhere/picture.svg", 3, "/nowhere");
    struct program_run run = program_run_with("{", LEAGUE ">/dev/full; }");
    assert_int_equal(run.status, 3);
    assert_true(strlen(run.err) > 10);
    program_free(&run);
}

/* A limit on the size of files is a full disk to whoever writes. */
static void on_a_full_disk(void **state)
{
    (void)state;
    char line[1200];
    const char *path = test_write("a.svg", "older");
    snprintf(line, sizeof line, LEAGUE "-o %s", path);
    struct program_run run =
        program_run_with("trap '' XFSZ; ulimit -f 4;", line);
    assert_true(run.status == 3 || run.status == 4);
    program_free(&run);
    snprintf(line, sizeof line, "test \"$(cat %s)\" = older", path);
    assert_int_equal(system(line), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_words_are_named),
        cmocka_unit_test(other_periods_are_named),
        cmocka_unit_test(groups_and_orders_are_chosen),
        cmocka_unit_test(of_many_areas_the_ends_are_drawn),
        cmocka_unit_test(sizes_are_taken),
        cmocka_unit_test(grey_is_grey),
        cmocka_unit_test(grey_classes_have_letters),
        cmocka_unit_test(the_language_is_asked),
        cmocka_unit_test(without_gnuplot),
        cmocka_unit_test(without_the_font),
        cmocka_unit_test(where_nothing_can_be_written),
        cmocka_unit_test(on_a_full_disk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
