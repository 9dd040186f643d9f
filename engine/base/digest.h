/*
 * digest.h - the SHA-256 sum of bytes, by which a reader can tell that a file
 * is the one meant.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_DIGEST_H
#define HOCTAP_BASE_DIGEST_H

#include <stddef.h>

enum { DIGEST_LENGTH = 64 };

/* 64 hexadecimal digits and a zero byte. Source: FIPS 180-4. */
void digest_of(char digits[DIGEST_LENGTH + 1], const char *bytes,
               size_t length);

#endif
