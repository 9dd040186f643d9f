/*
 * number_format.c - from a printed number to a workbook's format. The formats
 * wanted are written after ECMA-376, part 1, 18.8.31.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/number_format.h"

#include "tests/house.h"
#include <string.h>

static const struct {
    const char *text, *language;
    double number;
    const char *format; /* NULL: words */
} cases[] = {
    { "33,7", "vi", 33.68, "[$-42A]#,##0.0" },
    { "33.7", "en", 33.68, "[$-409]#,##0.0" },
    { "1.884.051", "vi", 1884051, "[$-42A]#,##0" },
    { "1,884,051.25", "en", 1884051.25, "[$-409]#,##0.00" },
    { "▲ 1.234,5 (p)", "vi", 1234.5, "[$-42A]\"▲ \"#,##0.0\" (p)\"" },
    { "77,1%", "vi", 77.1, "[$-42A]#,##0.0\"%\"" },
    { "3,0 điểm phần trăm", "vi", 3, "[$-42A]#,##0.0\" điểm phần trăm\"" },
    { "+1,2", "vi", 1.2, "[$-42A]\"+\"#,##0.0;\"\u2212\"#,##0.0;#,##0.0" },
    { "\u22120,4", "vi", -0.4,
      "[$-42A]\"+\"#,##0.0;\"\u2212\"#,##0.0;#,##0.0" },
    { "5 \"x\"", "vi", 5, "[$-42A]#,##0\" 'x'\"" },
    /* The sign of a sentence is no part of the number. */
    { "5.", "vi", 5, "[$-42A]#,##0\".\"" },
    { "5,", "en", 5, "[$-409]#,##0\",\"" },
    /* Another number than the one printed, more than one, none. */
    { "33,7", "vi", 33.9, NULL },
    { "\u221233,7", "vi", 33.7, NULL },
    { "33,7", "en", 33.7, NULL },
    { "80% (2025)", "vi", 80, NULL },
    { "…", "vi", 0, NULL },
    { "", "vi", 0, NULL },
    { "1,2,3", "vi", 1.2, NULL },
};

static void formats(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char format[NUMBER_FORMAT_ROOM];
        bool found = number_format(format, cases[i].text, cases[i].number,
                                   cases[i].language);
        if (found != (cases[i].format != NULL))
            fail_msg("%s: %d", cases[i].text, found);
        if (found)
            assert_string_equal(format, cases[i].format);
    }
}

static void too_many_words(void **state)
{
    (void)state;
    char text[NUMBER_FORMAT_ROOM + 8], format[NUMBER_FORMAT_ROOM];
    memset(text, 'x', sizeof text);
    text[0] = '7';
    text[sizeof text - 1] = '\0';
    assert_false(number_format(format, text, 7, "vi"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats),
        cmocka_unit_test(too_many_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
