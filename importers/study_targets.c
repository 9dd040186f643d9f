/*
 * study_targets.c - targets of the data folder and of the project.
 *
 *  (1) The value is brought into the indicator's unit: percent of a fraction of
 *      a thousand becomes per thousand, and so on. A number of persons or of
 *      other things stays as it is: each area's own base turns it into the
 *      indicator's unit when it is judged.
 *  (2) National targets name no area. A project's area must live at the end of
 *      the target's period, or else at its beginning or on the map that the
 *      project asks for: districts had targets for 2025, though they ended in
 *      the middle of that year.
 *  (3) `where` is attribute=value. The attributes of a project are the further
 *      columns of its areas.csv, so there a wrong one is a fault; a national
 *      target may ask for one that this project does not have. So may one by a
 *      dimension: without the column no area's class is known, which is said
 *      where the target is judged.
 *  (4) A file that asks for two values of one thing contradicts itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine/base/files.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum target_column {
    COL_INDICATOR,
    COL_APPLIES,
    COL_AREA,
    COL_WHERE,
    COL_PERIOD,
    COL_OPERATOR,
    COL_VALUE,
    COL_UNIT,
    COL_KIND,
    COL_UNIT_COUNTED,
    COL_STATUS,
    COL_SOURCE,
    COL_COUNT
};
static const char *const target_heads[COL_COUNT] = {
    "indicator", "applies", "area", "where",        "period", "operator",
    "value",     "unit",    "kind", "unit_counted", "status", "source",
};

struct target_sheet {
    struct study_loader *loader;
    struct sheet sheet;
    size_t columns[COL_COUNT];
    bool national;
};

struct target_list {
    struct target *items;
    size_t count, room;
};

static const char *cell_of(const struct target_sheet *table, size_t row,
                           enum target_column column)
{
    return sheet_cell(&table->sheet, row, table->columns[column]);
}

static struct place place_of(const struct target_sheet *table, size_t row,
                             enum target_column column)
{
    return sheet_place(&table->sheet, row, table->columns[column]);
}

static bool read_heads(struct target_sheet *table)
{
    static const enum target_column needed[] = { COL_INDICATOR, COL_PERIOD,
                                                 COL_OPERATOR, COL_VALUE };
    struct fault *fault = table->loader->fault;
    size_t found;
    if (!sheet_only(&table->sheet, target_heads, COL_COUNT, fault))
        return false;
    for (size_t i = 0; i < COUNT(needed); i++)
        if (!sheet_needs(&table->sheet, target_heads[needed[i]], &found, fault))
            return false;
    for (size_t i = 0; i < COL_COUNT; i++)
        table->columns[i] = sheet_column(&table->sheet, target_heads[i]);
    return true;
}

static bool choose(const struct target_sheet *table, size_t row,
                   enum target_column column, const char *const words[],
                   size_t count, int *out)
{
    return sheet_choice(&table->sheet, row, table->columns[column],
                        (struct sheet_words){ words, count }, out,
                        table->loader->fault);
}

static bool read_words(const struct target_sheet *table, size_t row,
                       struct target *target)
{
    static const char *const applies[] = { "root", "each" };
    static const char *const kinds[] = { "legal", "provincial", "internal" };
    static const char *const states[] = { "approved", "draft" };
    static const char *const signs[] = { "≥", "≤", "=", ">=", "<=", "==" };
    static const enum target_operator means[] = {
        TARGET_AT_LEAST, TARGET_AT_MOST, TARGET_EQUAL,
        TARGET_AT_LEAST, TARGET_AT_MOST, TARGET_EQUAL
    };
    int apply = APPLIES_ROOT, kind = TARGET_INTERNAL, state = 0, sign = 0;
    if (!choose(table, row, COL_APPLIES, applies, COUNT(applies), &apply) ||
        !choose(table, row, COL_KIND, kinds, COUNT(kinds), &kind) ||
        !choose(table, row, COL_STATUS, states, COUNT(states), &state) ||
        !choose(table, row, COL_OPERATOR, signs, COUNT(signs), &sign))
        return false;
    target->applies = (enum target_applies)apply;
    target->kind = (enum target_kind)kind;
    target->draft = state == 1;
    target->comparison = means[sign];
    return true;
}

/* Contract 3. */
static bool read_where(const struct target_sheet *table, size_t row,
                       struct target *target)
{
    struct study_loader *loader = table->loader;
    const struct areas *areas = &loader->study->areas;
    const char *where = cell_of(table, row, COL_WHERE);
    if (where[0] == '\0')
        return true;
    const char *equals = strchr(where, '=');
    if (equals == NULL || equals == where || equals[1] == '\0')
        return unknown_word(loader->fault, place_of(table, row, COL_WHERE),
                            "targets.bad_where", where, NULL);
    target->attribute =
        text_trim(loader->arena,
                  arena_copy(loader->arena, where, (size_t)(equals - where)));
    target->attribute_value = text_trim(loader->arena, equals + 1);
    for (size_t i = 0; i < areas->attribute_count; i++)
        if (text_same(areas->attribute_names[i], target->attribute))
            return true;
    return table->national ||
           dimension_find(&loader->study->codebook, target->attribute) !=
               NO_INDEX ||
           unknown_word(loader->fault, place_of(table, row, COL_WHERE),
                        "targets.unknown_attribute", target->attribute,
                        text_nearest(target->attribute, areas->attribute_names,
                                     areas->attribute_count));
}

/* Contract 2. The day on which the code is looked up. */
static date area_day(const struct target_sheet *table, size_t row, period p)
{
    const struct study *study = table->loader->study;
    const date days[] = { period_end(p), period_start(p),
                          study->project.map_day };
    size_t count = study->project.boundaries == BOUNDARIES_DAY ? 3 : 2;
    const char *code = cell_of(table, row, COL_AREA);
    for (size_t i = 0; i < count; i++)
        if (area_by_code(&study->areas, code, days[i], TIER_NONE) != NO_AREA)
            return days[i];
    return days[0];
}

static bool read_area(const struct target_sheet *table, size_t row,
                      struct target *target)
{
    target->area = NO_AREA;
    if (table->national && cell_of(table, row, COL_AREA)[0] != '\0')
        return fault_set(table->loader->fault, FAULT_USAGE,
                         place_of(table, row, COL_AREA),
                         "targets.national_area", (char *)NULL);
    return study_area_cell(
        table->loader, &table->sheet, row, table->columns[COL_AREA],
        (struct study_scope){ area_day(table, row, target->period), TIER_NONE },
        &target->area);
}

static bool same_unit(const char *unit, const struct indicator *indicator)
{
    return text_same(unit, indicator->unit) ||
           (indicator->unit_en != NULL && text_same(unit, indicator->unit_en));
}

/* Contract 1. */
static bool read_unit(const struct target_sheet *table, size_t row,
                      struct target *target)
{
    struct study_loader *loader = table->loader;
    const struct indicator *indicator =
        &loader->study->catalogue.items[target->indicator];
    const char *unit = cell_of(table, row, COL_UNIT);
    bool percentage = text_same(indicator->unit, "%");
    bool percent = text_same(unit, "percent") || text_same(unit, "%");
    bool counted = text_same(unit, "persons") || text_same(unit, "count");
    target->unit = unit;
    if (unit[0] == '\0' || same_unit(unit, indicator) || counted ||
        (percent && percentage))
        return true;
    if (percent &&
        (indicator->kind == KIND_PROPORTION || indicator->kind == KIND_RATE ||
         indicator->kind == KIND_PARITY)) {
        target->value *= indicator->scale / 100;
        return true;
    }
    if (percent)
        return fault_set(loader->fault, FAULT_USAGE,
                         place_of(table, row, COL_UNIT), "targets.other_unit",
                         "value", unit, "unit", indicator->unit, (char *)NULL);
    const char *const known[] = { "percent", "persons", "count",
                                  indicator->unit };
    return unknown_choice(loader->fault, place_of(table, row, COL_UNIT),
                          "sheet.unknown_choice", unit, known, COUNT(known));
}

static bool read_target(const struct target_sheet *table, size_t row,
                        struct target *target)
{
    struct study_loader *loader = table->loader;
    const struct sheet *sheet = &table->sheet;
    const size_t *columns = table->columns;
    static const enum target_column filled[] = { COL_INDICATOR, COL_PERIOD,
                                                 COL_OPERATOR, COL_VALUE };
    *target =
        (struct target){ .unit_counted = cell_of(table, row, COL_UNIT_COUNTED),
                         .source = cell_of(table, row, COL_SOURCE),
                         .file = study_shown_path(loader, sheet->path),
                         .line = sheet->lines[row] };
    for (size_t i = 0; i < COUNT(filled); i++)
        if (!sheet_filled(sheet, row, columns[filled[i]], loader->fault))
            return false;
    return study_indicator_cell(loader, sheet, row, columns[COL_INDICATOR],
                                &target->indicator) &&
           study_period_cell(loader, sheet, row, columns[COL_PERIOD],
                             &target->period) &&
           sheet_number(sheet, row, columns[COL_VALUE], &target->value,
                        loader->fault) &&
           read_words(table, row, target) && read_where(table, row, target) &&
           read_area(table, row, target) && read_unit(table, row, target);
}

static bool same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : text_same(a, b);
}

static bool same_question(const struct target *a, const struct target *b)
{
    return a->indicator == b->indicator && a->area == b->area &&
           a->applies == b->applies && a->period == b->period &&
           a->kind == b->kind && a->draft == b->draft &&
           a->comparison == b->comparison &&
           text_same(a->unit_counted, b->unit_counted) &&
           same_text(a->attribute, b->attribute) &&
           same_text(a->attribute_value, b->attribute_value);
}

/* (4) */
static bool check_twins(const struct target_sheet *table,
                        const struct target targets[], size_t count)
{
    const struct target *last = &targets[count - 1];
    for (size_t i = 0; i + 1 < count; i++) {
        bool equal = fabs(targets[i].value - last->value) <= 0;
        if (!equal && same_question(&targets[i], last))
            return fault_set(
                table->loader->fault, FAULT_USAGE,
                place_of(table, count - 1, COL_VALUE), "targets.two_values",
                "value", cell_of(table, count - 1, COL_VALUE), "other",
                cell_of(table, i, COL_VALUE), "line",
                arena_format(table->loader->arena, "%u", targets[i].line),
                (char *)NULL);
    }
    return true;
}

static bool read_file(struct study_loader *loader, struct target_list *list,
                      const char *path, bool national)
{
    struct target_sheet table = { .loader = loader, .national = national };
    if (!sheet_read(&table.sheet, path, loader->arena, loader->fault) ||
        !read_heads(&table))
        return false;
    for (size_t row = 0; row < table.sheet.row_count; row++) {
        grow(list->items, list->count, list->room);
        if (!read_target(&table, row, &list->items[list->count]))
            return false;
        list->count++;
        if (!check_twins(&table, list->items + list->count - 1 - row, row + 1))
            return false;
    }
    return true;
}

bool study_load_targets(struct study_loader *loader)
{
    struct target_list *list = arena_new_of(loader->arena, struct target_list);
    arena_defer(loader->arena, grow_release, &list->items);
    const char **paths;
    size_t count;
    if (!study_files_in(loader,
                        path_join(loader->arena, loader->data, "targets"),
                        ".csv", &paths, &count))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!read_file(loader, list, paths[i], true))
            return false;
    const char *own = study_own_file(loader, "targets.csv");
    if (own != NULL && !read_file(loader, list, own, false))
        return false;
    loader->study->targets = (struct targets){ list->items, list->count };
    return true;
}
