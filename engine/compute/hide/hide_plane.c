/*
 * hide_plane.c - which figures of a quantity in a period are sensitive, and how
 * far each may be moved; the numbers are those of hide.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/hide/hide_plane.h"

#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/cube/rollup.h"
#include "engine/compute/hide/hide_domain.h"

/* As good as no limit, and still fit to be added up. */
static const double UNLIMITED = 1e15;
/* Completeness is a share and may miss 1 by rounding. */
static const double WHOLLY = 1 - 1e-9;

/* Where the figures come from. */
struct supply {
    const struct cube *cube;
    const struct study *study;
    struct arena *arena;
};

static struct hide_plane plane_new(const struct areas *areas,
                                   const struct hide_quantity *quantity,
                                   struct arena *arena)
{
    size_t cells = quantity->count * areas->count;
    struct hide_plane plane = {
        .areas = areas,
        .quantity = quantity,
        .value = arena_array(arena, cells, double),
        .less = arena_array(arena, cells, double),
        .more = arena_array(arena, cells, double),
        .rests = arena_array(arena, quantity->count, double *),
        .domain = arena_array(arena, cells, uint16_t),
        .hidden = arena_array(arena, cells + areas->count, uint8_t),
    };

    memset(plane.domain, 0xff, cells * sizeof *plane.domain);
    return plane;
}

static struct column column_of(const struct supply *f, const struct term *term,
                               period p)
{
    const struct areas *areas = &f->study->areas;
    struct own *own = arena_array(f->arena, areas->count, struct own);
    struct column column;

    resolve_term(own, term, p, f->cube, f->study, f->arena);
    rollup_term(&column, own, true, period_end(p), areas, f->arena);
    return column;
}

static void set_values(const struct supply *f, struct hide_plane *plane,
                       const struct hide_quantity *q, period p)
{
    size_t areas = plane->areas->count;

    for (size_t i = 0; i < q->count; i++) {
        struct arena_mark mark = arena_mark(f->arena);
        struct column c = column_of(f, &q->forms[i].term, p);
        for (uint32_t a = 0; a < areas; a++)
            plane->value[hide_at(plane, i, a)] =
                has_value(c.value[a]) && c.complete[a] > 0 ? c.value[a] : 0;
        arena_rewind(f->arena, mark);
    }
}

bool hide_plane_small(const struct hide_plane *plane, double value)
{
    return value > 0 && value < plane->quantity->below;
}

/* (4) For two reasons it moves within what serves both: its total. */
void hide_plane_mark(struct hide_plane *plane, size_t form, uint32_t a,
                     size_t domain)
{
    uint16_t *known = &plane->domain[hide_at(plane, form, a)];

    if (*known != HIDE_NOWHERE && *known != domain)
        domain = form == 0 ? hide_everything(plane->quantity) : 0;
    *known = (uint16_t)domain;
    plane->hidden[hide_at(plane, domain, a)] = 1;
}

static void mark_form(struct hide_plane *plane, size_t form, uint32_t a)
{
    const struct hide_quantity *q = plane->quantity;

    hide_plane_mark(plane, form, a,
                    form == 0 ? hide_everything(q)
                              : hide_domain_of(q, form, &plane->value[a],
                                               plane->areas->count));
}

/* (2) What [all] has beside the form. */
static void mark_rest(struct hide_plane *plane, size_t form, uint32_t a,
                      double all)
{
    double value = plane->value[hide_at(plane, form, a)];

    if (value > 0 && hide_plane_small(plane, all - value))
        mark_form(plane, form, a);
}

static void limit(double *room, double most)
{
    *room = fmax(0, fmin(*room, most));
}

/* A part may become all of its total, or nothing of it. */
static void set_rooms(struct hide_plane *plane)
{
    for (size_t i = 0; i < plane->quantity->count; i++)
        for (uint32_t a = 0; a < plane->areas->count; a++) {
            size_t at = hide_at(plane, i, a);
            double total = plane->value[hide_at(plane, 0, a)];
            plane->less[at] = plane->value[at];
            plane->more[at] = UNLIMITED;
            if (i == 0 || (total < plane->value[at])) /* no total is known */
                continue;
            limit(&plane->more[at], total - plane->value[at]);
            mark_rest(plane, i, a, total);
        }
}

/*
 * In a proportion what is counted is no more than its base; nor is what is left
 * of its total more than what is left of the base's. Sums of some areas only
 * may be of different ones: their row says what is small then.
 */
static void limit_pair(const struct supply *f, struct hide_plane *plane,
                       size_t form, size_t k, period p)
{
    const struct hide_form *part = &plane->quantity->forms[form];
    const struct hide_pair *pair = &part->pairs[k];
    double *rest = &plane->rests[form][k * plane->areas->count];
    struct term whole = { .quantity = pair->other->quantity };
    struct column own = column_of(f, &part->term, p);
    struct column other = column_of(f, pair->other, period_shift(p, pair->lag));
    struct column all = column_of(f, &whole, period_shift(p, pair->lag));
    double sign = pair->is_base ? 1 : -1;

    for (uint32_t a = 0; a < plane->areas->count; a++) {
        size_t at = hide_at(plane, form, a);
        double total = plane->value[hide_at(plane, 0, a)];
        double in = sign * (other.value[a] - plane->value[at]);
        double out = sign * (all.value[a] - total) - in;
        rest[a] = in;
        if (!has_value(in))
            continue;
        limit(pair->is_base ? &plane->more[at] : &plane->less[at], in);
        if (form > 0 && total >= plane->value[at] && has_value(out))
            limit(pair->is_base ? &plane->less[at] : &plane->more[at], out);
        if (pair->is_base && !(own.complete[a] < WHOLLY) &&
            !(other.complete[a] < WHOLLY))
            mark_rest(plane, form, a, other.value[a]);
    }
}

static void limit_pairs(const struct supply *f, struct hide_plane *plane,
                        period p)
{
    const struct hide_quantity *q = plane->quantity;

    for (size_t i = 0; i < q->count; i++) {
        plane->rests[i] = arena_array(
            f->arena, q->forms[i].count * plane->areas->count, double);
        for (size_t k = 0; k < q->forms[i].count; k++) {
            struct arena_mark mark = arena_mark(f->arena);
            limit_pair(f, plane, i, k, p);
            arena_rewind(f->arena, mark);
        }
    }
}

static void mark_small(struct hide_plane *plane)
{
    for (size_t i = 0; i < plane->quantity->count; i++)
        for (uint32_t a = 0; a < plane->areas->count; a++)
            if (hide_plane_small(plane, plane->value[hide_at(plane, i, a)]))
                mark_form(plane, i, a);
}

/* (2) Differences between parts; one to the total is a rest. It stays moving
 * only while the larger one stands still, or both move in what holds them. */
static void mark_differences(struct hide_plane *plane)
{
    const struct hide_quantity *q = plane->quantity;

    for (size_t i = 1; i < q->count; i++)
        for (size_t k = 1; k < q->count; k++) {
            if (hide_relation(q, i, k) != HIDE_WITHIN)
                continue;
            for (uint32_t a = 0; a < plane->areas->count; a++) {
                double part = plane->value[hide_at(plane, k, a)];
                double all = plane->value[hide_at(plane, i, a)];
                if (part > 0 && hide_plane_small(plane, all - part))
                    hide_plane_mark(plane, k, a, all < q->below ? 0 : i);
            }
        }
}

struct hide_plane hide_plane_of(const struct hide_quantity *quantity, period p,
                                const struct cube *cube,
                                const struct study *study, struct arena *arena)
{
    struct supply f = { cube, study, arena };
    struct hide_plane plane = plane_new(&study->areas, quantity, arena);

    plane.day = period_end(p);
    set_values(&f, &plane, quantity, p);
    set_rooms(&plane);
    limit_pairs(&f, &plane, p);
    mark_small(&plane);
    mark_differences(&plane);
    return plane;
}

/* (2) Somebody who knows that it never falls can move no more of it. */
struct hide_plane hide_plane_grown(const struct hide_plane *from,
                                   const struct hide_plane *to,
                                   struct arena *arena)
{
    struct hide_plane plane = plane_new(to->areas, to->quantity, arena);
    size_t cells = hide_plane_cells(to);

    plane.day = to->day;
    plane.rests = to->rests;
    for (size_t c = 0; c < cells; c++)
        plane.value[c] = fmax(0, to->value[c] - from->value[c]);
    set_rooms(&plane);
    for (size_t c = 0; c < cells; c++) {
        limit(&plane.less[c], to->less[c]);
        limit(&plane.more[c], to->more[c]);
    }
    mark_small(&plane);
    mark_differences(&plane);
    return plane;
}
