/*
 * study_codebook.c - codes.yaml and quantities.yaml, the data folder's and the
 * project's.
 *
 *  (1) A project's dimension adds codes to the one that is there; a code that
 *      is named again is replaced where it stands, so the order stays.
 *  (2) A project's quantity replaces the whole definition.
 *  (3) A byte of a cell holds a code's number plus one, so a dimension has at
 *      most 254 codes.
 *  (4) How a quantity adds up must be said: a guess here would make a fact of
 *      the sum of twelve monthly stocks.
 *  (5) What raises or lowers a stock is a quantity that is defined before or
 *      in the same file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/base/files.h"
#include "engine/base/text.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { CODE_LIMIT = 254 };

/* Words that a layout's column or our own files already use. */
static const char *const reserved[] = {
    "area", "parent", "period",    "status", "note", "quantity",    "value",
    "line", "file",   "published", "all",    "tier", "school_year",
};

static bool free_id(const struct yaml *key, struct fault *fault)
{
    for (size_t i = 0; i < COUNT(reserved); i++)
        if (text_same(key->text, reserved[i]))
            return fault_set(fault, FAULT_USAGE, yaml_place(key),
                             "codes.reserved", "id", key->text, (char *)NULL);
    return study_good_id(key, fault);
}

/* A code is a map, or just its name. */
static bool read_code(struct study_loader *loader, const struct yaml *key,
                      const struct yaml *node, struct code *code)
{
    if (!free_id(key, loader->fault))
        return false;
    *code = (struct code){ .id = key->text, .name = key->text };
    if (node->kind == YAML_SCALAR) {
        if (node->text[0] != '\0')
            code->name = node->text;
        return true;
    }
    if (!yaml_expect(node, YAML_MAP, loader->fault))
        return false;
    code->attributes =
        arena_array(loader->arena, node->count, struct code_attribute);
    for (size_t i = 0; i < node->count; i++) {
        const char *word = node->keys[i]->text;
        if (!yaml_expect(node->items[i], YAML_SCALAR, loader->fault))
            return false;
        const char *text = node->items[i]->text;
        if (text_same(word, "name"))
            code->name = text;
        else if (text_same(word, "name_en"))
            code->name_en = text;
        else
            code->attributes[code->attribute_count++] =
                (struct code_attribute){ word, text };
    }
    return true;
}

/* Contract 1. */
static bool add_codes(struct study_loader *loader, struct dimension *dimension,
                      const struct yaml *map)
{
    if (!yaml_expect(map, YAML_MAP, loader->fault))
        return false;
    struct code *codes =
        arena_array(loader->arena, dimension->count + map->count, struct code);
    size_t count = dimension->count;
    for (size_t i = 0; i < count; i++)
        codes[i] = dimension->codes[i];
    for (size_t i = 0; i < map->count; i++) {
        struct code code;
        if (!read_code(loader, map->keys[i], map->items[i], &code))
            return false;
        uint16_t at = code_find(dimension, code.id);
        codes[at == NO_INDEX ? count++ : at] = code;
    }
    if (count > CODE_LIMIT)
        return fault_set(loader->fault, FAULT_USAGE, yaml_place(map),
                         "codes.too_many", "id", dimension->id, (char *)NULL);
    dimension->codes = codes;
    dimension->count = count;
    return true;
}

static bool read_dimension(struct study_loader *loader,
                           struct dimension *dimension, const struct yaml *map)
{
    static const char *const known[] = { "name", "name_en", "closed", "kind",
                                         "codes" };
    static const char *const kinds[] = { "list", "ages" };
    struct fault *fault = loader->fault;
    int kind = dimension->ages ? 1 : 0;
    if (!yaml_only_keys(map, known, COUNT(known), fault) ||
        !yaml_text(map, "name", &dimension->name, fault) ||
        !yaml_text(map, "name_en", &dimension->name_en, fault) ||
        !yaml_flag(map, "closed", &dimension->closed, fault) ||
        !yaml_choice(map, "kind", kinds, COUNT(kinds), &kind, fault))
        return false;
    dimension->ages = kind == 1;
    const struct yaml *codes = yaml_find(map, "codes");
    if (codes == NULL)
        return true;
    if (dimension->ages)
        return fault_set(fault, FAULT_USAGE, yaml_place(codes),
                         "codes.ages_have_none", "id", dimension->id,
                         (char *)NULL);
    return add_codes(loader, dimension, codes);
}

static bool load_codes(struct study_loader *loader, const char *path)
{
    struct codebook *book = &loader->study->codebook;
    struct yaml *map;
    if (!yaml_load(&map, path, loader->arena, loader->fault) ||
        !yaml_expect(map, YAML_MAP, loader->fault))
        return false;
    struct dimension *dimensions = arena_array(
        loader->arena, book->dimension_count + map->count, struct dimension);
    for (size_t i = 0; i < book->dimension_count; i++)
        dimensions[i] = book->dimensions[i];
    book->dimensions = dimensions;
    for (size_t i = 0; i < map->count; i++) {
        const char *id = map->keys[i]->text;
        uint16_t at = dimension_find(book, id);
        if (at == NO_INDEX) {
            if (!free_id(map->keys[i], loader->fault))
                return false;
            at = (uint16_t)book->dimension_count++;
            dimensions[at] = (struct dimension){ .id = id, .name = id };
        }
        if (!read_dimension(loader, &dimensions[at], map->items[i]))
            return false;
    }
    return true;
}

bool study_load_codes(struct study_loader *loader)
{
    const char *own = study_own_file(loader, "codes.yaml");
    return load_codes(loader,
                      path_join(loader->arena, loader->data, "codes.yaml")) &&
           (own == NULL || load_codes(loader, own));
}

static bool read_carried(struct study_loader *loader, struct quantity *quantity,
                         const struct yaml *list)
{
    if (list == NULL)
        return true;
    if (!yaml_expect(list, YAML_LIST, loader->fault))
        return false;
    if (list->count > CELL_DIMENSIONS)
        return fault_set(loader->fault, FAULT_USAGE, yaml_place(list),
                         "quantities.too_many_dimensions", "id", quantity->id,
                         (char *)NULL);
    for (size_t i = 0; i < list->count; i++) {
        uint16_t found;
        if (!study_dimension_of(&loader->study->codebook, list->items[i],
                                &found, loader->fault))
            return false;
        if (quantity_slot(quantity, found) != NO_INDEX)
            return fault_set(loader->fault, FAULT_USAGE,
                             yaml_place(list->items[i]),
                             "quantities.dimension_twice", "id",
                             list->items[i]->text, (char *)NULL);
        quantity->dimensions[quantity->dimension_count++] = found;
    }
    return true;
}

static bool read_quantity(struct study_loader *loader,
                          struct quantity *quantity, const struct yaml *map)
{
    static const char *const known[] = {
        "name",      "name_en",     "unit",     "unit_en",    "over_areas",
        "over_time", "accumulates", "over_map", "dimensions", "rate_of",
        "raised_by", "lowered_by",  "steady",
    };
    static const char *const areas[] = { "sum", "none" };
    static const char *const times[] = { "last", "sum", "mean" };
    static const char *const runs[] = { "period", "year_to_date", "term" };
    static const char *const maps[] = { "sum", "restart" };
    struct fault *fault = loader->fault;
    int area = 0, time = 0, run = 0, over_map = 0;
    quantity->unit = "";
    if (!yaml_only_keys(map, known, COUNT(known), fault) ||
        !yaml_needs(map, "name", fault) ||
        !yaml_needs(map, "over_areas", fault) ||
        !yaml_needs(map, "over_time", fault) ||
        !yaml_text(map, "name", &quantity->name, fault) ||
        !yaml_text(map, "name_en", &quantity->name_en, fault) ||
        !yaml_text(map, "unit", &quantity->unit, fault) ||
        !yaml_text(map, "unit_en", &quantity->unit_en, fault) ||
        !yaml_choice(map, "over_areas", areas, COUNT(areas), &area, fault) ||
        !yaml_choice(map, "over_time", times, COUNT(times), &time, fault) ||
        !yaml_choice(map, "accumulates", runs, COUNT(runs), &run, fault) ||
        !yaml_choice(map, "over_map", maps, COUNT(maps), &over_map, fault) ||
        !yaml_text(map, "rate_of", &quantity->rate_of, fault) ||
        !yaml_text(map, "raised_by", &quantity->raised_by, fault) ||
        !yaml_text(map, "lowered_by", &quantity->lowered_by, fault) ||
        !yaml_number(map, "steady", &quantity->steady, fault))
        return false;
    if (quantity->rate_of != NULL)
        quantity->rate_of_place = yaml_place(yaml_find(map, "rate_of"));
    quantity->over_areas = (enum over_areas)area;
    quantity->over_time = (enum over_time)time;
    quantity->accumulates = (enum accumulates)run;
    quantity->over_map = (enum over_map)over_map;
    return read_carried(loader, quantity, yaml_find(map, "dimensions"));
}

/* (5) */
static bool check_flow(const struct study_loader *loader,
                       const struct yaml *quantity, const char *key)
{
    const struct codebook *book = &loader->study->codebook;
    const struct yaml *node = yaml_find(quantity, key);
    return node == NULL || quantity_find(book, node->text) != NO_INDEX ||
           unknown_word(loader->fault, yaml_place(node),
                        "study.unknown_quantity", node->text,
                        quantity_nearest(book, node->text));
}

static bool load_quantities(struct study_loader *loader, const char *path)
{
    struct codebook *book = &loader->study->codebook;
    struct yaml *map;
    if (!yaml_load(&map, path, loader->arena, loader->fault) ||
        !yaml_expect(map, YAML_MAP, loader->fault))
        return false;
    if (book->quantity_count + map->count >= NO_INDEX)
        return fault_set(loader->fault, FAULT_USAGE, yaml_place(map),
                         "quantities.too_many", (char *)NULL);
    struct quantity *quantities = arena_array(
        loader->arena, book->quantity_count + map->count, struct quantity);
    for (size_t i = 0; i < book->quantity_count; i++)
        quantities[i] = book->quantities[i];
    book->quantities = quantities;
    for (size_t i = 0; i < map->count; i++) {
        struct quantity quantity = { .id = map->keys[i]->text };
        if (!study_good_id(map->keys[i], loader->fault) ||
            !read_quantity(loader, &quantity, map->items[i]))
            return false;
        uint16_t at = quantity_find(book, quantity.id);
        if (at == NO_INDEX)
            at = (uint16_t)book->quantity_count++;
        quantities[at] = quantity;
    }
    for (size_t i = 0; i < map->count; i++)
        if (!check_flow(loader, map->items[i], "raised_by") ||
            !check_flow(loader, map->items[i], "lowered_by"))
            return false;
    return true;
}

bool study_load_quantities(struct study_loader *loader)
{
    const char *own = study_own_file(loader, "quantities.yaml");
    return load_quantities(loader, path_join(loader->arena, loader->data,
                                             "quantities.yaml")) &&
           (own == NULL || load_quantities(loader, own));
}
