/*
 * catalogue.c - finding an indicator, and the words of its definition.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/catalogue.h"
#include "engine/model/codebook.h"

const char *const kind_names[KIND_COUNT_OF] = {
    [KIND_PROPORTION] = "proportion",
    [KIND_RATE] = "rate",
    [KIND_RATIO] = "ratio",
    [KIND_MEAN] = "mean",
    [KIND_COUNT] = "count",
    [KIND_PARITY] = "parity",
    [KIND_INDEX] = "index",
    [KIND_COHORT_SURVIVAL] = "cohort_survival",
    [KIND_DERIVED] = "derived",
};

const char *const better_names[BETTER_COUNT] = {
    [BETTER_HIGHER] = "higher",
    [BETTER_LOWER] = "lower",
    [BETTER_NONE] = "none",
};

const char *const noise_names[NOISE_COUNT] = {
    [NOISE_NONE] = "none",       [NOISE_BINOMIAL] = "binomial",
    [NOISE_POISSON] = "poisson", [NOISE_CLUSTERED] = "clustered",
    [NOISE_PROCESS] = "process",
};

uint16_t indicator_find(const struct catalogue *catalogue, const char *id)
{
    for (size_t i = 0; i < catalogue->count && i < NO_INDEX; i++)
        if (strcmp(catalogue->items[i].id, id) == 0)
            return (uint16_t)i;
    return NO_INDEX;
}

const char *indicator_nearest(const struct catalogue *catalogue, const char *id)
{
    struct arena *scratch = arena_new();
    const char **ids = arena_array(scratch, catalogue->count, const char *);
    for (size_t i = 0; i < catalogue->count; i++)
        ids[i] = catalogue->items[i].id;
    const char *nearest = text_nearest(id, ids, catalogue->count);
    arena_free(scratch);
    return nearest;
}

static bool said(const char *text)
{
    return text != NULL && text[0] != '\0';
}

const char *indicator_name(const struct indicator *indicator,
                           const char *language)
{
    bool english = strcmp(language, "en") == 0;
    const char *wanted = english ? indicator->name_en : indicator->name;
    const char *other = english ? indicator->name : indicator->name_en;
    if (said(wanted))
        return wanted;
    return said(other) ? other : indicator->id;
}

enum noise indicator_chance(const struct indicator *indicator)
{
    bool modelled = indicator->kind != KIND_PARITY;

    return modelled || indicator->noise == NOISE_NONE ? indicator->noise
                                                      : NOISE_PROCESS;
}

const char *indicator_unit(const struct indicator *indicator,
                           const char *language)
{
    bool english = strcmp(language, "en") == 0;
    const char *wanted = english ? indicator->unit_en : indicator->unit;
    const char *other = english ? indicator->unit : indicator->unit_en;
    if (said(wanted))
        return wanted;
    return said(other) ? other : "";
}
