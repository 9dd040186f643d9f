/*
 * period.h - what a number is about in time.
 *
 * A period is a year or a part of one: 2023, 2023-H1, 2023-Q2, 2023-M09 (the
 * first nine months), 2023-06 (one month), or a school year 2023-2024. It is
 * packed into 32 bits (year, kind, part) so that periods sort by year, then
 * kind, then part. 0 is "no period".
 *
 * A school year belongs to one calendar year, the one it starts or ends in;
 * the layout of the file says which. Its kind remembers that, so it prints as
 * 2023-2024 and still meets the figures of its calendar year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_PERIOD_H
#define HOCTAP_BASE_PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/date.h"

struct text;

typedef uint32_t period;

enum period_kind {
    PERIOD_NONE,
    PERIOD_YEAR,
    PERIOD_SCHOOL_START, /* school year that belongs to its first year */
    PERIOD_SCHOOL_END,   /* school year that belongs to its second year */
    PERIOD_HALF,
    PERIOD_QUARTER,
    PERIOD_MONTHS, /* the first n months */
    PERIOD_MONTH
};

enum { NO_PERIOD = 0 };

/*
 * [year] is the calendar year the period belongs to: 2024 for a school year
 * 2023-2024 of kind PERIOD_SCHOOL_END. [part] is 0 for years.
 */
period period_make(int year, enum period_kind kind, int part);
period period_of_year(int year);
/* The calendar year the period belongs to. */
int period_year(period p);
enum period_kind period_kind(period p);
int period_part(period p);

/*
 * Reads the forms above; a school year may be written 2023-2024, 2023 - 2024,
 * 2023–2024 or 2023-24 and is taken as [school]: PERIOD_SCHOOL_START or _END.
 * 2011-12 with a hyphen is December, as the file format says; with a dash or
 * spaces it is a school year.
 */
bool period_parse(const char *string, enum period_kind school, period *out);

void period_add(struct text *text, period p);       /* for files */
void period_add_local(struct text *text, period p); /* for people: 2023–2024 */

/*
 * The last day the period covers: which register of areas holds. A school year
 * that belongs to its first year is counted in its autumn and ends with that
 * calendar year, so that it meets the population of the same map; one that
 * belongs to its second year ends on 31 May.
 */
date period_end(period p);
/*
 * The first day it covers. A school year opens on 1 September of its first
 * year, whichever year it belongs to: what falls between that day and
 * period_end may fall between the counting and the map.
 */
date period_start(period p);

/* The same period [years] later or earlier; NO_PERIOD outside 1000 to 9999. */
period period_shift(period p, int years);

/* The calendar year's period for a school year; any other as it is. */
period period_calendar(period p);

/*
 * A list as the command line writes it: "2023", "2021,2023", "2018..2023".
 * A range runs over periods of one kind ("2022-Q3..2023-Q2"). School years are
 * taken as PERIOD_SCHOOL_START. What is named twice is listed once. Returns
 * false, with an empty list, when a part cannot be read; open and backward
 * ranges are refused.
 */
struct period_list {
    period *items;
    size_t count, room;
};
bool period_list_parse(const char *string, struct period_list *out);
void period_list_free(struct period_list *list);

#endif
