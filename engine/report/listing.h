/*
 * listing.h - results as rows: the CSV files of a run, and what the commands
 * print. The column names are a contract; see the README.
 *
 * Each function opens the rows, adds all lines and finishes them, so that the
 * same bytes come from `run` and from the single commands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_LISTING_H
#define HOCTAP_REPORT_LISTING_H

#include <stdio.h>

#include "engine/base/rows.h"
#include "engine/model/comparison.h"
#include "engine/model/finding.h"
#include "engine/model/message.h"
#include "engine/model/plan_results.h"
#include "engine/model/published.h"
#include "engine/model/results.h"
#include "engine/model/study.h"
#include "engine/model/table.h"
#include "engine/model/trend_results.h"

struct arena;
struct text;

void list_observations(struct text *out, enum rows_format format,
                       const struct table *table, const struct study *study,
                       struct arena *scratch);
void list_results(struct text *out, enum rows_format format,
                  const struct results *results, const struct study *study);
/* The same bytes, written as they are made: there may be a gigabyte of them.
 * For file_write_by, with a results_list. */
struct results_list {
    enum rows_format format;
    const struct results *results;
    const struct study *study;
    size_t threads; /* 0 = as many as there are processors */
};
bool list_results_into(FILE *file, void *list);
void list_comparisons(struct text *out, enum rows_format format,
                      const struct comparisons *list,
                      const struct study *study);
void list_equity(struct text *out, enum rows_format format,
                 const struct equity_results *results,
                 const struct study *study);
void list_trends(struct text *out, enum rows_format format,
                 const struct trends *list, const struct study *study);
/* The scratch holds the notes while they are printed. */
void list_plans(struct text *out, enum rows_format format,
                const struct plans *plans, const struct study *study,
                size_t threads, struct arena *scratch);
void list_plan_outcomes(struct text *out, enum rows_format format,
                        const struct plans *plans, const struct study *study);
void list_reviews(struct text *out, enum rows_format format,
                  const struct reviews *reviews, const struct study *study);
void list_findings(struct text *out, enum rows_format format,
                   const struct findings *findings,
                   const struct messages *messages);

/* The lines of the two for those who choose among them; [cell] is a text to
 * work in. */
enum { RESULT_COLUMNS = 23, FINDING_COLUMNS = 10 };
extern const char *const result_columns[RESULT_COLUMNS];
void list_result_cells(struct rows *rows, const struct result *r,
                       const struct study *study, struct text *cell);
extern const char *const finding_columns[FINDING_COLUMNS];
void list_finding_cells(struct rows *rows, const struct finding *f,
                        const struct messages *messages);

void list_outcomes(struct text *out, enum rows_format format,
                   const struct standard_outcomes *outcomes,
                   const struct study *study);

/* The figures of one calendar period as `publish` freezes them; returns how
 * many they are. */
size_t list_published(struct text *out, const struct results *results,
                      const struct study *study, period p);
void list_revisions(struct text *out, enum rows_format format,
                    const struct revisions *list, const struct study *study);

/* What each standard asks for: a row a condition. NULL ends the columns. */
enum { STANDARD_COLUMNS = 9 };
extern const char *const standard_columns[STANDARD_COLUMNS + 1];
void list_standard_rows(struct rows *rows, const struct study *study);

/* The columns of a comparison from `value` on, for tables that begin
 * otherwise. */
enum { COMPARISON_COLUMNS = 18 };
extern const char *const comparison_columns[COMPARISON_COLUMNS];
void list_comparison_cells(struct rows *rows, const struct comparison *line);

/* The columns of a trend from `from` on. */
enum { TREND_COLUMNS = 14 };
extern const char *const trend_columns[TREND_COLUMNS];
void list_trend_cells(struct rows *rows, const struct trend *line,
                      const struct messages *messages);

/* "sex=F", or "" for the whole. */
void add_breakdown(struct text *out, const struct study *study,
                   struct breakdown breakdown);

#endif
