/*
 * chart.c - names, formats, and a spec turned into a script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "charts/chart.h"
#include "charts/chart_sized.h"
#include "charts/script.h"
#include "engine/base/fault.h"
#include "engine/base/text.h"

enum { LONGEST_NAME = 100 };

static const char *const suffixes[] = { ".svg", ".png", ".pdf" };

const char *chart_suffix(enum chart_format format)
{
    return suffixes[format];
}

bool chart_format_of(const char *path, enum chart_format *format)
{
    size_t length = strlen(path);
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        size_t tail = strlen(suffixes[i]);
        if (length > tail && strcmp(path + length - tail, suffixes[i]) == 0) {
            *format = (enum chart_format)i;
            return true;
        }
    }
    return false;
}

bool chart_name_fits(const char *name)
{
    size_t length =
        strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                     "0123456789-_");
    return length > 0 && length <= LONGEST_NAME && name[length] == '\0';
}

bool chart_accepts(const struct chart_spec *spec, struct fault *fault)
{
    const struct chart_kind *kind = chart_kind_find(spec->kind);
    if (kind == NULL)
        return fault_set(fault, FAULT_USAGE, NO_PLACE, "chart.unknown_kind",
                         "kind", spec->kind, NULL);
    if (!chart_name_fits(spec->name))
        return fault_set(fault, FAULT_INTERNAL, NO_PLACE, "chart.bad_name",
                         "name", spec->name, NULL);
    return kind->accept(spec, fault);
}

struct chart_spec chart_sized(const struct chart_spec *spec)
{
    struct chart_spec sized = *spec;
    unsigned width = 0, height = 0;
    chart_kind_find(spec->kind)->size(spec, &width, &height);
    if (sized.width == 0)
        sized.width = width;
    if (sized.height == 0)
        sized.height = height;
    return sized;
}

void chart_script(const struct chart_spec *spec, enum chart_format format,
                  const char *file, struct text *out, struct arena *scratch)
{
    struct chart_spec sized = chart_sized(spec);
    script_add_head(out, format, file, sized.width, sized.height,
                    sized.style->font);
    chart_kind_find(spec->kind)->write(&sized, out, scratch);
    script_add_tail(out);
}
