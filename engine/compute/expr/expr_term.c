/*
 * expr_term.c - a quantity with its picks and its lag.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/expr/expr_term.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"

enum { PARTS = 256, LAG_LIMIT = 100 };

/* What a pick gathers before it is kept. */
struct gathered {
    uint16_t codes[PARTS];
    struct band bands[PARTS];
    size_t count;
};

static bool bad_range(struct scan *scan, const char *from)
{
    return scan_fault(scan, from, "expr.bad_range", scan_copy(scan, from), NULL,
                      NULL);
}

static bool parse_code(struct scan *scan, const struct dimension *dimension,
                       uint16_t *out)
{
    const char *word = scan_word(scan), *from;

    if (!word)
        return false;
    from = scan->at - strlen(word);
    *out = code_find(dimension, word);
    if (*out != NO_INDEX)
        return true;
    return scan_fault(scan, from, "expr.unknown_code", word,
                      code_nearest(dimension, word), dimension->id);
}

static void gather_code(struct gathered *g, uint16_t code)
{
    for (size_t i = 0; i < g->count; i++)
        if (g->codes[i] == code)
            return;
    if (g->count < PARTS)
        g->codes[g->count++] = code;
}

/* code, or code..code in the order the dimension lists them. */
static bool parse_codes(struct scan *scan, const struct dimension *dimension,
                        struct gathered *g)
{
    uint16_t first = 0, last;
    const char *from;

    scan_next(scan);
    from = scan->at;
    if (!parse_code(scan, dimension, &first))
        return false;
    last = first;
    if (scan_range(scan) && !parse_code(scan, dimension, &last))
        return false;
    if (last < first)
        return bad_range(scan, from);
    for (unsigned code = first; code <= last; code++)
        gather_code(g, (uint16_t)code);
    return true;
}

static bool parse_year(struct scan *scan, uint8_t *out)
{
    const char *word = scan_word(scan);
    long year;

    if (!word)
        return false;
    if (number_parse_whole(word, &year) && year >= 0 && year < BAND_SINGLES) {
        *out = (uint8_t)year;
        return true;
    }
    return scan_fault(scan, scan->at - strlen(word), "expr.bad_age", word, NULL,
                      NULL);
}

static bool overlaps(struct band a, struct band b)
{
    return a.low <= b.high && b.low <= a.high;
}

/* 6, 6..10, 15.. */
static bool parse_ages(struct scan *scan, struct gathered *g)
{
    struct band band;
    const char *from;

    scan_next(scan);
    from = scan->at;
    if (!parse_year(scan, &band.low))
        return false;
    band.high = band.low;
    if (scan_range(scan)) {
        if (!scan_is_digit(scan_next(scan)))
            band.high = BAND_OPEN;
        else if (!parse_year(scan, &band.high))
            return false;
    }
    if (band.high < band.low)
        return bad_range(scan, from);
    for (size_t i = 0; i < g->count; i++)
        if (overlaps(g->bands[i], band))
            return bad_range(scan, from);
    if (g->count < PARTS)
        g->bands[g->count++] = band;
    return true;
}

/* "all" says nothing more than leaving the pick out. */
static bool takes_all(struct scan *scan)
{
    scan_next(scan);
    if (!text_starts(scan->at, "all") || scan_is_word(scan->at[3]))
        return false;
    scan->at += 3;
    return true;
}

static void keep(struct pick *pick, const struct gathered *g, bool ages,
                 struct arena *arena)
{
    pick->count = g->count;
    if (ages) {
        struct band *bands = arena_array(arena, g->count, struct band);
        memcpy(bands, g->bands, g->count * sizeof *bands);
        pick->bands = bands;
    } else {
        uint16_t *codes = arena_array(arena, g->count, uint16_t);
        memcpy(codes, g->codes, g->count * sizeof *codes);
        pick->codes = codes;
    }
}

static bool parse_parts(struct scan *scan, const struct dimension *dimension,
                        struct pick *pick)
{
    struct gathered g = { .count = 0 };

    if (takes_all(scan))
        return true;
    do {
        if (!(dimension->ages ? parse_ages(scan, &g)
                              : parse_codes(scan, dimension, &g)))
            return false;
    } while (scan_expect(scan, '|'));
    keep(pick, &g, dimension->ages, scan->arena);
    return true;
}

static bool parse_dimension(struct scan *scan, const struct quantity *quantity,
                            uint16_t *dimension, uint16_t *slot)
{
    const char *word = scan_word(scan), *from;

    if (!word)
        return false;
    from = scan->at - strlen(word);
    *dimension = dimension_find(scan->book, word);
    if (*dimension == NO_INDEX)
        return scan_fault(scan, from, "expr.unknown_dimension", word,
                          dimension_nearest(scan->book, word), quantity->id);
    *slot = quantity_slot(quantity, *dimension);
    if (*slot == NO_INDEX)
        return scan_fault(scan, from, "expr.dimension_refused", word, NULL,
                          quantity->id);
    return true;
}

static bool parse_picks(struct scan *scan, struct term *term)
{
    const struct quantity *quantity = &scan->book->quantities[term->quantity];
    bool seen[CELL_DIMENSIONS] = { false };

    do {
        uint16_t dimension = NO_INDEX, slot = 0;
        const char *from;
        scan_next(scan);
        from = scan->at;
        if (!parse_dimension(scan, quantity, &dimension, &slot))
            return false;
        if (seen[slot])
            return scan_fault(scan, from, "expr.dimension_twice",
                              scan->book->dimensions[dimension].id, NULL, NULL);
        seen[slot] = true;
        if (!scan_need(scan, '=') ||
            !parse_parts(scan, &scan->book->dimensions[dimension],
                         &term->picks[slot]))
            return false;
    } while (scan_expect(scan, ','));
    return scan_need(scan, ']');
}

static bool parse_lag(struct scan *scan, int *lag)
{
    const char *from = scan->at, *word;
    bool minus = scan_expect(scan, '-');
    long years;

    word = scan_word(scan);
    if (!word)
        return false;
    if (!number_parse_whole(word, &years) || years < 0 || years > LAG_LIMIT)
        return scan_fault(scan, from, "expr.bad_lag", scan_copy(scan, from),
                          NULL, NULL);
    *lag = minus ? (int)-years : (int)years;
    return true;
}

static bool same_pick(const struct pick *a, const struct pick *b)
{
    if (a->count != b->count || !a->codes != !b->codes)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->codes ? a->codes[i] != b->codes[i]
                     : a->bands[i].low != b->bands[i].low ||
                           a->bands[i].high != b->bands[i].high)
            return false;
    return true;
}

static bool same_term(const struct term *a, const struct term *b)
{
    if (a->quantity != b->quantity || a->lag != b->lag)
        return false;
    for (size_t slot = 0; slot < CELL_DIMENSIONS; slot++)
        if (!same_pick(&a->picks[slot], &b->picks[slot]))
            return false;
    return true;
}

size_t expr_term_add(struct terms *terms, const struct term *term,
                     struct arena *arena)
{
    for (size_t i = 0; i < terms->count; i++)
        if (same_term(&terms->items[i], term))
            return i;
    if (terms->count == terms->room) {
        size_t room = terms->room ? 2 * terms->room : 4;
        struct term *items = arena_array(arena, room, struct term);
        if (terms->count > 0)
            memcpy(items, terms->items, terms->count * sizeof *items);
        terms->items = items;
        terms->room = room;
    }
    terms->items[terms->count] = *term;
    return terms->count++;
}

/* A word must begin here: a digit would be a number, a sign an operation. */
static bool parse_quantity(struct scan *scan, uint16_t *quantity)
{
    const char *from, *word = scan_word(scan);

    if (!word)
        return false;
    from = scan->at - strlen(word);
    *quantity = quantity_find(scan->book, word);
    if (*quantity != NO_INDEX)
        return true;
    return scan_fault(scan, from, "expr.unknown_quantity", word,
                      quantity_nearest(scan->book, word), NULL);
}

bool expr_term_parse(struct scan *scan, struct terms *terms, size_t *index)
{
    struct term term = { .lag = 0 };
    const char *from;

    scan_next(scan);
    from = scan->at;
    if (!parse_quantity(scan, &term.quantity))
        return false;
    if (scan_expect(scan, '[') && !parse_picks(scan, &term))
        return false;
    /* What follows may be white space: the text ends with the term. */
    const char *end = scan->at;
    if (scan_expect(scan, '@')) {
        if (!parse_lag(scan, &term.lag))
            return false;
        end = scan->at;
    }
    while (end > from && (end[-1] == ' ' || end[-1] == '\n'))
        end--;
    term.text = arena_copy(scan->arena, from, (size_t)(end - from));
    *index = expr_term_add(terms, &term, scan->arena);
    return true;
}
