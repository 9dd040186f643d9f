/*
 * text.h - text that grows, and what Unicode asks of us.
 *
 * struct text is a byte string on the heap that is always terminated by a zero
 * byte. All text inside the program is UTF-8 in normal form C; files are
 * brought into it at the door.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_TEXT_H
#define HOCTAP_BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

struct text {
    char *bytes; /* never NULL once text_new or text_add has been called */
    size_t length, room;
};

struct text text_new(void);
void text_free(struct text *text);
void text_clear(struct text *text);
void text_add(struct text *text, const char *string);
void text_add_bytes(struct text *text, const char *bytes, size_t length);
void text_add_char(struct text *text, char byte);
void text_addf(struct text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void text_vaddf(struct text *text, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* Is it valid UTF-8? [bad], if given, is set to the first bad byte's offset. */
bool text_is_utf8(const char *bytes, size_t length, size_t *bad);

/*
 * One code point from [bytes]; returns its length in bytes, 0 at the end. A
 * byte that begins no character is U+FFFD, one byte long.
 */
size_t text_decode(const char *bytes, size_t length, unsigned *code_point);
void text_encode(struct text *text, unsigned code_point);
size_t text_length(const char *string); /* in code points */
/* In columns of a terminal: marks take none, wide characters two. */
size_t text_columns(const char *string);

/* A copy in which every byte that is no UTF-8 is U+FFFD. */
char *text_repair(struct arena *arena, const char *string);

/* Normal form C, in the arena. Repairs what is no UTF-8, as do the next two. */
char *text_nfc(struct arena *arena, const char *string);

/*
 * The form in which heads and words are compared: NFC, case folded, white space
 * (newlines, U+00A0, U+202F, U+3000 included) collapsed to one space and
 * trimmed. Invisible characters (zero width space, soft hyphen, byte order
 * mark) are left out.
 */
char *text_fold(struct arena *arena, const char *string);

/*
 * Without marks: "Thái Thụy" becomes "thai thuy"; folded too. đ becomes d, and
 * so do its Icelandic and African look-alikes, which old fonts left behind.
 */
char *text_plain(struct arena *arena, const char *string);

/* A copy that begins with a capital letter. */
char *text_capital(struct arena *arena, const char *string);

/* White space of any kind trimmed at both ends (a view into a copy). */
char *text_trim(struct arena *arena, const char *string);

/*
 * What may stand in a sentence or on a terminal: control characters become
 * spaces, and a text of more than [most] characters ends in an ellipsis (0 =
 * however long). A copy.
 */
char *text_shown(struct arena *arena, const char *string, size_t most);

bool text_same(const char *left, const char *right);
bool text_starts(const char *string, const char *start);

/*
 * How many single changes turn one word into the other (Damerau-Levenshtein
 * over code points, adjacent swaps count one). Gives up above [limit] and
 * returns limit + 1.
 */
unsigned text_distance(const char *left, const char *right, unsigned limit);

/*
 * The word nearest to [word], or NULL when none is near enough to suggest
 * (a third of its length, at least one change). Words are compared folded.
 */
const char *text_nearest(const char *word, const char *const words[],
                         size_t count);

#endif
