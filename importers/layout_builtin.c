/*
 * layout_builtin.c - the layouts that are always there: our own formats.
 *
 *  (1) `tidy`: one number a row, as `import` prints it. A head that is the id
 *      of a dimension is that dimension; files leave out what they do not need.
 *  (2) `results`: an indicators.csv. The indicator stands for the quantity, so
 *      a project that declares published rates under the indicators' names can
 *      read last year's results.
 *  (3) `form`: a return form as `forms` writes it, filled in. Its words for
 *      people are left alone; a spreadsheet may have put decimal commas in.
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

/* The heads of return forms, in both languages; see the messages form.*. */
static const char *form_needs[] = { "mã địa bàn|area code",
                                    "mã số liệu|quantity code",
                                    "số báo cáo|reported figure" };
static const struct fixed_column form_columns[] = {
    { "mã địa bàn|area code", COLUMN_AREA },
    { "tên địa bàn|area name", COLUMN_NOTE },
    { "kỳ báo cáo|reporting period", COLUMN_PERIOD },
    { "nhóm|group", COLUMN_NOTE },
    { "mã số liệu|quantity code", COLUMN_QUANTITY_NAME },
    { "nội dung|what is counted", COLUMN_NOTE },
    { "đơn vị tính|unit", COLUMN_NOTE },
    { "kỳ trước|last figure", COLUMN_NOTE },
    { "số báo cáo|reported figure", COLUMN_VALUE },
    { "tình trạng số liệu|state of the figure", COLUMN_STATUS },
    { "ghi chú|remark", COLUMN_NOTE },
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

/* A head that is the id of a dimension is that dimension. */
static void put_dimensions(struct layout *layout, const struct codebook *book,
                           struct arena *arena)
{
    for (size_t i = 0; i < book->dimension_count; i++)
        layout->columns[layout->column_count++] = (struct layout_column){
            .head = text_fold(arena, book->dimensions[i].id),
            .written = book->dimensions[i].id,
            .field = COLUMN_DIMENSION,
            .dimension = book->dimensions[i].id,
            .scale = 1,
            .values = { .name = book->dimensions[i].id }
        };
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
    put_dimensions(tidy, book, arena);
    struct layout *results = add(into, "results");
    results->needs = results_needs;
    results->needs_count = COUNT(results_needs);
    put_columns(results, results_columns, COUNT(results_columns), 0, arena);
    struct layout *form = add(into, "form");
    form->needs = form_needs;
    form->needs_count = COUNT(form_needs);
    form->decimal = DECIMAL_AUTO;
    put_columns(form, form_columns, COUNT(form_columns), book->dimension_count,
                arena);
    put_dimensions(form, book, arena);
}
