/*
 * resolve_way.h - private to resolve*.c: bands of ages that make up another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_RESOLVE_WAY_H
#define HOCTAP_COMPUTE_RESOLVE_WAY_H

#include <stddef.h>
#include <stdint.h>

#include "engine/model/codebook.h"

/*
 * The fewest of the bands [there] (bytes, [known] of them, each within
 * [wanted]) that make up [wanted] without gap or overlap, youngest first.
 * [way] has room for 256. Returns how many; 0 when there is no such way.
 */
size_t resolve_way(uint8_t way[], const struct bands *bands,
                   const uint8_t there[], size_t known, struct band wanted);

#endif
