/*
 * message.c - the places of a message and who fills them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include "engine/base/arena.h"
#include "engine/model/finding.h"
#include "engine/model/message.h"

static struct message items[] = {
    { "areas.parent_unknown", "{code} in {parent} ({where}, line {line})" },
    { "brace", "values: {{x: 1} and {name}" },
    { "broken", "a { b } {name c {" },
    { "finding.unknown_area",
      "no area \"{value}\" in {file}:{line} ({count})" },
    { "nested", "{na{name}" },
    { "plain", "nothing to fill" },
    { "two", "{name}: {count} rows, {name}" },
};
static const struct messages messages = { "en", items,
                                          sizeof items / sizeof *items };
static struct text out;

static int start(void **state)
{
    (void)state;
    out = text_new();
    return 0;
}

static int finish(void **state)
{
    (void)state;
    text_free(&out);
    return 0;
}

static void messages_are_found_by_id(void **state)
{
    (void)state;
    for (size_t i = 0; i < messages.count; i++)
        assert_string_equal(message_text(&messages, items[i].id),
                            items[i].text);
    assert_string_equal(message_text(&messages, "absent"), "absent");
    assert_string_equal(message_text(&messages, ""), "");
    assert_true(message_known(&messages, "plain"));
    assert_false(message_known(&messages, "plai"));
    const struct messages none = { "en", NULL, 0 };
    assert_string_equal(message_text(&none, "plain"), "plain");
}

static void places_are_filled(void **state)
{
    (void)state;
    message_add(&out, &messages, "two", "count", "3", "name", "a.csv",
                (char *)NULL);
    assert_string_equal(out.bytes, "a.csv: 3 rows, a.csv");
}

static void a_place_without_a_value_stays(void **state)
{
    (void)state;
    message_add(&out, &messages, "two", "count", "3", "name", NULL,
                (char *)NULL);
    assert_string_equal(out.bytes, "{name}: 3 rows, {name}");
}

static void braces_that_open_no_place_print_themselves(void **state)
{
    (void)state;
    message_add(&out, &messages, "brace", "name", "y", "x: 1", "wrong",
                (char *)NULL);
    text_add(&out, "|");
    message_add(&out, &messages, "broken", "name", "y", (char *)NULL);
    text_add(&out, "|");
    message_add(&out, &messages, "nested", "name", "y", (char *)NULL);
    assert_string_equal(out.bytes,
                        "values: {x: 1} and y|a { b } {name c {|{nay");
}

static void a_value_is_not_read_as_a_message(void **state)
{
    (void)state;
    message_add(&out, &messages, "two", "name", "{count}{{", "count", "%s",
                (char *)NULL);
    assert_string_equal(out.bytes, "{count}{{: %s rows, {count}{{");
}

static void packed_arguments_fill_too(void **state)
{
    (void)state;
    char room[64];
    size_t used = pack_pair(room, sizeof room, 0, "name", "a");
    pack_pair(room, sizeof room, used, "count", "7");
    message_add_packed(&out, &messages, "two", room);
    text_add(&out, "|");
    message_add_packed(&out, &messages, "plain", NULL);
    assert_string_equal(out.bytes, "a: 7 rows, a|nothing to fill");
}

static const char *fault_text(struct place place)
{
    struct fault fault;
    assert_false(fault_set(&fault, FAULT_USAGE, place, "areas.parent_unknown",
                           "code", "339", "parent", "99", (char *)NULL));
    text_clear(&out);
    message_add_fault(&out, &messages, &fault);
    return out.bytes;
}

static void a_fault_prints_the_place_it_knows(void **state)
{
    (void)state;
    assert_string_equal(fault_text((struct place){ "areas.csv", 12, 3 }),
                        "areas.csv:12:3: 339 in 99 (areas.csv, line 12)");
    assert_string_equal(fault_text((struct place){ "areas.csv", 12, 0 }),
                        "areas.csv:12: 339 in 99 (areas.csv, line 12)");
    assert_string_equal(fault_text(PLACE_FILE("areas.csv")),
                        "areas.csv: 339 in 99 (areas.csv, line {line})");
    assert_string_equal(fault_text(NO_PLACE), "339 in 99 (, line {line})");
}

static void a_finding_lends_its_fields(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct findings *ledger = findings_new(arena);
    struct finding_place place = { "a.csv", 5, 2, "Huyện", "Hùng Hà", NULL };
    struct finding *finding =
        finding_add(ledger, FINDING_unknown_area, place, (char *)NULL);
    finding->count = 4;
    message_add_finding(&out, &messages, finding);
    assert_string_equal(out.bytes, "no area \"Hùng Hà\" in a.csv:5 (4)");
    /* An argument of the same name wins. */
    finding = finding_add(ledger, FINDING_unknown_area, place, "value", "X",
                          (char *)NULL);
    text_clear(&out);
    message_add_finding(&out, &messages, finding);
    assert_string_equal(out.bytes, "no area \"X\" in a.csv:5 (1)");
    arena_free(arena);
}

#define TEXT_TEST(test) cmocka_unit_test_setup_teardown(test, start, finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_TEST(messages_are_found_by_id),
        TEXT_TEST(places_are_filled),
        TEXT_TEST(a_place_without_a_value_stays),
        TEXT_TEST(braces_that_open_no_place_print_themselves),
        TEXT_TEST(a_value_is_not_read_as_a_message),
        TEXT_TEST(packed_arguments_fill_too),
        TEXT_TEST(a_fault_prints_the_place_it_knows),
        TEXT_TEST(a_finding_lends_its_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
