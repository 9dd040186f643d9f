/*
 * naming.h - private to the room: what findings call things.
 *
 * Texts are in the study's language and live in the arena that is given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_NAMING_H
#define HOCTAP_COMPUTE_NAMING_H

#include <stdint.h>

#include "engine/base/period.h"
#include "engine/model/finding.h"
#include "engine/model/study.h"
#include "engine/model/table.h"

struct arena;

const char *naming_area(const struct study *study, uint32_t area);
const char *naming_indicator(const struct study *study, uint16_t indicator);
/* "Pupils", with a cell "Pupils (female, primary)". */
const char *naming_quantity(const struct study *study,
                            const struct bands *bands, uint16_t quantity,
                            uint64_t cell, struct arena *arena);
/* "female, primary"; "" for all. */
const char *naming_cell(const struct study *study, const struct bands *bands,
                        uint16_t quantity, uint64_t cell, struct arena *arena);
const char *naming_period(period p, struct arena *arena);
/* For people: as many decimals as it has, at most four. */
const char *naming_number(const struct study *study, double value,
                          struct arena *arena);
/* For the column of values: shortest. */
const char *naming_exact(double value, struct arena *arena);
/* "file.csv:12" */
const char *naming_source(const struct table *table, uint32_t row,
                          struct arena *arena);

#define NO_ROW UINT32_MAX

#endif
