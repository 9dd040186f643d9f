/*
 * label_spread.h - labels along a line that shall not lie on one another.
 *
 * Each label wants to be centred at a place and takes a length. They are moved
 * as little as possible (least squares) until they stand clear in the same
 * order, inside the room. Subtracting from each place the lengths that must lie
 * before it turns "clear of one another" into "not falling", which the method
 * of pooling adjacent violators solves exactly (Barlow and others, Statistical
 * Inference under Order Restrictions, 1972).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_LABEL_SPREAD_H
#define HOCTAP_CHARTS_LABEL_SPREAD_H

#include <stddef.h>

struct arena;

struct label_place {
    double centre; /* wanted; afterwards where it stands */
    double length;
};

/*
 * Moves the labels apart within [low, high]. When they are too long together
 * for that, they are pressed together evenly. Order in the array is free; equal
 * places keep the array's order.
 */
void label_spread(struct label_place places[], size_t count, double low,
                  double high, struct arena *scratch);

#endif
