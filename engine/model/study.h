/*
 * study.h - all that data/ and the project folder say.
 *
 * A study is loaded once by the importers and does not change afterwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_STUDY_H
#define HOCTAP_MODEL_STUDY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/date.h"
#include "engine/base/period.h"
#include "engine/model/area.h"
#include "engine/model/catalogue.h"
#include "engine/model/chart_style.h"
#include "engine/model/codebook.h"
#include "engine/model/crosswalk.h"
#include "engine/model/layout.h"
#include "engine/model/message.h"
#include "engine/model/published.h"
#include "engine/model/report_plan.h"
#include "engine/model/shapes.h"
#include "engine/model/standard.h"
#include "engine/model/target.h"

struct source_plan {
    const char *name;
    const char **files; /* globs, relative to the project */
    size_t file_count;
    const char *layout;   /* "auto" or an id */
    const char *quantity; /* NULL = as the layout says */
    struct layout_set *set;
    size_t set_count;
    double scale;
    period period; /* NO_PERIOD = as the layout says */
    date cutoff;
    unsigned line;
};

/* aliases.csv: a name that a user has decided. */
struct area_alias {
    const char *written; /* its name key */
    const char *code;
    enum tier tier;
    const char *source; /* "" = every source */
};

/* submissions.csv */
struct submission {
    const char *source; /* of project.yaml; or the glob of a file */
    bool file;          /* the latter */
    uint32_t area;
    period period;
    date due, received;
    long version;
    unsigned line;
};

/* decisions.csv */
struct decision {
    const char *rule, *file, *decision, *who, *reason;
    unsigned finding_line;
    unsigned line; /* its own */
    date day;
};

/* The public sees no small counts, whatever else is said; see
 * study_hide_below. No law sets this figure; it is a choice, and hide_below
 * makes another. */
enum { HIDE_PUBLIC = 5 };
enum audience { AUDIENCE_INTERNAL, AUDIENCE_PUBLIC };
/* On which map the years stand. */
enum boundaries {
    BOUNDARIES_REPORTED, /* each on its own */
    BOUNDARIES_STABLE,   /* the finest areas that all have in common */
    BOUNDARIES_DAY       /* all on that of one day */
};

struct project {
    const char *folder; /* "" = no project: data only */
    const char *title, *title_en;
    const char *language; /* "vi" or "en"; NULL = not said */
    uint32_t root;        /* NO_AREA = the only area without a parent */
    enum tier tier;
    period period;
    enum boundaries boundaries;
    date map_day; /* of BOUNDARIES_DAY */
    const char *issuer, *note, *note_en;
    date report_date;
    enum audience audience;
    enum form form;
    double hide_below;
    struct source_plan *sources;
    size_t source_count;
};

struct study {
    const char *data_folder;
    struct project project;
    struct codebook codebook;
    struct areas areas;
    struct shapes shapes;
    struct tiles tiles;
    struct crosswalk crosswalk;
    struct catalogue catalogue;
    struct targets targets;
    struct standards standards;
    struct breaks breaks;
    struct layout *layouts;
    size_t layout_count;
    struct area_alias *aliases;
    size_t alias_count;
    struct submission *submissions;
    size_t submission_count;
    struct decision *decisions;
    size_t decision_count;
    struct published published;      /* what earlier reports said */
    struct report_plan *report_plan; /* NULL when data/reports has none */
    struct chart_style style;
    struct chart_palette *palettes;
    size_t palette_count;
    struct messages messages; /* in the language of this run */
};

/* Counts of persons under this are not printed of an indicator: the larger of
 * the project's and its own; of both 0 HIDE_PUBLIC for the public, else 0.
 * [indicator] NULL: of what belongs to none. */
double study_hide_below(const struct study *study,
                        const struct indicator *indicator);
/* The largest of all indicators; 0 = nothing is hidden. */
double study_hide_most(const struct study *study);
/* "Cả nước", "Thái Bình": the name of the root in the study's language. */
const char *study_root_name(const struct study *study);
/* Language-aware name of an area, indicator … by the study's messages. */
const char *study_language(const struct study *study);

#endif
