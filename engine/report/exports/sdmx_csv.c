/*
 * sdmx_csv.c - SDMX-CSV 2, the table form of the statistical offices' exchange
 * standard.
 *
 *  (1) A row begins with the structure it belongs to and the action, I for
 *      information. SDMX-CSV data message 2.0 field guide, "Columns".
 *  (2) The dimensions are FREQ, INDICATOR, REF_AREA, TIME_PERIOD, and each
 *      dimension that occurs, in capitals, with _T for the total: so a key is
 *      never empty and never twice.
 *  (3) What a calendar cannot name is a time range, start and duration: a
 *      school year 2023-09-01/P1Y, nine months 2023-01-01/P9M. The latter has
 *      no frequency of its own and takes O (other) of CL_FREQ.
 *  (4) Status and confidentiality after CL_OBS_STATUS and CL_CONF_STATUS; a
 *      zero is an ordinary value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/export.h"
#include "engine/report/export_table.h"

#define STRUCTURE_ID "HOCTAP:LEARNING_SOCIETY(1.0.0)"

/* (4) */
static const struct sdmx_status {
    const char *observed, *confidential;
} sdmx_statuses[STATUS_COUNT] = {
    [STATUS_OK] = { "A", "F" },          [STATUS_ZERO] = { "A", "F" },
    [STATUS_MISSING] = { "O", "F" },     [STATUS_NA] = { "M", "F" },
    [STATUS_SUPPRESSED] = { "Q", "A" },  [STATUS_SUPPRESSED2] = { "Q", "D" },
    [STATUS_ESTIMATED] = { "E", "F" },   [STATUS_IMPUTED] = { "I", "F" },
    [STATUS_PROVISIONAL] = { "P", "F" }, [STATUS_FORECAST] = { "F", "F" },
    [STATUS_BREAK] = { "B", "F" },       [STATUS_UNRELIABLE] = { "U", "F" },
    [STATUS_INVALID] = { "V", "F" },
};

static const char *frequency_of(period p)
{
    static const char *const letters[] = {
        [PERIOD_NONE] = "A",         [PERIOD_YEAR] = "A",
        [PERIOD_SCHOOL_START] = "A", [PERIOD_SCHOOL_END] = "A",
        [PERIOD_HALF] = "S",         [PERIOD_QUARTER] = "Q",
        [PERIOD_MONTHS] = "O",       [PERIOD_MONTH] = "M",
    };
    return letters[period_kind(p)];
}

/* (3) */
static void add_time(struct text *out, period p)
{
    int year = period_year(p), part = period_part(p);
    switch (period_kind(p)) {
    case PERIOD_SCHOOL_START:
        text_addf(out, "%d-09-01/P1Y", year);
        break;
    case PERIOD_SCHOOL_END:
        text_addf(out, "%d-09-01/P1Y", year - 1);
        break;
    case PERIOD_MONTHS:
        text_addf(out, "%d-01-01/P%dM", year, part);
        break;
    case PERIOD_HALF:
        text_addf(out, "%d-S%d", year, part);
        break;
    case PERIOD_NONE:
    case PERIOD_YEAR:
    case PERIOD_QUARTER:
    case PERIOD_MONTH:
        period_add(out, p);
        break;
    }
}

static void add_row(struct export_table *table, const struct result *result)
{
    const struct study *study = table->study;
    const struct indicator *indicator =
        &study->catalogue.items[result->indicator];
    struct rows *rows = table->rows;
    rows_text(rows, "dataflow"); /* (1) */
    rows_text(rows, STRUCTURE_ID);
    rows_text(rows, "I");
    rows_text(rows, frequency_of(result->period)); /* (2) */
    rows_text(rows, indicator->id);
    rows_text(rows, study->areas.items[result->area].code);
    text_clear(&table->cell);
    add_time(&table->cell, result->period);
    rows_text(rows, table->cell.bytes);
    export_table_codes(table, result, "_T");
    const double numbers[] = { result->value, result->numerator,
                               result->denominator, result->lower,
                               result->upper };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        rows_number(rows, numbers[i]);
    rows_text(rows, indicator_unit(indicator, study_language(study)));
    rows_text(rows, sdmx_statuses[result->status].observed);
    rows_text(rows, sdmx_statuses[result->status].confidential);
}

static size_t write_sdmx(struct text *out, const struct results *results,
                         const struct study *study)
{
    static const char *const before[] = {
        "STRUCTURE", "STRUCTURE_ID", "ACTION",      "FREQ",
        "INDICATOR", "REF_AREA",     "TIME_PERIOD", NULL,
    };
    static const char *const after[] = {
        "OBS_VALUE",    "NUMERATOR",  "DENOMINATOR", "LOWER", "UPPER",
        "UNIT_MEASURE", "OBS_STATUS", "CONF_STATUS", NULL,
    };
    static const struct export_heads heads = { before, after, true };
    struct export_table table;
    export_table_open(&table, out, &heads, results, study);
    for (size_t i = 0; i < results->count; i++)
        add_row(&table, &results->items[i]);
    export_table_close(&table);
    return 0;
}

const struct export_format export_sdmx_csv = {
    .id = "sdmx-csv",
    .suffix = ".csv",
    .write = write_sdmx,
};
