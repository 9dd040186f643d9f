/*
 * layout_columns.c - what each column of an export means.
 *
 *  (1) A column is named by its head or by a pattern over heads (`match`), and
 *      either counts a quantity or has a field, not both.
 *  (2) A pattern's named groups are the period, the status or a dimension; each
 *      of its columns counts, so it needs a quantity.
 *  (3) A code fixed by `set`, or found by a pattern, must be one that the
 *      quantity carries: otherwise every cell would be refused later.
 *  (4) A quantity that is still TODO is a column of figures that nobody can
 *      read yet; the layout counts them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/pattern.h"
#include "engine/base/text.h"
#include "importers/layout_columns.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

struct field_word {
    const char *word;
    enum column_field field;
};
static const struct field_word field_words[] = {
    { "area", COLUMN_AREA },     { "parent", COLUMN_PARENT },
    { "period", COLUMN_PERIOD }, { "status", COLUMN_STATUS },
    { "note", COLUMN_NOTE },     { "quantity", COLUMN_QUANTITY_NAME },
    { "value", COLUMN_VALUE },
};

static bool fail(struct layout_reader *reader, const struct yaml *node,
                 const char *message)
{
    return fault_set(reader->fault, FAULT_USAGE, yaml_place(node), message,
                     (char *)NULL);
}

/* The nearest of the fields and the dimensions. */
static bool unknown_field(struct layout_reader *reader,
                          const struct yaml *field)
{
    const struct codebook *book = reader->book;
    size_t room = COUNT(field_words) + book->dimension_count, count = 0;
    const char **words = arena_array(reader->arena, room, const char *);
    for (size_t i = 0; i < COUNT(field_words); i++)
        words[count++] = field_words[i].word;
    for (size_t i = 0; i < book->dimension_count; i++)
        words[count++] = book->dimensions[i].id;
    return unknown_choice(reader->fault, yaml_place(field),
                          "layout.unknown_field", field->text, words, count);
}

static bool read_field(struct layout_reader *reader,
                       struct layout_column *column, uint16_t *dimension,
                       const struct yaml *field)
{
    if (!yaml_expect(field, YAML_SCALAR, reader->fault))
        return false;
    for (size_t i = 0; i < COUNT(field_words); i++)
        if (text_same(field_words[i].word, field->text)) {
            column->field = field_words[i].field;
            return true;
        }
    *dimension = dimension_find(reader->book, field->text);
    if (*dimension == NO_INDEX)
        return unknown_field(reader, field);
    column->field = COLUMN_DIMENSION;
    column->dimension = field->text;
    return true;
}

static bool carries(struct layout_reader *reader, const char *quantity,
                    uint16_t dimension, struct place place)
{
    const struct codebook *book = reader->book;
    const struct quantity *counted =
        &book->quantities[quantity_find(book, quantity)];
    if (quantity_slot(counted, dimension) != NO_INDEX)
        return true;
    return fault_set(reader->fault, FAULT_USAGE, place, "layout.not_carried",
                     "quantity", quantity, "dimension",
                     book->dimensions[dimension].id, (char *)NULL);
}

/* Contract 4. */
static bool read_quantity(struct layout_reader *reader,
                          struct layout_column *column, const struct yaml *node)
{
    if (!yaml_expect(node, YAML_SCALAR, reader->fault))
        return false;
    column->unfinished = layout_todo(reader->layout, node);
    if (column->unfinished)
        return true; /* a column is one of figures unless it says more */
    if (quantity_find(reader->book, node->text) == NO_INDEX)
        return unknown_word(reader->fault, yaml_place(node),
                            "study.unknown_quantity", node->text,
                            quantity_nearest(reader->book, node->text));
    column->field = COLUMN_QUANTITY;
    column->quantity = node->text;
    return true;
}

/* Contract 1, second half. */
static bool read_meaning(struct layout_reader *reader,
                         struct layout_column *column, uint16_t *dimension,
                         const struct yaml *map)
{
    const struct yaml *field = yaml_find(map, "field");
    const struct yaml *quantity = yaml_find(map, "quantity");
    if ((field == NULL) == (quantity == NULL))
        return fail(reader, map, "layout.field_or_quantity");
    if (field != NULL)
        return read_field(reader, column, dimension, field);
    return read_quantity(reader, column, quantity);
}

/* Contracts 2 and 3. */
static bool check_groups(struct layout_reader *reader,
                         const struct layout_column *column,
                         const struct yaml *match)
{
    size_t count = pattern_group_count(column->match);
    if (column->quantity == NULL && !column->unfinished)
        return fail(reader, match, "layout.match_needs_quantity");
    for (size_t i = 0; i < count; i++) {
        const char *name = pattern_group_name(column->match, i);
        if (text_same(name, "period") || text_same(name, "status"))
            continue;
        uint16_t dimension = dimension_find(reader->book, name);
        if (dimension == NO_INDEX)
            return unknown_word(reader->fault, yaml_place(match),
                                "layout.unknown_group", name,
                                dimension_nearest(reader->book, name));
        if (!column->unfinished &&
            !carries(reader, column->quantity, dimension, yaml_place(match)))
            return false;
    }
    return true;
}

/* Contract 1, first half. */
static bool read_head(struct layout_reader *reader,
                      struct layout_column *column, const struct yaml *map)
{
    const struct yaml *head = yaml_find(map, "head");
    const struct yaml *match = yaml_find(map, "match");
    if ((head == NULL) == (match == NULL))
        return fail(reader, map, "layout.head_or_match");
    column->written = (head != NULL ? head : match)->text;
    if (head != NULL) {
        if (!yaml_expect(head, YAML_SCALAR, reader->fault))
            return false;
        column->head = layout_fold(reader->arena, head->text);
        return true;
    }
    return yaml_expect(match, YAML_SCALAR, reader->fault) &&
           pattern_compile(&column->match, match->text, yaml_place(match),
                           reader->arena, reader->fault) &&
           check_groups(reader, column, match);
}

static bool read_tier(struct layout_reader *reader,
                      struct layout_column *column, const struct yaml *map)
{
    int tier = TIER_NONE;
    const struct yaml *node = yaml_find(map, "tier");
    if (node == NULL)
        return true;
    if (column->field != COLUMN_AREA && column->field != COLUMN_PARENT)
        return fail(reader, node, "layout.tier_without_area");
    if (!yaml_choice(map, "tier", tier_names + 1, TIER_COUNT - 1, &tier,
                     reader->fault))
        return false;
    column->tier = (enum tier)(tier + 1);
    return true;
}

static bool read_set(struct layout_reader *reader, struct layout_column *column,
                     const struct yaml *map)
{
    const struct yaml *set = yaml_find(map, "set");
    if (!study_read_set(reader->book, set, reader->arena, &column->set,
                        &column->set_count, reader->fault))
        return false;
    for (size_t i = 0; i < column->set_count && column->quantity != NULL; i++)
        if (!carries(reader, column->quantity,
                     dimension_find(reader->book, column->set[i].dimension),
                     yaml_place(set->keys[i])))
            return false;
    return true;
}

static bool read_scale(struct layout_reader *reader,
                       struct layout_column *column, const struct yaml *map)
{
    column->scale = 1;
    if (!yaml_number(map, "scale", &column->scale, reader->fault))
        return false;
    return column->scale > 0 ||
           fail(reader, yaml_find(map, "scale"), "study.scale_not_positive");
}

static bool read_column(struct layout_reader *reader,
                        struct layout_column *column, const struct yaml *map)
{
    static const char *const known[] = {
        "head", "match", "field", "tier", "set", "scale", "quantity", "values"
    };
    uint16_t dimension = NO_INDEX;
    column->line = map->line;
    if (!yaml_only_keys(map, known, COUNT(known), reader->fault) ||
        !read_meaning(reader, column, &dimension, map) ||
        !read_head(reader, column, map) || !read_tier(reader, column, map) ||
        !read_set(reader, column, map) || !read_scale(reader, column, map))
        return false;
    const struct yaml *values = yaml_find(map, "values");
    column->values.name = column->dimension == NULL ? "" : column->dimension;
    return values == NULL ||
           layout_read_words(reader, &column->values, column->field, dimension,
                             values);
}

bool layout_read_columns(struct layout_reader *reader, struct layout *layout,
                         const struct yaml *list)
{
    if (!yaml_expect(list, YAML_LIST, reader->fault))
        return false;
    if (list->count == 0)
        return fail(reader, list, "layout.no_columns");
    layout->columns =
        arena_array(reader->arena, list->count, struct layout_column);
    layout->column_count = list->count;
    reader->layout = layout;
    for (size_t i = 0; i < list->count; i++)
        if (!read_column(reader, &layout->columns[i], list->items[i]))
            return false;
    return true;
}
