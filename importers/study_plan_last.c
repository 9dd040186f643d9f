/*
 * study_plan_last.c - the plan that was made before.
 *
 *  (1) Needed are indicator, area, period and value; the other columns of a
 *      plan.csv are taken where they are, further ones left alone: offices add
 *      columns of their own.
 *  (2) An area is the one of that code that lives at the end of the project's
 *      period: a plan for an area that has ended meets no result.
 *  (3) Rows without a value planned nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>

#include "engine/base/number.h"
#include "importers/study_loader.h"
#include "importers/study_plan.h"

enum plan_column {
    COL_INDICATOR,
    COL_AREA,
    COL_PERIOD,
    COL_VALUE,
    COL_BASE,
    COL_TOTAL,
    COL_NEW,
    COL_COUNT
};
enum { COL_NEEDED = COL_BASE };
static const char *const heads[COL_COUNT] = {
    "indicator", "area", "period", "value", "base", "quota_total", "quota_new",
};

struct plan_sheet {
    struct sheet sheet;
    size_t columns[COL_COUNT];
    const char *shown;
    const struct study *study;
    struct findings *findings;
};

static void tell(const struct plan_sheet *table, size_t row,
                 enum plan_column column, const char *suggestion)
{
    struct finding_place place = {
        .file = table->shown,
        .line = table->sheet.lines[row],
        .column = (unsigned)table->columns[column] + 1,
        .header = heads[column],
        .value = sheet_cell(&table->sheet, row, table->columns[column]),
        .suggestion = suggestion,
    };
    finding_add(table->findings, FINDING_plan_row, place, NULL);
}

static bool read_number(const struct plan_sheet *table, size_t row,
                        enum plan_column column, double *out)
{
    struct fault ignored;
    *out = NO_VALUE;
    if (sheet_number(&table->sheet, row, table->columns[column], out, &ignored))
        return true;
    tell(table, row, column, NULL);
    return false;
}

static bool read_keys(const struct plan_sheet *table, size_t row,
                      struct planned *out)
{
    const struct study *study = table->study;
    const struct sheet *sheet = &table->sheet;
    const char *id = sheet_cell(sheet, row, table->columns[COL_INDICATOR]);
    out->indicator = indicator_find(&study->catalogue, id);
    if (out->indicator == NO_INDEX) {
        tell(table, row, COL_INDICATOR,
             indicator_nearest(&study->catalogue, id));
        return false;
    }
    out->area = area_by_code(
        &study->areas, sheet_cell(sheet, row, table->columns[COL_AREA]),
        period_end(study->project.period), TIER_NONE); /* (2) */
    if (out->area == NO_AREA) {
        tell(table, row, COL_AREA, NULL);
        return false;
    }
    if (!period_parse(sheet_cell(sheet, row, table->columns[COL_PERIOD]),
                      PERIOD_SCHOOL_START, &out->period)) {
        tell(table, row, COL_PERIOD, NULL);
        return false;
    }
    return true;
}

static bool read_row(const struct plan_sheet *table, size_t row,
                     struct planned *out)
{
    *out = (struct planned){ .line = table->sheet.lines[row] };
    return read_keys(table, row, out) &&
           read_number(table, row, COL_VALUE, &out->value) &&
           read_number(table, row, COL_BASE, &out->base) &&
           read_number(table, row, COL_TOTAL, &out->level) &&
           read_number(table, row, COL_NEW, &out->fresh);
}

bool study_plan_last(struct planned_list *out, const char *path,
                     const char *shown, struct study *study,
                     struct arena *arena, struct findings *findings,
                     struct fault *fault)
{
    struct plan_sheet table = { .shown = shown,
                                .study = study,
                                .findings = findings };
    *out = (struct planned_list){ NULL, 0 };
    if (!sheet_read(&table.sheet, path, arena, fault))
        return false;
    for (size_t i = 0; i < COL_COUNT; i++) {
        table.columns[i] = sheet_column(&table.sheet, heads[i]);
        if (i < COL_NEEDED &&
            !sheet_needs(&table.sheet, heads[i], &table.columns[i], fault))
            return false;
    }
    out->items = arena_array(arena, table.sheet.row_count + 1, struct planned);
    for (size_t row = 0; row < table.sheet.row_count; row++) {
        struct planned *put = &out->items[out->count];
        out->count += read_row(&table, row, put) && has_value(put->value);
    }
    qsort(out->items, out->count, sizeof *out->items, planned_order); /* (3) */
    return true;
}
