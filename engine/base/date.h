/*
 * date.h - calendar days.
 *
 * A date is the number yyyymmdd, so that dates compare as numbers. 0 is "open":
 * before everything as a beginning, after everything as an end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_DATE_H
#define HOCTAP_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

struct text;

typedef int32_t date; /* the one typedef: a number with a meaning */

enum { DATE_OPEN = 0 };

/* ISO only: 2024-11-01. Days that do not exist are refused. */
bool date_parse(const char *string, date *out);
void date_add(struct text *text, date day); /* ISO; nothing when open */
/* 15/01/2024 in Vietnamese, 15 January 2024 in English. */
void date_add_local(struct text *text, date day, const char *language);

/* The last day of a month, 1 to 12. */
date date_last_of(int year, int month);

/* The day before; an open day stays open. */
date date_before(date day);

/* Is [day] in the half-open life [from, to)? An open day is in every life. */
bool date_within(date day, date from, date to);

#endif
