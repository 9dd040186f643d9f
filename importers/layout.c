/*
 * layout.c - layout files into layouts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/pattern.h"
#include "engine/base/text.h"
#include "importers/layout.h"
#include "importers/layout_columns.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"
#include "importers/words.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

struct layout_list *layout_list_new(struct arena *arena)
{
    struct layout_list *list = arena_new_of(arena, struct layout_list);
    arena_defer(arena, grow_release, &list->items);
    arena_defer(arena, grow_release, &list->passes);
    return list;
}

const struct layout *layout_find(const struct layout *layouts, size_t count,
                                 const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (text_same(layouts[i].id, id))
            return &layouts[i];
    return NULL;
}

const char *layout_nearest(const struct layout *layouts, size_t count,
                           const char *id)
{
    struct arena *scratch = arena_new();
    const char **ids = arena_array(scratch, count, const char *);
    for (size_t i = 0; i < count; i++)
        ids[i] = layouts[i].id;
    const char *nearest = text_nearest(id, ids, count);
    arena_free(scratch);
    return nearest;
}

bool layout_todo(struct layout *layout, const struct yaml *node)
{
    if (!text_same(node->text, "TODO"))
        return false;
    if (layout->unfinished++ == 0)
        layout->unfinished_line = node->line;
    return true;
}

void layout_unfinished(struct findings *findings, const struct layout *layout,
                       struct finding_place place)
{
    struct text where = text_new();
    text_addf(&where, "%s:%u", layout->file, layout->unfinished_line);
    finding_add(findings, FINDING_unfinished_layout, place, "layout",
                layout->id, "where", where.bytes, (char *)NULL)
        ->count = layout->unfinished;
    text_free(&where);
}

static bool folded_texts(struct layout_reader *reader, const struct yaml *map,
                         const char *key, const char ***out, size_t *count)
{
    if (!yaml_texts(map, key, reader->arena, out, count, reader->fault))
        return false;
    for (size_t i = 0; i < *count; i++)
        (*out)[i] = layout_fold(reader->arena, (*out)[i]);
    return true;
}

static bool read_delimiter(struct layout_reader *reader, struct layout *layout,
                           const struct yaml *map)
{
    static const char *const words[] = { "auto", "comma", "semicolon", "tab",
                                         "pipe" };
    static const char bytes[] = { '\0', ',', ';', '\t', '|' };
    int found = 0;
    if (!yaml_choice(map, "delimiter", words, COUNT(words), &found,
                     reader->fault))
        return false;
    layout->delimiter = bytes[found];
    return true;
}

/* auto, or up to four row numbers that rise. */
static bool read_header_rows(struct layout_reader *reader,
                             struct layout *layout, const struct yaml *map)
{
    const char **rows = NULL;
    size_t count = 0;
    if (!yaml_texts(map, "header_rows", reader->arena, &rows, &count,
                    reader->fault))
        return false;
    if (count == 1 && text_same(rows[0], "auto"))
        return true;
    bool good = count <= COUNT(layout->header_rows);
    long before = 0;
    for (size_t i = 0; i < count && good; i++) {
        long row = 0;
        good =
            number_parse_whole(rows[i], &row) && row > before && row <= 1000000;
        layout->header_rows[i] = good ? (unsigned)row : 0;
        before = row;
    }
    layout->header_row_count = count;
    return good || fault_set(reader->fault, FAULT_USAGE,
                             yaml_place(yaml_find(map, "header_rows")),
                             "layout.bad_header_rows", (char *)NULL);
}

static bool read_missing(struct layout_reader *reader, struct layout *layout,
                         const struct yaml *map)
{
    if (map == NULL)
        return true;
    if (!yaml_expect(map, YAML_MAP, reader->fault))
        return false;
    layout->missing =
        arena_array(reader->arena, map->count, struct missing_mark);
    for (size_t i = 0; i < map->count; i++) {
        const struct yaml *word = map->items[i];
        if (!yaml_expect(word, YAML_SCALAR, reader->fault))
            return false;
        enum status status = status_find(word->text);
        if (status == STATUS_COUNT)
            return unknown_choice(reader->fault, yaml_place(word),
                                  "layout.unknown_status", word->text,
                                  status_names, STATUS_COUNT);
        const char *mark = words_fold(reader->arena, map->keys[i]->text);
        layout->missing[layout->missing_count++] =
            (struct missing_mark){ mark, status };
    }
    return true;
}

static bool read_period_pattern(struct layout_reader *reader,
                                struct layout *layout, const struct yaml *node)
{
    return pattern_compile(&layout->period_pattern, node->text,
                           yaml_place(node), reader->arena, reader->fault);
}

/* {file: …} {title: …} {column: …} {fixed: …} {head: true}: one of them. */
static bool read_period(struct layout_reader *reader, struct layout *layout,
                        const struct yaml *map)
{
    static const char *const known[] = { "column", "file", "title", "head",
                                         "fixed" };
    static const enum period_from from[] = { PERIOD_FROM_COLUMN,
                                             PERIOD_FROM_FILE,
                                             PERIOD_FROM_TITLE,
                                             PERIOD_FROM_HEAD, PERIOD_FIXED };
    if (map == NULL)
        return true;
    if (!yaml_only_keys(map, known, COUNT(known), reader->fault))
        return false;
    if (map->count != 1)
        return fault_set(reader->fault, FAULT_USAGE, yaml_place(map),
                         "layout.one_period", (char *)NULL);
    const struct yaml *node = map->items[0];
    if (!yaml_expect(node, YAML_SCALAR, reader->fault))
        return false;
    for (size_t i = 0; i < COUNT(known); i++)
        if (text_same(map->keys[0]->text, known[i]))
            layout->period_from = from[i];
    bool heads = true;
    switch (layout->period_from) {
    case PERIOD_FROM_COLUMN:
        layout->period_column = layout_fold(reader->arena, node->text);
        return true;
    case PERIOD_FROM_FILE:
    case PERIOD_FROM_TITLE:
        return read_period_pattern(reader, layout, node);
    case PERIOD_FROM_HEAD:
        if (!yaml_flag(map, "head", &heads, reader->fault))
            return false;
        if (!heads)
            layout->period_from = PERIOD_FROM_COLUMN;
        return true;
    case PERIOD_FIXED:
        break;
    }
    return layout_todo(layout, node) ||
           period_parse(node->text, layout->school_year,
                        &layout->period_fixed) ||
           unknown_word(reader->fault, yaml_place(node), "study.bad_period",
                        node->text, NULL);
}

static bool read_decimal(struct layout_reader *reader, struct layout *layout,
                         const struct yaml *map, int *decimal)
{
    const struct yaml *node = yaml_find(map, "decimal");
    layout->decimal_open =
        node != NULL && node->kind == YAML_SCALAR && layout_todo(layout, node);
    return layout->decimal_open ||
           yaml_choice(map, "decimal", decimal_names, DECIMAL_COUNT, decimal,
                       reader->fault);
}

static bool read_choices(struct layout_reader *reader, struct layout *layout,
                         const struct yaml *map)
{
    static const char *const years[] = { "start", "end" };
    int encoding = ENCODING_AUTO, decimal = DECIMAL_AUTO, year = 0;
    if (!yaml_choice(map, "encoding", encoding_names, ENCODING_COUNT, &encoding,
                     reader->fault) ||
        !read_decimal(reader, layout, map, &decimal) ||
        !yaml_choice(map, "school_year", years, COUNT(years), &year,
                     reader->fault))
        return false;
    layout->encoding = (enum encoding)encoding;
    layout->decimal = (enum decimal)decimal;
    layout->school_year = year == 0 ? PERIOD_SCHOOL_START : PERIOD_SCHOOL_END;
    return true;
}

static bool read_layout(struct layout_reader *reader, struct layout *layout,
                        const struct yaml *map)
{
    static const char *const known[] = {
        "name",        "needs",       "title",   "encoding", "delimiter",
        "header_rows", "header_join", "decimal", "totals",   "skip_rows",
        "missing",     "school_year", "period",  "columns",  "values",
    };
    struct fault *fault = reader->fault;
    if (!yaml_only_keys(map, known, COUNT(known), fault) ||
        !yaml_needs(map, "columns", fault) ||
        !yaml_text(map, "name", &layout->name, fault) ||
        !yaml_text(map, "title", &layout->title, fault) ||
        !yaml_text(map, "header_join", &layout->header_join, fault) ||
        !folded_texts(reader, map, "needs", &layout->needs,
                      &layout->needs_count) ||
        !folded_texts(reader, map, "totals", &layout->totals,
                      &layout->total_count) ||
        !folded_texts(reader, map, "skip_rows", &layout->skip_rows,
                      &layout->skip_count) ||
        !read_choices(reader, layout, map) ||
        !read_delimiter(reader, layout, map) ||
        !read_header_rows(reader, layout, map) ||
        !read_missing(reader, layout, yaml_find(map, "missing")) ||
        !read_period(reader, layout, yaml_find(map, "period")))
        return false;
    if (layout->title != NULL)
        layout->title = layout_fold(reader->arena, layout->title);
    return layout_read_columns(reader, layout, yaml_find(map, "columns")) &&
           layout_read_values(reader, layout, yaml_find(map, "values"));
}

static bool add_layout(struct layout_list *into, struct layout layout,
                       const struct yaml *key, struct fault *fault)
{
    const struct layout *old = layout_find(into->items, into->count, layout.id);
    size_t at = old == NULL ? into->count : (size_t)(old - into->items);
    if (old != NULL && into->passes[at] == into->pass)
        return fault_set(fault, FAULT_USAGE, yaml_place(key),
                         "study.defined_twice", "id", layout.id, "file",
                         old->file, (char *)NULL);
    if (old == NULL) {
        grow(into->items, into->count, into->room);
        grow(into->passes, into->count, into->pass_room);
        into->count++;
    }
    into->items[at] = layout;
    into->passes[at] = into->pass;
    return true;
}

static bool add_layouts(struct layout_list *into, const struct yaml *map,
                        const struct codebook *book, struct arena *arena,
                        struct fault *fault)
{
    struct layout_reader reader = { book, arena, fault, NULL };
    if (!yaml_expect(map, YAML_MAP, fault))
        return false;
    for (size_t i = 0; i < map->count; i++) {
        const struct yaml *key = map->keys[i];
        struct layout layout = { .id = key->text,
                                 .name = key->text,
                                 .file = key->file,
                                 .line = key->line,
                                 .header_join = " / " };
        if (!study_good_id(key, fault) ||
            !read_layout(&reader, &layout, map->items[i]) ||
            !add_layout(into, layout, key, fault))
            return false;
    }
    return true;
}

bool layout_load(struct layout_list *into, const char *path,
                 const struct codebook *book, struct arena *arena,
                 struct fault *fault)
{
    struct yaml *map;
    return yaml_load(&map, path, arena, fault) &&
           add_layouts(into, map, book, arena, fault);
}

bool layout_parse(struct layout_list *into, const struct text *text,
                  const struct codebook *book, struct arena *arena,
                  struct fault *fault)
{
    struct yaml *map;
    return yaml_parse(&map, "", text->bytes, text->length, arena, fault) &&
           add_layouts(into, map, book, arena, fault);
}
