/*
 * yaml.c - a tree out of libyaml's events.
 *
 *  (1) The bytes are checked first: no zero byte, valid UTF-8. A byte order
 * mark is passed over. So libyaml never guesses an encoding. (2) Anchors,
 * aliases, tags, directives and a second document are faults, and so is nesting
 * deeper than DEEPEST, which bounds the recursion here. (3) Keys are scalars
 * and differ within their map; the fault stands at the second one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/text.h"
#include "engine/base/yaml.h"

enum { DEEPEST = 64 };

struct reader {
    yaml_parser_t parser;
    yaml_event_t event; /* the one looked at */
    const char *name;
    const char *bytes;
    size_t length;
    struct arena *arena;
    struct fault *fault;
};

static struct place place_at(const char *name, const char *bytes, size_t at)
{
    struct place place = { name, 1, 1 };
    for (size_t i = 0; i < at; i++) {
        if (bytes[i] == '\n') {
            place.line++;
            place.column = 1;
        } else if (((unsigned char)bytes[i] & 0xC0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

static struct place place_of(const struct reader *reader, yaml_mark_t mark)
{
    return (struct place){ reader->name, (unsigned)mark.line + 1,
                           (unsigned)mark.column + 1 };
}

static bool refuse(const struct reader *reader, const char *message)
{
    return fault_set(reader->fault, FAULT_USAGE,
                     place_of(reader, reader->event.start_mark), message,
                     (char *)NULL);
}

/* What libyaml says is wrong, and where. */
static bool syntax_fault(const struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    struct place place = place_of(reader, parser->problem_mark);
    if (parser->error == YAML_MEMORY_ERROR)
        out_of_memory(reader->length);
    if (parser->error == YAML_READER_ERROR)
        place = place_at(reader->name, reader->bytes,
                         parser->problem_offset < reader->length
                             ? parser->problem_offset
                             : reader->length);
    return fault_set(reader->fault, FAULT_USAGE, place, "yaml.syntax",
                     "problem", parser->problem, (char *)NULL);
}

/* Moves on to the next event. */
static bool next(struct reader *reader)
{
    yaml_event_delete(&reader->event);
    if (!yaml_parser_parse(&reader->parser, &reader->event))
        return syntax_fault(reader);
    return true;
}

static struct yaml *node_new(const struct reader *reader, enum yaml_kind kind)
{
    struct yaml *node = arena_new_of(reader->arena, struct yaml);
    struct place place = place_of(reader, reader->event.start_mark);
    node->kind = kind;
    node->text = "";
    node->file = reader->name;
    node->line = place.line;
    node->column = place.column;
    return node;
}

/* Is there an anchor or a tag? Both stand at the same place in the three. */
static bool plain_node(const struct reader *reader)
{
    const yaml_event_t *event = &reader->event;
    const yaml_char_t *anchor, *tag;
    if (event->type == YAML_SCALAR_EVENT) {
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
    } else {
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
    }
    if (anchor != NULL)
        return refuse(reader, "yaml.anchor");
    return tag == NULL || refuse(reader, "yaml.tag");
}

static bool read_scalar(struct yaml **out, struct reader *reader)
{
    struct yaml *node = node_new(reader, YAML_SCALAR);
    const char *value = (const char *)reader->event.data.scalar.value;
    if (strlen(value) != reader->event.data.scalar.length)
        return refuse(reader, "yaml.zero_byte"); /* written as "\0" */
    node->text = text_nfc(reader->arena, value);
    *out = node;
    return next(reader);
}

/* Room for one more in both columns; the old ones stay in the arena. */
static void widen(struct yaml *node, struct arena *arena)
{
    size_t count = node->count;
    if (count != 0 && (count < 8 || (count & (count - 1)) != 0))
        return;
    size_t room = count == 0 ? 8 : count * 2;
    struct yaml **items = arena_array(arena, room, struct yaml *);
    struct yaml **keys = arena_array(arena, room, struct yaml *);
    for (size_t i = 0; i < count; i++) {
        items[i] = node->items[i];
        keys[i] = node->keys[i];
    }
    node->items = items;
    node->keys = keys;
}

static int by_key(const void *left, const void *right)
{
    const struct yaml *a = *(struct yaml *const *)left;
    const struct yaml *b = *(struct yaml *const *)right;
    int order = strcmp(a->text, b->text);
    if (order == 0)
        order = (a->line > b->line) - (a->line < b->line);
    return order != 0 ? order
                      : (a->column > b->column) - (a->column < b->column);
}

/* (3) */
static bool keys_differ(const struct yaml *map, struct reader *reader)
{
    if (map->count < 2)
        return true;
    struct yaml **sorted =
        arena_array(reader->arena, map->count, struct yaml *);
    for (size_t i = 0; i < map->count; i++)
        sorted[i] = map->keys[i];
    qsort(sorted, map->count, sizeof sorted[0], by_key);
    for (size_t i = 1; i < map->count; i++)
        if (text_same(sorted[i - 1]->text, sorted[i]->text))
            return fault_set(reader->fault, FAULT_USAGE, yaml_place(sorted[i]),
                             "yaml.duplicate_key", "key", sorted[i]->text,
                             (char *)NULL);
    return true;
}

static bool read_node(struct yaml **out, struct reader *reader, unsigned depth);

static bool read_many(struct yaml **out, struct reader *reader,
                      enum yaml_kind kind, unsigned depth)
{
    const yaml_event_type_t end =
        kind == YAML_MAP ? YAML_MAPPING_END_EVENT : YAML_SEQUENCE_END_EVENT;
    struct yaml *node = node_new(reader, kind);
    if (depth >= DEEPEST)
        return refuse(reader, "yaml.too_deep");
    if (!next(reader))
        return false;
    while (reader->event.type != end) {
        widen(node, reader->arena);
        if (kind == YAML_MAP) {
            if (reader->event.type == YAML_MAPPING_START_EVENT ||
                reader->event.type == YAML_SEQUENCE_START_EVENT)
                return refuse(reader, "yaml.key_not_text");
            if (!read_node(&node->keys[node->count], reader, depth + 1))
                return false;
        }
        if (!read_node(&node->items[node->count], reader, depth + 1))
            return false;
        node->count++;
    }
    *out = node;
    if (kind == YAML_LIST)
        node->keys = NULL;
    else if (!keys_differ(node, reader))
        return false;
    return next(reader);
}

/* The node the reader looks at; leaves the reader behind it. */
static bool read_node(struct yaml **out, struct reader *reader, unsigned depth)
{
    if (reader->event.type == YAML_ALIAS_EVENT)
        return refuse(reader, "yaml.alias");
    if (!plain_node(reader))
        return false;
    if (reader->event.type == YAML_SCALAR_EVENT)
        return read_scalar(out, reader);
    return read_many(out, reader,
                     reader->event.type == YAML_MAPPING_START_EVENT ? YAML_MAP
                                                                    : YAML_LIST,
                     depth);
}

/* Stream start, document start, one node, document end, stream end. */
static bool read_document(struct yaml **out, struct reader *reader)
{
    if (!next(reader))
        return false;
    if (!next(reader))
        return false;
    if (reader->event.type == YAML_STREAM_END_EVENT) {
        *out = node_new(reader, YAML_MAP);
        (*out)->line = (*out)->column = 1;
        return true;
    }
    if (reader->event.data.document_start.version_directive != NULL ||
        reader->event.data.document_start.tag_directives.start !=
            reader->event.data.document_start.tag_directives.end)
        return refuse(reader, "yaml.directive");
    if (!next(reader) || !read_node(out, reader, 0) || !next(reader))
        return false;
    if ((*out)->kind == YAML_SCALAR && (*out)->text[0] == '\0')
        (*out)->kind = YAML_MAP;
    return reader->event.type == YAML_STREAM_END_EVENT ||
           refuse(reader, "yaml.second_document");
}

/* (1) */
static bool bytes_good(const struct reader *reader)
{
    size_t at;
    const char *message = "yaml.zero_byte";
    const char *zero = memchr(reader->bytes, '\0', reader->length);
    if (zero != NULL) {
        at = (size_t)(zero - reader->bytes);
    } else if (!text_is_utf8(reader->bytes, reader->length, &at)) {
        message = "yaml.not_utf8";
    } else {
        return true;
    }
    return fault_set(reader->fault, FAULT_USAGE,
                     place_at(reader->name, reader->bytes, at), message,
                     (char *)NULL);
}

bool yaml_parse(struct yaml **out, const char *name, const char *bytes,
                size_t length, struct arena *arena, struct fault *fault)
{
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    struct reader reader = { .name = arena_string(arena, name),
                             .bytes = length == 0 ? "" : bytes,
                             .length = length,
                             .arena = arena,
                             .fault = fault };
    if (!bytes_good(&reader))
        return false;
    if (!yaml_parser_initialize(&reader.parser))
        out_of_memory(sizeof reader.parser);
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser,
                                 (const unsigned char *)reader.bytes, length);
    bool good = read_document(out, &reader);
    yaml_event_delete(&reader.event);
    yaml_parser_delete(&reader.parser);
    return good;
}

bool yaml_load(struct yaml **out, const char *path, struct arena *arena,
               struct fault *fault)
{
    struct arena *scratch = arena_new();
    char *bytes;
    size_t length;
    bool good = file_read(&bytes, &length, path, FILE_DEFINITION_LIMIT, scratch,
                          fault) &&
                yaml_parse(out, path, bytes, length, arena, fault);
    arena_free(scratch);
    return good;
}
