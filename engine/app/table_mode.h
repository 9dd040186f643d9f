/*
 * table_mode.h - the statistics for any table, without a project: --table FILE.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_TABLE_MODE_H
#define HOCTAP_APP_TABLE_MODE_H

#include <stdbool.h>

#include "engine/app/session.h"
#include "engine/model/catalogue.h"
#include "importers/sheet.h"

/* What the two table modes share: --kind, --scale, --noise, --confidence. */
struct table_request {
    struct sheet sheet;
    enum indicator_kind kind; /* KIND_PROPORTION or KIND_RATE */
    double scale;
    enum noise noise;
    double *confidence; /* each level, between 0 and 1 */
    size_t confidence_count;
};

/* Reads the file and the options. */
bool table_request_read(struct session *session, struct table_request *out);

/* Faults on an option that only means something with --table. */
bool only_project_words(struct session *session);

/* The two commands; they return the exit status. */
int table_compute(struct session *session);
int table_equity(struct session *session);

#endif
