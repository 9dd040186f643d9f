/*
 * plan.c - plan as a planner meets it: the example of data/README.md, files of
 * inputs, wrong words, and the plan of the year before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"
#include "tests/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/files.h"

#define COLUMNS                                                                \
    "indicator,area,period,base,value,quota_total,quota_new,rule,"             \
    "feasibility,probability,note\n"

static void write_project(void)
{
    struct fault fault;
    assert_true(folder_make(test_path("p/exports"), &fault));
    test_write("p/project.yaml",
               "title: Thử\ntitle_en: Trial\nroot: 34\ntier: district\n"
               "period: 2023\n"
               "sources:\n  - {name: a, files: \"exports/*.csv\"}\n");
    test_write("p/areas.csv", "code,tier,parent,name\n34,province,,Thái Bình\n"
                              "341,district,34,Anh\n342,district,34,Bình\n"
                              "343,district,34,Chi\n");
    test_write("p/targets.csv",
               "indicator,applies,period,operator,value,unit,kind,source\n"
               "member_rate,root,2025,≥,60,percent,internal,KH 1\n");
    test_write("p/exports/a.csv",
               "area,period,quantity,value\n"
               "341,2023,members,600\n341,2023,population,1000\n"
               "342,2023,members,300\n342,2023,population,800\n"
               "343,2023,members,100\n343,2023,population,200\n");
}

static int open_project(void **state)
{
    (void)state;
    remove(test_path("p/plan.csv"));
    remove(test_path("p/plan-inputs.csv"));
    write_project();
    return 0;
}

static struct program_run plan(const char *options)
{
    char words[512];
    snprintf(words, sizeof words,
             "plan %s -i member_rate --format csv --lang en %s", test_path("p"),
             options);
    return program_run(words);
}

static void said(const char *all, const char *part)
{
    if (strstr(all, part) == NULL)
        fail_msg("“%s” is missing in:\n%s", part, all);
}

/* The whole stands among its areas by code. */
static void quotas(void **state)
{
    struct program_run run = plan("");
    (void)state;
    assert_int_equal(run.status, 0);
    assert_int_equal(strncmp(run.out, COLUMNS, strlen(COLUMNS)), 0);
    said(run.out, "\nmember_rate,34,2024,2000,55,1100,100,"
                  "proportional,no_past,,\n");
    said(run.out, "\nmember_rate,34,2025,2000,60,1200,100,");
    said(run.out, "\nmember_rate,341,2024,1000,64,640,40,");
    said(run.out, "\nmember_rate,342,2025,800,50,400,50,");
    said(run.out, "base held as in 2023; fewer than three");
    assert_true(strstr(run.out, ",34,2025,") < strstr(run.out, ",341,2024,"));
    program_free(&run);
}

static void one_area(void **state)
{
    struct program_run run = plan("-a 342 --rule close_gap");
    (void)state;
    said(run.out, ",342,2024,800,50,400,100,close_gap,");
    assert_null(strstr(run.out, ",341,"));
    program_free(&run);
}

/* Today 22.5 points; then 68 - 50, 70 - 47.5, none. */
static void rules(void **state)
{
    struct program_run run = plan("--compare-rules");
    (void)state;
    said(run.out, "\nmember_rate,2023,today,,22.5,");
    said(run.out, "\nmember_rate,2025,proportional,200,18,");
    said(run.out, "\nmember_rate,2025,equal_gain,200,22.5,");
    said(run.out, "\nmember_rate,2025,close_gap,200,0,0,0,60,0,");
    said(run.out, ",342,180,");
    program_free(&run);
}

/* 336 is no area here; 341 by its name is. */
static void what_if(void **state)
{
    struct program_run run = plan("--what-if Anh=70");
    (void)state;
    said(run.out, ",341,2024,1000,65,650,50,");
    said(run.out, ",342,2025,800,47.875,383,41,");
    program_free(&run);
    run = plan("--what-if 34=70");
    said(run.err, "Thái Bình takes no part in the sharing");
    said(run.out, ",341,2024,1000,64,640,40,");
    program_free(&run);
    run = plan("--what-if 341");
    assert_int_equal(run.status, 2);
    said(run.err, "“341” is not AREA=VALUE");
    program_free(&run);
    run = plan("--what-if 336=5");
    assert_int_equal(run.status, 2);
    program_free(&run);
}

static void inputs(void **state)
{
    char words[256];
    (void)state;
    test_write("p/plan-inputs.csv", "what,indicator,area,period,value\n"
                                    "most,,342,2024,35\n"
                                    "losses,,342,2024,5\n");
    struct program_run run = plan("");
    said(run.out, ",342,2024,800,41.25,330,35,");
    said(run.out, "held down by the year's resources; 5 of them make good");
    program_free(&run);
    snprintf(words, sizeof words, "--inputs %s",
             test_write("i.csv", "what,area,value\nmost,34,10\n"));
    run = plan(words); /* in place of the project's */
    said(run.out, ",34,2025,2000,51,1020,10,");
    said(run.out, "falls short, for the resources given are not enough; the "
                  "nearest that can be reached is 51");
    program_free(&run);
}

static void wrong_inputs(void **state)
{
    static const struct {
        const char *text, *said;
    } cases[] = {
        { "what,value\nmany,3\n", "i.csv:2:1: " },
        { "what,value\nmost,-3\n", "i.csv:2:2: the value “-3” must not be" },
        { "what,value\nmost,x\n", "i.csv:2:2: " },
        { "what,amount\nmost,1\n", "amount" },
        { "what,area,value\nmost,999,1\n", "i.csv:2:2: " },
        { "what,value\nmost,1\nmost,2\n", "i.csv:3: this row gives one thing" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char words[256];
        snprintf(words, sizeof words, "--inputs %s",
                 test_write("i.csv", cases[i].text));
        struct program_run run = plan(words);
        assert_int_equal(run.status, 2);
        said(run.err, cases[i].said);
        program_free(&run);
    }
}

static void wrong_words(void **state)
{
    static const char *const words[] = { "--rule proportionel", "--path line",
                                         "--to 2023", "--rule fixed",
                                         "-p 2022,2023" };
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct program_run run = plan(words[i]);
        assert_int_equal(run.status, 2);
        assert_int_equal(run.out_length, 0);
        program_free(&run);
    }
    struct program_run run = plan("--review /nowhere/plan.csv");
    assert_int_equal(run.status, 3);
    program_free(&run);
}

/* 55 % was planned for the whole in 2023 and 50 came; 341 did as planned, less
 * than the two points worth a word apart; the damaged rows are findings. */
static const char last_plan[] =
    "indicator,area,period,base,value,quota_total,remark\n"
    "member_rate,34,2023,2000,55,1100,x\n"
    "member_rate,34,2024,2000,58,1160,\n"
    "member_rate,341,2023,1000,61,610,\n"
    "member_rate,342,2023,800,30,240,\n"
    "memmber_rate,343,2023,200,50,100,\n"
    "member_rate,999,2023,200,50,100,\n"
    "member_rate,343,2023,200,5o,100,\n";

static void review(void **state)
{
    char words[256];
    (void)state;
    snprintf(words, sizeof words, "--review %s",
             test_write("last.csv", last_plan));
    struct program_run run = plan(words);
    assert_int_equal(run.status, 0);
    said(run.out, "\nmember_rate,34,2023,55,50,-5,1100,1000,0,behind,"
                  "2024,58,55,100,");
    said(run.out, ",341,2023,61,60,-1,610,600,0,as_planned,2024,,64,40,");
    said(run.out, ",342,2023,30,37.5,7.5,240,300,1,ahead,");
    said(run.err, "last.csv:6:1:");
    said(run.err, "member_rate"); /* what it may have meant */
    said(run.err, "last.csv:7:2:");
    said(run.err, "last.csv:8:5:");
    program_free(&run);
    snprintf(words, sizeof words, "--review %s",
             test_write("last.csv", "indicator,area,period,value\n"
                                    "member_rate,34,2022,50\n"));
    run = plan(words);
    said(run.err, "the last plan has no row for 2023");
    program_free(&run);
}

static char *content(const char *name)
{
    static char room[1 << 20];
    FILE *file = fopen(test_path(name), "rb");
    assert_non_null(file);
    room[fread(room, 1, sizeof room - 1, file)] = '\0';
    fclose(file);
    return room;
}

/* `run` writes the same plan; with the last one in the project its report says
 * what was planned and what came. */
static void whole_run(void **state)
{
    char words[256];
    (void)state;
    test_write("p/plan.csv", last_plan);
    snprintf(words, sizeof words, "run %s --lang en", test_path("p"));
    struct program_run run = program_run(words);
    assert_int_equal(run.status, 0);
    program_free(&run);
    run = plan("");
    assert_string_equal(content("p/out/plan.csv"), run.out);
    program_free(&run);
    said(content("p/out/report.html"), "The last plan and what came");
    said(content("p/out/report.html"), "behind the plan");
    said(content("p/out/report.html"), "Annex: the plan for 2024");
    said(content("p/out/findings.csv"), "plan_row,doubt,plan.csv,6,1,");
    test_write("p/plan.csv", "a,b\n1,2\n");
    run = program_run(words);
    said(content("p/out/findings.csv"), "plan_unread,doubt,plan.csv,");
    said(content("p/out/plan.csv"), ",341,2024,1000,64,640,40,");
    program_free(&run);
}

/* `check` reads both files: rows of last year's plan that nobody can place,
 * rows of inputs that no plan asks for (340 is a commune, 2030 lies outside,
 * members have no target), and inputs that cannot be read at all. */
static void check(void **state)
{
    char words[256];
    (void)state;
    test_write("p/areas.csv", "code,tier,parent,name\n34,province,,Thái Bình\n"
                              "341,district,34,Anh\n342,district,34,Bình\n"
                              "343,district,34,Chi\n340,commune,341,Xã\n");
    test_write("p/plan.csv", last_plan);
    test_write("p/plan-inputs.csv", "what,indicator,area,period,value\n"
                                    "most,,342,2024,35\n"
                                    "most,,340,2024,35\n"
                                    "losses,,34,2030,5\n"
                                    "losses,members_count,34,2024,5\n");
    snprintf(words, sizeof words, "check %s --lang en", test_path("p"));
    struct program_run run = program_run(words);
    said(run.out, "plan_row,doubt,plan.csv,6,1,");
    assert_null(strstr(run.out, "plan-inputs.csv,2,"));
    said(run.out, "plan_input_unused,doubt,plan-inputs.csv,3,");
    said(run.out, "plan_input_unused,doubt,plan-inputs.csv,4,");
    said(run.out, "plan_input_unused,doubt,plan-inputs.csv,5,");
    program_free(&run);
    run = plan(""); /* what is meant for another indicator is left alone */
    said(run.err, "plan-inputs.csv:3");
    assert_null(strstr(run.err, "plan-inputs.csv:5"));
    program_free(&run);
    test_write("p/plan-inputs.csv", "what,area\nlosses,34\n");
    run = program_run(words);
    assert_int_equal(run.status, 1);
    said(run.out, "plan_inputs_unread,reject,plan-inputs.csv,1,");
    said(run.out, "plan_row,doubt,plan.csv,6,1,");
    program_free(&run);
}

/* Mid-year the plan starts from this year's estimate, and says whose it is. */
static void estimates(void **state)
{
    (void)state;
    test_write("p/exports/a.csv",
               "area,period,quantity,value,status\n"
               "341,2023,members,600,forecast\n341,2023,population,1000,\n"
               "342,2023,members,300,\n342,2023,population,800,\n"
               "343,2023,members,100,\n343,2023,population,200,\n");
    struct program_run run = plan("-a 341");
    said(run.out, ",341,2024,1000,64,640,40,");
    said(run.out, "starts from an estimate of 2023 (file exports/a.csv)");
    program_free(&run);
    run = plan("-a 342");
    assert_null(strstr(run.out, "estimate"));
    program_free(&run);
    run = plan("-a 34");
    said(run.out, ",starts from an estimate of 2023\n");
    program_free(&run);
}

#define PROJECT_TEST(name) cmocka_unit_test_setup(name, open_project)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROJECT_TEST(quotas),      PROJECT_TEST(one_area),
        PROJECT_TEST(rules),       PROJECT_TEST(what_if),
        PROJECT_TEST(inputs),      PROJECT_TEST(wrong_inputs),
        PROJECT_TEST(wrong_words), PROJECT_TEST(review),
        PROJECT_TEST(whole_run),   PROJECT_TEST(check),
        PROJECT_TEST(estimates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
