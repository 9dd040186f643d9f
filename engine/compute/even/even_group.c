/*
 * even_group.c - unevenness inside groups of areas, and between them: even.h
 * (5).
 *
 *  (1) A column of areas.csv groups when every area has a word in it, one of
 *      the words is no number, and there are fewer words than areas, but two.
 *  (2) With m_g the group's mean over the whole's and p_g its share of the
 *      people, a group has p_g m_g^a GE_g(a) within and p_g f(m_g) between:
 *          a = 1  m ln m - m + 1      Theil's index
 *          a = 0  m - 1 - ln m        the mean log deviation
 *          a = 2  (m - 1)^2 / 2
 *      with sum p_g m_g = 1 the parts between add up to that of the means.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/even/even_parts.h"

static const struct {
    const char *id;
    double alpha;
} measures[] = { { "theil", 1 },
                 { "mean_log_deviation", 0 },
                 { "generalised_entropy:2", 2 } };
enum { MEASURES = sizeof measures / sizeof *measures };

/* (2) f; 0 at 1, never below. */
static double apart(double m, double alpha)
{
    if (alpha > 1.5)
        return (m - 1) * (m - 1) / 2;
    if (alpha > 0.5)
        return m > 0 ? m * log(m) - m + 1 : 1;
    return m > 0 ? m - 1 - log(m) : NO_VALUE;
}

struct group {
    const char *name;
    unsigned count;
    double weight, mean;
    double inside; /* of the measure at hand */
};

/* Which area is in which group. */
struct grouping {
    const char *by;
    struct group *groups;
    size_t count;
    size_t *of; /* parallel to the areas */
};

/* Neighbours in the register are mostly of one group. */
static void put(struct grouping *g, size_t area, const char *name)
{
    size_t at = area > 0 ? g->of[area - 1] : 0;

    if (area == 0 || strcmp(g->groups[at].name, name) != 0)
        for (at = 0; at < g->count; at++)
            if (strcmp(g->groups[at].name, name) == 0)
                break;
    if (at == g->count)
        g->groups[g->count++] = (struct group){ .name = name };
    g->of[area] = at;
}

static void weigh(struct grouping *g, const struct even_areas *areas)
{
    for (size_t i = 0; i < areas->count; i++) {
        struct group *group = &g->groups[g->of[i]];
        group->count++;
        group->weight += areas->share[i];
        group->mean += areas->share[i] * areas->value[i];
    }
    for (size_t k = 0; k < g->count; k++)
        g->groups[k].mean /= g->groups[k].weight;
}

static struct grouping grouping_new(const struct even_job *job,
                                    const struct even_areas *areas,
                                    const char *by)
{
    return (struct grouping){
        .by = by,
        .groups = arena_array(job->scratch, areas->count, struct group),
        .of = arena_array(job->scratch, areas->count, size_t),
    };
}

/* The measure inside each group. One whose areas all have 0 is alike, but has
 * no logarithms. */
static void measure_inside(struct grouping *g, const struct even_areas *areas,
                           double alpha)
{
    for (size_t k = 0; k < g->count; k++)
        g->groups[k].inside = 0;
    for (size_t i = 0; i < areas->count; i++) {
        struct group *own = &g->groups[g->of[i]];
        if (own->mean > 0)
            own->inside += areas->share[i] / own->weight *
                           apart(areas->value[i] / own->mean, alpha);
    }
}

static struct evenness_group *add_row(const struct even_job *job,
                                      const struct even_areas *areas,
                                      const char *by, size_t measure)
{
    struct evenness_group *row = evenness_group_add(job->into);

    row->indicator = job->indicator;
    row->tier = (int)job->request->tier;
    row->period = job->request->to;
    row->by = by;
    row->measure = measures[measure].id;
    row->note = even_note(areas);
    if (!row->note && areas->noise != EVEN_FACT)
        row->note = "evenness.observed";
    return row;
}

static bool measurable(const struct even_areas *areas, double alpha)
{
    for (size_t i = 0; i < areas->count; i++)
        if (areas->value[i] < 0 || (alpha < 0.5 && !(areas->value[i] > 0)))
            return false;
    return areas->mean > 0;
}

static void add_group(const struct even_job *job,
                      const struct even_areas *areas, const struct grouping *g,
                      size_t k, size_t measure)
{
    const struct group *group = &g->groups[k];
    double alpha = measures[measure].alpha, m = group->mean / areas->mean;
    struct evenness_group *row = add_row(job, areas, g->by, measure);

    row->group = group->name;
    row->count = group->count;
    row->weight = group->weight;
    row->mean = group->mean;
    row->inside = group->inside;
    row->within = group->weight * pow(m, alpha) * row->inside;
    row->between = group->weight * apart(m, alpha);
}

/* The whole, then the groups; their rows are filled from behind. */
static void add_measure(const struct even_job *job,
                        const struct even_areas *areas, struct grouping *g,
                        size_t measure)
{
    struct evenness_group *whole = add_row(job, areas, g->by, measure);
    size_t first = job->into->groups.count;
    double within = 0, between = 0;

    whole->count = (unsigned)areas->count;
    whole->weight = 1;
    whole->mean = areas->mean;
    if (!measurable(areas, measures[measure].alpha)) {
        whole->note = "equity.undefined";
        return;
    }
    measure_inside(g, areas, measures[measure].alpha);
    for (size_t k = 0; k < g->count; k++)
        add_group(job, areas, g, k, measure);
    struct evenness_group *rows = job->into->groups.items + first - 1;
    for (size_t k = 1; k <= g->count; k++) {
        within += rows[k].within;
        between += rows[k].between;
    }
    rows->within = within;
    rows->between = between;
    rows->inside = within + between;
    for (size_t k = 0; k <= g->count; k++)
        rows[k].share = rows->inside > 0
                            ? (rows[k].within + rows[k].between) / rows->inside
                            : NO_VALUE;
}

static void add_grouping(const struct even_job *job,
                         const struct even_areas *areas, struct grouping *g)
{
    if (g->count < 2 || g->count >= areas->count) /* (1) */
        return;
    weigh(g, areas);
    for (size_t m = 0; m < MEASURES; m++)
        add_measure(job, areas, g, m);
}

/* The districts of communes; nothing when the root is the tier above. */
static void group_by_parent(const struct even_job *job,
                            const struct even_areas *areas)
{
    const struct areas *all = &job->study->areas;
    uint32_t above = all->items[areas->row[0]->area].parent;
    struct grouping g;

    if (above == NO_AREA)
        return;
    g = grouping_new(job, areas, tier_names[all->items[above].tier]);
    for (size_t i = 0; i < areas->count; i++) {
        above = all->items[areas->row[i]->area].parent;
        put(&g, i, above == NO_AREA ? "" : all->items[above].code);
    }
    add_grouping(job, areas, &g);
}

/* (1) Does every area have a word, and is one of them no number? */
static bool has_words(const struct even_job *job,
                      const struct even_areas *areas, size_t column)
{
    const struct area *all = job->study->areas.items;
    bool words = false;
    double number;

    for (size_t i = 0; i < areas->count; i++) {
        const char *word = all[areas->row[i]->area].attributes[column];
        if (word[0] == '\0')
            return false;
        words = words || !number_parse(word, &number);
    }
    return words;
}

static void group_by_column(const struct even_job *job,
                            const struct even_areas *areas, size_t column)
{
    const struct areas *all = &job->study->areas;
    struct grouping g;

    if (!has_words(job, areas, column))
        return;
    g = grouping_new(job, areas, all->attribute_names[column]);
    for (size_t i = 0; i < areas->count; i++)
        put(&g, i, all->items[areas->row[i]->area].attributes[column]);
    add_grouping(job, areas, &g);
}

void even_groups(const struct even_job *job)
{
    struct even_areas areas = even_areas_of(job, job->request->to);

    if (areas.count < 3)
        return;
    group_by_parent(job, &areas);
    for (size_t c = 0; c < job->study->areas.attribute_count; c++)
        group_by_column(job, &areas, c);
}
