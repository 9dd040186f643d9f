/*
 * study_loader.c - the small checks that all loaders of a study share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/files.h"
#include "engine/base/text.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

const struct sheet_words study_tier_words = { tier_names + 1, TIER_COUNT - 1 };

const char *study_own_file(const struct study_loader *loader, const char *name)
{
    if (loader->project == NULL)
        return NULL;
    const char *path = path_join(loader->arena, loader->project, name);
    return file_exists(path) ? path : NULL;
}

const char *study_own_folder(const struct study_loader *loader,
                             const char *name)
{
    if (loader->project == NULL)
        return NULL;
    const char *path = path_join(loader->arena, loader->project, name);
    return folder_exists(path) ? path : NULL;
}

bool study_good_id(const struct yaml *key, struct fault *fault)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "0123456789_-";
    size_t good = strspn(key->text, allowed);
    return (good > 0 && key->text[good] == '\0') ||
           fault_set(fault, FAULT_USAGE, yaml_place(key), "study.bad_id", "id",
                     key->text, (char *)NULL);
}

bool study_files_in(const struct study_loader *loader, const char *folder,
                    const char *suffix, const char ***paths, size_t *count)
{
    *count = 0;
    *paths = NULL;
    if (folder == NULL || !folder_exists(folder))
        return true;
    char **names;
    if (!folder_list(&names, count, folder, suffix, loader->arena,
                     loader->fault))
        return false;
    *paths = arena_array(loader->arena, *count, const char *);
    for (size_t i = 0; i < *count; i++)
        (*paths)[i] = path_join(loader->arena, folder, names[i]);
    return true;
}

bool study_entries_in(const struct study_loader *loader, const char *folder,
                      bool (*read)(void *to, const struct yaml *key,
                                   const struct yaml *map),
                      void *to)
{
    const char **paths;
    size_t count;
    if (!study_files_in(loader, folder, ".yaml", &paths, &count))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct yaml *map;
        if (!yaml_load(&map, paths[i], loader->arena, loader->fault) ||
            !yaml_expect(map, YAML_MAP, loader->fault))
            return false;
        for (size_t k = 0; k < map->count; k++)
            if (!read(to, map->keys[k], map->items[k]))
                return false;
    }
    return true;
}

static bool indicator_at(const struct study_loader *loader, const char *id,
                         struct place place, uint16_t *out)
{
    const struct catalogue *catalogue = &loader->study->catalogue;
    uint16_t found = indicator_find(catalogue, id);
    if (found == NO_INDEX)
        return unknown_word(loader->fault, place, "study.unknown_indicator", id,
                            indicator_nearest(catalogue, id));
    *out = found;
    return true;
}

bool study_indicator_of(const struct study_loader *loader,
                        const struct yaml *node, uint16_t *out)
{
    return yaml_expect(node, YAML_SCALAR, loader->fault) &&
           indicator_at(loader, node->text, yaml_place(node), out);
}

bool study_indicator_cell(const struct study_loader *loader,
                          const struct sheet *sheet, size_t row, size_t column,
                          uint16_t *out)
{
    const char *id = sheet_cell(sheet, row, column);
    return id[0] == '\0' ||
           indicator_at(loader, id, sheet_place(sheet, row, column), out);
}

bool study_dimension_of(const struct codebook *book, const struct yaml *node,
                        uint16_t *out, struct fault *fault)
{
    if (!yaml_expect(node, YAML_SCALAR, fault))
        return false;
    *out = dimension_find(book, node->text);
    return *out != NO_INDEX ||
           unknown_word(fault, yaml_place(node), "study.unknown_dimension",
                        node->text, dimension_nearest(book, node->text));
}

bool study_code_of(const struct dimension *dimension, const struct yaml *node,
                   struct fault *fault)
{
    if (!yaml_expect(node, YAML_SCALAR, fault))
        return false;
    struct band band;
    if (dimension->ages)
        return band_parse(node->text, &band) ||
               unknown_word(fault, yaml_place(node), "study.bad_ages",
                            node->text, NULL);
    return code_find(dimension, node->text) != NO_INDEX ||
           unknown_word(fault, yaml_place(node), "study.unknown_code",
                        node->text, code_nearest(dimension, node->text));
}

bool study_read_set(const struct codebook *book, const struct yaml *node,
                    struct arena *arena, struct layout_set **set, size_t *count,
                    struct fault *fault)
{
    if (node == NULL)
        return true;
    if (!yaml_expect(node, YAML_MAP, fault))
        return false;
    *set = arena_array(arena, node->count, struct layout_set);
    *count = node->count;
    for (size_t i = 0; i < node->count; i++) {
        uint16_t index;
        if (!study_dimension_of(book, node->keys[i], &index, fault) ||
            !study_code_of(&book->dimensions[index], node->items[i], fault))
            return false;
        (*set)[i] =
            (struct layout_set){ node->keys[i]->text, node->items[i]->text };
    }
    return true;
}

bool study_period_cell(const struct study_loader *loader,
                       const struct sheet *sheet, size_t row, size_t column,
                       period *out)
{
    const char *cell = sheet_cell(sheet, row, column);
    return cell[0] == '\0' || period_parse(cell, PERIOD_SCHOOL_START, out) ||
           unknown_word(loader->fault, sheet_place(sheet, row, column),
                        "study.bad_period", cell, NULL);
}

/* A code that only lives at other times is not a typing error: say so. */
static bool area_fault(const struct study_loader *loader, const char *code,
                       struct place place, struct study_scope scope)
{
    const struct areas *areas = &loader->study->areas;
    if (scope.day != DATE_OPEN &&
        area_by_code(areas, code, DATE_OPEN, scope.tier) != NO_AREA) {
        struct text text = text_new();
        date_add(&text, scope.day);
        fault_set(loader->fault, FAULT_USAGE, place, "study.area_not_living",
                  "value", code, "day", text.bytes, (char *)NULL);
        text_free(&text);
        return false;
    }
    const char **codes = arena_array(loader->arena, areas->count, const char *);
    for (uint32_t i = 0; i < areas->count; i++)
        codes[i] = areas->items[i].code;
    const char *nearest = text_nearest(code, codes, areas->count);
    uint32_t named;
    struct area_scope anywhere = { scope.day, scope.tier, NO_AREA };
    if (areas_named(areas, code, anywhere, &named, 1, NULL) == 1)
        nearest = areas->items[named].code; /* a name where a code belongs */
    return unknown_word(loader->fault, place, "study.unknown_area", code,
                        nearest);
}

bool study_area_of(const struct study_loader *loader, const char *code,
                   struct place place, struct study_scope scope, uint32_t *out)
{
    uint32_t found =
        area_by_code(&loader->study->areas, code, scope.day, scope.tier);
    if (found == NO_AREA)
        return area_fault(loader, code, place, scope);
    *out = found;
    return true;
}

bool study_area_cell(const struct study_loader *loader,
                     const struct sheet *sheet, size_t row, size_t column,
                     struct study_scope scope, uint32_t *out)
{
    const char *code = sheet_cell(sheet, row, column);
    return code[0] == '\0' ||
           study_area_of(loader, code, sheet_place(sheet, row, column), scope,
                         out);
}

/* What follows [folder] and its slash in [path], or NULL. */
static const char *below(const char *folder, const char *path)
{
    size_t length = folder != NULL ? strlen(folder) : 0;
    if (length == 0 || strncmp(folder, path, length) != 0 ||
        path[length] != '/')
        return NULL;
    return path + length + 1;
}

const char *study_shown_path(const struct study_loader *loader,
                             const char *path)
{
    const char *own = below(loader->project, path);
    const char *shipped = below(loader->data, path);
    if (own != NULL)
        return own;
    return shipped != NULL ? arena_format(loader->arena, "data/%s", shipped)
                           : path;
}
