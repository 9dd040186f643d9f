/*
 * import_project.c - the files of a project, source by source.
 *
 *  (1) A source reads each file once, however many of its globs it fits.
 *  (2) A file that is named must be there; a glob may match nothing yet.
 *  (3) What lies among the exports and is read by no source is said: it may be
 *      an office's return. What a system leaves beside them is not meant.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>
#include <sys/stat.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "engine/model/table.h"
#include "importers/import.h"
#include "importers/submissions.h"

struct listed {
    const char *name; /* relative to the project */
    const char *path;
    const struct source_plan *plan;
    size_t bytes;
};

struct listing {
    struct listed *items;
    size_t count, room, bytes;
};

static size_t file_size(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? (size_t)status.st_size : 0;
}

/* The path as the project sees it. */
static const char *name_in(const char *folder, const char *path)
{
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && path[length] == '/'
               ? path + length + 1
               : path;
}

static void list_file(struct listing *listing, const char *folder,
                      const char *path, const struct source_plan *plan,
                      size_t first, struct arena *arena)
{
    for (size_t i = first; i < listing->count; i++) /* (1) */
        if (strcmp(listing->items[i].path, path) == 0)
            return;
    struct listed item = { name_in(folder, path), path, plan, file_size(path) };
    if (listing->count == listing->room) {
        struct listed *old = listing->items;
        listing->room = 2 * listing->room + 64;
        listing->items = arena_array(arena, listing->room, struct listed);
        if (listing->count > 0)
            memcpy(listing->items, old, listing->count * sizeof *old);
    }
    listing->items[listing->count++] = item;
    listing->bytes += item.bytes;
}

static bool list_source(struct listing *listing, struct arena *keeper,
                        const struct import_context *context,
                        const struct source_plan *plan, struct fault *fault)
{
    const char *folder = context->study->project.folder;
    size_t first = listing->count;
    for (size_t i = 0; i < plan->file_count; i++) {
        char **paths;
        size_t count;
        if (!files_matching(&paths, &count, folder, plan->files[i], keeper,
                            fault))
            return false;
        if (count == 0 && strpbrk(plan->files[i], "*?|") == NULL) /* (2) */
            return fault_set(
                fault, FAULT_FILE,
                PLACE_FILE(path_join(keeper, folder, plan->files[i])),
                "file.missing", (char *)NULL);
        for (size_t k = 0; k < count; k++)
            list_file(listing, folder, paths[k], plan, first, keeper);
    }
    if (listing->count > first)
        return true;
    finding_add(context->findings, FINDING_no_files,
                (struct finding_place){
                    .file = "project.yaml",
                    .line = plan->line,
                    .value = plan->file_count > 0 ? plan->files[0] : NULL },
                "source", plan->name, (char *)NULL);
    return true;
}

/* (3) */
static bool is_left_by_system(const char *name)
{
    static const char *const begins[] = { "~$", "Thumbs.", "desktop." };
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if (text_starts(name, begins[i]))
            return true;
    return false;
}

static bool is_listed(const struct listing *listing, const char *path)
{
    for (size_t i = 0; i < listing->count; i++)
        if (strcmp(listing->items[i].path, path) == 0)
            return true;
    return false;
}

static bool say_unread(const struct listing *listing, struct arena *keeper,
                       const struct import_context *context,
                       struct fault *fault)
{
    static const char everywhere[] = "exports/*|exports/*/*|exports/*/*/*|"
                                     "exports/*/*/*/*";
    const char *folder = context->study->project.folder;
    char **paths;
    size_t count;
    if (!files_matching(&paths, &count, folder, everywhere, keeper, fault))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!is_listed(listing, paths[i]) &&
            !is_left_by_system(path_name(paths[i])))
            finding_add(
                context->findings, FINDING_unread_file,
                (struct finding_place){ .file = name_in(folder, paths[i]) },
                (char *)NULL);
    return true;
}

bool import_project(struct table *into, const struct import_context *context,
                    struct fault *fault)
{
    const struct project *project = &context->study->project;
    struct listing listing = { NULL, 0, 0, 0 };
    size_t done = 0;
    for (size_t i = 0; i < project->source_count; i++)
        if (!list_source(&listing, into->arena, context, &project->sources[i],
                         fault))
            return false;
    if (!say_unread(&listing, into->arena, context, fault))
        return false;
    for (size_t i = 0; i < listing.count; i++) {
        const struct listed *file = &listing.items[i];
        if (context->progress.tell != NULL)
            context->progress.tell(context->progress.to, done, listing.bytes);
        if (!import_file(into, file->path, file->name, file->plan, context,
                         fault))
            return false;
        done += file->bytes;
    }
    if (context->progress.tell != NULL)
        context->progress.tell(context->progress.to, done, listing.bytes);
    import_finish(into, context);
    submissions_check(into, context->study, context->findings,
                      context->scratch);
    return true;
}
