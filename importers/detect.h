/*
 * detect.h - which layout reads this text, with which delimiter and heads.
 *
 * A layout fits where all the heads it needs are found in one to four rows
 * among the first thirty records, and its title, when it has one, stands above
 * them. Of several that fit the one that asked for more is taken: a title, then
 * more heads. Two that ask for the same are refused with both names.
 *
 * The delimiter is the one with which most records have the same number of
 * cells; the others are tried after it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_DETECT_H
#define HOCTAP_IMPORTERS_DETECT_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/layout.h"
#include "importers/headers.h"

struct arena;
struct text;

enum detect_outcome { DETECT_FOUND, DETECT_NONE, DETECT_TIED };

struct detected {
    enum detect_outcome outcome;
    const struct layout *layout;
    char delimiter;
    struct top top;
    struct heads heads;
    const struct layout *rival; /* DETECT_TIED: the other */
};

/* What may read the file. */
struct candidates {
    const struct layout *layouts;
    size_t count;
    const struct layout *only; /* named by the source; NULL = any of them */
    /* only layouts that fix this encoding; ENCODING_AUTO = all */
    enum encoding encoding;
};

/* All memory is the arena's. */
void detect(struct detected *out, const char *text, size_t length,
            const struct candidates *candidates, struct arena *arena);

/* The most regular reading: its delimiter and top. No layout is asked. */
void detect_delimiter(struct detected *out, const char *text, size_t length,
                      struct arena *arena);

/*
 * How near a layout comes to a file that it does not fit: the most of its heads
 * found in one place, and those that are not there.
 */
struct nearness {
    size_t found;
    const char **lacking;
    size_t lacking_count;
    bool title; /* its title stands in the file, or it asks for none */
};
struct nearness detect_nearness(const struct layout *layout,
                                const struct top *top, struct arena *arena);

#endif
