/*
 * change.h - what became of an area's figure between two years.
 *
 * All areas of one indicator are looked at over the same years, so that their
 * lines can be set side by side: [to] is the year reported on, [from] the year
 * in which the comparable stretch of most of them begins. An area whose own
 * stretch begins later, or that has no sound figure in both years, has no line.
 * Numbers are in the indicator's unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_CHANGE_H
#define HOCTAP_MODEL_CHANGE_H

#include <stddef.h>
#include <stdint.h>

#include "engine/base/period.h"
#include "engine/model/results.h"

struct arena;

struct change {
    uint16_t indicator;
    uint32_t area;
    period from, to;
    double before, after;
    double p_value, adjusted_p; /* NO_VALUE without noise */
    enum standing standing;     /* for the better, for the worse, or neither */
};

struct changes {
    struct change *items;
    size_t count, room;
};
/* Freed with the arena. */
struct changes *changes_new(struct arena *arena);
struct change *changes_add(struct changes *list);
/* NULL when there is none, or no list. */
const struct change *changes_find(const struct changes *list,
                                  uint16_t indicator, uint32_t area);

#endif
