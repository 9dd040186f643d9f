/*
 * xlsx.c - the report as a workbook.
 *
 *  (1) First the notes: what this is, how to read it, where things are. Then a
 *      sheet a chapter, then a sheet an annex.
 *  (2) A table too large for a sheet is refused before anything is written.
 *  (3) The file is made aside and put into its place whole; the same report
 *      gives the same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/report/sheet.h"
#include "engine/report/writer.h"

/* The blocks of the chapter that begins at [from]. */
static size_t chapter_end(const struct report *report, size_t from)
{
    size_t end = from + 1;
    while (end < report->count && report->blocks[end].kind != BLOCK_CHAPTER)
        end++;
    return end;
}

static size_t chapter_count(const struct report *report)
{
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++)
        count += report->blocks[i].kind == BLOCK_CHAPTER;
    return count;
}

/* (1) The names that the sheets will have are known once they are made, but
 * rows must come in order; so they are made first. */
static void write_notes(struct sheet *notes, const struct report *report)
{
    sheet_words(notes, LOOK_TITLE, report->title);
    sheet_words(notes, LOOK_HEADING, report->subtitle);
    sheet_words(notes, LOOK_TEXT, report->issuer);
    sheet_words(notes, LOOK_TEXT, report->date);
    if (report->draft)
        sheet_words(notes, LOOK_MARK, report->draft_text);
    for (size_t i = 0;
         i < report->count && report->blocks[i].kind != BLOCK_CHAPTER; i++)
        sheet_block(notes, &report->blocks[i]);
    notes->row++;
    sheet_words(notes, LOOK_HEADING, report->guide_title);
    for (size_t i = 0; i < report->guide_count; i++)
        sheet_words(notes, LOOK_TEXT, report->guide[i]);
    notes->row++;
    sheet_words(notes, LOOK_HEADING, report->contents_title);
    for (size_t i = 1; i < notes->workbook->sheets; i++)
        sheet_link(notes, notes->workbook->names[i]);
    notes->row++;
    sheet_words(notes, LOOK_NOTE, report->generator);
}

/* Pictures are left out, so is the heading they stand under. */
static bool heads_figures(const struct report *report, size_t k)
{
    return report->blocks[k].kind == BLOCK_HEADING && k + 1 < report->count &&
           report->blocks[k + 1].kind == BLOCK_FIGURE;
}

static void write_sheets(struct workbook *workbook)
{
    const struct report *report = workbook->report;
    struct sheet notes = sheet_new(workbook, report->guide_title, NULL, 0);
    for (size_t i = 0, end; i < report->count; i = end) {
        end = chapter_end(report, i);
        if (report->blocks[i].kind != BLOCK_CHAPTER)
            continue;
        struct sheet sheet = sheet_new(workbook, report->blocks[i].text,
                                       report->blocks + i, end - i);
        for (size_t k = i; k < end; k++)
            if (!heads_figures(report, k))
                sheet_block(&sheet, &report->blocks[k]);
    }
    for (size_t i = 0; i < report->annex_count; i++)
        sheet_annex(workbook, &report->annexes[i]);
    write_notes(&notes, report);
}

/* (2) */
static bool fits(size_t rows, size_t columns, struct fault *fault)
{
    char words[2][24];
    if (rows < LXW_ROW_MAX - 1 && columns <= LXW_COL_MAX)
        return true;
    snprintf(words[0], sizeof words[0], "%zu", rows);
    snprintf(words[1], sizeof words[1], "%zu", columns);
    return fault_set(fault, FAULT_USAGE, NO_PLACE, "report.sheet_full", "rows",
                     words[0], "columns", words[1], NULL);
}

static bool all_fit(const struct report *report, struct fault *fault)
{
    size_t rows = 0;
    for (size_t i = 0; i < report->count; i++) {
        const struct report_table *table = report->blocks[i].table;
        if (report->blocks[i].kind == BLOCK_CHAPTER)
            rows = 0;
        if (table == NULL)
            continue;
        rows += table->rows;
        if (!fits(rows, table->columns, fault))
            return false;
    }
    for (size_t i = 0; i < report->annex_count; i++)
        if (!fits(report->annexes[i].rows, report->annexes[i].column_count,
                  fault))
            return false;
    return true;
}

static bool make_file(const struct report *report, const char *path,
                      struct arena *arena, struct fault *fault)
{
    struct workbook workbook = workbook_open(
        report, path, chapter_count(report) + report->annex_count + 1, arena);
    write_sheets(&workbook);
    lxw_error error = workbook_end(&workbook);
    return error == LXW_NO_ERROR ||
           fault_set(fault, FAULT_FILE, PLACE_FILE(path), "file.unwritable",
                     "reason", lxw_strerror(error), NULL);
}

/* (3) */
static bool write_xlsx(const struct report *report, const char *path,
                       struct fault *fault)
{
    struct arena *arena = arena_new();
    char *folder, *bytes;
    size_t length;
    bool done =
        all_fit(report, fault) && folder_make_passing(&folder, arena, fault);
    if (done) {
        const char *aside = path_join(arena, folder, "report.xlsx");
        done = make_file(report, aside, arena, fault) &&
               file_read(&bytes, &length, aside, 0, arena, fault) &&
               file_write(path, bytes, length, fault);
        folder_remove(folder);
    }
    arena_free(arena);
    return done;
}

const struct report_writer writer_xlsx = {
    .id = "xlsx",
    .suffix = ".xlsx",
    .write = write_xlsx,
};
