/*
 * study_tiles.c - tiles.csv: a square for each area, where no polygons are at
 * hand, or where small areas shall be seen as well as large ones.
 *
 *  (1) A code is one that lives at any time: the same file serves the years
 *      before and after a reform.
 *  (2) Two areas of one tier that live at one time have two squares.
 *  (3) Areas of the compared tier without a square are a finding, when others
 *      have one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

enum { MOST_SQUARES = 200 };

struct tile_sheet {
    struct sheet sheet;
    size_t code, column, row;
    uint32_t *areas; /* of each row */
};

static bool read_place(const struct study_loader *loader,
                       const struct tile_sheet *table, size_t row,
                       size_t column, unsigned *out)
{
    const char *cell = sheet_cell(&table->sheet, row, column);
    long number = 0;
    if (!number_parse_whole(cell, &number) || number < 1 ||
        number > MOST_SQUARES)
        return unknown_word(loader->fault,
                            sheet_place(&table->sheet, row, column),
                            "tiles.bad_place", cell, NULL);
    *out = (unsigned)number;
    return true;
}

/* (2) */
static bool is_free(const struct study_loader *loader,
                    const struct tile_sheet *table, size_t row)
{
    const struct areas *areas = &loader->study->areas;
    const struct tile *tiles = loader->study->tiles.items;
    const struct area *area = &areas->items[table->areas[row]];
    for (size_t i = 0; i < row; i++) {
        const struct area *other = &areas->items[table->areas[i]];
        bool meet = (area->to == DATE_OPEN || other->from < area->to) &&
                    (other->to == DATE_OPEN || area->from < other->to);
        bool same_area = text_same(tiles[i].code, tiles[row].code);
        bool same_place = tiles[i].column == tiles[row].column &&
                          tiles[i].row == tiles[row].row;
        if (tiles[i].tier == tiles[row].tier && meet &&
            (same_area || same_place))
            return fault_set(loader->fault, FAULT_USAGE,
                             sheet_place(&table->sheet, row, table->code),
                             same_area ? "tiles.twice" : "tiles.taken", "code",
                             area->code, "other", other->code, (char *)NULL);
    }
    return true;
}

static bool read_tile(const struct study_loader *loader,
                      const struct tile_sheet *table, size_t row,
                      struct tile *out)
{
    const struct study_scope any = { DATE_OPEN, TIER_NONE };
    if (!sheet_filled(&table->sheet, row, table->code, loader->fault) ||
        !study_area_cell(loader, &table->sheet, row, table->code, any,
                         &table->areas[row]) ||
        !read_place(loader, table, row, table->column, &out->column) ||
        !read_place(loader, table, row, table->row, &out->row))
        return false;
    const struct area *area = &loader->study->areas.items[table->areas[row]];
    out->code = area->code;
    out->tier = area->tier;
    return is_free(loader, table, row);
}

/* (3) */
static void tell_missing(const struct study_loader *loader)
{
    const struct study *study = loader->study;
    struct text names = text_new();
    unsigned missing = 0;
    bool any = false;
    for (uint32_t a = 0; a < study->areas.count; a++) {
        const struct area *area = &study->areas.items[a];
        if (area->tier != study->project.tier ||
            !area_lives(&study->areas, a, study_map_day(loader)) ||
            !area_is_in(&study->areas, a, study->project.root))
            continue;
        if (tile_find(&study->tiles, area) != NULL)
            any = true;
        else
            text_addf(&names, "%s%s", missing++ > 0 ? ", " : "", area->code);
    }
    struct finding_place place = { .file = "tiles.csv", .value = names.bytes };
    if (any && missing > 0 && loader->findings != NULL)
        finding_add(loader->findings, FINDING_tile_missing, place, (char *)NULL)
            ->count = missing;
    text_free(&names);
}

bool study_load_tiles(struct study_loader *loader)
{
    static const char *const heads[] = { "code", "column", "row" };
    const char *path = study_own_file(loader, "tiles.csv");
    struct tiles *tiles = &loader->study->tiles;
    struct tile_sheet table;
    if (path == NULL)
        return true;
    if (!sheet_read(&table.sheet, path, loader->arena, loader->fault) ||
        !sheet_only(&table.sheet, heads, 3, loader->fault) ||
        !sheet_needs(&table.sheet, "code", &table.code, loader->fault) ||
        !sheet_needs(&table.sheet, "column", &table.column, loader->fault) ||
        !sheet_needs(&table.sheet, "row", &table.row, loader->fault))
        return false;
    size_t rows = table.sheet.row_count;
    tiles->items = arena_array(loader->arena, rows, struct tile);
    table.areas = arena_array(loader->arena, rows, uint32_t);
    for (; tiles->count < rows; tiles->count++)
        if (!read_tile(loader, &table, tiles->count,
                       &tiles->items[tiles->count]))
            return false;
    tell_missing(loader);
    return true;
}
