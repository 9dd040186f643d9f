/*
 * chart_kinds.c - the register of chart kinds: a file in charts/kinds each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <string.h>

#include "charts/chart.h"

#define REGISTER_ENTRY(name) extern const struct chart_kind chart_##name;
#include "generated/kinds.def"
#undef REGISTER_ENTRY

#define REGISTER_ENTRY(name) &chart_##name,
static const struct chart_kind *const kinds[] = {
#include "generated/kinds.def"
};
#undef REGISTER_ENTRY

size_t chart_kind_count(void)
{
    return sizeof kinds / sizeof kinds[0];
}

const struct chart_kind *chart_kind_at(size_t index)
{
    assert(index < chart_kind_count());
    return kinds[index];
}

const struct chart_kind *chart_kind_find(const char *id)
{
    for (size_t i = 0; i < chart_kind_count(); i++)
        if (strcmp(kinds[i]->id, id) == 0)
            return kinds[i];
    return NULL;
}
