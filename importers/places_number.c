/*
 * places_number.c - cells of digits: codes that lost their zeros, and numbers
 * that are names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "importers/places_number.h"

enum { LONGEST_CODE = 8 };

/* The digits of a damaged code without zeros in front; false: no number. */
static bool code_digits(const char *written, char digits[LONGEST_CODE + 1])
{
    written += strspn(written, "0");
    size_t length = strspn(written, "0123456789");
    const char *rest = written + length;
    if (length == 0 || length > LONGEST_CODE)
        return false;
    if (*rest == '.' || *rest == ',')
        rest += 1 + strspn(rest + 1, "0");
    memcpy(digits, written, length);
    digits[length] = '\0';
    return *rest == '\0';
}

/* The areas that a cell of digits may mean. */
struct fits {
    uint32_t items[PLACE_CANDIDATES];
    size_t count;
};

static void fits_add(struct fits *fits, uint32_t area)
{
    for (size_t i = 0; i < fits->count; i++)
        if (fits->items[i] == area)
            return;
    if (fits->count < PLACE_CANDIDATES)
        fits->items[fits->count++] = area;
}

/* All codes that the digits may have been before their zeros were lost. */
static void add_damaged_codes(const struct areas *areas, const char *digits,
                              struct area_scope scope, struct fits *fits)
{
    char code[LONGEST_CODE + 1];
    size_t length = strlen(digits);
    for (size_t width = length; width <= LONGEST_CODE; width++) {
        memset(code, '0', width - length);
        memcpy(code + width - length, digits, length + 1);
        uint32_t area = area_by_code(areas, code, scope.day, scope.tier);
        if (area != NO_AREA &&
            (scope.within == NO_AREA || area_is_in(areas, area, scope.within)))
            fits_add(fits, area);
    }
}

static void add_numbered_names(const struct areas *areas, const char *written,
                               struct area_scope scope, struct fits *fits)
{
    uint32_t found[PLACE_CANDIDATES];
    bool repaired;
    size_t count =
        areas_named(areas, written, scope, found, PLACE_CANDIDATES, &repaired);
    for (size_t i = 0; i < count && i < PLACE_CANDIDATES; i++)
        fits_add(fits, found[i]);
}

/* True: one area alone fits. Several become candidates. */
static bool settle_fits(const struct areas *areas, const char *written,
                        const struct fits *fits, struct place_answer *answer)
{
    if (fits->count != 1) {
        place_candidates(answer, fits->items, fits->count);
        return false;
    }
    bool as_written = strcmp(areas->items[fits->items[0]].code, written) == 0;
    return place_settle(answer, fits->items[0], !as_written);
}

/* All that the cell may mean in that tier. */
static void add_in_scope(const struct areas *areas, const char *digits,
                         const struct place_question *question,
                         struct area_scope scope, struct fits *fits)
{
    add_damaged_codes(areas, digits, scope, fits);
    if (question->within == NO_AREA || scope.within != NO_AREA)
        add_numbered_names(areas, question->written, scope, fits);
}

/* An exact code of a tier above is believed as much as a repair. */
static void add_whole_code(const struct areas *areas,
                           const struct place_question *question,
                           uint32_t within, struct fits *fits)
{
    uint32_t area =
        area_by_code(areas, question->written, question->day, TIER_NONE);
    if (area != NO_AREA && place_is_above(areas, area, question->tier) &&
        (within == NO_AREA || area_is_in(areas, area, within)))
        fits_add(fits, area);
}

/* The exact code of an area near, though not on that day: then no area far away
 * is meant whose code lost its zeros. */
static bool known_near(const struct areas *areas,
                       const struct place_question *question, uint32_t near)
{
    uint32_t area =
        area_by_code(areas, question->written, DATE_OPEN, TIER_NONE);
    return area != NO_AREA && near != NO_AREA && area_is_in(areas, area, near);
}

bool place_by_number(const struct reading *reading,
                     const struct place_question *question,
                     struct place_answer *answer)
{
    const struct areas *areas = &reading->study->areas;
    char digits[LONGEST_CODE + 1];
    struct fits fits = { .count = 0 };
    uint32_t near = question->within;
    if (!code_digits(question->written, digits))
        return false;
    if (near == NO_AREA)
        near = reading->study->project.root;
    bool known = known_near(areas, question, near);
    int tier = (int)question->tier;
    do {
        struct area_scope scope = { question->day, (enum tier)tier, near };
        if (tier == (int)question->tier)
            add_whole_code(areas, question, near, &fits);
        add_in_scope(areas, digits, question, scope, &fits);
        if (fits.count > 0 || near == NO_AREA || known)
            continue;
        scope.within = NO_AREA;
        if (tier == (int)question->tier)
            add_whole_code(areas, question, NO_AREA, &fits);
        add_in_scope(areas, digits, question, scope, &fits);
    } while (fits.count == 0 && --tier > TIER_NONE);
    return settle_fits(areas, question->written, &fits, answer);
}
