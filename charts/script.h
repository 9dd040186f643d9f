/*
 * script.h - the one hand that writes text for gnuplot.
 *
 * gnuplot runs shell commands in backticks inside double quotes, in file names
 * that begin with < and in outputs that begin with |; a label that forges the
 * end of a data block would be read as commands. Therefore
 *
 *  - words stand in data blocks only, cleaned of controls, \ doubled, " turned
 *    into ”; fonts and file names in single quotes with ' doubled;
 *  - no script holds a double quote;
 *  - a block ends at a word made of its hash, which does not occur in it;
 *  - outputs are slugs in the current folder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_SCRIPT_H
#define HOCTAP_CHARTS_SCRIPT_H

#include <stddef.h>

#include "charts/chart.h"

struct text;

/* A field of words in a data block. Anything may come; one field goes out. */
void script_add_label(struct text *rows, const char *words);

/* In single quotes. */
void script_add_quoted(struct text *out, const char *words);

/* 'Arimo:Bold,13' */
void script_add_font(struct text *out, const char *family, double size,
                     bool bold);

/* $D1, $D2, … from 0. */
void script_add_block_name(struct text *out, size_t index);

/* The data block of that name, rows as they are. */
void script_add_block(struct text *out, size_t index, const struct text *rows);

/* Everything before the drawing: a clean state, the terminal, the output. */
void script_add_head(struct text *out, enum chart_format format,
                     const char *file, unsigned width, unsigned height,
                     const char *font);

/* Closes the picture. */
void script_add_tail(struct text *out);

/* Lets gnuplot read a script from a file, and closes what it drew even when
 * the script failed in the middle. */
void script_add_load(struct text *out, const char *file);

/*
 * Asks gnuplot to say "done NUMBER ERROR" on stderr, ERROR 0 when nothing in
 * the script before it failed, and forgets the error.
 */
void script_add_report(struct text *out, size_t number);

#endif
