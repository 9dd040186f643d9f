/*
 * crosswalk.c - rows made ready, and the walk along them.
 *
 *  (1) An area that lives before and after a day on which it takes in another,
 *      and has no row that gives it away, keeps all of itself.
 *  (2) Forward: the weights given, else by the sizes of the parts, else alike.
 *  (3) Backward: each source counts with the share of its size that came.
 *  (4) A unit without a row on a day of reform stays itself if it lives on both
 *      sides of that day; else the rows lose it and it has no shares at all.
 *  (5) A share that is less than what a sum may be off by is none: products of
 *      tiny weights come to 0, and what is beside them to more than 1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/crosswalk.h"

#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"

static bool lives_before(const struct areas *areas, uint32_t a, date day)
{
    const struct area *area = &areas->items[a];
    return area->from < day && (area->to == DATE_OPEN || area->to >= day);
}

bool *crosswalk_units(const struct areas *areas,
                      const struct crosswalk *crosswalk, struct arena *arena)
{
    bool *named = arena_array(arena, areas->count, bool);
    bool *above = arena_array(arena, areas->count, bool); /* of a named one */
    bool *unit = arena_array(arena, areas->count, bool);
    for (size_t i = 0; i < crosswalk->count; i++)
        named[crosswalk->items[i].from] = named[crosswalk->items[i].to] = true;
    for (uint32_t a = areas->count; a-- > 0;)
        if ((named[a] || above[a]) && areas->items[a].parent != NO_AREA)
            above[areas->items[a].parent] = true;
    for (uint32_t a = 0; a < areas->count; a++) {
        uint32_t parent = areas->items[a].parent;
        if (parent != NO_AREA && named[parent] && !above[parent])
            named[a] = true; /* below a unit: for those further down */
        else
            unit[a] = !above[a] &&
                      (named[a] || areas->items[a].first_child == NO_AREA);
    }
    return unit;
}

/* --- rows made ready ------------------------------------------------------ */

static int by_day_from_to(const void *left, const void *right)
{
    const struct passage *a = left, *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return (a->to > b->to) - (a->to < b->to);
}

static int by_day_to_from(const void *left, const void *right, void *context)
{
    const struct passage *items = context;
    const struct passage *a = &items[*(const uint32_t *)left];
    const struct passage *b = &items[*(const uint32_t *)right];
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    return (a->from > b->from) - (a->from < b->from);
}

/* (1) [told]: the last day on which an area gave itself away or stayed. */
static void add_stayers(struct passages *p, const struct areas *areas,
                        date told[], size_t first, size_t end)
{
    date day = p->items[first].day;
    for (size_t i = first; i < end; i++)
        told[p->items[i].from] = day;
    for (size_t i = first; i < end; i++) {
        uint32_t to = p->items[i].to;
        if (told[to] == day || !lives_before(areas, to, day) ||
            !area_lives(areas, to, day))
            continue;
        told[to] = day;
        p->items[p->count++] =
            (struct passage){ day, to, to, NO_VALUE, NO_VALUE, false };
    }
}

static void add_all_stayers(struct passages *p, const struct areas *areas,
                            struct arena *arena)
{
    date *told = arena_array(arena, areas->count, date);
    size_t rows = p->count;
    for (size_t first = 0, end; first < rows; first = end) {
        for (end = first + 1; end < rows; end++)
            if (p->items[end].day != p->items[first].day)
                break;
        add_stayers(p, areas, told, first, end);
    }
    if (p->count > 1)
        qsort(p->items, p->count, sizeof *p->items, by_day_from_to);
}

/* Rows of one unit on one day that are set against one another. */
struct group {
    date day;
    uint32_t whole;
    bool before;
    size_t count;
    uint32_t *parts;
    double *sizes;
};

static void ask_sizes(struct group *g, struct size_source source)
{
    if (source.ask != NULL &&
        source.ask(source.context, g->day, g->whole, g->parts, g->count,
                   g->before, g->sizes))
        return;
    for (size_t i = 0; i < g->count; i++)
        g->sizes[i] = 1;
}

static void make_shares(double *sizes, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += sizes[i];
    for (size_t i = 0; i < count; i++)
        sizes[i] = count == 1 ? 1 : sizes[i] / sum;
}

/* (2) */
static void set_forward(struct passage *rows, struct group *g,
                        struct size_source source)
{
    bool given = has_value(rows[0].forward);
    for (size_t i = 0; i < g->count; i++) {
        g->parts[i] = rows[i].to;
        g->sizes[i] = rows[i].forward;
    }
    if (g->count > 1 && !given)
        ask_sizes(g, source);
    make_shares(g->sizes, g->count);
    for (size_t i = 0; i < g->count; i++)
        rows[i].forward = g->sizes[i];
}

/* (3) */
static void set_backward(struct passages *p, const uint32_t rows[],
                         struct group *g, struct size_source source)
{
    for (size_t i = 0; i < g->count; i++)
        g->parts[i] = p->items[rows[i]].from;
    if (g->count > 1)
        ask_sizes(g, source);
    for (size_t i = 0; i < g->count && g->count > 1; i++)
        g->sizes[i] *= p->items[rows[i]].forward;
    make_shares(g->sizes, g->count);
    for (size_t i = 0; i < g->count; i++)
        p->items[rows[i]].backward = g->sizes[i];
}

static void set_shares(struct passages *p, struct size_source source,
                       struct arena *arena)
{
    struct group g = { .parts = arena_array(arena, p->count, uint32_t),
                       .sizes = arena_array(arena, p->count, double) };
    for (size_t i = 0; i < p->count; i += g.count) {
        const struct passage *row = &p->items[i];
        g.day = row->day;
        g.whole = row->from;
        g.before = false;
        for (g.count = 1; i + g.count < p->count; g.count++)
            if (row[g.count].day != row->day || row[g.count].from != row->from)
                break;
        set_forward(p->items + i, &g, source);
    }
    g.before = true;
    for (size_t i = 0; i < p->count; i += g.count) {
        const struct passage *row = &p->items[p->by_to[i]];
        g.day = row->day;
        g.whole = row->to;
        for (g.count = 1; i + g.count < p->count; g.count++) {
            const struct passage *next = &p->items[p->by_to[i + g.count]];
            if (next->day != row->day || next->to != row->to)
                break;
        }
        set_backward(p, p->by_to + i, &g, source);
    }
}

void passages_build(struct passages *out, const struct areas *areas,
                    const struct crosswalk *crosswalk, struct size_source sizes,
                    struct arena *arena)
{
    out->items = arena_array(arena, 2 * crosswalk->count, struct passage);
    out->count = crosswalk->count;
    for (size_t i = 0; i < crosswalk->count; i++) {
        const struct crossing *c = &crosswalk->items[i];
        out->items[i] = (struct passage){ c->day,    c->from,  c->to,
                                          c->weight, NO_VALUE, c->inferred };
    }
    add_all_stayers(out, areas, arena);
    out->by_to = arena_array(arena, out->count, uint32_t);
    for (size_t i = 0; i < out->count; i++)
        out->by_to[i] = (uint32_t)i;
    if (out->count > 1)
        qsort_r(out->by_to, out->count, sizeof *out->by_to, by_day_to_from,
                out->items);
    set_shares(out, sizes, arena);
}

/* --- the walk ------------------------------------------------------------- */

struct walk {
    const struct areas *areas;
    const struct passages *passages;
    bool forward;
    date day; /* of the reform in hand */
    struct arena *arena;
};

static const struct passage *row_at(const struct walk *w, size_t i)
{
    const struct passages *p = w->passages;
    return &p->items[w->forward ? i : p->by_to[i]];
}

/* The area that a row is left by, and the one it leads to. */
static uint32_t left(const struct walk *w, const struct passage *row)
{
    return w->forward ? row->from : row->to;
}

/* The first row of the day that does not stand before [area]. */
static size_t first_row(const struct walk *w, uint32_t area)
{
    size_t low = 0, high = w->passages->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct passage *row = row_at(w, middle);
        if (row->day < w->day || (row->day == w->day && left(w, row) < area))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_row_of(const struct walk *w, size_t i, uint32_t area)
{
    return i < w->passages->count && row_at(w, i)->day == w->day &&
           left(w, row_at(w, i)) == area;
}

static int by_area(const void *one, const void *other)
{
    const struct share *a = one, *b = other;
    return (a->area > b->area) - (a->area < b->area);
}

static const double LEAST_SHARE = 1e-15;

/* One share for each area; where only one is left it is all there was. */
static void settle(struct shares *s)
{
    size_t kept = 0, large = 0;
    if (s->count > 1)
        qsort(s->items, s->count, sizeof *s->items, by_area);
    for (size_t i = 0; i < s->count; i++)
        if (kept > 0 && s->items[kept - 1].area == s->items[i].area)
            s->items[kept - 1].part += s->items[i].part;
        else
            s->items[kept++] = s->items[i];
    for (size_t i = 0; i < kept; i++)
        if (s->items[i].part >= LEAST_SHARE) /* (5) */
            s->items[large++] = s->items[i];
    s->count = large;
    if (large == 1)
        s->items[0].part = 1;
}

/* A guessed row may have led to another unit under what holds both its ends;
 * where the reform left nothing of that kind, of all that held the giver. */
static uint32_t guess_stays_in(const struct areas *areas,
                               const struct passage *row)
{
    uint32_t above = areas->items[row->from].parent;
    uint32_t within = NO_AREA;
    if (above != NO_AREA && areas->items[row->to].parent != NO_AREA)
        within = area_common(areas, above, areas->items[row->to].parent);
    for (; within == NO_AREA && above != NO_AREA;
         above = areas->items[above].parent)
        if (areas->items[above].parent == NO_AREA)
            within = above;
    return within;
}

static void note_guess(const struct walk *w, struct shares *s,
                       const struct passage *row)
{
    uint32_t within = guess_stays_in(w->areas, row);
    if (s->inferred)
        within = s->within == NO_AREA || within == NO_AREA
                     ? NO_AREA
                     : area_common(w->areas, within, s->within);
    s->inferred = true;
    s->within = within;
}

static size_t count_rows(const struct walk *w, const struct shares *s)
{
    size_t count = 0;
    for (size_t k = 0; k < s->count; k++) {
        size_t i = first_row(w, s->items[k].area);
        for (count++; is_row_of(w, i, s->items[k].area); i++)
            count++;
    }
    return count;
}

/* Over one day of reform. */
static void cross(const struct walk *w, struct shares *s)
{
    struct shares next = *s;
    next.items = arena_array(w->arena, count_rows(w, s), struct share);
    next.count = 0;
    for (size_t k = 0; k < s->count; k++) {
        struct share share = s->items[k];
        size_t i = first_row(w, share.area);
        if (!is_row_of(w, i, share.area)) { /* (4) */
            bool stays = w->forward
                             ? area_lives(w->areas, share.area, w->day)
                             : lives_before(w->areas, share.area, w->day);
            if (!stays) {
                s->count = 0;
                return;
            }
            next.items[next.count++] = share;
        }
        for (; is_row_of(w, i, share.area); i++) {
            const struct passage *row = row_at(w, i);
            next.items[next.count++] = (struct share){
                w->forward ? row->to : row->from,
                share.part * (w->forward ? row->forward : row->backward)
            };
            if (row->inferred)
                note_guess(w, &next, row);
        }
    }
    settle(&next);
    *s = next;
}

/* The days of reform between the two, in the order of the walk. */
static size_t days_between(date **out, const struct passages *p, date from,
                           date to, struct arena *arena)
{
    date low = from < to ? from : to, high = from < to ? to : from;
    date *days = arena_array(arena, p->count + 1, date);
    size_t count = 0;
    for (size_t i = 0; i < p->count; i++) {
        date day = p->items[i].day;
        if (day > low && day <= high && (count == 0 || days[count - 1] != day))
            days[count++] = day;
    }
    for (size_t i = 0; from > to && i < count / 2; i++) {
        date other = days[i];
        days[i] = days[count - 1 - i];
        days[count - 1 - i] = other;
    }
    *out = days;
    return count;
}

struct shares *crosswalk_walk(const struct areas *areas, const bool units[],
                              const struct passages *passages, date from,
                              date to, struct arena *arena)
{
    struct walk w = { areas, passages, from < to, DATE_OPEN, arena };
    struct shares *all = arena_array(arena, areas->count, struct shares);
    date *days;
    size_t count = days_between(&days, passages, from, to, arena);
    for (uint32_t a = 0; a < areas->count; a++) {
        struct shares *s = &all[a];
        s->within = NO_AREA;
        if (!units[a] || !area_lives(areas, a, from))
            continue;
        s->items = arena_array(arena, 1, struct share);
        s->items[s->count++] = (struct share){ a, 1 };
        for (size_t i = 0; i < count && s->count > 0; i++) {
            w.day = days[i];
            cross(&w, s);
        }
        for (size_t i = 0; i < s->count; i++)
            if (!area_lives(areas, s->items[i].area, to))
                s->count = 0;
    }
    return all;
}
