/*
 * report_plan.h - which chapters a report has and what each shows: data, read
 * from data/reports and the project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_REPORT_PLAN_H
#define HOCTAP_MODEL_REPORT_PLAN_H

#include <stddef.h>
#include <stdint.h>

/* After whose rules the head of a document is set. */
enum form { FORM_STATE, FORM_PARTY, FORM_ASSOCIATION };

struct chart_plan {
    const char *kind;   /* a chart kind's id */
    uint16_t indicator; /* NO_INDEX = all of the chapter */
};

struct chapter_plan {
    const char *id;
    unsigned clause;
    const char *title, *title_en, *intro, *intro_en;
    uint16_t *indicators;
    size_t indicator_count;
    struct chart_plan *charts;
    size_t chart_count;
    uint16_t *equity;
    size_t equity_count;
};

struct report_plan {
    const char *title, *title_en;
    struct chapter_plan *chapters;
    size_t chapter_count;
};

#endif
