/*
 * export.c - the register of exports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/export.h"

#include <string.h>

#define REGISTER_ENTRY(name) extern const struct export_format export_##name;
#include "generated/exports.def"
#undef REGISTER_ENTRY

static const struct export_format *const registry[] = {
#define REGISTER_ENTRY(name) &export_##name,
#include "generated/exports.def"
#undef REGISTER_ENTRY
};

size_t export_count(void)
{
    return sizeof registry / sizeof *registry;
}

const struct export_format *export_at(size_t index)
{
    return registry[index];
}

const struct export_format *export_find(const char *id)
{
    for (size_t i = 0; i < export_count(); i++)
        if (strcmp(registry[i]->id, id) == 0)
            return registry[i];
    return NULL;
}
