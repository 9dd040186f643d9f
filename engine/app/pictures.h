/*
 * pictures.h - the report's input and its pictures, shared by run, report and
 * chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_PICTURES_H
#define HOCTAP_APP_PICTURES_H

#include <stdbool.h>
#include <stddef.h>

#include "charts/chart.h"
#include "engine/app/session.h"
#include "engine/report/figures.h"

/* Results and evenness must have been computed. */
struct report_input session_report_input(const struct session *session);

/* A sentence on stderr when the charts' font is not installed. */
void warn_about_font(const struct session *session);

/*
 * Draws the figures, those of figures_of_report, into [folder], which is made.
 * One that could not be drawn is a fault.
 */
bool draw_pictures(struct session *session, const struct figure figures[],
                   size_t count, const char *folder, enum chart_format format);

#endif
