/*
 * passing.c - a folder for files that only pass through.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/passing.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"

bool passing_open(struct passing *passing, struct fault *fault)
{
    const char *above = getenv("TMPDIR");
    if (above == NULL || *above == '\0')
        above = "/tmp";
    int length = snprintf(passing->folder, sizeof passing->folder,
                          "%s/hoctap-XXXXXX", above);
    interrupt_hold(&passing->interrupt);
    if (length < (int)sizeof passing->folder &&
        mkdtemp(passing->folder) != NULL)
        return true;
    fault_errno(fault, above, "file.unwritable");
    interrupt_release(&passing->interrupt);
    return false;
}

void passing_close(struct passing *passing)
{
    struct arena *arena = arena_new();
    struct fault ignored = { 0 };
    char **names;
    size_t count = 0;
    if (folder_list(&names, &count, passing->folder, "", arena, &ignored))
        for (size_t i = 0; i < count; i++)
            unlink(path_join(arena, passing->folder, names[i]));
    rmdir(passing->folder);
    arena_free(arena);
    interrupt_release(&passing->interrupt);
}
