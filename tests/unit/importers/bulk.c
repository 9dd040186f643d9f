/*
 * bulk.c - the bulk job: what is added, what is not, and that pieces, threads
 * and the quick way change nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "importers/bulk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "tests/house.h"

/* --- running it ---------------------------------------------------------- */

/* a|b|value|rows, a line a group; then findings; then read=added+… */
static void add_result(struct text *out, const struct bulk_sums *sums,
                       struct findings *findings)
{
    for (size_t i = 0; i < sums->count; i++) {
        const struct bulk_group *group = sums->groups[i];
        for (size_t k = 0; k < sums->columns; k++)
            text_addf(out, "%s|", sums->texts[k][group->words[k]]);
        number_add_exact(out, sums->values[i]);
        text_addf(out, "|%lu\n", (unsigned long)group->rows);
    }
    findings_sort(findings);
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        text_addf(out, "%s %u:%u", finding_rule_name(finding->rule),
                  finding->line, finding->column);
        if (finding->value != NULL)
            text_addf(out, " %s", finding->value);
        if (finding->count > 1)
            text_addf(out, " x%u", finding->count);
        text_add_char(out, '\n');
    }
    text_addf(out, "%zu=%zu+%zu+%zu\n", sums->counts.read, sums->counts.added,
              sums->counts.ignored, sums->counts.rejected);
}

static struct text run(struct bulk_request request, struct fault *fault)
{
    struct text out = text_new();
    struct arena *arena = arena_new();
    struct findings *findings = findings_new(arena);
    struct bulk_sums sums;
    *fault = (struct fault){ 0 };
    if (bulk_add_up(&sums, &request, arena, findings, fault))
        add_result(&out, &sums, findings);
    arena_free(arena);
    return out;
}

/* The ways of cutting up the work; all must give the same. */
static const struct bulk_request ways[] = {
    { .threads = 1 },
    { .threads = 1, .piece_size = 64 },
    { .threads = 2, .piece_size = 64 },
    { .threads = 3, .piece_size = 100 },
    { .threads = 1, .piece_size = 1 },
    { .threads = 1, .by_record = true },
    { .threads = 1, .piece_size = 64, .by_record = true },
};

enum { WAYS = sizeof ways / sizeof ways[0] };

static void check_ways(const char *path, struct bulk_names by,
                       const char *wanted)
{
    for (size_t w = 0; w < WAYS; w++) {
        struct bulk_request request = ways[w];
        struct fault fault;
        request.paths = &path;
        request.path_count = 1;
        request.by = by;
        struct text got = run(request, &fault);
        if (strcmp(got.bytes, wanted) != 0)
            print_error("way %zu of %s\n", w, path);
        assert_string_equal(got.bytes, wanted);
        text_free(&got);
    }
}

static const char *const a_and_b[] = { "a", "b" };
static const struct bulk_names by_a_and_b = { a_and_b, 2 };

/* --- rows, one by one ---------------------------------------------------- */

static const struct {
    const char *label, *file, *wanted;
} cases[] = {
    { "two rows of a group", "a,b,value\nx,F,1\nx,F,2\n",
      "x|F|3|2\n2=2+0+0\n" },
    { "heads in any order and case", "Value,note, B ,A\n1,n,F,x\n",
      "x|F|1|1\n1=1+0+0\n" },
    { "titles above the heads", "Table 1\n\na,b,value\nx,F,1\n",
      "x|F|1|1\n1=1+0+0\n" },
    { "sorted by bytes",
      "a,b,value\nb,F,1\nB,F,1\na,M,1\na,F,1\n\xC3\xA1,F,1\n",
      "B|F|1|1\na|F|1|1\na|M|1|1\nb|F|1|1\n\xC3\xA1|F|1|1\n5=5+0+0\n" },
    { "an empty word is a group", "a,b,value\nx,,1\n,F,2\nx,F,4\n",
      "|F|2|1\nx||1|1\nx|F|4|1\n3=3+0+0\n" },
    { "white space and normal forms are one word",
      "a,b,value\n x ,F,1\nx,\"F \",2\nx\xC2\xA0,F,4\ne\xCC\x81,F,1\n"
      "\xC3\xA9,F,1\n",
      "x|F|7|3\n\xC3\xA9|F|2|2\n5=5+0+0\n" },
    { "absent is not 0", "a,b,value\nx,F,\nx,M,\nx,M,0\nx,F,-\n",
      "x|F||2\nx|M|0|2\n4=4+0+0\n" },
    { "a sign nobody knows is missing, and doubted", "a,b,value\nx,F,?\n",
      "x|F||1\nunknown_mark 2:3 ?\n1=1+0+0\n" },
    { "no number", "a,b,value\nx,F,1\nx,F,\"1,5\"\nx,F,n\nx,F,1..2\n",
      "x|F|1|1\nbad_number 3:3 1,5\nbad_number 4:3 n\nbad_number 5:3 1..2\n"
      "4=1+0+3\n" },
    { "decimals are exact", "a,b,value\nx,F,0.1\nx,F,0.2\nx,M,-0.5\nx,M,1.25\n",
      "x|F|0.3|2\nx|M|0.75|2\n4=4+0+0\n" },
    { "tidy's other ways of writing",
      "a,b,value\nx,F,\"1,234.5\"\nx,M,1e6\nx,N, 12 \ny,F,007\ny,M,\"(3)\"\n",
      "x|F|1234.5|1\nx|M|1000000|1\nx|N|12|1\ny|F|7|1\ny|M|-3|1\n5=5+0+0\n" },
    { "CRLF, a mark, semicolons",
      "\xEF\xBB\xBF"
      "a;b;value\r\nx;F;1\r\nx;F;2\r\n",
      "x|F|3|2\n2=2+0+0\n" },
    { "tabs and no last newline", "a\tb\tvalue\nx\tF\t1\nx\tF\t2",
      "x|F|3|2\n2=2+0+0\n" },
    { "carriage returns alone", "a,b,value\rx,F,1\rx,F,2\rx,F,z\r",
      "x|F|3|2\nbad_number 4:3 z\n3=2+0+1\n" },
    { "a lone carriage return", "a,b,value\nx,F,1\rx,F,2\nx,F,q\n",
      "x|F|3|2\nbad_number 4:3 q\n3=2+0+1\n" },
    { "quotes",
      "a,b,value\n\"x\",\"F\",\"1\"\n\"x\",F,2\n\"x \"\"y\"\"\",F,4\n",
      "x|F|3|2\nx \"y\"|F|4|1\n3=3+0+0\n" },
    { "newlines and delimiters in quotes",
      "a,b,value\n\"x\ny,z\",F,1\n\"x\ny,z\",F,2\nx,F,bad\n",
      "x\ny,z|F|3|2\nbad_number 6:3 bad\n3=2+0+1\n" },
    { "a quote astray", "a,b,value\nx\"y,F,1\nz,F,2\n\"w\",F,4\n",
      "w|F|4|1\nx\"y|F|1|1\nz|F|2|1\nstray_quote 2:1 x\"y\n3=3+0+0\n" },
    { "an open quote takes its row alone",
      "a,b,value\nx,F,1\n\"x,F,2\nx,F,4\ny,F,8\n",
      "x|F|7|3\ny|F|8|1\nopen_quote 3:0\n4=4+0+0\n" },
    { "short and long rows", "a,b,value\nx,F\nx\nx,F,1,2\nx,F,1,,\n\n",
      "x|F|2|2\ncut_row 2:0\ncut_row 3:0\nlong_row 4:0\n4=2+0+2\n" },
    { "a word missing at the end", "a,value,b\nx,1\nx,2,F\n",
      "x||1|1\nx|F|2|1\nshort_row 2:0\n2=2+0+0\n" },
    { "rows with nothing in them, and the heads once more",
      "a,b,value\n,,\nx,F,1\nA,B,Value\n , ,\n", "x|F|1|1\n4=1+3+0\n" },
    { "bytes that are no text", "a,b,value\n\xFF,F,1\nx,F,2\n",
      "x|F|2|1\nundecodable 2:1 \xEF\xBF\xBD\n2=1+0+1\n" },
    { "status and other columns are not read",
      "a,b,value,status\nx,F,1,missing\nx,F,2,\"\"\n", "x|F|3|2\n2=2+0+0\n" },
    { "large sums keep their units",
      "a,b,value\nx,F,9007199254740991\nx,F,1\ny,F,123456789012345678\n",
      "x|F|9007199254740992|2\ny|F|1.2345678901234568e17|1\n3=3+0+0\n" },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("%s\n", cases[i].label);
        check_ways(test_write("case.csv", cases[i].file), by_a_and_b,
                   cases[i].wanted);
    }
}

static void test_zero_byte(void **state)
{
    (void)state;
    static const char file[] = "a,b,value\nx,F,1\nx\0y,F,2\nx,F,4\n";
    check_ways(test_write_bytes("zero.csv", file, sizeof file - 1), by_a_and_b,
               "x|F|5|2\nnul_byte 3:0\n3=2+0+1\n");
}

static void test_many_bad_rows_are_one_mistake(void **state)
{
    (void)state;
    struct text file = text_new();
    text_add(&file, "a,b,value\n");
    for (int i = 0; i < 1000; i++)
        text_addf(&file, "x,F,n%d\n", i);
    const char *path = test_write("bad.csv", file.bytes);
    struct text wanted = text_new();
    for (int i = 0; i < BULK_NOTES_KEPT; i++)
        text_addf(&wanted, "bad_number %d:3 n%d%s\n", i + 2, i,
                  i + 1 == BULK_NOTES_KEPT ? " x981" : "");
    text_add(&wanted, "1000=0+0+1000\n");
    check_ways(path, by_a_and_b, wanted.bytes);
    text_free(&wanted);
    text_free(&file);
}

/* --- files --------------------------------------------------------------- */

static void test_files_add_up(void **state)
{
    (void)state;
    char one[512], two[512];
    snprintf(one, sizeof one, "%s",
             test_write("one.csv", "a,b,value\nx,F,1\ny,F,2\n"));
    snprintf(two, sizeof two, "%s",
             test_write("two.csv", "value;b;c;a\n4;F;;x\nq;F;;x\n"));
    const char *paths[] = { one, two };
    for (size_t threads = 1; threads <= 3; threads++) {
        struct fault fault;
        struct text got = run((struct bulk_request){ .paths = paths,
                                                     .path_count = 2,
                                                     .by = by_a_and_b,
                                                     .threads = threads },
                              &fault);
        assert_string_equal(got.bytes,
                            "x|F|5|2\ny|F|2|1\nbad_number 3:1 q\n4=3+0+1\n");
        text_free(&got);
    }
}

static void fails(const char *path, const char *message, const char *near)
{
    struct fault fault;
    struct text got = run((struct bulk_request){ .paths = &path,
                                                 .path_count = 1,
                                                 .by = by_a_and_b },
                          &fault);
    assert_fault(&fault, message);
    if (near != NULL)
        assert_string_equal(fault_argument(&fault, "near"), near);
    assert_string_equal(got.bytes, "");
    text_free(&got);
}

static void test_faults(void **state)
{
    (void)state;
    fails(test_path("no-such.csv"), "file.missing", NULL);
    fails(test_folder(), "file.is_folder", NULL);
    fails(test_write("f.csv", "a,c,value\nx,F,1\n"),
          "sheet.missing_column_near", "a");
    fails(test_write("f.csv", "a,b,valeu\nx,F,1\n"),
          "sheet.missing_column_near", "valeu");
    fails(test_write("f.csv", "a,b,value,B\nx,F,1,1\n"), "sheet.duplicate_head",
          NULL);
    fails(test_write_bytes("f.csv",
                           "\xFF\xFE"
                           "a\0,\0b\0\n\0",
                           10),
          "sheet.nul", NULL);
    fails(test_write("f.csv", "a,b,value,\xFF\nx,F,1,\n"), "sheet.not_utf8",
          NULL);
    check_ways(test_write("f.csv", "\n \n"), by_a_and_b,
               "empty_file 0:0\n0=0+0+0\n");
    check_ways(test_write("f.csv", "a,b,value\n"), by_a_and_b, "0=0+0+0\n");
}

/* --- exactness ----------------------------------------------------------- */

/* In floating point 1e300 + 1 + 0.1 - 1e300 is 0, 1, 1.1 or 0.1, as the order
 * has it. A wide number and its opposite leave nothing. */
static void test_order_does_not_matter(void **state)
{
    (void)state;
    check_ways(test_write("order.csv",
                          "a,b,value\nx,F,1e300\nx,F,1\nx,F,0.1\nx,F,-1e300\n"),
               by_a_and_b, "x|F|1.1|4\n4=4+0+0\n");
    check_ways(test_write("order.csv",
                          "a,b,value\nx,F,1e-12\nx,F,2e-12\nx,F,-1e-12\n"
                          "y,F,0.6666666666666666\nx,F,1e-12\n"),
               by_a_and_b, "x|F|3e-12|4\ny|F|0.6666666666666666|1\n5=5+0+0\n");
}

/* --- random nasty files -------------------------------------------------- */

static uint32_t random_below(uint64_t *seed, uint32_t end)
{
    *seed = *seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (uint32_t)((*seed >> 33) % end);
}

/* As many words as there are; what stands in the file is quoted or not. */
static const char *const nasty[] = { "x",
                                     "",
                                     "a,b",
                                     "line\nend",
                                     "\"q\"",
                                     "crlf\r\nin",
                                     "ấ",
                                     "longer than eight",
                                     "longer than sixteen bytes, quoted",
                                     ";",
                                     "12345678",
                                     "\n\n" };

enum { NASTY = sizeof nasty / sizeof nasty[0] };

static void add_cell(struct text *out, const char *word, bool quoted)
{
    if (!quoted && strpbrk(word, ",\"\r\n") == NULL) {
        text_add(out, word);
        return;
    }
    text_add_char(out, '"');
    for (; *word != '\0'; word++)
        text_addf(out, *word == '"' ? "\"\"" : "%c", *word);
    text_add_char(out, '"');
}

/* The file in [out], and the sums worked out while writing it. */
struct truth {
    long sums[NASTY][NASTY], rows[NASTY][NASTY], all;
};

static void write_nasty(struct text *out, struct truth *truth, uint64_t seed)
{
    uint32_t words = 1 + random_below(&seed, NASTY);
    uint32_t often = 1 + random_below(&seed, 8); /* how rare quotes are */
    bool crlf = random_below(&seed, 2);
    text_addf(out, "b,value,c,a%s", crlf ? "\r\n" : "\n");
    for (int i = 0; i < 300; i++) {
        uint32_t a = random_below(&seed, words), b = random_below(&seed, words);
        uint32_t c = random_below(&seed, words);
        int value = (int)random_below(&seed, 2000) - 1000;
        add_cell(out, nasty[b], random_below(&seed, often) == 0);
        text_addf(out, ",%d,", value);
        add_cell(out, nasty[c], random_below(&seed, often) == 0);
        text_add_char(out, ',');
        add_cell(out, nasty[a], random_below(&seed, often) == 0);
        text_add(out, crlf ? "\r\n" : "\n");
        truth->sums[a][b] += value;
        truth->rows[a][b]++;
        truth->all++;
    }
}

/* Cells are trimmed: what is nothing but newlines is empty. */
static size_t word_of(size_t at)
{
    return strcmp(nasty[at], "\n\n") == 0 ? 1 : at;
}

static int by_nasty(const void *left, const void *right)
{
    const size_t *a = left, *b = right;
    return strcmp(nasty[*a], nasty[*b]);
}

static struct text truth_told(const struct truth *truth)
{
    struct text out = text_new();
    size_t order[NASTY];
    long sums[NASTY][NASTY] = { 0 }, rows[NASTY][NASTY] = { 0 };
    for (size_t a = 0; a < NASTY; a++) {
        order[a] = a;
        for (size_t b = 0; b < NASTY; b++) {
            sums[word_of(a)][word_of(b)] += truth->sums[a][b];
            rows[word_of(a)][word_of(b)] += truth->rows[a][b];
        }
    }
    qsort(order, NASTY, sizeof order[0], by_nasty);
    for (size_t i = 0; i < NASTY; i++)
        for (size_t k = 0; k < NASTY; k++)
            if (rows[order[i]][order[k]] > 0)
                text_addf(&out, "%s|%s|%ld|%ld\n", nasty[order[i]],
                          nasty[order[k]], sums[order[i]][order[k]],
                          rows[order[i]][order[k]]);
    text_addf(&out, "%ld=%ld+0+0\n", truth->all, truth->all);
    return out;
}

static void test_random_files(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct text file = text_new();
        struct truth *truth = calloc(1, sizeof *truth);
        assert_non_null(truth);
        write_nasty(&file, truth, seed);
        struct text wanted = truth_told(truth);
        check_ways(test_write("nasty.csv", file.bytes), by_a_and_b,
                   wanted.bytes);
        text_free(&wanted);
        text_free(&file);
        free(truth);
    }
}

/* Quotes astray in a file of many pieces: an open one, and one inside a cell,
 * early and late; each takes its own row alone. */
static void test_quotes_astray_over_pieces(void **state)
{
    (void)state;
    enum { ROWS = 60000, WORDS = 7 };
    long sums[WORDS] = { 0 }, rows[WORDS] = { 0 };
    struct text file = text_new(), wanted = text_new();
    text_add(&file, "a,b,value\n");
    for (int i = 0; i < ROWS; i++) {
        if (i == 50 || i == 59000)
            text_add(&file, "in\"side,F,1\n");
        if (i == 100 || i == 40000)
            text_add(&file, "\"open,F,1\n");
        text_addf(&file, i % 3 ? "w%d,F,%d\n" : "\"w%d\",F,%d\n", i % WORDS, i);
        sums[i % WORDS] += i;
        rows[i % WORDS]++;
    }
    text_add(&wanted, "in\"side|F|2|2\nopen|F|2|2\n");
    for (int w = 0; w < WORDS; w++)
        text_addf(&wanted, "w%d|F|%ld|%ld\n", w, sums[w], rows[w]);
    /* Lines: the heads, the rows before, and the strange rows before. */
    text_add(&wanted, "open_quote 103:0\nopen_quote 40004:0\n"
                      "stray_quote 52:1 in\"side\n"
                      "stray_quote 59005:1 in\"side\n");
    text_addf(&wanted, "%d=%d+0+0\n", ROWS + 4, ROWS + 4);
    check_ways(test_write("astray.csv", file.bytes), by_a_and_b, wanted.bytes);
    text_free(&wanted);
    text_free(&file);
}

/* So many groups that all tables grow and windows follow one another. */
static void test_many_groups(void **state)
{
    (void)state;
    enum { AREAS = 7000, TIMES = 3 };
    struct text file = text_new(), wanted = text_new();
    text_add(&file, "a,b,value\n");
    for (int t = 0; t < TIMES; t++)
        for (int i = 0; i < AREAS; i++)
            text_addf(&file, "%05d,%c,%d\n", i * 3701 % AREAS, "FM"[i & 1],
                      i + t);
    long sums[AREAS], sex[AREAS];
    for (int i = 0; i < AREAS; i++) {
        sums[i * 3701 % AREAS] = (long)i * TIMES + 3;
        sex[i * 3701 % AREAS] = i & 1;
    }
    for (int a = 0; a < AREAS; a++)
        text_addf(&wanted, "%05d|%c|%ld|%d\n", a, "FM"[sex[a]], sums[a], TIMES);
    text_addf(&wanted, "%d=%d+0+0\n", AREAS * TIMES, AREAS * TIMES);
    check_ways(test_write("many.csv", file.bytes), by_a_and_b, wanted.bytes);
    text_free(&wanted);
    text_free(&file);
}

/* --- the scanner --------------------------------------------------------- */

static void test_scan(void **state)
{
    (void)state;
    static const char bytes[] = "ab,;\n\r\"\1";
    static struct bulk_marks marks;
    static char text[BULK_WINDOW + BULK_PAD];
    uint64_t seed = 7;
    for (size_t length = 0; length < 400; length++) {
        size_t ends = 1, lines = 0, odd = 0;
        for (size_t i = 0; i < length + BULK_PAD; i++)
            text[i] = bytes[random_below(&seed, sizeof bytes)];
        bulk_scan(&marks, text, length, ',');
        for (size_t i = 0; i < length; i++) {
            char c = text[i];
            if (c == ',' || c == '\n')
                assert_int_equal(marks.ends[ends++], i);
            if (c == '\n')
                assert_int_equal(marks.lines[lines++], i);
            if (c == '"' || (unsigned char)c <= 1 ||
                (i > 0 && text[i - 1] == '\r' && c != '\n'))
                assert_int_equal(marks.odd[odd++], i);
        }
        assert_int_equal(marks.end_count, ends);
        assert_int_equal(marks.line_count, lines);
        assert_int_equal(marks.odd_count, odd);
        assert_int_equal(bulk_count(text, length, '\n'), lines);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_zero_byte),
        cmocka_unit_test(test_many_bad_rows_are_one_mistake),
        cmocka_unit_test(test_files_add_up),
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_order_does_not_matter),
        cmocka_unit_test(test_random_files),
        cmocka_unit_test(test_quotes_astray_over_pieces),
        cmocka_unit_test(test_many_groups),
        cmocka_unit_test(test_scan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
