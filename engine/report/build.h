/*
 * build.h - the evaluation report as blocks: summary, the chapters of the plan,
 * method, sources, findings.
 *
 * The builder knows statistics and no markup. Pictures are those that were
 * drawn for figures_of_report; their files are [folder]/NAME.svg.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_BUILD_H
#define HOCTAP_REPORT_BUILD_H

#include <stdbool.h>

#include "engine/model/report_model.h"
#include "engine/report/figures.h"

/* A report of that title without blocks: head, foot, colours, draft mark. */
struct report *report_front(const struct report_input *input,
                            const char *heading);

/* [figures] that could not be drawn are left out by giving fewer of them. */
bool report_build(struct report **out, const struct report_input *input,
                  const struct figure figures[], size_t figure_count,
                  const char *folder, struct fault *fault);

#endif
