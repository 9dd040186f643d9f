/*
 * hide_domain.c - which figures of a quantity hold, cut or leave out others.
 *
 *  (1) Codes of a dimension exclude one another. A code may say in which code
 *      of another list it lies, as grade 1 lies in the primary level; where
 *      nothing is said two codes may have somebody in common.
 *  (2) What is not known to be apart is taken to be cut: more is hidden then,
 *      never less.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/hide/hide_domain.h"

#include <string.h>

#include "engine/base/arena.h"

/* Two terms of one quantity. */
struct couple {
    const struct term *left, *right;
    const struct quantity *known;
    const struct codebook *book;
};

static const struct dimension *dimension_at(const struct couple *c, size_t slot)
{
    return &c->book->dimensions[c->known->dimensions[slot]];
}

/* --- holding -------------------------------------------------------------- */

static bool pick_has(const struct pick *pick, const struct pick *of, size_t i)
{
    for (size_t k = 0; k < pick->count; k++)
        if (of->codes ? pick->codes && of->codes[i] == pick->codes[k]
                      : pick->bands && of->bands[i].low >= pick->bands[k].low &&
                            of->bands[i].high <= pick->bands[k].high)
            return true;
    return false;
}

/* Is every code of [part] one of [all]? */
static bool pick_holds(const struct pick *all, const struct pick *part)
{
    for (size_t i = 0; i < part->count; i++)
        if (!pick_has(all, part, i))
            return false;
    return part->count > 0;
}

static const char *home_of(const struct couple *c, size_t slot, uint16_t code,
                           size_t other)
{
    return code_attribute_find(&dimension_at(c, slot)->codes[code],
                               dimension_at(c, other)->id);
}

static bool picks_home(const struct couple *c, size_t slot, const char *home)
{
    const struct pick *pick = &c->left->picks[slot];

    for (size_t i = 0; home && pick->codes && i < pick->count; i++)
        if (strcmp(dimension_at(c, slot)->codes[pick->codes[i]].id, home) == 0)
            return true;
    return false;
}

/* (1) Do all codes of a slot of [right] lie in those picked on the left? */
static bool lies_in(const struct couple *c, size_t slot, size_t other)
{
    const struct pick *pick = &c->right->picks[other];

    for (size_t i = 0; i < pick->count; i++)
        if (!pick->codes ||
            !picks_home(c, slot, home_of(c, other, pick->codes[i], slot)))
            return false;
    return pick->count > 0;
}

static bool slot_holds(const struct couple *c, size_t slot)
{
    if (c->left->picks[slot].count == 0 ||
        pick_holds(&c->left->picks[slot], &c->right->picks[slot]))
        return true;
    for (size_t other = 0; other < c->known->dimension_count; other++)
        if (other != slot && lies_in(c, slot, other))
            return true;
    return false;
}

static bool holds(const struct couple *c)
{
    for (size_t slot = 0; slot < c->known->dimension_count; slot++)
        if (!slot_holds(c, slot))
            return false;
    return true;
}

bool hide_term_holds(const struct term *all, const struct term *part,
                     const struct quantity *known, const struct codebook *book)
{
    return holds(&(struct couple){ all, part, known, book });
}

/* --- meeting -------------------------------------------------------------- */

static bool picks_meet(const struct pick *a, const struct pick *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            if (a->codes && b->codes
                    ? a->codes[i] == b->codes[k]
                    : !a->bands || !b->bands ||
                          (a->bands[i].low <= b->bands[k].high &&
                           b->bands[k].low <= a->bands[i].high))
                return true;
    return false;
}

/* (1) Does a code of the right's slot say that it lies elsewhere? */
static bool lies_elsewhere(const struct couple *c, size_t slot, size_t other)
{
    const struct pick *pick = &c->right->picks[other];

    if (!c->left->picks[slot].codes || !pick->codes)
        return false;
    for (size_t i = 0; i < pick->count; i++) {
        const char *home = home_of(c, other, pick->codes[i], slot);
        if (!home || picks_home(c, slot, home))
            return false;
    }
    return pick->count > 0;
}

/* (2) */
static bool meet(const struct couple *c)
{
    struct couple back = { c->right, c->left, c->known, c->book };
    size_t slots = c->known->dimension_count;

    for (size_t s = 0; s < slots; s++) {
        const struct pick *a = &c->left->picks[s], *b = &c->right->picks[s];
        if (a->count > 0 && b->count > 0 && !picks_meet(a, b))
            return false;
        for (size_t t = 0; t < slots; t++)
            if (t != s &&
                (lies_elsewhere(c, s, t) || lies_elsewhere(&back, s, t)))
                return false;
    }
    return true;
}

/* --- all forms of a quantity ---------------------------------------------- */

static enum hide_relation relation_of(const struct couple *domain_form)
{
    const struct couple *c = domain_form;
    struct couple back = { c->right, c->left, c->known, c->book };

    if (holds(&back))
        return HIDE_AROUND;
    if (holds(c))
        return HIDE_WITHIN;
    return meet(c) ? HIDE_CUT : HIDE_APART;
}

/* How many forms a domain lies in: one within another lies in more. */
static size_t depth_of(const struct hide_quantity *q, size_t domain)
{
    size_t depth = 0;

    for (size_t f = 0; f < q->count; f++)
        depth += hide_relation(q, domain, f) == HIDE_AROUND;
    return depth;
}

static void set_order(struct hide_quantity *q, struct arena *arena)
{
    q->order = arena_array(arena, q->count, size_t);
    for (size_t d = 0, at; d < q->count; d++) {
        for (at = d; at > 0 && depth_of(q, q->order[at - 1]) > depth_of(q, d);
             at--)
            q->order[at] = q->order[at - 1];
        q->order[at] = d;
    }
}

void hide_domains_set(struct hide_quantity *q, const struct quantity *known,
                      const struct codebook *book, struct arena *arena)
{
    q->relations = arena_array(arena, q->count * q->count, uint8_t);
    for (size_t d = 0; d < q->count; d++)
        for (size_t f = 0; f < q->count; f++)
            q->relations[d * q->count + f] =
                (uint8_t)relation_of(&(struct couple){
                    &q->forms[d].term, &q->forms[f].term, known, book });
    q->hides = arena_array(arena, q->count, size_t);
    for (size_t d = 0; d < q->count; d++)
        for (size_t f = 0; f < q->count; f++)
            q->hides[d] += hide_cuts(q, d, f);
    set_order(q, arena);
}

size_t hide_domain_of(const struct hide_quantity *q, size_t form,
                      const double value[], size_t step)
{
    size_t best = 0;

    for (size_t d = 1; d < q->count; d++)
        if (hide_relation(q, d, form) == HIDE_WITHIN &&
            value[d * step] >= q->below &&
            value[d * step] >= value[form * step] &&
            q->hides[d] < q->hides[best])
            best = d;
    return best;
}
