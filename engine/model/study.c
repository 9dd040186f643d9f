/*
 * study.c - small questions to a study.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/study.h"

#include <math.h>

const char *study_language(const struct study *study)
{
    if (study->messages.language != NULL)
        return study->messages.language;
    return study->project.language != NULL ? study->project.language : "en";
}

/* The project's root, or the only area that lies in no other. */
static uint32_t root_of(const struct study *study)
{
    if (study->project.root != NO_AREA)
        return study->project.root;
    uint32_t root = NO_AREA;
    for (uint32_t i = 0; i < study->areas.count; i++) {
        if (study->areas.items[i].parent != NO_AREA)
            continue;
        if (root != NO_AREA)
            return NO_AREA; /* several: none of them is the root */
        root = i;
    }
    return root;
}

const char *study_root_name(const struct study *study)
{
    uint32_t root = root_of(study);
    if (root == NO_AREA)
        return "";
    return area_name(&study->areas, root, study_language(study));
}

double study_hide_below(const struct study *study,
                        const struct indicator *indicator)
{
    double below = study->project.hide_below;

    if (indicator != NULL)
        below = fmax(below, indicator->hide_below);
    if (study->project.audience == AUDIENCE_PUBLIC && !(below > 0))
        return HIDE_PUBLIC;
    return below;
}

double study_hide_most(const struct study *study)
{
    double most = study_hide_below(study, NULL);

    for (size_t i = 0; i < study->catalogue.count; i++)
        most = fmax(most, study_hide_below(study, &study->catalogue.items[i]));
    return most;
}
