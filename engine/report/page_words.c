/*
 * page_words.c - the sentences of an area's page.
 *
 *  (1) Better and worse are said of an indicator only as the decision function
 *      found. What stands out most, in the smallest differences worth a word,
 *      is named first; of more than a few the rest is counted.
 *  (2) What is short of a target is said in people where it can be.
 *  (3) A rank comes with its limits where chance plays a part; without chance
 *      it is a fact and stands alone.
 *  (4) A target of the area's own is judged; of one of the whole it is said how
 *      many are missing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/evenness_words.h"
#include "engine/report/page_parts.h"
#include "engine/report/views.h"

enum { NAMED_MOST = 4 };

/* What is told in one sentence. */
enum told {
    TOLD_BETTER,
    TOLD_WORSE,
    TOLD_MET,
    TOLD_NOT_MET,
    TOLD_AHEAD,
    TOLD_NEEDED,
    TOLD_IMPROVED,
    TOLD_DECLINED,
    TOLD_COUNT
};
static const char *const told_messages[TOLD_COUNT] = {
    "page.better", "page.worse",  "page.met",      "page.not_met",
    "page.ahead",  "page.needed", "page.improved", "page.declined"
};

struct saying {
    const char *text;
    double weight; /* the heaviest first */
    size_t row;
};
struct sayings {
    struct saying *items;
    size_t count;
};

static void say_of(struct sayings *list, const char *text, double weight,
                   size_t row)
{
    list->items[list->count++] =
        (struct saying){ text, isfinite(weight) ? weight : 0, row };
}

static int by_weight(const void *left, const void *right)
{
    const struct saying *a = left, *b = right;
    if (a->weight < b->weight || a->weight > b->weight)
        return a->weight > b->weight ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

/* A sentence about the first few; NULL about none. (1) */
static char *said_list(const struct page *page, const char *message,
                       struct sayings *list)
{
    const struct report_input *input = page->input;
    char *pieces[NAMED_MOST] = { NULL };
    size_t shown = list->count < NAMED_MOST ? list->count : NAMED_MOST;
    if (list->count == 0)
        return NULL;
    qsort(list->items, list->count, sizeof *list->items, by_weight);
    for (size_t i = 0; i < shown; i++)
        pieces[i] = arena_string(input->arena, list->items[i].text);
    char *joined = say_joined(input, pieces, shown, "; ");
    if (shown < list->count)
        joined = say(input, "page.and_more", "list", joined, "count",
                     say_whole(input, list->count - shown), NULL);
    return say(input, message, "list", joined, NULL);
}

static char *amount(const struct report_input *input, const struct result *r)
{
    return say_short(input, input_indicator(input, r->indicator), r->value,
                     result_decimals(input, r));
}

/* --- one indicator ----------------------------------------------------------
 */

/* In differences that are worth a word. */
static double in_material(const struct indicator *indicator, double difference)
{
    return indicator->material > 0 ? fabs(difference) / indicator->material : 0;
}

/* (1) */
static void tell_standing(struct sayings told[], const struct page *page,
                          size_t row, const struct result *r)
{
    const struct report_input *input = page->input;
    const struct indicator *indicator = input_indicator(input, r->indicator);
    const struct result *whole = view_root(input, r->indicator);
    if (!result_shown(whole) ||
        (r->standing != STANDING_BETTER && r->standing != STANDING_WORSE))
        return;
    say_of(&told[r->standing == STANDING_BETTER ? TOLD_BETTER : TOLD_WORSE],
           say(input, "page.against", "name",
               say_indicator(input, r->indicator), "value", amount(input, r),
               "whole",
               say_short(input, indicator, whole->value,
                         indicator_decimals(indicator)),
               NULL),
           in_material(indicator, r->value - whole->value), row);
}

char *page_needed(const struct page *page, const struct evenness_level *level)
{
    return arena_format(page->input->arena, "%s %s",
                        say_count(page->input, level->needed),
                        evenness_words_unit(page->input, level));
}

/* More are needed, and it is known how many: (2) */
static const struct evenness_level *people_short(const struct page *page,
                                                 size_t row)
{
    const struct evenness_level *level = page_level(page, row);
    bool more = level != NULL && level->goal == LEVEL_TARGET &&
                level->needed > 0 && !(level->value > level->goal_value);
    return more ? level : NULL;
}

static char *said_short(const struct page *page, size_t row,
                        const struct result *r)
{
    const struct report_input *input = page->input;
    const struct indicator *indicator = input_indicator(input, r->indicator);
    const struct evenness_level *level = people_short(page, row);
    const char *rest = level != NULL ? page_needed(page, level)
                                     : say_distance(input, indicator, r->gap,
                                                    result_decimals(input, r));
    return say(input, "page.short_of", "name",
               say_indicator(input, r->indicator), "value", amount(input, r),
               "rest", rest, NULL);
}

static char *said_value(const struct report_input *input,
                        const struct result *r)
{
    return say(input, "page.value", "name", say_indicator(input, r->indicator),
               "value", amount(input, r), NULL);
}

/* (4) */
static void tell_target(struct sayings told[], const struct page *page,
                        size_t row, const struct result *r)
{
    const struct report_input *input = page->input;
    const struct indicator *indicator = input_indicator(input, r->indicator);
    const struct evenness_level *level = people_short(page, row);
    bool judged = has_value(r->gap) && r->verdict != VERDICT_NOT_ASSESSABLE;
    bool early = r->verdict == VERDICT_NONE && judged &&
                 !view_is_milestone(input, r) && !view_short(input, r);
    if (!judged && level != NULL)
        say_of(&told[TOLD_NEEDED],
               say(input, "page.value", "name",
                   say_indicator(input, r->indicator), "value",
                   page_needed(page, level), NULL),
               level->needed / level->denominator, row);
    else if (judged && (r->verdict == VERDICT_MET || early))
        say_of(&told[TOLD_MET], said_value(input, r), 0, row);
    else if (judged)
        say_of(&told[r->verdict == VERDICT_NOT_MET ? TOLD_NOT_MET : TOLD_AHEAD],
               view_short(input, r) ? said_short(page, row, r)
                                    : said_value(input, r),
               in_material(indicator, r->gap), row);
}

static void tell_change(struct sayings told[], const struct page *page,
                        size_t row, const struct result *r)
{
    const struct report_input *input = page->input;
    const struct indicator *indicator = input_indicator(input, r->indicator);
    if (!has_value(r->change) || !(indicator->material > 0) ||
        fabs(r->change) < indicator->material ||
        indicator->better == BETTER_NONE)
        return;
    bool good = (r->change > 0) == (indicator->better == BETTER_HIGHER);
    say_of(&told[good ? TOLD_IMPROVED : TOLD_DECLINED],
           say(input, r->change > 0 ? "page.risen" : "page.fallen", "name",
               say_indicator(input, r->indicator), "change",
               say_step(input, indicator, r->change), NULL),
           in_material(indicator, r->change), row);
}

/* --- the page ---------------------------------------------------------------
 */

static char *said_counts(const struct page *page, struct page_counts counts)
{
    const struct report_input *input = page->input;
    size_t all = counts.better + counts.similar + counts.worse;
    if (all == 0)
        return NULL;
    return say(input, "page.standing", "area", say_area(input, page->area),
               "whole", say_area(input, input->study->project.root), "period",
               say_when_first(input, input->study->project.period), "count",
               say_whole(input, all), "better", say_whole(input, counts.better),
               "worse", say_whole(input, counts.worse), "similar",
               say_whole(input, counts.similar), NULL);
}

size_t page_summary(const char *items[], const struct page *page)
{
    const struct report_input *input = page->input;
    struct sayings told[TOLD_COUNT] = { 0 };
    struct page_counts counts = page_count_standings(page);
    size_t count = 0;
    for (int t = 0; t < TOLD_COUNT; t++)
        told[t].items =
            arena_array(input->arena, page->pages->count + 1, struct saying);
    for (size_t row = 0; row < page->pages->count; row++) {
        const struct result *r = page_result(page, row);
        if (!result_shown(r) || r->status == STATUS_INVALID)
            continue;
        tell_standing(told, page, row, r);
        tell_target(told, page, row, r);
        tell_change(told, page, row, r);
    }
    items[count] = said_counts(page, counts);
    count += items[count] != NULL;
    for (int t = 0; t < TOLD_COUNT; t++) {
        items[count] = said_list(page, told_messages[t], &told[t]);
        count += items[count] != NULL;
    }
    if (counts.missing > 0)
        items[count++] = say(input, "page.absent", "count",
                             say_whole(input, counts.missing), NULL);
    return count;
}

/* (3) */
static char *said_rank(const struct page *page, size_t row)
{
    const struct report_input *input = page->input;
    const struct comparison *c = page_rank(page, row);
    if (c == NULL)
        return NULL;
    char *range = NULL;
    if (c->rank_lower > 0 && c->rank_upper > c->rank_lower)
        range = say(input, "page.rank_range", "lower",
                    say_whole(input, c->rank_lower), "upper",
                    say_whole(input, c->rank_upper), NULL);
    return say(input, "page.rank", "rank", say_whole(input, c->rank), "count",
               say_whole(input, page->pages->ranked[row]), "tier",
               say_tier(input, input->study->project.tier, true), "range",
               range == NULL ? "" : range, NULL);
}

static char *said_standing(const struct report_input *input,
                           const struct result *r)
{
    static const char *const words[STANDING_COUNT] = {
        [STANDING_BETTER] = "legend.better",
        [STANDING_SIMILAR] = "page.similar",
        [STANDING_WORSE] = "legend.worse",
    };
    const char *id = words[r->standing];
    return id == NULL ? NULL : say(input, id, NULL);
}

char *page_place(const struct page *page, size_t row)
{
    const struct report_input *input = page->input;
    const struct result *r = page_result(page, row);
    if (!result_shown(r))
        return NULL;
    const struct indicator *indicator = input_indicator(input, r->indicator);
    const struct result *whole = view_root(input, r->indicator);
    char *pieces[] = {
        amount(input, r),
        indicator->kind == KIND_COUNT || !result_shown(whole)
            ? NULL
            : say(input, "page.whole", "area",
                  say_area(input, input->study->project.root), "value",
                  say_short(input, indicator, whole->value,
                            indicator_decimals(indicator)),
                  NULL),
        said_rank(page, row),
        said_standing(input, r),
    };
    return say(input, "page.place", "name", say_indicator(input, r->indicator),
               "words", say_joined(input, pieces, 4, "; "), NULL);
}

size_t page_missing(const char ***items, const struct page *page)
{
    const struct report_input *input = page->input;
    const struct messages *messages = &input->study->messages;
    size_t count = 0;
    *items = arena_array(input->arena, page->pages->count + 1, const char *);
    for (size_t row = 0; row < page->pages->count; row++) {
        const struct result *r = page_result(page, row);
        if (result_shown(r) || result_status(r) != STATUS_MISSING)
            continue;
        const char *name = say_indicator(input, page->pages->indicators[row]);
        (*items)[count++] =
            r == NULL || r->note == NULL
                ? name
                : say(input, "page.missing_line", "name", name, "reason",
                      message_text(messages, r->note), NULL);
    }
    return count;
}
