/*
 * study_plan_inputs.c - what a planner knows of the years to come.
 *
 *  (1) An area is one that lives at the end of the project's period.
 *  (2) No value is negative. Two rows that say the same thing in two ways
 *      contradict each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>

#include "engine/base/number.h"
#include "importers/study_loader.h"
#include "importers/study_plan.h"

enum input_column {
    COL_WHAT,
    COL_INDICATOR,
    COL_AREA,
    COL_PERIOD,
    COL_VALUE,
    COL_COUNT
};
static const char *const heads[COL_COUNT] = { "what", "indicator", "area",
                                              "period", "value" };

struct input_sheet {
    struct study_loader *loader;
    struct sheet sheet;
    size_t columns[COL_COUNT];
};

static bool read_heads(struct input_sheet *table)
{
    struct fault *fault = table->loader->fault;
    size_t found;
    if (!sheet_only(&table->sheet, heads, COL_COUNT, fault) ||
        !sheet_needs(&table->sheet, heads[COL_WHAT], &found, fault) ||
        !sheet_needs(&table->sheet, heads[COL_VALUE], &found, fault))
        return false;
    for (size_t i = 0; i < COL_COUNT; i++)
        table->columns[i] = sheet_column(&table->sheet, heads[i]);
    return true;
}

static bool read_row(const struct input_sheet *table, size_t row,
                     struct plan_given *given)
{
    struct study_loader *loader = table->loader;
    const struct sheet *sheet = &table->sheet;
    struct fault *fault = loader->fault;
    date day = period_end(loader->study->project.period); /* (1) */
    period year = NO_PERIOD;
    int what = 0;
    *given = (struct plan_given){ .indicator = NO_INDEX,
                                  .area = NO_AREA,
                                  .line = sheet->lines[row] };
    if (!sheet_filled(sheet, row, table->columns[COL_WHAT], fault) ||
        !sheet_filled(sheet, row, table->columns[COL_VALUE], fault) ||
        !sheet_choice(sheet, row, table->columns[COL_WHAT],
                      (struct sheet_words){ given_names, GIVEN_COUNT }, &what,
                      fault) ||
        !study_indicator_cell(loader, sheet, row, table->columns[COL_INDICATOR],
                              &given->indicator) ||
        !study_area_cell(loader, sheet, row, table->columns[COL_AREA],
                         (struct study_scope){ day, TIER_NONE },
                         &given->area) ||
        !study_period_cell(loader, sheet, row, table->columns[COL_PERIOD],
                           &year) ||
        !sheet_number(sheet, row, table->columns[COL_VALUE], &given->value,
                      fault))
        return false;
    given->sort = (enum given_sort)what;
    given->year = year != NO_PERIOD ? period_year(year) : 0;
    return given->value >= 0 ||
           fault_set(fault, FAULT_USAGE,
                     sheet_place(sheet, row, table->columns[COL_VALUE]),
                     "plan.negative", "value",
                     sheet_cell(sheet, row, table->columns[COL_VALUE]), NULL);
}

/* (2) */
static bool check_twins(const struct input_sheet *table,
                        const struct plan_inputs *inputs)
{
    for (size_t i = 1; i < inputs->count; i++) {
        const struct plan_given *one = &inputs->items[i - 1], *other = one + 1;
        if (given_order(one, other) == 0 && fabs(one->value - other->value) > 0)
            return fault_set(
                table->loader->fault, FAULT_USAGE,
                (struct place){
                    table->sheet.path,
                    other->line > one->line ? other->line : one->line, 0 },
                "plan.two_values", NULL);
    }
    return true;
}

bool study_plan_inputs(struct plan_inputs *out, const char *path,
                       struct study *study, struct arena *arena,
                       struct fault *fault)
{
    struct study_loader loader = { .study = study,
                                   .arena = arena,
                                   .fault = fault,
                                   .data = study->data_folder };
    struct input_sheet table = { .loader = &loader };
    *out = (struct plan_inputs){ NULL, 0 };
    if (!sheet_read(&table.sheet, path, arena, fault) || !read_heads(&table))
        return false;
    out->items =
        arena_array(arena, table.sheet.row_count + 1, struct plan_given);
    for (; out->count < table.sheet.row_count; out->count++)
        if (!read_row(&table, out->count, &out->items[out->count]))
            return false;
    qsort(out->items, out->count, sizeof *out->items, given_order);
    return check_twins(&table, out);
}
