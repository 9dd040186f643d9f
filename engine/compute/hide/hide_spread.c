/*
 * hide_spread.c - what else must be hidden because of the areas above and
 * beside.
 *
 * Wide domains first: where the parts of a domain are hidden, so are those of
 * every domain within it. In each, from the lowest areas up, an area and those
 * below it are put right, which may hide the area; then from the top down,
 * since a hidden area must have hidden ones below. More that is hidden never
 * undoes what was right, so two passes are enough.
 *
 * What an area lacks is a deficit for each form: by how much the hidden ones
 * below could be less, and more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/hide/hide_spread.h"

#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/compute/hide/hide_domain.h"

/* One domain at a time. */
struct spreading {
    struct hide_plane *plane;
    size_t domain;
    size_t *forms; /* those that have something sensitive in the domain */
    size_t count;
    uint8_t *within; /* [k * areas + area]: in the area or below it */
    double *can_less, *can_more; /* the rooms of the domain, likewise */
    double *less, *more;         /* deficits, by k */
};

static uint32_t next_living(const struct hide_plane *p, uint32_t a)
{
    while (a != NO_AREA && !area_lives(p->areas, a, p->day))
        a = p->areas->items[a].next_sibling;
    return a;
}

static uint32_t first_below(const struct hide_plane *p, uint32_t a)
{
    return next_living(p, p->areas->items[a].first_child);
}

static uint32_t next_beside(const struct hide_plane *p, uint32_t a)
{
    return next_living(p, p->areas->items[a].next_sibling);
}

static bool is_hidden(const struct spreading *s, uint32_t a)
{
    return s->plane->hidden[hide_at(s->plane, s->domain, a)];
}

/* --- the rooms of a domain ------------------------------------------------ */

/* Of a proportion of the same two quantities and years. */
static bool is_same_pair(const struct hide_pair *a, const struct hide_pair *b)
{
    return a->is_base == b->is_base && a->lag == b->lag &&
           a->other->quantity == b->other->quantity;
}

/* The least that the rest of the domain could give to a proportion's other
 * figure; the same pair of the domain says how much there is in all. */
static double rest_room(const struct spreading *s, size_t form, bool of_base,
                        uint32_t a)
{
    const struct hide_plane *p = s->plane;
    const struct hide_form *part = &p->quantity->forms[form];
    const struct hide_form *all = &p->quantity->forms[s->domain];
    double room = HUGE_VAL;

    for (size_t i = 0; i < part->count; i++)
        for (size_t k = 0; k < all->count; k++) {
            double rest = p->rests[s->domain][k * p->areas->count + a] -
                          p->rests[form][i * p->areas->count + a];
            if (part->pairs[i].is_base == of_base &&
                is_same_pair(&part->pairs[i], &all->pairs[k]) && !isnan(rest))
                room = fmin(room, fmax(0, rest));
        }
    return room;
}

/* What the domain has beside the form goes down as that goes up. A domain that
 * nobody counted in the area lends nothing. */
static void set_own_room(struct spreading *s, size_t k, uint32_t a)
{
    const struct hide_plane *p = s->plane;
    size_t form = s->forms[k], at = hide_at(p, form, a);
    double *less = &s->can_less[k * p->areas->count + a];
    double *more = &s->can_more[k * p->areas->count + a];
    double rest;

    *less = p->less[at];
    *more = p->more[at];
    if (s->domain == 0 || s->domain == hide_everything(p->quantity))
        return;
    rest = p->value[hide_at(p, s->domain, a)] - p->value[at];
    *less = fmin(*less, rest_room(s, form, true, a));
    *more = fmin(*more, fmin(fmax(0, rest), rest_room(s, form, false, a)));
}

/* An area can be moved by no more than those below it. */
static void limit_above(const struct spreading *s, double room[],
                        const double value[])
{
    const struct hide_plane *p = s->plane;

    for (uint32_t a = p->areas->count; a-- > 0;) {
        double sum = 0;
        bool any = false;
        for (uint32_t b = first_below(p, a); b != NO_AREA;
             b = next_beside(p, b)) {
            sum += room[b];
            any = any || value[b] > 0;
        }
        if (any)
            room[a] = fmin(room[a], sum);
    }
}

static void set_rooms(struct spreading *s)
{
    const struct hide_plane *p = s->plane;
    size_t areas = p->areas->count;

    for (size_t k = 0; k < s->count; k++) {
        const double *value = &p->value[hide_at(p, s->forms[k], 0)];
        for (uint32_t a = 0; a < areas; a++)
            set_own_room(s, k, a);
        limit_above(s, &s->can_less[k * areas], value);
        limit_above(s, &s->can_more[k * areas], value);
    }
}

static void set_within(struct spreading *s)
{
    const struct hide_plane *p = s->plane;
    size_t areas = p->areas->count;

    for (size_t k = 0; k < s->count; k++)
        for (uint32_t a = (uint32_t)areas; a-- > 0;) {
            uint32_t above = p->areas->items[a].parent;
            uint8_t *within = &s->within[k * areas];
            within[a] =
                within[a] || p->domain[hide_at(p, s->forms[k], a)] == s->domain;
            if (above != NO_AREA && within[a])
                within[above] = 1;
        }
}

/* --- deficits ------------------------------------------------------------- */

/* Of the areas below: the room that all have, that the hidden ones have, and
 * the most that one with something sensitive has of it. */
struct held {
    double all, hidden, most;
    bool asked;
};

static struct held held_below(const struct spreading *s, uint32_t above,
                              size_t k, const double can[])
{
    const struct hide_plane *p = s->plane;
    size_t first = k * p->areas->count;
    struct held h = { 0, 0, 0, false };

    for (uint32_t a = first_below(p, above); a != NO_AREA;
         a = next_beside(p, a)) {
        double x = can[first + a];
        h.all += x;
        if (!is_hidden(s, a))
            continue;
        h.hidden += x;
        if (!s->within[first + a])
            continue;
        h.asked = true;
        h.most = fmax(h.most, x);
    }
    return h;
}

/* A hidden area lends its room to those beside it: the ones below must have as
 * much. Else each sensitive one needs the others. */
static double deficit(const struct spreading *s, uint32_t above, size_t k,
                      const double can[])
{
    const struct hide_plane *p = s->plane;
    struct held h = held_below(s, above, k, can);
    double below = p->quantity->below;
    uint32_t top = p->areas->items[above].parent;

    if (is_hidden(s, above))
        return s->within[k * p->areas->count + (top != NO_AREA ? top : above)]
                   ? fmin(below, h.all) - h.hidden
                   : 0;
    return h.asked ? below - (h.hidden - h.most) : 0;
}

/* False when nothing is lacking. */
static bool find_deficits(struct spreading *s, uint32_t above)
{
    bool any = false;

    for (size_t k = 0; k < s->count; k++) {
        s->less[k] = deficit(s, above, k, s->can_less);
        s->more[k] = deficit(s, above, k, s->can_more);
        any = any || s->less[k] > 0 || s->more[k] > 0;
    }
    return any;
}

static double part_of(double has, double wanted)
{
    return wanted > 0 ? fmin(has, wanted) : 0;
}

/* How much of the deficits the area would make good. */
static double help_of(const struct spreading *s, uint32_t a, bool *enough)
{
    double help = 0;

    *enough = true;
    for (size_t k = 0; k < s->count; k++) {
        double less = s->can_less[k * s->plane->areas->count + a];
        double more = s->can_more[k * s->plane->areas->count + a];
        help += part_of(less, s->less[k]) + part_of(more, s->more[k]);
        *enough = *enough && less >= s->less[k] && more >= s->more[k];
    }
    return help;
}

static double size_of(const struct spreading *s, uint32_t a)
{
    const struct hide_plane *p = s->plane;

    return p->value[hide_at(
        p, s->domain == hide_everything(p->quantity) ? 0 : s->domain, a)];
}

/* Of those that are enough the smallest, else the one that helps most. */
static uint32_t choose(const struct spreading *s, uint32_t above)
{
    const struct hide_plane *p = s->plane;
    uint32_t best = NO_AREA;
    double most = 0, least = HUGE_VAL;
    bool found = false;

    for (uint32_t a = first_below(p, above); a != NO_AREA;
         a = next_beside(p, a)) {
        bool enough;
        double help, size = size_of(s, a);
        if (is_hidden(s, a))
            continue;
        help = help_of(s, a, &enough);
        if (enough ? size < least : !found && help > most) {
            best = a;
            most = help;
            least = enough ? size : least;
            found = found || enough;
        }
    }
    return best;
}

static void put_right(struct spreading *s, uint32_t above)
{
    while (find_deficits(s, above)) {
        uint32_t next = choose(s, above);
        if (next == NO_AREA && is_hidden(s, above))
            return;
        next = next == NO_AREA ? above : next;
        s->plane->hidden[hide_at(s->plane, s->domain, next)] = 1;
    }
}

/* --- one domain after another --------------------------------------------- */

/* Which forms are sensitive in the domain. */
static void find_forms(struct spreading *s)
{
    const struct hide_plane *p = s->plane;

    s->count = 0;
    for (size_t f = 0; f < p->quantity->count; f++)
        for (uint32_t a = 0; a < p->areas->count; a++)
            if (p->domain[hide_at(p, f, a)] == s->domain) {
                s->forms[s->count++] = f;
                break;
            }
}

/* Where the parts of a wider domain are hidden. */
static void inherit(struct spreading *s)
{
    const struct hide_plane *p = s->plane;
    const struct hide_quantity *q = p->quantity;
    size_t areas = p->areas->count;

    for (size_t wide = 0; wide <= q->count; wide++)
        for (size_t a = 0; a < areas && wide != s->domain &&
                           s->domain != hide_everything(q) &&
                           hide_relation(q, wide, s->domain) == HIDE_WITHIN;
             a++)
            p->hidden[s->domain * areas + a] |= p->hidden[wide * areas + a];
}

static void spread_domain(struct spreading *s, size_t domain,
                          struct arena *scratch)
{
    const struct hide_plane *p = s->plane;
    const struct areas *areas = p->areas;
    size_t cells;

    s->domain = domain;
    find_forms(s);
    if (s->count == 0)
        return;
    cells = s->count * areas->count;
    s->within = arena_array(scratch, cells, uint8_t);
    s->can_less = arena_array(scratch, cells, double);
    s->can_more = arena_array(scratch, cells, double);
    inherit(s);
    set_rooms(s);
    set_within(s);
    for (uint32_t a = areas->count; a-- > 0;)
        if (area_lives(areas, a, p->day))
            put_right(s, a);
    for (uint32_t a = 0; a < areas->count; a++)
        if (area_lives(areas, a, p->day) && is_hidden(s, a))
            put_right(s, a);
}

void hide_spread(struct hide_plane *plane, struct arena *scratch)
{
    const struct hide_quantity *q = plane->quantity;
    struct arena_mark mark = arena_mark(scratch);
    struct spreading s = {
        .plane = plane,
        .forms = arena_array(scratch, q->count, size_t),
        .less = arena_array(scratch, q->count, double),
        .more = arena_array(scratch, q->count, double),
    };

    spread_domain(&s, hide_everything(q), scratch);
    for (size_t i = 0; i < q->count; i++)
        spread_domain(&s, q->order[i], scratch);
    arena_rewind(scratch, mark);
}
