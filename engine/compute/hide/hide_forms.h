/*
 * hide_forms.h - private to hide*.c: the figures of a quantity that the
 * catalogue asks for.
 *
 * A form is a quantity with certain codes: enrolled[sex=F]. Form 0 of every
 * quantity is its total. A use says which row asks for which form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_HIDE_FORMS_H
#define HOCTAP_COMPUTE_HIDE_FORMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/compute/indicator/formulas.h"
#include "engine/model/cube.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

struct arena;

/* The other figure of a proportion: its base, or what is counted of it. */
struct hide_pair {
    const struct term *other;
    int lag; /* of the other against the form's own period */
    bool is_base;
};

struct hide_form {
    struct term term;
    struct hide_pair *pairs;
    size_t count, room;
};

struct hide_quantity {
    struct hide_form *forms; /* none unless persons are counted */
    size_t count, room;
    double below;       /* the threshold; 0 = nothing is hidden */
    uint8_t *relations; /* enum hide_relation, [domain * count + form] */
    size_t *hides;      /* by domain, how many forms it cuts */
    size_t *order;      /* domains, the wide ones before those within them */
};

struct hide_use {
    struct breakdown breakdown;
    uint16_t quantity;
    int lag;
    size_t form;
};

struct hide_uses {
    struct hide_use *items;
    size_t count, room;
};

struct hide_forms {
    struct hide_quantity *quantities; /* one for each of the codebook */
    struct hide_uses *uses;           /* one for each indicator */
};

struct hide_forms hide_forms_of(const struct formulas *formulas,
                                const struct cube *cube,
                                const struct study *study, struct arena *arena);

#endif
