/*
 * bands.c - ages and bands of ages as bytes; declared in codebook.h.
 *
 *  (1) A single year below BAND_SINGLES has a byte of its own, the same in
 *      every run. All else is numbered as it is met.
 *  (2) "6..6" is the year 6: a band has one byte however it is written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/model/codebook.h"

enum { BAND_ROOM = 12, BAND_DIGITS = 3 };

void bands_start(struct bands *bands)
{
    memset(bands, 0, sizeof *bands);
    for (uint8_t age = 0; age < BAND_SINGLES; age++)
        bands->items[age + 1] = (struct band){ age, age };
    bands->count = BAND_SINGLES + 1;
}

uint8_t band_find(const struct bands *bands, struct band band)
{
    if (band.low == band.high && band.low < BAND_SINGLES)
        return (uint8_t)(band.low + 1);
    for (size_t i = BAND_SINGLES + 1; i < bands->count; i++)
        if (bands->items[i].low == band.low &&
            bands->items[i].high == band.high)
            return (uint8_t)i;
    return 0;
}

uint8_t band_intern(struct bands *bands, struct band band)
{
    uint8_t found = band_find(bands, band);
    if (found != 0 || bands->count > BAND_LIMIT)
        return found;
    bands->items[bands->count] = band;
    return (uint8_t)bands->count++;
}

/* An age of at most three digits; moves [text] behind it. */
static bool age_parse(const char **text, uint8_t *age)
{
    unsigned value = 0, digits = 0;
    for (; **text >= '0' && **text <= '9'; (*text)++, digits++) {
        if (digits == BAND_DIGITS)
            return false;
        value = value * 10 + (unsigned)(**text - '0');
    }
    *age = (uint8_t)value;
    return digits > 0 && value < BAND_OPEN;
}

bool band_parse(const char *text, struct band *out)
{
    struct band band;
    if (!age_parse(&text, &band.low))
        return false;
    if (*text == '\0') {
        *out = (struct band){ band.low, band.low };
        return true;
    }
    if (strncmp(text, "..", 2) != 0)
        return false;
    text += 2;
    band.high = BAND_OPEN;
    if (*text != '\0' && (!age_parse(&text, &band.high) || *text != '\0'))
        return false;
    if (band.high < band.low)
        return false;
    *out = band;
    return true;
}

const char *band_print(struct band band, char *room)
{
    if (band.high == BAND_OPEN)
        snprintf(room, BAND_ROOM, "%u..", band.low);
    else if (band.high == band.low)
        snprintf(room, BAND_ROOM, "%u", band.low);
    else
        snprintf(room, BAND_ROOM, "%u..%u", band.low, band.high);
    return room;
}
