/*
 * forms.c - what each area is asked for, with what it said last.
 *
 *  (1) A row for each figure that any area of the tier has reported in the last
 *      year, before the asked one, in which its source reported: forms do not
 *      ask for what was given up long ago, and all areas get the same form.
 *  (2) In the order in which the sources' files have them: the order that the
 *      people who fill it know. The same figure of two sources is asked once.
 *  (3) Published rates are not asked for: they are computed.
 *  (4) A school year is written as one when it belongs to its first year, which
 *      is how a school year is read back; any other figure gets the period as
 *      it was asked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/forms.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/rows.h"
#include "engine/base/text.h"

static const struct source *source_of(const struct table *table, size_t row)
{
    return &table->sources[table->source[row]];
}

static bool is_group_asked(const struct forms_request *request,
                           const char *group)
{
    for (size_t i = 0; i < request->group_count; i++)
        if (text_same(request->groups[i], group))
            return true;
    return request->group_count == 0;
}

static bool is_before(period p, period asked)
{
    return period_year(p) < period_year(asked);
}

/* Is the observation one of those that forms ask for again? (3) */
static bool may_be_asked(const struct report_input *input,
                         const struct forms_request *request, size_t row)
{
    const struct table *table = input->table;
    const struct study *study = input->study;
    const struct quantity *quantity =
        &study->codebook.quantities[table->quantity[row]];
    return study->areas.items[table->area[row]].tier == request->tier &&
           quantity->rate_of == NULL &&
           quantity->over_areas != OVER_AREAS_NONE &&
           is_before(table->period[row], request->period) &&
           is_group_asked(request, source_of(table, row)->group);
}

/* The last year in which a source reported; 0 = never. */
static int last_year(const struct report_input *input,
                     const struct forms_request *request, const char *group)
{
    int year = 0;
    for (size_t i = 0; i < input->table->count; i++)
        if (may_be_asked(input, request, i) &&
            text_same(source_of(input->table, i)->group, group) &&
            period_year(input->table->period[i]) > year)
            year = period_year(input->table->period[i]);
    return year;
}

/* (4) */
static period row_period(period reported, period asked)
{
    if (period_kind(reported) != PERIOD_SCHOOL_START ||
        period_kind(asked) != PERIOD_YEAR)
        return asked;
    return period_make(period_year(asked), PERIOD_SCHOOL_START, 0);
}

static void add_codes(struct text *out, const struct report_input *input,
                      const struct form_row *row)
{
    const struct codebook *book = &input->study->codebook;
    const struct quantity *quantity = &book->quantities[row->quantity];
    const char *before = ": ";
    for (size_t slot = 0; slot < quantity->dimension_count; slot++) {
        char room[16];
        const struct dimension *dimension =
            &book->dimensions[quantity->dimensions[slot]];
        if (cell_get(row->cell, slot) == 0)
            continue;
        const char *code = cell_code(book, quantity, &input->table->bands,
                                     row->cell, slot, room);
        uint16_t found =
            dimension->ages ? NO_INDEX : code_find(dimension, code);
        text_add(out, before);
        if (found == NO_INDEX)
            text_addf(out, "%s %s",
                      say_either(input, dimension->name, dimension->name_en),
                      code);
        else
            text_add(out, say_either(input, dimension->codes[found].name,
                                     dimension->codes[found].name_en));
        before = ", ";
    }
}

static const char *row_words(const struct report_input *input,
                             const struct form_row *row)
{
    const struct quantity *quantity =
        &input->study->codebook.quantities[row->quantity];
    struct text out = text_new();
    text_add(&out, say_either(input, quantity->name, quantity->name_en));
    add_codes(&out, input, row);
    char *kept = arena_copy(input->arena, out.bytes, out.length);
    text_free(&out);
    return kept;
}

static size_t find_row(const struct forms *forms, uint16_t quantity,
                       uint64_t cell)
{
    size_t row = 0;
    while (row < forms->row_count && (forms->rows[row].quantity != quantity ||
                                      forms->rows[row].cell != cell))
        row++;
    return row;
}

/* (1, 2) */
static void plan_rows(struct forms *forms, const struct forms_request *request)
{
    const struct report_input *input = forms->input;
    const struct table *table = input->table;
    const char *group = NULL;
    int year = 0;
    size_t room = 0;
    arena_defer(input->arena, grow_release, &forms->rows);
    for (size_t i = 0; i < table->count; i++) {
        if (!may_be_asked(input, request, i))
            continue;
        if (group == NULL || !text_same(group, source_of(table, i)->group)) {
            group = source_of(table, i)->group;
            year = last_year(input, request, group);
        }
        if (period_year(table->period[i]) != year ||
            find_row(forms, table->quantity[i], table->cell[i]) <
                forms->row_count)
            continue;
        struct form_row row = {
            .group = group,
            .quantity = table->quantity[i],
            .cell = table->cell[i],
            .period = row_period(table->period[i], request->period),
        };
        row.words = row_words(input, &row);
        grow(forms->rows, forms->row_count, room);
        forms->rows[forms->row_count++] = row;
    }
}

/* Those of the tier below the root that live at the period's end. */
static void plan_areas(struct forms *forms, enum tier tier)
{
    const struct study *study = forms->input->study;
    const struct areas *areas = &study->areas;
    date day = period_end(forms->period);
    forms->areas = arena_array(forms->input->arena, areas->count + 1, uint32_t);
    for (uint32_t i = 0; i < areas->count; i++)
        if (areas->items[i].tier == tier && area_lives(areas, i, day) &&
            area_is_in(areas, i, study->project.root))
            forms->areas[forms->area_count++] = i;
}

/* Does the observation come after the one noted? Of one period an area's own
 * figure goes before a printed total. */
static bool is_later(const struct table *table, size_t row, uint32_t noted)
{
    if (noted == (uint32_t)NO_ROW)
        return true;
    if (table->period[row] != table->period[noted])
        return table->period[row] > table->period[noted];
    return table->published[row] < table->published[noted];
}

static void plan_last(struct forms *forms)
{
    const struct report_input *input = forms->input;
    const struct table *table = input->table;
    const struct areas *areas = &input->study->areas;
    size_t cells = forms->area_count * forms->row_count;
    size_t *places = arena_array(input->arena, areas->count + 1, size_t);
    forms->last = arena_array(input->arena, cells + 1, uint32_t);
    memset(forms->last, 0xff, cells * sizeof *forms->last); /* NO_ROW */
    for (size_t a = 0; a < forms->area_count; a++)
        places[forms->areas[a]] = a + 1;
    for (size_t i = 0; i < table->count; i++) {
        size_t place = places[table->area[i]];
        if (place == 0 || !has_value(table->value[i]) ||
            !is_before(table->period[i], forms->period))
            continue;
        size_t row = find_row(forms, table->quantity[i], table->cell[i]);
        if (row == forms->row_count)
            continue;
        uint32_t *noted = &forms->last[(place - 1) * forms->row_count + row];
        if (is_later(table, i, *noted))
            *noted = (uint32_t)i;
    }
}

static void plan_dimensions(struct forms *forms)
{
    const struct codebook *book = &forms->input->study->codebook;
    forms->dimensions =
        arena_array(forms->input->arena, book->dimension_count + 1, uint16_t);
    for (uint16_t d = 0; d < book->dimension_count; d++)
        for (size_t i = 0; i < forms->row_count; i++) {
            const struct form_row *row = &forms->rows[i];
            uint16_t slot = quantity_slot(&book->quantities[row->quantity], d);
            if (slot == NO_INDEX || cell_get(row->cell, slot) == 0)
                continue;
            forms->dimensions[forms->dimension_count++] = d;
            break;
        }
}

bool forms_plan(struct forms *out, const struct forms_request *request,
                const struct report_input *input)
{
    *out = (struct forms){ .input = input, .period = request->period };
    plan_rows(out, request);
    plan_areas(out, request->tier);
    plan_last(out);
    plan_dimensions(out);
    return out->row_count > 0 && out->area_count > 0;
}
