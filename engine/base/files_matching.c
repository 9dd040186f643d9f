/*
 * files_matching.c - listing folders and finding files by globs.
 *
 *  (1) A glob is walked part by part: a part without * and ? that exists is
 *      taken as it is (so ".." climbs), any other is compared with the names in
 *      the folder. Nothing below a folder that does not match is looked at.
 *  (2) Names are compared in normal form C: some systems store them decomposed.
 *      The path keeps the bytes of the disk, so that it can be opened.
 *  (3) A name that begins with a dot is matched only by a part that does too.
 *  (4) A folder that cannot be entered holds no matches, unless it is the
 *      folder that was asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/grow.h"
#include "engine/base/pattern.h"
#include "engine/base/text.h"

/* Names that are collected in an arena. */
struct names {
    char **items;
    size_t count, room;
    struct arena *arena;
};

static struct names *names_new(struct arena *arena)
{
    struct names *names = arena_new_of(arena, struct names);
    names->arena = arena;
    arena_defer(arena, grow_release, &names->items);
    return names;
}

static void names_add(struct names *names, const char *name)
{
    grow(names->items, names->count, names->room);
    names->items[names->count++] = arena_string(names->arena, name);
}

static int by_bytes(const void *left, const void *right)
{
    char *const *a = left, *const *b = right;
    return strcmp(*a, *b);
}

/* Sorted by bytes, each once. */
static void names_sort(struct names *names)
{
    size_t kept = 0;
    if (names->count > 1)
        qsort(names->items, names->count, sizeof names->items[0], by_bytes);
    for (size_t i = 0; i < names->count; i++)
        if (kept == 0 || strcmp(names->items[kept - 1], names->items[i]) != 0)
            names->items[kept++] = names->items[i];
    names->count = kept;
}

static bool names_of_folder(struct names *names, const char *folder)
{
    DIR *stream = opendir(folder[0] == '\0' ? "." : folder);
    if (stream == NULL)
        return false;
    struct dirent *entry;
    errno = 0;
    while ((entry = readdir(stream)) != NULL)
        if (!text_same(entry->d_name, ".") && !text_same(entry->d_name, ".."))
            names_add(names, entry->d_name);
    int reason = errno;
    closedir(stream);
    errno = reason;
    return reason == 0;
}

static bool folder_fault(const char *folder, struct fault *fault)
{
    if (errno == ENOENT || errno == ENOTDIR)
        return fault_set(fault, FAULT_FILE, PLACE_FILE(folder),
                         "folder.missing", (char *)NULL);
    return fault_errno(fault, folder, "folder.unreadable");
}

static bool ends_in(const char *name, const char *suffix)
{
    size_t length = strlen(name), tail = strlen(suffix);
    return length >= tail && strcmp(name + length - tail, suffix) == 0;
}

bool folder_list(char ***names, size_t *count, const char *folder,
                 const char *suffix, struct arena *arena, struct fault *fault)
{
    struct names *all = names_new(arena);
    if (!names_of_folder(all, folder))
        return folder_fault(folder, fault);
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i][0] != '.' && ends_in(all->items[i], suffix))
            all->items[kept++] = all->items[i];
    all->count = kept;
    names_sort(all);
    *names = all->items;
    *count = all->count;
    return true;
}

/* (2), (3); what is no UTF-8 can only be met by its own bytes. */
static bool name_fits(const char *glob, const char *name, struct arena *arena)
{
    if (name[0] == '.' && glob[0] != '.')
        return false;
    return glob_match(text_nfc(arena, glob), text_nfc(arena, name));
}

static bool literal(const char *part)
{
    return strpbrk(part, "*?") == NULL;
}

static void walk(struct names *found, const char *folder, const char *glob);

/* One step into [name]: a folder when more of the glob is to come. */
static void step(struct names *found, const char *folder, const char *name,
                 const char *rest)
{
    char *path = path_join(found->arena, folder, name);
    if (rest != NULL) {
        if (folder_exists(path))
            walk(found, path, rest);
    } else if (file_exists(path)) {
        names_add(found, path);
    }
}

/* (1) */
static void walk(struct names *found, const char *folder, const char *glob)
{
    size_t length = strcspn(glob, "/");
    const char *rest = glob[length] == '/' ? glob + length + 1 : NULL;
    while (rest != NULL && *rest == '/')
        rest++;
    char *part = arena_copy(found->arena, glob, length);
    if (literal(part)) {
        char *path = path_join(found->arena, folder, part);
        if (file_exists(path) || folder_exists(path)) {
            step(found, folder, part, rest);
            return;
        }
    }
    struct names *names = names_new(found->arena);
    if (!names_of_folder(names, folder))
        return; /* (4) */
    for (size_t i = 0; i < names->count; i++)
        if (name_fits(part, names->items[i], found->arena))
            step(found, folder, names->items[i], rest);
}

bool files_matching(char ***paths, size_t *count, const char *folder,
                    const char *glob, struct arena *arena, struct fault *fault)
{
    if (!folder_exists(folder[0] == '\0' ? "." : folder)) {
        errno = ENOENT;
        return folder_fault(folder, fault);
    }
    struct names *found = names_new(arena);
    char *copy = arena_string(arena, glob), *one;
    while ((one = strsep(&copy, "|")) != NULL) {
        if (one[0] == '/')
            walk(found, "/", one + strspn(one, "/"));
        else if (one[0] != '\0')
            walk(found, folder, one);
    }
    names_sort(found);
    *paths = found->items;
    *count = found->count;
    return true;
}
