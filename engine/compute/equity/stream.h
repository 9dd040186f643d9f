/*
 * stream.h - random numbers, a stream for each draw.
 *
 * A draw is the same whoever makes it and whenever: its numbers follow from the
 * seed and its own index alone, so that results do not depend on the number of
 * threads. The generator is SplitMix64 (Steele, Lea, Flood 2014), begun for
 * each draw at a place of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_STREAM_H
#define HOCTAP_COMPUTE_STREAM_H

#include <stdint.h>

struct stream {
    uint64_t state;
};

static inline uint64_t stream_mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static inline struct stream stream_of(uint64_t seed, uint64_t draw)
{
    return (struct stream){ stream_mix(stream_mix(seed) ^ stream_mix(~draw)) };
}

/* Evenly between 0 and 1, neither of them. */
static inline double stream_next(struct stream *s)
{
    s->state += 0x9e3779b97f4a7c15u;
    return ((double)(stream_mix(s->state) >> 12) + 0.5) / 4503599627370496.0;
}

#endif
