/*
 * layout_builtin.c - the layouts that are always there: our own two formats.
 *
 *  (1) `tidy`: one number a row, as `import` prints it. A head that is the id
 *      of a dimension is that dimension; files leave out what they do not need.
 *  (2) `results`: an indicators.csv. The indicator stands for the quantity, so
 *      a project that declares published rates under the indicators' names can
 *      read last year's results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/text.h"
#include "importers/layout.h"

struct fixed_column {
    const char *head;
    enum column_field field;
};

static const char *tidy_needs[] = { "area", "period", "quantity", "value" };
static const struct fixed_column tidy_columns[] = {
    { "area", COLUMN_AREA },     { "period", COLUMN_PERIOD },
    { "value", COLUMN_VALUE },   { "quantity", COLUMN_QUANTITY_NAME },
    { "status", COLUMN_STATUS }, { "note", COLUMN_NOTE },
};

static const char *results_needs[] = { "indicator", "area",      "period",
                                       "breakdown", "numerator", "value" };
static const struct fixed_column results_columns[] = {
    { "area", COLUMN_AREA },     { "period", COLUMN_PERIOD },
    { "value", COLUMN_VALUE },   { "indicator", COLUMN_QUANTITY_NAME },
    { "status", COLUMN_STATUS }, { "note", COLUMN_NOTE },
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static void put_columns(struct layout *layout,
                        const struct fixed_column fixed[], size_t count,
                        size_t more, struct arena *arena)
{
    layout->columns = arena_array(arena, count + more, struct layout_column);
    for (size_t i = 0; i < count; i++)
        layout->columns[layout->column_count++] =
            (struct layout_column){ .head = fixed[i].head,
                                    .written = fixed[i].head,
                                    .field = fixed[i].field,
                                    .scale = 1,
                                    .values = { .name = "" } };
}

static struct layout *add(struct layout_list *into, const char *id)
{
    grow(into->items, into->count, into->room);
    grow(into->passes, into->count, into->pass_room);
    into->passes[into->count] = into->pass;
    struct layout *layout = &into->items[into->count++];
    *layout = (struct layout){ .id = id,
                               .name = id,
                               .file = "",
                               .header_join = " / ",
                               .decimal = DECIMAL_POINT,
                               .school_year = PERIOD_SCHOOL_START };
    return layout;
}

void layout_add_builtin(struct layout_list *into, const struct codebook *book,
                        struct arena *arena)
{
    struct layout *tidy = add(into, "tidy");
    tidy->needs = tidy_needs;
    tidy->needs_count = COUNT(tidy_needs);
    put_columns(tidy, tidy_columns, COUNT(tidy_columns), book->dimension_count,
                arena);
    for (size_t i = 0; i < book->dimension_count; i++)
        tidy->columns[tidy->column_count++] = (struct layout_column){
            .head = text_fold(arena, book->dimensions[i].id),
            .written = book->dimensions[i].id,
            .field = COLUMN_DIMENSION,
            .dimension = book->dimensions[i].id,
            .scale = 1,
            .values = { .name = book->dimensions[i].id }
        };
    struct layout *results = add(into, "results");
    results->needs = results_needs;
    results->needs_count = COUNT(results_needs);
    put_columns(results, results_columns, COUNT(results_columns), 0, arena);
}
