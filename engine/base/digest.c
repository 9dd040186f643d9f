/*
 * digest.c - SHA-256, computed by libmd.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/digest.h"

#include <stdint.h>
#include <sys/types.h>

#include <sha2.h>

void digest_of(char digits[DIGEST_LENGTH + 1], const char *bytes, size_t length)
{
    SHA256Data((const uint8_t *)bytes, length, digits);
}
