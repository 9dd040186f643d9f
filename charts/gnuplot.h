/*
 * gnuplot.h - one gnuplot process for many scripts.
 *
 * Commands are written to `gnuplot -d -` script after script; each asks it to
 * say on stderr when it is through and whether anything failed. Reading and
 * writing go on at once, so neither side waits for the other.
 *
 * gnuplot's word is not proof that a picture is whole: it is silent on a full
 * disk. The caller looks at every file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_GNUPLOT_H
#define HOCTAP_CHARTS_GNUPLOT_H

#include <stdbool.h>
#include <stddef.h>

struct fault;
struct text;

struct gnuplot_run {
    const char *program; /* NULL = gnuplot */
    const char *folder;  /* where it runs */
    unsigned patience;   /* seconds without an answer; 0 = 60 */
    int halt;     /* gnuplot is ended when this can be read; -1 = never */
    size_t count; /* of scripts */
    void *context;
    /* Adds the commands of script [index] to [out]; keep them short. */
    void (*give)(void *context, size_t index, struct text *out);
    /* Script [index] is through; [complaint] is "" or what gnuplot said. */
    void (*through)(void *context, size_t index, const char *complaint);
};

/*
 * Runs all scripts. False when gnuplot could not be started, died or was
 * ended: *done scripts were through by then. Faults: gnuplot.missing
 * (package), gnuplot.failed_to_start (reason), gnuplot.died (reason),
 * gnuplot.hung (seconds).
 */
bool gnuplot_run(const struct gnuplot_run *run, size_t *done,
                 struct fault *fault);

#endif
