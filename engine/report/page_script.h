/*
 * page_script.h - what a page can do where the browser runs scripts: sort and
 * filter its tables, and follow one area through all of them.
 *
 * The script stands in the page, and the page's content policy lets this one
 * run and no other: it names the script by its SHA-256 sum (Content Security
 * Policy level 3, W3C). Without it the page says the same, in its own order.
 *
 * What it needs of the page:
 *   - td[data-v]        the number of a cell, as in the files
 *   - tr.total          a row that sums up the others and stays last
 *   - table.areas       the head of a row is the name of an area
 *   - main[data-filter], [data-area], [data-all]   its own words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_PAGE_SCRIPT_H
#define HOCTAP_REPORT_PAGE_SCRIPT_H

struct text;

/* The script without its tags; its bytes are those the policy names. */
void page_script_add(struct text *out);
/* 'sha256-…', a source of the policy. */
void page_script_policy(struct text *out);

#endif
