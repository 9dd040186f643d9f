/*
 * forms_cells.c - what stands in a form, and the form as CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/rows.h"
#include "engine/base/text.h"
#include "engine/report/forms.h"

char *form_head(const struct forms *forms, size_t column)
{
    static const char *const heads[FORM_COLUMNS] = {
        [FORM_AREA] = "form.area",         [FORM_AREA_NAME] = "form.area_name",
        [FORM_PERIOD] = "form.period",     [FORM_GROUP] = "form.group",
        [FORM_QUANTITY] = "form.quantity", [FORM_WORDS] = "form.words",
        [FORM_UNIT] = "form.unit",         [FORM_LAST] = "form.last",
        [FORM_VALUE] = "form.value",       [FORM_STATUS] = "form.state",
        [FORM_NOTE] = "form.note",
    };
    const struct report_input *input = forms->input;
    if (column < FORM_COLUMNS)
        return say(input, heads[column], NULL);
    const struct codebook *book = &input->study->codebook;
    return arena_string(
        input->arena,
        book->dimensions[forms->dimensions[column - FORM_COLUMNS]].id);
}

/* "12.650 (2023)" */
static const char *last_words(const struct forms *forms, uint32_t noted)
{
    const struct report_input *input = forms->input;
    const struct table *table = input->table;
    if (noted == (uint32_t)NO_ROW)
        return "";
    return arena_format(input->arena, "%s (%s)",
                        say_count(input, table->value[noted]),
                        say_period(input, table->period[noted]));
}

static const char *code_of(const struct forms *forms,
                           const struct form_row *row, uint16_t dimension)
{
    const struct codebook *book = &forms->input->study->codebook;
    const struct quantity *quantity = &book->quantities[row->quantity];
    uint16_t slot = quantity_slot(quantity, dimension);
    char room[16];
    if (slot == NO_INDEX || cell_get(row->cell, slot) == 0)
        return "";
    return arena_string(forms->input->arena,
                        cell_code(book, quantity, &forms->input->table->bands,
                                  row->cell, slot, room));
}

static const char *period_of(const struct forms *forms, period p)
{
    struct text out = text_new();
    period_add(&out, p);
    char *kept = arena_copy(forms->input->arena, out.bytes, out.length);
    text_free(&out);
    return kept;
}

const char *form_cell(const struct forms *forms, size_t area, size_t row,
                      size_t column)
{
    const struct report_input *input = forms->input;
    const struct form_row *asked = &forms->rows[row];
    const struct quantity *quantity =
        &input->study->codebook.quantities[asked->quantity];
    if (column >= FORM_COLUMNS)
        return code_of(forms, asked, forms->dimensions[column - FORM_COLUMNS]);
    switch ((enum form_column)column) {
    case FORM_AREA:
        return input->study->areas.items[forms->areas[area]].code;
    case FORM_AREA_NAME:
        return say_area(input, forms->areas[area]);
    case FORM_PERIOD:
        return period_of(forms, asked->period);
    case FORM_GROUP:
        return asked->group;
    case FORM_QUANTITY:
        return quantity->id;
    case FORM_WORDS:
        return asked->words;
    case FORM_UNIT:
        return say_either(input, quantity->unit, quantity->unit_en);
    case FORM_LAST:
        return last_words(forms, forms->last[area * forms->row_count + row]);
    case FORM_VALUE:
    case FORM_STATUS:
    case FORM_NOTE:
    case FORM_COLUMNS:
        break;
    }
    return "";
}

void form_csv(struct text *out, const struct forms *forms, size_t area)
{
    size_t columns = FORM_COLUMNS + forms->dimension_count;
    const char **heads =
        arena_array(forms->input->arena, columns, const char *);
    for (size_t c = 0; c < columns; c++)
        heads[c] = form_head(forms, c);
    struct rows *rows = rows_new(ROWS_CSV_EXCEL, heads, columns, out);
    for (size_t r = 0; r < forms->row_count; r++)
        for (size_t c = 0; c < columns; c++)
            rows_text(rows, form_cell(forms, area, r, c));
    rows_finish(rows);
}
