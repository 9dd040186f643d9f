/*
 * symbol.h - strings become numbers once.
 *
 * A table of distinct strings. symbol_intern gives the same number for the same
 * bytes; numbers count up from 0 in order of first sight. Strings live as long
 * as the arena the table was made in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_SYMBOL_H
#define HOCTAP_BASE_SYMBOL_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct symbols;

#define NO_SYMBOL UINT32_MAX

struct symbols *symbols_new(struct arena *arena);
uint32_t symbol_intern(struct symbols *symbols, const char *bytes,
                       size_t length);
/* NO_SYMBOL when it was never interned. */
uint32_t symbol_find(const struct symbols *symbols, const char *bytes,
                     size_t length);
const char *symbol_text(const struct symbols *symbols, uint32_t symbol);
uint32_t symbols_count(const struct symbols *symbols);

#endif
