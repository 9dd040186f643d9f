/*
 * import_sums.c - import --sum-by as a user meets it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/house.h"
#include "tests/program.h"

static struct program_run run(const char *rest)
{
    char words[4096];
    snprintf(words, sizeof words, "import %s", rest);
    return program_run(words);
}

/* The file, kept here: running the program uses other paths of the house. */
static const char *write_file(const char *text)
{
    static char path[512];
    snprintf(path, sizeof path, "%s", test_write("t.csv", text));
    return path;
}

static const char *rest_of(const char *path, const char *more)
{
    static char rest[1024];
    snprintf(rest, sizeof rest, "%s %s", path, more);
    return rest;
}

static void refuses(const char *rest, int status, const char *word)
{
    struct program_run got = run(rest);
    assert_int_equal(got.status, status);
    assert_string_equal(got.out, "");
    if (strstr(got.err, word) == NULL)
        fail_msg("%s: no %s in: %s", rest, word, got.err);
    program_free(&got);
}

static void test_refusals(void **state)
{
    (void)state;
    const char *file = write_file("area,period,value\n1,2020,3\n");
    refuses("--sum-by area --lang en", 2, "name at least one");
    refuses("data/sample/thai-binh --sum-by area --lang en", 2, "thai-binh");
    refuses("no-such.csv --sum-by area", 3, "no-such.csv");
    refuses(rest_of(file, "--sum-by area --explain"), 2, "--explain");
    refuses(rest_of(file, "--sum-by area --project data/sample/thai-binh"), 2,
            "--project");
    refuses(rest_of(file, "--sum-by area,Area --lang en"), 2, "twice");
    refuses(rest_of(file, "--sum-by area,value --lang en"), 2, "value");
    refuses(rest_of(file, "--sum-by , --lang en"), 2, "1 to 32");
    refuses(rest_of(file, "--sum-by area --threads x"), 2, "--threads");
    refuses(rest_of(file, "--sum-by araea --lang en"), 2,
            "did you mean “area”");
    refuses(rest_of(file, "--sum-by area,sex --lang en"), 2,
            "t.csv:1: the column “sex” is missing");
}

static void test_formats(void **state)
{
    (void)state;
    const char *file =
        write_file("area,sex,value\n\"a,b\",F,1\n\"a,b\",F,0.5\n2,M,\n");
    struct program_run got = run(rest_of(file, "--sum-by sex,area"));
    assert_int_equal(got.status, 0);
    assert_string_equal(got.out,
                        "sex,area,value,rows\nF,\"a,b\",1.5,2\nM,2,,1\n");
    assert_string_equal(got.err, "");
    program_free(&got);
    got = run(rest_of(file, "--sum-by sex --format json"));
    assert_string_equal(got.out,
                        "[\n{\"sex\": \"F\", \"value\": 1.5, \"rows\": 2},\n"
                        "{\"sex\": \"M\", \"value\": null, \"rows\": 1}\n]\n");
    program_free(&got);
    got = run(rest_of(file, "--sum-by Sex --csv-style excel-vi"));
    assert_string_equal(got.out, "\xEF\xBB\xBFSex;value;rows\nF;1,5;2\nM;;1\n");
    program_free(&got);
}

static void test_rejected_rows_are_told(void **state)
{
    (void)state;
    char path[512], rest[2048];
    snprintf(path, sizeof path, "%s", test_path("sums.csv"));
    const char *file = write_file("area,value\n1,2\n1,x\n,\n2,\"1,5\"\n");
    snprintf(rest, sizeof rest, "%s --sum-by area --lang en -o %s", file, path);
    struct program_run got = run(rest);
    assert_int_equal(got.status, 1);
    assert_string_equal(got.out, "");
    assert_non_null(
        strstr(got.err, "Rows: 4 read = 1 used + 1 ignored + 2 rejected."));
    assert_non_null(strstr(got.err, "t.csv:3:2: reject: “x” is not a number"));
    assert_non_null(strstr(got.err, "t.csv:5:2: reject: “1,5”"));
    assert_int_equal(access(path, R_OK), 0);
    program_free(&got);
}

/* Rows as spreadsheets and offices write them, added up by another reader. */
static const char other_reader[] =
    "python3 -c 'import csv,sys,decimal\n"
    "g={}\n"
    "for r in csv.DictReader(open(sys.argv[1],newline=\"\")):\n"
    "    k=(r[\"area\"],r[\"sex\"])\n"
    "    s=g.setdefault(k,[decimal.Decimal(0),0])\n"
    "    s[0]+=decimal.Decimal(r[\"value\"]); s[1]+=1\n"
    "w=csv.writer(sys.stdout,lineterminator=\"\\n\")\n"
    "w.writerow([\"area\",\"sex\",\"value\",\"rows\"])\n"
    "for k in sorted(g,key=lambda k:[p.encode() for p in k]):\n"
    "    v=repr(float(g[k][0]))\n"
    "    w.writerow([*k,v[:-2] if v.endswith(\".0\") else v,g[k][1]])\n"
    "' ";

static void write_rows(const char *path, unsigned rows)
{
    static const char *const areas[] = { "1",        "\"a,b\"", "\"x\"\"y\"",
                                         "\"l\nl\"", "Ấp 2",    "\"01\"" };
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs("sex,\"area\",note,value\r\n", file);
    for (unsigned i = 0; i < rows; i++)
        fprintf(file, "%s,%s%u%s,%s,%u.%02u\r\n", i % 3 ? "F" : "\"M\"",
                i % 5 ? "" : "\"", i * 7919 % 997, i % 5 ? "" : "\"",
                areas[i % 6], i * 31 % 5000, i % 100);
    for (unsigned i = 0; i < rows; i++)
        fprintf(file, "F,%s,,%u\r\n", areas[i % 6], i);
    fclose(file);
}

static void test_as_another_reader_has_it(void **state)
{
    (void)state;
    char path[512], rest[2048], command[4096], theirs[512];
    if (system("python3 -c '' 2>/dev/null") != 0) {
        print_message("skipped: there is no python3 to compare with\n");
        skip();
    }
    snprintf(path, sizeof path, "%s", test_path("rows.csv"));
    snprintf(theirs, sizeof theirs, "%s", test_path("theirs.csv"));
    write_rows(path, 60000);
    snprintf(command, sizeof command, "%s %s > %s", other_reader, path, theirs);
    assert_int_equal(system(command), 0);
    for (int threads = 1; threads <= 3; threads++) {
        snprintf(rest, sizeof rest,
                 "%s --sum-by area,sex --threads %d -o %s.ours", path, threads,
                 theirs);
        struct program_run got = run(rest);
        assert_int_equal(got.status, 0);
        program_free(&got);
        snprintf(command, sizeof command, "cmp %s %s.ours", theirs, theirs);
        assert_int_equal(system(command), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_rejected_rows_are_told),
        cmocka_unit_test(test_as_another_reader_has_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
