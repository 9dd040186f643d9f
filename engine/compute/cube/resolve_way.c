/*
 * resolve_way.c - bands of ages that make up another.
 *
 * From the oldest age down: the best way from an age on begins with a band that
 * starts there and goes on with the best way from the age after its end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/resolve_way.h"

enum { AGES = BAND_OPEN + 2 };

struct step {
    unsigned parts; /* 0 = no way from here */
    uint8_t first;
};

/* How many parts it takes from [band] to the end; 0 = no way. */
static unsigned parts_from(const struct step steps[], struct band band,
                           struct band wanted)
{
    if (band.high == wanted.high)
        return 1;
    return steps[band.high + 1].parts > 0 ? steps[band.high + 1].parts + 1 : 0;
}

static void find_steps(struct step steps[], const struct bands *bands,
                       const uint8_t there[], size_t known, struct band wanted)
{
    for (unsigned age = wanted.high + 1u; age-- > wanted.low;)
        for (size_t i = 0; i < known; i++) {
            struct band band = bands->items[there[i]];
            unsigned parts = 0;
            if (band.low == age)
                parts = parts_from(steps, band, wanted);
            if (parts > 0 &&
                (steps[age].parts == 0 || parts < steps[age].parts))
                steps[age] = (struct step){ parts, there[i] };
        }
}

size_t resolve_way(uint8_t way[], const struct bands *bands,
                   const uint8_t there[], size_t known, struct band wanted)
{
    struct step steps[AGES] = { { 0, 0 } };
    size_t parts;
    unsigned age = wanted.low;

    if (known == 0)
        return 0;
    find_steps(steps, bands, there, known, wanted);
    parts = steps[wanted.low].parts;
    for (size_t i = 0; i < parts; i++) {
        way[i] = steps[age].first;
        age = bands->items[way[i]].high + 1u;
    }
    return parts;
}
