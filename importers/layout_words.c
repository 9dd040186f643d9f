/*
 * layout_words.c - a layout's words: what a cell says and which code it is.
 *
 *  (1) A word may list alternatives with |. Each becomes an entry, folded; a
 *      word that two entries claim for different codes is a fault, because the
 *      order would decide. `x|X: 1` says the same twice and does no harm.
 *  (2) `all` is a code of every dimension: no restriction.
 *  (3) A column of numbers may have words too: ticks into numbers (x: 1), or
 *      into a status (x: missing).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "importers/layout_columns.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"
#include "importers/words.h"

char *layout_fold(struct arena *arena, const char *alternatives)
{
    struct text folded = text_new();
    for (const char *at = alternatives;; at++) {
        size_t length = strcspn(at, "|");
        text_add(&folded, words_fold(arena, arena_copy(arena, at, length)));
        at += length;
        if (*at == '\0')
            break;
        text_add_char(&folded, '|');
    }
    char *copy = arena_string(arena, folded.bytes);
    text_free(&folded);
    return copy;
}

static bool good_code(struct layout_reader *reader, enum column_field field,
                      uint16_t dimension, const struct yaml *code)
{
    struct place place = yaml_place(code);
    double number;
    period when;
    switch (field) {
    case COLUMN_DIMENSION:
        return text_same(code->text, "all") ||
               study_code_of(&reader->book->dimensions[dimension], code,
                             reader->fault);
    case COLUMN_STATUS:
        return status_find(code->text) != STATUS_COUNT ||
               unknown_choice(reader->fault, place, "layout.unknown_status",
                              code->text, status_names, STATUS_COUNT);
    case COLUMN_QUANTITY:
    case COLUMN_VALUE:
        return number_parse(code->text, &number) ||
               status_find(code->text) != STATUS_COUNT ||
               unknown_word(reader->fault, place, "layout.not_a_number",
                            code->text, NULL);
    case COLUMN_QUANTITY_NAME:
        return quantity_find(reader->book, code->text) != NO_INDEX ||
               unknown_word(reader->fault, place, "study.unknown_quantity",
                            code->text,
                            quantity_nearest(reader->book, code->text));
    case COLUMN_PERIOD:
        return period_parse(code->text, PERIOD_SCHOOL_START, &when) ||
               unknown_word(reader->fault, place, "study.bad_period",
                            code->text, NULL);
    case COLUMN_AREA:
    case COLUMN_PARENT:
    case COLUMN_NOTE:
        break;
    }
    return fault_set(reader->fault, FAULT_USAGE, place, "layout.no_words_here",
                     (char *)NULL);
}

static size_t alternatives(const char *word)
{
    size_t count = 1;
    for (; *word != '\0'; word++)
        count += *word == '|';
    return count;
}

/* The code that a word already has; NULL for a new one. */
static const char *code_so_far(const struct value_map *values, const char *word)
{
    for (size_t i = 0; i < values->count; i++)
        if (text_same(values->words[i].word, word))
            return values->words[i].code;
    return NULL;
}

/* Contract 1. */
static bool add_word(struct layout_reader *reader, struct value_map *values,
                     const struct yaml *key, const char *code)
{
    const char *at = key->text;
    for (bool more = true; more;) {
        size_t length = strcspn(at, "|");
        const char *word =
            words_fold(reader->arena, arena_copy(reader->arena, at, length));
        const char *had = code_so_far(values, word);
        if (had != NULL && !text_same(had, code))
            return fault_set(reader->fault, FAULT_USAGE, yaml_place(key),
                             "layout.word_twice", "value", word, (char *)NULL);
        if (had == NULL)
            values->words[values->count++] = (struct word_map){ word, code };
        more = at[length] == '|';
        at += length + 1;
    }
    return true;
}

bool layout_read_words(struct layout_reader *reader, struct value_map *values,
                       enum column_field field, uint16_t dimension,
                       const struct yaml *map)
{
    if (!yaml_expect(map, YAML_MAP, reader->fault))
        return false;
    size_t room = 0;
    for (size_t i = 0; i < map->count; i++)
        room += alternatives(map->keys[i]->text);
    values->words = arena_array(reader->arena, room, struct word_map);
    for (size_t i = 0; i < map->count; i++)
        if (!yaml_expect(map->items[i], YAML_SCALAR, reader->fault) ||
            !good_code(reader, field, dimension, map->items[i]) ||
            !add_word(reader, values, map->keys[i], map->items[i]->text))
            return false;
    return true;
}

bool layout_read_values(struct layout_reader *reader, struct layout *layout,
                        const struct yaml *map)
{
    if (map == NULL)
        return true;
    if (!yaml_expect(map, YAML_MAP, reader->fault))
        return false;
    layout->values = arena_array(reader->arena, map->count, struct value_map);
    for (size_t i = 0; i < map->count; i++) {
        enum column_field field = COLUMN_STATUS;
        uint16_t dimension = NO_INDEX;
        if (!text_same(map->keys[i]->text, "status")) {
            field = COLUMN_DIMENSION;
            if (!study_dimension_of(reader->book, map->keys[i], &dimension,
                                    reader->fault))
                return false;
        }
        struct value_map *values = &layout->values[layout->value_count++];
        values->name = map->keys[i]->text;
        if (!layout_read_words(reader, values, field, dimension, map->items[i]))
            return false;
    }
    return true;
}
