/*
 * sheet_chart.c - one chart of a sheet's own.
 *
 *  (1) It shows the first column whose cells are judged, a bar for each row in
 *      the colour of the cell.
 *  (2) Only a column of numbers throughout: a program draws words as 0, and
 *      absent is not 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/sheet_chart.h"

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"

enum { BARS_LEAST = 3, BARS_MOST = 40, BAR_HEIGHT = 22, ROW_HEIGHT = 20 };
enum { CHART_WIDTH = 760, CHART_MARGIN = 110, UNJUDGED = 0x6B7280 };

static const struct table_cell *cell_at(const struct report_table *table,
                                        size_t r, size_t c)
{
    return &table->cells[r * table->columns + c];
}

/* (1) (2) 0 when there is none: the first column names the rows. */
static size_t column_to_draw(const struct report_table *table)
{
    for (size_t c = 1; c < table->columns; c++) {
        bool judged = false, whole = true;
        for (size_t r = 0; r < table->rows; r++) {
            judged = judged || cell_at(table, r, c)->standing != STANDING_NONE;
            whole = whole && has_value(cell_at(table, r, c)->number);
        }
        if (judged && whole)
            return c;
    }
    return 0;
}

static void colour_bars(struct sheet *sheet, lxw_chart_series *series,
                        const struct report_table *table, size_t c)
{
    struct arena *arena = sheet->workbook->arena;
    lxw_chart_fill *fills = arena_array(arena, table->rows, lxw_chart_fill);
    lxw_chart_point *points = arena_array(arena, table->rows, lxw_chart_point);
    lxw_chart_point **list =
        arena_array(arena, table->rows + 1, lxw_chart_point *);
    for (size_t r = 0; r < table->rows; r++) {
        enum standing standing = cell_at(table, r, c)->standing;
        fills[r].color = standing == STANDING_NONE
                             ? UNJUDGED
                             : sheet->workbook->report->colours[standing];
        points[r].fill = &fills[r];
        list[r] = &points[r];
    }
    chart_series_set_points(series, list);
}

static void set_looks(struct sheet *sheet, lxw_chart *chart,
                      const struct report_table *table, size_t c)
{
    lxw_chart_font font = { .size = 12, .bold = LXW_TRUE };
    const char *title =
        text_shown(sheet->workbook->arena, table->heads[c], 250);
    chart_title_set_name(chart, title);
    chart_title_set_name_font(chart, &font);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    /* Of bars the library's y axis is the one of the rows. */
    chart_axis_set_reverse(chart->y_axis); /* the first row on top */
    chart_axis_set_min(chart->x_axis, 0);
    chart_axis_set_label_position(chart->x_axis,
                                  LXW_CHART_AXIS_LABEL_POSITION_HIGH);
}

void sheet_chart(struct sheet *sheet, const struct report_table *table,
                 lxw_row_t top)
{
    size_t c = column_to_draw(table);
    if (sheet->charted || c == 0 || table->rows < BARS_LEAST ||
        table->rows > BARS_MOST)
        return;
    lxw_row_t first = top + 1, last = top + (lxw_row_t)table->rows;
    lxw_chart *chart = workbook_add_chart(sheet->workbook->book, LXW_CHART_BAR);
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    chart_series_set_categories(series, sheet->name, first, 0, last, 0);
    chart_series_set_values(series, sheet->name, first, (lxw_col_t)c, last,
                            (lxw_col_t)c);
    chart_series_set_labels(series);
    colour_bars(sheet, series, table, c);
    set_looks(sheet, chart, table, c);
    unsigned height = (unsigned)table->rows * BAR_HEIGHT + CHART_MARGIN;
    lxw_chart_options options = {
        .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
        .x_scale = CHART_WIDTH / 480.0, /* of the usual size */
        .y_scale = height / 288.0,
        .description = text_shown(sheet->workbook->arena, table->caption, 250),
    };
    worksheet_insert_chart_opt(sheet->page, sheet->row + 1, 0, chart, &options);
    sheet->row += height / ROW_HEIGHT + 2;
    sheet->charted = true;
}
