/*
 * annexes.c - what a workbook holds beside the report.
 *
 *  (1) The values are lines of indicators.csv, digit for digit: those of the
 *      root and of the compared areas, all periods and breakdowns.
 *  (2) Where they are too many for a sheet, those of the report's period;
 *      where even these are too many, none. The note says so.
 *  (3) The findings are findings.csv, as far as a sheet goes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/annexes.h"

#include "engine/base/arena.h"
#include "engine/base/rows.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "engine/report/listing.h"

/* What an annex is told from. */
struct matter {
    const struct report_input *input;
    const struct result **lines;
};

static void tell_values(const struct report_annex *annex, struct rows *rows)
{
    const struct matter *matter = annex->matter;
    struct text cell = text_new();
    for (size_t i = 0; i < annex->rows; i++)
        list_result_cells(rows, matter->lines[i], matter->input->study, &cell);
    text_free(&cell);
}

static void tell_findings(const struct report_annex *annex, struct rows *rows)
{
    const struct matter *matter = annex->matter;
    for (size_t i = 0; i < annex->rows; i++)
        list_finding_cells(rows, &matter->input->findings->items[i],
                           &matter->input->study->messages);
}

/* (1) [only] one period, or NO_PERIOD for all. */
static bool is_wanted(const struct report_input *input, const struct result *r,
                      period only)
{
    const struct study *study = input->study;
    return (only == NO_PERIOD || r->period == only) &&
           (r->area == study->project.root ||
            study->areas.items[r->area].tier == study->project.tier);
}

static size_t count_wanted(const struct report_input *input, period only)
{
    size_t count = 0;
    for (size_t i = 0; i < input->results->count; i++)
        count += is_wanted(input, &input->results->items[i], only);
    return count;
}

static struct matter *matter_new(const struct report_input *input, size_t lines)
{
    struct matter *matter = arena_new_of(input->arena, struct matter);
    matter->input = input;
    matter->lines = arena_array(input->arena, lines + 1, const struct result *);
    return matter;
}

/* (2) */
static struct report_annex values(const struct report_input *input)
{
    period only = NO_PERIOD;
    const char *note = "annex.values_note";
    size_t count = count_wanted(input, only), filled = 0;
    if (count > ANNEX_ROWS_MOST) {
        only = input->study->project.period;
        note = "annex.values_of_period";
        count = count_wanted(input, only);
    }
    if (count > ANNEX_ROWS_MOST) {
        note = "annex.values_too_many";
        count = 0;
    }
    struct matter *matter = matter_new(input, count);
    for (size_t i = 0; filled < count; i++)
        if (is_wanted(input, &input->results->items[i], only))
            matter->lines[filled++] = &input->results->items[i];
    return (struct report_annex){ .title = say(input, "annex.values", NULL),
                                  .note = say(input, note, NULL),
                                  .columns = result_columns,
                                  .column_count = RESULT_COLUMNS,
                                  .rows = count,
                                  .tell = tell_values,
                                  .matter = matter };
}

/* (3) */
static struct report_annex findings(const struct report_input *input)
{
    size_t count = input->findings->count;
    return (struct report_annex){
        .title = say(input, "annex.findings", NULL),
        .note = say(input, "annex.findings_note", NULL),
        .columns = finding_columns,
        .column_count = FINDING_COLUMNS,
        .rows = count < ANNEX_ROWS_MOST ? count : ANNEX_ROWS_MOST,
        .tell = tell_findings,
        .matter = matter_new(input, 0)
    };
}

static void add_guide(struct report *report, const struct report_input *input)
{
    const char **items = arena_array(input->arena, 5, const char *);
    size_t count = 0;
    char *signs = say_signs(input, ~0u);
    items[count++] = say(input, "guide.sheets", NULL);
    items[count++] = say(input, "guide.numbers", NULL);
    if (signs != NULL)
        items[count++] = say(input, "guide.signs", "signs", signs, NULL);
    items[count++] =
        say(input, "guide.colours", "better", say(input, "legend.better", NULL),
            "worse", say(input, "legend.worse", NULL), NULL);
    items[count++] = say(input, "guide.definitions", "sources",
                         say(input, "sources.title", NULL), "method",
                         say(input, "method.title", NULL), NULL);
    report->guide_title = say(input, "guide.title", NULL);
    report->guide = items;
    report->guide_count = count;
}

void annexes_add(struct report *report, const struct report_input *input)
{
    /* The caller's input may be gone when the rows are told. */
    struct report_input *kept = arena_new_of(input->arena, struct report_input);
    *kept = *input;
    report->annexes = arena_array(input->arena, 2, struct report_annex);
    report->annexes[0] = values(kept);
    report->annexes[1] = findings(kept);
    report->annex_count = 2;
    add_guide(report, kept);
}
