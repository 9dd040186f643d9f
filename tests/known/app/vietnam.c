/*
 * vietnam.c - the statistics office's own files, and answers known beforehand.
 *
 * The expected numbers were taken from the files by hand (a spreadsheet and a
 * few lines of Python), not from this program. The files are not in the
 * repository; without them the tests are skipped.
 *
 *  (1) Thái Bình (34) in 2015: 278,440 pupils, 135,606 girls; girls over boys
 *      .9494, in primary .9171, in upper secondary 1.0605.
 *  (2) The country's pupils are the sum of the provinces (Hà Tây among them)
 *      and the pupils in universities, in all 60 columns.
 *  (3) The six regions fall short of the country in ten of the 60: total and
 *      upper secondary of 2002, 2003, 2004, 2006 and 2007.
 *  (4) Girls of Hà Giang go from 65,477 to 118,675 in 2011 and back to 67,481;
 *      those of lower secondary in Bình Định from 68,993 to 44,774 in 2006 and
 *      back to 63,401: a jump each, and the way back is none. Of thousands of
 *      changes no more than twenty are told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/house.h"
#include "tests/program.h"

#define PROJECT "tests/real/vietnam"
#define PUPILS                                                                 \
    "vn-gso-education/Number of pupils of general education as of 30 "         \
    "September by province.csv"

static void need_files(void)
{
    if (real_data(PUPILS) != NULL)
        return;
    printf("skipped: the statistics office's files are not here\n");
    skip();
}

/* One field of a CSV line without quotes before it. */
static char *field(const char *line, size_t index)
{
    static char fields[8][256];
    static unsigned turn;
    char *out = fields[turn++ % 8];
    for (; index > 0 && *line; line++)
        index -= *line == ',';
    snprintf(out, sizeof fields[0], "%.*s", (int)strcspn(line, ",\n"), line);
    return out;
}

static double value_of(const char *indicator, const char *area,
                       const char *period, size_t column)
{
    char words[256];
    snprintf(words, sizeof words, "compute " PROJECT " -i %s -a %s -p %s",
             indicator, area, period);
    struct program_run run = program_run(words);
    const char *line = strchr(run.out, '\n');
    if (line == NULL || line[1] == '\0')
        fail_msg("hoctap %s: %s", words, run.err);
    double value = strtod(field(line + 1, column), NULL);
    program_free(&run);
    return value;
}

enum { NUMERATOR = 6, DENOMINATOR = 7, VALUE = 8 };

static void thai_binh(void **state) /* (1) */
{
    (void)state;
    need_files();
    assert_near(value_of("gender_parity_general", "34", "2015", NUMERATOR),
                135606, 0);
    assert_near(value_of("gender_parity_general", "34", "2015", DENOMINATOR),
                278440 - 135606, 0);
    assert_near(value_of("gender_parity_general", "34", "2015", VALUE), 0.9494,
                5e-5);
    assert_near(value_of("gender_parity_primary", "34", "2015", VALUE), 0.9171,
                5e-5);
    assert_near(value_of("gender_parity_upper_secondary", "34", "2015", VALUE),
                1.0605, 5e-5);
}

enum { YEARS = 15, LEVELS = 4, FIRST_YEAR = 2002 };

/* Pupils of both sexes by year and level, added up over one kind of area. */
struct sums {
    double country[YEARS][LEVELS], regions[YEARS][LEVELS];
    double units[YEARS][LEVELS]; /* provinces, Hà Tây, universities */
};

static int level_of(const char *code)
{
    static const char *const levels[] = { "", "primary", "lower_secondary",
                                          "upper_secondary" };
    for (int i = 0; i < LEVELS; i++)
        if (strcmp(code, levels[i]) == 0)
            return i;
    return -1;
}

/* Which column of the observations holds what. */
static size_t column_named(const char *heads, const char *name)
{
    for (size_t i = 0; i < 20; i++)
        if (strcmp(field(heads, i), name) == 0)
            return i;
    fail_msg("no column %s", name);
    return 0;
}

static void add_up(struct sums *sums, const char *csv)
{
    size_t level_at = column_named(csv, "school_level");
    size_t sex_at = column_named(csv, "sex");
    memset(sums, 0, sizeof *sums);
    for (const char *line = strchr(csv, '\n') + 1; *line;
         line = strchr(line, '\n') + 1) {
        const char *area = field(line, 0);
        int year = atoi(field(line, 1)) - FIRST_YEAR;
        int level = level_of(field(line, level_at));
        if (strcmp(field(line, 2), "enrolled") != 0 ||
            *field(line, sex_at) != '\0' || *field(line, 3) == '\0')
            continue;
        assert_in_range(year, 0, YEARS - 1);
        assert_in_range(level, 0, LEVELS - 1);
        double value = strtod(field(line, 3), NULL);
        if (strcmp(area, "VN") == 0)
            sums->country[year][level] += value;
        else if (area[0] == 'R')
            sums->regions[year][level] += value;
        else
            sums->units[year][level] += value;
    }
}

static void country_is_its_parts(void **state) /* (2) */
{
    struct sums sums;
    (void)state;
    need_files();
    struct program_run run = program_run("import " PROJECT);
    add_up(&sums, run.out);
    for (int y = 0; y < YEARS; y++)
        for (int l = 0; l < LEVELS; l++) {
            assert_true(sums.country[y][l] > 2e6);
            assert_near(sums.units[y][l], sums.country[y][l], 0);
        }
    program_free(&run);
}

static void regions_fall_short(void **state) /* (3) */
{
    struct sums sums;
    int found = 0;
    (void)state;
    need_files();
    struct program_run import = program_run("import " PROJECT);
    add_up(&sums, import.out);
    struct program_run check = program_run("check " PROJECT " --format csv");
    for (int y = 0; y < YEARS; y++)
        for (int l = 0; l < LEVELS; l++) {
            bool year = y == 0 || y == 1 || y == 2 || y == 4 || y == 5;
            bool level = l == 0 || l == 3;
            double gap = sums.country[y][l] - sums.regions[y][l];
            assert_int_equal(gap > 0, year && level);
            if (gap == 0)
                continue;
            /* The total as a reader of the file sees it, in its own column. */
            char total[32];
            snprintf(total, sizeof total, ",%.0f,", sums.country[y][l]);
            assert_non_null(strstr(check.out, total));
            found++;
        }
    assert_int_equal(found, 10);
    assert_near(sums.country[0][0] - sums.regions[0][0], 5555, 0);
    int mismatches = 0;
    for (const char *at = check.out;
         (at = strstr(at, "\ntotal_mismatch")) != NULL; at++)
        mismatches += strstr(at, "Number of pupils") != NULL &&
                      strstr(at, "Number of pupils") < strchr(at + 1, '\n');
    assert_int_equal(mismatches, 10);
    program_free(&import);
    program_free(&check);
}

static size_t times(const char *text, const char *what)
{
    size_t count = 0;
    for (; (text = strstr(text, what)) != NULL; text += strlen(what))
        count++;
    return count;
}

static void jumps(void **state) /* (4) */
{
    (void)state;
    need_files();
    struct program_run run = program_run("check " PROJECT " --format csv");
    assert_in_range(times(run.out, "\njump,"), 2, 20);
    assert_int_equal(times(run.out, ",2011 Total,118675,"), 1);
    assert_int_equal(times(run.out, ",2012 Total,67481,"), 0);
    assert_int_equal(times(run.out, ",2006 Lower secondary,44774,"), 1);
    assert_int_equal(times(run.out, ",2007 Lower secondary,63401,"), 0);
    program_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thai_binh),
        cmocka_unit_test(country_is_its_parts),
        cmocka_unit_test(regions_fall_short),
        cmocka_unit_test(jumps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
