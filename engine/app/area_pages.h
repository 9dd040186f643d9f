/*
 * area_pages.h - the pages of areas as files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_AREA_PAGES_H
#define HOCTAP_APP_AREA_PAGES_H

#include "engine/app/session.h"
#include "engine/report/writer.h"

struct area_pages_request {
    const struct report_writer *const *writers;
    size_t writer_count;
    const uint32_t *areas; /* of the compared tier */
    size_t area_count;
};

/* CODE-name.ext for each area and format, and index.html that leads to them,
 * into [folder], which is made. All that goes into a page must be computed. */
bool area_pages_write(struct session *session,
                      const struct area_pages_request *request,
                      const char *folder);

/* The page of the first area in the first format, at [path]; [pictures] is a
 * folder for what is drawn on the way. */
bool area_page_write(struct session *session,
                     const struct area_pages_request *request, const char *path,
                     const char *pictures);

#endif
