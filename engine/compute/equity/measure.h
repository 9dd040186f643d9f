/*
 * measure.h - the register of measures of inequality.
 *
 * A measure says in one number how unevenly a value is spread over areas or
 * groups. Each is a file in engine/compute/measures/ (a family of twins may
 * share one). NAME.c ends in
 *
 *     static const struct measure measures[] = { { .id = "theil", ... } };
 *     const struct measure_family measures_theil = MEASURE_FAMILY(measures);
 *
 * and is in the register by standing in the folder. `place` orders the output.
 *
 * Measures take a sample that was prepared once (sample.h) and may rely on it:
 * no missing value, every weight positive, at least one area. They must give
 * NO_VALUE where they are undefined, never 0. They run for every draw of the
 * intervals as well, so that a loop over the areas is best a plain sum.
 *
 * A value is in the indicator's unit. Measures without MEASURE_SCALE_FREE
 * grow with that unit (variances with its square).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_MEASURE_H
#define HOCTAP_COMPUTE_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/compute/equity/sample.h"

struct arena;
struct chance;

/* What a measure cannot do without. */
enum measure_needs {
    MEASURE_NEEDS_ORDER = 1,
    MEASURE_NEEDS_GROUP = 2,
    MEASURE_NEEDS_REFERENCE = 4,
    MEASURE_NEEDS_TARGET = 8,
    MEASURE_NEEDS_MEAN = 16,   /* a mean above 0, and no value below */
    MEASURE_NEEDS_BETTER = 32, /* a better way: higher or lower */
    MEASURE_NEEDS_SHARES = 64  /* values are proportions: needs [unit] */
};

/* Between what something lies. */
struct measure_bounds {
    double low, high;
};

/* What the tests may demand of it. */
enum measure_laws {
    MEASURE_EQUAL = 1,      /* takes its value [equal] when all are alike */
    MEASURE_SCALE_FREE = 2, /* unit does not matter */
    MEASURE_SCALES = 4,     /* grows with the unit */
    MEASURE_SCALES_SQUARE = 8,
    MEASURE_REPLICATION = 16, /* each area split into equal ones: the same */
    MEASURE_TRANSFER = 32,    /* from poor to rich: never smaller */
    MEASURE_SHIFT_FREE = 64   /* the same added to each: no change */
};

/* A usual parameter of a measure that takes one. */
struct measure_usual {
    double parameter;
    const char *id; /* "atkinson:0.5" */
};

struct measure {
    const char *id;          /* its title is the message measure.ID.title */
    unsigned place;          /* in the output; unique */
    double low, high, equal; /* bounds; the value when all areas are alike */
    unsigned needs, laws;
    /* Of proportions: how far from 0 it can be, the whole being one; 0 = what
     * is possible of them bounds it no further. */
    double reach;
    bool percent; /* given times 100 */
    bool pair;    /* without an order it runs against the reference, if any */
    const struct measure_usual *usual; /* NULL = takes no parameter */
    size_t usual_count;
    double (*compute)(const struct sample *sample, double parameter,
                      struct arena *scratch);
    /*
     * The sampling variance of the measure, or of its logarithm (log_scale),
     * by a closed form from [sigma]; NULL or NO_VALUE where none holds.
     */
    double (*variance)(const struct sample *sample, double parameter);
    bool log_scale;
    /*
     * The same as if the areas that the figures picked (the best, the worst)
     * had been named: what was drawn never says less than this about how far
     * off the measure may be. NULL or NO_VALUE where nothing is picked.
     */
    double (*picked)(const struct sample *sample, double parameter);
    /* With fewer areas than this its limits did not hold in trials. */
    size_t least_areas;
    /* The measure before it was cut at 0 where it is: its limits lie about
     * this and are cut alike. NULL: about the measure itself. */
    double (*uncut)(const struct sample *sample, double parameter);
    /* Limits in a way of its own, for a measure to which equal areas are no
     * case of their own. NULL for all others. */
    struct measure_bounds (*limits)(const struct sample *sample,
                                    const struct chance *chance,
                                    double confidence, struct arena *scratch);
};

struct measure_family {
    const struct measure *items;
    size_t count;
};
#define MEASURE_FAMILY(array)                                                  \
    {                                                                          \
        (array), sizeof(array) / sizeof *(array)                               \
    }

/* A measure with its parameter: what "atkinson:0.5" names. */
struct measure_choice {
    const struct measure *measure;
    double parameter; /* NO_VALUE when it takes none */
    const char *id;   /* as printed: "atkinson:0.5" */
};

/* All of them with their usual parameters, in the order of the output. The
 * list lives in the arena, the ids in the register. */
size_t measures_list(struct measure_choice **out, struct arena *arena);
/* False when the id or its parameter is unknown. [id] must stay alive. */
bool measure_find(const char *id, struct measure_choice *out);
const char *measure_nearest(const char *id);

/* Is everything there that the measure needs? */
bool measure_applies(const struct measure *measure,
                     const struct sample *sample);
/* Its own bounds, and those of the sample's unit. */
struct measure_bounds measure_bounds(const struct measure *measure,
                                     const struct sample *sample);

/*
 * Its value, or NO_VALUE. What rounding put just outside the bounds is brought
 * back to them, and where all values are alike but for rounding a measure with
 * MEASURE_EQUAL is exactly [equal]. The scratch is rewound.
 */
double measure_value(const struct measure_choice *choice,
                     const struct sample *sample, struct arena *scratch);
/* The same; the caller rewinds the scratch. */
double measure_drawn(const struct measure_choice *choice,
                     const struct sample *sample, struct arena *scratch);

#endif
