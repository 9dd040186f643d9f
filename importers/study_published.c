/*
 * study_published.c - the figures that were signed: published/PERIOD.csv.
 *
 *  (1) These files are frozen; nobody should have to edit one because the
 *      catalogue has moved on. A row about an indicator, an area or a code that
 *      there is no more is a note, and left out.
 *  (2) What cannot be read as a number, a period or a day is a fault: the file
 *      was damaged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "importers/study_loader.h"

enum published_column {
    COL_INDICATOR,
    COL_AREA,
    COL_AREA_NAME,
    COL_PERIOD,
    COL_BREAKDOWN,
    COL_NUMERATOR,
    COL_DENOMINATOR,
    COL_VALUE,
    COL_UNIT,
    COL_STATUS,
    COL_PUBLISHED,
    COL_COUNT
};
static const char *const heads[COL_COUNT] = {
    "indicator",   "area",  "area_name", "period", "breakdown", "numerator",
    "denominator", "value", "unit",      "status", "published",
};

struct published_sheet {
    struct study_loader *loader;
    struct sheet sheet;
    size_t columns[COL_COUNT];
    const char *shown; /* the file as findings print it */
};

static const char *cell_of(const struct published_sheet *table, size_t row,
                           enum published_column column)
{
    return sheet_cell(&table->sheet, row, table->columns[column]);
}

/* (1) */
static void note_unknown(const struct published_sheet *table, size_t row,
                         enum published_column column)
{
    struct finding_place place = {
        .file = table->shown,
        .line = table->sheet.lines[row],
        .column = (unsigned)table->columns[column] + 1,
        .header = heads[column],
        .value = cell_of(table, row, column),
    };
    if (table->loader->findings != NULL)
        finding_add(table->loader->findings, FINDING_published_unknown, place,
                    (char *)NULL);
}

/* "sex=F"; empty is the whole. */
static bool read_breakdown(const struct codebook *book, const char *cell,
                           struct breakdown *out, struct arena *arena)
{
    *out = WHOLE;
    const char *mark = strchr(cell, '=');
    if (*cell == '\0')
        return true;
    if (mark == NULL)
        return false;
    out->dimension =
        dimension_find(book, arena_copy(arena, cell, (size_t)(mark - cell)));
    if (out->dimension == NO_INDEX)
        return false;
    out->code = code_find(&book->dimensions[out->dimension], mark + 1);
    return out->code != NO_INDEX;
}

/* What the figure is of: false when there is no such thing any more. (1) */
static bool find_subject(const struct published_sheet *table, size_t row,
                         struct published_figure *out)
{
    const struct study *study = table->loader->study;
    enum published_column unknown = COL_COUNT;
    out->indicator =
        indicator_find(&study->catalogue, cell_of(table, row, COL_INDICATOR));
    out->area = area_by_code(&study->areas, cell_of(table, row, COL_AREA),
                             period_end(out->period), TIER_NONE);
    if (out->area == NO_AREA) /* ended within the year */
        out->area = area_by_code(&study->areas, cell_of(table, row, COL_AREA),
                                 period_start(out->period), TIER_NONE);
    if (!read_breakdown(&study->codebook, cell_of(table, row, COL_BREAKDOWN),
                        &out->breakdown, table->loader->arena))
        unknown = COL_BREAKDOWN;
    if (out->area == NO_AREA)
        unknown = COL_AREA;
    if (out->indicator == NO_INDEX)
        unknown = COL_INDICATOR;
    if (unknown == COL_COUNT)
        return true;
    note_unknown(table, row, unknown);
    return false;
}

/* (2) */
static bool read_row(const struct published_sheet *table, size_t row,
                     struct published_figure *out)
{
    struct study_loader *loader = table->loader;
    const struct sheet *sheet = &table->sheet;
    static const struct sheet_words statuses = { status_names, STATUS_COUNT };
    int status = STATUS_OK;
    *out = (struct published_figure){
        .numerator = NO_VALUE,
        .denominator = NO_VALUE,
        .value = NO_VALUE,
        .file = table->shown,
        .line = sheet->lines[row],
    };
    bool read = study_period_cell(loader, sheet, row,
                                  table->columns[COL_PERIOD], &out->period) &&
                sheet_number(sheet, row, table->columns[COL_NUMERATOR],
                             &out->numerator, loader->fault) &&
                sheet_number(sheet, row, table->columns[COL_DENOMINATOR],
                             &out->denominator, loader->fault) &&
                sheet_number(sheet, row, table->columns[COL_VALUE], &out->value,
                             loader->fault) &&
                sheet_choice(sheet, row, table->columns[COL_STATUS], statuses,
                             &status, loader->fault) &&
                sheet_date(sheet, row, table->columns[COL_PUBLISHED], &out->day,
                           loader->fault);
    out->status = (enum status)status;
    return read;
}

static bool load_file(struct study_loader *loader, const char *path)
{
    struct published *published = &loader->study->published;
    struct published_sheet table = { .loader = loader,
                                     .shown = study_shown_path(loader, path) };
    if (!sheet_read(&table.sheet, path, loader->arena, loader->fault) ||
        !sheet_only(&table.sheet, heads, COL_COUNT, loader->fault))
        return false;
    for (int c = 0; c < COL_COUNT; c++)
        if (!sheet_needs(&table.sheet, heads[c], &table.columns[c],
                         loader->fault))
            return false;
    for (size_t row = 0; row < table.sheet.row_count; row++) {
        struct published_figure figure;
        if (!read_row(&table, row, &figure))
            return false;
        if (!find_subject(&table, row, &figure))
            continue;
        grow(published->items, published->count, published->room);
        published->items[published->count++] = figure;
    }
    return true;
}

bool study_load_published(struct study_loader *loader)
{
    const char **paths;
    size_t count;
    arena_defer(loader->arena, grow_release, &loader->study->published.items);
    if (!study_files_in(loader, study_own_folder(loader, "published"), ".csv",
                        &paths, &count))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!load_file(loader, paths[i]))
            return false;
    return true;
}
