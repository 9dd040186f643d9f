/*
 * decode.h - bytes into text.
 *
 * Offices send UTF-8 with and without its mark, UTF-16 (a spreadsheet's
 * "Unicode text"), and old eight-bit alphabets. Unicode is recognised by its
 * mark, by its zeros or by being valid; an old alphabet only when the text read
 * by it is made of Vietnamese syllables and read by the others is not. What
 * stays open is refused with the place of the first byte in question.
 *
 * A mark at the head of the file is certain and wins over what a layout says.
 *
 * Zero bytes in the middle of a text are kept as DECODE_NUL_MARK, a control
 * character no text holds, so that the record they stand in can be refused and
 * the others read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_DECODE_H
#define HOCTAP_IMPORTERS_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/layout.h"

struct arena;

enum { DECODE_NUL_MARK = 0x01 };

enum decode_reason {
    DECODE_BY_MARK,  /* a byte order mark */
    DECODE_BY_ZEROS, /* the pattern of its zero bytes */
    DECODE_BY_VALIDITY,
    DECODE_BY_SYLLABLES,
    DECODE_BY_LAYOUT
};

struct decoded {
    const char *text; /* UTF-8, normal form C, without a mark; text[length]=0 */
    size_t length;
    enum encoding encoding;
    enum decode_reason reason;
    unsigned known, odd; /* by syllables: words that are such, and are not */
    /* When it could not be read: */
    unsigned line, column; /* of the first byte in question, both from 1 */
    char bad[8];           /* that byte, as \xE9 */
};

/*
 * [wanted] ENCODING_AUTO finds out. Returns false with the place filled in and
 * [encoding] the one that failed (ENCODING_AUTO: no alphabet would do).
 */
bool decode(struct decoded *out, const char *bytes, size_t length,
            enum encoding wanted, struct arena *arena)
    __attribute__((warn_unused_result));

/* --- the parts, for decode's own files and their tests ------------------- */

/*
 * One eight-bit alphabet into [size] bytes of UTF-8, not yet normalised. False:
 * [bad] is the offset of the first byte that the alphabet does not have.
 */
struct alphabet_text {
    char *text;
    size_t size, bad;
};
bool decode_alphabet(struct alphabet_text *out, const char *bytes,
                     size_t length, enum encoding alphabet, struct arena *arena)
    __attribute__((warn_unused_result));

/* Is the lower-case word, in normal form C, a Vietnamese syllable? */
bool decode_syllable(const char *word);

/*
 * Of the words that hold a letter beyond ASCII: how many are syllables, how
 * many are not.
 */
void decode_weigh(const char *text, unsigned *known, unsigned *odd,
                  struct arena *arena);

#endif
