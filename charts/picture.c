/*
 * picture.c - the trailer check and the move.
 *
 *  (1) gnuplot says nothing when the disk is full or a file cannot be written:
 *      a picture is whole when it begins and ends as its format must.
 *  (2) What stands at the path is replaced by a whole picture or left alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "charts/chart_sized.h"
#include "charts/picture.h"
#include "charts/svg_finish.h"
#include "engine/base/arena.h"
#include "engine/base/fault.h"
#include "engine/base/files.h"
#include "engine/base/text.h"

static const struct {
    const char *start, *end;
    size_t slack; /* bytes that may follow the end */
} forms[] = {
    [CHART_SVG] = { "<?xml", "</svg>", 4 },
    [CHART_PNG] = { "\x89PNG", "IEND", 4 },
    [CHART_PDF] = { "%PDF", "%%EOF", 4 },
};

/* (1) */
static bool is_whole(enum chart_format format, const char *bytes, size_t length)
{
    size_t start = strlen(forms[format].start), end = strlen(forms[format].end);
    if (length < start + end || memcmp(bytes, forms[format].start, start) != 0)
        return false;
    for (size_t slack = 0; slack <= forms[format].slack; slack++)
        if (length >= start + end + slack &&
            memcmp(bytes + length - slack - end, forms[format].end, end) == 0)
            return true;
    return false;
}

static bool is_incomplete(const char *path, struct fault *fault)
{
    return fault_set(fault, FAULT_FILE, PLACE_FILE(path), "chart.incomplete",
                     NULL);
}

static bool place_svg(const struct chart_spec *spec, const char *bytes,
                      const char *path, struct arena *scratch,
                      struct fault *fault)
{
    struct chart_spec sized = chart_sized(spec);
    struct text finished = text_new();
    bool good = svg_finish(bytes, &sized, &finished, scratch);
    if (!good)
        is_incomplete(path, fault);
    else
        good = file_write(path, finished.bytes, finished.length, fault);
    text_free(&finished);
    return good;
}

bool picture_place(const struct chart_spec *spec, enum chart_format format,
                   const char *drawn, const char *path, struct arena *scratch,
                   struct fault *fault)
{
    char *bytes;
    size_t length;
    struct fault unread;
    bool good = file_read(&bytes, &length, drawn, 0, scratch, &unread);
    if (!good || !is_whole(format, bytes, length))
        good = is_incomplete(path, fault);
    else if (format == CHART_SVG)
        good = place_svg(spec, bytes, path, scratch, fault);
    else if (rename(drawn, path) != 0)
        good = fault_errno(fault, path, "file.unwritable");
    unlink(drawn);
    return good;
}
