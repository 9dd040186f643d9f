/*
 * study.c - loading a study, part by part.
 *
 * The order is that of knowledge: what a part checks against is there before
 * it. The project's own file comes before its areas, because a folder without
 * one is no project and that is the first thing to say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "importers/study.h"
#include "engine/base/files.h"
#include "importers/layout.h"
#include "importers/study_loader.h"

static bool load_folder(struct study_loader *loader, struct layout_list *list,
                        const char *folder)
{
    const char **paths;
    size_t count;
    list->pass++;
    if (!study_files_in(loader, folder, ".yaml", &paths, &count))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!layout_load(list, paths[i], &loader->study->codebook,
                         loader->arena, loader->fault))
            return false;
    return true;
}

/* A project with a draft in it says so, also when no file meets it. */
static void list_unfinished(const struct study_loader *loader)
{
    for (size_t i = 0; i < loader->study->layout_count; i++) {
        const struct layout *layout = &loader->study->layouts[i];
        struct finding_place place = { .file = layout->file,
                                       .line = layout->unfinished_line };
        if (layout->unfinished > 0 && loader->findings != NULL)
            layout_unfinished(loader->findings, layout, place);
    }
}

bool study_load_layouts(struct study_loader *loader)
{
    struct layout_list *list = layout_list_new(loader->arena);
    layout_add_builtin(list, &loader->study->codebook, loader->arena);
    if (!load_folder(loader, list,
                     path_join(loader->arena, loader->data, "layouts")) ||
        !load_folder(loader, list, study_own_folder(loader, "layouts")))
        return false;
    loader->study->layouts = list->items;
    loader->study->layout_count = list->count;
    list_unfinished(loader);
    return true;
}

static bool folders_there(const struct study_loader *loader)
{
    if (!folder_exists(loader->data))
        return fault_set(loader->fault, FAULT_FILE, PLACE_FILE(loader->data),
                         "study.no_data_folder", (char *)NULL);
    return loader->project == NULL || folder_exists(loader->project) ||
           fault_set(loader->fault, FAULT_FILE, PLACE_FILE(loader->project),
                     "study.no_project_folder", (char *)NULL);
}

bool study_load(struct study **out, const struct study_request *request,
                struct arena *arena, struct findings *findings,
                struct fault *fault)
{
    static const struct study_changes none = { .period = NO_PERIOD };
    return study_load_changed(out, request, &none, arena, findings, fault);
}

bool study_load_changed(struct study **out, const struct study_request *request,
                        const struct study_changes *changes,
                        struct arena *arena, struct findings *findings,
                        struct fault *fault)
{
    static bool (*const parts[])(struct study_loader *) = {
        study_load_codes,       study_load_quantities,  study_load_layouts,
        study_load_catalogue,   study_load_project,     study_load_messages,
        study_load_areas,       study_load_crosswalk,   study_settle_root,
        study_load_targets,     study_load_standards,   study_load_breaks,
        study_load_aliases,     study_load_submissions, study_load_decisions,
        study_load_shapes,      study_load_tiles,       study_load_published,
        study_load_report_plan, study_load_style,
    };
    struct study *study = arena_new_of(arena, struct study);
    struct study_loader loader = { .study = study,
                                   .arena = arena,
                                   .findings = findings,
                                   .fault = fault,
                                   .data = request->data_folder,
                                   .project = request->project,
                                   .language = request->language,
                                   .changes = changes };
    study->data_folder = arena_string(arena, request->data_folder);
    if (request->project != NULL)
        loader.project = arena_string(arena, request->project);
    if (!folders_there(&loader))
        return false;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (!parts[i](&loader))
            return false;
    *out = study;
    return true;
}
