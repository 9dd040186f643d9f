/*
 * column_width.h - how much room the columns of a table ask for, in characters.
 *
 * Workbooks take the widths as they are; pages share their width out in
 * proportion to them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_COLUMN_WIDTH_H
#define HOCTAP_REPORT_COLUMN_WIDTH_H

#include "engine/model/report_model.h"

enum { WIDTH_LEAST = 7, WIDTH_MOST = 44 };

/* The room for column [c]: its longest number or word stands unbroken, a head
 * in about three lines, words in a few. */
double column_width(const struct report_table *table, size_t c);

/* The least it can do with: its longest number, its head's longest word, half
 * the room for its words. */
double column_least(const struct report_table *table, size_t c);

/* How many lines a text takes in a column that holds so many characters. */
unsigned column_lines(const char *text, double room);

#endif
