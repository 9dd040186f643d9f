/*
 * bulk_reader.c - a file in pieces that end where records end.
 *
 *  (1) A piece is cut at its last line feed with an even number of quotes
 *      before it; a file that has no line feeds, at a carriage return.
 *  (2) A piece that holds no such place grows. When a cell is open for longer
 *      than any cell may be, its quote stands astray.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/grow.h"
#include "importers/bulk_reader.h"
#include "importers/bulk_scan.h"
#include "importers/records.h"

enum { BEGINNING = 256 << 10 };

static bool fail(struct bulk_reader *reader)
{
    reader->failed = true;
    if (errno == ENOENT || errno == ENOTDIR)
        return fault_set(&reader->fault, FAULT_FILE, PLACE_FILE(reader->path),
                         "file.missing", (char *)NULL);
    return fault_errno(&reader->fault, reader->path, "file.unreadable");
}

/* Up to [wanted] bytes from the file. */
static size_t read_file(struct bulk_reader *reader, char *to, size_t wanted)
{
    size_t got = 0;
    while (got < wanted && !reader->ended && !reader->failed) {
        ssize_t count = read(reader->handle, to + got, wanted - got);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            (void)fail(reader);
        else if (count == 0)
            reader->ended = true;
        else
            got += (size_t)count;
    }
    return got;
}

static bool open_regular(struct bulk_reader *reader)
{
    struct stat status;
    const char *message = NULL;
    reader->handle = open(reader->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (reader->handle < 0 || fstat(reader->handle, &status) != 0)
        return fail(reader);
    if (S_ISDIR(status.st_mode))
        message = "file.is_folder";
    else if (!S_ISREG(status.st_mode))
        message = "file.not_regular";
    return message == NULL ||
           fault_set(&reader->fault, FAULT_FILE, PLACE_FILE(reader->path),
                     message, (char *)NULL);
}

bool bulk_reader_open(struct bulk_reader *reader, const char *path)
{
    static const char mark[] = "\xEF\xBB\xBF";
    reader->path = path;
    reader->ended = reader->failed = false;
    reader->ahead_at = reader->rest_length = 0;
    reader->piece_count = 0;
    if (!open_regular(reader))
        return false;
    reader->ahead =
        grow_to(reader->ahead, &reader->ahead_room, BEGINNING + 1, 1);
    reader->ahead_length = read_file(reader, reader->ahead, BEGINNING);
    reader->ahead[reader->ahead_length] = '\0';
    if (reader->ahead_length >= 3 && memcmp(reader->ahead, mark, 3) == 0)
        reader->ahead_at = 3;
    return !reader->failed;
}

void bulk_reader_close(struct bulk_reader *reader)
{
    if (reader->handle >= 0)
        close(reader->handle);
    reader->handle = -1;
}

/* Appends up to a piece's size of new bytes. */
static void append(struct bulk_reader *reader, struct bulk_piece *piece)
{
    size_t wanted = reader->piece_size;
    size_t ahead = reader->ahead_length - reader->ahead_at;
    piece->text = grow_to(piece->text, &piece->room,
                          piece->length + wanted + BULK_PAD, 1);
    char *to = piece->text + piece->length;
    if (ahead > 0) {
        size_t taken = ahead < wanted ? ahead : wanted;
        memcpy(to, reader->ahead + reader->ahead_at, taken);
        reader->ahead_at += taken;
        wanted = taken;
    } else {
        wanted = read_file(reader, to, wanted);
    }
    piece->length += wanted;
    reader->done += wanted;
    piece->last = reader->ended && reader->ahead_at == reader->ahead_length;
}

/* (1) The bytes up to the last end of a record, 0 when there is none. */
static size_t whole_records(const struct bulk_piece *piece, bool *open)
{
    const char *text = piece->text;
    size_t end = piece->length;
    bool quotes = memchr(text, '"', end) != NULL;
    *open = quotes && bulk_count(text, end, '"') % 2 == 1;
    bool within = *open;
    while (end > 0) {
        const char *quote = quotes ? memrchr(text, '"', end) : NULL;
        size_t from = quote == NULL ? 0 : (size_t)(quote - text) + 1;
        const char *lf = within ? NULL : memrchr(text + from, '\n', end - from);
        if (lf != NULL)
            return (size_t)(lf - text) + 1;
        within = !within;
        end = quote == NULL ? 0 : from - 1;
    }
    const char *cr = quotes || memchr(text, '\n', piece->length) != NULL
                         ? NULL
                         : memrchr(text, '\r', piece->length);
    bool behind = cr != NULL && cr + 1 < text + piece->length;
    return behind ? (size_t)(cr - text) + 1 : 0;
}

static void keep_rest(struct bulk_reader *reader, struct bulk_piece *piece,
                      size_t used)
{
    reader->rest_length = piece->length - used;
    reader->rest =
        grow_to(reader->rest, &reader->rest_room, reader->rest_length + 1, 1);
    memcpy(reader->rest, piece->text + used, reader->rest_length);
    piece->length = used;
}

/* Cuts the piece, or finds that it cannot be. */
static void cut(struct bulk_reader *reader, struct bulk_piece *piece)
{
    size_t whole = 0;
    bool open = false;
    while (!piece->last && !reader->failed && !reader->ill &&
           (whole = whole_records(piece, &open)) == 0) {
        append(reader, piece);
        reader->ill = open && piece->length > RECORDS_CELL_LIMIT +
                                                  reader->piece_size; /* 2 */
    }
    if (!piece->last && !reader->ill)
        keep_rest(reader, piece, whole);
}

static bool next(struct bulk_reader *reader, struct bulk_piece *piece)
{
    piece->length = reader->rest_length;
    piece->text =
        grow_to(piece->text, &piece->room, piece->length + BULK_PAD, 1);
    if (reader->rest_length > 0)
        memcpy(piece->text, reader->rest, reader->rest_length);
    reader->rest_length = 0;
    append(reader, piece);
    if (!reader->careful)
        cut(reader, piece);
    if (reader->failed || reader->ill || piece->length == 0)
        return false;
    memset(piece->text + piece->length, 0, BULK_PAD);
    piece->number = reader->piece_count++;
    reader->lines = grow_to(reader->lines, &reader->line_room,
                            reader->piece_count, sizeof *reader->lines);
    if (reader->progress.tell != NULL)
        reader->progress.tell(reader->progress.to, reader->done, reader->all);
    return true;
}

bool bulk_reader_next(struct bulk_reader *reader, struct bulk_piece *piece)
{
    pthread_mutex_lock(&reader->lock);
    bool more = !reader->failed && !reader->ill && next(reader, piece);
    pthread_mutex_unlock(&reader->lock);
    return more;
}

void bulk_reader_done(struct bulk_reader *reader, struct bulk_piece *piece,
                      size_t used, size_t lines)
{
    assert(used == piece->length || reader->careful || reader->ill);
    pthread_mutex_lock(&reader->lock);
    reader->lines[piece->number] = (uint32_t)lines;
    if (used < piece->length)
        keep_rest(reader, piece, used);
    pthread_mutex_unlock(&reader->lock);
}
