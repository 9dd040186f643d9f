/*
 * shapes.c - shapes.geojson: where areas lie.
 *
 *  (1) A file that is no GeoJSON in degrees is a fault: nothing in it could be
 *      drawn where it is. Metres of a national grid are told by their size.
 *  (2) A feature that is no polygon, or whose rings are broken, is left out
 *      with a finding. A ring that does not end where it began is closed.
 *  (3) Points that repeat the one before are dropped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "importers/shapes.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/files.h"
#include "engine/base/grow.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "importers/unknown.h"

#define MOST_EAST 180.0
#define MOST_NORTH 90.0

struct shapes_reader {
    struct study_loader *loader;
    const char *path, *shown;
    unsigned feature;   /* the one being read, from 1 */
    const char *broken; /* why it cannot be used; NULL = it can */
    bool open;          /* a ring of it was not closed */
    struct shape_ring *rings;
    size_t count, room;
};

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text != NULL ? text : "";
}

static const char *feature_name(const struct shapes_reader *reader)
{
    return arena_format(reader->loader->arena, "features[%u]",
                        reader->feature - 1);
}

/* --- rings ----------------------------------------------------------------
 */

/* (1) */
static bool in_degrees(const struct shapes_reader *reader, double east,
                       double north)
{
    char pair[64];
    if (fabs(east) <= MOST_EAST && fabs(north) <= MOST_NORTH)
        return true;
    snprintf(pair, sizeof pair, "%.6g, %.6g", east, north);
    return fault_set(reader->loader->fault, FAULT_USAGE,
                     PLACE_FILE(reader->path), "shapes.not_degrees", "feature",
                     feature_name(reader), "point", pair, (char *)NULL);
}

static bool same_point(struct shape_point a, struct shape_point b)
{
    return !(a.east < b.east || a.east > b.east || a.north < b.north ||
             a.north > b.north);
}

/* (2), (3) */
static void finish_ring(struct shapes_reader *reader, struct shape_ring *ring)
{
    size_t kept = 0;
    reader->open |= ring->count > 0 &&
                    !same_point(ring->points[0], ring->points[ring->count - 1]);
    for (size_t i = 0; i < ring->count; i++)
        if (kept == 0 || !same_point(ring->points[i], ring->points[kept - 1]))
            ring->points[kept++] = ring->points[i];
    while (kept > 1 && same_point(ring->points[0], ring->points[kept - 1]))
        kept--;
    ring->count = kept;
    if (kept < 3)
        reader->broken = "shapes.short_ring";
}

/* False: (1), a fault. */
static bool read_ring(struct shapes_reader *reader, const json_t *list,
                      bool hole)
{
    struct shape_ring ring = { .count = json_array_size(list), .hole = hole };
    ring.points =
        arena_array(reader->loader->arena, ring.count + 1, struct shape_point);
    for (size_t i = 0; i < ring.count; i++) {
        const json_t *pair = json_array_get(list, i);
        const json_t *east = json_array_get(pair, 0);
        const json_t *north = json_array_get(pair, 1);
        if (!json_is_number(east) || !json_is_number(north)) {
            reader->broken = "shapes.bad_point";
            return true;
        }
        ring.points[i] = (struct shape_point){ json_number_value(east),
                                               json_number_value(north) };
        if (!in_degrees(reader, ring.points[i].east, ring.points[i].north))
            return false;
    }
    finish_ring(reader, &ring);
    grow(reader->rings, reader->count, reader->room);
    reader->rings[reader->count++] = ring;
    return true;
}

/* The first ring is the outline, the others are holes in it. */
static bool read_polygon(struct shapes_reader *reader, const json_t *list)
{
    if (json_array_size(list) == 0)
        reader->broken = "shapes.no_rings";
    for (size_t i = 0; i < json_array_size(list); i++)
        if (!read_ring(reader, json_array_get(list, i), i > 0))
            return false;
    return true;
}

static bool read_geometry(struct shapes_reader *reader, const json_t *geometry)
{
    const char *type = text_of(geometry, "type");
    const json_t *list = json_object_get(geometry, "coordinates");
    if (text_same(type, "Polygon"))
        return read_polygon(reader, list);
    if (!text_same(type, "MultiPolygon") || json_array_size(list) == 0) {
        reader->broken = "shapes.no_polygon";
        return true;
    }
    for (size_t i = 0; i < json_array_size(list); i++)
        if (!read_polygon(reader, json_array_get(list, i)))
            return false;
    return true;
}

/* --- features -------------------------------------------------------------
 */

/* (2) */
static void tell_trouble(struct shapes_reader *reader, const json_t *geometry)
{
    struct finding_place place = { .file = reader->shown,
                                   .header = feature_name(reader) };
    const char *type = text_of(geometry, "type");
    if (reader->loader->findings == NULL)
        return;
    if (reader->broken != NULL) {
        place.value = *type != '\0' ? type : NULL;
        finding_add(
            reader->loader->findings, FINDING_shape_unusable, place, "feature",
            place.header, "reason",
            message_text(&reader->loader->study->messages, reader->broken),
            (char *)NULL);
    } else if (reader->open) {
        finding_add(reader->loader->findings, FINDING_shape_open, place,
                    "feature", place.header, (char *)NULL);
    }
}

static bool read_feature(struct shapes_reader *reader, const json_t *feature,
                         struct feature *out)
{
    const json_t *geometry = json_object_get(feature, "geometry");
    struct arena *arena = reader->loader->arena;
    reader->count = 0;
    reader->broken = NULL;
    reader->open = false;
    if (!read_geometry(reader, geometry))
        return false;
    tell_trouble(reader, geometry);
    *out = (struct feature){ .area = NO_AREA, .number = reader->feature };
    out->properties = json_object_get(feature, "properties");
    if (reader->broken != NULL)
        return true;
    out->ring_count = reader->count;
    out->rings = arena_array(arena, reader->count, struct shape_ring);
    for (size_t i = 0; i < reader->count; i++)
        out->rings[i] = reader->rings[i];
    return true;
}

static bool read_features(struct shapes_reader *reader, const json_t *top,
                          struct features *out)
{
    const json_t *list = json_object_get(top, "features");
    const char *type = text_of(top, "type");
    struct fault *fault = reader->loader->fault;
    if (!text_same(type, "FeatureCollection") || !json_is_array(list))
        return fault_set(fault, FAULT_USAGE, PLACE_FILE(reader->path),
                         "shapes.not_geojson", "type",
                         *type != '\0' ? type : "?", (char *)NULL);
    size_t count = json_array_size(list);
    out->items = arena_array(reader->loader->arena, count, struct feature);
    for (size_t i = 0; i < count; i++) {
        reader->feature = (unsigned)i + 1;
        if (!read_feature(reader, json_array_get(list, i),
                          &out->items[out->count]))
            return false;
        out->count += out->items[out->count].ring_count > 0;
    }
    return true;
}

/* --- areas ----------------------------------------------------------------
 */

static int by_area(const void *left, const void *right)
{
    const struct feature *a = left, *b = right;
    if (a->area != b->area)
        return a->area < b->area ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* The features of one area make one shape. */
static struct shape join_features(const struct study_loader *loader,
                                  const struct feature features[], size_t count)
{
    const struct area *area = &loader->study->areas.items[features[0].area];
    struct shape shape = { .code = area->code, .tier = area->tier };
    for (size_t i = 0; i < count; i++)
        shape.count += features[i].ring_count;
    shape.rings = arena_array(loader->arena, shape.count, struct shape_ring);
    size_t filled = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t r = 0; r < features[i].ring_count; r++)
            shape.rings[filled++] = features[i].rings[r];
    return shape;
}

static void keep_shapes(struct study_loader *loader, struct features *features)
{
    struct shapes *shapes = &loader->study->shapes;
    if (features->count == 0)
        return;
    qsort(features->items, features->count, sizeof *features->items, by_area);
    shapes->items = arena_array(loader->arena, features->count, struct shape);
    for (size_t i = 0, end; i < features->count; i = end) {
        uint32_t area = features->items[i].area;
        for (end = i + 1;
             end < features->count && features->items[end].area == area;)
            end++;
        if (area != NO_AREA)
            shapes->items[shapes->count++] =
                join_features(loader, &features->items[i], end - i);
    }
}

/* --- the file -------------------------------------------------------------
 */

static bool read_json(struct shapes_reader *reader, json_t **top)
{
    char *bytes;
    size_t length;
    json_error_t error;
    struct study_loader *loader = reader->loader;
    if (!file_read(&bytes, &length, reader->path, FILE_DEFINITION_LIMIT,
                   loader->arena, loader->fault))
        return false;
    size_t mark = text_starts(bytes, "\xEF\xBB\xBF") ? 3 : 0;
    *top = json_loadb(bytes + mark, length - mark, 0, &error);
    if (*top != NULL)
        return true;
    struct place place = { reader->path, (unsigned)error.line,
                           (unsigned)error.column };
    return fault_set(loader->fault, FAULT_USAGE, place, "shapes.bad_json",
                     "reason", error.text, (char *)NULL);
}

static bool read_file(struct study_loader *loader, const char *path,
                      const struct yaml *key)
{
    struct shapes_reader reader = { .loader = loader,
                                    .path = path,
                                    .shown = study_shown_path(loader, path) };
    struct features features = { .path = path, .shown = reader.shown };
    json_t *top = NULL;
    bool good = read_json(&reader, &top) &&
                read_features(&reader, top, &features) &&
                shapes_match(loader, &features, key);
    free(reader.rings);
    json_decref(top);
    if (good)
        keep_shapes(loader, &features);
    return good;
}

bool study_load_shapes(struct study_loader *loader)
{
    static const char *const known[] = { "file", "key" };
    const struct yaml *map = loader->shapes;
    const char *name = "shapes.geojson";
    if (map != NULL && (!yaml_expect(map, YAML_MAP, loader->fault) ||
                        !yaml_only_keys(map, known, 2, loader->fault) ||
                        !yaml_text(map, "file", &name, loader->fault)))
        return false;
    if (loader->project == NULL)
        return true;
    const char *path = path_join(loader->arena, loader->project, name);
    const struct yaml *file = map != NULL ? yaml_find(map, "file") : NULL;
    if (!file_exists(path))
        return file == NULL ||
               fault_set(loader->fault, FAULT_FILE, yaml_place(file),
                         "shapes.missing", "file", path, (char *)NULL);
    return read_file(loader, path, map != NULL ? yaml_find(map, "key") : NULL);
}
