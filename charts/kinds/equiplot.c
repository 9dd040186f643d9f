/*
 * equiplot.c - several groups of every area on one line, from the lowest to the
 * highest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/group_rows.h"

const struct chart_kind chart_equiplot = {
    .id = "equiplot",
    .accept = group_rows_accept,
    .write = group_rows_write,
    .size = group_rows_size,
};
