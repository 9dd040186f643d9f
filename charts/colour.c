/*
 * colour.c - contrast and mixing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"

#define READABLE 4.5

static double channel(uint32_t colour, unsigned shift)
{
    double share = (double)(colour >> shift & 0xFF) / 255;
    return share <= 0.03928 ? share / 12.92 : pow((share + .055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return .2126 * channel(colour, 16) + .7152 * channel(colour, 8) +
           .0722 * channel(colour, 0);
}

double colour_contrast(uint32_t one, uint32_t other)
{
    double a = luminance(one), b = luminance(other);
    return (fmax(a, b) + .05) / (fmin(a, b) + .05);
}

uint32_t colour_on(uint32_t fill, uint32_t dark)
{
    return colour_contrast(fill, COLOUR_WHITE) >= READABLE ? COLOUR_WHITE
                                                           : dark;
}

uint32_t colour_mix(uint32_t under, uint32_t over, double share)
{
    uint32_t mixed = 0;
    for (unsigned shift = 0; shift <= 16; shift += 8) {
        double low = (double)(under >> shift & 0xFF);
        double high = (double)(over >> shift & 0xFF);
        mixed |= (uint32_t)lrint(low + (high - low) * share) << shift;
    }
    return mixed;
}

uint32_t colour_readable(uint32_t colour, uint32_t dark)
{
    for (int tenths = 0; tenths < 10; tenths++) {
        uint32_t mixed = colour_mix(colour, dark, tenths / 10.0);
        if (colour_contrast(mixed, COLOUR_WHITE) >= READABLE)
            return mixed;
    }
    return dark;
}
