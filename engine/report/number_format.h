/*
 * number_format.h - the format that shows a workbook's number as the report
 * prints it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_NUMBER_FORMAT_H
#define HOCTAP_REPORT_NUMBER_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

enum { NUMBER_FORMAT_ROOM = 128 };

/*
 * [text] is how a document in [language] prints [number]: "▲ 1.234,5 (p)" gives
 * "▲ "#,##0.0" (p)". False when the text shows another number than [number], or
 * more than one, or too many words: then the cell is words.
 */
bool number_format(char format[NUMBER_FORMAT_ROOM], const char *text,
                   double number, const char *language);

#endif
