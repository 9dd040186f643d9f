/*
 * naming.c - what findings call things.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/indicator/naming.h"

#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"

static bool english(const struct study *study)
{
    return strcmp(study_language(study), "en") == 0;
}

static const char *in_language(const struct study *study, const char *name,
                               const char *name_en, const char *id)
{
    const char *first = english(study) ? name_en : name;
    const char *second = english(study) ? name : name_en;

    if (first && first[0])
        return first;
    return second && second[0] ? second : id;
}

const char *naming_area(const struct study *study, uint32_t area)
{
    return area_name(&study->areas, area, study_language(study));
}

const char *naming_indicator(const struct study *study, uint16_t indicator)
{
    const struct indicator *in = &study->catalogue.items[indicator];

    return in_language(study, in->name, in->name_en, in->id);
}

/* As it is written inside a sentence: "nữ". */
static const char *code_name(const struct study *study, const struct code *code)
{
    const char *vi = code_attribute_find(code, "within");
    const char *en = code_attribute_find(code, "within_en");

    return in_language(study, vi ? vi : code->name, en ? en : code->name_en,
                       code->id);
}

/* A list's code has a name; an age is its own. */
static const char *code_words(const struct study *study,
                              const struct quantity *quantity,
                              const struct bands *bands, uint64_t cell,
                              size_t slot, struct arena *arena)
{
    const struct dimension *d =
        &study->codebook.dimensions[quantity->dimensions[slot]];
    uint8_t byte = cell_get(cell, slot);
    char room[16];

    if (!d->ages && byte <= d->count)
        return code_name(study, &d->codes[byte - 1]);
    return arena_string(
        arena, cell_code(&study->codebook, quantity, bands, cell, slot, room));
}

const char *naming_cell(const struct study *study, const struct bands *bands,
                        uint16_t quantity, uint64_t cell, struct arena *arena)
{
    const struct quantity *q = &study->codebook.quantities[quantity];
    const char *all = "";

    for (size_t slot = 0; slot < q->dimension_count; slot++) {
        if (cell_get(cell, slot) == 0)
            continue;
        const char *code = code_words(study, q, bands, cell, slot, arena);
        all = all[0] ? arena_format(arena, "%s, %s", all, code) : code;
    }
    return all;
}

const char *naming_quantity(const struct study *study,
                            const struct bands *bands, uint16_t quantity,
                            uint64_t cell, struct arena *arena)
{
    const struct quantity *q = &study->codebook.quantities[quantity];
    const char *name = in_language(study, q->name, q->name_en, q->id);
    const char *part = naming_cell(study, bands, quantity, cell, arena);

    return part[0] ? arena_format(arena, "%s (%s)", name, part) : name;
}

/* Takes the text over into the arena. */
static const char *kept(struct text *text, struct arena *arena)
{
    const char *copy = arena_string(arena, text->bytes);

    text_free(text);
    return copy;
}

const char *naming_period(period p, struct arena *arena)
{
    struct text text = text_new();

    period_add_local(&text, p);
    return kept(&text, arena);
}

const char *naming_number(const struct study *study, double value,
                          struct arena *arena)
{
    struct text text = text_new();

    number_add_spoken(&text, value, study_language(study));
    return kept(&text, arena);
}

const char *naming_exact(double value, struct arena *arena)
{
    struct text text = text_new();

    number_add_exact(&text, value);
    return kept(&text, arena);
}

const char *naming_source(const struct table *table, uint32_t row,
                          struct arena *arena)
{
    struct finding_place place = table_place(table, row);

    return place.file ? arena_format(arena, "%s:%u", place.file, place.line)
                      : "";
}
