/*
 * hide_facts.h - private to hide*.c: which facts are hidden, of every quantity,
 * period and area; contracts (2) to (5) of hide.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_HIDE_FACTS_H
#define HOCTAP_COMPUTE_HIDE_FACTS_H

#include "engine/compute/hide/hide_forms.h"
#include "engine/compute/hide/hide_spread.h"

struct hide_facts {
    const struct cube *cube;
    const struct areas *areas;
    uint8_t **states; /* by quantity and period of the cube, of each form and
                         area; NULL: nothing */
};

/* A row whose own numbers are sensitive though none of its forms is: a formula
 * of several terms. Marks each of these. */
struct hide_mark {
    uint16_t quantity;
    period period;
    size_t form;
    uint32_t area;
};
struct hide_marks {
    struct hide_mark *items;
    size_t count, room;
};

struct hide_facts hide_facts_of(const struct hide_forms *forms,
                                const struct hide_marks *marks,
                                const struct cube *cube,
                                const struct study *study, struct arena *arena);

/* Is a form of that area hidden? */
bool hide_fact_hidden(const struct hide_facts *facts,
                      const struct hide_use *use, period p, uint32_t area);
/* Is that form hidden in any area below? */
bool hide_fact_below(const struct hide_facts *facts, const struct hide_use *use,
                     period p, uint32_t area);
/* Did the running total of the form grow by a small number? */
bool hide_fact_grew(const struct hide_facts *facts, const struct hide_use *use,
                    period p, uint32_t area);
/* Is anything of it hidden anywhere? */
bool hide_fact_any(const struct hide_facts *facts, uint16_t quantity);

#endif
