/*
 * files_paths.c - joining and taking apart the names of files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"

/* "." and "" say nothing: the folder we are in. */
static bool here(const char *path)
{
    return path[0] == '\0' || (path[0] == '.' && path[1] == '\0');
}

char *path_join(struct arena *arena, const char *folder, const char *name)
{
    if (name[0] == '/' || here(folder))
        return arena_string(arena, name[0] == '\0' ? "." : name);
    if (here(name))
        return arena_string(arena, folder);
    bool closed = folder[strlen(folder) - 1] == '/';
    return arena_format(arena, "%s%s%s", folder, closed ? "" : "/", name);
}

char *path_folder(struct arena *arena, const char *path)
{
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--; /* a/b/ names the same as a/b */
    while (length > 0 && path[length - 1] != '/')
        length--;
    if (length == 0)
        return arena_string(arena, ".");
    while (length > 1 && path[length - 1] == '/')
        length--;
    return arena_copy(arena, path, length);
}

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

const char *path_within(struct arena *arena, const char *folder,
                        const char *path)
{
    char *around = realpath(folder, NULL);
    char *file = realpath(path, NULL);
    size_t length = around == NULL ? 0 : strlen(around);
    bool inside = around != NULL && file != NULL &&
                  strncmp(file, around, length) == 0 && file[length] == '/';
    const char *within = inside ? arena_string(arena, file + length + 1) : path;
    free(around);
    free(file);
    return within;
}
