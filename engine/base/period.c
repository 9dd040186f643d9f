/*
 * period.c - years, parts of years and school years.
 *
 *  (1) Packed as year << 16 | kind << 8 | part, so that numbers sort as the
 *      header says.
 *  (2) Years are written with four digits, 1000 to 9999: a smaller number is
 *      no year but somebody's count.
 *  (3) A list holds at most ten thousand periods: a longer one is a slip of the
 *      finger, and would cost quadratic time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/period.h"
#include "engine/base/text.h"

enum { FIRST_YEAR = 1000, LAST_YEAR = 9999, LONGEST_LIST = 10000 };

/* How many parts a year has, by kind; 0: the kind is a whole year. */
static int parts_of(enum period_kind kind)
{
    switch (kind) {
    case PERIOD_HALF:
        return 2;
    case PERIOD_QUARTER:
        return 4;
    case PERIOD_MONTHS:
    case PERIOD_MONTH:
        return 12;
    case PERIOD_NONE:
    case PERIOD_YEAR:
    case PERIOD_SCHOOL_START:
    case PERIOD_SCHOOL_END:
        break;
    }
    return 0;
}

period period_make(int year, enum period_kind kind, int part)
{
    assert(year > 0 && year <= UINT16_MAX && part >= 0);
    assert(part <= parts_of(kind) && (part > 0 || parts_of(kind) == 0));
    if (kind == PERIOD_NONE)
        return NO_PERIOD;
    return (period)year << 16 | (period)kind << 8 | (period)part;
}

period period_of_year(int year)
{
    return period_make(year, PERIOD_YEAR, 0);
}

int period_year(period p)
{
    return (int)(p >> 16);
}

enum period_kind period_kind(period p)
{
    return (enum period_kind)(p >> 8 & 0xFF);
}

int period_part(period p)
{
    return (int)(p & 0xFF);
}

/* Exactly [count] digits at the cursor, or nothing is taken. */
static bool take_digits(const char **cursor, int count, int *value)
{
    int read = 0;
    for (int i = 0; i < count; i++) {
        char c = (*cursor)[i];
        if (c < '0' || c > '9')
            return false;
        read = read * 10 + (c - '0');
    }
    *cursor += count;
    *value = read;
    return true;
}

/* A hyphen, or a dash (U+2010 to U+2015), with spaces around or not. */
static bool take_dash(const char **cursor, bool *plain)
{
    const char *c = *cursor;
    *plain = *c == '-';
    while (*c == ' ')
        c++;
    if (*c == '-')
        c++;
    else if ((unsigned char)c[0] == 0xE2 && (unsigned char)c[1] == 0x80 &&
             (unsigned char)c[2] >= 0x90 && (unsigned char)c[2] <= 0x95)
        c += 3;
    else
        return false;
    *plain = *plain && *c != ' ';
    while (*c == ' ')
        c++;
    *cursor = c;
    return true;
}

/* What follows "2023-" when it is a letter or two digits of a month. */
static bool parse_part(const char *rest, int year, period *out)
{
    static const struct {
        char letter;
        int digits;
        enum period_kind kind;
    } forms[] = { { 'H', 1, PERIOD_HALF },
                  { 'Q', 1, PERIOD_QUARTER },
                  { 'M', 2, PERIOD_MONTHS } };
    enum period_kind kind = PERIOD_MONTH;
    int digits = 2, part;
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (*rest != forms[i].letter)
            continue;
        kind = forms[i].kind;
        digits = forms[i].digits;
        rest++;
        break;
    }
    if (!take_digits(&rest, digits, &part) || *rest != '\0' || part < 1 ||
        part > parts_of(kind))
        return false;
    *out = period_make(year, kind, part);
    return true;
}

static bool parse_school(const char *rest, int year, enum period_kind school,
                         period *out)
{
    int second;
    if (take_digits(&rest, 4, &second)) {
        if (second != year + 1)
            return false;
    } else if (!take_digits(&rest, 2, &second) || second != (year + 1) % 100) {
        return false;
    }
    if (*rest != '\0')
        return false;
    *out =
        period_make(school == PERIOD_SCHOOL_END ? year + 1 : year, school, 0);
    return true;
}

bool period_parse(const char *string, enum period_kind school, period *out)
{
    assert(school == PERIOD_SCHOOL_START || school == PERIOD_SCHOOL_END);
    int year;
    bool plain;
    if (!take_digits(&string, 4, &year) || year < FIRST_YEAR)
        return false;
    if (*string == '\0') {
        *out = period_of_year(year);
        return true;
    }
    if (!take_dash(&string, &plain))
        return false;
    return (plain && parse_part(string, year, out)) ||
           parse_school(string, year, school, out);
}

static void add_period(struct text *text, period p, const char *dash)
{
    int year = period_year(p), part = period_part(p);
    switch (period_kind(p)) {
    case PERIOD_NONE:
        break;
    case PERIOD_YEAR:
        text_addf(text, "%d", year);
        break;
    case PERIOD_SCHOOL_START:
        text_addf(text, "%d%s%d", year, dash, year + 1);
        break;
    case PERIOD_SCHOOL_END:
        text_addf(text, "%d%s%d", year - 1, dash, year);
        break;
    case PERIOD_HALF:
        text_addf(text, "%d-H%d", year, part);
        break;
    case PERIOD_QUARTER:
        text_addf(text, "%d-Q%d", year, part);
        break;
    case PERIOD_MONTHS:
        text_addf(text, "%d-M%02d", year, part);
        break;
    case PERIOD_MONTH:
        text_addf(text, "%d-%02d", year, part);
        break;
    }
}

void period_add(struct text *text, period p)
{
    add_period(text, p, "-");
}

void period_add_local(struct text *text, period p)
{
    add_period(text, p, "\u2013");
}

date period_end(period p)
{
    int year = period_year(p), parts = parts_of(period_kind(p));
    if (p == NO_PERIOD)
        return DATE_OPEN;
    if (period_kind(p) == PERIOD_SCHOOL_END)
        return date_last_of(year, 5);
    return date_last_of(year, parts == 0 ? 12 : period_part(p) * (12 / parts));
}

date period_start(period p)
{
    int year = period_year(p), parts = parts_of(period_kind(p)), month = 1;
    switch (period_kind(p)) {
    case PERIOD_NONE:
        return DATE_OPEN;
    case PERIOD_SCHOOL_END:
        year--;
        month = 9;
        break;
    case PERIOD_SCHOOL_START:
        month = 9;
        break;
    case PERIOD_HALF:
    case PERIOD_QUARTER:
    case PERIOD_MONTH:
        month = (period_part(p) - 1) * (12 / parts) + 1;
        break;
    case PERIOD_YEAR:
    case PERIOD_MONTHS:
        break;
    }
    return (date)(year * 10000 + month * 100 + 1);
}

period period_shift(period p, int years)
{
    long year = (long)period_year(p) + years;
    if (p == NO_PERIOD || year < FIRST_YEAR || year > LAST_YEAR)
        return NO_PERIOD;
    return period_make((int)year, period_kind(p), period_part(p));
}

period period_calendar(period p)
{
    enum period_kind kind = period_kind(p);
    if (kind == PERIOD_SCHOOL_START || kind == PERIOD_SCHOOL_END)
        return period_of_year(period_year(p));
    return p;
}

/* The next period of the same kind. */
static period next_of(period p)
{
    if (period_part(p) < parts_of(period_kind(p)))
        return p + 1;
    return period_make(period_year(p) + 1, period_kind(p),
                       parts_of(period_kind(p)) > 0 ? 1 : 0);
}

static bool list_add(struct period_list *list, period p)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == p)
            return true;
    if (list->count == LONGEST_LIST)
        return false;
    grow(list->items, list->count, list->room);
    list->items[list->count++] = p;
    return true;
}

/* One part between commas: a period, or two with ".." between them. */
static bool list_part(struct period_list *list, char *part,
                      struct arena *scratch)
{
    period from, to;
    char *dots = strstr(part, "..");
    if (dots != NULL)
        *dots = '\0';
    if (!period_parse(text_trim(scratch, part), PERIOD_SCHOOL_START, &from))
        return false;
    if (dots == NULL)
        return list_add(list, from);
    if (!period_parse(text_trim(scratch, dots + 2), PERIOD_SCHOOL_START, &to) ||
        to < from || period_kind(to) != period_kind(from))
        return false;
    for (period p = from; p <= to; p = next_of(p))
        if (!list_add(list, p))
            return false;
    return true;
}

bool period_list_parse(const char *string, struct period_list *out)
{
    *out = (struct period_list){ NULL, 0, 0 };
    struct arena *scratch = arena_new();
    char *cursor = arena_string(scratch, string), *part;
    bool good = true;
    while (good && (part = strsep(&cursor, ",")) != NULL)
        good = list_part(out, part, scratch);
    arena_free(scratch);
    if (!good)
        period_list_free(out);
    return good;
}

void period_list_free(struct period_list *list)
{
    free(list->items);
    *list = (struct period_list){ NULL, 0, 0 };
}
