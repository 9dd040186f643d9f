/*
 * files.h - whole files in, whole files out.
 *
 * A file is written beside its place and renamed, so that no reader ever sees
 * half of it and a full disk leaves the old one. Folders are listed in byte
 * order of their names, so that the same input gives the same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_FILES_H
#define HOCTAP_BASE_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "engine/base/fault.h"

struct arena;

/*
 * Larger definition files are a mistake. An export may be large, but is held in
 * memory several times over; what is larger is refused before memory ends.
 */
enum { FILE_DEFINITION_LIMIT = 64 << 20 };
#define FILE_EXPORT_LIMIT ((size_t)2 << 30)

/*
 * Reads a regular file whole; bytes[length] is 0. Faults: missing, a folder,
 * not readable, larger than [limit] (0 = no limit).
 */
bool file_read(char **bytes, size_t *length, const char *path, size_t limit,
               struct arena *arena, struct fault *fault);

/* Writes beside and renames. Checks every write, the flush and the close. */
bool file_write(const char *path, const char *bytes, size_t length,
                struct fault *fault);

/* The same of what [fill] writes piece by piece, for what is too much to be
 * held. It returns false, with errno, when a write fails. */
typedef bool file_fill(FILE *file, void *job);
bool file_write_by(const char *path, file_fill *fill, void *job,
                   struct fault *fault);

bool file_exists(const char *path);   /* a regular file */
bool folder_exists(const char *path); /* a folder */
/* Makes the folder and its parents. */
bool folder_make(const char *path, struct fault *fault);

/* A new folder in $TMPDIR or /tmp for files on their way; and away with it and
 * all that is in it. */
bool folder_make_passing(char **path, struct arena *arena, struct fault *fault);
void folder_remove(const char *path);

/* folder + "/" + name; name alone when it is absolute. "." and "" vanish. */
char *path_join(struct arena *arena, const char *folder, const char *name);
char *path_folder(struct arena *arena, const char *path);
const char *path_name(const char *path);
/* A file's path as seen from a folder that it lies in, through links and "..";
 * as it stands when the file lies elsewhere or is not there. */
const char *path_within(struct arena *arena, const char *folder,
                        const char *path);

/*
 * Files in the tree below [folder] whose path relative to it matches [glob]
 * (* ? |; * does not cross a /). A glob may climb with leading "../". Sorted
 * by bytes. No match is not a fault.
 */
bool files_matching(char ***paths, size_t *count, const char *folder,
                    const char *glob, struct arena *arena, struct fault *fault);

/* Names in a folder that end in [suffix], sorted by bytes. */
bool folder_list(char ***names, size_t *count, const char *folder,
                 const char *suffix, struct arena *arena, struct fault *fault);

#endif
