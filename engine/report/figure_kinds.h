/*
 * figure_kinds.h - one function for each kind of picture: it fills the part of
 * the spec that the kind reads. False when the results hold too little.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_FIGURE_KINDS_H
#define HOCTAP_REPORT_FIGURE_KINDS_H

#include <stdbool.h>

#include "engine/report/figures.h"

/* Two areas with a value at least. */
bool figure_league(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input);
/* Two areas and one indicator at least. */
bool figure_tartan(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input);
/* Two periods with a value at least. */
bool figure_trend(struct chart_spec *spec, const struct figure_request *request,
                  const struct report_input *input);
/* Two areas with numerators and denominators at least. */
bool figure_lorenz(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input);
/* One area with a value at least; map and tiles. */
bool figure_places(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input);
/* The message that says what the project lacks for the kind; NULL = nothing. */
const char *figure_places_lack(const char *kind,
                               const struct report_input *input);

#endif
