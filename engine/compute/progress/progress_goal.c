/*
 * progress_goal.c - which target a result is held against.
 *
 *  (1) How near a target is to an area: written for it, for its class, for all.
 *      Targets of the nearest sort, and of those of the weightiest kind, make
 *      the row of years in which the result finds its place. A target that is
 *      due in the period itself goes before all of them.
 *  (2) A target by class concerns the tiers whose areas have that attribute,
 *      or the tier the attribute is named after (commune_class). There an area
 *      without a class cannot be held against anything less near.
 *  (3) Law and province bind alike: of a legal and a provincial target due in
 *      the same period the stricter one counts, however near each of them is.
 *  (4) No line is drawn across a change of definition, frame or source: what
 *      was asked before it was asked of another figure.
 *  (5) A target in persons or in counts, for an indicator that is a share, is
 *      brought into the indicator's unit by the denominator that the area has
 *      at that time. Without one the goal has no value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/progress/progress_goal.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"

/* What is written for an area holds whatever its class may be. */
enum nearness { NEAR_NOT, NEAR_ALL, NEAR_CLASS, NEAR_UNKNOWN, NEAR_AREA };

/* A target, and what is the same for every result held against it. */
struct aim {
    const struct target *target;
    date due;
    size_t attribute; /* which one of the areas'; their count: none */
    unsigned tiers;   /* bits 1u << tier: whose areas have a class (2) */
};

struct goals {
    const struct study *study;
    uint32_t root;
    struct aim *aims; /* of an indicator together, in the order read */
    size_t *first;    /* [first[i], first[i + 1]) are of indicator i */
};

static const char *class_of(const struct areas *areas, uint32_t area,
                            size_t attribute)
{
    const char *class = attribute < areas->attribute_count
                            ? areas->items[area].attributes[attribute]
                            : NULL;

    return class ? class : "";
}

static size_t find_attribute(const struct areas *areas, const char *name)
{
    size_t at = 0;

    while (at < areas->attribute_count &&
           strcmp(areas->attribute_names[at], name) != 0)
        at++;
    return at;
}

/* (2) */
static unsigned tiers_with_class(const struct areas *areas, size_t attribute,
                                 const char *name)
{
    unsigned tiers = 0;

    for (uint32_t a = 0; a < areas->count; a++)
        if (class_of(areas, a, attribute)[0])
            tiers |= 1u << areas->items[a].tier;
    for (int tier = TIER_NONE + 1; tier < TIER_COUNT && tiers == 0; tier++)
        if (text_starts(name, tier_names[tier]) &&
            name[strlen(tier_names[tier])] == '_')
            tiers = 1u << tier;
    return tiers;
}

static struct aim aim_at(const struct target *t, const struct areas *areas)
{
    struct aim aim = { .target = t, .due = period_end(t->period) };

    if (t->attribute) {
        aim.attribute = find_attribute(areas, t->attribute);
        aim.tiers = tiers_with_class(areas, aim.attribute, t->attribute);
    }
    return aim;
}

struct goals *goals_new(const struct study *study, uint32_t root,
                        struct arena *arena)
{
    size_t count = study->targets.count, put = 0;
    struct goals *goals = arena_new_of(arena, struct goals);

    *goals = (struct goals){
        .study = study,
        .root = root,
        .aims = arena_array(arena, count, struct aim),
        .first = arena_array(arena, study->catalogue.count + 1, size_t),
    };
    for (size_t i = 0; i < study->catalogue.count; i++) {
        for (size_t t = 0; t < count; t++) {
            const struct target *target = &study->targets.items[t];
            if (target->indicator == i && !target->draft)
                goals->aims[put++] = aim_at(target, &study->areas);
        }
        goals->first[i + 1] = put;
    }
    return goals;
}

static enum nearness class_nearness(const struct aim *aim, uint32_t area,
                                    const struct areas *areas)
{
    const char *class = class_of(areas, area, aim->attribute);

    if (class[0])
        return strcmp(class, aim->target->attribute_value) == 0 ? NEAR_CLASS
                                                                : NEAR_NOT;
    return aim->tiers & 1u << areas->items[area].tier ? NEAR_UNKNOWN : NEAR_NOT;
}

/* (1) */
static enum nearness nearness(const struct aim *aim, const struct result *r,
                              const struct goals *goals)
{
    const struct target *t = aim->target;
    const struct areas *areas = &goals->study->areas;
    uint32_t root = goals->root;

    if (t->area != NO_AREA)
        return t->area == r->area ? NEAR_AREA : NEAR_NOT;
    if (t->applies == APPLIES_ROOT ? r->area != root : r->area == root)
        return NEAR_NOT;
    if (t->applies == APPLIES_EACH && root != NO_AREA &&
        !area_is_in(areas, r->area, root))
        return NEAR_NOT;
    return t->attribute ? class_nearness(aim, r->area, areas) : NEAR_ALL;
}

enum { ALL_KINDS = 7 }; /* a bit for each kind of target */

struct track {
    bool due; /* in the very period */
    enum nearness nearness;
    enum target_kind kind;
};

/* The last target of the track before a period, and the first from it on. */
struct neighbours {
    const struct target *before, *next;
};

static struct neighbours around(const struct result *r,
                                const struct goals *goals, struct track track)
{
    struct neighbours n = { NULL, NULL };
    date day = period_end(r->period), before = DATE_OPEN, next = DATE_OPEN;

    for (size_t i = goals->first[r->indicator];
         i < goals->first[r->indicator + 1]; i++) {
        const struct aim *aim = &goals->aims[i];
        if (nearness(aim, r, goals) != track.nearness ||
            aim->target->kind != track.kind)
            continue;
        if (aim->due < day && (!n.before || aim->due > before)) {
            n.before = aim->target;
            before = aim->due;
        }
        if (aim->due >= day && (!n.next || aim->due < next)) {
            n.next = aim->target;
            next = aim->due;
        }
    }
    return n;
}

static bool goes_before(struct track one, struct track other)
{
    if (one.due != other.due)
        return one.due;
    if (one.nearness != other.nearness)
        return one.nearness > other.nearness;
    return one.kind < other.kind;
}

/* Of the targets of those kinds not yet past: one that is due now, then the
 * nearest sort, then the weightiest kind. */
static struct track track_of(const struct result *r, const struct goals *goals,
                             unsigned kinds)
{
    struct track best = { false, NEAR_NOT, TARGET_LEGAL };
    date day = period_end(r->period);

    for (size_t i = goals->first[r->indicator];
         i < goals->first[r->indicator + 1]; i++) {
        const struct aim *aim = &goals->aims[i];
        struct track track = { aim->due == day, nearness(aim, r, goals),
                               aim->target->kind };
        if (aim->due >= day && track.nearness != NEAR_NOT &&
            (kinds & 1u << track.kind) &&
            (best.nearness == NEAR_NOT || goes_before(track, best)))
            best = track;
    }
    return best;
}

/* (5) */
static double in_unit(const struct target *t, const struct result *r,
                      const struct indicator *in)
{
    bool counted =
        strcmp(t->unit, "persons") == 0 || strcmp(t->unit, "count") == 0;

    if (!counted)
        return t->value;
    if (!in->denominator) /* a published share has no base to convert by */
        return in->unit && strcmp(in->unit, "%") == 0 ? NO_VALUE : t->value;
    if (!has_value(r->denominator) || !(r->denominator > 0))
        return NO_VALUE;
    return in->scale * t->value / r->denominator;
}

/* Does the one ask for more than the other? */
static bool is_stricter(const struct target *one, const struct target *other,
                        const struct result *r, const struct indicator *in)
{
    double wanted = in_unit(one, r, in), given = in_unit(other, r, in);

    if (one->comparison != other->comparison || !has_value(wanted) ||
        !has_value(given))
        return false;
    return (one->comparison == TARGET_AT_LEAST && wanted > given) ||
           (one->comparison == TARGET_AT_MOST && wanted < given);
}

static bool other_unit(const struct target *t, const struct indicator *in)
{
    if (!t->unit_counted || !t->unit_counted[0])
        return false;
    return !in->denominator || strcmp(t->unit_counted, in->denominator) != 0;
}

/* A year of its own between two target years. */
static bool lies_between(const struct neighbours *n, const struct result *r)
{
    int year = period_year(r->period);

    return n->before && n->next && period_year(n->before->period) < year &&
           year < period_year(n->next->period);
}

static double milestone(double from, double to, const struct neighbours *n,
                        period p)
{
    int first = period_year(n->before->period);
    int last = period_year(n->next->period);

    return from +
           (to - from) * (period_year(p) - first) / (double)(last - first);
}

/* (3) Looks for a stricter target of the other authority. */
static struct neighbours binding(const struct result *r,
                                 const struct goals *goals, struct track track)
{
    const struct indicator *in = &goals->study->catalogue.items[r->indicator];
    struct neighbours chosen = around(r, goals, track), rival;
    enum target_kind other =
        track.kind == TARGET_LEGAL ? TARGET_PROVINCIAL : TARGET_LEGAL;
    struct track facing;

    if (track.kind == TARGET_INTERNAL || !chosen.next)
        return chosen;
    facing = track_of(r, goals, 1u << other);
    if (facing.nearness == NEAR_NOT || facing.nearness == NEAR_UNKNOWN)
        return chosen;
    rival = around(r, goals, facing);
    return period_end(rival.next->period) == period_end(chosen.next->period) &&
                   !other_unit(rival.next, in) &&
                   is_stricter(rival.next, chosen.next, r, in)
               ? rival
               : chosen;
}

/* (4) Also a break of an area it lies in. */
static bool frame_changed(const struct neighbours *n, const struct result *r,
                          const struct study *study)
{
    for (size_t i = 0; i < study->breaks.count; i++) {
        struct breaks one = { &study->breaks.items[i], 1 };
        if (one.items->kind == BREAK_BOUNDARY)
            continue;
        for (uint32_t a = r->area; a != NO_AREA;
             a = study->areas.items[a].parent)
            if (breaks_between(&one, r->indicator, a, n->before->period,
                               n->next->period))
                return true;
    }
    return false;
}

struct goal goal_of(const struct result *r, const struct goals *goals)
{
    const struct indicator *in = &goals->study->catalogue.items[r->indicator];
    struct track track = track_of(r, goals, ALL_KINDS);
    struct neighbours n;
    struct goal goal = { GOAL_NONE, NULL, NO_VALUE, TARGET_AT_LEAST };

    if (track.nearness == NEAR_NOT)
        return goal;
    if (track.nearness == NEAR_UNKNOWN) {
        goal.sort = GOAL_CLASS_UNKNOWN;
        return goal;
    }
    n = binding(r, goals, track);
    if (!n.next)
        return goal;
    goal = (struct goal){ GOAL_FUTURE, n.next, in_unit(n.next, r, in),
                          n.next->comparison };
    if (other_unit(n.next, in))
        goal.sort = GOAL_OTHER_UNIT;
    else if (period_end(n.next->period) == period_end(r->period))
        goal.sort = GOAL_DUE;
    else if (lies_between(&n, r) && !other_unit(n.before, in) &&
             has_value(in_unit(n.before, r, in))) {
        if (frame_changed(&n, r, goals->study)) {
            goal.sort = GOAL_NEW_FRAME;
            return goal;
        }
        goal.sort = GOAL_MILESTONE;
        goal.value =
            milestone(in_unit(n.before, r, in), goal.value, &n, r->period);
    }
    return goal;
}

/* The nearest internal target of the very period. */
double goal_plan(const struct result *r, const struct goals *goals)
{
    struct track track = track_of(r, goals, 1u << TARGET_INTERNAL);
    const struct indicator *in = &goals->study->catalogue.items[r->indicator];
    struct neighbours n;

    if (!track.due || track.nearness == NEAR_UNKNOWN)
        return NO_VALUE;
    n = around(r, goals, track);
    return n.next && !other_unit(n.next, in) ? in_unit(n.next, r, in)
                                             : NO_VALUE;
}
