/*
 * figure_parts.h - what several kinds of pictures are put together from.
 *
 * A picture of many hundred areas shows those at both ends of its order and
 * says in its note how many it leaves out between them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_FIGURE_PARTS_H
#define HOCTAP_REPORT_FIGURE_PARTS_H

#include <stdbool.h>

#include "engine/report/figure_kinds.h"
#include "engine/report/views.h"

/* Which of [count] ordered items are shown when there is room for [most]: the
 * first [head] and the last [tail]. */
struct figure_ends {
    size_t head, tail, left_out;
};
struct figure_ends figure_ends(size_t count, size_t most);
/* The item that stands at [row] of what is shown. */
size_t figure_ends_item(const struct figure_ends *ends, size_t count,
                        size_t row);

/* "62 xã ở giữa không vẽ"; NULL when none is left out. */
char *figure_left_out(const struct report_input *input, size_t count);
/* "3 huyện không đủ số liệu để so sánh"; NULL when all can be compared. */
char *figure_not_compared(const struct report_input *input, size_t count);
/* The pieces that are not NULL, and what the signs of [statuses] stand for. */
char *figure_note(const struct report_input *input, char *const pieces[],
                  size_t count, unsigned statuses);

/* "from Thành phố (43,0%) to Hưng Hà (31,0%)", of a ranked list. */
char *figure_extremes(const struct report_input *input,
                      struct result_list ranked);

/* "A, B, C" of the first three at most. */
char *figure_names(const struct report_input *input, const uint32_t areas[],
                   size_t count);

/* An area in a field of two measures, and how far out it lies. */
struct figure_dot {
    struct chart_dot dot;
    uint32_t area;
    double away; /* in any unit that all share */
};
/* Those to be named first, the furthest before the others. */
void figure_sort_dots(struct figure_dot dots[], size_t count);

/* "điểm phần trăm", or the indicator's unit: of a difference. */
const char *figure_step_unit(const struct report_input *input,
                             const struct indicator *indicator);

/* The steps of one area, or of the whole, in an indicator's plan; none where
 * there is no plan or nothing was planned for it. */
struct figure_steps {
    const struct plan_step *items;
    size_t count;
    const struct plan_line *line;
};
struct figure_steps figure_plan_steps(const struct report_input *input,
                                      uint16_t indicator, uint32_t area);
/* The plan whose quotas are shared among areas; NULL when there is none. */
const struct plan_course *figure_plan_shared(const struct report_input *input,
                                             uint16_t indicator);

/* Adds a series of results over the years, cut where a break parts them. */
struct chart_series *figure_add_series(struct chart_spec *spec,
                                       const struct report_input *input,
                                       struct result_list list,
                                       enum series_role role);

#endif
