/*
 * study_style.c - charts/style.yaml: how charts look. Every key must be there:
 * a default here would be a second style that nobody sees. A palette names the
 * colours that it has otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/files.h"
#include "engine/base/text.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#define COLOUR_KEYS                                                            \
    "better", "similar", "worse", "none", "text", "muted", "grid", "axis",     \
        "whole", "target", "main_series", "band", "sequential", "groups"

static const char *const palette_keys[] = { COLOUR_KEYS, "class_signs" };

enum { COLOURS = 12 };
enum { SMALLEST_WIDTH = 200, LARGEST_WIDTH = 4000, COLOUR_DIGITS = 6 };

/* "#08519C" */
static bool read_colour(const struct study_loader *loader,
                        const struct yaml *node, uint32_t *out)
{
    static const char digits[] = "0123456789ABCDEFabcdef";
    if (!yaml_expect(node, YAML_SCALAR, loader->fault))
        return false;
    const char *text = node->text;
    if (text[0] != '#' || strlen(text) != COLOUR_DIGITS + 1 ||
        strspn(text + 1, digits) != COLOUR_DIGITS)
        return unknown_word(loader->fault, yaml_place(node), "style.bad_colour",
                            text, NULL);
    *out = 0;
    for (const char *at = text + 1; *at != '\0'; at++) {
        uint32_t digit = (uint32_t)(strchr(digits, *at) - digits);
        *out = *out * 16 + (digit < 16 ? digit : digit - COLOUR_DIGITS);
    }
    return true;
}

static bool read_row(const struct study_loader *loader, const struct yaml *list,
                     uint32_t *out, size_t count)
{
    if (list == NULL)
        return true;
    if (!yaml_expect(list, YAML_LIST, loader->fault))
        return false;
    if (list->count != count)
        return fault_set(loader->fault, FAULT_USAGE, yaml_place(list),
                         "style.palette_size", "count", count == 5 ? "5" : "6",
                         (char *)NULL);
    for (size_t i = 0; i < count; i++)
        if (!read_colour(loader, list->items[i], &out[i]))
            return false;
    return true;
}

static bool read_colours(const struct study_loader *loader,
                         const struct yaml *map, struct chart_style *style)
{
    const struct {
        const char *key;
        uint32_t *out;
    } colours[COLOURS] = {
        { "better", &style->better },
        { "similar", &style->similar },
        { "worse", &style->worse },
        { "none", &style->none },
        { "text", &style->text },
        { "muted", &style->muted },
        { "grid", &style->grid },
        { "axis", &style->axis },
        { "whole", &style->whole },
        { "target", &style->target },
        { "main_series", &style->main_series },
        { "band", &style->band },
    };
    for (size_t i = 0; i < COLOURS; i++) {
        const struct yaml *node = yaml_find(map, colours[i].key);
        if (node != NULL && !read_colour(loader, node, colours[i].out))
            return false;
    }
    return read_row(loader, yaml_find(map, "sequential"), style->sequential,
                    COUNT(style->sequential)) &&
           read_row(loader, yaml_find(map, "groups"), style->groups,
                    COUNT(style->groups));
}

/* Each begins as the style itself. */
static bool read_palettes(struct study_loader *loader, const struct yaml *map)
{
    struct study *study = loader->study;
    if (map == NULL)
        return true;
    if (!yaml_expect(map, YAML_MAP, loader->fault))
        return false;
    study->palettes =
        arena_array(loader->arena, map->count, struct chart_palette);
    for (; study->palette_count < map->count; study->palette_count++) {
        const struct yaml *colours = map->items[study->palette_count];
        struct chart_palette *palette = &study->palettes[study->palette_count];
        palette->name = map->keys[study->palette_count]->text;
        palette->style = study->style;
        if (!yaml_expect(colours, YAML_MAP, loader->fault) ||
            !yaml_only_keys(colours, palette_keys, COUNT(palette_keys),
                            loader->fault) ||
            !read_colours(loader, colours, &palette->style) ||
            !yaml_flag(colours, "class_signs", &palette->style.class_signs,
                       loader->fault))
            return false;
    }
    return true;
}

static bool read_sizes(const struct study_loader *loader,
                       const struct yaml *map, struct chart_style *style)
{
    long width = 0;
    if (!yaml_number(map, "font_size", &style->font_size, loader->fault) ||
        !yaml_number(map, "title_size", &style->title_size, loader->fault) ||
        !yaml_whole(map, "width", &width, loader->fault))
        return false;
    if (width < SMALLEST_WIDTH || width > LARGEST_WIDTH ||
        style->font_size <= 0 || style->title_size <= 0)
        return fault_set(loader->fault, FAULT_USAGE,
                         yaml_place(yaml_find(map, "width")), "style.bad_sizes",
                         (char *)NULL);
    style->width = (unsigned)width;
    return true;
}

bool study_load_style(struct study_loader *loader)
{
    static const char *const known[] = {
        "palettes",   "font",  "font_fallback", "font_size",
        "title_size", "width", COLOUR_KEYS,
    };
    struct chart_style *style = &loader->study->style;
    struct yaml *map;
    if (!yaml_load(&map,
                   path_join(loader->arena, loader->data, "charts/style.yaml"),
                   loader->arena, loader->fault) ||
        !yaml_only_keys(map, known, COUNT(known), loader->fault))
        return false;
    for (size_t i = 1; i < COUNT(known); i++) /* all but palettes */
        if (!yaml_needs(map, known[i], loader->fault))
            return false;
    return yaml_text(map, "font", &style->font, loader->fault) &&
           yaml_text(map, "font_fallback", &style->font_fallback,
                     loader->fault) &&
           read_sizes(loader, map, style) && read_colours(loader, map, style) &&
           read_palettes(loader, yaml_find(map, "palettes"));
}
