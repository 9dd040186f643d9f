/*
 * study_sources.c - the list under `sources` of project.yaml: which files an
 * office sends and how they are to be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/text.h"
#include "importers/layout.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool read_layout(const struct study_loader *loader,
                        struct source_plan *source, const struct yaml *map)
{
    const struct study *study = loader->study;
    source->layout = "auto";
    if (!yaml_text(map, "layout", &source->layout, loader->fault))
        return false;
    return text_same(source->layout, "auto") ||
           layout_find(study->layouts, study->layout_count, source->layout) !=
               NULL ||
           unknown_word(loader->fault, yaml_place(yaml_find(map, "layout")),
                        "study.unknown_layout", source->layout,
                        layout_nearest(study->layouts, study->layout_count,
                                       source->layout));
}

static bool read_quantity(const struct study_loader *loader,
                          struct source_plan *source, const struct yaml *map)
{
    const struct codebook *book = &loader->study->codebook;
    if (!yaml_text(map, "quantity", &source->quantity, loader->fault))
        return false;
    return source->quantity == NULL ||
           quantity_find(book, source->quantity) != NO_INDEX ||
           unknown_word(loader->fault, yaml_place(yaml_find(map, "quantity")),
                        "study.unknown_quantity", source->quantity,
                        quantity_nearest(book, source->quantity));
}

static bool read_times(const struct study_loader *loader,
                       struct source_plan *source, const struct yaml *map)
{
    const char *when = NULL, *day = NULL;
    if (!yaml_text(map, "period", &when, loader->fault) ||
        !yaml_text(map, "cutoff", &day, loader->fault))
        return false;
    if (when != NULL &&
        !period_parse(when, PERIOD_SCHOOL_START, &source->period))
        return unknown_word(loader->fault, yaml_place(yaml_find(map, "period")),
                            "study.bad_period", when, NULL);
    return day == NULL || date_parse(day, &source->cutoff) ||
           unknown_word(loader->fault, yaml_place(yaml_find(map, "cutoff")),
                        "study.bad_date", day, NULL);
}

static bool read_files(const struct study_loader *loader,
                       struct source_plan *source, const struct yaml *map)
{
    if (!yaml_needs(map, "files", loader->fault) ||
        !yaml_texts(map, "files", loader->arena, &source->files,
                    &source->file_count, loader->fault))
        return false;
    bool good = source->file_count > 0;
    for (size_t i = 0; i < source->file_count; i++)
        good = good && source->files[i][0] != '\0';
    return good ||
           fault_set(loader->fault, FAULT_USAGE,
                     yaml_place(yaml_find(map, "files")), "project.no_files",
                     "source", source->name, (char *)NULL);
}

static bool read_source(const struct study_loader *loader,
                        struct source_plan *source, const struct yaml *map)
{
    static const char *const known[] = {
        "name",  "files",  "layout", "set",
        "scale", "period", "cutoff", "quantity"
    };
    struct fault *fault = loader->fault;
    source->line = map->line;
    source->scale = 1;
    if (!yaml_only_keys(map, known, COUNT(known), fault) ||
        !yaml_needs(map, "name", fault) ||
        !yaml_text(map, "name", &source->name, fault) ||
        !read_files(loader, source, map) || !read_layout(loader, source, map) ||
        !read_quantity(loader, source, map) ||
        !study_read_set(&loader->study->codebook, yaml_find(map, "set"),
                        loader->arena, &source->set, &source->set_count,
                        fault) ||
        !yaml_number(map, "scale", &source->scale, fault) ||
        !read_times(loader, source, map))
        return false;
    return source->scale > 0 ||
           fault_set(fault, FAULT_USAGE, yaml_place(yaml_find(map, "scale")),
                     "study.scale_not_positive", (char *)NULL);
}

bool study_read_sources(struct study_loader *loader, const struct yaml *list)
{
    struct project *project = &loader->study->project;
    if (list == NULL)
        return true;
    if (!yaml_expect(list, YAML_LIST, loader->fault))
        return false;
    project->sources =
        arena_array(loader->arena, list->count, struct source_plan);
    for (size_t i = 0; i < list->count; i++) {
        struct source_plan *source = &project->sources[i];
        if (!read_source(loader, source, list->items[i]))
            return false;
        for (size_t k = 0; k < i; k++)
            if (text_same(project->sources[k].name, source->name))
                return fault_set(loader->fault, FAULT_USAGE,
                                 yaml_place(list->items[i]),
                                 "project.source_twice", "source", source->name,
                                 (char *)NULL);
        project->source_count = i + 1;
    }
    return true;
}
