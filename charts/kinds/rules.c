/*
 * rules.c - where each way of sharing a plan would leave every area.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/group_rows.h"

const struct chart_kind chart_rules = {
    .id = "rules",
    .accept = group_rows_accept,
    .write = group_rows_write,
    .size = group_rows_size,
};
