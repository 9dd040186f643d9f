/*
 * pyramid_facts.c - two counts by age and sex; the numbers are those of
 * the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/pyramid_facts.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"

/* One pick: "school_level=primary|lower_secondary". */
static bool read_pick(struct pyramid_counted *c, const struct pyramid *p,
                      char *pick)
{
    const struct codebook *book = &p->input->study->codebook;
    char *rest = NULL, *codes = strchr(pick, '=');
    if (codes == NULL)
        return false;
    *codes++ = '\0';
    uint16_t dimension = dimension_find(book, pick + strspn(pick, " "));
    uint16_t slot = quantity_slot(&book->quantities[c->quantity], dimension);
    if (dimension == NO_INDEX || slot == NO_INDEX || dimension == p->age ||
        dimension == p->sex)
        return false;
    for (char *one = strtok_r(codes, "|", &rest); one != NULL;
         one = strtok_r(NULL, "|", &rest)) {
        uint16_t code = code_find(&book->dimensions[dimension], one);
        if (code == NO_INDEX || c->code_count[slot] == PYRAMID_CODES)
            return false;
        c->codes[slot][c->code_count[slot]++] = (uint8_t)(code + 1);
    }
    return true;
}

/* (1) A single quantity with its picks; anything else is none. */
static bool read_term(struct pyramid_counted *c, const struct pyramid *p,
                      const char *expression)
{
    const struct codebook *book = &p->input->study->codebook;
    char *rest = NULL;
    if (expression == NULL)
        return false;
    char *text = arena_string(p->input->arena, expression);
    char *picks = strchr(text, '[');
    if (picks != NULL) {
        char *end = strchr(picks, ']');
        if (end == NULL || end[1] != '\0')
            return false;
        *end = *picks++ = '\0';
    }
    c->quantity = quantity_find(book, text);
    if (c->quantity == NO_INDEX)
        return false;
    for (char *pick = picks == NULL ? NULL : strtok_r(picks, ",", &rest);
         pick != NULL; pick = strtok_r(NULL, ",", &rest))
        if (!read_pick(c, p, pick))
            return false;
    const struct quantity *q = &book->quantities[c->quantity];
    return quantity_slot(q, p->age) != NO_INDEX &&
           quantity_slot(q, p->sex) != NO_INDEX;
}

bool pyramid_facts_find(struct pyramid *p, uint16_t index)
{
    const struct codebook *book = &p->input->study->codebook;
    const struct indicator *indicator = input_indicator(p->input, index);
    p->age = dimension_find(book, "age");
    p->sex = dimension_find(book, "sex");
    if (p->age == NO_INDEX || p->sex == NO_INDEX)
        return false;
    p->sexes[0] = code_find(&book->dimensions[p->sex], "M");
    p->sexes[1] = code_find(&book->dimensions[p->sex], "F");
    return p->sexes[0] != NO_INDEX && p->sexes[1] != NO_INDEX &&
           read_term(&p->counted[PYRAMID_POPULATION], p,
                     indicator->denominator) &&
           read_term(&p->counted[PYRAMID_REACHED], p, indicator->numerator);
}

/* Is the code of that slot wanted? Without a pick only "all" is. */
static bool is_picked(const struct pyramid_counted *c, size_t slot,
                      uint8_t code)
{
    for (size_t i = 0; i < c->code_count[slot]; i++)
        if (c->codes[slot][i] == code)
            return true;
    return c->code_count[slot] == 0 && code == 0;
}

/* The byte of the age and the side of the sex, when nothing else is picked. */
static bool read_cell(const struct pyramid *p, size_t part, uint64_t cell,
                      uint8_t *age, size_t *side)
{
    const struct quantity *q =
        &p->input->study->codebook.quantities[p->counted[part].quantity];
    *age = 0;
    *side = PYRAMID_SEXES;
    for (size_t slot = 0; slot < q->dimension_count; slot++) {
        uint8_t code = cell_get(cell, slot);
        if (q->dimensions[slot] == p->age)
            *age = code;
        else if (q->dimensions[slot] == p->sex)
            *side = code == p->sexes[0] + 1   ? 0
                    : code == p->sexes[1] + 1 ? 1
                                              : PYRAMID_SEXES;
        else if (!is_picked(&p->counted[part], slot, code))
            return false;
    }
    return *age != 0 && *side < PYRAMID_SEXES;
}

static bool is_part(const struct pyramid *p, uint32_t area, bool own)
{
    const struct areas *areas = &p->input->study->areas;
    if (own)
        return area == p->area;
    return areas->items[area].tier == p->input->study->project.tier &&
           area_is_in(areas, area, p->area);
}

static bool count_part(struct pyramid *p, size_t part, bool own)
{
    const struct cube *cube = p->input->cube;
    struct pyramid_tally *tally = p->parts[part];
    size_t count;
    const struct fact *facts =
        cube_run(cube, p->counted[part].quantity,
                 p->input->study->project.period, &count);
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        uint8_t age;
        size_t side;
        if (!is_part(p, facts[i].area, own) || !has_value(facts[i].value) ||
            !read_cell(p, part, facts[i].cell, &age, &side))
            continue;
        tally->sum[age][side] += facts[i].value;
        tally->known[age][side] = any = true;
        if (facts[i].status != STATUS_OK && facts[i].status != STATUS_ZERO)
            tally->status[age][side] = facts[i].status;
    }
    return any;
}

/* --- bands (2) -------------------------------------------------------------
 */

static bool is_inside(struct band inner, struct band outer)
{
    return inner.low >= outer.low && inner.high <= outer.high;
}

static bool is_known(const struct pyramid_tally *tally, size_t byte)
{
    return tally->known[byte][0] || tally->known[byte][1];
}

/* Is there a narrower band inside it? */
static bool is_coarse(const struct pyramid *p, size_t part, size_t byte)
{
    for (size_t b = 1; b < p->bands->count; b++)
        if (b != byte && is_known(p->parts[part], b) &&
            is_inside(p->bands->items[b], p->bands->items[byte]))
            return true;
    return false;
}

/* What lies inside a band; NO_VALUE when nothing does. */
double pyramid_facts_sum(const struct pyramid *p, size_t part, struct band band,
                         size_t side, enum status *status)
{
    const struct pyramid_tally *tally = p->parts[part];
    double sum = NO_VALUE;
    for (size_t b = 1; b < p->bands->count; b++) {
        if (!tally->known[b][side] || is_coarse(p, part, b) ||
            !is_inside(p->bands->items[b], band))
            continue;
        sum = (has_value(sum) ? sum : 0) + tally->sum[b][side];
        if (tally->status[b][side] != STATUS_OK)
            *status = tally->status[b][side];
    }
    return sum;
}

/* Oldest on top. */
static int by_age(const void *left, const void *right)
{
    const struct band *a = left, *b = right;
    return (a->low < b->low) - (a->low > b->low);
}

/* Bands of one part in which the other has something too. */
static size_t take_bands(struct pyramid *p, size_t part)
{
    p->row_count = 0;
    for (size_t b = 1; b < p->bands->count && p->row_count < PYRAMID_BANDS;
         b++) {
        enum status ignored = STATUS_OK;
        struct band band = p->bands->items[b];
        if (!is_known(p->parts[part], b) || is_coarse(p, part, b))
            continue;
        bool both = false;
        for (size_t side = 0; side < PYRAMID_SEXES; side++)
            both =
                both || has_value(pyramid_facts_sum(p, PYRAMID_PARTS - 1 - part,
                                                    band, side, &ignored));
        if (both)
            p->rows[p->row_count++] = band;
    }
    qsort(p->rows, p->row_count, sizeof *p->rows, by_age);
    return p->row_count;
}

bool pyramid_facts_count(struct pyramid *p)
{
    p->bands = &p->input->cube->table->bands;
    for (size_t k = 0; k < PYRAMID_PARTS; k++) {
        p->parts[k] = arena_new_of(p->input->arena, struct pyramid_tally);
        if (!count_part(p, k, true) && !count_part(p, k, false)) /* (3) */
            return false;
    }
    return take_bands(p, PYRAMID_POPULATION) > 0 ||
           take_bands(p, PYRAMID_REACHED) > 0;
}
