/*
 * tabulate.c - a table of the report that grows cell by cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/tabulate.h"

#include <assert.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/report/blocks.h"

struct tabulation tabulate_start(const struct report_input *input,
                                 size_t columns)
{
    struct report_table *table =
        arena_new_of(input->arena, struct report_table);
    arena_defer(input->arena, grow_release, &table->cells);
    table->heads = arena_array(input->arena, columns, const char *);
    table->aligns = arena_array(input->arena, columns, enum align);
    table->first_is_header = true;
    return (struct tabulation){ .input = input, .table = table };
}

void tabulate_head(struct tabulation *t, const char *head, enum align align)
{
    t->table->heads[t->table->columns] = head;
    t->table->aligns[t->table->columns++] = align;
}

static void add_cell(struct tabulation *t, struct table_cell cell)
{
    struct report_table *table = t->table;
    size_t at = table->rows * table->columns + t->filled;
    grow(table->cells, at, t->room);
    if (cell.text == NULL)
        cell.text = "";
    table->cells[at] = cell;
    if (++t->filled == table->columns) {
        t->filled = 0;
        table->rows++;
    }
}

void tabulate_text(struct tabulation *t, const char *text)
{
    add_cell(t, (struct table_cell){ .text = text, .number = NO_VALUE });
}

void tabulate_number(struct tabulation *t, const char *text, double number)
{
    add_cell(t, (struct table_cell){ .text = text, .number = number });
}

void tabulate_link(struct tabulation *t, const char *text, const char *file)
{
    add_cell(t, (struct table_cell){
                    .text = text, .number = NO_VALUE, .link = file });
}

void tabulate_result(struct tabulation *t, const struct result *result,
                     bool standing)
{
    static const char *const signs[STANDING_COUNT] = { "", "▲ ", "", "▼ " };
    struct table_cell cell = { .number = NO_VALUE };
    enum status status = result_status(result);
    if (result_shown(result)) {
        cell.number = result->value;
        if (standing)
            cell.standing = result->standing;
        cell.text = arena_format(t->input->arena, "%s%s", signs[cell.standing],
                                 say_result(t->input, result));
    } else {
        cell.text = say_sign(t->input, status);
    }
    t->statuses |= 1u << status;
    add_cell(t, cell);
}

void tabulate_finish(struct tabulation *t, struct report *report,
                     const char *caption, const char *note)
{
    assert(t->filled == 0);
    if (t->table->rows == 0)
        return;
    char *notes[] = {
        note == NULL ? NULL : arena_string(t->input->arena, note),
        say_signs(t->input, t->statuses),
    };
    if (notes[1] != NULL)
        notes[1] = arena_format(t->input->arena, "%s.", notes[1]);
    t->table->caption = caption;
    t->table->note = say_joined(t->input, notes, 2, " ");
    block_add(report, BLOCK_TABLE)->table = t->table;
}
