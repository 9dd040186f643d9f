/*
 * date.c - calendar days.
 *
 *  (1) The Gregorian calendar: every fourth year is a leap year, of the
 *      centuries only every fourth.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/date.h"
#include "engine/base/text.h"

static int days_in(int year, int month)
{
    static const int days[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
    };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

date date_last_of(int year, int month)
{
    return (date)(year * 10000 + month * 100 + days_in(year, month));
}

date date_before(date day)
{
    int year = day / 10000, month = day / 100 % 100;
    if (day == DATE_OPEN || day % 100 > 1)
        return day == DATE_OPEN ? DATE_OPEN : day - 1;
    return month > 1 ? date_last_of(year, month - 1)
                     : date_last_of(year - 1, 12);
}

bool date_parse(const char *string, date *out)
{
    static const char shape[] = "0000-00-00";
    int read = 0;
    if (strlen(string) != sizeof shape - 1)
        return false;
    for (size_t i = 0; i < sizeof shape - 1; i++) {
        bool digit = string[i] >= '0' && string[i] <= '9';
        if (shape[i] == '0' ? !digit : string[i] != '-')
            return false;
        if (digit)
            read = read * 10 + (string[i] - '0');
    }
    int year = read / 10000, month = read / 100 % 100, day = read % 100;
    if (year < 1 || month < 1 || month > 12 || day < 1 ||
        day > days_in(year, month))
        return false;
    *out = (date)read;
    return true;
}

void date_add(struct text *text, date day)
{
    if (day != DATE_OPEN)
        text_addf(text, "%04d-%02d-%02d", day / 10000, day / 100 % 100,
                  day % 100);
}

void date_add_local(struct text *text, date day, const char *language)
{
    static const char *const months[] = { "January", "February", "March",
                                          "April",   "May",      "June",
                                          "July",    "August",   "September",
                                          "October", "November", "December" };
    if (day == DATE_OPEN)
        return;
    int year = day / 10000, month = day / 100 % 100;
    if (strcmp(language, "vi") == 0)
        text_addf(text, "%02d/%02d/%04d", day % 100, month, year);
    else
        text_addf(text, "%d %s %d", day % 100, months[(month + 11) % 12], year);
}

bool date_within(date day, date from, date to)
{
    if (day == DATE_OPEN)
        return true;
    return day >= from && (to == DATE_OPEN || day < to);
}
