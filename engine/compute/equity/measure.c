/*
 * measure.c - the register of measures.
 *
 * The register is the folder measures/: the build lists it into
 * generated/measures.def, a line REGISTER_ENTRY(name) for each file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/equity/measure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"

#define REGISTER_ENTRY(name) extern const struct measure_family measures_##name;
#include "generated/measures.def"
#undef REGISTER_ENTRY

static const struct measure_family *const families[] = {
#define REGISTER_ENTRY(name) &measures_##name,
#include "generated/measures.def"
#undef REGISTER_ENTRY
};

enum { FAMILIES = sizeof families / sizeof *families };

/* How far rounding may carry a measure over its bound. */
static const double ROUNDING = 1e-12;

static const struct measure *measure_named(const char *id, size_t length)
{
    for (size_t f = 0; f < FAMILIES; f++)
        for (size_t i = 0; i < families[f]->count; i++) {
            const struct measure *m = &families[f]->items[i];
            if (strlen(m->id) == length && memcmp(m->id, id, length) == 0)
                return m;
        }
    return NULL;
}

bool measure_find(const char *id, struct measure_choice *out)
{
    const struct measure *whole = measure_named(id, strlen(id));
    const char *colon = strrchr(id, ':');

    *out = (struct measure_choice){ whole, NO_VALUE, id };
    if (whole && !whole->usual)
        return true;
    if (!colon)
        return false;
    out->measure = measure_named(id, (size_t)(colon - id));
    return out->measure && out->measure->usual &&
           number_parse(colon + 1, &out->parameter);
}

static int by_place(const void *left, const void *right)
{
    const struct measure_choice *l = left, *r = right;

    if (l->measure->place != r->measure->place)
        return l->measure->place < r->measure->place ? -1 : 1;
    return (l->parameter > r->parameter) - (l->parameter < r->parameter);
}

static size_t choices_of(const struct measure *m)
{
    return m->usual ? m->usual_count : 1;
}

static struct measure_choice choice_at(const struct measure *m, size_t k)
{
    if (!m->usual)
        return (struct measure_choice){ m, NO_VALUE, m->id };
    return (struct measure_choice){ m, m->usual[k].parameter, m->usual[k].id };
}

size_t measures_list(struct measure_choice **out, struct arena *arena)
{
    size_t count = 0;

    for (size_t f = 0; f < FAMILIES; f++)
        for (size_t i = 0; i < families[f]->count; i++)
            count += choices_of(&families[f]->items[i]);
    *out = arena_array(arena, count, struct measure_choice);
    count = 0;
    for (size_t f = 0; f < FAMILIES; f++)
        for (size_t i = 0; i < families[f]->count; i++) {
            const struct measure *m = &families[f]->items[i];
            for (size_t k = 0; k < choices_of(m); k++)
                (*out)[count++] = choice_at(m, k);
        }
    qsort(*out, count, sizeof **out, by_place);
    return count;
}

const char *measure_nearest(const char *id)
{
    struct arena *arena = arena_new();
    struct measure_choice *all;
    size_t count = measures_list(&all, arena);
    const char **ids = arena_array(arena, count, const char *);
    const char *near;

    for (size_t i = 0; i < count; i++)
        ids[i] = all[i].id;
    near = text_nearest(id, ids, count);
    arena_free(arena);
    return near;
}

/* What the areas must carry, whatever their values. */
static bool is_served(unsigned needs, const struct sample *s)
{
    return !((needs & MEASURE_NEEDS_ORDER) && !s->order) &&
           !((needs & MEASURE_NEEDS_GROUP) && !s->group) &&
           !((needs & MEASURE_NEEDS_REFERENCE) &&
             s->reference == SAMPLE_NONE) &&
           !((needs & MEASURE_NEEDS_TARGET) && !has_value(s->target)) &&
           !((needs & MEASURE_NEEDS_BETTER) && s->better == BETTER_NONE) &&
           !((needs & MEASURE_NEEDS_SHARES) && !has_value(s->unit));
}

bool measure_applies(const struct measure *m, const struct sample *s)
{
    unsigned others = m->needs & ~(unsigned)MEASURE_NEEDS_MEAN;

    if (s->count == 0 || ((m->needs & MEASURE_NEEDS_MEAN) && !s->ratio))
        return false;
    return others == 0 || is_served(others, s);
}

struct measure_bounds measure_bounds(const struct measure *m,
                                     const struct sample *s)
{
    bool shares = has_value(s->unit) && s->low >= 0 && s->high <= s->unit;
    double reach = m->reach;

    if (!shares || !(reach > 0))
        return (struct measure_bounds){ m->low, m->high };
    if (m->laws & MEASURE_SCALES)
        reach *= s->unit;
    if (m->laws & MEASURE_SCALES_SQUARE)
        reach *= s->unit * s->unit;
    return (struct measure_bounds){ fmax(m->low, -reach),
                                    fmin(m->high, reach) };
}

double measure_drawn(const struct measure_choice *choice,
                     const struct sample *sample, struct arena *scratch)
{
    const struct measure *m = choice->measure;
    double value;

    if (!measure_applies(m, sample))
        return NO_VALUE;
    value = m->compute(sample, choice->parameter, scratch);
    if (!has_value(value))
        return NO_VALUE;
    if (sample->alike && (m->laws & MEASURE_EQUAL))
        return m->equal;
    if (value < m->low && value >= m->low - ROUNDING)
        return m->low;
    if (value > m->high && value <= m->high + ROUNDING)
        return m->high;
    return value;
}

double measure_value(const struct measure_choice *choice,
                     const struct sample *sample, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    double value = measure_drawn(choice, sample, scratch);

    arena_rewind(scratch, mark);
    return value;
}
