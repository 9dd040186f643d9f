/*
 * file_stem.h - the name of a file that is about one area.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_FILE_STEM_H
#define HOCTAP_APP_FILE_STEM_H

#include "engine/base/arena.h"
#include "engine/model/area.h"

/* "336-thai-binh": code and name in ASCII letters, digits and dashes. */
char *file_stem(const struct areas *areas, uint32_t area, struct arena *arena);

#endif
