/*
 * crosswalk.h - what became of what, when, with which weight.
 *
 * On [day] the share [weight] of area [from] went to area [to]. Parentage that
 * was inferred from names rather than read in a resolution is marked, and what
 * is computed through it is an estimate.
 *
 * A crosswalk speaks of units: the lowest areas that it names, and those lowest
 * areas of the register that it does not name. What lies above them (districts,
 * provinces) is made of units and follows from them.
 *
 * Walked forward, a unit goes where its rows say. Walked backward, a unit that
 * took in several is shared out again by their sizes: the size of an old unit
 * is asked for once, when the rows are made ready, and nothing is guessed
 * later. Shares over several reforms are multiplied. Where all of a unit ends
 * up in one, its share is 1 exactly, whatever happened in between.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_CROSSWALK_H
#define HOCTAP_MODEL_CROSSWALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/date.h"
#include "engine/model/area.h"

struct arena;

struct crossing {
    date day;
    uint32_t from, to; /* areas */
    double weight;     /* NO_VALUE when not given: all of it, or a split */
    bool inferred;
    unsigned line;
};

struct crosswalk {
    struct crossing *items; /* sorted by day, from, to */
    size_t count;
};

/* Marks the units; one mark for each area of the register. */
bool *crosswalk_units(const struct areas *areas,
                      const struct crosswalk *crosswalk, struct arena *arena);

/* A row made ready to be walked along in both directions. */
struct passage {
    date day;
    uint32_t from, to;
    double forward;  /* the share of [from] that went to [to] */
    double backward; /* the share of [to] that came from [from] */
    bool inferred;
};

struct passages {
    struct passage *items; /* sorted by day, from, to */
    size_t count;
    uint32_t *by_to; /* their numbers, sorted by day, to, from */
};

/*
 * Who knows the sizes of the units that meet on a day. [whole] was divided
 * into [parts] on that day, or ([before]) was put together from them. Sizes are
 * above 0; false when they are not known, then the parts count alike.
 */
struct size_source {
    bool (*ask)(void *context, date day, uint32_t whole, const uint32_t parts[],
                size_t count, bool before, double sizes[]);
    void *context; /* [ask] may be NULL: nobody knows */
};

/*
 * An area that lives on through a day on which it takes in another has a row of
 * its own in the passages, also where the file has none.
 */
void passages_build(struct passages *out, const struct areas *areas,
                    const struct crosswalk *crosswalk, struct size_source sizes,
                    struct arena *arena);

struct share {
    uint32_t area;
    double part; /* above 0, up to 1 */
};

/* Where a unit of one day lies on the map of another. */
struct shares {
    struct share *items; /* sorted by area; their parts sum to 1 */
    size_t count;        /* 0: no such unit that day, or the rows lose it */
    bool inferred;
    uint32_t within; /* inferred: the area that the guess stays in, NO_AREA =
                        none that is known */
};

/* One entry for each area of the register. */
struct shares *crosswalk_walk(const struct areas *areas, const bool units[],
                              const struct passages *passages, date from,
                              date to, struct arena *arena);

/*
 * The finest areas common to the maps of all days from [from] to [to]: for each
 * area that lived then the number of the first area of [tier] that is in the
 * same piece; NO_AREA for the others and for pieces without one. Pieces hold
 * together what a row joins and what lay in one area of the tier.
 */
uint32_t *crosswalk_pieces(const struct areas *areas,
                           const struct crosswalk *crosswalk, date from,
                           date to, enum tier tier, struct arena *arena);

/*
 * A piece as one area: the codes of its members joined by "+", their names by
 * " + ", each code once and with its first name in the register; what holds all
 * of them is its parent. Attributes and type of several are empty. Where all
 * members are lives of one code, it is the last of these. [first] is the number
 * by which crosswalk_pieces calls the piece.
 */
void crosswalk_piece_area(struct area *out, const struct areas *areas,
                          const uint32_t pieces[], uint32_t first,
                          struct arena *arena);

/*
 * What an area that has ended became: where its own row says it went, else the
 * area of its tier that most of what lay in it went to. NO_AREA when nothing
 * says.
 */
uint32_t crosswalk_successor(const struct areas *areas,
                             const struct crosswalk *crosswalk, uint32_t area);

/*
 * What an area was or became by another day: itself while it lives, its
 * successors, or the one area that it succeeds. Itself, too, when that is not
 * clear.
 */
uint32_t crosswalk_on_day(const struct areas *areas,
                          const struct crosswalk *crosswalk, uint32_t area,
                          date day);

#endif
