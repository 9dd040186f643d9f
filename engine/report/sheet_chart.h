/*
 * sheet_chart.h - one chart of a sheet's own, which goes along when numbers are
 * changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_SHEET_CHART_H
#define HOCTAP_REPORT_SHEET_CHART_H

#include "engine/report/sheet.h"

/* Bars of the first table with judged rows, whose heads stand at [top]; nothing
 * for other tables, nor for a second one. */
void sheet_chart(struct sheet *sheet, const struct report_table *table,
                 lxw_row_t top);

#endif
