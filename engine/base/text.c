/*
 * text.c - the growing byte string, and comparing strings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/grow.h"
#include "engine/base/text.h"

/* Room for [more] bytes and the closing zero. */
static void make_room(struct text *text, size_t more)
{
    if (more < text->room - text->length)
        return;
    assert(more < SIZE_MAX - text->length);
    text->bytes = grow_to(text->bytes, &text->room, text->length + more + 1, 1);
}

struct text text_new(void)
{
    struct text text = { NULL, 0, 0 };
    make_room(&text, 0);
    text.bytes[0] = '\0';
    return text;
}

void text_free(struct text *text)
{
    free(text->bytes);
    *text = (struct text){ NULL, 0, 0 };
}

void text_clear(struct text *text)
{
    text->length = 0;
    if (text->bytes != NULL)
        text->bytes[0] = '\0';
}

void text_add_bytes(struct text *text, const char *bytes, size_t length)
{
    make_room(text, length);
    if (length > 0)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_add(struct text *text, const char *string)
{
    text_add_bytes(text, string, strlen(string));
}

void text_add_char(struct text *text, char byte)
{
    text_add_bytes(text, &byte, 1);
}

/* Most often there is room already; if not, it is printed once more. */
void text_vaddf(struct text *text, const char *format, va_list arguments)
{
    va_list again;
    make_room(text, 0);
    va_copy(again, arguments);
    int length = vsnprintf(text->bytes + text->length,
                           text->room - text->length, format, again);
    va_end(again);
    assert(length >= 0);
    if ((size_t)length >= text->room - text->length) {
        make_room(text, (size_t)length);
        vsnprintf(text->bytes + text->length, (size_t)length + 1, format,
                  arguments);
    }
    text->length += (size_t)length;
}

void text_addf(struct text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text_vaddf(text, format, arguments);
    va_end(arguments);
}

bool text_same(const char *left, const char *right)
{
    return strcmp(left, right) == 0;
}

bool text_starts(const char *string, const char *start)
{
    return strncmp(string, start, strlen(start)) == 0;
}
