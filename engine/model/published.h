/*
 * published.h - figures that were signed and handed out, and what became of
 * them.
 *
 * `publish` freezes a period's figures in published/PERIOD.csv. Files arrive
 * late, errors are found, definitions change: a later run may get other
 * figures. It then says which, so that nobody finds out by laying two reports
 * side by side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_PUBLISHED_H
#define HOCTAP_MODEL_PUBLISHED_H

#include <stddef.h>

#include "engine/model/results.h"

struct published_figure {
    uint16_t indicator;
    uint32_t area;
    period period;
    struct breakdown breakdown;
    double numerator, denominator, value; /* NO_VALUE: there was none */
    enum status status;
    date day; /* of publication; DATE_OPEN = not said */
    const char *file;
    unsigned line;
};

struct published {
    struct published_figure *items;
    size_t count, room;
};

enum revision_cause {
    REVISED_INPUT,      /* numerator or denominator is another */
    REVISED_DEFINITION, /* both are the same, the value is not */
    REVISED_ARRIVED,    /* there was no figure then */
    REVISED_WITHDRAWN,  /* there is none now */
    REVISED_COUNT
};
extern const char *const revision_cause_names[REVISED_COUNT];

struct revision {
    const struct published_figure *was;
    const struct result *now; /* NULL: no such result any more */
    enum revision_cause cause;
    const char *reason, *who; /* of decisions.csv; NULL = nobody has said */
};

struct revisions {
    struct revision *items;
    size_t count, room;
};
/* Freed with the arena. */
struct revisions *revisions_new(struct arena *arena);
struct revision *revisions_add(struct revisions *list);

#endif
