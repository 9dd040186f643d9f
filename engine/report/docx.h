/*
 * docx.h - the hands that write a Word document, each a part of it.
 *
 * Everything is WordprocessingML (ECMA-376, Transitional). Lengths on paper are
 * twentieths of a point, of which a millimetre has 56.7. The looks are styles,
 * named in docx_styles.c, so that an office can change them in one place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_DOCX_H
#define HOCTAP_REPORT_DOCX_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/text.h"
#include "engine/model/report_model.h"
#include "engine/report/package.h"

/* A4 with the margins of an office: 20 mm above and below, 30 left, 15 right.
 */
enum {
    PAGE_SHORT = 11906,
    PAGE_LONG = 16838,
    MARGIN_ABOVE = 1134,
    MARGIN_LEFT = 1701,
    MARGIN_RIGHT = 850,
    WIDTH_UPRIGHT = PAGE_SHORT - MARGIN_LEFT - MARGIN_RIGHT,
    WIDTH_ACROSS = PAGE_LONG - MARGIN_LEFT - MARGIN_RIGHT
};

struct docx {
    const struct report *report;
    struct package *package;
    struct text body;
    struct text relations; /* of the pictures */
    unsigned tables, figures, fields;
    bool across;  /* the page lies on its long side */
    bool settled; /* a section has been ended: its first page was special */
};

/* Words as a run; [looks] are run properties as markup, or NULL. */
void docx_run(struct text *out, const char *looks, const char *words);
/* The same, but what stands in [brackets] becomes a field to fill in. */
void docx_fields(struct docx *docx, const char *looks, const char *words);
/* A paragraph of one run in a style; NULL words add none. */
void docx_paragraph(struct docx *docx, const char *style, const char *words);
/* "Bảng 3. " with a number that Word counts itself, then the caption. */
void docx_caption(struct docx *docx, const char *style, const char *label,
                  unsigned number, const char *caption);

/* Head and foot of the letter. */
void docx_head(struct docx *docx);
void docx_foot(struct docx *docx);

/* Is it too wide for an upright page? */
bool docx_table_is_wide(const struct report_table *table);
void docx_table(struct docx *docx, const struct report_table *table);

bool docx_figure(struct docx *docx, const struct report_figure *figure,
                 struct fault *fault);

/* The end of a section, and with it the looks of its pages. */
void docx_section(struct docx *docx);
/* The first part, and all others but the document itself and its pictures. */
void docx_begin(const struct docx *docx);
void docx_parts(const struct docx *docx);
/* styles.xml */
void docx_styles(const struct report *report, struct text *out);

#endif
