/*
 * study_project.c - project.yaml: what is reported on, when, by whom.
 *
 *  (1) Without `root` the one area that lies in no other on the last day of the
 *      period is the root; several are a fault that names the first two.
 *  (2) Without `tier` the tier of the root's children is compared.
 *  (3) `boundaries` is `reported`, `stable` or a day. The root must live on the
 *      map that this asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/files.h"
#include "engine/base/text.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool bad_word(const struct study_loader *loader, const struct yaml *map,
                     const char *key, const char *message)
{
    const struct yaml *node = yaml_find(map, key);
    return unknown_word(loader->fault, yaml_place(node), message, node->text,
                        NULL);
}

static bool read_times(const struct study_loader *loader,
                       const struct yaml *map, struct project *project)
{
    const char *when = NULL, *day = NULL;
    if (!yaml_text(map, "period", &when, loader->fault) ||
        !yaml_text(map, "report_date", &day, loader->fault))
        return false;
    if (!period_parse(when, PERIOD_SCHOOL_START, &project->period))
        return bad_word(loader, map, "period", "study.bad_period");
    if (day != NULL && day[0] != '\0' &&
        !date_parse(day, &project->report_date))
        return bad_word(loader, map, "report_date", "study.bad_date");
    return true;
}

static bool read_choices(const struct study_loader *loader,
                         const struct yaml *map, struct project *project)
{
    static const char *const languages[] = { "vi", "en" };
    static const char *const audiences[] = { "internal", "public" };
    static const char *const forms[] = { "state", "party", "association" };
    int language = -1, audience = AUDIENCE_INTERNAL, form = FORM_STATE;
    int tier = -1;
    struct fault *fault = loader->fault;
    if (!yaml_choice(map, "language", languages, COUNT(languages), &language,
                     fault) ||
        !yaml_choice(map, "audience", audiences, COUNT(audiences), &audience,
                     fault) ||
        !yaml_choice(map, "form", forms, COUNT(forms), &form, fault) ||
        !yaml_choice(map, "tier", tier_names + 1, TIER_COUNT - 1, &tier, fault))
        return false;
    project->language = language < 0 ? NULL : languages[language];
    project->audience = (enum audience)audience;
    project->form = (enum form)form;
    project->tier = (enum tier)(tier + 1);
    return true;
}

static bool read_texts(struct study_loader *loader, const struct yaml *map,
                       struct project *project)
{
    struct fault *fault = loader->fault;
    const struct yaml *root = yaml_find(map, "root");
    if (root != NULL && root->kind == YAML_SCALAR && root->text[0] != '\0') {
        loader->root_code = root->text;
        loader->root_place = yaml_place(root);
    } else if (root != NULL && !yaml_expect(root, YAML_SCALAR, fault)) {
        return false;
    }
    if (!yaml_text(map, "title", &project->title, fault) ||
        !yaml_text(map, "title_en", &project->title_en, fault) ||
        !yaml_text(map, "issuer", &project->issuer, fault) ||
        !yaml_text(map, "note", &project->note, fault) ||
        !yaml_text(map, "note_en", &project->note_en, fault) ||
        !yaml_number(map, "hide_below", &project->hide_below, fault))
        return false;
    if (project->hide_below < 0)
        return bad_word(loader, map, "hide_below", "project.bad_hide_below");
    return true;
}

/* Contract 3. */
static bool set_boundaries(struct project *project, const char *word)
{
    static const char *const words[] = { "reported", "stable" };
    for (size_t i = 0; i < COUNT(words); i++)
        if (text_same(word, words[i])) {
            project->boundaries = (enum boundaries)i;
            return true;
        }
    project->boundaries = BOUNDARIES_DAY;
    return date_parse(word, &project->map_day);
}

static bool read_boundaries(struct study_loader *loader, const struct yaml *map)
{
    struct project *project = &loader->study->project;
    const char *asked = loader->changes->boundaries, *word = NULL;
    if (!yaml_text(map, "boundaries", &word, loader->fault))
        return false;
    if (word != NULL && !set_boundaries(project, word))
        return bad_word(loader, map, "boundaries", "project.bad_boundaries");
    return asked == NULL || set_boundaries(project, asked) ||
           unknown_word(loader->fault, NO_PLACE, "project.bad_boundaries",
                        asked, NULL);
}

static void take_changes(struct study_loader *loader)
{
    const struct study_changes *changes = loader->changes;
    if (changes->audience != NULL)
        loader->study->project.audience = *changes->audience;
    if (changes->root == NULL)
        return;
    loader->root_code = changes->root;
    loader->root_place = NO_PLACE;
}

bool study_load_project(struct study_loader *loader)
{
    static const char *const known[] = {
        "title",  "title_en", "language",   "root",        "tier", "period",
        "issuer", "audience", "boundaries", "report_date", "form", "sources",
        "note",   "note_en",  "hide_below", "shapes",
    };
    struct project *project = &loader->study->project;
    project->folder = "";
    project->root = NO_AREA;
    if (loader->project == NULL)
        return true;
    project->folder = loader->project;
    const char *path =
        path_join(loader->arena, loader->project, "project.yaml");
    if (!file_exists(path))
        return fault_set(loader->fault, FAULT_FILE, PLACE_FILE(path),
                         "project.missing", "folder", loader->project,
                         (char *)NULL);
    struct yaml *map;
    if (!(yaml_load(&map, path, loader->arena, loader->fault) &&
          yaml_only_keys(map, known, COUNT(known), loader->fault) &&
          yaml_needs(map, "title", loader->fault) &&
          yaml_needs(map, "period", loader->fault) &&
          read_texts(loader, map, project) &&
          read_times(loader, map, project) &&
          read_choices(loader, map, project) && read_boundaries(loader, map) &&
          study_read_sources(loader, yaml_find(map, "sources"))))
        return false;
    loader->shapes = yaml_find(map, "shapes");
    take_changes(loader);
    return true;
}

/* On that day's map the root must be. */
date study_map_day(const struct study_loader *loader)
{
    const struct project *project = &loader->study->project;
    if (project->boundaries == BOUNDARIES_DAY)
        return project->map_day;
    return period_end(loader->changes->period != NO_PERIOD
                          ? loader->changes->period
                          : project->period);
}

/* An area that has ended names the one that follows it. */
static bool root_ended(const struct study_loader *loader, uint32_t root,
                       date day)
{
    const struct study *study = loader->study;
    const struct area *area = &study->areas.items[root];
    uint32_t next = crosswalk_successor(&study->areas, &study->crosswalk, root);
    struct text ended = text_new(), asked = text_new();
    date_add(&ended, area->to);
    date_add(&asked, day);
    fault_set(loader->fault, FAULT_USAGE, loader->root_place,
              next == NO_AREA ? "project.root_ended" : "project.root_followed",
              "code", area->code, "name", area->name, "ended", ended.bytes,
              "day", asked.bytes, "next",
              next == NO_AREA ? "" : study->areas.items[next].code, "next_name",
              next == NO_AREA ? "" : study->areas.items[next].name,
              (char *)NULL);
    text_free(&ended);
    text_free(&asked);
    return false;
}

static bool find_named_root(struct study_loader *loader, date day)
{
    const struct areas *areas = &loader->study->areas;
    struct project *project = &loader->study->project;
    uint32_t found = area_by_code(areas, loader->root_code, day, TIER_NONE);
    uint32_t any = area_by_code(areas, loader->root_code, DATE_OPEN, TIER_NONE);
    if (found == NO_AREA && any != NO_AREA &&
        project->boundaries == BOUNDARIES_STABLE)
        found = any; /* its pieces go on after it */
    if (found == NO_AREA && any != NO_AREA &&
        areas->items[any].to != DATE_OPEN && areas->items[any].to <= day)
        return root_ended(loader, any, day);
    if (found == NO_AREA)
        return study_area_of(loader, loader->root_code, loader->root_place,
                             (struct study_scope){ day, TIER_NONE },
                             &project->root);
    project->root = found;
    return true;
}

/* Contract 1. */
static bool find_root(struct study_loader *loader, date day)
{
    const struct areas *areas = &loader->study->areas;
    uint32_t root = NO_AREA;
    for (uint32_t i = 0; i < areas->count; i++) {
        if (areas->items[i].parent != NO_AREA || !area_lives(areas, i, day))
            continue;
        if (root != NO_AREA)
            return fault_set(
                loader->fault, FAULT_USAGE,
                PLACE_FILE(
                    path_join(loader->arena, loader->project, "project.yaml")),
                "project.several_roots", "first", areas->items[root].code,
                "second", areas->items[i].code, (char *)NULL);
        root = i;
    }
    loader->study->project.root = root;
    return root != NO_AREA ||
           fault_set(loader->fault, FAULT_USAGE,
                     PLACE_FILE(path_join(loader->arena, loader->project,
                                          "areas.csv")),
                     "project.no_root", (char *)NULL);
}

bool study_settle_root(struct study_loader *loader)
{
    struct project *project = &loader->study->project;
    const struct areas *areas = &loader->study->areas;
    if (loader->project == NULL)
        return true;
    date day = study_map_day(loader);
    if (loader->root_code != NULL ? !find_named_root(loader, day)
                                  : !find_root(loader, day))
        return false;
    if (!area_lives(areas, project->root, day))
        day = DATE_OPEN; /* of the stable pieces: any of its days */
    /* Contract 2. */
    for (uint32_t i = areas->items[project->root].first_child;
         i != NO_AREA && project->tier == TIER_NONE;
         i = areas->items[i].next_sibling)
        if (area_lives(areas, i, day))
            project->tier = areas->items[i].tier;
    enum tier top = areas->items[project->root].tier;
    const char *asked = loader->changes->tier;
    if (asked != NULL && tier_find(asked) > top)
        project->tier = tier_find(asked);
    if (project->tier == TIER_NONE)
        project->tier = top;
    else if (project->tier <= top) /* nothing there to compare */
        return fault_set(loader->fault, FAULT_USAGE,
                         PLACE_FILE(path_join(loader->arena, loader->project,
                                              "project.yaml")),
                         "project.tier_not_below", "tier",
                         tier_names[project->tier], "root", tier_names[top],
                         (char *)NULL);
    return true;
}
