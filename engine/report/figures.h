/*
 * figures.h - chart specs from results: the words and numbers of a picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_FIGURES_H
#define HOCTAP_REPORT_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/chart_spec.h"
#include "engine/report/words.h"

/* Where the areas of the compared tier lie on one indicator. */
struct figure_range {
    bool shown; /* the indicator has a better way, a whole, and enough areas */
    double whole, worst, best, worse_quarter, better_quarter;
};
struct figure_range figure_range(const struct report_input *input,
                                 uint16_t indicator);

/* What a single picture is asked for. */
struct figure_request {
    const char *kind;
    const char *name;           /* the slug; NULL = made from kind and ids */
    const uint16_t *indicators; /* the first, unless FIGURE_OF_MANY */
    size_t indicator_count;
    uint32_t area; /* of this area, for kinds that show one; NO_AREA = root */
    const char *title;         /* NULL = made from the indicator */
    const uint16_t *dimension; /* of groups, for kinds that show them; NULL =
                                  the kind decides */
    bool by_standing; /* map, tiles: coloured so, not by classes of values */
    const struct figure_range *ranges; /* spine: one for each indicator, from
                                          figure_range; NULL = made here */
};

/*
 * Fills the spec; false, and a fault that says what is lacking, when the
 * results hold nothing for it. An unknown kind is a usage fault.
 */
bool figure_build(struct chart_spec *out, const struct figure_request *request,
                  const struct report_input *input, struct fault *fault);

/* What a kind asks of the input beyond results and evenness, in bits. */
enum {
    FIGURE_NEEDS_COMPARISONS = 1, /* of the report's period */
    FIGURE_NEEDS_TRENDS = 2,
    FIGURE_NEEDS_CHANGES = 4,
    FIGURE_OF_MANY = 8,      /* it shows more than one indicator */
    FIGURE_NEEDS_PLANS = 16, /* by every rule */
    FIGURE_NEEDS_EQUITY = 32 /* measures and curves, which take their time */
};
unsigned figure_needs(const char *kind);

/* The kinds that figure_build can fill, for the list of what exists. */
bool figure_kind_known(const char *kind);

/* A figure of the report: where it belongs. */
struct figure {
    size_t chapter;     /* index into the report plan; their count: the chapter
                           on the plan of the years to come */
    uint16_t indicator; /* NO_INDEX = all of the chapter */
    struct chart_spec spec;
};

/*
 * All figures that the report plan names and the results can fill, each once.
 * A kind that nobody knows is a fault; what there is nothing to show of is left
 * out.
 */
bool figures_of_report(struct figure **out, size_t *count,
                       const struct report_input *input, struct fault *fault);

#endif
