/*
 * submissions.c - who sent what when: submissions.csv against the table.
 *
 *  (1) Several lines may fit a figure: the one that names its file counts, then
 *      the one for the nearest area, then the one of the higher version.
 *  (2) Late and missing reports are told by source and period, the missing ones
 *      as one finding that counts them.
 *  (3) A sentence names a source by the files it reads, which an office knows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "engine/model/submission.h"
#include "engine/model/table.h"
#include "importers/submissions.h"

/* --- which is later --------------------------------------------------------
 */

/* (1) Does [a] fit better than [b]? Both fit. */
static bool fits_better(const struct study *study, const struct submission *a,
                        const struct submission *b)
{
    if (a->file != b->file)
        return a->file;
    if (a->area != b->area)
        return b->area == NO_AREA ||
               (a->area != NO_AREA &&
                area_is_in(&study->areas, a->area, b->area));
    return a->version > b->version;
}

struct delivery submissions_delivery(const struct study *study,
                                     const struct source *source, uint32_t area,
                                     period p)
{
    const struct submission *best = NULL;
    for (size_t i = 0; i < study->submission_count; i++) {
        const struct submission *line = &study->submissions[i];
        if (!submission_is_about(line, source) || !submission_is_of(line, p) ||
            (line->area != NO_AREA &&
             !area_is_in(&study->areas, area, line->area)))
            continue;
        if (best == NULL || fits_better(study, line, best))
            best = line;
    }
    if (best == NULL)
        return (struct delivery){ false, 0, DATE_OPEN };
    return (struct delivery){ true, best->version, best->received };
}

int submissions_later(struct delivery a, struct delivery b)
{
    if (!a.known || !b.known)
        return 0;
    if (a.version != b.version)
        return a.version > b.version ? 1 : -1;
    if (a.received == b.received || a.received == DATE_OPEN ||
        b.received == DATE_OPEN)
        return 0;
    return a.received > b.received ? 1 : -1;
}

/* --- late and missing --------------------------------------------------------
 */

static const char *name_of(const struct study *study, uint32_t area)
{
    return area == NO_AREA
               ? study_root_name(study)
               : area_name(&study->areas, area, study_language(study));
}

static struct finding_place line_place(const struct submission *line)
{
    return (struct finding_place){ .file = "submissions.csv",
                                   .line = line->line };
}

/* (3) */
static void note_late(const struct study *study, const struct submission *line,
                      struct findings *findings)
{
    struct text p = text_new(), due = text_new(), received = text_new();
    if (line->period != NO_PERIOD)
        period_add(&p, line->period);
    date_add_local(&due, line->due, study_language(study));
    date_add_local(&received, line->received, study_language(study));
    finding_add(findings, FINDING_late_report, line_place(line), "area",
                name_of(study, line->area), "source",
                submission_files(study, line->source, findings->arena),
                "period", p.bytes, "due", due.bytes, "received", received.bytes,
                (char *)NULL);
    text_free(&p);
    text_free(&due);
    text_free(&received);
}

static bool same_return(const struct submission *a, const struct submission *b)
{
    return a->period == b->period && strcmp(a->source, b->source) == 0;
}

/* (2) All lines of one source and period, told at the first that is missing. */
static void tell_missing(const struct table *table, const struct study *study,
                         size_t first, struct findings *findings)
{
    const struct submission *lines = study->submissions;
    struct text areas = text_new(), p = text_new();
    size_t missing = 0, expected = 0;
    char reported[32], all[32];
    text_add(&areas, "");
    for (size_t i = 0; i < study->submission_count; i++) {
        if (!same_return(&lines[i], &lines[first]) || lines[i].due == DATE_OPEN)
            continue;
        expected++;
        if (!submission_is_missing(&lines[i], table, study))
            continue;
        text_add(&areas, missing++ > 0 ? ", " : "");
        text_add(&areas, name_of(study, lines[i].area));
    }
    snprintf(reported, sizeof reported, "%zu", expected - missing);
    snprintf(all, sizeof all, "%zu", expected);
    if (lines[first].period != NO_PERIOD)
        period_add(&p, lines[first].period);
    finding_add(findings, FINDING_not_reported, line_place(&lines[first]),
                "source",
                submission_files(study, lines[first].source, findings->arena),
                "period", p.bytes, "reported", reported, "expected", all,
                "areas", areas.bytes, (char *)NULL)
        ->count = (unsigned)missing;
    text_free(&areas);
    text_free(&p);
}

void submissions_check(const struct table *table, const struct study *study,
                       struct findings *findings, struct arena *scratch)
{
    const struct submission *lines = study->submissions;
    bool *told = arena_array(scratch, study->submission_count, bool);
    for (size_t i = 0; i < study->submission_count; i++) {
        if (submission_is_late(&lines[i]))
            note_late(study, &lines[i], findings);
        if (told[i] || !submission_is_missing(&lines[i], table, study))
            continue;
        tell_missing(table, study, i, findings);
        for (size_t k = i; k < study->submission_count; k++)
            told[k] = told[k] || same_return(&lines[k], &lines[i]);
    }
}
