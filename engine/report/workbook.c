/*
 * workbook.c - an XLSX file in the making.
 *
 *  (1) The same report gives the same bytes: the day of making is the report's,
 *      else that of SOURCE_DATE_EPOCH, else one that never changes.
 *  (2) A sheet's name has at most 31 units of UTF-16, none of []:*?/\ and no
 *      apostrophe, and differs from the others whatever the case.
 *  (3) A cell holds 32,767 units of UTF-16, of which a character takes up to
 *      two.
 *  (4) Programs know some two hundred number formats; beyond that a number is
 *      shown plain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/workbook.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/text.h"
#include "engine/report/number_format.h"

enum {
    NAME_LENGTH = 31,
    TEXT_LENGTH = 32767 / 2 - 1, /* (3) and the ellipsis */
    FORMATS_MOST = 200,
    WHITE = 0xFFFFFF,
    HEAD_GROUND = 0xF6F8FA,
    LINE = 0xD0D7DE,
    MUTED = 0x57606A,
    ACCENT = 0x08519C,
    WARNING = 0xB42318
};

struct worn {
    enum look look;
    enum standing standing;
    char number[NUMBER_FORMAT_ROOM];
    lxw_format *format;
};

/* (1) */
static time_t made_at(const struct report *report)
{
    const time_t never_changes = 315532800; /* 1980-01-01, a zip's first day */
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (report->day == DATE_OPEN)
        return epoch != NULL ? (time_t)strtoll(epoch, NULL, 10) : never_changes;
    struct tm day = { .tm_year = report->day / 10000 - 1900,
                      .tm_mon = report->day / 100 % 100 - 1,
                      .tm_mday = report->day % 100 };
    return timegm(&day);
}

/* A property holds 255 characters. */
static char *plain(struct workbook *workbook, const char *text)
{
    return text_shown(workbook->arena, text == NULL ? "" : text, 255 - 1);
}

static void set_properties(struct workbook *workbook)
{
    const struct report *report = workbook->report;
    lxw_doc_properties properties = {
        .title = plain(workbook, report->title),
        .subject = plain(workbook, report->subtitle),
        .author = plain(workbook, report->issuer),
        .comments = plain(workbook, report->generator),
        .created = made_at(report),
    };
    workbook_set_properties(workbook->book, &properties);
}

struct workbook workbook_open(const struct report *report, const char *path,
                              size_t sheets, struct arena *arena)
{
    lxw_workbook_options options = { .constant_memory = LXW_TRUE };
    struct workbook workbook = { .report = report, .arena = arena };
    workbook.book = workbook_new_opt(path, &options);
    workbook.room = sheets;
    workbook.names = arena_array(arena, sheets, const char *);
    workbook.folded = arena_array(arena, sheets, const char *);
    set_properties(&workbook);
    return workbook;
}

lxw_error workbook_end(struct workbook *workbook)
{
    grow_release(&workbook->worn);
    return workbook_close(workbook->book);
}

static void set_cell(lxw_format *format, enum look look)
{
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, LINE);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (look == LOOK_HEAD) {
        format_set_bold(format);
        format_set_bg_color(format, HEAD_GROUND);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    }
    if (look == LOOK_RIGHT)
        format_set_align(format, LXW_ALIGN_RIGHT);
    else if (look == LOOK_CENTRE || look == LOOK_HEAD)
        format_set_align(format, LXW_ALIGN_CENTER);
}

static void set_words(lxw_format *format, enum look look)
{
    if (look == LOOK_PLAIN)
        return;
    if (look != LOOK_LINK)
        format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (look != LOOK_TEXT && look != LOOK_NOTE && look != LOOK_LINK)
        format_set_bold(format);
    if (look == LOOK_TITLE || look == LOOK_HEADING) {
        format_set_font_size(format, look == LOOK_TITLE ? 16 : 13);
        format_set_font_color(format, ACCENT);
    } else if (look == LOOK_NOTE) {
        format_set_font_color(format, MUTED);
    } else if (look == LOOK_MARK) {
        format_set_font_color(format, WARNING);
    } else if (look == LOOK_LINK) {
        format_set_font_color(format, ACCENT);
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
}

/* Dark ground asks for white words. */
static bool is_dark(uint32_t colour)
{
    return (colour >> 16) * 3 + (colour >> 8 & 255) * 6 + (colour & 255) < 1280;
}

static lxw_format *make_look(struct workbook *workbook, const struct worn *worn)
{
    lxw_format *format = workbook_add_format(workbook->book);
    uint32_t ground = workbook->report->colours[worn->standing];
    if (worn->look >= LOOK_HEAD)
        set_cell(format, worn->look);
    else
        set_words(format, worn->look);
    if (worn->standing != STANDING_NONE) {
        format_set_bg_color(format, ground);
        if (is_dark(ground))
            format_set_font_color(format, WHITE);
    }
    if (worn->number[0] != '\0')
        format_set_num_format(format, worn->number);
    return format;
}

lxw_format *workbook_look(struct workbook *workbook, enum look look,
                          enum standing standing, const char *number)
{
    struct worn wanted = { .look = look, .standing = standing };
    if (number != NULL)
        memcpy(wanted.number, number, strlen(number) + 1);
    for (size_t i = 0; i < workbook->worn_count; i++) {
        const struct worn *worn = &workbook->worn[i];
        if (worn->look == look && worn->standing == standing &&
            strcmp(worn->number, wanted.number) == 0)
            return worn->format;
    }
    if (number != NULL && workbook->worn_count >= FORMATS_MOST) /* (4) */
        return workbook_look(workbook, look, standing, NULL);
    wanted.format = make_look(workbook, &wanted);
    grow(workbook->worn, workbook->worn_count, workbook->worn_room);
    workbook->worn[workbook->worn_count++] = wanted;
    return wanted.format;
}

/* (2) Text cut to so many characters, at a word's end when there is one. */
static char *short_name(struct arena *arena, const char *title, size_t most)
{
    char *name = text_shown(arena, title, 0);
    if (text_length(name) <= most)
        return name;
    size_t at = 0, last = 0, left = strlen(name), taken;
    unsigned code_point;
    for (size_t i = 0; i + 1 < most; i++, at += taken) {
        taken = text_decode(name + at, left - at, &code_point);
        if (code_point == ' ')
            last = at;
    }
    return arena_format(arena, "%.*s\u2026", (int)(last > 0 ? last : at), name);
}

/* (2) What may not stand there becomes a space, spaces become one. */
static char *legal_name(struct arena *arena, const char *title)
{
    const char *name = text_shown(arena, title, 0);
    struct text legal = text_new();
    size_t left = strlen(name), taken;
    unsigned code_point, before = ' ';
    text_add(&legal, "");
    for (; (taken = text_decode(name, left, &code_point)) > 0;
         name += taken, left -= taken) {
        if (code_point < 128 && strchr("[]:*?/\\", (int)code_point) != NULL)
            code_point = ' ';
        else if (code_point == '\'')
            code_point = 0x2019;
        else if (code_point > 0xFFFF) /* two units */
            code_point = 0xFFFD;
        if (code_point != ' ' || before != ' ')
            text_encode(&legal, code_point);
        before = code_point;
    }
    char *trimmed = text_trim(arena, legal.bytes);
    text_free(&legal);
    return *trimmed == '\0' ? arena_string(arena, "-") : trimmed;
}

static bool is_taken(const struct workbook *workbook, const char *folded)
{
    for (size_t i = 0; i < workbook->sheets; i++)
        if (strcmp(workbook->folded[i], folded) == 0)
            return true;
    return strcmp(folded, "history") == 0; /* Excel keeps it for itself */
}

lxw_worksheet *workbook_sheet(struct workbook *workbook, const char *title)
{
    struct arena *arena = workbook->arena;
    const char *legal = legal_name(arena, title == NULL ? "" : title);
    const char *name = short_name(arena, legal, NAME_LENGTH);
    for (unsigned turn = 2; is_taken(workbook, text_fold(arena, name)); turn++)
        name = arena_format(arena, "%s %u",
                            short_name(arena, legal, NAME_LENGTH - 5), turn);
    workbook->names[workbook->sheets] = name;
    workbook->folded[workbook->sheets++] = text_fold(arena, name);
    return workbook_add_worksheet(workbook->book, name);
}

/* (3) */
const char *workbook_text(struct workbook *workbook, const char *text)
{
    return text_shown(workbook->arena, text == NULL ? "" : text, TEXT_LENGTH);
}
