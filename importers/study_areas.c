/*
 * study_areas.c - areas.csv into the register of areas.
 *
 *  (1) The key is (code, life): a code that comes back after a reform has a row
 *      for each life. areas_build checks that lives do not overlap.
 *  (2) A column that is not one of the known ones is an attribute; it orders or
 *      groups areas by its own name.
 *  (3) A list of names without codes is no register: names come twice in one
 *      province and are used again after reforms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/files.h"
#include "engine/base/text.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum area_column {
    AREA_CODE,
    AREA_TIER,
    AREA_PARENT,
    AREA_NAME,
    AREA_NAME_EN,
    AREA_TYPE,
    AREA_FROM,
    AREA_TO,
    AREA_ALIASES,
    AREA_COLUMNS
};
static const char *const area_heads[AREA_COLUMNS] = {
    "code", "tier",       "parent",   "name",    "name_en",
    "type", "valid_from", "valid_to", "aliases",
};

struct area_sheet {
    struct sheet sheet;
    size_t columns[AREA_COLUMNS];
    size_t *attributes; /* columns */
};

static const char *cell_of(const struct area_sheet *table, size_t row,
                           enum area_column column)
{
    return sheet_cell(&table->sheet, row, table->columns[column]);
}

/* Contract 2. */
static void find_attributes(struct study_loader *loader,
                            struct area_sheet *table)
{
    struct areas *areas = &loader->study->areas;
    const struct sheet *sheet = &table->sheet;
    areas->attribute_names =
        arena_array(loader->arena, sheet->head_count, const char *);
    table->attributes = arena_array(loader->arena, sheet->head_count, size_t);
    for (size_t i = 0; i < sheet->head_count; i++) {
        bool known = sheet->keys[i][0] == '\0';
        for (size_t k = 0; k < AREA_COLUMNS && !known; k++)
            known = table->columns[k] == i;
        if (known)
            continue;
        table->attributes[areas->attribute_count] = i;
        areas->attribute_names[areas->attribute_count++] = sheet->heads[i];
    }
}

static bool read_heads(struct study_loader *loader, struct area_sheet *table)
{
    const struct sheet *sheet = &table->sheet;
    size_t needed;
    struct place heads = { sheet->path, sheet->head_line, 0 };
    if (sheet_column(sheet, "code") == NO_COLUMN &&
        sheet_column(sheet, "tier") == NO_COLUMN) /* contract 3 */
        return fault_set(loader->fault, FAULT_USAGE, heads, "areas.no_codes",
                         (char *)NULL);
    if (!sheet_needs(sheet, "code", &needed, loader->fault) ||
        !sheet_needs(sheet, "tier", &needed, loader->fault) ||
        !sheet_needs(sheet, "parent", &needed, loader->fault) ||
        !sheet_needs(sheet, "name", &needed, loader->fault))
        return false;
    for (size_t k = 0; k < AREA_COLUMNS; k++)
        table->columns[k] = sheet_column(sheet, area_heads[k]);
    find_attributes(loader, table);
    return true;
}

/* Names separated by |, empty ones left out. */
static void read_aliases(struct study_loader *loader, struct area *area,
                         const char *cell)
{
    size_t room = 1;
    for (const char *at = cell; *at != '\0'; at++)
        room += *at == '|';
    area->aliases = arena_array(loader->arena, room, const char *);
    for (const char *at = cell;; at++) {
        size_t length = strcspn(at, "|");
        const char *alias =
            text_trim(loader->arena, arena_copy(loader->arena, at, length));
        if (alias[0] != '\0')
            area->aliases[area->alias_count++] = alias;
        at += length;
        if (*at == '\0')
            return;
    }
}

static bool read_life(const struct study_loader *loader,
                      const struct area_sheet *table, size_t row,
                      struct area *area)
{
    const struct sheet *sheet = &table->sheet;
    if (!sheet_date(sheet, row, table->columns[AREA_FROM], &area->from,
                    loader->fault) ||
        !sheet_date(sheet, row, table->columns[AREA_TO], &area->to,
                    loader->fault))
        return false;
    if (area->to == DATE_OPEN || area->from < area->to)
        return true;
    /* areas_build would see it, too, but does not know the cell. */
    return fault_set(loader->fault, FAULT_USAGE,
                     sheet_place(sheet, row, table->columns[AREA_TO]),
                     "areas.life_empty", "code", area->code, "from",
                     cell_of(table, row, AREA_FROM), "to",
                     cell_of(table, row, AREA_TO), (char *)NULL);
}

/* A name of nothing but invisible characters looks filled and is none. */
static bool check_name(const struct study_loader *loader,
                       const struct area_sheet *table, size_t row,
                       const struct area *area)
{
    const struct sheet *sheet = &table->sheet;
    size_t column = table->columns[AREA_NAME];
    return area_name_key(loader->arena, area->name, NULL)[0] != '\0' ||
           fault_set(loader->fault, FAULT_USAGE,
                     sheet_place(sheet, row, column), "sheet.empty_cell",
                     "head", sheet->heads[column], (char *)NULL);
}

static bool read_area(struct study_loader *loader,
                      const struct area_sheet *table, size_t row,
                      struct area *area)
{
    const struct sheet *sheet = &table->sheet;
    const struct areas *areas = &loader->study->areas;
    const size_t *columns = table->columns;
    int tier = 0;
    if (!sheet_filled(sheet, row, columns[AREA_CODE], loader->fault) ||
        !sheet_filled(sheet, row, columns[AREA_TIER], loader->fault) ||
        !sheet_filled(sheet, row, columns[AREA_NAME], loader->fault) ||
        !sheet_choice(sheet, row, columns[AREA_TIER], study_tier_words, &tier,
                      loader->fault))
        return false;
    /* Names are printed on terminals and in pictures. */
    *area = (struct area){
        .code = cell_of(table, row, AREA_CODE),
        .name = text_shown(loader->arena, cell_of(table, row, AREA_NAME), 0),
        .name_en =
            text_shown(loader->arena, cell_of(table, row, AREA_NAME_EN), 0),
        .type = cell_of(table, row, AREA_TYPE),
        .parent_code = cell_of(table, row, AREA_PARENT),
        .tier = (enum tier)(tier + 1),
        .parent = NO_AREA,
        .first_child = NO_AREA,
        .next_sibling = NO_AREA,
        .line = sheet->lines[row]
    };
    read_aliases(loader, area, cell_of(table, row, AREA_ALIASES));
    area->attributes =
        arena_array(loader->arena, areas->attribute_count, const char *);
    for (size_t i = 0; i < areas->attribute_count; i++)
        area->attributes[i] = sheet_cell(sheet, row, table->attributes[i]);
    return check_name(loader, table, row, area) &&
           read_life(loader, table, row, area);
}

static bool read_table(struct study_loader *loader, struct area_sheet *table)
{
    struct areas *areas = &loader->study->areas;
    size_t rows = table->sheet.row_count;
    if (!read_heads(loader, table))
        return false;
    if (rows >= NO_AREA)
        return fault_set(loader->fault, FAULT_USAGE,
                         PLACE_FILE(table->sheet.path), "areas.too_many",
                         (char *)NULL);
    areas->items = arena_array(loader->arena, rows, struct area);
    for (size_t row = 0; row < rows; row++)
        if (!read_area(loader, table, row, &areas->items[row]))
            return false;
    areas->count = (uint32_t)rows;
    return true;
}

bool study_load_areas(struct study_loader *loader)
{
    struct areas *areas = &loader->study->areas;
    if (loader->project == NULL)
        return areas_build(areas, "", loader->arena, loader->fault);
    const char *path = path_join(loader->arena, loader->project, "areas.csv");
    struct area_sheet table = { .attributes = NULL };
    if (!file_exists(path))
        return fault_set(loader->fault, FAULT_FILE, PLACE_FILE(path),
                         "areas.missing", (char *)NULL);
    if (!sheet_read(&table.sheet, path, loader->arena, loader->fault))
        return false;
    return (study_is_register(&table.sheet)
                ? study_read_register(loader, &table.sheet)
                : read_table(loader, &table)) &&
           areas_build(areas, path, loader->arena, loader->fault);
}
