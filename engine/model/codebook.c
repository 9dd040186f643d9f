/*
 * codebook.c - finding dimensions, codes and quantities by their ids, and the
 * bytes of a cell.
 *
 * Codebooks are short (tens of entries), so a look-up walks the list; readers
 * of long files keep the number they found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/codebook.h"

uint16_t dimension_find(const struct codebook *book, const char *id)
{
    for (size_t i = 0; i < book->dimension_count; i++)
        if (strcmp(book->dimensions[i].id, id) == 0)
            return (uint16_t)i;
    return NO_INDEX;
}

uint16_t quantity_find(const struct codebook *book, const char *id)
{
    for (size_t i = 0; i < book->quantity_count; i++)
        if (strcmp(book->quantities[i].id, id) == 0)
            return (uint16_t)i;
    return NO_INDEX;
}

uint16_t code_find(const struct dimension *dimension, const char *id)
{
    for (size_t i = 0; i < dimension->count; i++)
        if (strcmp(dimension->codes[i].id, id) == 0)
            return (uint16_t)i;
    return NO_INDEX;
}

const char *code_attribute_find(const struct code *code, const char *key)
{
    for (size_t i = 0; i < code->attribute_count; i++)
        if (strcmp(code->attributes[i].key, key) == 0)
            return code->attributes[i].value;
    return NULL;
}

uint16_t quantity_slot(const struct quantity *quantity, uint16_t dimension)
{
    for (size_t i = 0; i < quantity->dimension_count; i++)
        if (quantity->dimensions[i] == dimension)
            return (uint16_t)i;
    return NO_INDEX;
}

const char *quantity_nearest(const struct codebook *book, const char *id)
{
    struct arena *scratch = arena_new();
    const char **ids = arena_array(scratch, book->quantity_count, const char *);
    for (size_t i = 0; i < book->quantity_count; i++)
        ids[i] = book->quantities[i].id;
    const char *nearest = text_nearest(id, ids, book->quantity_count);
    arena_free(scratch);
    return nearest;
}

const char *dimension_nearest(const struct codebook *book, const char *id)
{
    struct arena *scratch = arena_new();
    const char **ids =
        arena_array(scratch, book->dimension_count, const char *);
    for (size_t i = 0; i < book->dimension_count; i++)
        ids[i] = book->dimensions[i].id;
    const char *nearest = text_nearest(id, ids, book->dimension_count);
    arena_free(scratch);
    return nearest;
}

const char *code_nearest(const struct dimension *dimension, const char *id)
{
    struct arena *scratch = arena_new();
    const char **ids = arena_array(scratch, dimension->count, const char *);
    for (size_t i = 0; i < dimension->count; i++)
        ids[i] = dimension->codes[i].id;
    const char *nearest = text_nearest(id, ids, dimension->count);
    arena_free(scratch);
    return nearest;
}

uint8_t cell_get(uint64_t cell, size_t slot)
{
    assert(slot < CELL_DIMENSIONS);
    return (uint8_t)(cell >> (8 * slot));
}

uint64_t cell_set(uint64_t cell, size_t slot, uint8_t code)
{
    assert(slot < CELL_DIMENSIONS);
    uint64_t hole = ~(UINT64_C(0xff) << (8 * slot));
    return (cell & hole) | ((uint64_t)code << (8 * slot));
}

const char *cell_code(const struct codebook *book,
                      const struct quantity *quantity,
                      const struct bands *bands, uint64_t cell, size_t slot,
                      char *room)
{
    uint8_t byte = cell_get(cell, slot);
    if (byte == 0 || slot >= quantity->dimension_count)
        return "";
    const struct dimension *dimension =
        &book->dimensions[quantity->dimensions[slot]];
    if (dimension->ages) {
        assert(byte < bands->count);
        return band_print(bands->items[byte], room);
    }
    assert(byte <= dimension->count);
    return dimension->codes[byte - 1].id;
}
