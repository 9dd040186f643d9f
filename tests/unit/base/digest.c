/*
 * digest.c - known answers for SHA-256: the examples of FIPS 180-4 and the sum
 * of nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/digest.h"

#include <string.h>

#include "tests/house.h"

static void assert_sum(const char *bytes, const char *wanted)
{
    char digits[DIGEST_LENGTH + 1];
    digest_of(digits, bytes, strlen(bytes));
    assert_string_equal(digits, wanted);
}

static void published_examples(void **state)
{
    (void)state;
    assert_sum("", "e3b0c44298fc1c149afbf4c8996fb924"
                   "27ae41e4649b934ca495991b7852b855");
    assert_sum("abc", "ba7816bf8f01cfea414140de5dae2223"
                      "b00361a396177a9cb410ff61f20015ad");
    assert_sum("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
               "248d6a61d20638b8e5c026930c3e6039"
               "a33ce45964ff2167f6ecedd419db06c1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_examples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
