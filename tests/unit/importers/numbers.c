/*
 * numbers.c - tests of numbers as people write them: domain patterns, votes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "importers/numbers.h"

static struct arena *arena;

static int start(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int stop(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* NO_VALUE: cannot be read so. */
struct reading_case {
    const char *cell;
    enum number_shape shape;
    double comma, point;
};

#define NONE NO_VALUE

static void shapes(void **state)
{
    (void)state;
    static const struct reading_case cases[] = {
        { "0", NUMBER_WHOLE, 0, 0 },
        { "1487640", NUMBER_WHOLE, 1487640, 1487640 },
        { "-17", NUMBER_WHOLE, -17, -17 },
        { "\xE2\x88\x92"
          "17",
          NUMBER_WHOLE, -17, -17 },
        { "+17", NUMBER_WHOLE, 17, 17 },
        { "3.417", NUMBER_OPEN_POINT, 3417, 3.417 },
        { "3,417", NUMBER_OPEN_COMMA, 3.417, 3417 },
        { "(1.234)", NUMBER_OPEN_POINT, -1234, -1.234 },
        { "105,56", NUMBER_COMMA, 105.56, NONE },
        { "１２３", NUMBER_WHOLE, 123, 123 },
        { "１．２３４，５", NUMBER_COMMA, 1234.5, NONE },
        { "28.69", NUMBER_POINT, NONE, 28.69 },
        { "0,003", NUMBER_COMMA, 0.003, NONE },
        { "0.45", NUMBER_POINT, NONE, 0.45 },
        { "1234,567", NUMBER_COMMA, 1234.567, NONE },
        { "3.359,80", NUMBER_COMMA, 3359.8, NONE },
        { "3,359.80", NUMBER_POINT, NONE, 3359.8 },
        { "8.718.000", NUMBER_COMMA, 8718000, NONE },
        { "37,176,610", NUMBER_POINT, NONE, 37176610 },
        { "230 065", NUMBER_WHOLE, 230065, 230065 },
        { "230\xC2\xA0"
          "065",
          NUMBER_WHOLE, 230065, 230065 },
        { "1\xE2\x80\xAF"
          "230\xE2\x80\xAF"
          "065,5",
          NUMBER_COMMA, 1230065.5, NONE },
        { "1 234.567", NUMBER_POINT, NONE, 1234.567 },
        { "12%", NUMBER_WHOLE, 12, 12 },
        { "65,6 %", NUMBER_COMMA, 65.6, NONE },
        { ",5", NUMBER_COMMA, 0.5, NONE },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct number number;
        if (!number_scan(&number, cases[i].cell, arena))
            fail_msg("%s is a number", cases[i].cell);
        assert_int_equal(number.shape, cases[i].shape);
        double comma = number_value(&number, DECIMAL_COMMA, 1);
        double point = number_value(&number, DECIMAL_POINT, 1);
        if (has_value(comma) != has_value(cases[i].comma) ||
            has_value(point) != has_value(cases[i].point))
            fail_msg("%s: %g and %g", cases[i].cell, comma, point);
        if (has_value(comma))
            assert_near(comma, cases[i].comma, 0);
        if (has_value(point))
            assert_near(point, cases[i].point, 0);
    }
}

static void no_numbers(void **state)
{
    (void)state;
    static const char *const words[] = {
        "",          "x",       "-",          "1.2.3",    "31.12.2023",
        "1,23E+05",  "12 34",   "1234 567",   ">600.000", "≈76%",
        "KXĐ",       "1-2",     "2018-2019",  ".",        ",",
        "1.234,5,6", "12.",     "0x1F",       "nan",      "1.23,456",
        "Thái Thụy", "1 234 5", "5 tỷ rưỡi",  "1.,5",     "tỷ",
        "%",         "()",      "1'234",      "1,2.3,4",  "-0,5 000",
        "1.2 345",   ", 234",   "1 234,5 678"
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        struct number number;
        if (number_scan(&number, words[i], arena))
            fail_msg("%s is no number", words[i]);
    }
}

static void damage(void **state)
{
    (void)state;
    static const struct {
        const char *cell, *message;
    } cases[] = {
        { "1,23E+05", "import.damage_exponent" },
        { "1.5e6", "import.damage_exponent" },
        { "01-Mar", "import.damage_date" },
        { "Mar-23", "import.damage_date" },
        { "12/01/2023", "import.damage_date" },
        { "2023-01-12", "import.damage_date" },
        { "#N/A", "import.damage_error" },
        { "#DIV/0!", "import.damage_error" },
        { "#####", "import.damage_width" },
        { "91/74", NULL }, /* 91 of 74: wrong, but not a spreadsheet's work */
        { "12-15", NULL },
        { "x", NULL },
        { "", NULL },
        { "e5", NULL },
        { "marx", NULL },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *found = number_damage(cases[i].cell, arena);
        if ((found == NULL) != (cases[i].message == NULL) ||
            (found != NULL && strcmp(found, cases[i].message) != 0))
            fail_msg("%s: %s", cases[i].cell, found);
    }
}

/* A vote keeps its cell whole: it is read again when both readings are said. */
static void votes_keep_the_cell(void **state)
{
    (void)state;
    static const char cell[] = "Ước thực hiện: 1.234 nghìn nghìn nghìn nghìn "
                               "nghìn nghìn nghìn tỷ đồng (*)";
    struct number_vote vote = { .decimals = 0 };
    struct number number;
    assert_true(number_scan(&number, cell, arena));
    number_vote_add(&vote, &number, cell, 7);
    assert_string_equal(vote.cells[NUMBER_OPEN_POINT], cell);
}

/* Words are taken off one by one: not a million of them. */
static void no_endless_number(void **state)
{
    (void)state;
    struct text text = text_new();
    struct number number;
    text_add(&text, "1");
    for (int i = 0; i < 50; i++)
        text_add(&text, " nghìn");
    assert_false(number_scan(&number, text.bytes, arena));
    assert_int_equal(number.shape, NUMBER_NONE);
    text_free(&text);
}

static void scale_words(void **state)
{
    (void)state;
    static const struct {
        const char *cell;
        double value;
    } cases[] = {
        { "52,1 tỷ đồng", 52100000000 },
        { "12,5 triệu đồng", 12500000 },
        { "40 ngàn", 40000 },
        { "59 nghìn đồng", 59000 },
        { "15 vạn", 150000 },
        { "0,75 tỷ", 750000000 },
        { "420,936 nghìn tỷ", 420936e9 },
        { "110.641 đồng", 110641 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct number number;
        assert_true(number_scan(&number, cases[i].cell, arena));
        /* A word in the cell goes before the column's scale. */
        double scale = number.power > 0 ? 1000 : 1;
        assert_near(number_value(&number, DECIMAL_COMMA, scale), cases[i].value,
                    1e-15);
    }
}

static void scales_are_exact(void **state)
{
    (void)state;
    struct number number;
    assert_true(number_scan(&number, "2.132,3", arena));
    assert_true(number_value(&number, DECIMAL_COMMA, 1e6) == 2132300000.0);
    assert_true(number_scan(&number, "1163.4", arena));
    assert_true(number_value(&number, DECIMAL_POINT, 1000) == 1163400.0);
    assert_near(number_value(&number, DECIMAL_POINT, 2.5), 2908.5, 1e-15);
}

static void provisional(void **state)
{
    (void)state;
    static const struct {
        const char *cell;
        enum status status;
    } cases[] = { { "120*", STATUS_PROVISIONAL },
                  { "120 (*)", STATUS_PROVISIONAL },
                  { "120 (p)", STATUS_PROVISIONAL },
                  { "Sơ bộ 120", STATUS_PROVISIONAL },
                  { "Prel. 120", STATUS_PROVISIONAL },
                  { "ước 120", STATUS_FORECAST },
                  { "Ước thực hiện: 120", STATUS_FORECAST },
                  { "120", STATUS_OK } };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct number number;
        if (!number_scan(&number, cases[i].cell, arena))
            fail_msg("%s is a number", cases[i].cell);
        assert_int_equal(number.status, cases[i].status);
        assert_near(number_value(&number, DECIMAL_AUTO, 1), 120, 0);
    }
}

static enum number_verdict verdict(const char *const cells[], size_t count,
                                   enum number_shape clash[2])
{
    struct number_vote vote = { .decimals = 0 };
    for (size_t i = 0; i < count; i++) {
        struct number number;
        assert_true(number_scan(&number, cells[i], arena));
        number_vote_add(&vote, &number, cells[i], (unsigned)i + 1);
    }
    return number_verdict(&vote, clash);
}

#define VERDICT(clash, ...)                                                    \
    verdict((const char *const[]){ __VA_ARGS__ },                              \
            sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *),     \
            (clash))

static void votes(void **state)
{
    (void)state;
    enum number_shape clash[2];
    assert_int_equal(VERDICT(clash, "12", "345"), VERDICT_ANY);
    assert_int_equal(VERDICT(clash, "1.234", "5,5"), VERDICT_COMMA);
    assert_int_equal(VERDICT(clash, "1.234", "2.500.000"), VERDICT_COMMA);
    assert_int_equal(VERDICT(clash, "1,234", "5.5"), VERDICT_POINT);
    assert_int_equal(VERDICT(clash, "1.234", "987"), VERDICT_OPEN);
    assert_int_equal(VERDICT(clash, "1,234"), VERDICT_OPEN);
    assert_int_equal(VERDICT(clash, "1.234", "5,678"), VERDICT_OPEN);
    /* Real decimals elsewhere make three of them credible. */
    assert_int_equal(VERDICT(clash, "0,75", "37,176"), VERDICT_COMMA);
}

static void contradictions(void **state)
{
    (void)state;
    enum number_shape clash[2];
    assert_int_equal(VERDICT(clash, "37,176,610", "2.500.000", "0.45"),
                     VERDICT_MIXED);
    assert_int_equal(clash[0], NUMBER_COMMA);
    assert_int_equal(clash[1], NUMBER_POINT);
    assert_int_equal(VERDICT(clash, "2.500.000", "37,176"), VERDICT_MIXED);
    assert_int_equal(clash[0], NUMBER_COMMA);
    assert_int_equal(clash[1], NUMBER_OPEN_COMMA);
    assert_int_equal(VERDICT(clash, "2,500,000", "37.176"), VERDICT_MIXED);
    assert_int_equal(clash[0], NUMBER_OPEN_POINT);
    assert_int_equal(clash[1], NUMBER_POINT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(shapes, start, stop),
        cmocka_unit_test_setup_teardown(no_numbers, start, stop),
        cmocka_unit_test_setup_teardown(damage, start, stop),
        cmocka_unit_test_setup_teardown(votes_keep_the_cell, start, stop),
        cmocka_unit_test_setup_teardown(no_endless_number, start, stop),
        cmocka_unit_test_setup_teardown(scale_words, start, stop),
        cmocka_unit_test_setup_teardown(scales_are_exact, start, stop),
        cmocka_unit_test_setup_teardown(provisional, start, stop),
        cmocka_unit_test_setup_teardown(votes, start, stop),
        cmocka_unit_test_setup_teardown(contradictions, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
