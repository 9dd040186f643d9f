/*
 * trend.c - are we on track: years of one area, the whole, the target path.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/series_picture.h"

const struct chart_kind chart_trend = {
    .id = "trend",
    .accept = series_picture_accept,
    .write = series_picture_write,
    .size = series_picture_size,
};
