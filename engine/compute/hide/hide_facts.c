/*
 * hide_facts.c - which facts are hidden; the numbers are those of hide.h.
 *
 * A quantity is gone through year by year, all periods of a year together; the
 * values are looked up for that and forgotten, only the states are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/hide/hide_facts.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/compute/hide/hide_domain.h"

/* Of a form in an area; is it hidden in any area below; and did it grow by a
 * small number since the cut-off before? */
enum { HIDDEN = 1, BELOW = 2, GREW = 4 };

struct finder {
    const struct hide_forms *forms;
    const struct hide_marks *marks;
    const struct cube *cube;
    const struct study *study;
    struct arena *arena;
    struct hide_facts facts;
};

/* All planes of one quantity and year: one for each period, and of a running
 * total one for what each cut-off added to the one before. */
struct year {
    uint16_t quantity;
    size_t count;
    size_t *periods; /* of the cube */
    struct hide_plane *planes;
    size_t plane_count;
    size_t *grown; /* by period, the plane of what was added; 0: none */
};

static uint8_t **states_at(const struct hide_facts *facts, uint16_t quantity,
                           size_t at)
{
    return &facts->states[quantity * facts->cube->period_count + at];
}

static void plane_start(const struct finder *f, struct year *year, size_t at)
{
    const struct hide_quantity *q = &f->forms->quantities[year->quantity];
    struct hide_plane *plane = &year->planes[at];
    period p = f->cube->periods[year->periods[at]];

    *plane = hide_plane_of(q, p, f->cube, f->study, f->arena);
    for (size_t i = 0; i < f->marks->count; i++) {
        const struct hide_mark *m = &f->marks->items[i];
        if (m->quantity == year->quantity && m->period == p)
            hide_plane_mark(plane, m->form, m->area,
                            m->form == 0 ? hide_everything(q) : 0);
    }
}

/* (2) Each cut-off with the one before it. */
static void increments_start(const struct finder *f, struct year *year)
{
    const struct quantity *known =
        &f->study->codebook.quantities[year->quantity];

    for (size_t i = 0; i < year->count; i++) {
        size_t before = year->count;
        for (size_t k = 0; k < year->count; k++)
            if (year->planes[k].day < year->planes[i].day &&
                (before == year->count ||
                 year->planes[before].day < year->planes[k].day))
                before = k;
        if (known->accumulates != ACCUMULATES_PERIOD && before < year->count) {
            year->grown[i] = year->plane_count;
            year->planes[year->plane_count++] = hide_plane_grown(
                &year->planes[before], &year->planes[i], f->arena);
        }
    }
}

/* (5) What one plane hides the other does, too. True when that is more. */
static bool plane_add(struct hide_plane *to, const struct hide_plane *from)
{
    size_t cells = hide_plane_cells(to), areas = to->areas->count;
    bool changed = false;

    for (size_t c = 0; c < cells + areas; c++)
        if (from->hidden[c] && !to->hidden[c])
            to->hidden[c] = changed = true;
    for (size_t c = 0; c < cells; c++)
        if (from->domain[c] != HIDE_NOWHERE && from->domain[c] != to->domain[c])
            hide_plane_mark(to, c / areas, (uint32_t)(c % areas),
                            from->domain[c]);
    return changed;
}

/* (5) False when all planes had the same already. */
static bool year_share(struct year *year)
{
    bool changed = false;

    for (size_t i = 1; i < year->plane_count; i++)
        changed |= plane_add(&year->planes[0], &year->planes[i]);
    for (size_t i = 1; i < year->plane_count; i++)
        changed |= plane_add(&year->planes[i], &year->planes[0]);
    return changed;
}

static bool has_hidden(const struct hide_plane *plane)
{
    size_t count = hide_plane_cells(plane) + plane->areas->count;

    return memchr(plane->hidden, 1, count) != NULL;
}

/* (3) By form and area, from what is hidden in the domains that cut the form.
 */
static uint8_t *kept_states(const struct year *year, size_t at,
                            struct arena *arena)
{
    const struct hide_plane *plane = &year->planes[at];
    const struct hide_plane *grown = &year->planes[year->grown[at]];
    const struct hide_quantity *q = plane->quantity;
    const struct areas *areas = plane->areas;
    uint8_t *states = arena_array(arena, hide_plane_cells(plane), uint8_t);

    for (size_t f = 0; f < q->count; f++) {
        uint8_t *own = &states[f * areas->count];
        for (size_t d = 0; d <= q->count; d++)
            for (uint32_t a = 0; hide_cuts(q, d, f) && a < areas->count; a++)
                own[a] |= plane->hidden[hide_at(plane, d, a)] ? HIDDEN : 0;
        for (uint32_t a = areas->count; a-- > 0;) {
            uint32_t above = areas->items[a].parent;
            if (above != NO_AREA && own[a] != 0)
                own[above] |= BELOW;
        }
        for (uint32_t a = 0; year->grown[at] && a < areas->count; a++)
            if (hide_plane_small(grown, grown->value[hide_at(grown, f, a)]))
                own[a] |= GREW;
    }
    return states;
}

static void year_find(struct finder *f, struct year *year, struct arena *keep)
{
    bool any = false;

    year->planes = arena_array(f->arena, 2 * year->count, struct hide_plane);
    year->plane_count = year->count;
    year->grown = arena_array(f->arena, year->count, size_t);
    for (size_t i = 0; i < year->count; i++)
        plane_start(f, year, i);
    increments_start(f, year);
    for (size_t i = 0; i < year->plane_count; i++)
        any = any || has_hidden(&year->planes[i]);
    if (!any)
        return;
    do {
        year_share(year);
        for (size_t i = 0; i < year->plane_count; i++)
            hide_spread(&year->planes[i], f->arena);
    } while (year_share(year));
    for (size_t i = 0; i < year->count; i++)
        *states_at(&f->facts, year->quantity, year->periods[i]) =
            kept_states(year, i, keep);
}

/* The periods of the year of period [first], in which there are facts. */
static struct year year_of(const struct finder *f, uint16_t quantity,
                           size_t first)
{
    const struct cube *cube = f->cube;
    struct year year = { .quantity = quantity };

    year.periods = arena_array(f->arena, cube->period_count, size_t);
    for (size_t i = 0; i < cube->period_count; i++) {
        size_t facts;
        if (period_year(cube->periods[i]) != period_year(cube->periods[first]))
            continue;
        cube_run(cube, quantity, cube->periods[i], &facts);
        if (facts == 0)
            continue;
        if (i < first) { /* met already */
            year.count = 0;
            return year;
        }
        year.periods[year.count++] = i;
    }
    return year;
}

struct hide_facts hide_facts_of(const struct hide_forms *forms,
                                const struct hide_marks *marks,
                                const struct cube *cube,
                                const struct study *study, struct arena *arena)
{
    size_t quantities = study->codebook.quantity_count;
    struct finder f = { forms,       marks,
                        cube,        study,
                        arena_new(), { .cube = cube, .areas = &study->areas } };

    f.facts.states =
        arena_array(arena, quantities * cube->period_count, uint8_t *);
    for (uint16_t q = 0; q < quantities; q++)
        for (size_t i = 0;
             forms->quantities[q].below > 0 && i < cube->period_count; i++) {
            struct arena_mark mark = arena_mark(f.arena);
            struct year year = year_of(&f, q, i);
            if (year.count > 0 && year.periods[0] == i)
                year_find(&f, &year, arena);
            arena_rewind(f.arena, mark);
        }
    arena_free(f.arena);
    return f.facts;
}

static uint8_t state_of(const struct hide_facts *facts,
                        const struct hide_use *use, period p, uint32_t area)
{
    period at = period_shift(p, use->lag);

    for (size_t i = 0; i < facts->cube->period_count; i++)
        if (facts->cube->periods[i] == at) {
            const uint8_t *states = *states_at(facts, use->quantity, i);
            return states ? states[use->form * facts->areas->count + area] : 0;
        }
    return 0;
}

bool hide_fact_hidden(const struct hide_facts *facts,
                      const struct hide_use *use, period p, uint32_t area)
{
    return state_of(facts, use, p, area) & HIDDEN;
}

bool hide_fact_below(const struct hide_facts *facts, const struct hide_use *use,
                     period p, uint32_t area)
{
    return state_of(facts, use, p, area) & BELOW;
}

bool hide_fact_grew(const struct hide_facts *facts, const struct hide_use *use,
                    period p, uint32_t area)
{
    return state_of(facts, use, p, area) & GREW;
}

bool hide_fact_any(const struct hide_facts *facts, uint16_t quantity)
{
    for (size_t i = 0; i < facts->cube->period_count; i++)
        if (*states_at(facts, quantity, i))
            return true;
    return false;
}
