/*
 * chart.h - the doors of the charts room: specs in, pictures out.
 *
 * A chart goes through four hands. Its kind (charts/kinds) turns the spec into
 * rectangles, lines and words at computed places; script.c writes these down as
 * a gnuplot script; gnuplot.c lets one gnuplot process draw all scripts of a
 * run and checks every picture; svg_finish.c makes a drawn SVG fit to stand in
 * a page. Only gnuplot.c starts a process; all before it is text to text.
 *
 * Everything printed in a picture comes from the spec, ready in its language.
 * The room words nothing itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_CHART_H
#define HOCTAP_CHARTS_CHART_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/chart_spec.h"

struct arena;
struct fault;
struct text;

enum chart_format {
    CHART_SVG, /* self-contained, can be put into a page as it is */
    CHART_PNG, /* twice the pixels of the spec's size, for print */
    CHART_PDF
};

/* ".svg", ".png", ".pdf" */
const char *chart_suffix(enum chart_format format);
/* By a path's ending; false when it is none of the three. */
bool chart_format_of(const char *path, enum chart_format *format);

struct chart_options {
    const char *folder; /* where the pictures go; it must exist */
    enum chart_format format;
    bool keep_scripts;   /* folder/NAME.gp beside every picture */
    const char *program; /* NULL = gnuplot, looked up in PATH */
    unsigned patience;   /* seconds without an answer; 0 = 60 */
};

/*
 * Draws every spec into folder/NAME.svg (.png, .pdf) with one gnuplot process.
 * Each picture is drawn aside, checked, and renamed into its place, so a file
 * that stands there is whole. A chart that fails does not stop the others: the
 * first failure is the fault, and its script is kept as folder/NAME.gp and
 * named. Names must be slugs (chart_name_fits) and differ.
 *
 * Faults, before anything is started: chart.unknown_kind, chart.bad_name,
 * chart.name_twice, chart.nothing_to_draw, folder.unwritable; gnuplot.missing
 * and gnuplot.failed_to_start. Afterwards: gnuplot.failed, gnuplot.died,
 * gnuplot.hung (FAULT_TOOL), chart.incomplete, file.unwritable (FAULT_FILE).
 */
bool charts_draw(const struct chart_spec specs[], size_t count,
                 const struct chart_options *options, struct fault *fault)
    __attribute__((warn_unused_result));

/* One spec into a file of any name; the suffix chooses the format. */
bool chart_draw_file(const struct chart_spec *spec, const char *path,
                     const struct chart_options *options, struct fault *fault)
    __attribute__((warn_unused_result));

/* Is there anything to draw? The question charts_draw asks of every spec. */
bool chart_accepts(const struct chart_spec *spec, struct fault *fault)
    __attribute__((warn_unused_result));

/* Letters, digits, - and _ of ASCII, 1 to 100 of them. */
bool chart_name_fits(const char *name);

/*
 * The script alone, as charts_draw hands it to gnuplot: terminal, output
 * [file] (a slug with its suffix), drawing. The spec must be accepted.
 */
void chart_script(const struct chart_spec *spec, enum chart_format format,
                  const char *file, struct text *out, struct arena *scratch);

/* The kinds, by id; NULL when there is none. */
const struct chart_kind *chart_kind_find(const char *id);
size_t chart_kind_count(void);
const struct chart_kind *chart_kind_at(size_t index);

/*
 * Asks fontconfig whether [font] itself would be used for it. True too when
 * that cannot be found out: a missing font makes a picture plainer, not wrong.
 * The package to name in a warning is CHART_FONT_PACKAGE.
 */
bool chart_font_found(const char *font);
#define CHART_FONT_PACKAGE "fonts-croscore"
#define CHART_PROGRAM_PACKAGE "gnuplot-nox"

#endif
