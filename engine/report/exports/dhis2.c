/*
 * dhis2.c - a data value set for DHIS2, the health and education offices' data
 * warehouse: POST it to api/dataValueSets.
 *
 *  (1) Data elements, organisation units and category option combinations are
 *      named by their codes, and the set says so (idScheme CODE): an indicator
 *      is the data element of its id, an area the unit of its code, a breakdown
 *      the combination "sex=F".
 *  (2) Only what has a value is a data value; a hidden or missing one is no
 *      line, for a blank would delete what the warehouse has.
 *  (3) Periods: 2023, 2023S1, 2023Q2, 202306. A school year goes into the
 *      calendar year it belongs to, with its own name as the comment. Nine
 *      months have no period type there and are left out.
 *  (4) What is no plain figure says so in the comment: its status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <jansson.h>
#include <stdlib.h>

#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/report/export.h"
#include "engine/report/listing.h"

/* (3) False: there is no such period. */
static bool add_time(struct text *out, period p)
{
    int year = period_year(p), part = period_part(p);
    switch (period_kind(p)) {
    case PERIOD_NONE:
    case PERIOD_YEAR:
    case PERIOD_SCHOOL_START:
    case PERIOD_SCHOOL_END:
        text_addf(out, "%d", year);
        return true;
    case PERIOD_HALF:
        text_addf(out, "%dS%d", year, part);
        return true;
    case PERIOD_QUARTER:
        text_addf(out, "%dQ%d", year, part);
        return true;
    case PERIOD_MONTH:
        text_addf(out, "%d%02d", year, part);
        return true;
    case PERIOD_MONTHS:
        break;
    }
    return false;
}

static void set_text(json_t *object, const char *key, struct text *text)
{
    if (text->length > 0)
        json_object_set_new(object, key, json_string(text->bytes));
    text_clear(text);
}

/* (3, 4) */
static void add_comment(struct text *out, const struct result *result)
{
    if (period_calendar(result->period) != result->period)
        period_add(out, result->period);
    if (result->status != STATUS_OK && result->status != STATUS_ZERO)
        text_addf(out, "%s%s", out->length > 0 ? " " : "",
                  status_names[result->status]);
}

/* NULL when there is no such period. */
static json_t *data_value(const struct result *result,
                          const struct study *study, struct text *text)
{
    if (!add_time(text, result->period))
        return NULL;
    json_t *value = json_object();
    json_object_set_new(
        value, "dataElement",
        json_string(study->catalogue.items[result->indicator].id));
    set_text(value, "period", text);
    json_object_set_new(value, "orgUnit",
                        json_string(study->areas.items[result->area].code));
    add_breakdown(text, study, result->breakdown);
    set_text(value, "categoryOptionCombo", text);
    number_add(text, result->value);
    set_text(value, "value", text);
    add_comment(text, result);
    set_text(value, "comment", text);
    return value;
}

static size_t write_dhis2(struct text *out, const struct results *results,
                          const struct study *study)
{
    size_t left_out = 0;
    struct text text = text_new();
    json_t *set = json_object(), *values = json_array();
    static const char *const schemes[] = { "dataElementIdScheme",
                                           "orgUnitIdScheme",
                                           "categoryOptionComboIdScheme" };
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) /* (1) */
        json_object_set_new(set, schemes[i], json_string("CODE"));
    json_object_set_new(set, "dataValues", values);
    for (size_t i = 0; i < results->count; i++) {
        const struct result *result = &results->items[i];
        if (!has_value(result->value)) /* (2) */
            continue;
        json_t *value = data_value(result, study, &text);
        if (value == NULL)
            left_out++;
        else
            json_array_append_new(values, value);
    }
    char *bytes = json_dumps(set, JSON_INDENT(1));
    text_addf(out, "%s\n", bytes);
    free(bytes);
    json_decref(set);
    text_free(&text);
    return left_out;
}

const struct export_format export_dhis2 = {
    .id = "dhis2",
    .suffix = ".json",
    .write = write_dhis2,
};
