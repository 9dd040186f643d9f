/*
 * study_catalogue.c - the indicators of the data folder and of the project.
 *
 *  (1) The order of the files, and of the entries in a file, is the order of
 *      reports. A project's indicator of a known id takes the old one's place.
 *  (2) `for` makes one indicator for each code: ner becomes ner_primary, ….
 *  (3) A count has no denominator, an index may have one, every other kind
 *      must.
 *  (4) What is not said is never guessed from figures: without a kind it is a
 *      proportion, or a count when it has no denominator; without noise a fact;
 *      without `material` every difference is worth a word. The data folder's
 *      own indicators say all three.
 *  (5) A sample has noise, or nothing could be said of what it stands for.
 *
 * Whether the expressions make sense is the computing room's question; it gets
 * their places for its answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine/base/files.h"
#include "engine/base/grow.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "importers/study_expand.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { CLAUSES = 5, BOUND_ROOM = 64 };

/* The indicators so far, and in which folder (1 data, 2 project) each was. */
struct reading {
    struct study_loader *loader;
    struct indicator *items;
    size_t count, room;
    unsigned *passes;
    size_t pass_room;
    unsigned pass;
};

static bool fail(const struct study_loader *loader, const struct yaml *node,
                 const char *message)
{
    return fault_set(loader->fault, FAULT_USAGE, yaml_place(node), message,
                     (char *)NULL);
}

/* A text of the entry with its braces filled; absent: *out stays. */
static bool read_text(const struct study_loader *loader,
                      const struct expansion *expansion, const struct yaml *map,
                      const char *key, const char **out)
{
    const struct yaml *node = yaml_find(map, key);
    if (node == NULL)
        return true;
    return yaml_expect(node, YAML_SCALAR, loader->fault) &&
           study_expand(expansion, node->text, yaml_place(node), out,
                        loader->arena, loader->fault);
}

static bool read_texts(const struct study_loader *loader,
                       const struct expansion *expansion,
                       const struct yaml *map, struct indicator *indicator)
{
    const struct {
        const char *key;
        const char **out;
    } texts[] = {
        { "name", &indicator->name },
        { "name_en", &indicator->name_en },
        { "group", &indicator->group },
        { "unit", &indicator->unit },
        { "unit_en", &indicator->unit_en },
        { "notes", &indicator->notes },
        { "notes_en", &indicator->notes_en },
        { "source", &indicator->source },
        { "numerator", &indicator->numerator },
        { "denominator", &indicator->denominator },
        { "of", &indicator->of },
    };
    for (size_t i = 0; i < COUNT(texts); i++)
        if (!read_text(loader, expansion, map, texts[i].key, texts[i].out))
            return false;
    const struct yaml *numerator = yaml_find(map, "numerator");
    const struct yaml *denominator = yaml_find(map, "denominator");
    if (numerator != NULL)
        indicator->numerator_place = yaml_place(numerator);
    if (denominator != NULL)
        indicator->denominator_place = yaml_place(denominator);
    return true;
}

static bool read_bound(const char *text, size_t length, double open,
                       double *out)
{
    char number[BOUND_ROOM];
    *out = open;
    if (length == 0)
        return true;
    if (length >= sizeof number)
        return false;
    memcpy(number, text, length);
    number[length] = '\0';
    return number_parse(number, out);
}

/* 0..100, 0.., ..100 */
static bool read_bounds(const struct study_loader *loader,
                        const struct yaml *map, struct indicator *indicator)
{
    const char *text = "..";
    if (!yaml_text(map, "bounds", &text, loader->fault))
        return false;
    const char *dots = strstr(text, "..");
    if (dots != NULL &&
        read_bound(text, (size_t)(dots - text), (double)-INFINITY,
                   &indicator->bound_low) &&
        read_bound(dots + 2, strlen(dots + 2), (double)INFINITY,
                   &indicator->bound_high) &&
        indicator->bound_low < indicator->bound_high)
        return true;
    return unknown_word(loader->fault, yaml_place(yaml_find(map, "bounds")),
                        "indicator.bad_bounds", text, NULL);
}

static bool read_choices(const struct study_loader *loader,
                         const struct yaml *map, struct indicator *indicator)
{
    bool divided = yaml_find(map, "denominator") != NULL;
    int kind = divided ? KIND_PROPORTION : KIND_COUNT; /* (4) */
    int better = BETTER_NONE, noise = NOISE_NONE;
    if (!yaml_choice(map, "kind", kind_names, KIND_COUNT_OF, &kind,
                     loader->fault) ||
        !yaml_choice(map, "better", better_names, BETTER_COUNT, &better,
                     loader->fault) ||
        !yaml_choice(map, "noise", noise_names, NOISE_COUNT, &noise,
                     loader->fault) ||
        !yaml_flag(map, "adjusted", &indicator->adjusted, loader->fault))
        return false;
    if (indicator->adjusted && kind != KIND_PARITY)
        return fail(loader, yaml_find(map, "adjusted"),
                    "indicator.adjusted_parity");
    indicator->kind = (enum indicator_kind)kind;
    indicator->better = (enum better)better;
    indicator->noise = (enum noise)noise;
    return true;
}

static bool at_least(const struct study_loader *loader, const struct yaml *map,
                     const char *key, double value, double least)
{
    return value >= least ||
           fault_set(loader->fault, FAULT_USAGE,
                     yaml_place(yaml_find(map, key)), "indicator.too_small",
                     "key", key, (char *)NULL);
}

static bool read_numbers(const struct study_loader *loader,
                         const struct yaml *map, struct indicator *indicator)
{
    long clause = 0;
    indicator->scale = indicator->design_effect = 1;
    if (!yaml_whole(map, "clause", &clause, loader->fault) ||
        !yaml_number(map, "scale", &indicator->scale, loader->fault) ||
        !yaml_number(map, "material", &indicator->material, loader->fault) ||
        !yaml_number(map, "design_effect", &indicator->design_effect,
                     loader->fault) ||
        !yaml_number(map, "hide_below", &indicator->hide_below,
                     loader->fault) ||
        !at_least(loader, map, "material", indicator->material, 0) ||
        !at_least(loader, map, "design_effect", indicator->design_effect, 1) ||
        !at_least(loader, map, "hide_below", indicator->hide_below, 0))
        return false;
    if (indicator->scale <= 0)
        return fail(loader, yaml_find(map, "scale"),
                    "study.scale_not_positive");
    if (clause < 0 || clause > CLAUSES)
        return fail(loader, yaml_find(map, "clause"), "indicator.bad_clause");
    indicator->clause = (unsigned)clause;
    return true;
}

static bool read_by(const struct study_loader *loader, const struct yaml *map,
                    struct indicator *indicator)
{
    const struct yaml *list = yaml_find(map, "by");
    if (!yaml_texts(map, "by", loader->arena, &indicator->by,
                    &indicator->by_count, loader->fault))
        return false;
    for (size_t i = 0; i < indicator->by_count; i++) {
        uint16_t index;
        const struct yaml *item =
            list->kind == YAML_LIST ? list->items[i] : list;
        if (!study_dimension_of(&loader->study->codebook, item, &index,
                                loader->fault))
            return false;
    }
    return true;
}

/* (5) */
static bool read_sample(const struct study_loader *loader,
                        const struct yaml *map, struct indicator *indicator)
{
    if (!yaml_flag(map, "sample", &indicator->sample, loader->fault))
        return false;
    return !indicator->sample ||
           (indicator->noise != NOISE_NONE &&
            indicator->noise != NOISE_PROCESS) ||
           fail(loader, yaml_find(map, "sample"),
                "indicator.sample_without_noise");
}

/* Contract 3. */
static bool check_parts(const struct study_loader *loader,
                        const struct yaml *map,
                        const struct indicator *indicator)
{
    bool whole = indicator->kind == KIND_COUNT;
    if (whole && indicator->denominator != NULL)
        return fail(loader, yaml_find(map, "denominator"),
                    "indicator.count_is_not_divided");
    return whole || indicator->kind == KIND_INDEX ||
           yaml_needs(map, "denominator", loader->fault);
}

static bool add(struct reading *reading, struct indicator indicator)
{
    struct catalogue sofar = { reading->items, reading->count };
    uint16_t found = indicator_find(&sofar, indicator.id);
    size_t at = found == NO_INDEX ? reading->count : found;
    if (found != NO_INDEX && reading->passes[at] == reading->pass)
        return fault_set(reading->loader->fault, FAULT_USAGE, indicator.place,
                         "study.defined_twice", "id", indicator.id, "file",
                         reading->items[at].place.file, (char *)NULL);
    if (found == NO_INDEX) {
        grow(reading->items, reading->count, reading->room);
        grow(reading->passes, reading->count, reading->pass_room);
        reading->count++;
    }
    reading->items[at] = indicator;
    reading->passes[at] = reading->pass;
    return true;
}

static bool read_indicator(struct reading *reading, const struct yaml *key,
                           const struct yaml *map,
                           const struct expansion *expansion)
{
    static const char *const known[] = {
        "for",        "name",      "name_en", "clause",  "group",
        "kind",       "numerator", "unit",    "scale",   "denominator",
        "unit_en",    "better",    "bounds",  "noise",   "design_effect",
        "material",   "by",        "notes",   "source",  "notes_en",
        "hide_below", "sample",    "of",      "adjusted"
    };
    const struct study_loader *loader = reading->loader;
    struct indicator indicator = {
        .id = key->text, .group = "", .unit = "", .place = yaml_place(key)
    };
    if (expansion->code != NULL)
        indicator.id = arena_format(loader->arena, "%s_%s", key->text,
                                    expansion->code->id);
    return yaml_only_keys(map, known, COUNT(known), loader->fault) &&
           yaml_needs(map, "name", loader->fault) &&
           yaml_needs(map, "numerator", loader->fault) &&
           read_texts(loader, expansion, map, &indicator) &&
           read_bounds(loader, map, &indicator) &&
           read_choices(loader, map, &indicator) &&
           read_numbers(loader, map, &indicator) &&
           read_by(loader, map, &indicator) &&
           read_sample(loader, map, &indicator) &&
           check_parts(loader, map, &indicator) && add(reading, indicator);
}

/* Contract 2. [codes] is the list of one dimension's codes. */
static bool read_for_all(struct reading *reading, const struct yaml *key,
                         const struct yaml *map, uint16_t dimension,
                         const struct yaml *codes)
{
    const struct study_loader *loader = reading->loader;
    const struct codebook *book = &loader->study->codebook;
    struct expansion expansion = { .dimension = &book->dimensions[dimension] };
    if (expansion.dimension->ages)
        return fail(loader, codes, "indicator.for_ages");
    if (!yaml_expect(codes, YAML_LIST, loader->fault))
        return false;
    for (size_t i = 0; i < codes->count; i++) {
        if (!study_code_of(expansion.dimension, codes->items[i], loader->fault))
            return false;
        uint16_t code = code_find(expansion.dimension, codes->items[i]->text);
        expansion.code = &expansion.dimension->codes[code];
        if (!read_indicator(reading, key, map, &expansion))
            return false;
    }
    return true;
}

static bool read_entry(void *to, const struct yaml *key, const struct yaml *map)
{
    struct reading *reading = to;
    const struct study_loader *loader = reading->loader;
    static const struct expansion none = { NULL, NULL };
    if (!study_good_id(key, loader->fault) ||
        !yaml_expect(map, YAML_MAP, loader->fault))
        return false;
    const struct yaml *each = yaml_find(map, "for");
    if (each == NULL)
        return read_indicator(reading, key, map, &none);
    uint16_t dimension;
    if (!yaml_expect(each, YAML_MAP, loader->fault))
        return false;
    if (each->count != 1)
        return fail(loader, each, "indicator.for_one_dimension");
    return study_dimension_of(&loader->study->codebook, each->keys[0],
                              &dimension, loader->fault) &&
           read_for_all(reading, key, map, dimension, each->items[0]);
}

static bool read_folder(struct reading *reading, const char *folder)
{
    reading->pass++;
    return study_entries_in(reading->loader, folder, read_entry, reading);
}

/* Quantities are read first, so what they say of indicators is checked here. */
static bool rates_are_known(const struct study_loader *loader)
{
    const struct codebook *book = &loader->study->codebook;
    const struct catalogue *catalogue = &loader->study->catalogue;
    for (size_t i = 0; i < book->quantity_count; i++) {
        const struct quantity *quantity = &book->quantities[i];
        if (quantity->rate_of != NULL &&
            indicator_find(catalogue, quantity->rate_of) == NO_INDEX)
            return unknown_word(
                loader->fault, quantity->rate_of_place,
                "study.unknown_indicator", quantity->rate_of,
                indicator_nearest(catalogue, quantity->rate_of));
    }
    return true;
}

bool study_load_catalogue(struct study_loader *loader)
{
    struct reading *reading = arena_new_of(loader->arena, struct reading);
    arena_defer(loader->arena, grow_release, &reading->items);
    arena_defer(loader->arena, grow_release, &reading->passes);
    reading->loader = loader;
    if (!read_folder(reading,
                     path_join(loader->arena, loader->data, "indicators")) ||
        !read_folder(reading, study_own_folder(loader, "indicators")))
        return false;
    loader->study->catalogue =
        (struct catalogue){ reading->items, reading->count };
    return rates_are_known(loader);
}
