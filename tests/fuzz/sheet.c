/*
 * sheet.c - small tables of random bytes. A sheet that is read can be written
 * and read again as the same; its lines rise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include "importers/sheet.h"

/* Always in quotes: another delimiter in a head must not be counted. */
static void write_cell(struct text *out, const char *cell)
{
    text_add_char(out, '"');
    for (; *cell != '\0'; cell++) {
        text_add_char(out, *cell);
        if (*cell == '"')
            text_add_char(out, '"');
    }
    text_add_char(out, '"');
}

static void write_row(struct text *out, const struct sheet *sheet,
                      const char *const cells[])
{
    for (size_t i = 0; i < sheet->head_count; i++) {
        if (i > 0)
            text_add_char(out, sheet->delimiter);
        write_cell(out, cells[i]);
    }
    text_add_char(out, '\n');
}

static void check_again(const struct sheet *sheet, struct arena *arena)
{
    struct text out = text_new();
    struct sheet again;
    struct fault fault = { .code = FAULT_NONE };
    text_add(&out, "\xEF\xBB\xBF"); /* the first cell may begin with one */
    write_row(&out, sheet, sheet->heads);
    for (size_t row = 0; row < sheet->row_count; row++)
        write_row(&out, sheet, sheet->cells + row * sheet->head_count);
    must(sheet_parse(&again, "fuzz", out.bytes, out.length, arena, &fault));
    must(again.head_count == sheet->head_count);
    must(again.row_count == sheet->row_count);
    must(again.head_count == 1 || again.delimiter == sheet->delimiter);
    for (size_t i = 0; i < sheet->row_count * sheet->head_count; i++)
        must(text_same(again.cells[i], sheet->cells[i]));
    text_free(&out);
}

/* A head is found by its words, and known when it is listed. */
static void check_heads(const struct sheet *sheet)
{
    struct fault fault = { .code = FAULT_NONE };
    size_t column = NO_COLUMN;
    for (size_t i = 0; i < sheet->head_count; i++)
        must(sheet->keys[i][0] == '\0' ||
             sheet_column(sheet, sheet->heads[i]) == i);
    must(sheet_only(sheet, sheet->heads, sheet->head_count, &fault));
    if (!sheet_needs(sheet, "code", &column, &fault))
        fuzz_must_say(&fault);
    if (!sheet_only(sheet, sheet->heads, 1, &fault))
        fuzz_must_say(&fault);
}

/* Every cell can be asked for every type: it has one or there is a fault. */
static void check_cells(const struct sheet *sheet)
{
    struct fault fault = { .code = FAULT_NONE };
    unsigned line = sheet->head_line;
    for (size_t row = 0; row < sheet->row_count; row++) {
        must(sheet->lines[row] > line);
        line = sheet->lines[row];
        for (size_t i = 0; i < sheet->head_count; i++) {
            double number = 0;
            date day = DATE_OPEN;
            if (!sheet_number(sheet, row, i, &number, &fault))
                fuzz_must_say(&fault);
            if (!sheet_date(sheet, row, i, &day, &fault))
                fuzz_must_say(&fault);
        }
    }
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct arena *arena = arena_new();
    struct fault fault = { .code = FAULT_NONE };
    struct sheet sheet;
    if (sheet_parse(&sheet, "fuzz", (const char *)bytes, size, arena, &fault)) {
        must(sheet.head_count > 0);
        check_heads(&sheet);
        check_cells(&sheet);
        check_again(&sheet, arena);
    } else {
        fuzz_must_say(&fault);
    }
    arena_free(arena);
    return 0;
}
