/*
 * words_part.c - a part of a year as an office writes it.
 *
 *  (1) A quarter: quý II năm 2023, quý 2/2023, q2 2023.
 *  (2) The months since the year began: 9 tháng năm 2023. Six of them are a
 *      half: 6 tháng đầu năm 2023, 6 tháng cuối năm 2023.
 *  (3) One month: tháng 5/2023, T5 2023.
 *  (4) What stands behind the year makes it no period.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/text.h"
#include "importers/words.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool take(const char **at, const char *word)
{
    if (!text_starts(*at, word))
        return false;
    *at += strlen(word);
    *at += strspn(*at, " ");
    return true;
}

/* One or two digits that stand alone; 0 when there are none. */
static int take_number(const char **at)
{
    size_t digits = strspn(*at, "0123456789");
    if (digits == 0 || digits > 2)
        return 0;
    int number = (int)strtol(*at, NULL, 10);
    *at += digits;
    *at += strspn(*at, " ");
    return number;
}

static int take_quarter(const char **at)
{
    static const char *const romans[] = { "iv", "iii", "ii", "i" };
    for (size_t i = 0; i < COUNT(romans); i++)
        if (take(at, romans[i]))
            return (int)(COUNT(romans) - i);
    return take_number(at);
}

static int take_months(const char **at)
{
    static const struct {
        const char *word;
        int months;
    } spelled[] = { { "ba ", 3 }, { "sáu ", 6 }, { "chín ", 9 } };
    for (size_t i = 0; i < COUNT(spelled); i++)
        if (take(at, spelled[i].word))
            return spelled[i].months;
    return take_number(at);
}

/* The kind and the part before the year; the part may be no possible one. */
static bool take_part(const char **at, enum period_kind *kind, int *part)
{
    if (take(at, "quý") || take(at, "quí") || take(at, "q")) { /* (1) */
        *kind = PERIOD_QUARTER;
        *part = take_quarter(at);
        return true;
    }
    if (take(at, "tháng") || take(at, "t")) { /* (3) */
        *kind = PERIOD_MONTH;
        *part = take_number(at);
        return true;
    }
    *kind = PERIOD_MONTHS; /* (2) */
    *part = take_months(at);
    if (*part == 0 || !take(at, "tháng"))
        return false;
    bool late = take(at, "cuối năm");
    if (late || *part == 6) {
        *kind = PERIOD_HALF;
        *part = *part != 6 ? 0 : late ? 2 : 1;
    }
    (void)take(at, "đầu năm");
    return true;
}

bool words_part_of_year(const char *folded, period *out)
{
    enum period_kind kind;
    int part, most;
    if (!take_part(&folded, &kind, &part))
        return false;
    most = kind == PERIOD_HALF ? 2 : kind == PERIOD_QUARTER ? 4 : 12;
    folded += strspn(folded, " /,.-");
    (void)take(&folded, "năm");
    if (part < 1 || part > most || strspn(folded, "0123456789") != 4 ||
        folded[4] != '\0') /* (4) */
        return false;
    int year = (int)strtol(folded, NULL, 10);
    if (year > 0)
        *out = period_make(year, kind, part);
    return year > 0;
}
