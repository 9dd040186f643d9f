/*
 * finding.c - the ledger of trouble.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "tests/house.h"

#include "engine/base/arena.h"
#include "engine/model/finding.h"

static struct arena *arena;
static struct findings *ledger;

static int open_ledger(void **state)
{
    (void)state;
    arena = arena_new();
    ledger = findings_new(arena);
    return 0;
}

static int close_ledger(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void texts_are_copied(void **state)
{
    (void)state;
    char buffer[] = "Hùng Hà";
    struct finding_place place = { "a.csv", 214, 5, buffer, buffer, buffer };
    struct finding *finding = finding_add(ledger, FINDING_unknown_area, place,
                                          "area", buffer, (char *)NULL);
    memset(buffer, 'x', sizeof buffer - 1);
    assert_string_equal(finding->header, "Hùng Hà");
    assert_string_equal(finding->value, "Hùng Hà");
    assert_string_equal(finding->suggestion, "Hùng Hà");
    assert_int_equal(finding->line, 214);
    assert_int_equal(finding->column, 5);
    assert_int_equal(finding->count, 1);
    assert_int_equal(finding->decided, 0);
    const char *cursor = finding->arguments, *value;
    assert_string_equal(pack_next(&cursor, &value), "area");
    assert_string_equal(value, "Hùng Hà");
    assert_null(pack_next(&cursor, &value));
}

static void cells_are_cut_and_tamed(void **state)
{
    (void)state;
    char huge[500];
    memset(huge, 'a', sizeof huge - 1);
    huge[sizeof huge - 1] = '\0';
    struct finding_place place = { "a.csv", 1, 1, huge, "a\x1B[31m\nb\xC2\x9B",
                                   NULL };
    struct finding *finding = finding_add(ledger, FINDING_bad_number, place,
                                          "area", "x\ty", (char *)NULL);
    const char *cursor = finding->arguments, *value;
    assert_int_equal(strlen(finding->header), 80 + strlen("\u2026"));
    assert_string_equal(finding->header + 80, "\u2026");
    assert_string_equal(finding->value, "a [31m b ");
    assert_string_equal(pack_next(&cursor, &value), "area");
    assert_string_equal(value, "x y");
}

static void a_finding_may_have_no_texts(void **state)
{
    (void)state;
    struct finding_place nowhere = { 0 };
    struct finding *finding =
        finding_add(ledger, FINDING_empty_file, nowhere, (char *)NULL);
    const char *cursor = finding->arguments, *value;
    assert_null(finding->file);
    assert_null(finding->header);
    assert_null(pack_next(&cursor, &value));
}

static void rules_have_names_and_weights(void **state)
{
    (void)state;
    assert_string_equal(finding_rule_name(FINDING_crosswalk_inferred),
                        "crosswalk_inferred");
    assert_int_equal(finding_weight(FINDING_crosswalk_inferred), WEIGHT_NOTE);
    assert_int_equal(finding_weight(FINDING_unknown_area), WEIGHT_REJECT);
    assert_int_equal(finding_weight(FINDING_short_row), WEIGHT_DOUBT);
    for (unsigned r = 0; r < FINDING_RULE_COUNT; r++) {
        assert_non_null(finding_rule_name((enum finding_rule)r));
        assert_true(finding_weight((enum finding_rule)r) < WEIGHT_COUNT);
    }
    assert_string_equal(weight_names[WEIGHT_REJECT], "reject");
}

static void what_is_decided_does_not_stand(void **state)
{
    (void)state;
    struct finding_place place = { .file = "a.csv" };
    finding_add(ledger, FINDING_bad_number, place, (char *)NULL);
    finding_add(ledger, FINDING_bad_number, place, (char *)NULL)->decided = 1;
    finding_add(ledger, FINDING_short_row, place, (char *)NULL);
    finding_add(ledger, FINDING_stray_quote, place, (char *)NULL);
    assert_int_equal(findings_standing(ledger, WEIGHT_REJECT), 1);
    assert_int_equal(findings_standing(ledger, WEIGHT_DOUBT), 2);
    assert_int_equal(findings_standing(ledger, WEIGHT_NOTE), 3);
}

static void add(enum finding_rule rule, const char *file, unsigned line,
                unsigned column, const char *value)
{
    struct finding_place place = { file, line, column, NULL, value, NULL };
    finding_add(ledger, rule, place, (char *)NULL);
}

static void the_heaviest_come_first_then_the_place(void **state)
{
    (void)state;
    add(FINDING_stray_quote, "a.csv", 1, 0, "8");
    add(FINDING_bad_number, "b.csv", 2, 1, "6");
    add(FINDING_bad_number, "a.csv", 10, 1, "5");
    add(FINDING_bad_number, "a.csv", 9, 2, "3");
    add(FINDING_bad_number, "a.csv", 9, 2, "4"); /* the same place: as met */
    add(FINDING_bad_number, "a.csv", 9, 1, "2");
    add(FINDING_short_row, NULL, 0, 0, "7");
    add(FINDING_unknown_area, "z.csv", 99, 1, "1");
    findings_sort(ledger);
    assert_int_equal(ledger->count, 8);
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(ledger->items[i].value[0] - '1', i);
}

static void many_findings_are_kept(void **state)
{
    (void)state;
    for (unsigned i = 0; i < 5000; i++)
        add(FINDING_bad_number, "a.csv", 5000 - i, 1, "x");
    findings_sort(ledger);
    for (unsigned i = 0; i < 5000; i++)
        assert_int_equal(ledger->items[i].line, i + 1);
}

static void an_empty_ledger_is_sorted(void **state)
{
    (void)state;
    findings_sort(ledger);
    assert_int_equal(findings_standing(ledger, WEIGHT_NOTE), 0);
}

#define LEDGER_TEST(test)                                                      \
    cmocka_unit_test_setup_teardown(test, open_ledger, close_ledger)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LEDGER_TEST(texts_are_copied),
        LEDGER_TEST(cells_are_cut_and_tamed),
        LEDGER_TEST(a_finding_may_have_no_texts),
        LEDGER_TEST(rules_have_names_and_weights),
        LEDGER_TEST(what_is_decided_does_not_stand),
        LEDGER_TEST(the_heaviest_come_first_then_the_place),
        LEDGER_TEST(many_findings_are_kept),
        LEDGER_TEST(an_empty_ledger_is_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
