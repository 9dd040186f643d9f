/*
 * study_report_plan.c - reports/annual.yaml: chapters, tables and charts of the
 * yearly report. The project's file, when there is one, replaces the data
 * folder's as a whole.
 *
 *  (1) Titles are a text with a sister key (title, title_en), or a map of both
 *      languages (title: {vi: …, en: …}).
 *  (2) Indicators must be known. Kinds of charts are the charts' room's own
 *      names and are checked by whoever draws.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/files.h"
#include "engine/base/text.h"
#include "importers/study_loader.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { CLAUSES = 5 };

/* Contract 1. */
static bool read_words(const struct study_loader *loader,
                       const struct yaml *map, const char *key,
                       const char *key_en, const char **vi, const char **en)
{
    static const char *const languages[] = { "vi", "en" };
    const struct yaml *node = yaml_find(map, key);
    if (node != NULL && node->kind == YAML_MAP)
        return yaml_only_keys(node, languages, COUNT(languages),
                              loader->fault) &&
               yaml_text(node, "vi", vi, loader->fault) &&
               yaml_text(node, "en", en, loader->fault);
    return yaml_text(map, key, vi, loader->fault) &&
           yaml_text(map, key_en, en, loader->fault);
}

static bool read_indicators(const struct study_loader *loader,
                            const struct yaml *map, const char *key,
                            uint16_t **out, size_t *count)
{
    const struct yaml *list = yaml_find(map, key);
    if (list == NULL)
        return true;
    if (!yaml_expect(list, YAML_LIST, loader->fault))
        return false;
    *out = arena_array(loader->arena, list->count, uint16_t);
    for (size_t i = 0; i < list->count; i++) {
        if (!study_indicator_of(loader, list->items[i], &(*out)[i]))
            return false;
        for (size_t k = 0; k < i; k++)
            if ((*out)[k] == (*out)[i])
                return fault_set(loader->fault, FAULT_USAGE,
                                 yaml_place(list->items[i]),
                                 "report_plan.indicator_twice", "value",
                                 list->items[i]->text, (char *)NULL);
    }
    *count = list->count;
    return true;
}

static bool read_charts(const struct study_loader *loader,
                        const struct yaml *list, struct chapter_plan *chapter)
{
    static const char *const known[] = { "kind", "indicator" };
    if (list == NULL)
        return true;
    if (!yaml_expect(list, YAML_LIST, loader->fault))
        return false;
    chapter->charts =
        arena_array(loader->arena, list->count, struct chart_plan);
    for (size_t i = 0; i < list->count; i++) {
        const struct yaml *item = list->items[i];
        struct chart_plan *chart = &chapter->charts[chapter->chart_count++];
        chart->indicator = NO_INDEX;
        if (!yaml_only_keys(item, known, COUNT(known), loader->fault) ||
            !yaml_needs(item, "kind", loader->fault) ||
            !yaml_text(item, "kind", &chart->kind, loader->fault))
            return false;
        const struct yaml *of = yaml_find(item, "indicator");
        if (of != NULL && !study_indicator_of(loader, of, &chart->indicator))
            return false;
    }
    return true;
}

static bool read_chapter(const struct study_loader *loader,
                         const struct yaml *map, struct chapter_plan *chapter)
{
    static const char *const known[] = {
        "id",       "clause",     "title",  "title_en", "intro",
        "intro_en", "indicators", "charts", "equity",
    };
    struct fault *fault = loader->fault;
    long clause = 0;
    if (!yaml_only_keys(map, known, COUNT(known), fault) ||
        !yaml_needs(map, "id", fault) || !yaml_needs(map, "title", fault) ||
        !yaml_text(map, "id", &chapter->id, fault) ||
        !study_good_id(yaml_find(map, "id"), fault) ||
        !yaml_whole(map, "clause", &clause, fault) ||
        !read_words(loader, map, "title", "title_en", &chapter->title,
                    &chapter->title_en) ||
        !read_words(loader, map, "intro", "intro_en", &chapter->intro,
                    &chapter->intro_en) ||
        !read_indicators(loader, map, "indicators", &chapter->indicators,
                         &chapter->indicator_count) ||
        !read_indicators(loader, map, "equity", &chapter->equity,
                         &chapter->equity_count) ||
        !read_charts(loader, yaml_find(map, "charts"), chapter))
        return false;
    chapter->clause = (unsigned)clause;
    return (clause >= 0 && clause <= CLAUSES) ||
           fault_set(fault, FAULT_USAGE, yaml_place(yaml_find(map, "clause")),
                     "indicator.bad_clause", (char *)NULL);
}

static bool read_chapters(const struct study_loader *loader,
                          const struct yaml *list, struct report_plan *plan)
{
    if (!yaml_expect(list, YAML_LIST, loader->fault))
        return false;
    plan->chapters =
        arena_array(loader->arena, list->count, struct chapter_plan);
    for (size_t i = 0; i < list->count; i++) {
        struct chapter_plan *chapter = &plan->chapters[i];
        if (!read_chapter(loader, list->items[i], chapter))
            return false;
        for (size_t k = 0; k < i; k++)
            if (text_same(plan->chapters[k].id, chapter->id))
                return fault_set(loader->fault, FAULT_USAGE,
                                 yaml_place(list->items[i]),
                                 "report_plan.chapter_twice", "id", chapter->id,
                                 (char *)NULL);
        plan->chapter_count = i + 1;
    }
    return true;
}

bool study_load_report_plan(struct study_loader *loader)
{
    static const char *const known[] = { "title", "title_en", "chapters" };
    const char *path = study_own_file(loader, "reports/annual.yaml");
    if (path == NULL)
        path = path_join(loader->arena, loader->data, "reports/annual.yaml");
    if (!file_exists(path))
        return true;
    struct report_plan *plan = arena_new_of(loader->arena, struct report_plan);
    struct yaml *map;
    loader->study->report_plan = plan;
    return yaml_load(&map, path, loader->arena, loader->fault) &&
           yaml_only_keys(map, known, COUNT(known), loader->fault) &&
           yaml_needs(map, "title", loader->fault) &&
           yaml_needs(map, "chapters", loader->fault) &&
           read_words(loader, map, "title", "title_en", &plan->title,
                      &plan->title_en) &&
           read_chapters(loader, yaml_find(map, "chapters"), plan);
}
