/*
 * shapes.h - the polygons of a GeoJSON file, and whose they are.
 *
 * What a file may hold (RFC 7946): a FeatureCollection whose features are
 * Polygons or MultiPolygons in degrees of longitude and latitude, in that
 * order. The areas are told by a property of the features.
 *
 * Only shapes*.c use this.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_SHAPES_H
#define HOCTAP_IMPORTERS_SHAPES_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/model/shapes.h"
#include "importers/study_loader.h"

struct feature {
    json_t *properties; /* an object, or NULL */
    struct shape_ring *rings;
    size_t ring_count;
    uint32_t area;   /* NO_AREA = nobody's */
    unsigned number; /* in the file, from 1 */
};

struct features {
    const char *path;  /* of the file */
    const char *shown; /* the same in findings */
    struct feature *items;
    size_t count;
};

/*
 * Tells every feature its area by [key], or by the property that tells most of
 * them when [key] is NULL: its code on the day, else its name as in exports.
 * What fits no area, or several, is a finding, and so are areas of the compared
 * tier without a polygon where others have one. False: no feature has such a
 * property.
 */
bool shapes_match(struct study_loader *loader, struct features *features,
                  const struct yaml *key);

#endif
