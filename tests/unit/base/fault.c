/*
 * fault.c - tests of faults: what is kept, what is cut, and where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <errno.h>
#include <string.h>

#include "engine/base/text.h"

static void everything_is_kept(void **state)
{
    (void)state;
    struct fault fault;
    struct place place = { "data/codes.yaml", 17, 4 };
    assert_false(fault_set(&fault, FAULT_USAGE, place, "yaml.unknown_key_near",
                           "key", "nmae", "near", "name", "empty", "",
                           (char *)NULL));
    assert_int_equal(fault.code, FAULT_USAGE);
    assert_string_equal(fault.where, "data/codes.yaml");
    assert_int_equal(fault.line, 17);
    assert_int_equal(fault.column, 4);
    assert_fault(&fault, "yaml.unknown_key_near");
    assert_string_equal(fault_argument(&fault, "key"), "nmae");
    assert_string_equal(fault_argument(&fault, "near"), "name");
    assert_string_equal(fault_argument(&fault, "empty"), "");
    assert_null(fault_argument(&fault, "nmae")); /* a value is no key */
}

static void no_place_and_no_arguments(void **state)
{
    (void)state;
    struct fault fault;
    memset(&fault, 'x', sizeof fault);
    assert_false(
        fault_set(&fault, FAULT_TOOL, NO_PLACE, "tool.missing", (char *)NULL));
    assert_string_equal(fault.where, "");
    assert_int_equal(fault.line + fault.column, 0);
    assert_null(fault_argument(&fault, "key"));
    assert_false(fault_set(&fault, FAULT_TOOL, NO_PLACE, "m", "key",
                           (char *)NULL, (char *)NULL));
    assert_string_equal(fault_argument(&fault, "key"), "");
}

static void long_values_are_cut_between_characters(void **state)
{
    (void)state;
    struct fault fault;
    for (size_t shift = 0; shift < 4; shift++) {
        char value[4 * FAULT_ROOM] = "";
        memset(value, 'a', shift);
        for (size_t i = shift; i + 3 < sizeof value - 1; i += 3)
            memcpy(value + i, "ế", 3);
        fault_set(&fault, FAULT_FILE, PLACE_FILE(value), "m", "long", value,
                  "after", "kept", (char *)NULL);
        const char *kept = fault_argument(&fault, "long");
        size_t length = strlen(kept);
        assert_in_range(length, FAULT_ROOM / 2 - 12, FAULT_ROOM / 2);
        assert_true(text_is_utf8(kept, length, NULL));
        assert_memory_equal(kept, value, length);
        assert_string_equal(fault_argument(&fault, "after"), "kept");
        assert_true(text_is_utf8(fault.where, strlen(fault.where), NULL));
        assert_in_range(strlen(fault.where), FAULT_WHERE_ROOM - 4,
                        FAULT_WHERE_ROOM - 1);
    }
}

static void the_system_gives_its_reason(void **state)
{
    (void)state;
    struct fault fault;
    errno = ENOSPC;
    assert_false(fault_errno(&fault, "out/report.html", "file.unwritable"));
    assert_int_equal(fault.code, FAULT_FILE);
    assert_string_equal(fault.where, "out/report.html");
    assert_string_equal(fault_argument(&fault, "reason"),
                        "No space left on device");
    errno = 99999;
    fault_errno(&fault, "x", "file.unreadable");
    assert_string_equal(fault_argument(&fault, "reason"), "unknown error");
}

static void pairs_pack_and_unpack_at_every_size(void **state)
{
    (void)state;
    for (size_t size = 1; size < 24; size++) {
        char room[32];
        memset(room, '#', sizeof room);
        size_t used = pack_pair(room, size, 0, "area", "Kiến");
        used = pack_pair(room, size, used, "k", "v");
        assert_int_equal(room[used], '\0');
        assert_int_equal(room[size], '#'); /* nothing past the end */
        const char *cursor = room, *value = NULL, *key;
        unsigned pairs = 0;
        while ((key = pack_next(&cursor, &value)) != NULL) {
            assert_true(text_starts(key, pairs == 0 && size >= 7 ? "a" : "k"));
            assert_true(text_is_utf8(value, strlen(value), NULL));
            pairs++;
        }
        /* area,0,Kiến,0,0 takes 13 bytes; k,0,v,0 takes 4 more. */
        if (size >= 17)
            assert_int_equal(pairs, 2);
    }
    const char *nothing = NULL, *value;
    assert_null(pack_next(&nothing, &value));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_kept),
        cmocka_unit_test(no_place_and_no_arguments),
        cmocka_unit_test(long_values_are_cut_between_characters),
        cmocka_unit_test(the_system_gives_its_reason),
        cmocka_unit_test(pairs_pack_and_unpack_at_every_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
