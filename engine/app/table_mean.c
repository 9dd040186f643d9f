/*
 * table_mean.c - compute --table --kind mean: means with Student's limits, from
 * the columns subgroup, mean, sd, n.
 *
 *  (1) No mean, or n below 0, or n = 0, where a mean is of nobody: empty cells
 *      and a sentence; the table goes on.
 *  (2) Without an sd, or an n above 1, the value stands without limits and a
 *      sentence says so; facts need no limits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/table_mode.h"
#include "engine/base/number.h"

struct columns {
    struct table_columns row; /* the subgroup alone */
    size_t mean, sd, n;
};

struct sample {
    double mean, sd, n;
};

static bool read_sample(struct session *session, const struct sheet *sheet,
                        size_t row, const struct columns *columns,
                        struct sample *out)
{
    struct fault *fault = &session->fault;
    *out = (struct sample){ NO_VALUE, NO_VALUE, NO_VALUE };
    if (!sheet_number(sheet, row, columns->mean, &out->mean, fault) ||
        !sheet_number(sheet, row, columns->sd, &out->sd, fault) ||
        !sheet_number(sheet, row, columns->n, &out->n, fault))
        return false;
    return !(out->sd < 0) ||
           fault_set(fault, FAULT_USAGE, sheet_place(sheet, row, columns->sd),
                     "table.negative_sd", "word",
                     sheet_cell(sheet, row, columns->sd), NULL);
}

/* What there is to say of a row; NULL when it has all. */
static const char *lack_of(const struct sample *sample, enum noise noise)
{
    if (sample->n == 0)
        return "table.zero_n";
    if (!has_value(sample->mean) || sample->n < 0)
        return "table.no_mean";
    if (noise != NOISE_NONE && (!has_value(sample->sd) || !(sample->n > 1)))
        return "table.no_spread";
    return NULL;
}

static void write_sample(struct rows *rows, const struct table_request *request,
                         const char *subgroup, const struct sample *sample)
{
    bool limits = false;
    rows_text(rows, subgroup);
    for (size_t i = 0; i < request->confidence_count; i++) {
        struct interval interval;
        limits = interval_of_mean(&interval, sample->mean, sample->sd,
                                  sample->n, request->confidence[i]);
        table_limits_write(rows, request, i, &interval);
    }
    table_method_write(rows, request, limits, table_kind_methods[TABLE_MEAN]);
}

static bool find_columns(struct session *session, const struct sheet *sheet,
                         struct columns *out)
{
    struct fault *fault = &session->fault;
    return sheet_needs(sheet, "subgroup", &out->row.subgroup, fault) &&
           sheet_needs(sheet, "mean", &out->mean, fault) &&
           sheet_needs(sheet, "sd", &out->sd, fault) &&
           sheet_needs(sheet, "n", &out->n, fault);
}

bool table_mean(struct session *session, struct rows *rows,
                const struct table_request *request)
{
    const struct sheet *sheet = &request->sheet;
    struct columns columns;
    if (!find_columns(session, sheet, &columns))
        return false;
    for (size_t row = 0; row < sheet->row_count; row++) {
        struct sample sample;
        if (!read_sample(session, sheet, row, &columns, &sample))
            return false;
        const char *lack = lack_of(&sample, request->noise);
        if (lack != NULL)
            table_say_row(session, lack, sheet, row, &columns.row);
        write_sample(rows, request,
                     sheet_cell(sheet, row, columns.row.subgroup), &sample);
    }
    return true;
}
