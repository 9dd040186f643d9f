/*
 * script.c - quoting, data blocks, terminals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "charts/script.h"
#include "charts/text_width.h"
#include "engine/base/arena.h"
#include "engine/base/text.h"

/* One more round of Fowler, Noll and Vo's 64-bit hash, variant 1a. */
static uint64_t hash_bytes(uint64_t hash, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001B3);
    return hash;
}

static bool is_control(unsigned char byte)
{
    return byte < 0x20 || byte == 0x7F;
}

void script_add_label(struct text *rows, const char *words)
{
    size_t left = strlen(words), taken;
    unsigned code_point;
    for (; (taken = text_decode(words, left, &code_point)) > 0;
         words += taken, left -= taken) {
        if (code_point == '\\')
            text_add(rows, "\\\\");
        else if (code_point == '"')
            text_add(rows, "”");
        else if (code_point < 0x80 && is_control((unsigned char)code_point))
            text_add_char(rows, ' ');
        else
            text_encode(rows, code_point);
    }
}

void script_add_quoted(struct text *out, const char *words)
{
    text_add_char(out, '\'');
    for (; *words != '\0'; words++) {
        if (*words == '\'')
            text_add(out, "''");
        else if (*words == '"' || is_control((unsigned char)*words))
            text_add_char(out, ' ');
        else
            text_add_char(out, *words);
    }
    text_add_char(out, '\'');
}

void script_add_font(struct text *out, const char *family, double size,
                     bool bold)
{
    struct text font = text_new();
    /* A comma or colon would begin gnuplot's own size or style. */
    text_addf(&font, "%.*s%s,%.4g", (int)strcspn(family, ",:"), family,
              bold ? ":Bold" : "", size);
    script_add_quoted(out, font.bytes);
    text_free(&font);
}

void script_add_block_name(struct text *out, size_t index)
{
    text_addf(out, "$D%zu", index + 1);
}

void script_add_block(struct text *out, size_t index, const struct text *rows)
{
    char end[24];
    uint64_t hash =
        hash_bytes(UINT64_C(0xCBF29CE484222325), rows->bytes, rows->length);
    for (;;) {
        snprintf(end, sizeof end, "E%015" PRIx64, hash >> 4);
        if (strstr(rows->bytes, end) == NULL)
            break;
        hash = hash_bytes(hash, end, strlen(end));
    }
    script_add_block_name(out, index);
    text_addf(out, " << %s\n", end);
    text_add_bytes(out, rows->bytes, rows->length);
    text_addf(out, "%s\n", end);
}

/*
 * The three terminals draw the same when told so: font sizes are pixels of the
 * SVG, points of 1/96 inch for cairo; px is the point size of a disc of radius
 * one, measured from what they draw.
 */
static void add_terminal(struct text *out, enum chart_format format,
                         unsigned width, unsigned height, const char *font)
{
    switch (format) {
    case CHART_SVG:
        text_addf(out, "px = 0.186\nset terminal svg size %u,%u", width,
                  height);
        break;
    case CHART_PNG:
        text_addf(out,
                  "px = 0.314\nset terminal pngcairo size %u,%u fontscale 1.5 "
                  "linewidth 2 dashlength 2 pointscale 2",
                  width * 2, height * 2);
        break;
    case CHART_PDF:
        text_addf(out,
                  "px = 0.302\nset terminal pdfcairo size %.4f,%.4f "
                  "fontscale 0.75 linewidth 2 dashlength 1.8 pointscale 1",
                  width / 72.0, height / 72.0);
        break;
    }
    text_add(out, " noenhanced font ");
    script_add_font(out, font, 13, false);
    text_add(out, " background rgb '#FFFFFF'\n");
}

/* A slug in the current folder. */
static void add_file(struct text *out, const char *file)
{
    struct text path = text_new();
    text_addf(&path, "./%s", file);
    script_add_quoted(out, path.bytes);
    text_free(&path);
    text_add_char(out, '\n');
}

void script_add_head(struct text *out, enum chart_format format,
                     const char *file, unsigned width, unsigned height,
                     const char *font)
{
    text_add(out, "reset\nset encoding utf8\nset datafile separator '\t'\n"
                  "set datafile commentschars ''\nset datafile nofortran\n");
    add_terminal(out, format, width, height, font);
    text_add(out, "set output ");
    add_file(out, file);
}

void script_add_tail(struct text *out)
{
    text_add(out, "set output\n");
}

void script_add_load(struct text *out, const char *file)
{
    text_add(out, "load ");
    add_file(out, file);
    script_add_tail(out);
}

void script_add_report(struct text *out, size_t number)
{
    text_addf(out, "print 'done %zu ', GPVAL_ERRNO\nreset errors\n", number);
}
