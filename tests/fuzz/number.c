/*
 * number.c - numbers as programs and as people write them. What is read is what
 * the C library reads, prints and reads again as the same; a cell of two
 * numbers is none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>

#include "engine/base/number.h"
#include "importers/numbers.h"

static const char digits[] = "0123456789";

static bool same(double a, double b)
{
    return a >= b && a <= b;
}

/* [+-] digits [. digits] [e [+-] digits], as number.h says. */
static bool plain_number(const char *at)
{
    at += *at == '-' || *at == '+';
    size_t whole = strspn(at, digits), part = 0;
    at += whole;
    if (*at == '.') {
        part = strspn(at + 1, digits);
        at += 1 + part;
    }
    if (whole + part == 0)
        return false;
    if (*at == 'e' || *at == 'E') {
        at++;
        at += *at == '-' || *at == '+';
        size_t power = strspn(at, digits);
        if (power == 0)
            return false;
        at += power;
    }
    return *at == '\0';
}

static void check_prints(double value)
{
    struct text text = text_new();
    double again;
    number_add_exact(&text, value);
    must(number_parse(text.bytes, &again) && same(again, value));
    text_clear(&text);
    number_add(&text, value);
    if (number_parse(text.bytes, &again)) /* 1.8e308 may round up */
        must(fabs(again - value) <= 5.1e-12 * fabs(value));
    text_free(&text);
}

/* A number for people is a number to the importer, in the same language. */
static void check_local(double value, const char *language,
                        enum decimal decimal, struct arena *arena)
{
    struct text text = text_new();
    struct number number;
    number_add_local(&text, value, 2, language);
    if (fabs(value) < 1e15) {
        must(number_scan(&number, text.bytes, arena));
        double read = number_value(&number, decimal, 1);
        must(fabs(read - value) <= 0.00500001 + 1e-11 * fabs(value));
    }
    text_free(&text);
}

static void check_plain(const char *string, struct arena *arena)
{
    double value = NO_VALUE;
    long whole;
    bool read = number_parse(string, &value);
    must(read == (plain_number(string) && isfinite(strtod(string, NULL))));
    must(!number_parse_whole(string, &whole) || plain_number(string));
    if (!read)
        return;
    must(same(value, strtod(string, NULL)));
    check_prints(value);
    check_local(value, "vi", DECIMAL_COMMA, arena);
    check_local(value, "en", DECIMAL_POINT, arena);
}

/*
 * One number: digits and marks; where spaces part the thousands, groups of
 * three and then at most one mark.
 */
static bool one_number(const char *text)
{
    size_t first = strcspn(text, digits);
    while (first > 0 && strchr(".,", text[first - 1]) != NULL &&
           (first == 1 || text[first - 2] != 'l')) /* the point of "prel." */
        first--;
    const char *at = text + first;
    size_t run = strspn(at, "0123456789.,");
    if (at[run] == ' ' && strspn(at + run + 1, digits) > 0) {
        size_t group = strspn(at, digits);
        if (group != run || group > 3)
            return false;
        for (at += group; *at == ' ' && strspn(at + 1, digits) == 3;)
            at += 4;
        run = *at == '.' || *at == ',' ? 1 + strspn(at + 1, digits) : 0;
    }
    return at[run + strcspn(at + run, digits)] == '\0';
}

/* The digits by the C library, once the marks are given their meaning. */
static double reference(const struct number *number, enum decimal decimal)
{
    char text[NUMBER_DIGITS + 1];
    size_t used = 0;
    for (const char *c = number->digits; *c != '\0'; c++) {
        if (*c == (decimal == DECIMAL_COMMA ? ',' : '.'))
            text[used++] = '.';
        else if (*c != '.' && *c != ',')
            text[used++] = *c;
    }
    text[used] = '\0';
    return strtod(text, NULL);
}

static void check_cell(const char *cell, struct arena *arena)
{
    struct number number;
    if (!number_scan(&number, cell, arena)) {
        must(number.shape == NUMBER_NONE);
        return;
    }
    must(number.shape > NUMBER_NONE && number.shape < NUMBER_SHAPES);
    must(strspn(number.digits, "0123456789.,") == strlen(number.digits));
    must(one_number(text_fold(arena, cell)));
    size_t readings = 0;
    for (int d = DECIMAL_COMMA; d < DECIMAL_COUNT; d++) {
        double value = number_value(&number, (enum decimal)d, 1);
        if (!has_value(value))
            continue;
        readings++;
        double wanted = reference(&number, (enum decimal)d);
        wanted *= number.negative ? -1 : 1;
        must(fabs(value - wanted * pow(10, number.power)) <=
             1e-12 * fabs(value));
        check_prints(value);
    }
    /* A power of too many words is beyond all numbers. */
    must(readings > 0 || number.power > 200);
    struct number_vote vote = { .decimals = 0 };
    enum number_shape clash[2];
    number_vote_add(&vote, &number, cell, 1);
    must(number_verdict(&vote, clash) != VERDICT_MIXED);
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct arena *arena = arena_new();
    char *string = fuzz_string(bytes, size, arena);
    check_plain(string, arena);
    check_cell(text_nfc(arena, string), arena);
    arena_free(arena);
    return 0;
}
