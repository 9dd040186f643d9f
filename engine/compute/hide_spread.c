/*
 * hide_spread.c - what else must be hidden because of the areas above and
 * beside.
 *
 * Totals first, then parts: whoever hides a total hides its parts as well.
 * From the lowest areas up, each area and those below it are put right, which
 * may hide the area; then from the top down, since a hidden area must have
 * hidden ones below. More that is hidden never undoes what was right, so two
 * passes are enough.
 *
 * What an area lacks is a deficit for each form: by how much the hidden ones
 * below could be less, and more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/hide_spread.h"

#include <math.h>
#include <string.h>

#include "engine/base/arena.h"

struct spreading {
    struct hide_plane *plane;
    enum hide_state level;
    size_t from, to;     /* forms of the level */
    uint8_t *within;     /* a sensitive one is in the area or below it */
    double *less, *more; /* deficits, by form */
};

struct hide_plane hide_plane_new(const struct areas *areas, size_t forms,
                                 struct arena *arena)
{
    size_t cells = forms * areas->count;

    return (struct hide_plane){
        .areas = areas,
        .forms = forms,
        .value = arena_array(arena, cells, double),
        .less = arena_array(arena, cells, double),
        .more = arena_array(arena, cells, double),
        .sensitive = arena_array(arena, cells, uint8_t),
        .state = arena_array(arena, areas->count, uint8_t),
    };
}

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
    return s->plane->state[a] >= s->level;
}

static void set_within(struct spreading *s)
{
    const struct hide_plane *p = s->plane;

    memcpy(s->within, p->sensitive, p->forms * p->areas->count);
    for (size_t f = 0; f < p->forms; f++)
        for (uint32_t a = p->areas->count; a-- > 0;) {
            uint32_t above = p->areas->items[a].parent;
            if (above != NO_AREA && s->within[hide_at(p, f, a)])
                s->within[hide_at(p, f, above)] = 1;
        }
}

/* Of the areas below: the room that all have, that the hidden ones have, and
 * the most that one with something sensitive has of it. */
struct held {
    double all, hidden, most;
    bool asked;
};

static struct held held_below(const struct spreading *s, uint32_t above,
                              size_t f, const double of[])
{
    const struct hide_plane *p = s->plane;
    struct held h = { 0, 0, 0, false };

    for (uint32_t a = first_below(p, above); a != NO_AREA;
         a = next_beside(p, a)) {
        double x = of[hide_at(p, f, a)];
        h.all += x;
        if (!is_hidden(s, a))
            continue;
        h.hidden += x;
        if (!s->within[hide_at(p, f, a)])
            continue;
        h.asked = true;
        h.most = fmax(h.most, x);
    }
    return h;
}

/* A hidden area lends its room to those beside it: the ones below must have as
 * much. Else each sensitive one needs the others. */
static double deficit(const struct spreading *s, uint32_t above, size_t f,
                      const double of[])
{
    const struct hide_plane *p = s->plane;
    struct held h = held_below(s, above, f, of);
    uint32_t top = p->areas->items[above].parent;

    if (is_hidden(s, above))
        return s->within[hide_at(p, f, top != NO_AREA ? top : above)]
                   ? fmin(p->below, h.all) - h.hidden
                   : 0;
    return h.asked ? p->below - (h.hidden - h.most) : 0;
}

/* False when nothing is lacking. */
static bool find_deficits(struct spreading *s, uint32_t above)
{
    bool any = false;

    for (size_t f = s->from; f < s->to; f++) {
        s->less[f] = deficit(s, above, f, s->plane->less);
        s->more[f] = deficit(s, above, f, s->plane->more);
        any = any || s->less[f] > 0 || s->more[f] > 0;
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
    const struct hide_plane *p = s->plane;
    double help = 0;

    *enough = true;
    for (size_t f = s->from; f < s->to; f++) {
        double less = p->less[hide_at(p, f, a)];
        double more = p->more[hide_at(p, f, a)];
        help += part_of(less, s->less[f]) + part_of(more, s->more[f]);
        *enough = *enough && less >= s->less[f] && more >= s->more[f];
    }
    return help;
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
        double help, size = p->value[hide_at(p, 0, a)];
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
    uint8_t *state = s->plane->state;

    while (find_deficits(s, above)) {
        uint32_t next = choose(s, above);
        if (next == NO_AREA && is_hidden(s, above))
            return;
        state[next == NO_AREA ? above : next] = (uint8_t)s->level;
    }
}

static void spread_level(struct spreading *s)
{
    const struct areas *areas = s->plane->areas;

    for (uint32_t a = areas->count; a-- > 0;)
        if (area_lives(areas, a, s->plane->day))
            put_right(s, a);
    for (uint32_t a = 0; a < areas->count; a++)
        if (area_lives(areas, a, s->plane->day) && is_hidden(s, a))
            put_right(s, a);
}

void hide_spread(struct hide_plane *plane, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    struct spreading s = {
        .plane = plane,
        .within =
            arena_array(scratch, plane->forms * plane->areas->count, uint8_t),
        .less = arena_array(scratch, plane->forms, double),
        .more = arena_array(scratch, plane->forms, double),
    };

    set_within(&s);
    s.level = HIDE_ALL;
    s.to = 1;
    spread_level(&s);
    s.level = HIDE_PARTS;
    s.from = 1;
    s.to = plane->forms;
    spread_level(&s);
    arena_rewind(scratch, mark);
}
