/*
 * evenness_words_share.c - who makes the unevenness: areas, and groups of them.
 *
 *  (1) The row of all areas names those with the largest shares.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/evenness_words.h"

enum { NAMED = 3 };

static char *per_cent(const struct report_input *input, double share)
{
    return say_number(input, 100 * share, 1);
}

static bool is_shortfall(const char *measure)
{
    return strcmp(measure, "shortfall") == 0;
}

static bool of_one_measure(const struct evenness_share *a,
                           const struct evenness_share *b)
{
    return a->indicator == b->indicator && a->period == b->period &&
           strcmp(a->measure, b->measure) == 0;
}

/* The largest that is not named yet, among the rows that stand behind that of
 * all areas. */
static const struct evenness_share *
next_largest(const struct evenness *evenness,
             const struct evenness_share *whole,
             const struct evenness_share *const named[], size_t count)
{
    const struct evenness_share *best = NULL;

    for (const struct evenness_share *row = whole + 1;
         row < evenness->shares.items + evenness->shares.count &&
         of_one_measure(row, whole);
         row++) {
        bool told = !(row->share > 0);
        for (size_t k = 0; k < count && !told; k++)
            told = named[k] == row;
        if (!told && (best == NULL || row->share > best->share))
            best = row;
    }
    return best;
}

/* (1) */
static char *said_largest(const struct report_input *input,
                          const struct evenness_share *whole)
{
    const struct evenness_share *named[NAMED] = { NULL };
    char *pieces[NAMED] = { NULL };

    for (size_t k = 0; k < NAMED; k++) {
        named[k] = next_largest(input->evenness, whole, named, k);
        if (named[k] == NULL)
            break;
        pieces[k] = arena_format(input->arena, "%s (%s%%)",
                                 say_area(input, named[k]->area),
                                 per_cent(input, named[k]->share));
    }
    return say_joined(input, pieces, NAMED, ", ");
}

static char *said_nothing(const struct report_input *input,
                          const struct evenness_share *row)
{
    const char *id = !has_value(row->amount)      ? "evenness.share_undefined"
                     : is_shortfall(row->measure) ? "evenness.no_shortfall"
                                                  : "evenness.alike";

    return say(input, id, "name", say_indicator(input, row->indicator),
               "period", say_when(input, row->period), "tier",
               say_tier(input, (enum tier)row->tier, true), NULL);
}

char *evenness_words_share(const struct report_input *input,
                           const struct evenness_share *row)
{
    bool whole = row->area == input->study->project.root;
    const char *id =
        is_shortfall(row->measure)
            ? (whole ? "evenness.shortfall_shares" : "evenness.shortfall_share")
            : (whole ? "evenness.shares" : "evenness.share");

    if (!has_value(row->share))
        return said_nothing(input, row);
    return say(input, id, "name", say_indicator(input, row->indicator),
               "period", say_when(input, row->period), "tier",
               say_tier(input, (enum tier)row->tier, true), "area",
               say_area(input, row->area), "value",
               say_with_unit(input, input_indicator(input, row->indicator),
                             row->value),
               "weight", per_cent(input, row->weight), "share",
               per_cent(input, row->share), "areas",
               whole ? said_largest(input, row) : "", NULL);
}

const char *evenness_words_by(const struct report_input *input, const char *by)
{
    const struct codebook *book = &input->study->codebook;
    uint16_t d = dimension_find(book, by);
    enum tier tier = tier_find(by);

    if (tier != TIER_NONE)
        return say_tier(input, tier, false);
    if (d != NO_INDEX)
        return say_either(input, book->dimensions[d].name,
                          book->dimensions[d].name_en);
    return say(input, "evenness.column", "word", by, NULL);
}

const char *evenness_words_of(const struct report_input *input,
                              const struct evenness_group *row)
{
    const struct codebook *book = &input->study->codebook;
    uint16_t d = dimension_find(book, row->by);
    enum tier tier = tier_find(row->by);
    uint16_t code =
        d == NO_INDEX ? NO_INDEX : code_find(&book->dimensions[d], row->group);

    if (tier != TIER_NONE) {
        uint32_t area = area_by_code(&input->study->areas, row->group,
                                     period_end(row->period), tier);
        return area == NO_AREA ? row->group : say_area(input, area);
    }
    if (code != NO_INDEX)
        return say_code(input, &book->dimensions[d].codes[code]);
    return say(input, "evenness.quoted", "word", row->group, NULL);
}

static char *said_groups(const struct report_input *input,
                         const struct evenness_group *row)
{
    if (!(row->inside > 0))
        return say(input,
                   has_value(row->inside) ? "evenness.alike"
                                          : "evenness.share_undefined",
                   "name", say_indicator(input, row->indicator), "period",
                   say_when(input, row->period), "tier",
                   say_tier(input, (enum tier)row->tier, true), NULL);
    return say(input, "evenness.groups", "name",
               say_indicator(input, row->indicator), "period",
               say_when(input, row->period), "tier",
               say_tier(input, (enum tier)row->tier, true), "by",
               evenness_words_by(input, row->by), "within",
               per_cent(input, row->within / row->inside), "between",
               per_cent(input, row->between / row->inside), NULL);
}

char *evenness_words_group(const struct report_input *input,
                           const struct evenness_group *row)
{
    if (row->group == NULL || !has_value(row->share))
        return said_groups(input, row);
    return say(
        input, "evenness.group", "name", say_indicator(input, row->indicator),
        "period", say_when(input, row->period), "group",
        evenness_words_of(input, row), "weight", per_cent(input, row->weight),
        "mean",
        say_with_unit(input, input_indicator(input, row->indicator), row->mean),
        "share", per_cent(input, row->share), NULL);
}
