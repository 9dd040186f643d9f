/*
 * passing.c - a folder for files on their way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/passing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"

static const char *const globs[] = { "*", "*/*" };
enum { DEPTHS = sizeof globs / sizeof *globs };

bool passing_open(struct passing *passing, const char *above,
                  struct fault *fault)
{
    const char *usual = getenv("TMPDIR");
    if (usual == NULL || *usual == '\0')
        usual = "/tmp";
    int length = snprintf(passing->folder, sizeof passing->folder,
                          "%s/.hoctap-XXXXXX", above ? above : usual);
    interrupt_hold(&passing->interrupt);
    if (length < (int)sizeof passing->folder &&
        mkdtemp(passing->folder) != NULL)
        return true;
    fault_errno(fault, above ? above : usual, "folder.unwritable");
    interrupt_release(&passing->interrupt);
    return false;
}

/* Calls [act] with the place of each file here and there. */
static bool each_file(const struct passing *passing, const char *folder,
                      bool (*act)(const char *from, const char *to,
                                  struct arena *arena, struct fault *fault),
                      struct fault *fault)
{
    struct arena *arena = arena_new();
    bool good = true;
    for (size_t g = 0; g < DEPTHS && good; g++) {
        char **paths;
        size_t count = 0;
        good = files_matching(&paths, &count, passing->folder, globs[g], arena,
                              fault);
        for (size_t i = 0; i < count && good; i++) {
            const char *name = paths[i] + strlen(passing->folder) + 1;
            good = act(paths[i], path_join(arena, folder, name), arena, fault);
        }
    }
    arena_free(arena);
    return good;
}

static bool may_stand(const char *from, const char *to, struct arena *arena,
                      struct fault *fault)
{
    (void)from;
    (void)arena;
    return !folder_exists(to) ||
           fault_set(fault, FAULT_FILE, PLACE_FILE(to), "file.is_folder", NULL);
}

static bool move(const char *from, const char *to, struct arena *arena,
                 struct fault *fault)
{
    return folder_make(path_folder(arena, to), fault) &&
           (rename(from, to) == 0 || fault_errno(fault, to, "file.unwritable"));
}

static bool drop(const char *from, const char *to, struct arena *arena,
                 struct fault *fault)
{
    (void)to;
    (void)fault;
    unlink(from);
    rmdir(path_folder(arena, from)); /* goes when it is empty */
    return true;
}

bool passing_keep(const struct passing *passing, const char *folder,
                  struct fault *fault)
{
    return each_file(passing, folder, may_stand, fault) &&
           each_file(passing, folder, move, fault);
}

void passing_close(struct passing *passing)
{
    struct arena *arena = arena_new();
    struct fault ignored = { 0 };
    each_file(passing, "", drop, &ignored);
    rmdir(path_join(arena, passing->folder, "charts"));
    rmdir(passing->folder);
    arena_free(arena);
    interrupt_release(&passing->interrupt);
}
