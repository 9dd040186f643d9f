/*
 * study_notes.c - the project's smaller tables: breaks, aliases of areas,
 * submissions, and decisions on findings. Each may be absent.
 *
 *  (1) A break without an indicator is one of all indicators, without an area
 *      one of all areas.
 *  (2) An alias names an area by code and tier, at whatever time it lives: the
 *      reader of exports finds the life that fits the figure.
 *  (3) A decision may stand for a rule that no longer finds anything, but not
 *      for one that never existed.
 *  (4) A submission may be one file instead of a source. Its area is the one
 *      that lives at the period's end, else at its beginning: a district was
 *      reported for 2025, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "importers/study_loader.h"
#include "importers/unknown.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* A sheet whose heads are all of [heads]; the first [needed] must be there. */
struct notes {
    struct study_loader *loader;
    struct sheet sheet;
    size_t columns[8];
};

static bool read_notes(struct study_loader *loader, struct notes *notes,
                       const char *path, const char *const heads[],
                       size_t count, size_t needed)
{
    notes->loader = loader;
    if (!sheet_read(&notes->sheet, path, loader->arena, loader->fault) ||
        !sheet_only(&notes->sheet, heads, count, loader->fault))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (i < needed && !sheet_needs(&notes->sheet, heads[i],
                                       &notes->columns[i], loader->fault))
            return false;
        notes->columns[i] = sheet_column(&notes->sheet, heads[i]);
    }
    return true;
}

static const char *cell_of(const struct notes *notes, size_t row, size_t column)
{
    return sheet_cell(&notes->sheet, row, notes->columns[column]);
}

static struct place place_of(const struct notes *notes, size_t row,
                             size_t column)
{
    return sheet_place(&notes->sheet, row, notes->columns[column]);
}

static bool filled(const struct notes *notes, size_t row, size_t column)
{
    return sheet_filled(&notes->sheet, row, notes->columns[column],
                        notes->loader->fault);
}

static bool read_whole(const struct notes *notes, size_t row, size_t column,
                       long *out)
{
    const char *cell = cell_of(notes, row, column);
    return cell[0] == '\0' || number_parse_whole(cell, out) ||
           unknown_word(notes->loader->fault, place_of(notes, row, column),
                        "sheet.not_whole", cell, NULL);
}

static bool is_source(const struct notes *notes, const char *name)
{
    const struct project *project = &notes->loader->study->project;
    for (size_t i = 0; i < project->source_count; i++)
        if (text_same(project->sources[i].name, name))
            return true;
    return false;
}

/* The name of a source of project.yaml; empty is every source. */
static bool known_source(const struct notes *notes, size_t row, size_t column)
{
    struct study_loader *loader = notes->loader;
    const struct project *project = &loader->study->project;
    const char *cell = cell_of(notes, row, column);
    const char **names =
        arena_array(loader->arena, project->source_count, const char *);
    for (size_t i = 0; i < project->source_count; i++)
        names[i] = project->sources[i].name;
    return cell[0] == '\0' || is_source(notes, cell) ||
           unknown_word(loader->fault, place_of(notes, row, column),
                        "study.unknown_source", cell,
                        text_nearest(cell, names, project->source_count));
}

static bool read_break(const struct notes *notes, size_t row,
                       struct series_break *out)
{
    enum { INDICATOR, AREA, PERIOD, KIND, OVERLAP, REASON };
    static const char *const kinds[] = { "definition", "boundary", "source",
                                         "frame" };
    struct study_loader *loader = notes->loader;
    int kind = 0;
    *out = (struct series_break){ .indicator = NO_INDEX,
                                  .area = NO_AREA,
                                  .reason = cell_of(notes, row, REASON),
                                  .line = notes->sheet.lines[row] };
    if (!filled(notes, row, PERIOD) || !filled(notes, row, KIND) ||
        !study_indicator_cell(loader, &notes->sheet, row,
                              notes->columns[INDICATOR], &out->indicator) ||
        !study_period_cell(loader, &notes->sheet, row, notes->columns[PERIOD],
                           &out->period) ||
        !study_area_cell(
            loader, &notes->sheet, row, notes->columns[AREA],
            (struct study_scope){ period_end(out->period), TIER_NONE },
            &out->area) ||
        !sheet_choice(&notes->sheet, row, notes->columns[KIND],
                      (struct sheet_words){ kinds, COUNT(kinds) }, &kind,
                      loader->fault))
        return false;
    out->kind = (enum break_kind)kind;
    return true;
}

bool study_load_breaks(struct study_loader *loader)
{
    static const char *const heads[] = { "indicator", "area",    "period",
                                         "kind",      "overlap", "reason" };
    const char *path = study_own_file(loader, "breaks.csv");
    struct breaks *breaks = &loader->study->breaks;
    struct notes notes;
    if (path == NULL)
        return true;
    if (!read_notes(loader, &notes, path, heads, COUNT(heads), 4))
        return false;
    breaks->items =
        arena_array(loader->arena, notes.sheet.row_count, struct series_break);
    for (size_t row = 0; row < notes.sheet.row_count; row++)
        if (!read_break(&notes, row, &breaks->items[breaks->count++]))
            return false;
    return true;
}

/* Contract 2. */
static bool read_alias(const struct notes *notes, size_t row,
                       struct area_alias *out)
{
    enum { WRITTEN, CODE, TIER, SOURCE };
    struct study_loader *loader = notes->loader;
    int tier = -1;
    uint32_t area;
    if (!filled(notes, row, WRITTEN) || !filled(notes, row, CODE) ||
        !sheet_choice(&notes->sheet, row, notes->columns[TIER],
                      study_tier_words, &tier, loader->fault) ||
        !known_source(notes, row, SOURCE))
        return false;
    *out = (struct area_alias){ .written = area_name_key(
                                    loader->arena, cell_of(notes, row, WRITTEN),
                                    NULL),
                                .code = cell_of(notes, row, CODE),
                                .tier = (enum tier)(tier + 1),
                                .source = cell_of(notes, row, SOURCE) };
    return study_area_cell(loader, &notes->sheet, row, notes->columns[CODE],
                           (struct study_scope){ DATE_OPEN, out->tier }, &area);
}

bool study_load_aliases(struct study_loader *loader)
{
    static const char *const heads[] = { "written", "code", "tier", "source" };
    const char *path = study_own_file(loader, "aliases.csv");
    struct study *study = loader->study;
    struct notes notes;
    if (path == NULL)
        return true;
    if (!read_notes(loader, &notes, path, heads, COUNT(heads), 2))
        return false;
    study->aliases =
        arena_array(loader->arena, notes.sheet.row_count, struct area_alias);
    for (size_t row = 0; row < notes.sheet.row_count; row++)
        if (!read_alias(&notes, row, &study->aliases[study->alias_count++]))
            return false;
    return true;
}

/* Contract 4. */
static date submission_day(const struct notes *notes, const char *code,
                           period p)
{
    const struct areas *areas = &notes->loader->study->areas;
    bool ended =
        area_by_code(areas, code, period_end(p), TIER_NONE) == NO_AREA &&
        area_by_code(areas, code, period_start(p), TIER_NONE) != NO_AREA;
    return ended ? period_start(p) : period_end(p);
}

static bool read_submission(const struct notes *notes, size_t row,
                            struct submission *out)
{
    enum { SOURCE, AREA, PERIOD, DUE, RECEIVED, VERSION };
    struct study_loader *loader = notes->loader;
    const struct sheet *sheet = &notes->sheet;
    *out = (struct submission){ .source = cell_of(notes, row, SOURCE),
                                .area = NO_AREA,
                                .line = sheet->lines[row] };
    out->file =
        !is_source(notes, out->source) && strpbrk(out->source, "./") != NULL;
    if (!filled(notes, row, SOURCE) || !filled(notes, row, PERIOD) ||
        (!out->file && !known_source(notes, row, SOURCE)) ||
        !study_period_cell(loader, sheet, row, notes->columns[PERIOD],
                           &out->period))
        return false;
    struct study_scope scope = {
        submission_day(notes, cell_of(notes, row, AREA), out->period), TIER_NONE
    };
    return study_area_cell(loader, sheet, row, notes->columns[AREA], scope,
                           &out->area) &&
           sheet_date(sheet, row, notes->columns[DUE], &out->due,
                      loader->fault) &&
           sheet_date(sheet, row, notes->columns[RECEIVED], &out->received,
                      loader->fault) &&
           read_whole(notes, row, VERSION, &out->version);
}

bool study_load_submissions(struct study_loader *loader)
{
    static const char *const heads[] = { "source", "area",     "period",
                                         "due",    "received", "version" };
    const char *path = study_own_file(loader, "submissions.csv");
    struct study *study = loader->study;
    struct notes notes;
    if (path == NULL)
        return true;
    if (!read_notes(loader, &notes, path, heads, COUNT(heads), 3))
        return false;
    study->submissions =
        arena_array(loader->arena, notes.sheet.row_count, struct submission);
    for (size_t row = 0; row < notes.sheet.row_count; row++)
        if (!read_submission(&notes, row,
                             &study->submissions[study->submission_count++]))
            return false;
    return true;
}

/* Contract 3. */
static bool known_rule(const struct notes *notes, size_t row, size_t column)
{
    const char *names[FINDING_RULE_COUNT];
    const char *cell = cell_of(notes, row, column);
    for (int i = 0; i < FINDING_RULE_COUNT; i++) {
        names[i] = finding_rule_name((enum finding_rule)i);
        if (text_same(names[i], cell))
            return true;
    }
    return unknown_word(notes->loader->fault, place_of(notes, row, column),
                        "study.unknown_rule", cell,
                        text_nearest(cell, names, FINDING_RULE_COUNT));
}

static bool read_decision(const struct notes *notes, size_t row,
                          struct decision *out)
{
    enum { RULE, NAME, LINE, DECISION, WHO, DAY, REASON };
    long line = 0;
    *out = (struct decision){ .rule = cell_of(notes, row, RULE),
                              .file = cell_of(notes, row, NAME),
                              .decision = cell_of(notes, row, DECISION),
                              .who = cell_of(notes, row, WHO),
                              .reason = cell_of(notes, row, REASON),
                              .line = notes->sheet.lines[row] };
    if (!filled(notes, row, RULE) || !filled(notes, row, DECISION) ||
        !known_rule(notes, row, RULE) || !read_whole(notes, row, LINE, &line) ||
        !sheet_date(&notes->sheet, row, notes->columns[DAY], &out->day,
                    notes->loader->fault))
        return false;
    if (line < 0 || line > 2000000000)
        return unknown_word(notes->loader->fault, place_of(notes, row, LINE),
                            "sheet.not_whole", cell_of(notes, row, LINE), NULL);
    out->finding_line = (unsigned)line;
    return true;
}

bool study_load_decisions(struct study_loader *loader)
{
    static const char *const heads[] = { "rule", "file", "line",  "decision",
                                         "who",  "date", "reason" };
    const char *path = study_own_file(loader, "decisions.csv");
    struct study *study = loader->study;
    struct notes notes;
    if (path == NULL)
        return true;
    if (!read_notes(loader, &notes, path, heads, COUNT(heads), 4))
        return false;
    study->decisions =
        arena_array(loader->arena, notes.sheet.row_count, struct decision);
    for (size_t row = 0; row < notes.sheet.row_count; row++)
        if (!read_decision(&notes, row,
                           &study->decisions[study->decision_count++]))
            return false;
    return true;
}
