/*
 * views.h - what the chapters look at: one indicator at the root, over the
 * areas of the compared tier, over the years, against its target.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_VIEWS_H
#define HOCTAP_REPORT_VIEWS_H

#include <stddef.h>

#include "engine/report/words.h"

struct result_list {
    const struct result **items;
    size_t count;
};

/* The root's result in the report's period; NULL when there is none. */
const struct result *view_root(const struct report_input *input,
                               uint16_t indicator);
/* The results of the compared tier in the report's period, by area code. */
struct result_list view_areas(const struct report_input *input,
                              uint16_t indicator);
/* The areas that any of the indicators has a result for, by code; returns how
 * many. */
size_t view_area_union(uint32_t **out, const struct report_input *input,
                       const uint16_t indicators[], size_t count);
/* Best first by the indicator's better way (highest first when it has none);
 * those without a value last, by code. */
void view_rank(const struct report_input *input, struct result_list *list);
/* The whole's results of one area up to the report's period, in periods of its
 * sort, oldest first. */
struct result_list view_series(const struct report_input *input,
                               uint16_t indicator, uint32_t area);
/* How many of the list have a value that may be printed. */
size_t view_filled(struct result_list list);
/* Leaves only those, without the invalid ones: what may be ranked. */
void view_keep_sound(struct result_list *list);

/* Has the indicator any value at the root or below in the report's period? */
bool view_has_data(const struct report_input *input, uint16_t indicator);
/* The indicators that have, in their order; returns how many. */
size_t view_with_data(uint16_t **out, const struct report_input *input,
                      const uint16_t indicators[], size_t count);
/* A measure's result in the report's period, or NULL. */
const struct equity_result *view_equity(const struct report_input *input,
                                        uint16_t indicator,
                                        const char *measure);
/* The root's trend that ends in the report's period, or NULL. */
const struct trend *view_trend(const struct report_input *input,
                               uint16_t indicator);

/*
 * Does a break part two results of one series? A break of the area, of one it
 * lies in, or, between neighbouring years, one for which no change was
 * computed: the map changed, or no area reported both. [kind] gets the sort of
 * break; it may be NULL.
 */
bool view_parted(const struct report_input *input, const struct result *before,
                 const struct result *now, enum break_kind *kind);

/*
 * Do the limits of a result with noise and of the year before bear its change
 * out? The limits of the difference are put together from those of the two:
 * d - sqrt((q - q_lower)^2 + (p_upper - p)^2), and so above (Newcombe,
 * Statistics in Medicine 17, 1998, method 10; Zou and Donner 2008). A figure
 * without noise, or without limits, needs no bearing out.
 */
bool view_change_is_clear(const struct report_input *input,
                          const struct result *result);

/* The target the result is held against, or NULL. */
const struct target *view_target(const struct report_input *input,
                                 const struct result *result);
/* Does its gap lie on the wrong side of its target (or milestone)? */
bool view_short(const struct report_input *input, const struct result *result);
/* Does its value lie on the wrong side of the target as it was set? */
bool view_behind(const struct report_input *input, const struct result *result);
/* Is the result held against a point between two targets that differ? */
bool view_is_milestone(const struct report_input *input,
                       const struct result *result);
/* The target as it was set, in the indicator's unit; NO_VALUE when there is
 * none or it counts in another unit. */
double view_assigned(const struct report_input *input,
                     const struct result *result);

#endif
