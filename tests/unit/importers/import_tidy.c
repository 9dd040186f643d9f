/*
 * import_tidy.c - our own formats read back, loose files, and what is
 * explained.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/trial.h"

#define TIDY "area,period,quantity,value,age,sex,status,published,file,line\n"

static const struct trial tidy[] = {
    { .label = "what import prints",
      .bytes = TIDY "341,2023,population,12.5,6..10,F,ok,0,exports/x.csv,7\n"
                    "341,2022-2023,population,,15..,,suppressed,0,x.csv,8\n"
                    "34,2023,population,1e+21,,,estimated,1,x.csv,9\n"
                    "34,2023,population,0,,M,zero,1,x.csv,10\n",
      .wanted = "341 2023 population age=6..10 sex=F 12.5 ok :2\n"
                "341 2022-2023 population age=15.. none suppressed :3\n"
                "34 2023 population 1e21 estimated T :4\n"
                "34 2023 population sex=M 0 zero T :5\n"
                "4 = 4 + 0 + 0\n" },
    { .label = "a school year that belongs to its second year",
      .bytes = "area,period,quantity,value,school_year\n"
               "341,2022-2023,members,1,end\n341,2022-2023,members,2,start\n"
               "342,2022,members,3,\n342,2022-2023,members,3,\n"
               "343,2022-2023,members,4,last\n340,2023,members,5,end\n"
               "342,2023,members,6,\n342,2022-2023,members,7,end\n",
      .wanted = "341 2022-2023 members 1 ok :2\n"
                "341 2022-2023 members 2 ok :3\n"
                "342 2022 members 3 ok :4\n"
                "340 2023 members 5 ok :7\n"
                "unknown_code 6:5 [last]\n"
                "duplicate_equal 5:4 [3]\n"
                "duplicate_conflict 9:4 [7]\n"
                "8 = 4 + 1 + 3\n" },
    { .label = "quantities and codes nobody knows",
      .bytes = "area,period,quantity,value,sex\n341,2023,member,1,\n"
               "341,2023,members,2,f\n341,2023,members,3,X\n"
               "341,2023,members,\"1,5\",\n999,2023,members,1,\n",
      .wanted = "341 2023 members sex=F 2 ok :3\n"
                "unknown_quantity 2:3 [member] -> members\n"
                "unknown_code 4:5 [X]\n"
                "bad_number 5:4 [1,5]\n"
                "unknown_area 6:1 [999]\n"
                "5 = 1 + 0 + 4\n" },
    { .label = "the end of a file that was cut off",
      .bytes = "area,period,quantity,value\n341,2023,members,1\n"
               "341,2023,members\n34",
      .wanted = "341 2023 members 1 ok :2\n"
                "cut_row 3:0\n"
                "cut_row 4:0\n"
                "3 = 1 + 0 + 2\n" },
    { .label = "a dimension that the quantity does not carry",
      .bytes = "area,period,quantity,value,age\n341,2023,members,1,6\n",
      .wanted = "dimension_refused 2:4 [1]\n"
                "1 = 0 + 0 + 1\n" },
    { .label = "indicators.csv of our own",
      .bytes = "indicator,area,area_name,tier,period,breakdown,numerator,"
               "denominator,value,status\n"
               "members,341,x,district,2023,sex=F,1,2,50,ok\n"
               "members,341,x,district,2023,sex=X,1,2,50,ok\n"
               "rate,341,x,district,2023,,1,2,50,ok\n"
               "rate,342,x,district,2023,,1,2,50,ok\n"
               "ratio,341,x,district,2023,,1,2,50,ok\n",
      .wanted = "341 2023 members sex=F 50 ok :2\n"
                "unmatched_columns 1:0 x4\n"
                "unknown_code 3:6 [sex=X]\n"
                "undeclared_quantities 4:1 x3\n"
                "5 = 1 + 0 + 4\n" },
    { .label = "a status of the row says of an empty cell only why it is empty",
      .bytes = "area,period,quantity,value,status\n"
               "341,2023,members,,forecast\n"
               "342,2023,members,,na\n"
               "343,2023,members,-,provisional\n",
      .wanted = "341 2023 members none missing :2\n"
                "342 2023 members none na :3\n"
                "343 2023 members none missing :4\n"
                "3 = 3 + 0 + 0\n" },
};

static void all_tidy(void **state)
{
    (void)state;
    trial_run_all(tidy, COUNT(tidy));
}

/* --- loose files ------------------------------------------------------------
 */

static struct arena *arena, *scratch;
static struct fault fault;
static struct text explanation;
static struct import_context context;
static struct table *table;

static int start(void **state)
{
    (void)state;
    arena = arena_new();
    scratch = arena_new();
    fault = (struct fault){ .message = "none" };
    explanation = text_new();
    folder_reset();
    struct study *study;
    struct study_request request = { NULL, test_path("data"), "en" };
    assert_true(study_load(&study, &request, arena, NULL, &fault));
    context = (struct import_context){ .study = study,
                                       .findings = findings_new(arena),
                                       .explanation = &explanation,
                                       .scratch = scratch };
    table = table_new(arena);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    text_free(&explanation);
    arena_free(scratch);
    arena_free(arena);
    return 0;
}

static void loose(const char *bytes, const char *wanted)
{
    struct text out = text_new();
    const char *path = test_write("loose-2021.csv", bytes);
    if (!import_file(table, path, "loose.csv", NULL, &context, &fault))
        fail_msg("%s", fault.message);
    import_finish(table, &context);
    trial_say(&out, context.study, table, context.findings, true);
    if (strcmp(out.bytes, wanted) != 0)
        fail_msg("--- wanted\n%s--- got\n%s", wanted, out.bytes);
    text_free(&out);
}

static void areas_as_written(void **state)
{
    (void)state;
    loose(TIDY "Thái  Thụy,2023,members,5,,,,,,\n001,2023,members,6,,,,1,,\n"
               ",2023,members,7,,,,,,\nThái  Thụy,2023,members,5,,,,,,\n",
          "Thái  Thụy 2023 members 5 ok :2\n"
          "001 2023 members 6 ok T :3\n"
          "unknown_area 4:1 []\n"
          "duplicate_equal 5:4 [5]\n"
          "4 = 2 + 1 + 1\n");
}

static void no_escapes_in_names(void **state)
{
    (void)state;
    loose(TIDY "\"a\x1B[31m\nb\",2023,members,5,,,,,,\n",
          "a [31m b 2023 members 5 ok :2\n"
          "1 = 1 + 0 + 0\n");
}

/* A file that is named must be there; a glob may find nothing yet. */
static void files_that_are_not_there(void **state)
{
    (void)state;
    static const struct {
        const char *files, *fault;
    } all[] = { { "exports/none.csv", "file.missing" },
                { "exports/none*.csv", "none" } };
    for (size_t i = 0; i < COUNT(all); i++) {
        struct study *study;
        struct text project = text_new();
        folder_reset();
        text_addf(&project, "%ssources: [{name: a, files: %s}]\n", trial_head,
                  all[i].files);
        test_write("project/project.yaml", project.bytes);
        text_free(&project);
        fault = (struct fault){ .message = "none" };
        if (!folder_load(&study, arena, NULL, &fault))
            fail_msg("%s", fault.message);
        context.study = study;
        assert_int_equal(import_project(table, &context, &fault), i == 1);
        assert_string_equal(fault.message, all[i].fault);
    }
    assert_int_equal(context.findings->count, 1);
    assert_int_equal(context.findings->items[0].rule, FINDING_no_files);
}

static void faults(void **state)
{
    (void)state;
    assert_false(import_file(table, test_path("nowhere.csv"), "n", NULL,
                             &context, &fault));
    assert_fault(&fault, "file.missing");
    assert_false(
        import_file(table, test_folder(), "n", NULL, &context, &fault));
    assert_fault(&fault, "file.is_folder");
    assert_int_equal(table->source_count, 0);
}

static void no_byte(void **state)
{
    (void)state;
    loose("", "empty_file 0:0\n0 = 0 + 0 + 0\n");
}

/* Messages are not loaded here, so lines are message ids. */
static void explained(void **state)
{
    (void)state;
    loose("area,period,quantity,value,other\n341,2023,members,5,\n",
          "341 2023 members 5 ok :2\n"
          "unmatched_columns 1:0\n"
          "1 = 1 + 0 + 0\n");
    assert_string_equal(explanation.bytes, "import.file\n"
                                           "import.encoding_by_validity\n"
                                           "import.layout_taken\n"
                                           "import.layout_lacks\n"
                                           "import.layout_lacks\n"
                                           "import.layout_lacks\n"
                                           "import.delimiter_comma\n"
                                           "import.head_row\n"
                                           "import.column_area\n"
                                           "import.column_period\n"
                                           "import.column_quantity\n"
                                           "import.column_figure\n"
                                           "import.column_unmatched\n"
                                           "import.numbers_point_layout\n"
                                           "import.rows\n");
}

/* --- the tests of progress --------------------------------------------------
 */

static size_t told, last_done, last_all;

static void tell(void *to, size_t done, size_t all)
{
    (void)to;
    assert_true(done >= last_done && done <= all);
    told++;
    last_done = done;
    last_all = all;
}

static void progress(void **state)
{
    (void)state;
    static const struct trial two = {
        .label = "two",
        .bytes = TIDY "341,2023,members,5,,,,,,\n",
        .second = TIDY "342,2023,members,5,,,,,,\n",
        .sources = "  - {name: a, files: exports/*.csv}\n",
    };
    struct study *study;
    trial_write(&two);
    struct study_request request = { test_path("project"), test_path("data"),
                                     NULL };
    assert_true(study_load(&study, &request, arena, NULL, &fault));
    context.study = study;
    context.progress = (struct import_progress){ tell, NULL };
    assert_true(import_project(table, &context, &fault));
    assert_int_equal(table->count, 2);
    assert_int_equal(told, 3);
    assert_int_equal(last_done, last_all);
    assert_string_equal(table->sources[1].name, "exports/b-2023.csv");
    assert_string_equal(table->sources[1].group, "a");
    assert_string_equal(table->sources[1].layout, "tidy");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_tidy),
        cmocka_unit_test_setup_teardown(areas_as_written, start, stop),
        cmocka_unit_test_setup_teardown(no_escapes_in_names, start, stop),
        cmocka_unit_test_setup_teardown(faults, start, stop),
        cmocka_unit_test_setup_teardown(files_that_are_not_there, start, stop),
        cmocka_unit_test_setup_teardown(no_byte, start, stop),
        cmocka_unit_test_setup_teardown(explained, start, stop),
        cmocka_unit_test_setup_teardown(progress, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
