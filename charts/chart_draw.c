/*
 * chart_draw.c - specs into files.
 *
 *  (1) All specs are looked at before gnuplot is started.
 *  (2) gnuplot works in a folder of its own inside the target's, so pictures
 *      can be renamed into their places; the folder is gone afterwards. The
 *      scripts stand there too: gnuplot reads its standard input byte by byte,
 *      but files as fast as anyone.
 *  (3) The first failure is told, and its script kept; the other charts are
 *      drawn nonetheless.
 *  (4) Told to stop, the program puts the folder away before it ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "charts/chart.h"
#include "charts/gnuplot.h"
#include "charts/picture.h"
#include "charts/script.h"
#include "engine/base/arena.h"
#include "engine/base/fault.h"
#include "engine/base/files.h"
#include "engine/base/interrupt.h"
#include "engine/base/text.h"

struct drawing {
    const struct chart_spec *specs;
    const char *path; /* of the only picture, or NULL */
    const char *folder, *workshop;
    enum chart_format format;
    bool keep_scripts;
    struct interrupt interrupt; /* (4) */
    struct arena *scratch;
    struct fault *fault;
    bool failed;
};

/* In the workshop: what gnuplot writes, and what it reads. */
static char *drawn_name(const struct drawing *drawing, size_t index)
{
    return arena_format(drawing->scratch, "%s%s", drawing->specs[index].name,
                        chart_suffix(drawing->format));
}

static char *script_name(const struct drawing *drawing, size_t index)
{
    return arena_format(drawing->scratch, "%s.gp", drawing->specs[index].name);
}

static char *in_workshop(const struct drawing *drawing, const char *name)
{
    return path_join(drawing->scratch, drawing->workshop, name);
}

static const char *final_path(const struct drawing *drawing, size_t index)
{
    if (drawing->path != NULL)
        return drawing->path;
    return path_join(drawing->scratch, drawing->folder,
                     drawn_name(drawing, index));
}

static char *final_script(const struct drawing *drawing, size_t index)
{
    if (drawing->path != NULL)
        return arena_format(drawing->scratch, "%s.gp", drawing->path);
    return path_join(drawing->scratch, drawing->folder,
                     script_name(drawing, index));
}

/* Its path, or "-" when it cannot be kept, or we were told to stop. */
static const char *keep_script(const struct drawing *drawing, size_t index)
{
    char *path = final_script(drawing, index);
    const char *written = in_workshop(drawing, script_name(drawing, index));
    if (interrupt_came(&drawing->interrupt) || rename(written, path) != 0)
        return "-";
    return path;
}

/* The fault's place is the picture; the workshop is nobody's business. */
static void cannot_write(struct drawing *drawing, size_t index,
                         const struct fault *why)
{
    const char *reason = fault_argument(why, "reason");
    if (!drawing->failed)
        fault_set(drawing->fault, FAULT_FILE,
                  PLACE_FILE(final_path(drawing, index)), "file.unwritable",
                  "reason", reason != NULL ? reason : "-", NULL);
    drawing->failed = true;
}

/* (2) Writes the script down and tells gnuplot to read it. */
static void give(void *context, size_t index, struct text *out)
{
    struct drawing *drawing = context;
    struct arena_mark mark = arena_mark(drawing->scratch);
    struct text script = text_new();
    struct fault why = { 0 };
    const char *name = script_name(drawing, index);
    chart_script(&drawing->specs[index], drawing->format,
                 drawn_name(drawing, index), &script, drawing->scratch);
    if (file_write(in_workshop(drawing, name), script.bytes, script.length,
                   &why))
        script_add_load(out, name);
    else
        cannot_write(drawing, index, &why);
    text_free(&script);
    arena_rewind(drawing->scratch, mark);
}

/* (3) */
static void through(void *context, size_t index, const char *complaint)
{
    struct drawing *drawing = context;
    const struct chart_spec *spec = &drawing->specs[index];
    struct arena_mark mark = arena_mark(drawing->scratch);
    struct fault later = { 0 };
    struct fault *fault = drawing->failed ? &later : drawing->fault;
    const char *drawn = in_workshop(drawing, drawn_name(drawing, index));
    bool good =
        *complaint == '\0' &&
        picture_place(spec, drawing->format, drawn, final_path(drawing, index),
                      drawing->scratch, fault);
    const char *kept = "-";
    if (drawing->keep_scripts || (!good && !drawing->failed))
        kept = keep_script(drawing, index);
    if (*complaint != '\0')
        fault_set(fault, FAULT_TOOL, NO_PLACE, "gnuplot.failed", "chart",
                  spec->name, "reason", complaint, "script", kept, NULL);
    unlink(drawn);
    unlink(in_workshop(drawing, script_name(drawing, index)));
    drawing->failed = drawing->failed || !good;
    arena_rewind(drawing->scratch, mark);
}

/* (1) */
static bool all_fit(const struct chart_spec specs[], size_t count,
                    struct fault *fault)
{
    for (size_t i = 0; i < count; i++) {
        if (!chart_accepts(&specs[i], fault))
            return false;
        for (size_t j = 0; j < i; j++)
            if (strcmp(specs[i].name, specs[j].name) == 0)
                return fault_set(fault, FAULT_INTERNAL, NO_PLACE,
                                 "chart.name_twice", "name", specs[i].name,
                                 NULL);
    }
    return true;
}

/* gnuplot stopped: what it was at is to be found in the script. */
static bool tell_stopped(const struct drawing *drawing, size_t index,
                         const struct fault *stopped)
{
    const char *key = "reason", *value = fault_argument(stopped, key);
    if (value == NULL) {
        key = "seconds";
        value = fault_argument(stopped, key);
    }
    return fault_set(drawing->fault, FAULT_TOOL, NO_PLACE, stopped->message,
                     "chart", drawing->specs[index].name, key,
                     value != NULL ? value : "-", "script",
                     keep_script(drawing, index), NULL);
}

static bool draw_in(struct drawing *drawing, size_t count,
                    const struct chart_options *options)
{
    struct gnuplot_run run = { .program = options->program,
                               .folder = drawing->workshop,
                               .patience = options->patience,
                               .halt = drawing->interrupt.came,
                               .count = count,
                               .context = drawing,
                               .give = give,
                               .through = through };
    struct fault stopped = { 0 };
    size_t done;
    bool good = gnuplot_run(&run, &done, &stopped);
    if (!good && !drawing->failed) {
        bool started = fault_argument(&stopped, "program") == NULL;
        if (started)
            return tell_stopped(drawing, done, &stopped);
        *drawing->fault = stopped;
    }
    return good && !drawing->failed;
}

/* What was begun and never got through. */
static void empty_workshop(const struct drawing *drawing, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena_mark mark = arena_mark(drawing->scratch);
        unlink(in_workshop(drawing, drawn_name(drawing, i)));
        unlink(in_workshop(drawing, script_name(drawing, i)));
        arena_rewind(drawing->scratch, mark);
    }
}

/* (2) */
static bool draw_aside(struct drawing *drawing, size_t count,
                       const struct chart_options *options)
{
    char *workshop =
        path_join(drawing->scratch, drawing->folder, ".charts-XXXXXX");
    if (mkdtemp(workshop) == NULL)
        return fault_errno(drawing->fault, drawing->folder,
                           "folder.unwritable");
    drawing->workshop = workshop;
    bool good = draw_in(drawing, count, options);
    if (rmdir(workshop) != 0 && errno == ENOTEMPTY) {
        empty_workshop(drawing, count);
        rmdir(workshop);
    }
    return good;
}

/* (4) */
static bool draw(struct drawing *drawing, size_t count,
                 const struct chart_options *options)
{
    interrupt_hold(&drawing->interrupt);
    bool good = draw_aside(drawing, count, options);
    interrupt_release(&drawing->interrupt);
    return good;
}

bool charts_draw(const struct chart_spec specs[], size_t count,
                 const struct chart_options *options, struct fault *fault)
{
    if (count == 0)
        return true;
    if (!all_fit(specs, count, fault))
        return false;
    struct drawing drawing = { .specs = specs,
                               .folder = options->folder,
                               .format = options->format,
                               .keep_scripts = options->keep_scripts,
                               .scratch = arena_new(),
                               .fault = fault };
    bool good = draw(&drawing, count, options);
    arena_free(drawing.scratch);
    return good;
}

bool chart_draw_file(const struct chart_spec *spec, const char *path,
                     const struct chart_options *options, struct fault *fault)
{
    struct drawing drawing = { .specs = spec,
                               .path = path,
                               .keep_scripts = options->keep_scripts,
                               .fault = fault };
    if (!chart_format_of(path, &drawing.format))
        return fault_set(fault, FAULT_USAGE, PLACE_FILE(path),
                         "chart.unknown_format", "path", path, NULL);
    if (!all_fit(spec, 1, fault))
        return false;
    drawing.scratch = arena_new();
    drawing.folder = path_folder(drawing.scratch, path);
    bool good = draw(&drawing, 1, options);
    arena_free(drawing.scratch);
    return good;
}
