/*
 * numbers_damage.c - what spreadsheets make of numbers.
 *
 *  (1) 1,23E+05: a long number as it was shown; the digits behind are lost.
 *  (2) 12/01/2023, 01-Mar, 2023-01-12: a number or a code taken for a date.
 *  (3) #N/A, #REF!, #DIV/0! are errors, and ##### is a column too narrow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/numbers.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* (1) */
static bool is_exponent(const char *cell)
{
    const char *at = cell + (*cell == '-');
    size_t digits = strspn(at, "0123456789.,");
    at += digits;
    if (digits == 0 || *at != 'e')
        return false;
    at += 1 + (at[1] == '+' || at[1] == '-');
    size_t power = strspn(at, "0123456789");
    return power > 0 && at[power] == '\0';
}

/* The letters of a month's short name, or a number of one to four digits. */
static size_t date_part(const char *at)
{
    static const char *const months[] = { "jan", "feb", "mar", "apr",
                                          "may", "jun", "jul", "aug",
                                          "sep", "oct", "nov", "dec" };
    size_t digits = strspn(at, "0123456789");
    if (digits > 0)
        return digits <= 4 ? digits : 0;
    for (size_t i = 0; i < COUNT(months); i++)
        if (text_starts(at, months[i]))
            return 3;
    return text_starts(at, "thg ") ? 4 + strspn(at + 4, "0123456789") : 0;
}

/* (2) Three parts between - or /, or two with a month's name: 91/74 is none. */
static bool is_date(const char *cell)
{
    const char *at = cell;
    size_t parts = 0;
    bool letters = false;
    for (;;) {
        size_t length = date_part(at);
        if (length == 0)
            return false;
        letters = letters || *at > '9';
        parts++;
        at += length;
        if (*at == '\0')
            break;
        if ((*at != '-' && *at != '/') || parts == 3)
            return false;
        at++;
    }
    return parts == 3 || (parts == 2 && letters);
}

const char *number_damage(const char *cell, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    const char *folded = text_fold(scratch, cell), *damage = NULL;
    if (is_exponent(folded))
        damage = "import.damage_exponent";
    else if (is_date(folded))
        damage = "import.damage_date";
    else if (folded[0] == '#' && folded[strspn(folded, "#")] == '\0')
        damage = "import.damage_width";
    else if (folded[0] == '#')
        damage = "import.damage_error";
    arena_rewind(scratch, mark);
    return damage;
}
