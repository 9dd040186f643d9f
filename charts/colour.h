/*
 * colour.h - what has to be computed about colours, 0xRRGGBB.
 *
 * Contrast is that of the Web Content Accessibility Guidelines 2.1 (relative
 * luminance, 1 to 21): words on a fill are white where that gives 4.5 or more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_COLOUR_H
#define HOCTAP_CHARTS_COLOUR_H

#include <stdint.h>

#define COLOUR_WHITE 0xFFFFFFu

double colour_contrast(uint32_t one, uint32_t other);

/* The colour of words on [fill]: white or [dark]. */
uint32_t colour_on(uint32_t fill, uint32_t dark);

/* [colour] for words on white: darkened towards [dark] until it can be read. */
uint32_t colour_readable(uint32_t colour, uint32_t dark);

/* [share] of [over], the rest of [under]. */
uint32_t colour_mix(uint32_t under, uint32_t over, double share);

#endif
