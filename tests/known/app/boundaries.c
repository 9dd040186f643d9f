/*
 * boundaries.c - years on one map, on the registers as they are.
 *
 *  (1) The shipped register of Thái Bình: communes that merged in November 2024
 *      add up to the persons printed in the merger's file (4.477 + 8.201 +
 *      5.779 = 18.457; 5.040 + 6.802 + 4.684 = 16.526).
 *  (2) Of the former districts 338, 339, 341 and 342 can be rebuilt exactly
 *      from the communes of 2025, 336, 340, 343 and 344 cannot, their union
 *      can. The sums are made here by another way, along the crosswalk's rows.
 *  (3) The whole country: 10,035 communes and 5 islands into 3,321, of which
 *      471 communes were divided (1,033 rows, counted with awk). The state's
 *      file is not in the repository; without it these tests are skipped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/text.h"
#include "tests/house.h"
#include "tests/program.h"

#define SAMPLE "data/sample/thai-binh/"
#define STATE "vn-register/crosswalk-legacy-to-2025.csv"

enum {
    FIELDS = 24,
    CODES = 100000,
    ISLANDS = 90000 /* added to the code of a district without communes */
};

static struct arena *arena;

/* --- files ------------------------------------------------------------------
 */

static char *read_all(const char *path)
{
    char *bytes;
    size_t length;
    struct fault fault = { .message = "" };
    if (!file_read(&bytes, &length, path, 0, arena, &fault))
        fail_msg("%s", path);
    return bytes;
}

/* Cuts the next line off into its fields; false at the end. */
static bool next_row(char **text, char *fields[FIELDS])
{
    char *line = strsep(text, "\n");
    if (line == NULL || *line == '\0')
        return false;
    for (size_t i = 0; i < FIELDS; i++) {
        char *field = strsep(&line, ",");
        fields[i] = field != NULL ? field : arena_string(arena, "");
    }
    return true;
}

static void write_project(const char *root, const char *tier)
{
    struct fault fault;
    assert_true(folder_make(test_path("p/exports"), &fault));
    assert_true(folder_make(test_path("p/indicators"), &fault));
    test_write("p/project.yaml",
               arena_format(arena,
                            "title: T\nperiod: 2026\nroot: %s\ntier: %s\n"
                            "sources:\n  - name: t\n    files: exports/*.csv\n"
                            "    layout: tidy\n",
                            root, tier));
    test_write(
        "p/indicators/t.yaml",
        "how_many:\n  name: Hội viên\n  name_en: Members\n  clause: 3\n"
        "  group: t\n  kind: count\n  numerator: members\n  unit: người\n"
        "  better: higher\n  noise: none\n  material: 1\n  scale: 1\n");
}

/* --- what the program says --------------------------------------------------
 */

static struct program_run ask(const char *words)
{
    struct program_run run =
        program_run(arena_format(arena, "%s --format csv", words));
    if (run.status > 1)
        fail_msg("hoctap %s: %s", words, run.err);
    return run;
}

struct said {
    double value;
    char status[16];
    bool any;
};

/* Of how_many in one year, by code; codes are numbers. */
static struct said *values(const char *options, const char *year)
{
    struct program_run run =
        ask(arena_format(arena, "compute %s -i how_many -p %s %s",
                         test_path("p"), year, options));
    struct said *said = arena_array(arena, CODES, struct said);
    char *text = run.out, *fields[FIELDS];
    next_row(&text, fields);
    while (next_row(&text, fields)) {
        struct said *s = &said[atoi(fields[1])];
        s->any = true;
        s->value = strtod(fields[8], NULL);
        snprintf(s->status, sizeof s->status, "%s", fields[12]);
    }
    program_free(&run);
    return said;
}

static void expect_said(const struct said *said, int code, double value,
                        const char *status)
{
    if (!said[code].any)
        fail_msg("nothing about %d", code);
    assert_near(said[code].value, value, 0);
    assert_string_equal(said[code].status, status);
}

/* --- Thái Bình --------------------------------------------------------------
 */

static void use_sample_register(const char *root, const char *tier)
{
    write_project(root, tier);
    test_write("p/areas.csv", read_all(SAMPLE "areas.csv"));
    test_write("p/crosswalk.csv", read_all(SAMPLE "crosswalk.csv"));
}

/* (1) */
static void merger_of_2024(void **state)
{
    (void)state;
    use_sample_register("34", "commune");
    test_write("p/exports/t.csv",
               "area,period,quantity,value\n"
               "12691,2023,members,4477\n12697,2023,members,8201\n"
               "12700,2023,members,5779\n12727,2023,members,5040\n"
               "12733,2023,members,6802\n12736,2023,members,4684\n"
               "12796,2023,members,3000\n12799,2023,members,2000\n");
    struct said *said = values("--boundaries 2024-12-31", "2023");
    expect_said(said, 12700, 18457, "ok");
    expect_said(said, 12736, 16526, "ok");
    /* 12775 did not report, so their union is missing. */
    assert_string_equal(said[12775].status, "missing");
}

/* A number of members that tells communes apart, and that is no power of ten
 * away from another's: codes are used again. */
static int members_of(int code)
{
    return code * 7 % 4001 + 1013;
}

/* The 65 units of 2025 and the former districts that each took from, read off
 * the sample's files. */
static size_t read_units(int units[], int homes[][2])
{
    char *text = read_all(SAMPLE "areas.csv"), *f[FIELDS];
    int *district = arena_array(arena, CODES, int);
    size_t count = 0;
    while (next_row(&text, f))
        if (strcmp(f[1], "commune") == 0 && strcmp(f[7], "2025-07-01") == 0)
            district[atoi(f[0])] = atoi(f[2]);
    text = read_all(SAMPLE "crosswalk.csv");
    while (next_row(&text, f)) {
        int from = atoi(f[1]), to = atoi(f[2]);
        size_t i = 0;
        if (strcmp(f[0], "2025-07-01") != 0)
            continue;
        while (i < count && units[i] != to)
            i++;
        if (i == count) {
            units[count++] = to;
            homes[i][0] = homes[i][1] = district[from];
        } else if (homes[i][0] != district[from]) {
            homes[i][1] = district[from];
        }
    }
    return count;
}

static void say_new_communes(const int units[], size_t count)
{
    struct text text = text_new();
    text_add(&text, "area,period,quantity,value\n12700,2024-12,members,1500\n");
    for (size_t i = 0; i < count; i++)
        text_addf(&text, "%d,2026,members,%d\n", units[i],
                  members_of(units[i]));
    test_write("p/exports/t.csv", text.bytes);
    text_free(&text);
}

/* (2) */
static void former_districts(void **state)
{
    static const int exact[] = { 338, 339, 341, 342 };
    static const int divided[] = { 336, 340, 343, 344 };
    int units[CODES / 100], homes[CODES / 100][2];
    double all = 0, mixed = 0, sums[1000] = { 0 };
    (void)state;
    use_sample_register("33", "commune");
    size_t count = read_units(units, homes);
    assert_int_equal(count, 65);
    say_new_communes(units, count);
    for (size_t i = 0; i < count; i++) {
        all += members_of(units[i]);
        sums[homes[i][0]] += members_of(units[i]);
    }
    struct said *said =
        values("--boundaries 2025-06-30 --root 34 --tier district", "2026");
    for (size_t i = 0; i < 4; i++) {
        expect_said(said, exact[i], sums[exact[i]], "ok");
        assert_string_equal(said[divided[i]].status, "estimated");
        mixed += said[divided[i]].value;
    }
    assert_near(mixed, sums[336] + sums[340] + sums[343] + sums[344], 0);
    expect_said(
        values("--boundaries 2025-06-30 --root 34 --tier province", "2026"), 34,
        all, "ok");
    /* Today's province, with its communes beneath it. */
    said = values("", "2026");
    expect_said(said, 33, all, "ok");
    expect_said(said, units[0], members_of(units[0]), "ok");
    /* The stable areas: 336 stands for the four (its code begins with it). */
    said = values("--boundaries stable --root 34 --tier district", "2026");
    expect_said(said, 338, sums[338], "ok");
    expect_said(said, 336, mixed, "ok");
}

/* The project of former_districts: what is said of its numbers. */
static void words_of_a_map(void **state)
{
    const char *options = "--boundaries 2025-06-30 --root 34";
    const char *page = arena_string(arena, test_path("r.html"));
    struct program_run run = ask(arena_format(
        arena, "explain %s 12448 how_many 2026 %s", test_path("p"), options));
    char *text = run.out, *fields[FIELDS];
    (void)state;
    next_row(&text, fields);
    assert_string_equal(fields[11], "share");
    next_row(&text, fields);
    /* One of the five that made up Vũ Phúc, whose number stands in the file. */
    assert_string_equal(fields[7], "12466");
    assert_near(strtod(fields[8], NULL), members_of(12466), 0);
    assert_string_equal(fields[9], "exports/t.csv");
    assert_near(strtod(fields[11], NULL), .2, 1e-12);
    assert_near(strtod(fields[12], NULL), strtod(fields[6], NULL), 0);
    program_free(&run);
    run = program_run(
        arena_format(arena, "report %s %s --tier district --lang vi -o %s",
                     test_path("p"), options, page));
    assert_int_equal(run.status, 0);
    assert_non_null(strstr(read_all(page), "địa giới ngày 30/06/2025"));
    assert_non_null(strstr(read_all(page), "ước tính tại: "));
    program_free(&run);
}

static void stable_areas(void **state)
{
    static const char *const wanted[] = { "336+340+343+344", "338", "339",
                                          "341", "342" };
    struct program_run run =
        ask("list areas data/sample/thai-binh --stable 2024..2026");
    char *text = run.out, *fields[FIELDS];
    size_t count = 0;
    (void)state;
    next_row(&text, fields);
    assert_string_equal(fields[0], "code");
    while (next_row(&text, fields))
        assert_string_equal(fields[0], wanted[count++]);
    assert_int_equal(count, 5);
    program_free(&run);
}

static void roots(void **state)
{
    struct program_run run = program_run(
        "compute data/sample/thai-binh -p 2026 -i member_rate --format csv");
    (void)state;
    assert_int_equal(run.status, 2);
    assert_non_null(strstr(run.err, "34 Thái Bình"));
    assert_non_null(strstr(run.err, "2025-07-01"));
    assert_non_null(strstr(run.err, "33 Hưng Yên"));
    program_free(&run);
    run = program_run("compute data/sample/thai-binh --boundaries 2026-01-01");
    assert_int_equal(run.status, 2);
    assert_non_null(strstr(run.err, "33 Hưng Yên"));
    program_free(&run);
    run = program_run("run data/sample/thai-binh --boundaries tomorrow");
    assert_int_equal(run.status, 2);
    assert_non_null(strstr(run.err, "tomorrow"));
    program_free(&run);
}

/* --- the whole country ------------------------------------------------------
 */

/* Columns of the state's crosswalk. */
enum {
    PROVINCE,
    DISTRICT = 2,
    WARD = 4,
    NAME = 8,
    NEW_PROVINCE = 14,
    NEW_WARD = 17
};

struct country {
    bool *old, *new;     /* codes of communes and islands */
    int *rows, *divided; /* of an old unit; divided ones in a new one */
    double *whole;       /* members of the old units that went whole into one */
    int *district;       /* of an old commune */
};

static int old_unit(char *const f[])
{
    return *f[WARD] != '\0' ? atoi(f[WARD]) : ISLANDS + atoi(f[DISTRICT]);
}

static void count_units(struct country *c, char *text)
{
    char *f[FIELDS], *again = arena_string(arena, text);
    next_row(&text, f);
    while (next_row(&text, f)) {
        c->old[old_unit(f)] = c->new[atoi(f[NEW_WARD])] = true;
        c->rows[old_unit(f)]++;
        c->district[old_unit(f)] = atoi(f[DISTRICT]);
    }
    next_row(&again, f);
    while (next_row(&again, f)) {
        int from = old_unit(f), to = atoi(f[NEW_WARD]);
        if (c->rows[from] > 1)
            c->divided[to]++;
        else
            c->whole[to] += members_of(from);
    }
}

static void write_once(struct text *areas, bool seen[], int code,
                       const char *line)
{
    if (!seen[code])
        text_add(areas, line);
    seen[code] = true;
}

static void write_country(char *text)
{
    struct text areas = text_new(), rows = text_new();
    bool *seen[5];
    char *f[FIELDS];
    for (size_t i = 0; i < 5; i++)
        seen[i] = arena_array(arena, CODES, bool);
    text_add(&areas, "code,tier,parent,name,valid_from,valid_to\n"
                     "0,country,,Việt Nam,,\n");
    text_add(&rows, "date,from_code,to_code\n");
    next_row(&text, f);
    while (next_row(&text, f)) {
        int p = atoi(f[PROVINCE]), d = atoi(f[DISTRICT]), w = atoi(f[WARD]);
        int np = atoi(f[NEW_PROVINCE]), nw = atoi(f[NEW_WARD]);
        write_once(&areas, seen[0], p,
                   arena_format(arena, "%02d,province,0,%s,,2025-07-01\n", p,
                                f[NAME]));
        write_once(&areas, seen[1], d,
                   arena_format(arena, "%03d,district,%02d,%s,,2025-07-01\n", d,
                                p, f[NAME + 1]));
        if (w > 0)
            write_once(&areas, seen[2], w,
                       arena_format(arena, "%05d,commune,%03d,%s,,2025-07-01\n",
                                    w, d, f[NAME + 2]));
        write_once(&areas, seen[3], np,
                   arena_format(arena, "%02d,province,0,%s,2025-07-01,\n", np,
                                f[NAME + 3]));
        write_once(&areas, seen[4], nw,
                   arena_format(arena, "%05d,commune,%02d,%s,2025-07-01,\n", nw,
                                np, f[NAME + 4]));
        text_addf(&rows,
                  w > 0 ? "2025-07-01,%05d,%05d\n" : "2025-07-01,%03d,%05d\n",
                  w > 0 ? w : d, nw);
    }
    test_write("p/areas.csv", areas.bytes);
    test_write("p/crosswalk.csv", rows.bytes);
    text_free(&areas);
    text_free(&rows);
}

/* Near what its territory had before, so that nothing looks like another unit
 * of count; where a divided unit is in it, that is not known. */
static int members_after(const struct country *c, int code)
{
    return c->divided[code] == 0 ? (int)c->whole[code] + code % 7
                                 : 3 * members_of(code);
}

static void say_country(const struct country *c, double sums[2])
{
    struct text text = text_new();
    text_add(&text, "area,period,quantity,value\n");
    for (int code = 0; code < CODES; code++) {
        if (c->old[code]) {
            text_addf(&text,
                      code > ISLANDS ? "%03d,2024,members,%d\n"
                                     : "%05d,2024,members,%d\n",
                      code % ISLANDS, members_of(code));
            sums[0] += members_of(code);
        }
        if (c->new[code]) {
            int after = members_after(c, code);
            text_addf(&text, "%05d,2026,members,%d\n", code, after);
            sums[1] += after;
        }
    }
    test_write("p/exports/t.csv", text.bytes);
    text_free(&text);
}

/* All of a tier added up. */
static double sum_of(const struct said *said)
{
    double sum = 0;
    for (int code = 0; code < CODES; code++)
        sum += said[code].any ? said[code].value : 0;
    return sum;
}

static size_t count_findings(const char *options, const char *rule)
{
    struct program_run run =
        ask(arena_format(arena, "check %s %s", test_path("p"), options));
    char *text = run.out, *line;
    size_t count = 0;
    while ((line = strsep(&text, "\n")) != NULL)
        count += strncmp(line, rule, strlen(rule)) == 0;
    program_free(&run);
    return count;
}

/* (3) */
static void the_country(void **state)
{
    struct country c = { .old = arena_array(arena, CODES, bool),
                         .new = arena_array(arena, CODES, bool),
                         .rows = arena_array(arena, CODES, int),
                         .divided = arena_array(arena, CODES, int),
                         .whole = arena_array(arena, CODES, double),
                         .district = arena_array(arena, CODES, int) };
    double sums[2] = { 0 };
    size_t old = 0, new = 0, exact = 0;
    (void)state;
    const char *path = real_data(STATE);
    if (path == NULL) {
        printf("skipped: the state's crosswalk of 2025 is not here\n");
        skip();
        return;
    }
    write_project("0", "commune");
    count_units(&c, read_all(path));
    write_country(read_all(path));
    say_country(&c, sums);
    for (int code = 0; code < CODES; code++) {
        old += c.old[code];
        new += c.new[code];
    }
    assert_int_equal(old, 10035 + 5);
    assert_int_equal(new, 3321);

    /* Forward: nobody is lost, and only what a divided one touched is an
     * estimate. */
    struct said *said =
        values("--boundaries 2026-06-30 --tier commune", "2024");
    for (int code = 0; code < CODES; code++) {
        if (!c.new[code])
            continue;
        assert_string_equal(said[code].status,
                            c.divided[code] > 0 ? "estimated" : "ok");
        exact += c.divided[code] == 0;
        if (c.divided[code] == 0)
            assert_near(said[code].value, c.whole[code], 0);
    }
    assert_true(exact > 2000);
    assert_near(sum_of(said), sums[0], 0);
    expect_said(values("--boundaries 2026-06-30 --tier country", "2024"), 0,
                sums[0], "ok");
    assert_int_equal(count_findings("--boundaries 2026-06-30", "divided_alike"),
                     471);

    /* Backward: the former communes and districts of the whole country. */
    assert_near(
        sum_of(values("--boundaries 2025-06-30 --tier commune", "2026")),
        sums[1], 5 * 5013 / sums[1]); /* the islands are districts */
    said = values("--boundaries 2025-06-30 --tier district", "2026");
    assert_near(sum_of(said), sums[1], 0);
    assert_string_equal(said[338].status, "ok");
    assert_string_equal(said[339].status, "ok");
    assert_string_equal(said[341].status, "ok");
    assert_string_equal(said[342].status, "ok");
    assert_string_equal(said[336].status, "estimated");
    assert_string_equal(said[340].status, "estimated");
    assert_string_equal(said[343].status, "estimated");
    assert_string_equal(said[344].status, "estimated");
}

/* The 242 communes of Thái Bình went whole into 65. */
static void thai_binh_in_the_country(void **state)
{
    const char *path = real_data("vn-register/thai-binh-crosswalk.csv");
    size_t communes = 0, units = 0;
    (void)state;
    if (path == NULL || real_data(STATE) == NULL) {
        printf("skipped: the state's crosswalk of 2025 is not here\n");
        skip();
        return;
    }
    path = real_data("vn-register/thai-binh-crosswalk.csv");
    char *text = read_all(path), *f[FIELDS];
    double *wanted = arena_array(arena, CODES, double);
    struct said *said =
        values("--boundaries 2026-06-30 --tier commune", "2024");
    next_row(&text, f);
    while (next_row(&text, f)) {
        communes++;
        wanted[atoi(f[NEW_WARD])] += members_of(atoi(f[WARD]));
    }
    for (int code = 0; code < CODES; code++)
        if (wanted[code] > 0) {
            expect_said(said, code, wanted[code], "ok");
            units++;
        }
    assert_int_equal(communes, 242);
    assert_int_equal(units, 65);
}

static int open_arena(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merger_of_2024),
        cmocka_unit_test(former_districts),
        cmocka_unit_test(words_of_a_map),
        cmocka_unit_test(stable_areas),
        cmocka_unit_test(roots),
        cmocka_unit_test(the_country),
        cmocka_unit_test(thai_binh_in_the_country),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
