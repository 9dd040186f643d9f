/*
 * tidy.c - a variable a column, a value a row: for pivot tables, R and pandas.
 *
 *  (1) Each dimension that occurs is a column of codes; empty means all of it.
 *  (2) Names stand beside the ids, in the study's language.
 *  (3) The calendar year is a number of its own, so that a school year or a
 *      quarter can be put on a time axis.
 *
 * After H. Wickham, Tidy Data, Journal of Statistical Software 59 (2014).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/export.h"
#include "engine/report/export_table.h"

static void add_row(struct export_table *table, const struct result *result)
{
    const struct study *study = table->study;
    const char *language = study_language(study);
    const struct indicator *indicator =
        &study->catalogue.items[result->indicator];
    const struct area *area = &study->areas.items[result->area];
    struct rows *rows = table->rows;
    rows_text(rows, indicator->id);
    rows_text(rows, indicator_name(indicator, language)); /* (2) */
    rows_text(rows, indicator->group);
    rows_text(rows, area->code);
    rows_text(rows, area_name(&study->areas, result->area, language));
    rows_text(rows, tier_names[area->tier]);
    text_clear(&table->cell);
    period_add(&table->cell, result->period);
    rows_text(rows, table->cell.bytes);
    rows_whole(rows, period_year(result->period)); /* (3) */
    export_table_codes(table, result, "");         /* (1) */
    const double numbers[] = { result->numerator, result->denominator,
                               result->value, result->lower, result->upper };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        rows_number(rows, numbers[i]);
    rows_text(rows, indicator_unit(indicator, language));
    rows_text(rows, status_names[result->status]);
}

static size_t write_tidy(struct text *out, const struct results *results,
                         const struct study *study)
{
    static const char *const before[] = {
        "indicator", "indicator_name", "group", "area", "area_name",
        "tier",      "period",         "year",  NULL,
    };
    static const char *const after[] = {
        "numerator", "denominator", "value",  "lower",
        "upper",     "unit",        "status", NULL,
    };
    static const struct export_heads heads = { before, after, false };
    struct export_table table;
    export_table_open(&table, out, &heads, results, study);
    for (size_t i = 0; i < results->count; i++)
        add_row(&table, &results->items[i]);
    export_table_close(&table);
    return 0;
}

const struct export_format export_tidy = {
    .id = "tidy",
    .suffix = ".csv",
    .write = write_tidy,
};
