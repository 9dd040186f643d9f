/*
 * draft_sample.c - drafts for files whose right layout is known.
 *
 * The shipped layouts are taken away, a layout is drafted from the file, every
 * TODO is filled with the quantity that the shipped layout gives that head (or
 * the line deleted when it gives none), and the file is read by it. The
 * observations must be those that the shipped layout gives, line by line.
 *
 * HOCTAP_SHOW=1 prints for each file what differs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "engine/model/table.h"
#include "importers/decode.h"
#include "importers/detect.h"
#include "importers/draft.h"
#include "importers/import.h"
#include "importers/layout.h"
#include "importers/study.h"

static struct arena *arena, *scratch;

static const struct study *load(const char *project)
{
    struct fault fault = { .message = "" };
    struct study_request request = { project, "data", "vi" };
    struct study *study;
    if (!study_load(&study, &request, arena, NULL, &fault))
        fail_msg("%s:%u: %s", fault.where, fault.line, fault.message);
    return study;
}

/* The heads of the file as the shipped layout finds them. */
static void shipped_heads(struct detected *out, const struct study *study,
                          const char *path)
{
    struct decoded decoded;
    struct fault fault;
    char *bytes;
    size_t length;
    struct candidates candidates = { .layouts = study->layouts,
                                     .count = study->layout_count };
    assert_true(file_read(&bytes, &length, path, 0, arena, &fault));
    assert_true(decode(&decoded, bytes, length, ENCODING_AUTO, arena));
    detect(out, decoded.text, decoded.length, &candidates, arena);
    assert_int_equal(out->outcome, DETECT_FOUND);
}

/* The quantity of the shipped layout for a column of the draft; NULL: none. */
static const char *answer(const struct layout_column *column,
                          const struct detected *shipped)
{
    struct layout one = { .columns = (struct layout_column *)(uintptr_t)column,
                          .column_count = 1 };
    for (size_t i = 0; i < shipped->heads.count; i++) {
        const struct layout_column *right =
            head_column(shipped->layout, &shipped->heads, i, arena);
        if (right != NULL && right->quantity != NULL &&
            head_column(&one, &shipped->heads, i, arena) != NULL)
            return right->quantity;
    }
    return NULL;
}

/* What only a person can know of three files, and what the draft has there. */
static const struct completion {
    const char *file, *drafted, *completed;
} completions[] = {
    /* The file does not say that it counts thousands. */
    { "Average population", "quantity: population}",
      "quantity: population, scale: 1000}" },
    /* "Schoolgirls" is no name of a code. */
    { "schoolgirls", "quantity: enrolled}",
      "quantity: enrolled, set: {sex: F}}" },
    { "pho-cap", "completers, set: {age: 5}",
      "completers, set: {age: 5, school_level: kindergarten}" },
    { "pho-cap", "completers, set: {sex: F, age: 5}",
      "completers, set: {sex: F, age: 5, school_level: kindergarten}" },
    /* Proposed in the comment, since classes, the nearest, have no ages. */
    { "pho-cap", "grade: 1, school_level: primary}",
      "grade: 1, school_level: primary, age: 6}" },
    { "pho-cap", "trẻ 5 tuổi, quantity: communes_universal",
      "trẻ 5 tuổi, quantity: communes_universal, "
      "set: {universal_standard: preschool}" },
    { "pho-cap", "PCGDTH mức độ 3, quantity: communes_universal",
      "PCGDTH mức độ 3, quantity: communes_universal, "
      "set: {universal_standard: primary_3}" },
    { "pho-cap", "THCS mức độ 3, quantity: communes_universal",
      "THCS mức độ 3, quantity: communes_universal, "
      "set: {universal_standard: lower_secondary_3}" },
    { "pho-cap", "XMC mức độ 2, quantity: communes_universal",
      "XMC mức độ 2, quantity: communes_universal, "
      "set: {universal_standard: literacy_2}" },
};

static const char *complete(const char *path, const char *line)
{
    for (size_t i = 0; i < sizeof completions / sizeof completions[0]; i++) {
        const struct completion *one = &completions[i];
        const char *at = strstr(line, one->drafted);
        if (strstr(path, one->file) != NULL && at != NULL)
            return arena_format(arena, "%.*s%s%s", (int)(at - line), line,
                                one->completed, at + strlen(one->drafted));
    }
    return line;
}

/* Every TODO in its turn, as a person with the list of quantities would. */
static struct text fill(const struct drafted *drafted, const char *path,
                        const struct detected *shipped)
{
    struct text out = text_new();
    const char *at = drafted->yaml.bytes;
    size_t column = 0;
    while (*at != '\0') {
        size_t length = strcspn(at, "\n") + 1;
        const char *line = arena_copy(arena, at, length);
        const char *todo = strstr(line, "quantity: TODO");
        at += length;
        if (text_starts(line, "  decimal: TODO")) {
            text_addf(&out, "  decimal: %s\n",
                      decimal_names[shipped->layout->decimal]);
            continue;
        }
        if (todo == NULL) {
            text_add(&out, line);
            continue;
        }
        while (!drafted->layout->columns[column].unfinished)
            column++;
        const char *quantity =
            answer(&drafted->layout->columns[column++], shipped);
        if (quantity == NULL)
            continue;
        line = arena_format(arena, "%.*squantity: %s%s", (int)(todo - line),
                            line, quantity, todo + strlen("quantity: TODO"));
        text_add(&out, complete(path, line));
    }
    return out;
}

static void say_row(struct text *out, const struct study *study,
                    const struct table *table, size_t row)
{
    const struct quantity *quantity =
        &study->codebook.quantities[table->quantity[row]];
    char room[16];
    text_addf(out, "%s %s", study->areas.items[table->area[row]].code,
              quantity->id);
    text_add(out, " ");
    period_add(out, table->period[row]);
    for (size_t slot = 0; slot < quantity->dimension_count; slot++)
        if (cell_get(table->cell[row], slot) != 0)
            text_addf(out, " %s=%s",
                      study->codebook.dimensions[quantity->dimensions[slot]].id,
                      cell_code(&study->codebook, quantity, &table->bands,
                                table->cell[row], slot, room));
    text_add(out, " ");
    if (has_value(table->value[row]))
        number_add_exact(out, table->value[row]);
    text_addf(out, " %s%s :%u", status_names[table->state[row]],
              table->published[row] ? " T" : "", table->line[row]);
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* All observations of the file, sorted as text. */
static char **observations(const struct study *study, const char *path,
                           size_t *count)
{
    struct table *table = table_new(arena);
    struct fault fault = { .message = "" };
    struct import_context context = { .study = study,
                                      .findings = findings_new(arena),
                                      .scratch = scratch };
    if (!import_file(table, path, path, NULL, &context, &fault))
        fail_msg("%s: %s", fault.where, fault.message);
    char **rows = arena_array(arena, table->count, char *);
    for (size_t i = 0; i < table->count; i++) {
        struct text row = text_new();
        say_row(&row, study, table, i);
        rows[i] = arena_string(arena, row.bytes);
        text_free(&row);
    }
    qsort(rows, table->count, sizeof *rows, by_text);
    *count = table->count;
    for (size_t i = 0; i < context.findings->count && getenv("HOCTAP_SHOW");
         i++)
        printf("    %s:%u %s\n",
               finding_rule_name(context.findings->items[i].rule),
               context.findings->items[i].line,
               context.findings->items[i].arguments != NULL
                   ? context.findings->items[i].arguments + 8
                   : "");
    return rows;
}

/* Rows of [a] that [b] does not have; both sorted. */
static size_t lacking(char *const a[], size_t a_count, char *const b[],
                      size_t b_count, const char *sign)
{
    size_t k = 0, count = 0;
    for (size_t i = 0; i < a_count; i++) {
        while (k < b_count && strcmp(b[k], a[i]) < 0)
            k++;
        if (k < b_count && strcmp(b[k], a[i]) == 0) {
            k++;
            continue;
        }
        if (count++ < 3 && getenv("HOCTAP_SHOW") != NULL)
            printf("    %s %s\n", sign, a[i]);
    }
    return count;
}

/* How many observations differ between the shipped layout and the draft. */
static size_t differences(const struct study *study, const char *path)
{
    struct study bare = *study;
    struct import_context context = { .study = &bare,
                                      .findings = findings_new(arena),
                                      .scratch = scratch };
    struct fault fault = { .message = "" };
    struct drafted drafted;
    struct detected shipped;
    size_t wanted_count, got_count;
    struct layout_list *list = layout_list_new(arena);
    char **wanted = observations(study, path, &wanted_count);
    shipped_heads(&shipped, study, path);
    bare.layout_count = 0;
    if (!draft_file(&drafted, path, path, &context, arena, &fault))
        fail_msg("%s:%u: %s", fault.where, fault.line, fault.message);
    struct text filled = fill(&drafted, path, &shipped);
    if (!layout_parse(list, &filled, &study->codebook, arena, &fault))
        fail_msg("%s:%u:%u %s %s\n%s", path, fault.line, fault.column,
                 fault.message, fault.arguments, filled.bytes);
    bare.layouts = list->items;
    bare.layout_count = list->count;
    char **got = observations(&bare, path, &got_count);
    size_t lost = lacking(wanted, wanted_count, got, got_count, "-");
    size_t more = lacking(got, got_count, wanted, wanted_count, "+");
    if (getenv("HOCTAP_SHOW") != NULL)
        printf("%-28s %5zu observations, %zu lost, %zu more\n", path_name(path),
               wanted_count, lost, more);
    assert_true(wanted_count > 0);
    text_free(&filled);
    text_free(&drafted.yaml);
    return lost + more;
}

static void test_sample(void **state)
{
    static const char folder[] = "data/sample/thai-binh";
    char **paths;
    size_t count, different = 0;
    struct fault fault;
    (void)state;
    const struct study *study = load(folder);
    assert_true(
        files_matching(&paths, &count, folder, "exports/*.csv", arena, &fault));
    assert_int_equal(count, 49);
    for (size_t i = 0; i < count; i++)
        different += differences(study, paths[i]) > 0;
    assert_int_equal(different, 0);
}

static void test_real(void **state)
{
    static const char *const files[] = {
        "Average population by province.csv",
        "Number of direct teaching teachers of general education as of 30 "
        "September by province.csv",
        "Number of pupils of general education as of 30 September by "
        "province.csv",
        "Number of schoolgirls of general education as of 30 September by "
        "province.csv",
        "Percentage of trained employed workers at 15 years of age and above "
        "by province.csv"
    };
    size_t different = 0;
    (void)state;
    const struct study *study = load("tests/real/vietnam");
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        const char *path =
            real_data(arena_format(arena, "vn-gso-education/%s", files[i]));
        if (path == NULL)
            skip();
        different += differences(study, path) > 0;
    }
    assert_int_equal(different, 0);
}

static int start(void **state)
{
    (void)state;
    arena = arena_new();
    scratch = arena_new();
    return 0;
}

static int stop(void **state)
{
    (void)state;
    arena_free(scratch);
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sample, start, stop),
        cmocka_unit_test_setup_teardown(test_real, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
