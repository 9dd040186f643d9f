/*
 * page.c - title, subtitle, legend and note around a chart's body.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"
#include "charts/hatch.h"
#include "charts/page.h"
#include "engine/base/arena.h"

#define MARGIN 16.0
#define KEY_WIDTH 24.0
#define KEY_HEIGHT 15.0
#define KEY_GAP 7.0 /* between the field and its words */
#define KEYS_APART 22.0
#define TITLE_SHARE .92

enum { TITLE_LINES = 4, SUBTITLE_LINES = 3, NOTE_LINES = 6 };

double page_line(struct text_face face)
{
    return ceil(face.size * 1.35);
}

uint32_t page_fill(const struct chart_style *style, enum standing standing)
{
    switch (standing) {
    case STANDING_BETTER:
        return style->better;
    case STANDING_SIMILAR:
        return style->similar;
    case STANDING_WORSE:
        return style->worse;
    case STANDING_NONE:
    case STANDING_COUNT:
        break;
    }
    return style->none;
}

uint32_t page_class_fill(const struct chart_spec *spec, size_t class)
{
    size_t last = spec->class_count > 1 ? spec->class_count - 1 : 1;
    return spec->style->sequential[class * (CHART_CLASSES - 1) / last];
}

const char *page_class_sign(const struct chart_spec *spec, size_t class)
{
    static const char *const letters[CHART_CLASSES] = { "A", "B", "C", "D",
                                                        "E" };
    return spec->style->class_signs ? letters[class] : "";
}

const char *page_sign(enum standing standing)
{
    if (standing == STANDING_BETTER)
        return "▲";
    return standing == STANDING_WORSE ? "▼" : "";
}

const char *page_signed(struct arena *arena, enum standing standing,
                        const char *words)
{
    const char *clean = text_width_printable(arena, words);
    const char *sign = page_sign(standing);
    return *sign == '\0' ? clean : arena_format(arena, "%s %s", sign, clean);
}

struct canvas_letters page_letters(struct text_face face, uint32_t colour,
                                   enum canvas_align align)
{
    return (struct canvas_letters){ .face = face,
                                    .colour = colour,
                                    .align = align };
}

/* Places a key of the legend beside the one before, or in a new row. */
static void add_key(struct page *page, struct page_key key, const char *words)
{
    double room = page->right - page->left;
    const struct page_key *before =
        page->key_count > 0 ? &page->keys[page->key_count - 1] : NULL;
    key.words = text_width_wrap(page->arena, words, page->label,
                                room - KEY_WIDTH - KEY_GAP, 1);
    if (key.words.count == 0)
        return;
    if (before != NULL) {
        key.row = before->row;
        key.x =
            before->x + KEY_WIDTH + KEY_GAP + before->words.widest + KEYS_APART;
        if (key.x + KEY_WIDTH + KEY_GAP + key.words.widest > room) {
            key.x = 0;
            key.row++;
        }
    }
    page->keys[page->key_count++] = key;
    page->key_rows = key.row + 1;
}

static void plan_keys(struct page *page, unsigned standings)
{
    static const enum standing order[] = { STANDING_BETTER, STANDING_SIMILAR,
                                           STANDING_WORSE, STANDING_NONE };
    const struct chart_spec *spec = page->spec;
    for (size_t i = 0; i < spec->class_count; i++)
        add_key(page,
                (struct page_key){ .colour = page_class_fill(spec, i),
                                   .sign = page_class_sign(spec, i) },
                spec->classes[i]);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (standings & 1u << order[i])
            add_key(
                page,
                (struct page_key){ .colour = page_fill(page->style, order[i]),
                                   .sign = page_sign(order[i]),
                                   .hatched = order[i] == STANDING_NONE &&
                                              spec->places != NULL },
                spec->legend[i]);
}

void page_plan(struct page *page, const struct chart_spec *spec, unsigned width,
               unsigned standings, struct arena *arena)
{
    const struct chart_style *style = spec->style;
    *page = (struct page){ .spec = spec, .style = style, .arena = arena };
    page->width = width;
    page->left = MARGIN;
    page->right = width - MARGIN;
    page->small = (struct text_face){ style->font_size - 1.5, false };
    page->label = (struct text_face){ style->font_size, false };
    page->title_face = (struct text_face){ style->title_size, true };
    double room = width * TITLE_SHARE - MARGIN;
    page->title = text_width_wrap(arena, spec->title, page->title_face, room,
                                  TITLE_LINES);
    page->subtitle = text_width_wrap(arena, spec->subtitle, page->label, room,
                                     SUBTITLE_LINES);
    page->note =
        text_width_wrap(arena, spec->note, page->small, room, NOTE_LINES);
    page->top = MARGIN +
                (double)page->title.count * page_line(page->title_face) +
                (double)page->subtitle.count * page_line(page->label) + 10;
    plan_keys(page, standings);
    page->foot = MARGIN - 4;
    if (page->key_rows > 0)
        page->foot += 12 + page->key_rows * (KEY_HEIGHT + 8);
    if (page->note.count > 0)
        page->foot += 8 + (double)page->note.count * page_line(page->small);
}

unsigned page_height(const struct page *page, double body)
{
    return (unsigned)ceil(page->top + body + page->foot);
}

static void draw_head(const struct page *page, struct canvas *canvas)
{
    const struct chart_style *style = page->style;
    double line = page_line(page->title_face);
    struct canvas_point at = { page->left, MARGIN + line / 2 };
    canvas_lines(canvas, at, line, &page->title,
                 page_letters(page->title_face, style->text, CANVAS_LEFT));
    at.y = MARGIN + (double)page->title.count * line + 2 +
           page_line(page->label) / 2;
    canvas_lines(canvas, at, page_line(page->label), &page->subtitle,
                 page_letters(page->label, style->muted, CANVAS_LEFT));
}

/* A field, its edge when it is nearly white, its sign, its words. */
static void draw_key(const struct page *page, struct canvas *canvas,
                     const struct page_key *key, double top)
{
    double x = page->left + key->x;
    double y = top + key->row * (KEY_HEIGHT + 8);
    struct canvas_point middle = { x + KEY_WIDTH / 2, y + KEY_HEIGHT / 2 };
    canvas_rectangle(canvas, (struct canvas_point){ x, y },
                     (struct canvas_point){ x + KEY_WIDTH, y + KEY_HEIGHT },
                     key->colour);
    if (key->hatched)
        hatch_field(canvas, (struct canvas_point){ x, y },
                    (struct canvas_point){ x + KEY_WIDTH, y + KEY_HEIGHT },
                    page->style->axis, page->arena);
    canvas_words(canvas, middle, key->sign,
                 page_letters(page->small,
                              colour_on(key->colour, page->style->text),
                              CANVAS_CENTRE));
    canvas_lines(canvas,
                 (struct canvas_point){ x + KEY_WIDTH + KEY_GAP, middle.y },
                 page_line(page->label), &key->words,
                 page_letters(page->label, page->style->text, CANVAS_LEFT));
}

static void draw_foot(const struct page *page, struct canvas *canvas,
                      double height)
{
    double y = height - page->foot + 12;
    for (size_t i = 0; i < page->key_count; i++)
        draw_key(page, canvas, &page->keys[i], y);
    double line = page_line(page->small);
    double first =
        height - (MARGIN - 4) - (double)page->note.count * line + line / 2;
    canvas_lines(canvas, (struct canvas_point){ page->left, first }, line,
                 &page->note,
                 page_letters(page->small, page->style->muted, CANVAS_LEFT));
}

struct canvas *page_canvas(const struct page *page, unsigned height)
{
    struct canvas *canvas = canvas_new(page->arena, (unsigned)page->width,
                                       height, page->style->font);
    draw_head(page, canvas);
    draw_foot(page, canvas, height);
    canvas_level(canvas);
    return canvas;
}
