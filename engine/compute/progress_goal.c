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
#include "engine/compute/progress_goal.h"

#include <string.h>

#include "engine/base/number.h"
#include "engine/base/text.h"

/* What is written for an area holds whatever its class may be. */
enum nearness { NEAR_NOT, NEAR_ALL, NEAR_CLASS, NEAR_UNKNOWN, NEAR_AREA };

/* (2) */
static bool tier_has_class(const struct areas *areas, enum tier tier,
                           const char *attribute)
{
    bool anywhere = false;

    for (uint32_t a = 0; a < areas->count; a++)
        if (area_attribute(areas, a, attribute)[0]) {
            anywhere = true;
            if (areas->items[a].tier == tier)
                return true;
        }
    return !anywhere && text_starts(attribute, tier_names[tier]) &&
           attribute[strlen(tier_names[tier])] == '_';
}

static enum nearness class_nearness(const struct target *t, uint32_t area,
                                    const struct study *study)
{
    const char *class = area_attribute(&study->areas, area, t->attribute);

    if (class[0])
        return strcmp(class, t->attribute_value) == 0 ? NEAR_CLASS : NEAR_NOT;
    return tier_has_class(&study->areas, study->areas.items[area].tier,
                          t->attribute)
               ? NEAR_UNKNOWN
               : NEAR_NOT;
}

/* (1) */
static enum nearness nearness(const struct target *t, const struct result *r,
                              const struct study *study, uint32_t root)
{
    if (t->indicator != r->indicator || t->draft)
        return NEAR_NOT;
    if (t->area != NO_AREA)
        return t->area == r->area ? NEAR_AREA : NEAR_NOT;
    if (t->applies == APPLIES_ROOT ? r->area != root : r->area == root)
        return NEAR_NOT;
    if (t->applies == APPLIES_EACH && root != NO_AREA &&
        !area_is_in(&study->areas, r->area, root))
        return NEAR_NOT;
    return t->attribute ? class_nearness(t, r->area, study) : NEAR_ALL;
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
                                const struct study *study, uint32_t root,
                                struct track track)
{
    struct neighbours n = { NULL, NULL };
    date day = period_end(r->period);

    for (size_t i = 0; i < study->targets.count; i++) {
        const struct target *t = &study->targets.items[i];
        date due = period_end(t->period);
        if (nearness(t, r, study, root) != track.nearness ||
            t->kind != track.kind)
            continue;
        if (due < day && (!n.before || due > period_end(n.before->period)))
            n.before = t;
        if (due >= day && (!n.next || due < period_end(n.next->period)))
            n.next = t;
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
static struct track track_of(const struct result *r, const struct study *study,
                             uint32_t root, unsigned kinds)
{
    struct track best = { false, NEAR_NOT, TARGET_LEGAL };
    date day = period_end(r->period);

    for (size_t i = 0; i < study->targets.count; i++) {
        const struct target *t = &study->targets.items[i];
        date due = period_end(t->period);
        struct track track = { due == day, nearness(t, r, study, root),
                               t->kind };
        if (due >= day && track.nearness != NEAR_NOT &&
            (kinds & 1u << t->kind) &&
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
                                 const struct study *study, uint32_t root,
                                 struct track track)
{
    const struct indicator *in = &study->catalogue.items[r->indicator];
    struct neighbours chosen = around(r, study, root, track), rival;
    enum target_kind other =
        track.kind == TARGET_LEGAL ? TARGET_PROVINCIAL : TARGET_LEGAL;
    struct track facing;

    if (track.kind == TARGET_INTERNAL || !chosen.next)
        return chosen;
    facing = track_of(r, study, root, 1u << other);
    if (facing.nearness == NEAR_NOT || facing.nearness == NEAR_UNKNOWN)
        return chosen;
    rival = around(r, study, root, facing);
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

struct goal goal_of(const struct result *r, const struct study *study,
                    uint32_t root)
{
    const struct indicator *in = &study->catalogue.items[r->indicator];
    struct track track = track_of(r, study, root, ALL_KINDS);
    struct neighbours n;
    struct goal goal = { GOAL_NONE, NULL, NO_VALUE, TARGET_AT_LEAST };

    if (track.nearness == NEAR_NOT)
        return goal;
    if (track.nearness == NEAR_UNKNOWN) {
        goal.sort = GOAL_CLASS_UNKNOWN;
        return goal;
    }
    n = binding(r, study, root, track);
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
        if (frame_changed(&n, r, study)) {
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
double goal_plan(const struct result *r, const struct study *study,
                 uint32_t root)
{
    struct track track = track_of(r, study, root, 1u << TARGET_INTERNAL);
    const struct indicator *in = &study->catalogue.items[r->indicator];
    struct neighbours n;

    if (!track.due || track.nearness == NEAR_UNKNOWN)
        return NO_VALUE;
    n = around(r, study, root, track);
    return n.next && !other_unit(n.next, in) ? in_unit(n.next, r, in)
                                             : NO_VALUE;
}
