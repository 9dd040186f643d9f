/*
 * layout.c - layout files of random bytes. A layout that loads can be followed:
 * a file with its own heads is read with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include "engine/base/rows.h"
#include "importers/layout.h"

/* What stands in the cells below a head, row after row. */
static const char *const cells[] = { "Thái Thụy", "1.234,5", "2022", "x",
                                     "-",         "1.234",   "Nữ",   "Tổng số",
                                     "\"",        "12 345",  "",     "*" };

static const char *first_of(const char *alternatives, struct arena *arena)
{
    return arena_copy(arena, alternatives, strcspn(alternatives, "|"));
}

/* The head, or a word of the column's own. */
static const char *cell_of(const struct layout_column *column, size_t row,
                           size_t at, struct arena *arena)
{
    if (row == 0)
        return first_of(column->written, arena);
    if (row <= column->values.count)
        return column->values.words[row - 1].word;
    return cells[(5 * row + at) % COUNT(cells)];
}

static void write_file(struct text *out, const struct layout *layout,
                       struct arena *arena)
{
    char delimiter = layout->delimiter != '\0' ? layout->delimiter : ';';
    text_addf(out, "%s\nNăm 2022\n",
              layout->title != NULL ? layout->title : "");
    for (size_t row = 0; row < 12; row++) {
        for (size_t i = 0; i < layout->column_count; i++) {
            if (i > 0)
                text_add_char(out, delimiter);
            csv_add_cell(out, cell_of(&layout->columns[i], row, i, arena),
                         delimiter);
        }
        text_add_char(out, '\n');
    }
}

static void follow(const struct study *shipped, const struct layout_list *list,
                   struct arena *arena)
{
    struct study study = *shipped;
    study.layouts = list->items;
    study.layout_count = list->count;
    for (size_t i = 0; i < list->count && i < 4; i++) {
        struct text file = text_new();
        struct source_plan plan = { .name = "fuzz",
                                    .layout = list->items[i].id,
                                    .period = NO_PERIOD };
        write_file(&file, &list->items[i], arena);
        const char *path = fuzz_file(1, file.bytes, file.length);
        fuzz_import(&study, path, "fuzz-2022.csv", &plan);
        fuzz_import(&study, path, "fuzz-2022.csv", NULL);
        text_free(&file);
    }
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct arena *arena = arena_new();
    struct fault fault = { .code = FAULT_NONE };
    struct layout_list *list = layout_list_new(arena);
    const char *path = fuzz_file(0, (const char *)bytes, size);
    if (layout_load(list, path, &fuzz_data()->codebook, arena, &fault)) {
        follow(fuzz_data(), list, arena);
        follow(fuzz_sample(), list, arena);
    } else {
        fuzz_must_say(&fault);
    }
    arena_free(arena);
    return 0;
}
