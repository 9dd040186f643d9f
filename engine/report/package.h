/*
 * package.h - the parts of an Office document, zipped.
 *
 * The bytes depend on the parts alone: their order, one day for all of them,
 * one way of packing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_PACKAGE_H
#define HOCTAP_REPORT_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/fault.h"

struct package;

struct package *package_new(void);
/* The bytes are copied. A picture is packed already and stored as it is. */
void package_add(struct package *package, const char *name, const char *bytes,
                 size_t length, bool packed);
/* Writes the zip whole, and frees the package in any case. */
bool package_write(struct package *package, const char *path,
                   struct fault *fault);
void package_free(struct package *package);

#endif
