/*
 * yaml.h - definitions in a strict subset of YAML.
 *
 * Mappings, sequences and scalars; every scalar is text and is read by its
 * key's type, so 034 stays 034 and no stays no. Anchors, aliases, tags, several
 * documents, duplicate keys and keys that are not text are faults with file,
 * line and column. Text is brought into NFC.
 *
 * Readers first call yaml_only_keys, which faults on a key nobody knows and
 * names the nearest known one, then take the mapping apart key by key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_YAML_H
#define HOCTAP_BASE_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/fault.h"

struct arena;

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml {
    enum yaml_kind kind;
    const char *text; /* a scalar's text, "" when empty */
    const char *file;
    unsigned line, column;
    size_t count;        /* items of a list, pairs of a map */
    struct yaml **items; /* list items or map values */
    struct yaml **keys;  /* a map's keys, scalars */
};

/* An empty file is an empty map. */
bool yaml_load(struct yaml **out, const char *path, struct arena *arena,
               struct fault *fault);
bool yaml_parse(struct yaml **out, const char *name, const char *bytes,
                size_t length, struct arena *arena, struct fault *fault);

struct place yaml_place(const struct yaml *node);

/* A map's value, or NULL. */
const struct yaml *yaml_find(const struct yaml *map, const char *key);

/* Faults unless every key of [map] is one of [known]. */
bool yaml_only_keys(const struct yaml *map, const char *const known[],
                    size_t count, struct fault *fault);

/* Faults unless the node is of that kind. */
bool yaml_expect(const struct yaml *node, enum yaml_kind kind,
                 struct fault *fault);

/*
 * Readers of one key. When the key is absent they leave *out alone and return
 * true; when it is there in the wrong shape they fault. Text lives in the
 * tree's arena.
 */
bool yaml_text(const struct yaml *map, const char *key, const char **out,
               struct fault *fault);
bool yaml_number(const struct yaml *map, const char *key, double *out,
                 struct fault *fault);
bool yaml_whole(const struct yaml *map, const char *key, long *out,
                struct fault *fault);
bool yaml_flag(const struct yaml *map, const char *key, bool *out,
               struct fault *fault); /* yes/no, true/false */
/* *out = index of the word among [words]; faults with the nearest word. */
bool yaml_choice(const struct yaml *map, const char *key,
                 const char *const words[], size_t count, int *out,
                 struct fault *fault);
/* A list of texts; a single scalar counts as a list of one. */
bool yaml_texts(const struct yaml *map, const char *key, struct arena *arena,
                const char ***out, size_t *count, struct fault *fault);
/* Faults unless the key is there. */
bool yaml_needs(const struct yaml *map, const char *key, struct fault *fault);

/* Adds a text so that it reads back the same, as a key or a value, also inside
 * [ ] and { }: plain when it may be, else in double quotes. */
struct text;
void yaml_add_scalar(struct text *out, const char *string);

#endif
