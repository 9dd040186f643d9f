/*
 * outputs.h - the tables of a run as files in a folder, and what describes
 * them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_OUTPUTS_H
#define HOCTAP_APP_OUTPUTS_H

#include "engine/app/session.h"

/* Computes what the tables hold: values and measures of every period; areas
 * set against the whole in the report's period alone; trends up to it, plans
 * from it on. */
bool outputs_compute(struct session *session);

/* Writes the tables into [folder]. */
bool outputs_write(struct session *session, const char *folder,
                   enum rows_format format);

#define PACKAGE_NAME "datapackage.json"
/* Describes all files in [folder] and those one folder below; see
 * data_package.h. */
bool outputs_describe(struct session *session, const char *folder,
                      struct text *out);

#endif
