/*
 * documents.h - the report in the formats that were asked for, shared by run
 * and report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_DOCUMENTS_H
#define HOCTAP_APP_DOCUMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/app/session.h"
#include "engine/report/writer.h"

/* The formats of -f, else of [usual], which is written alike: "html,docx". The
 * first wrong word is a fault. */
bool documents_asked(struct session *session, const char *usual,
                     const struct report_writer ***writers, size_t *count);

/*
 * Writes a report in every format: paths[i] in that of writers[i]. Pictures are
 * drawn into [pictures], those that some writer reads and, with [keep_svg], the
 * SVG of all; PNG go again. *drawn is how many there were.
 */
struct documents {
    const struct report_writer *const *writers;
    const char *const *paths;
    size_t count;
    const char *pictures;
    bool keep_svg;
};
bool documents_write(struct session *session, const struct documents *documents,
                     size_t *drawn);

#endif
