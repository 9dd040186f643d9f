/*
 * chapter_table_areas.c - an area a row, an indicator a column.
 *
 *  (1) Too many columns are dealt evenly over several tables.
 *  (2) More areas than people read are left to the file of all values.
 *  (3) The last row is the whole.
 *  (4) What nobody compares (shares of a make-up, say) stays in the main table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/tabulate.h"
#include "engine/report/views.h"

enum { COLUMNS_MOST = 7, ROWS_MOST = 300 };

static void add_row(struct tabulation *t, const struct report_input *input,
                    uint32_t area, const uint16_t indicators[], size_t count)
{
    tabulate_text(t, say_side(input, area));
    for (size_t i = 0; i < count; i++)
        tabulate_result(t,
                        results_find(input->results, indicators[i], area,
                                     input->study->project.period, WHOLE),
                        true);
}

static void add_table(struct report *report, const struct report_input *input,
                      const uint16_t indicators[], size_t count,
                      const char *caption)
{
    uint32_t *areas;
    size_t area_count = view_area_union(&areas, input, indicators, count);
    struct tabulation t = tabulate_start(input, count + 1);
    tabulate_head(&t, say(input, "table.area", NULL), ALIGN_LEFT);
    for (size_t i = 0; i < count; i++)
        tabulate_head(&t, say_head(input, indicators[i]), ALIGN_RIGHT);
    for (size_t i = 0; i < area_count; i++)
        add_row(&t, input, areas[i], indicators, count);
    add_row(&t, input, input->study->project.root, indicators, count); /* (3) */
    t.table->areas = true;
    t.table->totals = 1;
    tabulate_finish(&t, report, caption, say(input, "table.areas_note", NULL));
}

/* (4) */
static bool is_wanted(const struct report_input *input,
                      const struct chapter_plan *chapter, uint16_t index)
{
    const struct indicator *indicator = input_indicator(input, index);
    if (indicator->better != BETTER_NONE || indicator->kind == KIND_COUNT)
        return true;
    for (size_t i = 0; i < chapter->equity_count; i++)
        if (chapter->equity[i] == index)
            return true;
    return false;
}

/* Of those, what at least two areas have. */
static size_t spread_over_areas(uint16_t **out,
                                const struct report_input *input,
                                const struct chapter_plan *chapter,
                                const uint16_t indicators[], size_t count)
{
    size_t found = 0;
    *out = arena_array(input->arena, count + 1, uint16_t);
    for (size_t i = 0; i < count; i++)
        if (is_wanted(input, chapter, indicators[i]) &&
            view_filled(view_areas(input, indicators[i])) > 1)
            (*out)[found++] = indicators[i];
    return found;
}

static const char *caption_of(const struct report_input *input,
                              const char *title, size_t part, size_t parts)
{
    const char *caption =
        say(input, "table.areas_caption", "title", title, "period",
            say_when(input, input->study->project.period), NULL);
    if (parts == 1)
        return caption;
    return arena_format(input->arena, "%s (%zu/%zu)", caption, part, parts);
}

void chapter_table_areas(struct report *report,
                         const struct report_input *input,
                         const struct chapter_plan *chapter,
                         const uint16_t indicators[], size_t count,
                         const char *title)
{
    uint16_t *found;
    uint32_t *areas;
    size_t left = spread_over_areas(&found, input, chapter, indicators, count);
    size_t parts = (left + COLUMNS_MOST - 1) / COLUMNS_MOST;
    size_t rows = view_area_union(&areas, input, found, left);
    if (rows > ROWS_MOST) { /* (2) */
        block_paragraph(report, say(input, "report.areas_in_csv", "count",
                                    say_whole(input, rows), NULL));
        return;
    }
    for (size_t part = 0; part < parts; part++) { /* (1) */
        size_t from = left * part / parts, to = left * (part + 1) / parts;
        add_table(report, input, found + from, to - from,
                  caption_of(input, title, part + 1, parts));
    }
}
