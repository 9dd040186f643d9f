/*
 * files.c - whole files in, whole files out.
 *
 *  (1) A file is opened without blocking and must be a regular one: a pipe or
 *      a device would have no length to check.
 *  (2) Writing goes to a new file in the same folder, so that the rename stays
 *      within one file system, and follows a link to the file it names. What
 *      exists and is neither file nor folder (/dev/stdout) is written to as it
 *      is: renaming over a device would destroy it.
 *  (3) A failed write leaves the old file and takes its own pieces away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"

static bool read_fault(const char *path, struct fault *fault)
{
    if (errno == ENOENT || errno == ENOTDIR)
        return fault_set(fault, FAULT_FILE, PLACE_FILE(path), "file.missing",
                         (char *)NULL);
    return fault_errno(fault, path, "file.unreadable");
}

/* (1), and not larger than [limit]. */
static bool fit_to_read(int handle, size_t limit, size_t *size,
                        const char *path, struct fault *fault)
{
    struct stat status;
    if (fstat(handle, &status) != 0)
        return read_fault(path, fault);
    if (S_ISDIR(status.st_mode))
        return fault_set(fault, FAULT_FILE, PLACE_FILE(path), "file.is_folder",
                         (char *)NULL);
    if (!S_ISREG(status.st_mode))
        return fault_set(fault, FAULT_FILE, PLACE_FILE(path),
                         "file.not_regular", (char *)NULL);
    *size = (size_t)status.st_size;
    if (limit != 0 && *size > limit) {
        char bytes[32];
        snprintf(bytes, sizeof bytes, "%zu", limit);
        return fault_set(fault, FAULT_FILE, PLACE_FILE(path), "file.too_large",
                         "limit", bytes, (char *)NULL);
    }
    return true;
}

static bool read_all(int handle, char *bytes, size_t size, size_t *length)
{
    *length = 0;
    while (*length < size) {
        ssize_t count = read(handle, bytes + *length, size - *length);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        if (count == 0)
            break; /* somebody cut the file while we read it */
        *length += (size_t)count;
    }
    bytes[*length] = '\0';
    return true;
}

bool file_read(char **bytes, size_t *length, const char *path, size_t limit,
               struct arena *arena, struct fault *fault)
{
    size_t size = 0;
    int handle = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (handle < 0)
        return read_fault(path, fault);
    bool good = fit_to_read(handle, limit, &size, path, fault);
    if (good) {
        *bytes = arena_alloc(arena, size + 1, 1);
        good =
            read_all(handle, *bytes, size, length) || read_fault(path, fault);
    }
    close(handle);
    return good;
}

/* A new file beside [path]; its name is put into [name]. */
static FILE *open_beside(const char *path, char *name, size_t room)
{
    for (unsigned turn = 0; turn < 100; turn++) {
        int length =
            snprintf(name, room, "%s.tmp%ld-%u", path, (long)getpid(), turn);
        if (length < 0 || (size_t)length >= room) {
            errno = ENAMETOOLONG;
            return NULL;
        }
        int handle = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (handle >= 0)
            return fdopen(handle, "wb");
        if (errno != EEXIST)
            return NULL;
    }
    return NULL;
}

/* Writes and closes; every step can meet a full disk. */
static bool write_and_close(FILE *file, file_fill *fill, void *job)
{
    bool good = fill(file, job);
    good = fflush(file) == 0 && good;
    int reason = errno;
    if (fclose(file) != 0)
        return false;
    errno = reason;
    return good;
}

static bool write_beside(const char *path, file_fill *fill, void *job)
{
    char name[4096];
    FILE *file = open_beside(path, name, sizeof name);
    if (file == NULL)
        return false;
    if (write_and_close(file, fill, job) && rename(name, path) == 0)
        return true;
    int reason = errno;
    unlink(name);
    errno = reason;
    return false;
}

bool file_write_by(const char *path, file_fill *fill, void *job,
                   struct fault *fault)
{
    struct stat status;
    bool there = stat(path, &status) == 0, good;
    if (there && S_ISDIR(status.st_mode))
        return fault_set(fault, FAULT_FILE, PLACE_FILE(path), "file.is_folder",
                         (char *)NULL);
    if (there && !S_ISREG(status.st_mode)) {
        FILE *file = fopen(path, "wbe");
        good = file != NULL && write_and_close(file, fill, job);
    } else {
        char *real = there ? realpath(path, NULL) : NULL;
        good = write_beside(real == NULL ? path : real, fill, job);
        free(real);
    }
    return good || fault_errno(fault, path, "file.unwritable");
}

struct bytes {
    const char *bytes;
    size_t length;
};

static bool fill_with_bytes(FILE *file, void *job)
{
    const struct bytes *b = job;
    return b->length == 0 || fwrite(b->bytes, 1, b->length, file) == b->length;
}

bool file_write(const char *path, const char *bytes, size_t length,
                struct fault *fault)
{
    struct bytes all = { bytes, length };
    return file_write_by(path, fill_with_bytes, &all, fault);
}

bool file_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool folder_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool make_one(const char *path, struct fault *fault)
{
    if (mkdir(path, 0777) == 0)
        return true;
    int reason = errno; /* looking whether it is there would change it */
    if (folder_exists(path))
        return true;
    errno = reason;
    return fault_errno(fault, path, "folder.unwritable");
}

bool folder_make(const char *path, struct fault *fault)
{
    struct arena *scratch = arena_new();
    char *copy = arena_string(scratch, path);
    bool good = true;
    for (char *c = copy; good && *c != '\0'; c++) {
        if (*c != '/' || c == copy)
            continue;
        *c = '\0';
        good = make_one(copy, fault);
        *c = '/';
    }
    good = good && make_one(copy, fault);
    arena_free(scratch);
    return good;
}
