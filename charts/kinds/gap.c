/*
 * gap.c - two groups of every area, such as women and men: who is behind, and
 * where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/group_rows.h"

const struct chart_kind chart_gap = {
    .id = "gap",
    .accept = group_rows_accept,
    .write = group_rows_write,
    .size = group_rows_size,
};
