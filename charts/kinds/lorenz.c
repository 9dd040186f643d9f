/*
 * lorenz.c - how unequal: the share of what is counted that falls to the share
 * of the population standing lowest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/share_square.h"

const struct chart_kind chart_lorenz = {
    .id = "lorenz",
    .accept = share_square_accept,
    .write = share_square_write,
    .size = share_square_size,
};
