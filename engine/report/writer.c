/*
 * writer.c - the register of report writers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/writer.h"

#include <string.h>

#define REGISTER_ENTRY(name) extern const struct report_writer writer_##name;
#include "generated/writers.def"
#undef REGISTER_ENTRY

static const struct report_writer *const registry[] = {
#define REGISTER_ENTRY(name) &writer_##name,
#include "generated/writers.def"
#undef REGISTER_ENTRY
};

size_t report_writer_count(void)
{
    return sizeof registry / sizeof *registry;
}

const struct report_writer *report_writer_at(size_t index)
{
    return registry[index];
}

const struct report_writer *report_writer_find(const char *id)
{
    for (size_t i = 0; i < report_writer_count(); i++)
        if (strcmp(registry[i]->id, id) == 0)
            return registry[i];
    return NULL;
}
