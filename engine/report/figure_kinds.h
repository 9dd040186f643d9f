/*
 * figure_kinds.h - one function for each kind of picture: it fills the part of
 * the spec that the kind reads. False when the results hold too little; then
 * spec->note may be the id of the message that says what is lacking.
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
/* Two areas with an attribute that orders them at least. */
bool figure_concentration(struct chart_spec *spec,
                          const struct figure_request *request,
                          const struct report_input *input);
/* An indicator with chance in it and twelve areas at least. */
bool figure_funnel(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input);
/* Changes of two areas and of the whole at least. */
bool figure_quadrant(struct chart_spec *spec,
                     const struct figure_request *request,
                     const struct report_input *input);
/* A dimension of which two codes have figures. */
bool figure_gap(struct chart_spec *spec, const struct figure_request *request,
                const struct report_input *input);
/* A dimension of which two codes or more have figures. */
bool figure_equiplot(struct chart_spec *spec,
                     const struct figure_request *request,
                     const struct report_input *input);
/* One area below the root; all the indicators that are asked for. */
bool figure_spine(struct chart_spec *spec, const struct figure_request *request,
                  const struct report_input *input);
/* Two periods, and two areas with a figure of the last, at least. */
bool figure_multiples(struct chart_spec *spec,
                      const struct figure_request *request,
                      const struct report_input *input);
/* One area with a figure of one period at least. */
bool figure_heat(struct chart_spec *spec, const struct figure_request *request,
                 const struct report_input *input);
/* Changes of two areas at least. */
bool figure_slope(struct chart_spec *spec, const struct figure_request *request,
                  const struct report_input *input);
/* A plan, or a target, that one area at least falls short of. */
bool figure_shortfall(struct chart_spec *spec,
                      const struct figure_request *request,
                      const struct report_input *input);
/* A value, and a plan, a target or a forecast. */
bool figure_path(struct chart_spec *spec, const struct figure_request *request,
                 const struct report_input *input);
/* A plan whose quotas are shared among areas. */
bool figure_rules(struct chart_spec *spec, const struct figure_request *request,
                  const struct report_input *input);
/* Two quantities that are counted by age and sex. */
bool figure_pyramid(struct chart_spec *spec,
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
