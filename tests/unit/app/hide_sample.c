/*
 * hide_sample.c - the public edition of the sample beside the internal one.
 *
 *  (1) No number of a row that is hidden, known from the internal edition,
 *      stands in a line of any table or export about that indicator, area and
 *      period.
 *  (2) The areas inside the root are named; those beside it have no figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"
#include "tests/program.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"

enum { FIELDS = 40, CELLS = 20000, NUMBERS = 5 };

/* A row of indicators.csv, cut at its commas. */
struct cell {
    const char *indicator, *area, *period, *breakdown, *status;
    const char *numbers[NUMBERS];
};

/* Cuts a line in place; a quoted field only begins with its quote. */
static size_t cut(char *line, const char *fields[])
{
    size_t count = 0;
    bool quoted = false;
    fields[count++] = line;
    for (; *line != '\0' && *line != '\n' && *line != '\r'; line++) {
        quoted = quoted != (*line == '"');
        if (*line != ',' || quoted)
            continue;
        *line = '\0';
        if (count < FIELDS)
            fields[count++] = line + 1;
    }
    *line = '\0';
    return count;
}

static size_t read_cells(struct cell *cells, char *csv)
{
    size_t count = 0;
    for (char *line = csv, *next; (next = strchr(line, '\n')) != NULL;
         line = next + 1) {
        const char *f[FIELDS];
        if (line != csv && count < CELLS && cut(line, f) >= 13) {
            struct cell cell = {
                f[0], f[1], f[4], f[5], f[12], { f[6], f[7], f[8], f[9], f[10] }
            };
            cells[count++] = cell;
        }
    }
    return count;
}

static bool has_field(const char *fields[], size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(fields[i], word) == 0)
            return true;
    return false;
}

/* A small whole number may stand there for something else. */
static bool tells_nothing(const char *number)
{
    return strlen(number) < 4 || strcmp(number, "100") == 0;
}

static void assert_line_silent(const char *fields[], size_t count,
                               const struct cell *hidden, const char *where)
{
    if (!has_field(fields, count, hidden->indicator) ||
        !has_field(fields, count, hidden->area) ||
        !has_field(fields, count, hidden->period))
        return;
    for (size_t i = 0; i < NUMBERS; i++)
        if (!tells_nothing(hidden->numbers[i]) &&
            has_field(fields, count, hidden->numbers[i]))
            fail_msg("%s says %s of %s, %s, %s, %s", where, hidden->numbers[i],
                     hidden->indicator, hidden->area, hidden->period,
                     hidden->breakdown);
}

/* Rows of the whole and of a part stand beside one another in some tables. */
static bool is_shown(const struct cell *cells, size_t count,
                     const struct cell *hidden)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(cells[i].indicator, hidden->indicator) == 0 &&
            strcmp(cells[i].area, hidden->area) == 0 &&
            strcmp(cells[i].period, hidden->period) == 0)
            for (size_t k = 0; k < NUMBERS; k++)
                for (size_t j = 0; j < NUMBERS; j++)
                    if (cells[i].numbers[k][0] != '\0' &&
                        strcmp(cells[i].numbers[k], hidden->numbers[j]) == 0)
                        return true;
    return false;
}

static size_t find_hidden(struct cell *hidden, const struct cell *inside,
                          const struct cell *outside, size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(inside[i].indicator, outside[i].indicator);
        if (strncmp(outside[i].status, "suppressed", 10) == 0 &&
            !is_shown(outside, count, &inside[i]))
            hidden[found++] = inside[i];
    }
    return found;
}

static void assert_table_silent(char *csv, const struct cell *hidden,
                                size_t count, const char *where)
{
    for (char *line = csv, *next; (next = strchr(line, '\n')) != NULL;
         line = next + 1) {
        const char *fields[FIELDS];
        size_t cells = cut(line, fields);
        for (size_t i = 0; i < count; i++)
            assert_line_silent(fields, cells, &hidden[i], where);
    }
}

static struct program_run sample(const char *command, const char *words)
{
    char line[600];
    snprintf(line, sizeof line, "%s data/sample/thai-binh %s", command, words);
    struct program_run run = program_run(line);
    if (run.status > 1)
        fail_msg("%s: %s", line, run.err);
    return run;
}

/* (1) */
static void sample_silent(void **state)
{
    static const char *const tables[] = {
        "comparison", "equity",        "trend",     "standards",
        "evenness",   "groups",        "parity",    "shortfall",
        "plan",       "contributions", "revisions", "findings",
    };
    static struct cell inside[CELLS], outside[CELLS], hidden[CELLS];
    struct program_run in = sample("compute", "--audience internal");
    struct program_run out = sample("compute", "--audience public");
    struct arena *arena = arena_new();
    char words[600];
    (void)state;
    size_t count = read_cells(inside, in.out);
    assert_int_equal(read_cells(outside, out.out), count);
    size_t found = find_hidden(hidden, inside, outside, count);
    assert_true(found > 100);
    snprintf(words, sizeof words, "--audience public -o %s",
             test_path("sample"));
    struct program_run run = sample("run", words);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct fault fault;
        char *csv;
        size_t length;
        snprintf(words, sizeof words, "sample/%s.csv", tables[i]);
        assert_true(
            file_read(&csv, &length, test_path(words), 0, arena, &fault));
        assert_table_silent(csv, hidden, found, tables[i]);
    }
    struct program_run tidy = sample("export", "--audience public -f tidy");
    assert_table_silent(tidy.out, hidden, found, "tidy");
    program_free(&tidy);
    program_free(&run);
    program_free(&in);
    program_free(&out);
    arena_free(arena);
}

/* (2) */
static void named_inside(void **state)
{
    struct program_run table =
        sample("compute", "--audience public --root 342 --tier commune");
    (void)state;
    assert_non_null(strstr(table.out, ",Đông Trà,commune,"));
    assert_null(strstr(table.out, ",343,Kiến Xương,district,"));
    assert_null(strstr(table.out, ",province,"));
    program_free(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sample_silent),
        cmocka_unit_test(named_inside),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
