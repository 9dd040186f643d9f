/*
 * path.c - the plan: what was reached, the milestones, the pace that the target
 * asks for, and where the figure may go by itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/series_picture.h"

const struct chart_kind chart_path = {
    .id = "path",
    .accept = series_picture_accept,
    .write = series_picture_write,
    .size = series_picture_size,
};
