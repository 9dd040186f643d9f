/*
 * bulk_scan.h - where the cells and lines of a stretch of CSV end.
 *
 * The quick half of the bulk job: it sees delimiters and line ends and does not
 * know what a quote is. So it also says where anything stands that it does not
 * understand (a quote, a zero byte, a carriage return that ends no CRLF); the
 * lines with such bytes are left to the reader of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_BULK_SCAN_H
#define HOCTAP_IMPORTERS_BULK_SCAN_H

#include <stddef.h>
#include <stdint.h>

/*
 * A stretch is at most a window long, so that its marks stay in the nearest
 * cache; BULK_PAD bytes behind it must be readable, whatever they hold.
 */
enum { BULK_WINDOW = 16 << 10, BULK_PAD = 64 };

struct bulk_marks {
    /*
     * ends[0] stands for the line end before the stretch; then the places of
     * delimiters and line feeds. Cell c of a line whose feed of the line before
     * is ends[b] reaches from ends[b + c] + 1 to ends[b + c + 1].
     */
    uint32_t ends[BULK_WINDOW + 1 + BULK_PAD];
    uint32_t lines[BULK_WINDOW + BULK_PAD]; /* places of line feeds alone */
    uint32_t odd[BULK_WINDOW + BULK_PAD];   /* places in lines to leave alone */
    size_t end_count, line_count, odd_count;
};

/* [length] is at most BULK_WINDOW. */
void bulk_scan(struct bulk_marks *out, const char *text, size_t length,
               char delimiter);

/* How often the byte occurs; here [text] needs no pad. */
size_t bulk_count(const char *text, size_t length, char byte);

/* How many lines end there: in LF, CRLF or CR. Nor here. */
size_t bulk_lines(const char *text, size_t length);

#endif
