/*
 * pdf.c - the report as PDF, by a program that is asked for it.
 *
 *  (1) LibreOffice turns the Word document, which has the head and the page
 *      numbers of an office; weasyprint turns the page where there is no
 *      LibreOffice. Neither there is a fault that names the package.
 *  (2) It works in a passing folder with a profile of its own, started without
 *      a shell, and is ended when it takes too long or we are told to stop.
 *  (3) Its word is not proof: the file must be there and be PDF. Its bytes
 *      differ from run to run, since they bear the time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/child.h"
#include "engine/base/files.h"
#include "engine/base/interrupt.h"
#include "engine/base/text.h"
#include "engine/report/writer.h"

#define PACKAGE "libreoffice-writer-nogui"
#define PDF "report.pdf"
enum { SECONDS = 180 };

struct converter {
    const char *program;
    const char *writer; /* whose file it reads */
    bool office;
};
/* (1) The first that is there. */
static const struct converter converters[] = {
    { "soffice", "docx", true },
    { "libreoffice", "docx", true },
    { "weasyprint", "html", false },
};
enum { CONVERTERS = sizeof converters / sizeof *converters };

/* The place as a URL, for LibreOffice's profile. */
static char *place_of_profile(const char *folder, struct arena *arena)
{
    char *whole = realpath(folder, NULL);
    struct text url = text_new();
    text_add(&url, "-env:UserInstallation=file://");
    for (const char *c = whole == NULL ? folder : whole; *c != '\0'; c++)
        text_addf(&url, strchr("%?# ", *c) ? "%%%02X" : "%c",
                  (unsigned)(unsigned char)*c);
    text_add(&url, "/profile");
    free(whole);
    char *copy = arena_copy(arena, url.bytes, url.length);
    text_free(&url);
    return copy;
}

/* 0, or the system's error when it could not be started. (2) */
static int convert(const struct converter *converter, const char *folder,
                   const char *name, struct arena *arena, struct fault *fault)
{
    const char *profile = place_of_profile(folder, arena);
    const char *const office[] = { converter->program,
                                   profile,
                                   "--headless",
                                   "--convert-to",
                                   "pdf",
                                   name,
                                   NULL };
    const char *const page[] = { converter->program, name, PDF, NULL };
    struct child child;
    struct interrupt interrupt;
    char seconds[16];
    int status, error = child_start(&child, converter->office ? office : page,
                                    folder, 2);
    if (error != 0)
        return error;
    interrupt_hold(&interrupt);
    bool ended = child_attend(&child, SECONDS, interrupt.came, &status);
    interrupt_release(&interrupt);
    snprintf(seconds, sizeof seconds, "%d", SECONDS);
    if (!ended)
        fault_set(fault, FAULT_TOOL, NO_PLACE, "pdf.hung", "program",
                  converter->program, "seconds", seconds, NULL);
    return 0;
}

/* (3) */
static bool keep(const char *made, const char *path, const char *program,
                 struct arena *arena, struct fault *fault)
{
    char *bytes;
    size_t length;
    struct fault unread = { 0 };
    if (fault->code != FAULT_NONE)
        return false;
    if (!file_read(&bytes, &length, made, 0, arena, &unread) ||
        strncmp(bytes, "%PDF-", 5) != 0)
        return fault_set(fault, FAULT_TOOL, NO_PLACE, "pdf.failed", "program",
                         program, NULL);
    return file_write(path, bytes, length, fault);
}

static bool write_in(const struct report *report, const char *folder,
                     const char *path, struct arena *arena, struct fault *fault)
{
    for (size_t i = 0; i < CONVERTERS; i++) {
        const struct converter *converter = &converters[i];
        const struct report_writer *writer =
            report_writer_find(converter->writer);
        const char *name = arena_format(arena, "report%s", writer->suffix);
        if (!writer->write(report, path_join(arena, folder, name), fault))
            return false;
        int error = convert(converter, folder, name, arena, fault);
        if (error == 0)
            return keep(path_join(arena, folder, PDF), path, converter->program,
                        arena, fault);
    }
    return fault_set(fault, FAULT_TOOL, NO_PLACE, "pdf.missing", "package",
                     PACKAGE, NULL);
}

static bool write_pdf(const struct report *report, const char *path,
                      struct fault *fault)
{
    struct arena *arena = arena_new();
    char *folder;
    bool done = folder_make_passing(&folder, arena, fault);
    if (done) {
        done = write_in(report, folder, path, arena, fault);
        folder_remove(folder);
    }
    arena_free(arena);
    return done;
}

const struct report_writer writer_pdf = {
    .id = "pdf",
    .suffix = ".pdf",
    .pictures = PICTURES_SVG | PICTURES_PNG,
    .write = write_pdf,
};
