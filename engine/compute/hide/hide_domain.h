/*
 * hide_domain.h - private to hide*.c: how the figures of a quantity lie to one
 * another, and within which of them a hidden one may be moved.
 *
 * A domain is a figure that stays printed while what lies in it is moved about:
 * girls in grade 1 become boys in grade 1, and grade 1 is what it was. Whatever
 * holds all of the domain or has nothing of it stays as well and is printed;
 * the rest is cut by it and hidden. Domain 0 is the total, the others are the
 * forms of that number, and the one after the last is HIDE_EVERYTHING: the
 * total itself may change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_HIDE_DOMAIN_H
#define HOCTAP_COMPUTE_HIDE_DOMAIN_H

#include "engine/compute/hide/hide_forms.h"

/* Of a form to a domain. */
enum hide_relation {
    HIDE_APART,  /* nobody is in both */
    HIDE_AROUND, /* holds all of it, or is it */
    HIDE_CUT,    /* has some of it and something else */
    HIDE_WITHIN  /* is a part of it */
};

/* Works out q->relations and q->order. */
void hide_domains_set(struct hide_quantity *q, const struct quantity *known,
                      const struct codebook *book, struct arena *arena);

static inline size_t hide_everything(const struct hide_quantity *q)
{
    return q->count;
}

static inline enum hide_relation hide_relation(const struct hide_quantity *q,
                                               size_t domain, size_t form)
{
    return domain == hide_everything(q)
               ? HIDE_WITHIN
               : (enum hide_relation)q->relations[domain * q->count + form];
}

/* Is the form hidden where the domain's parts are? */
static inline bool hide_cuts(const struct hide_quantity *q, size_t domain,
                             size_t form)
{
    return hide_relation(q, domain, form) >= HIDE_CUT;
}

/* The domain that hides the fewest forms and is no small number itself; values
 * stand [step] apart, one for each form. Else the total. */
size_t hide_domain_of(const struct hide_quantity *q, size_t form,
                      const double value[], size_t step);

/* Does the first hold all that the second counts? Of one quantity. */
bool hide_term_holds(const struct term *all, const struct term *part,
                     const struct quantity *known, const struct codebook *book);

#endif
