/*
 * heat.c - the template of HEAT Plus, the World Health Organization's toolkit
 * for health inequality: its columns in its order.
 *
 *  (1) The setting is the project's root. Its areas of the compared tier are
 *      the subgroups of one dimension, and each breakdown of the root's figure
 *      is another. A dimension needs two subgroups; the toolkit cannot take
 *      what is no year, so quarters and months are left out.
 *  (2) HEAT wants a figure in every row: subgroups without one are left out, as
 *      its guide asks, and so is a dimension of which one is left.
 *      Counts are left out too: a large area has more of everything.
 *  (3) The population is the denominator, the setting's average the root's
 *      figure; both are empty when they are not known.
 *  (4) favourable_indicator 1: more is better. indicator_scale is what the
 *      ratio is multiplied by. Areas and codes have no order of their own:
 *      ordered_dimension and subgroup_order are 0, and nothing is a reference.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/rows.h"
#include "engine/base/text.h"
#include "engine/model/order.h"
#include "engine/report/export.h"

struct heat {
    const struct results *results;
    const struct study *study;
    const char *language;
    struct rows *rows;
    const struct result **subgroups; /* of one indicator */
    size_t count, left_out;
};

/* Of the compared tier as a whole, or of the root in parts. (1) */
static bool is_subgroup(const struct heat *heat, const struct result *result)
{
    const struct project *project = &heat->study->project;
    const struct areas *areas = &heat->study->areas;
    if (!has_value(result->value) ||
        heat->study->catalogue.items[result->indicator].kind == KIND_COUNT)
        return false; /* (2) */
    if (result->breakdown.dimension != NO_INDEX)
        return result->area == project->root;
    return areas->items[result->area].tier == project->tier &&
           area_is_in(areas, result->area, project->root);
}

static bool is_yearly(period p)
{
    return period_calendar(p) == period_of_year(period_year(p));
}

/* A table of HEAT: by year, the areas before the parts of the whole. */
static int by_table(const void *left, const void *right)
{
    const struct result *a = *(const struct result *const *)left;
    const struct result *b = *(const struct result *const *)right;
    int order = order_periods(a->period, b->period);
    unsigned dimension_a = (uint16_t)(a->breakdown.dimension + 1),
             dimension_b = (uint16_t)(b->breakdown.dimension + 1);
    if (order == 0)
        order = (dimension_a > dimension_b) - (dimension_a < dimension_b);
    return order != 0 ? order : (a > b) - (a < b); /* as they were */
}

static const char *either(const char *wanted, const char *other)
{
    return wanted != NULL && *wanted != '\0' ? wanted : other;
}

static void add_names(const struct heat *heat, const struct result *result)
{
    const struct study *study = heat->study;
    bool english = heat->language[0] == 'e';
    if (result->breakdown.dimension == NO_INDEX) {
        rows_text(heat->rows, tier_names[study->project.tier]);
        rows_text(heat->rows,
                  area_label(&study->areas, result->area, heat->language));
        return;
    }
    const struct dimension *dimension =
        &study->codebook.dimensions[result->breakdown.dimension];
    const struct code *code = &dimension->codes[result->breakdown.code];
    rows_text(heat->rows, english ? either(dimension->name_en, dimension->name)
                                  : dimension->name);
    rows_text(heat->rows,
              english ? either(code->name_en, code->name) : code->name);
}

static void add_row(const struct heat *heat, const struct result *result)
{
    const struct study *study = heat->study;
    const struct project *project = &study->project;
    const struct indicator *indicator =
        &study->catalogue.items[result->indicator];
    const struct result *whole = results_find(
        heat->results, result->indicator, project->root, result->period, WHOLE);
    struct rows *rows = heat->rows;
    rows_text(rows, study_root_name(study));
    rows_whole(rows, period_year(result->period));
    rows_text(rows, either(project->issuer, "hoctap"));
    rows_text(rows, indicator->id);
    rows_text(rows, indicator_name(indicator, heat->language));
    add_names(heat, result);
    rows_number(rows, result->value);
    rows_number(rows, NO_VALUE); /* the limits say more than a se would */
    rows_number(rows, result->lower);
    rows_number(rows, result->upper);
    rows_number(rows, result->denominator); /* (3) */
    rows_text(rows, result->status == STATUS_OK || result->status == STATUS_ZERO
                        ? ""
                        : status_names[result->status]);
    rows_number(rows, whole == NULL ? NO_VALUE : whole->value);
    rows_text(rows, ""); /* iso3: a province has none */
    rows_whole(rows, indicator->better != BETTER_LOWER); /* (4) */
    rows_number(rows, indicator->scale);
    for (int i = 0; i < 3; i++)
        rows_whole(rows, 0);
}

/* Writes the tables with two subgroups or more. (2) */
static void add_tables(struct heat *heat)
{
    const struct result **all = heat->subgroups;
    qsort(all, heat->count, sizeof *all, by_table);
    for (size_t from = 0, to; from < heat->count; from = to) {
        for (to = from; to < heat->count; to++)
            if (all[to]->period != all[from]->period ||
                all[to]->breakdown.dimension != all[from]->breakdown.dimension)
                break;
        for (size_t i = from; to - from > 1 && i < to; i++)
            add_row(heat, all[i]);
    }
    heat->count = 0;
}

static size_t write_heat(struct text *out, const struct results *results,
                         const struct study *study)
{
    static const char *const columns[] = {
        "setting",
        "date",
        "source",
        "indicator_abbr",
        "indicator_name",
        "dimension",
        "subgroup",
        "estimate",
        "se",
        "ci_lb",
        "ci_ub",
        "population",
        "flag",
        "setting_average",
        "iso3",
        "favourable_indicator",
        "indicator_scale",
        "ordered_dimension",
        "subgroup_order",
        "reference_subgroup",
    };
    struct arena *arena = arena_new();
    struct heat heat = {
        .results = results,
        .study = study,
        .language = study_language(study),
        .rows =
            rows_new(ROWS_CSV, columns, sizeof columns / sizeof *columns, out),
        .subgroups =
            arena_array(arena, results->count + 1, const struct result *),
    };
    for (size_t i = 0; i < results->count; i++) {
        const struct result *result = &results->items[i];
        if (is_subgroup(&heat, result) && is_yearly(result->period))
            heat.subgroups[heat.count++] = result;
        else if (is_subgroup(&heat, result))
            heat.left_out++;
        if (i + 1 == results->count ||
            results->items[i + 1].indicator != result->indicator)
            add_tables(&heat);
    }
    rows_finish(heat.rows);
    arena_free(arena);
    return heat.left_out;
}

const struct export_format export_heat = {
    .id = "heat",
    .suffix = ".csv",
    .compares = true,
    .write = write_heat,
};
