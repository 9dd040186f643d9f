/*
 * fault.h - why we cannot go on.
 *
 * Three lanes: bugs assert, faults return, findings gather. A fault means that
 * the work asked for cannot be done: no such file, a broken definition, a full
 * disk. The function that meets it fills the caller's struct and returns false;
 * callers pass it on untouched, so the lowest message, which knows most, is the
 * one that is read.
 *
 * A fault names a message by id ("file.missing") and carries its arguments as
 * key and value, so that it can be said in the user's language. The place is a
 * file with line and column, counted from 1; 0 means unknown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_FAULT_H
#define HOCTAP_BASE_FAULT_H

#include <stdbool.h>
#include <stddef.h>

/* The codes are the program's exit codes. */
enum fault_code {
    FAULT_NONE = 0,
    FAULT_USAGE = 2,    /* a wrong word: option, id, key, definition */
    FAULT_FILE = 3,     /* cannot read or write */
    FAULT_TOOL = 4,     /* an outside program is missing or failed */
    FAULT_INTERNAL = 70 /* a broken installation */
};

enum { FAULT_ROOM = 1024, FAULT_WHERE_ROOM = 512 };

struct fault {
    enum fault_code code;
    char where[FAULT_WHERE_ROOM]; /* a file, an option; may be empty */
    unsigned line, column;
    char message[64];           /* the message's id */
    char arguments[FAULT_ROOM]; /* key, 0, value, 0, …, 0 */
};

/* A place in a file. */
struct place {
    const char *file;
    unsigned line, column;
};

/*
 * Fills [fault] and returns false. After the id come pairs of const char *:
 * key, value, …, NULL. Values too long for the struct are cut at a character.
 */
bool fault_set(struct fault *fault, enum fault_code code, struct place place,
               const char *message, ...) __attribute__((sentinel));

/* The common case: the system refused [file]; argument "reason" is errno's. */
bool fault_errno(struct fault *fault, const char *file, const char *message);

/* The value of an argument, or NULL. */
const char *fault_argument(const struct fault *fault, const char *key);

/*
 * Packed arguments: the format that faults and findings share. pack_next walks
 * them: returns the key and sets [value], or NULL at the end.
 */
size_t pack_pair(char *room, size_t size, size_t used, const char *key,
                 const char *value);
const char *pack_next(const char **cursor, const char **value);

#define NO_PLACE ((struct place){ NULL, 0, 0 })
#define PLACE_FILE(name) ((struct place){ (name), 0, 0 })

#endif
