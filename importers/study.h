/*
 * study.h - loading a study: all that data/ and the project folder say.
 *
 * The data folder brings dimensions, quantities, indicators, layouts, national
 * targets, the report's plan, the charts' style and the messages. A project
 * adds its areas, the crosswalk, targets, breaks, decisions and sources, and
 * may add to or replace definitions of the data folder by id.
 *
 * Everything is checked at the door: an unknown key, id, code or area is a
 * fault with file, line, column and the nearest known word, so that later rooms
 * meet indexes and no names. After study_load nothing in the study changes.
 *
 * The study, its texts and everything it points to live in the given arena.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_STUDY_H
#define HOCTAP_IMPORTERS_STUDY_H

#include <stdbool.h>

#include "engine/base/fault.h"
#include "engine/model/study.h"

struct arena;
struct findings;

struct study_request {
    const char *project; /* the folder with project.yaml; NULL: data only */
    const char *data_folder;
    const char *language; /* NULL: the project's, else "en" */
};

/* What was asked for in place of what project.yaml says, in its words; NULL:
 * as it says. */
struct study_changes {
    const char *root, *boundaries, *tier;
    const enum audience *audience;
    period period; /* the one reported on; NO_PERIOD: the project's */
};

/*
 * Faults: a missing project.yaml, areas.csv or file of the data folder
 * (FAULT_FILE), and anything in them that cannot be meant (FAULT_USAGE).
 * [findings] may be NULL.
 */
bool study_load(struct study **out, const struct study_request *request,
                struct arena *arena, struct findings *findings,
                struct fault *fault) __attribute__((warn_unused_result));
bool study_load_changed(struct study **out, const struct study_request *request,
                        const struct study_changes *changes,
                        struct arena *arena, struct findings *findings,
                        struct fault *fault)
    __attribute__((warn_unused_result));

/*
 * The messages alone, so that a fault met before or during study_load can be
 * said in words. [language] is "vi" or "en"; anything else is a usage fault.
 */
bool messages_load(struct messages *out, const char *data_folder,
                   const char *language, struct arena *arena,
                   struct fault *fault) __attribute__((warn_unused_result));

#endif
