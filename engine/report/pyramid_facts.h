/*
 * pyramid_facts.h - private to the pyramid: the two counts behind it, by
 * age and sex, from the facts.
 *
 *  (1) Numerator and denominator are each one quantity, by age and sex both, of
 *      all ages; codes picked of other dimensions (school levels) are kept to.
 *  (2) Rows are bands of ages without a narrower one inside them: those of the
 *      denominator, or, if the numerator knows only wider ones, its own. What
 *      lies inside a band is added up.
 *  (3) An area that did not report itself is the sum of the compared areas in
 *      it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_PYRAMID_FACTS_H
#define HOCTAP_REPORT_PYRAMID_FACTS_H

#include "engine/report/words.h"

enum { PYRAMID_SEXES = 2, PYRAMID_PARTS = 2, PYRAMID_BANDS = 40 };
enum { PYRAMID_CODES = 8 }; /* picked of one dimension */
enum { PYRAMID_POPULATION, PYRAMID_REACHED };

/* One count by age band and sex. */
struct pyramid_tally {
    double sum[BAND_LIMIT + 1][PYRAMID_SEXES];
    bool known[BAND_LIMIT + 1][PYRAMID_SEXES];
    enum status status[BAND_LIMIT + 1][PYRAMID_SEXES];
};

/* What the indicator counts: a quantity, and codes of its slots. */
struct pyramid_counted {
    uint16_t quantity;
    uint8_t codes[CELL_DIMENSIONS][PYRAMID_CODES]; /* bytes of cells */
    size_t code_count[CELL_DIMENSIONS];            /* 0 = nothing was picked */
};

struct pyramid {
    const struct report_input *input;
    uint16_t age, sex;
    uint16_t sexes[PYRAMID_SEXES]; /* codes, left and right */
    struct pyramid_counted counted[PYRAMID_PARTS];
    uint32_t area;
    const struct bands *bands;
    struct pyramid_tally *parts[PYRAMID_PARTS];
    struct band rows[PYRAMID_BANDS];
    size_t row_count;
};

/* (1) False when the indicator is of another make. */
bool pyramid_facts_find(struct pyramid *p, uint16_t indicator);
/* (2), (3) False when there is nothing to draw. */
bool pyramid_facts_count(struct pyramid *p);
/* What lies inside a band; NO_VALUE when nothing does. [status] is set when it
 * is other than ok. */
double pyramid_facts_sum(const struct pyramid *p, size_t part, struct band band,
                         size_t side, enum status *status);

#endif
