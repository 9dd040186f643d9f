/*
 * annexes.h - what a workbook holds beside the report: how it is to be read,
 * the values behind it, the findings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_ANNEXES_H
#define HOCTAP_REPORT_ANNEXES_H

#include "engine/model/report_model.h"
#include "engine/report/words.h"

/* A sheet could hold five times as many; but with more a spreadsheet is slow to
 * open, and the files beside it have all. */
enum { ANNEX_ROWS_MOST = 200000 };

/* The annexes' rows are told from what [input] points at. */
void annexes_add(struct report *report, const struct report_input *input);

#endif
