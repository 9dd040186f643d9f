/*
 * files_passing.c - a folder for files on their way, made and taken away.
 *
 *  (1) It goes with all that an outside program has put into it; links are
 *      removed and not followed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"

enum { FOLDERS_OPEN = 16 };

bool folder_make_passing(char **path, struct arena *arena, struct fault *fault)
{
    const char *usual = getenv("TMPDIR");
    if (usual == NULL || *usual == '\0')
        usual = "/tmp";
    *path = path_join(arena, usual, "hoctap-XXXXXX");
    return mkdtemp(*path) != NULL ||
           fault_errno(fault, usual, "folder.unwritable");
}

static int remove_one(const char *path, const struct stat *status, int kind,
                      struct FTW *place)
{
    (void)status;
    (void)kind;
    (void)place;
    remove(path);
    return 0;
}

/* (1) */
void folder_remove(const char *path)
{
    nftw(path, remove_one, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS);
}
