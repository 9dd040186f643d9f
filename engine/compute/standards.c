/*
 * standards.c - one period after the other, the lowest areas first; the numbers
 * are those of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/standards.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"

/* One period: an outcome for each level and area, level after level. */
struct sitting {
    const struct study *study;
    const struct results *results;
    period period;
    struct standard_outcome *seats;
    bool *said; /* is there one? */
};

static const double SLACK = 1e-9;

static size_t seat_of(const struct sitting *s, size_t level, uint32_t area)
{
    return level * s->study->areas.count + area;
}

static const struct standard_level *level_of(const struct sitting *s,
                                             const struct standard_outcome *o)
{
    return &s->study->standards.items[o->level];
}

static bool reaches(double value, double least)
{
    return value >= least - SLACK;
}

/* --- conditions ------------------------------------------------------------
 */

/* What is said of one condition, or of one required level. */
struct answer {
    enum outcome outcome;
    const char *reason;
    uint16_t indicator;
    size_t about;
    double reached, required;
};

/* (1) A failure settles it; what cannot be assessed counts before what holds;
 * of those that hold the one nearest to its threshold is kept. */
static void take(struct standard_outcome *o, const struct answer *a)
{
    static const unsigned weight[] = {
        [OUTCOME_PASS] = 0, [OUTCOME_NOT_ASSESSABLE] = 1, [OUTCOME_FAIL] = 2
    };
    bool nearer = a->outcome == OUTCOME_PASS && has_value(a->reached) &&
                  (!has_value(o->reached) ||
                   a->reached - a->required < o->reached - o->required);
    if (weight[a->outcome] < weight[o->outcome] ||
        (a->outcome == o->outcome && !nearer))
        return;
    o->outcome = a->outcome;
    o->reason = a->reason;
    o->indicator = a->indicator;
    o->about = a->about;
    o->reached = a->reached;
    o->required = a->required;
}

/* (2) NULL when the figure can be held against a threshold. */
static const char *unfit(const struct result *r)
{
    if (r == NULL || !has_value(r->value))
        return "standard.no_value";
    if (r->status == STATUS_INVALID)
        return "standard.invalid";
    if (r->completeness < 1)
        return "standard.incomplete";
    if (r->status != STATUS_OK && r->status != STATUS_ZERO &&
        r->status != STATUS_BREAK)
        return "standard.open";
    return NULL;
}

static const struct result *figure(const struct sitting *s, uint16_t indicator,
                                   uint32_t area)
{
    return indicator == NO_INDEX
               ? NULL
               : results_find(s->results, indicator, area, s->period, WHOLE);
}

static struct answer threshold(const struct result *r, uint16_t indicator,
                               double least)
{
    struct answer a = { OUTCOME_PASS, unfit(r), indicator, 0, NO_VALUE, least };
    if (a.reason != NULL) {
        a.outcome = OUTCOME_NOT_ASSESSABLE;
        return a;
    }
    a.reached = r->value;
    if (!reaches(r->value, least)) {
        a.outcome = OUTCOME_FAIL;
        a.reason = "standard.below";
    }
    return a;
}

static void take_condition(struct standard_outcome *o, const struct sitting *s,
                           const struct condition *c)
{
    const char *class =
        c->attribute == NULL
            ? ""
            : area_attribute(&s->study->areas, o->area, c->attribute);
    struct answer a = { OUTCOME_NOT_ASSESSABLE,
                        "standard.class",
                        c->indicator,
                        o->level,
                        NO_VALUE,
                        NO_VALUE };
    if (c->attribute != NULL && class[0] != '\0' &&
        strcmp(class, c->attribute_value) != 0)
        return;
    if (c->attribute == NULL || class[0] != '\0')
        a = threshold(figure(s, c->indicator, o->area), c->indicator, c->least);
    take(o, &a);
}

static void take_required(struct standard_outcome *o, const struct sitting *s,
                          size_t required)
{
    size_t seat = seat_of(s, required, o->area);
    enum outcome outcome =
        s->said[seat] ? s->seats[seat].outcome : OUTCOME_NOT_ASSESSABLE;
    struct answer a = { outcome, NULL, NO_INDEX, required, NO_VALUE, NO_VALUE };
    if (outcome != OUTCOME_PASS)
        a.reason = outcome == OUTCOME_FAIL ? "standard.required_failed"
                                           : "standard.required_unknown";
    take(o, &a);
}

static void judge_conditions(struct standard_outcome *o,
                             const struct sitting *s)
{
    const struct standard_level *level = level_of(s, o);
    for (size_t i = 0; i < level->condition_count; i++)
        take_condition(o, s, &level->conditions[i]);
    for (size_t i = 0; i < level->require_count; i++)
        take_required(o, s, level->requires[i]);
    if (level->unverified != NULL) {
        struct answer a = { OUTCOME_NOT_ASSESSABLE,
                            "standard.unverified",
                            NO_INDEX,
                            o->level,
                            NO_VALUE,
                            NO_VALUE };
        take(o, &a);
    }
}

/* (5) */
static bool has_figures(const struct sitting *s,
                        const struct standard_level *level, uint32_t area)
{
    for (size_t i = 0; i < level->condition_count; i++) {
        const struct result *r =
            figure(s, level->conditions[i].indicator, area);
        if (r != NULL && has_value(r->value))
            return true;
    }
    return false;
}

/* --- shares of the units below ---------------------------------------------
 */

struct count {
    unsigned units, holding, unknown;
    bool said; /* of one of them, at least */
};

static struct count count_below(const struct sitting *s, size_t level,
                                uint32_t area)
{
    const struct areas *areas = &s->study->areas;
    enum tier below = areas->items[area].tier + 1;
    struct count count = { 0 };
    for (uint32_t a = areas->items[area].first_child; a != NO_AREA;
         a = areas->items[a].next_sibling) {
        size_t seat = seat_of(s, level, a);
        if (areas->items[a].tier != below ||
            !area_lives(areas, a, period_end(s->period)))
            continue;
        count.units++;
        count.said |= s->said[seat];
        if (!s->said[seat] || s->seats[seat].outcome == OUTCOME_NOT_ASSESSABLE)
            count.unknown++;
        else if (s->seats[seat].outcome == OUTCOME_PASS)
            count.holding++;
    }
    return count;
}

/* (3) The share that surely holds, and the one that could. */
static void judge_count(struct standard_outcome *o, const struct count *count,
                        double least)
{
    double sure = 100.0 * count->holding / count->units;
    double most = 100.0 * (count->holding + count->unknown) / count->units;
    o->reached = sure;
    o->units = count->units;
    o->unknown = count->unknown;
    if (reaches(sure, least))
        return;
    o->outcome = reaches(most, least) ? OUTCOME_NOT_ASSESSABLE : OUTCOME_FAIL;
    o->reason = o->outcome == OUTCOME_FAIL ? "standard.share_below"
                                           : "standard.share_unknown";
    if (o->outcome == OUTCOME_NOT_ASSESSABLE)
        o->reached = NO_VALUE;
}

/* Is it the tier right above the lowest one, where the share is published? */
static bool may_be_published(const struct sitting *s,
                             const struct standard_level *level, uint32_t area)
{
    return s->study->areas.items[area].tier + 1 == level->tier;
}

/* Is any area below, of whatever tier, spoken of? */
static bool is_spoken_of(const struct sitting *s, size_t level, uint32_t area)
{
    const struct areas *areas = &s->study->areas;
    for (uint32_t a = areas->items[area].first_child; a != NO_AREA;
         a = areas->items[a].next_sibling)
        if (s->said[seat_of(s, level, a)])
            return true;
    return figure(s, s->study->standards.items[level].holders, area) != NULL;
}

static bool judge_share(struct standard_outcome *o, const struct sitting *s)
{
    const struct standard_level *level = level_of(s, o);
    enum tier tier = s->study->areas.items[o->area].tier;
    struct count count = count_below(s, o->level, o->area);
    const struct result *published = figure(s, level->holders, o->area);
    if (!is_spoken_of(s, o->level, o->area))
        return false;
    o->required = level->shares[tier];
    if (count.units == 0 && !may_be_published(s, level, o->area)) { /* (4) */
        o->outcome = OUTCOME_NOT_ASSESSABLE;
        o->reason = "standard.no_units";
        o->required = NO_VALUE;
    } else if (level->rules[tier] == SHARE_UNVERIFIED) {
        o->outcome = OUTCOME_NOT_ASSESSABLE;
        o->reason = "standard.share_unverified";
    } else if (may_be_published(s, level, o->area) && published != NULL &&
               has_value(published->value)) {
        struct answer a = threshold(published, level->holders, o->required);
        take(o, &a);
    } else if (count.said)
        judge_count(o, &count, o->required);
    else
        return false;
    return true;
}

/* --- all of a period -------------------------------------------------------
 */

static void judge_area(struct sitting *s, size_t level, uint32_t area)
{
    const struct standard_level *rule = &s->study->standards.items[level];
    enum tier tier = s->study->areas.items[area].tier;
    size_t seat = seat_of(s, level, area);
    struct standard_outcome *o = &s->seats[seat];
    *o = (struct standard_outcome){ .level = level,
                                    .area = area,
                                    .period = s->period,
                                    .about = level,
                                    .indicator = NO_INDEX,
                                    .reached = NO_VALUE,
                                    .required = NO_VALUE };
    if (!area_lives(&s->study->areas, area, period_end(s->period)))
        return;
    if (tier == rule->tier) {
        s->said[seat] = has_figures(s, rule, area);
        if (s->said[seat])
            judge_conditions(o, s);
    } else if (rule->rules[tier] != SHARE_NOT_RULED)
        s->said[seat] = judge_share(o, s);
}

/* Parents stand before their children, so from the last to the first. */
static void judge_period(struct sitting *s)
{
    for (size_t level = 0; level < s->study->standards.count; level++)
        for (uint32_t a = s->study->areas.count; a-- > 0;)
            judge_area(s, level, a);
}

static int by_number(const void *left, const void *right)
{
    period a = *(const period *)left, b = *(const period *)right;
    return (a > b) - (a < b);
}

static void keep(struct standard_outcomes *into, const struct sitting *s,
                 uint32_t root)
{
    const struct areas *areas = &s->study->areas;
    for (size_t level = 0; level < s->study->standards.count; level++)
        for (uint32_t a = 0; a < areas->count; a++) {
            size_t seat = seat_of(s, level, a);
            if (s->said[seat] &&
                (root == NO_AREA || area_is_in(areas, a, root)))
                *standard_outcomes_add(into) = s->seats[seat];
        }
}

static int by_level(const void *left, const void *right, void *context)
{
    const struct standard_outcome *a = left, *b = right;
    const struct areas *areas = context;
    int codes = strcmp(areas->items[a->area].code, areas->items[b->area].code);
    if (a->level != b->level)
        return a->level < b->level ? -1 : 1;
    if (codes != 0)
        return codes;
    if (a->area != b->area) /* one code in two lives or tiers */
        return a->area < b->area ? -1 : 1;
    return (a->period > b->period) - (a->period < b->period);
}

void standards_judge(struct standard_outcomes *into,
                     const struct results *results, const struct study *study,
                     uint32_t root, struct arena *scratch)
{
    size_t seats = study->standards.count * study->areas.count, count;
    period *periods = results_periods(results, &count, scratch);
    qsort(periods, count, sizeof *periods, by_number);
    for (size_t i = 0; i < count; i++) {
        struct arena_mark mark = arena_mark(scratch);
        struct sitting s = {
            .study = study,
            .results = results,
            .period = periods[i],
            .seats = arena_array(scratch, seats + 1, struct standard_outcome),
            .said = arena_array(scratch, seats + 1, bool),
        };
        judge_period(&s);
        keep(into, &s, root);
        arena_rewind(scratch, mark);
    }
    if (into->count > 1)
        qsort_r(into->items, into->count, sizeof *into->items, by_level,
                (void *)(uintptr_t)&study->areas);
}
