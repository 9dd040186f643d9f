/*
 * study_loader.h - what the loaders of a study share among themselves.
 *
 * study.c calls the parts in the order below; each finds what the earlier ones
 * have put into the study and adds its own. All return false with the fault
 * filled. Memory that lasts is the study's arena.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_STUDY_LOADER_H
#define HOCTAP_IMPORTERS_STUDY_LOADER_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/arena.h"
#include "engine/base/fault.h"
#include "engine/base/yaml.h"
#include "engine/model/study.h"
#include "importers/sheet.h"
#include "importers/study.h"

struct findings;

struct study_loader {
    struct study *study;
    struct arena *arena;
    struct findings *findings; /* NULL: nobody listens */
    struct fault *fault;
    const char *data;     /* the data folder */
    const char *project;  /* the project's folder, or NULL */
    const char *language; /* asked for, or NULL */
    const struct study_changes *changes;
    const struct yaml *shapes; /* of project.yaml, or NULL */
    const char *root_code;     /* as project.yaml has it, or NULL */
    struct place root_place;
};

/* The parts. */
bool study_load_codes(struct study_loader *loader);
bool study_load_quantities(struct study_loader *loader);
bool study_load_layouts(struct study_loader *loader);
bool study_load_catalogue(struct study_loader *loader);
bool study_load_project(struct study_loader *loader);
bool study_load_areas(struct study_loader *loader);
bool study_settle_root(struct study_loader *loader);
bool study_load_crosswalk(struct study_loader *loader);
bool study_load_targets(struct study_loader *loader);
bool study_load_standards(struct study_loader *loader);
bool study_load_breaks(struct study_loader *loader);
bool study_load_aliases(struct study_loader *loader);
bool study_load_shapes(struct study_loader *loader);
bool study_load_tiles(struct study_loader *loader);
bool study_load_submissions(struct study_loader *loader);
bool study_load_decisions(struct study_loader *loader);
bool study_load_published(struct study_loader *loader);
bool study_load_report_plan(struct study_loader *loader);
bool study_load_style(struct study_loader *loader);
bool study_load_messages(struct study_loader *loader);

/* The day of the map that is reported on: that of its last period's end, or the
 * one asked for. */
date study_map_day(const struct study_loader *loader);

/* Of project.yaml, kept apart: the list under `sources`. */
bool study_read_sources(struct study_loader *loader, const struct yaml *list);
/* areas.csv as the statistics office exports its register. */
bool study_is_register(const struct sheet *sheet);
bool study_read_register(struct study_loader *loader,
                         const struct sheet *sheet);

/* The path of a file of the project, or NULL when there is none. */
const char *study_own_file(const struct study_loader *loader, const char *name);
/* The same for a folder. */
const char *study_own_folder(const struct study_loader *loader,
                             const char *name);

/*
 * A path as findings print it, the same on every machine: relative to the
 * project, or data/… for a file of the data folder.
 */
const char *study_shown_path(const struct study_loader *loader,
                             const char *path);

/*
 * Ids stand in file names, expressions and breakdowns: letters, digits, _ and
 * - of ASCII only. Faults with study.bad_id.
 */
bool study_good_id(const struct yaml *key, struct fault *fault);

/*
 * The files of a folder that end in [suffix], sorted. A folder that is NULL or
 * not there has none.
 */
bool study_files_in(const struct study_loader *loader, const char *folder,
                    const char *suffix, const char ***paths, size_t *count);

/*
 * Every entry of the definition files (.yaml) of a folder, file after file, to
 * [read]; it stops at the first fault. [to] is the reader's own.
 */
bool study_entries_in(const struct study_loader *loader, const char *folder,
                      bool (*read)(void *to, const struct yaml *key,
                                   const struct yaml *map),
                      void *to);

/* Checks of a scalar that must be a known id; the index into *out. */
bool study_indicator_of(const struct study_loader *loader,
                        const struct yaml *node, uint16_t *out);
bool study_dimension_of(const struct codebook *book, const struct yaml *node,
                        uint16_t *out, struct fault *fault);
bool study_code_of(const struct dimension *dimension, const struct yaml *node,
                   struct fault *fault);
/* {sex: F, age: 6..10}; NULL or absent is no restriction. */
bool study_read_set(const struct codebook *book, const struct yaml *node,
                    struct arena *arena, struct layout_set **set, size_t *count,
                    struct fault *fault);

/* The same for a cell of a sheet; an empty cell leaves *out alone. */
bool study_indicator_cell(const struct study_loader *loader,
                          const struct sheet *sheet, size_t row, size_t column,
                          uint16_t *out);
bool study_period_cell(const struct study_loader *loader,
                       const struct sheet *sheet, size_t row, size_t column,
                       period *out);
/* All words for a tier; the index plus one is the tier. */
extern const struct sheet_words study_tier_words;

/* Which areas a code may mean: DATE_OPEN = whenever it lived. */
struct study_scope {
    date day;
    enum tier tier;
};
bool study_area_cell(const struct study_loader *loader,
                     const struct sheet *sheet, size_t row, size_t column,
                     struct study_scope scope, uint32_t *out);
/* The area of a code, or a fault at [place] with the nearest code. */
bool study_area_of(const struct study_loader *loader, const char *code,
                   struct place place, struct study_scope scope, uint32_t *out);

#endif
