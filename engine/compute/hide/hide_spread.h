/*
 * hide_spread.h - private to hide*.c: what else must be hidden so that nothing
 * follows from the areas above and beside; contract (4) of hide.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_HIDE_SPREAD_H
#define HOCTAP_COMPUTE_HIDE_SPREAD_H

#include "engine/compute/hide/hide_plane.h"

void hide_spread(struct hide_plane *plane, struct arena *scratch);

#endif
