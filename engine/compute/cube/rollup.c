/*
 * rollup.c - terms added up from the areas below; the numbers are those of the
 * header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/rollup.h"

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/indicator/naming.h"

/* Completeness is a share and may miss 1 by rounding. */
static const double WHOLLY = 1 - 1e-9;

/* What the areas below have brought so far. */
struct brought {
    double sum;
    uint32_t reported, expected;
    uint8_t status;
    bool any, gaps;
};

static void set_absent(struct column *c, uint32_t a, uint8_t status)
{
    c->value[a] = NO_VALUE;
    c->complete[a] = 0;
    c->status[a] = status;
    c->reported[a] = 0;
    c->expected[a] = 1;
}

static void set_own(struct column *c, uint32_t a, const struct own *own)
{
    c->value[a] = own->value;
    c->complete[a] = 1;
    c->status[a] = own->status;
    c->reported[a] = c->expected[a] = 1;
    c->own[a] = true;
    c->row[a] = own->row;
}

/* Something was brought, so something was expected. */
static double share_of(const struct brought *b)
{
    return (double)b->reported / b->expected;
}

static void set_sum(struct column *c, uint32_t a, const struct brought *b)
{
    c->value[a] = b->sum;
    c->complete[a] = share_of(b);
    c->status[a] = b->status;
    c->reported[a] = b->reported;
    c->expected[a] = b->expected;
    c->gaps[a] = b->gaps;
}

static void bring(struct brought *to, const struct column *c, uint32_t a)
{
    to->gaps = to->gaps || c->gaps[a];
    if (c->status[a] == STATUS_NA && c->complete[a] <= 0) {
        to->gaps = true;
        return;
    }
    to->reported += c->reported[a];
    to->expected += c->expected[a];
    if (c->complete[a] <= 0)
        return;
    to->sum += c->value[a];
    to->status =
        to->any ? resolve_doubt(to->status, c->status[a]) : c->status[a];
    to->any = true;
}

static struct column column_new(size_t areas, struct arena *arena)
{
    struct column c = {
        .value = arena_array(arena, areas, double),
        .complete = arena_array(arena, areas, double),
        .status = arena_array(arena, areas, uint8_t),
        .reported = arena_array(arena, areas, uint32_t),
        .expected = arena_array(arena, areas, uint32_t),
        .own = arena_array(arena, areas, bool),
        .gaps = arena_array(arena, areas, bool),
        .row = arena_array(arena, areas, uint32_t),
    };

    for (size_t a = 0; a < areas; a++)
        c.row[a] = NO_ROW;
    return c;
}

void rollup_term(struct column *out, const struct own own[], bool addable,
                 date day, const struct areas *areas, struct arena *arena)
{
    struct brought *below;
    struct arena_mark mark;

    *out = column_new(areas->count, arena);
    mark = arena_mark(arena);
    below = arena_array(arena, areas->count, struct brought);
    for (uint32_t a = areas->count; a-- > 0;) {
        uint32_t parent = areas->items[a].parent;
        bool lives = area_lives(areas, a, day);
        if (lives && has_value(own[a].value))
            set_own(out, a, &own[a]);
        else if (lives && addable && below[a].any)
            set_sum(out, a, &below[a]);
        else
            set_absent(out, a, own[a].status);
        if (lives && parent != NO_AREA)
            bring(&below[parent], out, a);
    }
    arena_rewind(arena, mark);
}

static struct joint joint_new(size_t areas, size_t count, struct arena *arena)
{
    return (struct joint){
        .count = count,
        .values = arena_array(arena, areas * count, double),
        .complete = arena_array(arena, areas, double),
        .status = arena_array(arena, areas, uint8_t),
        .reported = arena_array(arena, areas, uint32_t),
        .expected = arena_array(arena, areas, uint32_t),
        .direct = arena_array(arena, areas, bool),
    };
}

struct terms_at {
    bool whole, own, na, hidden;
    uint8_t status;
    uint32_t reported, expected;
};

static struct terms_at terms_at(const struct column *const columns[],
                                size_t count, uint32_t a)
{
    struct terms_at t = { .whole = true, .own = true, .status = STATUS_OK };

    for (size_t k = 0; k < count; k++) {
        const struct column *c = columns[k];
        bool here = c->complete[a] >= WHOLLY;
        t.whole = t.whole && here && !c->gaps[a];
        t.own = t.own && c->own[a];
        t.na = t.na || (!here && c->status[a] == STATUS_NA);
        t.hidden = t.hidden || (!here && (c->status[a] == STATUS_SUPPRESSED ||
                                          c->status[a] == STATUS_SUPPRESSED2));
        if (here)
            t.status =
                k == 0 ? c->status[a] : resolve_doubt(t.status, c->status[a]);
        if (c->reported[a] > t.reported)
            t.reported = c->reported[a];
        if (c->expected[a] > t.expected)
            t.expected = c->expected[a];
    }
    return t;
}

static void join_direct(struct joint *j, const struct column *const columns[],
                        uint32_t a, const struct terms_at *t)
{
    for (size_t k = 0; k < j->count; k++)
        j->values[a * j->count + k] = columns[k]->value[a];
    j->complete[a] = 1;
    j->direct[a] = true;
    j->status[a] = t->status;
    j->reported[a] = t->own ? 1 : t->reported;
    j->expected[a] = t->own ? 1 : t->expected;
}

/* The areas below have added themselves to the row already. */
static void join_sum(struct joint *j, uint32_t a, const struct brought *b)
{
    j->complete[a] = share_of(b);
    j->status[a] = b->status;
    j->reported[a] = b->reported;
    j->expected[a] = b->expected;
}

static void join_absent(struct joint *j, uint32_t a, const struct terms_at *t)
{
    for (size_t k = 0; k < j->count; k++)
        j->values[a * j->count + k] = NO_VALUE;
    j->complete[a] = 0;
    j->status[a] = t->hidden ? STATUS_SUPPRESSED
                   : t->na   ? STATUS_NA
                             : STATUS_MISSING;
    j->reported[a] = 0;
    j->expected[a] = t->expected > 0 ? t->expected : 1;
}

static void bring_joint(struct brought *to, struct joint *j, uint32_t a,
                        uint32_t parent)
{
    if (j->status[a] == STATUS_NA && j->complete[a] <= 0)
        return;
    to->reported += j->reported[a];
    to->expected += j->expected[a];
    if (j->complete[a] <= 0)
        return;
    for (size_t k = 0; k < j->count; k++)
        j->values[parent * j->count + k] += j->values[a * j->count + k];
    to->status =
        to->any ? resolve_doubt(to->status, j->status[a]) : j->status[a];
    to->any = true;
}

static bool all_own(const struct column *const columns[], size_t count,
                    uint32_t a)
{
    for (size_t k = 0; k < count; k++)
        if (!columns[k]->own[a])
            return false;
    return true;
}

void rollup_joint(struct joint *out, const struct column *const columns[],
                  size_t count, bool addable, date day,
                  const struct areas *areas, struct arena *arena)
{
    struct brought *below;
    struct arena_mark mark;

    *out = joint_new(areas->count, count, arena);
    mark = arena_mark(arena);
    below = arena_array(arena, areas->count, struct brought);
    for (uint32_t a = areas->count; a-- > 0;) {
        uint32_t parent = areas->items[a].parent;
        struct terms_at t = terms_at(columns, count, a);
        if (t.whole)
            join_direct(out, columns, a, &t);
        else if (addable && below[a].any)
            join_sum(out, a, &below[a]);
        else
            join_absent(out, a, &t);
        if (parent != NO_AREA && area_lives(areas, a, day))
            bring_joint(&below[parent], out, a, parent);
    }
    /* An area that says all itself has nothing to be counted. */
    for (uint32_t a = 0; a < areas->count; a++)
        if (all_own(columns, count, a))
            out->reported[a] = out->expected[a] = 0;
    arena_rewind(arena, mark);
}
