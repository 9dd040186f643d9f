/*
 * crosswalk.h - what became of what, when, with which weight.
 *
 * On [day] the share [weight] of area [from] went to area [to]. Parentage that
 * was inferred from names rather than read in a resolution is marked, and what
 * is computed through it is an estimate.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_CROSSWALK_H
#define HOCTAP_MODEL_CROSSWALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/date.h"

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

#endif
