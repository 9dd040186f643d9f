/*
 * draft.c - a layout for an export that no layout knows: the road of one file.
 *
 *  (1) Bytes, delimiter and records as in import.c, with no layout to lean on.
 *  (2) The id comes from the file's name without its years, and is one that no
 *      layout has: a project's layout would replace another of the same name.
 *  (3) The draft is loaded and tried on its own file beside the layouts there
 *      are. Rows of heads that are not found again are written down; where
 *      another layout asks for as much, more heads are needed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <ctype.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "importers/draft.h"
#include "importers/draft_state.h"
#include "importers/layout.h"

static bool refuse(struct fault *fault, const struct draft *draft,
                   unsigned line, const char *message)
{
    return fault_set(fault, FAULT_FILE,
                     (struct place){ draft->reading->name, line, 0 }, message,
                     (char *)NULL);
}

/* (1) */
static bool read_text(struct draft *draft, const char *path,
                      struct fault *fault)
{
    struct reading *reading = draft->reading;
    char *bytes;
    size_t length;
    if (!file_read(&bytes, &length, path, 0, draft->arena, fault))
        return false;
    if (!decode(&draft->decoded, bytes, length, ENCODING_AUTO, draft->arena))
        return refuse(fault, draft, draft->decoded.line, "draft.no_text");
    reading->text = draft->decoded.text;
    reading->length = draft->decoded.length;
    if (memchr(reading->text, DECODE_NUL_MARK, reading->length) != NULL)
        return refuse(fault, draft, 0, "draft.no_text");
    if (text_trim(draft->arena, reading->text)[0] == '\0')
        return refuse(fault, draft, 0, "draft.empty");
    detect_delimiter(&reading->detected, reading->text, reading->length,
                     draft->arena);
    return true;
}

/* (2) Letters without marks and figures; what stands between is one _. */
static const char *slug_of(const struct draft *draft)
{
    const char *name = path_name(draft->reading->name);
    const char *dot = strrchr(name, '.');
    size_t length =
        dot != NULL && dot != name ? (size_t)(dot - name) : strlen(name);
    const char *plain =
        text_plain(draft->arena, arena_copy(draft->arena, name, length));
    struct text slug = text_new();
    text_add(&slug, "");
    for (const char *at = plain; *at != '\0';) {
        size_t digits = strspn(at, "0123456789");
        if (digits == 4) { /* a year */
            at += digits;
        } else if (isalnum((unsigned char)*at)) {
            text_add_char(&slug, *at++);
        } else {
            if (slug.length > 0 && slug.bytes[slug.length - 1] != '_')
                text_add_char(&slug, '_');
            at++;
        }
    }
    while (slug.length > 0 && slug.bytes[slug.length - 1] == '_')
        slug.length--;
    const char *copy = slug.length == 0
                           ? "layout"
                           : arena_copy(draft->arena, slug.bytes, slug.length);
    text_free(&slug);
    return copy;
}

static const char *new_id(const struct draft *draft)
{
    const struct study *study = draft->reading->study;
    const char *slug = slug_of(draft), *id = slug;
    for (unsigned i = 2;
         layout_find(study->layouts, study->layout_count, id) != NULL; i++)
        id = arena_format(draft->arena, "%s_%u", slug, i);
    return id;
}

static void detect_among(struct detected *out, const struct draft *draft,
                         const struct layout layouts[], size_t count)
{
    struct candidates candidates = { .layouts = layouts, .count = count };
    detect(out, draft->reading->text, draft->reading->length, &candidates,
           draft->arena);
}

/* (3) Loads what is written; the drafted layout comes last of all. */
static bool load(struct draft *draft, struct arena *keeper, struct fault *fault)
{
    struct layout_list *list = layout_list_new(keeper);
    if (!layout_parse(list, draft->out, &draft->reading->study->codebook,
                      keeper, fault))
        return false;
    draft->result->layout = &list->items[0];
    return true;
}

/* (3) Does it read its file, and at the place that was seen? */
static bool same_place(const struct draft *draft)
{
    const struct heads *seen = &draft->reading->detected.heads;
    struct detected detected = { .outcome = DETECT_NONE };
    detect_among(&detected, draft, draft->result->layout, 1);
    return detected.outcome == DETECT_FOUND &&
           detected.heads.first == seen->first &&
           detected.heads.height == seen->height;
}

/* (3) The first layout that would be taken instead, or with the same right. */
static bool stands_alone(const struct draft *draft)
{
    const struct study *study = draft->reading->study;
    size_t count = study->layout_count;
    struct layout *all = arena_array(draft->arena, count + 1, struct layout);
    struct detected detected = { .outcome = DETECT_NONE };
    if (count > 0)
        memcpy(all, study->layouts, count * sizeof *all);
    all[count] = *draft->result->layout;
    detect_among(&detected, draft, all, count + 1);
    return detected.outcome == DETECT_FOUND && detected.layout == &all[count];
}

static bool write_until_alone(struct draft *draft, struct arena *keeper,
                              struct fault *fault)
{
    enum { FEW = 3 };
    const struct study *study = draft->reading->study;
    struct detected detected = { .outcome = DETECT_NONE };
    struct draft_families *families = draft_families(draft);
    draft_period(draft);
    detect_among(&detected, draft, study->layouts, study->layout_count);
    if (detected.outcome != DETECT_NONE)
        draft->result->known = arena_string(keeper, detected.layout->id);
    for (draft->needs_wanted = FEW;; draft->needs_wanted *= 2) {
        draft_write(draft, families);
        if (!load(draft, keeper, fault))
            return false;
        if (!draft->rows_fixed && !same_place(draft)) {
            draft->rows_fixed = true;
            draft_write(draft, families);
            if (!load(draft, keeper, fault))
                return false;
        }
        if (stands_alone(draft) || draft->needs_wanted >= draft->count)
            return true;
    }
}

static bool draft_text(struct draft *draft, const char *path,
                       struct arena *keeper, struct fault *fault)
{
    if (!read_text(draft, path, fault))
        return false;
    draft->places = places_new(draft->reading);
    if (!draft_heads(draft))
        return refuse(fault, draft, 0, "draft.no_table");
    draft->id = draft->result->id = arena_string(keeper, new_id(draft));
    draft_survey(draft);
    draft_columns(draft);
    draft_rows(draft);
    draft_titles(draft);
    draft->result->columns = draft->count;
    return write_until_alone(draft, keeper, fault);
}

bool draft_file(struct drafted *out, const char *path, const char *name,
                const struct import_context *context, struct arena *keeper,
                struct fault *fault)
{
    struct arena *arena = arena_new();
    struct layout blank = { .id = "",
                            .name = "",
                            .file = "",
                            .header_join = " / ",
                            .school_year = PERIOD_SCHOOL_START };
    struct reading reading = { .context = context,
                               .study = context->study,
                               .findings = context->findings,
                               .into = table_new(arena),
                               .layout = &blank,
                               .name = name,
                               .arena = arena };
    *out = (struct drafted){ .yaml = text_new() };
    struct draft draft = {
        .reading = &reading, .arena = arena, .result = out, .out = &out->yaml
    };
    bool done = draft_text(&draft, path, keeper, fault);
    arena_free(arena);
    if (!done)
        text_free(&out->yaml);
    return done;
}

bool draft_reads(const struct drafted *drafted, const char *path,
                 struct arena *scratch)
{
    struct reading reading = { .name = path };
    struct draft draft = { .reading = &reading, .arena = scratch };
    struct detected detected = { .outcome = DETECT_NONE };
    struct fault fault;
    if (!read_text(&draft, path, &fault))
        return false;
    detect_among(&detected, &draft, drafted->layout, 1);
    return detected.outcome == DETECT_FOUND;
}
