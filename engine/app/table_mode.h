/*
 * table_mode.h - the statistics for any table, without a project: --table FILE.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_TABLE_MODE_H
#define HOCTAP_APP_TABLE_MODE_H

#include <stdbool.h>

#include "engine/app/session.h"
#include "engine/compute/interval/interval.h"
#include "engine/model/catalogue.h"
#include "importers/sheet.h"

/* The words of --kind: counts over a base, and what only compute takes. */
enum table_kind {
    TABLE_PROPORTION,
    TABLE_RATE,
    TABLE_MEAN,
    TABLE_DIFFERENCE,
    TABLE_KINDS,
    TABLE_KINDS_OF_COUNTS = TABLE_MEAN
};
/* The one method of a kind; NULL where there is a choice. */
extern const char *const table_kind_methods[TABLE_KINDS];

/* What the table modes share: --kind, --scale, --noise, --confidence. */
struct table_request {
    struct sheet sheet;
    enum table_kind rows;
    enum indicator_kind kind; /* of the counts: KIND_PROPORTION or KIND_RATE */
    double scale;
    enum noise noise;
    double *confidence; /* each level, between 0 and 1 */
    size_t confidence_count;
};

/* Reads the file and the options; [kinds] is how many of the words of --kind
 * there are for this command. */
bool table_request_read(struct session *session, enum table_kind kinds,
                        struct table_request *out);

/* Faults on an option that only means something with --table. */
bool only_project_words(struct session *session);

/* --method, INTERVAL_METHOD_COUNT without; faults when it is for another kind.
 * And the method of one row. */
bool table_method_read(struct session *session,
                       const struct table_request *request, int *method);
enum interval_method table_method_of(int asked, enum indicator_kind kind,
                                     double x);
bool table_better_read(struct session *session, enum better *better);
/* --material, 0 without. */
bool table_material_read(struct session *session, double *material);
/* The one level of confidence; faults on several. */
bool table_confidence_one(struct session *session,
                          const struct table_request *request);

/* Tables of counts: subgroup, numerator, denominator. */
struct table_columns {
    size_t subgroup, numerator, denominator;
};
bool table_columns_find(struct session *session, const struct sheet *sheet,
                        struct table_columns *out);
/* Counts that are missing or below 0 are both NO_VALUE; that, and a base of 0,
 * is said. False on a cell that is no number. */
bool table_counts_read(struct session *session, const struct sheet *sheet,
                       size_t row, const struct table_columns *columns,
                       double *numerator, double *denominator);
/* The same without the sentence, and the sentence that [denominator] is worth;
 * none where it is above 0. */
bool table_counts_take(struct session *session, const struct sheet *sheet,
                       size_t row, const struct table_columns *columns,
                       double *numerator, double *denominator);
void table_say_base(const struct session *session, const struct sheet *sheet,
                    size_t row, const struct table_columns *columns,
                    double denominator);
/* A sentence about a row. */
void table_say_row(const struct session *session, const char *message,
                   const struct sheet *sheet, size_t row,
                   const struct table_columns *columns);

/* The heads of the limits, two for each level of confidence: lower, upper, or
 * lower_95, upper_95, … of several. Returns how many. */
size_t table_limits_name(const struct session *session,
                         const struct table_request *request,
                         const char *names[]);

/* The cells of one level of confidence; the value stands before the first.
 * Facts have no limits. */
void table_limits_write(struct rows *rows, const struct table_request *request,
                        size_t level, const struct interval *interval);

/* The last cell of a row: the method of the limits that are shown. */
void table_method_write(struct rows *rows, const struct table_request *request,
                        bool limits, const char *method);

/* The rows of --kind mean and --kind difference; *sound becomes false on a
 * proportion above one. */
bool table_mean(struct session *session, struct rows *rows,
                const struct table_request *request);
bool table_difference(struct session *session, struct rows *rows,
                      const struct table_request *request, bool *sound);

/* A row for each subgroup, standardised by the column --standard names; faults
 * unless the kind is rate. */
bool table_standard(struct session *session, struct rows *rows,
                    const struct table_request *request, int asked);

/* The commands; they return the exit status. */
int table_compute(struct session *session);
int table_compare(struct session *session);
int table_equity(struct session *session);
int table_trend(struct session *session);

#endif
