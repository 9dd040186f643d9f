/*
 * selection.c - which indicators, periods and areas a command speaks of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/app/session.h"
#include "engine/base/number.h"
#include "engine/model/cube.h"

enum { CANDIDATES = 6 };

bool session_find_indicator(struct session *session, const char *word,
                            uint16_t *out)
{
    const struct catalogue *catalogue = &session->study->catalogue;
    *out = indicator_find(catalogue, word);
    return *out != NO_INDEX ||
           fault_unknown(&session->fault, "usage.indicator", word,
                         indicator_nearest(catalogue, word));
}

/* "336 Thái Bình, 340 Đông Hưng" */
static void add_candidates(struct text *out, const struct session *session,
                           const uint32_t found[], size_t count)
{
    const struct areas *areas = &session->study->areas;
    for (size_t i = 0; i < count && i < CANDIDATES; i++)
        text_addf(out, "%s%s %s", i ? ", " : "", areas->items[found[i]].code,
                  area_name(areas, found[i], study_language(session->study)));
}

static bool no_such_area(struct session *session, const char *word,
                         struct area_scope scope)
{
    uint32_t near[3];
    struct area_scope anywhen = { DATE_OPEN, scope.tier, NO_AREA };
    if (area_by_code(&session->study->areas, word, DATE_OPEN, scope.tier) !=
            NO_AREA ||
        areas_named(&session->study->areas, word, anywhen, near, 3, NULL) > 0) {
        struct text day = text_new();
        date_add(&day, scope.day);
        fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                  "usage.area_not_living", "word", word, "day", day.bytes,
                  NULL);
        text_free(&day);
        return false;
    }
    size_t count = areas_near(&session->study->areas, word, scope, near, 3);
    if (count == 0)
        return fault_unknown(&session->fault, "usage.area", word, NULL);
    struct text list = text_new();
    add_candidates(&list, session, near, count);
    fault_unknown(&session->fault, "usage.area", word, list.bytes);
    text_free(&list);
    return false;
}

bool session_find_area(struct session *session, const char *word, date day,
                       uint32_t *out)
{
    /* Areas are looked up on the map that is reported on. */
    if (session->study->project.boundaries != BOUNDARIES_REPORTED &&
        !session_cube(session))
        return false;
    const struct areas *areas = &session->study->areas;
    uint32_t found[CANDIDATES];
    struct area_scope scope = { .day = day, .within = NO_AREA };
    const char *tier = option_text(&session->options, OPTION_TIER, "");
    scope.tier = tier_find(tier);
    *out = area_by_code(areas, word, day, scope.tier);
    if (*out != NO_AREA)
        return true;
    size_t count =
        areas_named(areas, word, scope, found, CANDIDATES, &(bool){ false });
    if (count == 1) {
        *out = found[0];
        return true;
    }
    if (count == 0)
        return no_such_area(session, word, scope);
    struct text list = text_new();
    add_candidates(&list, session, found, count);
    fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "usage.area_ambiguous",
              "word", word, "candidates", list.bytes, NULL);
    text_free(&list);
    return false;
}

static bool select_indicators(struct session *session, struct selection *out)
{
    char **words;
    size_t count = option_list(&session->options, OPTION_INDICATOR,
                               session->arena, &words);
    out->indicators = arena_array(session->arena, count + 1, uint16_t);
    for (size_t i = 0; i < count; i++)
        if (!session_find_indicator(session, words[i], &out->indicators[i]))
            return false;
    out->indicator_count = count;
    return true;
}

static bool select_periods(struct session *session, struct selection *out)
{
    const char *word = option_text(&session->options, OPTION_PERIOD, NULL);
    struct period_list list = { 0 };
    if (word == NULL)
        return true;
    if (!period_list_parse(word, &list)) {
        period_list_free(&list);
        return fault_unknown(&session->fault, "usage.period", word, NULL);
    }
    out->periods = arena_array(session->arena, list.count, period);
    for (size_t i = 0; i < list.count; i++)
        out->periods[i] = period_calendar(list.items[i]);
    out->period_count = list.count;
    period_list_free(&list);
    return true;
}

static bool select_tier(struct session *session, struct selection *out)
{
    const char *word = option_text(&session->options, OPTION_TIER, NULL);
    if (word == NULL)
        return true;
    out->tier = tier_find(word);
    return out->tier != TIER_NONE ||
           fault_unknown(&session->fault, "usage.tier", word,
                         text_nearest(word, tier_names + 1, TIER_COUNT - 1));
}

static bool select_dimensions(struct session *session, struct selection *out)
{
    const struct codebook *book = &session->study->codebook;
    char **words;
    size_t count =
        option_list(&session->options, OPTION_BY, session->arena, &words);
    out->dimensions = arena_array(session->arena, count + 1, uint16_t);
    for (size_t i = 0; i < count; i++) {
        uint16_t dimension = dimension_find(book, words[i]);
        if (dimension != NO_INDEX)
            out->dimensions[out->dimension_count++] = dimension;
        else if (!session_orders_by(session, words[i]))
            return fault_unknown(&session->fault, "usage.dimension", words[i],
                                 dimension_nearest(book, words[i]));
    }
    return true;
}

bool session_selection(struct session *session, struct selection *out)
{
    const char *area = option_text(&session->options, OPTION_AREA, NULL);
    memset(out, 0, sizeof *out);
    out->area = NO_AREA;
    if (!select_indicators(session, out) || !select_periods(session, out) ||
        !select_tier(session, out) || !select_dimensions(session, out))
        return false;
    date day = out->period_count > 0
                   ? period_end(out->periods[out->period_count - 1])
                   : period_end(session->study->project.period);
    return area == NULL || session_find_area(session, area, day, &out->area);
}

bool session_one_period(struct session *session,
                        const struct selection *selection)
{
    if (selection->period_count > 1)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.one_period", NULL);
    if (selection->period_count == 1)
        session->study->project.period = selection->periods[0];
    return true;
}

static bool holds_figures(const struct cube *cube, period p)
{
    for (size_t i = 0; i < cube->count; i++)
        if (cube->facts[i].period == p && has_value(cube->facts[i].value))
            return true;
    return false;
}

bool session_period_held(struct session *session)
{
    const struct cube *cube = session->cube;
    period wanted = session->study->project.period;
    struct text when = text_new(), held = text_new();
    bool any = false, found = false;
    for (size_t i = 0; i < cube->period_count && !found; i++) {
        if (!holds_figures(cube, cube->periods[i]))
            continue;
        found = cube->periods[i] == wanted;
        text_add(&held, any ? ", " : "");
        period_add(&held, cube->periods[i]);
        any = true;
    }
    period_add(&when, wanted);
    bool refused =
        any && !found && option_given(&session->options, OPTION_PERIOD);
    if (refused)
        fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "run.no_figures",
                  "period", when.bytes, "periods", held.bytes, NULL);
    else if (any && !found)
        session_say(session, "run.no_figures", "period", when.bytes, "periods",
                    held.bytes, NULL);
    text_free(&when);
    text_free(&held);
    return !refused;
}

bool session_one_tier(struct session *session,
                      const struct selection *selection)
{
    const struct study *study = session->study;
    if (selection->tier == TIER_NONE || selection->tier == study->project.tier)
        return true;
    enum tier top = study->areas.items[study->project.root].tier;
    return fault_set(
        &session->fault, FAULT_USAGE, NO_PLACE, "project.tier_not_below",
        "tier", tier_names[selection->tier], "root", tier_names[top], NULL);
}

static bool listed16(const uint16_t list[], size_t count, uint16_t item)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == item)
            return true;
    return count == 0;
}

bool selection_has_indicator(const struct selection *s, uint16_t indicator)
{
    return listed16(s->indicators, s->indicator_count, indicator);
}

bool selection_has_period(const struct selection *s, period p)
{
    for (size_t i = 0; i < s->period_count; i++)
        if (s->periods[i] == p)
            return true;
    return s->period_count == 0;
}

bool selection_has_result(const struct selection *s, const struct study *study,
                          const struct result *r)
{
    bool broken_down = r->breakdown.dimension != NO_INDEX;
    if (s->dimension_count > 0 &&
        (!broken_down ||
         !listed16(s->dimensions, s->dimension_count, r->breakdown.dimension)))
        return false;
    return selection_has_indicator(s, r->indicator) &&
           selection_has_period(s, r->period) &&
           (s->area == NO_AREA || s->area == r->area) &&
           (s->tier == TIER_NONE ||
            s->tier == study->areas.items[r->area].tier);
}
