/*
 * study_crosswalk.c - crosswalk.csv: what became of what.
 *
 *  (1) On its date an area hands over: the giving code is looked up in the
 *      register of the day before, the taking one in that of the day.
 *  (2) The rows of one giving area on one date carry weights that sum to 1, or
 *      none of them does: a sum of anything else loses or invents people.
 *  (3) `inferred` in `basis` marks a row that nobody read in a resolution; any
 *      other word says where it was read. A word that is nearly `inferred` is a
 *      typing error that would make an estimate look sure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define SUM_TOLERANCE 1e-6

struct crosswalk_sheet {
    struct sheet sheet;
    size_t date, from, to, weight, basis;
};

static bool read_heads(const struct study_loader *loader,
                       struct crosswalk_sheet *table)
{
    static const char *const known[] = { "date", "from_code", "to_code",
                                         "weight", "basis" };
    const struct sheet *sheet = &table->sheet;
    table->weight = sheet_column(sheet, "weight");
    table->basis = sheet_column(sheet, "basis");
    return sheet_only(sheet, known, COUNT(known), loader->fault) &&
           sheet_needs(sheet, "date", &table->date, loader->fault) &&
           sheet_needs(sheet, "from_code", &table->from, loader->fault) &&
           sheet_needs(sheet, "to_code", &table->to, loader->fault);
}

/* Contract 3. */
static bool read_basis(const struct study_loader *loader,
                       const struct crosswalk_sheet *table, size_t row,
                       struct crossing *crossing)
{
    static const char *const words[] = { "inferred" };
    const char *basis = sheet_cell(&table->sheet, row, table->basis);
    crossing->inferred = text_same(basis, words[0]);
    if (crossing->inferred || text_nearest(basis, words, 1) == NULL)
        return true;
    return unknown_word(loader->fault,
                        sheet_place(&table->sheet, row, table->basis),
                        "sheet.unknown_choice", basis, words[0]);
}

static bool read_weight(const struct study_loader *loader,
                        const struct crosswalk_sheet *table, size_t row,
                        struct crossing *crossing)
{
    crossing->weight = NO_VALUE;
    if (!sheet_number(&table->sheet, row, table->weight, &crossing->weight,
                      loader->fault))
        return false;
    if (!has_value(crossing->weight) ||
        (crossing->weight > 0 && crossing->weight <= 1))
        return true;
    return unknown_word(loader->fault,
                        sheet_place(&table->sheet, row, table->weight),
                        "crosswalk.bad_weight",
                        sheet_cell(&table->sheet, row, table->weight), NULL);
}

static bool read_crossing(const struct study_loader *loader,
                          const struct crosswalk_sheet *table, size_t row,
                          struct crossing *crossing)
{
    const struct sheet *sheet = &table->sheet;
    crossing->line = sheet->lines[row];
    return sheet_filled(sheet, row, table->date, loader->fault) &&
           sheet_filled(sheet, row, table->from, loader->fault) &&
           sheet_filled(sheet, row, table->to, loader->fault) &&
           sheet_date(sheet, row, table->date, &crossing->day, loader->fault) &&
           study_area_cell(
               loader, sheet, row, table->from,
               (struct study_scope){ date_before(crossing->day), TIER_NONE },
               &crossing->from) &&
           study_area_cell(loader, sheet, row, table->to,
                           (struct study_scope){ crossing->day, TIER_NONE },
                           &crossing->to) &&
           read_weight(loader, table, row, crossing) &&
           read_basis(loader, table, row, crossing);
}

static int by_day_from_to(const void *left, const void *right)
{
    const struct crossing *a = left, *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return (a->to > b->to) - (a->to < b->to);
}

static bool group_fault(const struct study_loader *loader,
                        const struct sheet *sheet,
                        const struct crossing *crossing, const char *message,
                        double sum)
{
    struct place place = { sheet->path, crossing->line, 0 };
    struct text number = text_new();
    number_add(&number, sum);
    fault_set(loader->fault, FAULT_USAGE, place, message, "code",
              loader->study->areas.items[crossing->from].code, "sum",
              number.bytes, (char *)NULL);
    text_free(&number);
    return false;
}

/*
 * Does the area live on after the day, under its code and name, although all of
 * it went to another? One of the two tables is wrong.
 */
static bool lives_on(const struct study_loader *loader,
                     const struct crossing *crossing)
{
    const struct areas *areas = &loader->study->areas;
    const struct area *from = &areas->items[crossing->from];
    const struct area *to = &areas->items[crossing->to];
    uint32_t after = area_by_code(areas, from->code, crossing->day, from->tier);
    return after != NO_AREA && !text_same(from->code, to->code) &&
           text_same(areas->items[after].name, from->name);
}

/* Contract 2: one group of rows, [from, to). */
static bool check_group(const struct study_loader *loader,
                        const struct sheet *sheet, const struct crossing *items,
                        size_t count)
{
    double sum = 0;
    size_t given = 0;
    if (count == 1 && lives_on(loader, &items[0]))
        return group_fault(loader, sheet, &items[0], "crosswalk.lives_on", 0);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && items[i].to == items[i - 1].to)
            return group_fault(loader, sheet, &items[i], "crosswalk.row_twice",
                               0);
        if (!has_value(items[i].weight))
            continue;
        given++;
        sum += items[i].weight;
    }
    if (given == 0)
        return true;
    if (given < count)
        return group_fault(loader, sheet, &items[0], "crosswalk.some_weights",
                           sum);
    return fabs(sum - 1) <= SUM_TOLERANCE ||
           group_fault(loader, sheet, &items[0], "crosswalk.bad_sum", sum);
}

static bool check_groups(const struct study_loader *loader,
                         const struct sheet *sheet,
                         const struct crosswalk *crosswalk)
{
    size_t start = 0;
    for (size_t i = 1; i <= crosswalk->count; i++) {
        const struct crossing *first = &crosswalk->items[start];
        if (i < crosswalk->count && crosswalk->items[i].day == first->day &&
            crosswalk->items[i].from == first->from)
            continue;
        if (!check_group(loader, sheet, first, i - start))
            return false;
        start = i;
    }
    return true;
}

static void note_inferred(const struct study_loader *loader,
                          const struct crosswalk *crosswalk)
{
    unsigned count = 0, line = 0;
    for (size_t i = 0; i < crosswalk->count; i++) {
        if (!crosswalk->items[i].inferred)
            continue;
        count++;
        if (line == 0 || crosswalk->items[i].line < line)
            line = crosswalk->items[i].line;
    }
    if (count == 0 || loader->findings == NULL)
        return;
    struct finding_place place = { .file = "crosswalk.csv",
                                   .line = line,
                                   .header = "basis",
                                   .value = "inferred" };
    finding_add(loader->findings, FINDING_crosswalk_inferred, place,
                (char *)NULL)
        ->count = count;
}

bool study_load_crosswalk(struct study_loader *loader)
{
    const char *path = study_own_file(loader, "crosswalk.csv");
    struct crosswalk *crosswalk = &loader->study->crosswalk;
    struct crosswalk_sheet table;
    if (path == NULL)
        return true;
    if (!sheet_read(&table.sheet, path, loader->arena, loader->fault) ||
        !read_heads(loader, &table))
        return false;
    size_t rows = table.sheet.row_count;
    crosswalk->items = arena_array(loader->arena, rows, struct crossing);
    for (size_t row = 0; row < rows; row++)
        if (!read_crossing(loader, &table, row, &crosswalk->items[row]))
            return false;
    crosswalk->count = rows;
    if (rows > 1)
        qsort(crosswalk->items, rows, sizeof crosswalk->items[0],
              by_day_from_to);
    if (!check_groups(loader, &table.sheet, crosswalk))
        return false;
    note_inferred(loader, crosswalk);
    return true;
}
