/*
 * fault.c - filling a fault and reading its arguments.
 *
 *  (1) The packed form is key, 0, value, 0, … and an empty key at the end, so
 *      it never needs a count and can be copied as bytes.
 *  (2) What does not fit is cut between two characters, never inside one. A
 *      pair whose key does not fit is left out.
 *  (3) The pairs of a fault share its room: a long value does not crowd out
 *      those behind it, whose places in the sentence would stay empty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "engine/base/fault.h"

/* The longest part of [text] of at most [room] bytes that ends a character. */
static size_t whole_characters(const char *text, size_t room)
{
    size_t length = strnlen(text, room + 1);
    if (length <= room)
        return length;
    length = room;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    return length;
}

static void copy_cut(char *to, size_t room, const char *text)
{
    size_t length = whole_characters(text, room - 1);
    memcpy(to, text, length);
    to[length] = '\0';
}

size_t pack_pair(char *room, size_t size, size_t used, const char *key,
                 const char *value)
{
    assert(key[0] != '\0' && used < size);
    if (value == NULL)
        value = "";
    size_t key_length = strlen(key);
    /* Three zeros: after the key, after the value, at the very end. */
    if (key_length + 3 > size - used) {
        room[used] = '\0';
        return used;
    }
    memcpy(room + used, key, key_length + 1);
    used += key_length + 1;
    size_t value_length = whole_characters(value, size - used - 2);
    memcpy(room + used, value, value_length);
    used += value_length;
    room[used++] = '\0';
    room[used] = '\0';
    return used;
}

const char *pack_next(const char **cursor, const char **value)
{
    const char *key = *cursor;
    if (key == NULL || key[0] == '\0')
        return NULL;
    *value = key + strlen(key) + 1;
    *cursor = *value + strlen(*value) + 1;
    return key;
}

static size_t count_pairs(va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    size_t pairs = 0;
    for (; va_arg(again, const char *) != NULL; pairs++)
        (void)va_arg(again, const char *);
    va_end(again);
    return pairs;
}

bool fault_set(struct fault *fault, enum fault_code code, struct place place,
               const char *message, ...)
{
    *fault = (struct fault){ .code = code,
                             .line = place.line,
                             .column = place.column };
    if (place.file != NULL)
        copy_cut(fault->where, sizeof fault->where, place.file);
    copy_cut(fault->message, sizeof fault->message, message);
    va_list arguments;
    va_start(arguments, message);
    size_t used = 0, pairs = count_pairs(arguments);
    const char *key;
    while ((key = va_arg(arguments, const char *)) != NULL) {
        const char *value = va_arg(arguments, const char *);
        size_t share = (sizeof fault->arguments - used) / pairs--; /* (3) */
        used = pack_pair(fault->arguments, used + share, used, key, value);
    }
    va_end(arguments);
    return false;
}

bool fault_errno(struct fault *fault, const char *file, const char *message)
{
    /* Not strerror: it is neither safe between threads nor locale-free. */
    const char *reason = strerrordesc_np(errno);
    return fault_set(fault, FAULT_FILE, PLACE_FILE(file), message, "reason",
                     reason == NULL ? "unknown error" : reason, (char *)NULL);
}

const char *fault_argument(const struct fault *fault, const char *key)
{
    const char *cursor = fault->arguments, *value, *found;
    while ((found = pack_next(&cursor, &value)) != NULL)
        if (strcmp(found, key) == 0)
            return value;
    return NULL;
}
