/*
 * markup.h - the one way for text to enter HTML and XML.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_MARKUP_H
#define HOCTAP_REPORT_MARKUP_H

struct text;

/* & < > " ' become entities; control characters that markup forbids, spaces.
 * NULL adds nothing. Fit for elements and for quoted attributes. */
void markup_add(struct text *out, const char *text);

#endif
