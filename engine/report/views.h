/*
 * views.h - what the chapters look at: one indicator at the root, over the
 * areas of the compared tier, over the years.
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
/* Best first by the indicator's better way (highest first when it has none);
 * those without a value last, by code. */
void view_rank(const struct report_input *input, struct result_list *list);
/* The whole's results of one area over all periods, oldest first. */
struct result_list view_series(const struct report_input *input,
                               uint16_t indicator, uint32_t area);
/* How many of the list have a value. */
size_t view_filled(struct result_list list);
/* The target the root's result is held against, or NULL. */
const struct target *view_target(const struct report_input *input,
                                 const struct result *result);
/* Has the indicator any value at the root or below in the report's period? */
bool view_has_data(const struct report_input *input, uint16_t indicator);
/* A measure's result in the report's period, or NULL. */
const struct equity_result *view_equity(const struct report_input *input,
                                        uint16_t indicator,
                                        const char *measure);

#endif
