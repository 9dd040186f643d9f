/*
 * study_register.c - the statistics office's export of its register, taken as
 * areas.csv as it is: Mã,Tên,Tên Tiếng Anh,Cấp,Mã QH,Quận Huyện,Mã TP,Tỉnh /
 * Thành Phố.
 *
 *  (1) A row names one area and, in its further columns, the areas above it:
 *      each of these becomes an area once. With a district's columns a row is a
 *      commune; with a province's only it is a district, unless its type is a
 *      commune's (there are no districts since 1 July 2025); with none it is a
 *      province.
 *  (2) A row without a code of its own stands for a district that has no
 *      communes: it makes the areas above only.
 *  (3) Two names for one code cannot both be right.
 *  (4) The export is a snapshot and says nothing of lives: all stay open.
 *  (5) Its codes have two, three and five digits by tier. A spreadsheet that
 * took them for numbers wrote 1 or 1.0 for 00001; the zeros are put back, and
 *      one note counts the rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "importers/study_loader.h"

struct register_sheet {
    struct study_loader *loader;
    const struct sheet *sheet;
    size_t code, name, name_en, type;
    size_t district_code, district_name, province_code, province_name;
    struct symbols *seen; /* tier and code -> the area, in the same order */
    unsigned mended;      /* (5) how many; the first: */
    struct place mended_place;
    const char *mended_code, *written_code;
};

bool study_is_register(const struct sheet *sheet)
{
    return sheet_column(sheet, "code") == NO_COLUMN &&
           sheet_column(sheet, "Mã") != NO_COLUMN &&
           sheet_column(sheet, "Tên") != NO_COLUMN &&
           sheet_column(sheet, "Cấp") != NO_COLUMN;
}

/* "Tỉnh Thái Bình": the first word; provinces have no column of types. */
static const char *type_of(struct arena *arena, const char *name)
{
    static const char *const types[] = { "Thành phố", "Tỉnh", "Huyện", "Quận",
                                         "Thị xã" };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (text_starts(name, types[i]))
            return types[i];
    return arena_string(arena, "");
}

static bool add(struct register_sheet *table, struct area area)
{
    struct study_loader *loader = table->loader;
    struct areas *areas = &loader->study->areas;
    const char *key =
        arena_format(loader->arena, "%d %s", (int)area.tier, area.code);
    uint32_t number = symbol_intern(table->seen, key, strlen(key));
    if (number < areas->count) {
        const struct area *known = &areas->items[number];
        if (text_same(known->name, area.name) &&
            text_same(known->parent_code, area.parent_code))
            return true;
        struct place place = { table->sheet->path, area.line, 0 };
        return fault_set(loader->fault, FAULT_USAGE, place,
                         "areas.register_conflict", "code", area.code, "first",
                         known->name, "second", area.name, (char *)NULL);
    }
    area.parent = area.first_child = area.next_sibling = NO_AREA;
    areas->items[areas->count++] = area;
    return true;
}

/* (5) Two digits for a province, three for a district, five for a commune. */
static const char *code_of(struct register_sheet *table, size_t row,
                           size_t column, enum tier tier)
{
    static const size_t widths[TIER_COUNT] = {
        [TIER_PROVINCE] = 2, [TIER_DISTRICT] = 3, [TIER_COMMUNE] = 5
    };
    const char *written = sheet_cell(table->sheet, row, column);
    size_t digits = strspn(written, "0123456789"), width = widths[tier];
    const char *rest = written + digits;
    if (*rest == '.')
        rest += 1 + strspn(rest + 1, "0");
    if (digits == 0 || digits > width || *rest != '\0' ||
        (digits == width && rest == written + digits))
        return written;
    const char *code =
        arena_format(table->loader->arena, "%.*s%.*s", (int)(width - digits),
                     "00000", (int)digits, written);
    if (table->mended++ == 0) {
        table->mended_place = sheet_place(table->sheet, row, column);
        table->mended_code = code;
        table->written_code = written;
    }
    return code;
}

static void tell_mended(const struct register_sheet *table)
{
    const struct study_loader *loader = table->loader;
    if (table->mended == 0 || loader->findings == NULL)
        return;
    struct finding_place place = { .file = study_shown_path(loader,
                                                            table->sheet->path),
                                   .line = table->mended_place.line,
                                   .column = table->mended_place.column,
                                   .value = table->written_code };
    finding_add(loader->findings, FINDING_area_repaired, place, "area",
                table->mended_code, (char *)NULL)
        ->count = table->mended;
}

static bool is_commune_type(const char *type)
{
    static const char *const types[] = { "Phường", "Xã", "Thị trấn",
                                         "Đặc khu" };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (text_same(type, types[i]))
            return true;
    return false;
}

/* Contract 1: an area that a row only mentions. */
static bool add_above(struct register_sheet *table, size_t row, enum tier tier,
                      const char *code, size_t name, const char *parent)
{
    const char *written = sheet_cell(table->sheet, row, name);
    struct area area = { .code = code,
                         .name = written,
                         .name_en = "",
                         .type = type_of(table->loader->arena, written),
                         .tier = tier,
                         .parent_code = parent,
                         .line = table->sheet->lines[row] };
    if (area.code[0] == '\0')
        return true;
    return sheet_filled(table->sheet, row, name, table->loader->fault) &&
           add(table, area);
}

/* Contract 1. */
static enum tier tier_of(const char *province, const char *district,
                         const char *type)
{
    if (district[0] != '\0')
        return TIER_COMMUNE;
    if (province[0] == '\0')
        return TIER_PROVINCE;
    return is_commune_type(type) ? TIER_COMMUNE : TIER_DISTRICT;
}

static bool read_row(struct register_sheet *table, size_t row)
{
    const struct sheet *sheet = table->sheet;
    const char *province =
        code_of(table, row, table->province_code, TIER_PROVINCE);
    const char *district =
        code_of(table, row, table->district_code, TIER_DISTRICT);
    const char *type = sheet_cell(sheet, row, table->type);
    if (!add_above(table, row, TIER_PROVINCE, province, table->province_name,
                   "") ||
        !add_above(table, row, TIER_DISTRICT, district, table->district_name,
                   province))
        return false;
    enum tier tier = tier_of(province, district, type);
    struct area area = { .code = code_of(table, row, table->code, tier),
                         .name = sheet_cell(sheet, row, table->name),
                         .name_en = sheet_cell(sheet, row, table->name_en),
                         .type = type,
                         .tier = tier,
                         .parent_code =
                             district[0] != '\0' ? district : province,
                         .line = sheet->lines[row] };
    if (area.code[0] == '\0') /* contract 2 */
        return province[0] != '\0' ||
               sheet_filled(sheet, row, table->code, table->loader->fault);
    return sheet_filled(sheet, row, table->name, table->loader->fault) &&
           add(table, area);
}

bool study_read_register(struct study_loader *loader, const struct sheet *sheet)
{
    struct register_sheet table = {
        .loader = loader,
        .sheet = sheet,
        .code = sheet_column(sheet, "Mã"),
        .name = sheet_column(sheet, "Tên"),
        .name_en = sheet_column(sheet, "Tên Tiếng Anh"),
        .type = sheet_column(sheet, "Cấp"),
        .district_code = sheet_column(sheet, "Mã QH"),
        .district_name = sheet_column(sheet, "Quận Huyện"),
        .province_code = sheet_column(sheet, "Mã TP"),
        .province_name = sheet_column(sheet, "Tỉnh / Thành Phố"),
        .seen = symbols_new(loader->arena),
    };
    /* At most the row's area and two above it. */
    loader->study->areas.items =
        arena_array(loader->arena, 3 * sheet->row_count, struct area);
    for (size_t row = 0; row < sheet->row_count; row++)
        if (!read_row(&table, row))
            return false;
    tell_mended(&table);
    return true;
}
