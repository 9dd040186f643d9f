/*
 * chapter_summary_areas.c - which areas the summary names.
 *
 *  (1) An area is named for its standing, and for a change that differs from
 * the whole's by the material difference, goes the better or the worse way
 *      itself by as much, and is borne out by its limits. Never for its rank.
 *  (2) Where nothing tells the areas apart, that is said.
 *  (3) The public is told how many, not who; the tables have all of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/chapters.h"
#include "engine/report/views.h"

enum { AREAS_MOST = 3, NAMES_MOST = 3 };

enum distinction { BETTER, WORSE, IMPROVED, DECLINED, DISTINCTIONS };

static const char *const headings[DISTINCTIONS] = { "summary.areas_better",
                                                    "summary.areas_worse",
                                                    "summary.areas_improved",
                                                    "summary.areas_declined" };

/* Of one area: which indicators, and how many, for each distinction. */
struct mention {
    uint32_t area;
    uint16_t *indicators[DISTINCTIONS];
    size_t counts[DISTINCTIONS];
};

struct mentions {
    struct mention *items;
    size_t count;
    bool compared, changed; /* was there anything to tell apart? */
};

/* (1) How far a change goes the better way, in material differences. */
static double steps(const struct indicator *indicator, double change)
{
    double better = indicator->better == BETTER_HIGHER ? change : -change;
    return better / indicator->material;
}

static void mention_add(struct mention *m, enum distinction d, uint16_t index)
{
    m->indicators[d][m->counts[d]++] = index;
}

static void note_change(struct mentions *all, struct mention *m,
                        const struct report_input *input,
                        const struct result *r)
{
    const struct indicator *indicator = input_indicator(input, r->indicator);
    const struct result *root = view_root(input, r->indicator);
    if (!has_value(r->change) || root == NULL || !has_value(root->change) ||
        !(indicator->material > 0) || !result_is_sound(r))
        return;
    all->changed = true;
    double own = steps(indicator, r->change);
    double beyond = steps(indicator, r->change - root->change);
    if (!view_change_is_clear(input, r))
        return;
    if (own >= 1 && beyond >= 1)
        mention_add(m, IMPROVED, r->indicator);
    else if (own <= -1 && beyond <= -1)
        mention_add(m, DECLINED, r->indicator);
}

static struct mention *mention_of(struct mentions *all,
                                  const struct report_input *input,
                                  uint32_t area, size_t room)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].area == area)
            return &all->items[i];
    struct mention *m = &all->items[all->count++];
    m->area = area;
    for (int d = 0; d < DISTINCTIONS; d++)
        m->indicators[d] = arena_array(input->arena, room + 1, uint16_t);
    return m;
}

static struct mentions collect(const struct report_input *input,
                               const uint16_t indicators[], size_t count)
{
    struct mentions all = { 0 };
    uint32_t *areas;
    size_t area_count = view_area_union(&areas, input, indicators, count);
    all.items = arena_array(input->arena, area_count + 1, struct mention);
    for (size_t i = 0; i < count; i++) {
        struct result_list list = view_areas(input, indicators[i]);
        if (input_indicator(input, indicators[i])->better == BETTER_NONE)
            continue;
        for (size_t k = 0; k < list.count; k++) {
            const struct result *r = list.items[k];
            struct mention *m = mention_of(&all, input, r->area, count);
            all.compared = all.compared || r->standing != STANDING_NONE;
            if (r->standing == STANDING_BETTER)
                mention_add(m, BETTER, r->indicator);
            if (r->standing == STANDING_WORSE)
                mention_add(m, WORSE, r->indicator);
            note_change(&all, m, input, r);
        }
    }
    return all;
}

/* "Tiền Hải (4 chỉ số): A; B; C; …" */
static char *line_of(const struct report_input *input, const struct mention *m,
                     enum distinction d)
{
    char *names[NAMES_MOST + 1] = { NULL };
    size_t count = m->counts[d];
    for (size_t i = 0; i < count && i < NAMES_MOST; i++)
        names[i] = arena_string(input->arena,
                                say_indicator(input, m->indicators[d][i]));
    if (count > NAMES_MOST)
        names[NAMES_MOST] = say(input, "summary.more", "count",
                                say_whole(input, count - NAMES_MOST), NULL);
    return say(input, "summary.area_line", "area", say_area(input, m->area),
               "count", say_whole(input, count), "names",
               say_joined(input, names, NAMES_MOST + 1, "; "), NULL);
}

/* The area with the most mentions that is not yet taken, by code. */
static struct mention *next_most(struct mentions *all, enum distinction d,
                                 const bool taken[])
{
    struct mention *most = NULL;
    for (size_t i = 0; i < all->count; i++) {
        struct mention *m = &all->items[i];
        if (!taken[i] && m->counts[d] > 0 &&
            (most == NULL || m->counts[d] > most->counts[d]))
            most = m;
    }
    return most;
}

/* Returns how many areas there are for it. */
static size_t add_distinction(struct report *report,
                              const struct report_input *input,
                              struct mentions *all, enum distinction d)
{
    const char **items =
        arena_array(input->arena, AREAS_MOST + 1, const char *);
    bool *taken = arena_array(input->arena, all->count + 1, bool);
    size_t count = 0;
    struct mention *m;
    while ((m = next_most(all, d, taken)) != NULL) {
        taken[m - all->items] = true;
        if (count++ < AREAS_MOST)
            items[count - 1] = line_of(input, m, d);
    }
    if (count == 0)
        return 0;
    period before = period_shift(input->study->project.period, -1);
    block_heading(report, say(input, headings[d], "period",
                              say_earlier(input, before), NULL));
    if (input->study->project.audience == AUDIENCE_PUBLIC) { /* (3) */
        block_paragraph(report, say(input, "summary.areas_count", "count",
                                    say_whole(input, count), NULL));
        return count;
    }
    if (count > AREAS_MOST)
        items[AREAS_MOST] = say(input, "summary.more_areas", "count",
                                say_whole(input, count - AREAS_MOST), NULL);
    block_list(report, items, count > AREAS_MOST ? AREAS_MOST + 1 : count);
    return count;
}

void chapter_summary_areas(struct report *report,
                           const struct report_input *input,
                           const uint16_t indicators[], size_t count)
{
    struct mentions all = collect(input, indicators, count);
    size_t named[DISTINCTIONS];
    const char *tier = say_tier(input, input->study->project.tier, true);
    for (int d = 0; d < DISTINCTIONS; d++)
        named[d] = add_distinction(report, input, &all, (enum distinction)d);
    bool alike = all.compared && named[BETTER] + named[WORSE] == 0;
    bool together = all.changed && named[IMPROVED] + named[DECLINED] == 0;
    if (input->study->project.audience == AUDIENCE_PUBLIC &&
        named[BETTER] + named[WORSE] + named[IMPROVED] + named[DECLINED] > 0)
        block_paragraph(report, say(input, "summary.areas_unnamed", NULL));
    if (alike || together) /* (2) */
        block_heading(report, say(input, "summary.areas", NULL));
    if (alike)
        block_paragraph(report,
                        say(input, "summary.areas_alike", "tier", tier, NULL));
    if (together)
        block_paragraph(
            report, say(input, "summary.areas_together", "tier", tier, NULL));
}
