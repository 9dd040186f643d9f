/*
 * forms.h - return forms: what each area is asked for, with what it said last.
 *
 * A form is a table with a row for each figure that areas of the tier have
 * reported before: its code, its words, the last figure, and a cell to fill.
 * The codes and names are those valid on the period's last day. A filled form
 * is read by the layout `form`, which is always there: see layout_builtin.c,
 * whose heads are the messages form.* of both languages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_FORMS_H
#define HOCTAP_REPORT_FORMS_H

#include <stdbool.h>

#include "engine/report/words.h"

struct text;
struct fault;

struct form_row {
    const char *group; /* the source that has reported it */
    uint16_t quantity;
    uint64_t cell;
    period period;     /* to write: of the sort that was reported */
    const char *words; /* "Học sinh: nữ, tiểu học" */
};

struct forms {
    const struct report_input *input;
    period period;
    struct form_row *rows;
    size_t row_count;
    uint32_t *areas; /* by code */
    size_t area_count;
    uint16_t *dimensions; /* that occur in the rows */
    size_t dimension_count;
    /* area after area: the row of the table with the last figure, or NO_ROW */
    uint32_t *last;
};
enum { NO_ROW = -1 };

/*
 * What to ask the areas of [tier] below the root for in [p]. [groups] narrows
 * it to sources; none of them = all. False when nobody of that tier has
 * reported anything, or no area lives on that day.
 */
struct forms_request {
    period period;
    enum tier tier;
    char **groups;
    size_t group_count;
};
bool forms_plan(struct forms *out, const struct forms_request *request,
                const struct report_input *input);

/* The columns after the last of which those of the dimensions follow. */
enum form_column {
    FORM_AREA,
    FORM_AREA_NAME,
    FORM_PERIOD,
    FORM_GROUP,
    FORM_QUANTITY,
    FORM_WORDS,
    FORM_UNIT,
    FORM_LAST,
    FORM_VALUE,
    FORM_STATUS,
    FORM_NOTE,
    FORM_COLUMNS
};
char *form_head(const struct forms *forms, size_t column);
/* "" for the cells to fill. */
const char *form_cell(const struct forms *forms, size_t area, size_t row,
                      size_t column);

/* For Vietnamese spreadsheets; see rows.h. */
void form_csv(struct text *out, const struct forms *forms, size_t area);
/* A workbook whose heads and codes are protected. */
bool form_xlsx(const char *path, const struct forms *forms, size_t area,
               struct fault *fault);

#endif
