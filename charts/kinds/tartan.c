/*
 * tartan.c - areas by indicators: who stands worse on what.
 *
 *  (1) A cell is coloured by its standing and says sign and number; a cell
 *      without a number is grey and says why.
 *  (2) Areas stand in columns; when there are many more of them than
 *      indicators, the table is turned and they stand in rows.
 *  (3) The picture is as wide as its cells need to hold their numbers.
 *  (4) Few columns grow until their heads are level; where heads lean all the
 *      same, the grid gives way at the right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/colour.h"
#include "charts/column_heads.h"
#include "charts/look.h"
#include "charts/page.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

#define LABEL_GAP 10.0
#define LABEL_SHARE .26       /* of the usual width, at most, for labels; */
#define LABEL_SHARE_DENSE .34 /* and where rows are low */
#define CELL_PADDING 5.0
#define WIDEST_CELL 120.0
#define WIDEST_LEVEL 300.0 /* for the sake of a level head */
#define LEVEL_STEP 30.0
#define SMALL_LETTERS 11.0 /* taken before the picture grows */
#define LEAST_LETTERS 7.0  /* in a picture that may not grow */

enum { MOST_COLUMNS = 16, LABEL_LINES = 3 };

struct tartan {
    struct page page;
    const struct chart_grid *grid;
    bool turned; /* (2) */
    size_t rows, columns;
    struct text_face face; /* of cells */
    struct text_lines *labels;
    struct column_heads heads; /* (4) */
    const char **texts;        /* of cells, with signs */
    double label_width, cell_height;
    double *edges; /* of rows, from the first one's top; one more than rows */
    double needed; /* width of the widest cell */
};

static bool accept(const struct chart_spec *spec, struct fault *fault)
{
    const struct chart_grid *grid = &spec->grid;
    for (size_t i = 0; i < grid->rows * grid->columns; i++)
        if (look_shown(grid->cells[i].status, 0))
            return true;
    return look_nothing(spec, fault);
}

/* --- the plan ---------------------------------------------------------------
 */

static const struct chart_cell *cell_at(const struct tartan *t, size_t row,
                                        size_t column)
{
    size_t i = t->turned ? column * t->grid->columns + row
                         : row * t->grid->columns + column;
    return &t->grid->cells[i];
}

static const char *row_label(const struct tartan *t, size_t row)
{
    return t->turned ? t->grid->column_labels[row] : t->grid->row_labels[row];
}

/* A cell without a number explains itself in the legend as "no data". */
static unsigned standings(const struct chart_grid *grid)
{
    unsigned bits = 0;
    for (size_t i = 0; i < grid->rows * grid->columns; i++) {
        const struct chart_cell *cell = &grid->cells[i];
        if (!look_shown(cell->status, 0))
            bits |= 1u << STANDING_NONE;
        else if (cell->standing != STANDING_NONE)
            bits |= 1u << cell->standing;
    }
    return bits;
}

static double cell_height(size_t rows)
{
    if (rows <= 14)
        return 34;
    if (rows <= 24)
        return 26;
    return rows <= 40 ? 21 : 18;
}

static double label_line(const struct tartan *t)
{
    return ceil(t->face.size * 1.15);
}

/* A label takes the lines it needs, and its row grows with it. */
static void plan_rows(struct tartan *t)
{
    double most = t->page.style->width *
                  (t->cell_height >= 30 ? LABEL_SHARE : LABEL_SHARE_DENSE);
    t->labels = arena_array(t->page.arena, t->rows, struct text_lines);
    t->edges = arena_array(t->page.arena, t->rows + 1, double);
    t->label_width = 0;
    for (size_t i = 0; i < t->rows; i++) {
        t->labels[i] = text_width_wrap(t->page.arena, row_label(t, i), t->face,
                                       most, LABEL_LINES);
        t->label_width = fmax(t->label_width, t->labels[i].widest);
        double needed = (double)t->labels[i].count * label_line(t) + 5;
        t->edges[i + 1] = t->edges[i] + fmax(t->cell_height, needed);
    }
}

/* What a cell says, and the width that the widest needs. */
static double plan_texts(struct tartan *t)
{
    double widest = 0;
    t->texts = arena_array(t->page.arena, t->rows * t->columns, const char *);
    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < t->columns; c++) {
            const struct chart_cell *cell = cell_at(t, r, c);
            bool shown = look_shown(cell->status, 0);
            struct text_lines text = text_width_wrap(
                t->page.arena,
                page_signed(t->page.arena,
                            shown ? cell->standing : STANDING_NONE, cell->text),
                t->face, WIDEST_CELL - 2 * CELL_PADDING, 1);
            t->texts[r * t->columns + c] = text.count > 0 ? text.lines[0] : "";
            widest = fmax(widest, text.widest);
        }
    return widest + 2 * CELL_PADDING;
}

static double grid_left(const struct tartan *t)
{
    return t->page.left + t->label_width + LABEL_GAP;
}

/* (4) */
static void plan_columns(struct tartan *t, unsigned width)
{
    double left = grid_left(t), right = width - (t->page.width - t->page.right);
    double room = (right - left) / (double)t->columns;
    struct column_heads wished = {
        .words = t->turned ? t->grid->row_labels : t->grid->column_labels,
        .count = t->columns,
        .face = t->face,
        .left = left,
        .right = right,
        .width = fmin(room, fmax(WIDEST_CELL, t->needed)),
    };
    t->heads = wished;
    column_heads_plan(&t->heads, t->page.arena);
    while (t->heads.leaning && wished.width < fmin(room, WIDEST_LEVEL)) {
        wished.width = fmin(wished.width + LEVEL_STEP, room);
        struct column_heads wider = wished;
        column_heads_plan(&wider, t->page.arena);
        if (!wider.leaning)
            t->heads = wider;
    }
}

/* One layout with letters of that size. Do the numbers fit their cells? */
static bool lay_out(struct tartan *t, const struct chart_spec *spec,
                    unsigned width, double letters, struct arena *arena)
{
    page_plan(&t->page, spec, width, standings(t->grid), arena);
    t->face = (struct text_face){ letters, false };
    plan_rows(t);
    t->needed = plan_texts(t);
    plan_columns(t, width);
    return t->heads.width >= t->needed - .5;
}

/* (3) Smaller letters first, then a wider picture if it may; its width. */
static unsigned plan(struct tartan *t, const struct chart_spec *spec,
                     struct arena *arena)
{
    *t = (struct tartan){ .grid = &spec->grid };
    t->turned =
        t->grid->columns > MOST_COLUMNS && t->grid->columns > t->grid->rows;
    t->rows = t->turned ? t->grid->columns : t->grid->rows;
    t->columns = t->turned ? t->grid->rows : t->grid->columns;
    t->cell_height = cell_height(t->rows);
    unsigned width = spec->width > 0 ? spec->width : spec->style->width;
    double letters = fmin(spec->style->font_size, t->cell_height * .64);
    bool fits = lay_out(t, spec, width, letters, arena);
    letters = fmin(letters, SMALL_LETTERS);
    if (!fits)
        fits = lay_out(t, spec, width, letters, arena);
    for (int round = 0; !fits && spec->width == 0 && round < 6; round++) {
        width +=
            (unsigned)ceil((t->needed - t->heads.width) * (double)t->columns);
        fits = lay_out(t, spec, width, letters, arena);
    }
    return width;
}

static void size(const struct chart_spec *spec, unsigned *width,
                 unsigned *height)
{
    struct arena *arena = arena_new();
    struct tartan t;
    *width = plan(&t, spec, arena);
    *height = page_height(&t.page, t.heads.height + t.edges[t.rows]);
    arena_free(arena);
}

/* --- drawing ----------------------------------------------------------------
 */

static uint32_t cell_colour(const struct tartan *t,
                            const struct chart_cell *cell)
{
    const struct chart_style *style = t->page.style;
    bool shown = look_shown(cell->status, 0);
    if (shown && cell->standing == STANDING_NONE)
        return colour_mix(COLOUR_WHITE, style->none, .4);
    return shown ? page_fill(style, cell->standing) : style->none;
}

struct cell_place {
    struct canvas_point one, other;
};

static struct cell_place cell_place(const struct tartan *t, size_t row,
                                    size_t column)
{
    double left = grid_left(t) + (double)column * t->heads.width;
    return (struct cell_place){ { round(left) + 1, round(t->edges[row]) + 1 },
                                { round(left + t->heads.width) - 1,
                                  round(t->edges[row + 1]) - 1 } };
}

/* Fills a cell; returns the colour its words stand on. */
static uint32_t draw_cell(const struct tartan *t, struct canvas *canvas,
                          const struct chart_cell *cell,
                          struct cell_place place)
{
    uint32_t colour = cell_colour(t, cell);
    struct look_paint paint = look_paint(t->page.style, colour, cell->status);
    look_field(canvas, place.one, place.other, paint,
               look_hollow(cell->status) ? 2 : 0);
    return paint.fill;
}

static void draw_text(const struct tartan *t, struct canvas *canvas,
                      size_t index, struct cell_place place, uint32_t colour)
{
    struct text_face face = t->face;
    const char *text = t->texts[index];
    double room = place.other.x - place.one.x - 2,
           width = text_width(text, face);
    if (width > room)
        face.size =
            fmax(floor(face.size * room / width * 4) / 4, LEAST_LETTERS);
    canvas_words(canvas,
                 (struct canvas_point){ (place.one.x + place.other.x) / 2,
                                        (place.one.y + place.other.y) / 2 },
                 text, page_letters(face, colour, CANVAS_CENTRE));
}

static void draw_labels(const struct tartan *t, struct canvas *canvas)
{
    double line = label_line(t);
    double right = t->page.left + t->label_width;
    for (size_t r = 0; r < t->rows; r++) {
        const struct text_lines *lines = &t->labels[r];
        double middle = (t->edges[r] + t->edges[r + 1]) / 2;
        double up = lines->count > 0 ? (double)(lines->count - 1) : 0;
        canvas_lines(canvas,
                     (struct canvas_point){ right, middle - up * line / 2 },
                     line, lines,
                     page_letters(t->face, t->page.style->text, CANVAS_RIGHT));
    }
}

/* Edges of rows, so far as planned, between two heights of the picture. */
static void place_rows(struct tartan *t, double top, double bottom)
{
    double scale = fmax(bottom - top, 1) / t->edges[t->rows];
    for (size_t r = 0; r <= t->rows; r++)
        t->edges[r] = top + t->edges[r] * scale;
}

static void draw(const struct chart_spec *spec, struct text *script,
                 struct arena *scratch)
{
    struct tartan t;
    plan(&t, spec, scratch);
    struct canvas *canvas = page_canvas(&t.page, spec->height);
    double top = t.page.top + t.heads.height;
    place_rows(&t, top, spec->height - t.page.foot);
    const struct chart_style *style = t.page.style;
    uint32_t *fills = arena_array(scratch, t.rows * t.columns, uint32_t);
    for (size_t r = 0; r < t.rows; r++)
        for (size_t c = 0; c < t.columns; c++)
            fills[r * t.columns + c] =
                draw_cell(&t, canvas, cell_at(&t, r, c), cell_place(&t, r, c));
    canvas_level(canvas);
    for (size_t r = 0; r < t.rows; r++)
        for (size_t c = 0; c < t.columns; c++) {
            size_t i = r * t.columns + c;
            bool shown = look_shown(cell_at(&t, r, c)->status, 0);
            draw_text(&t, canvas, i, cell_place(&t, r, c),
                      shown ? colour_on(fills[i], style->text) : style->muted);
        }
    column_heads_draw(&t.heads, canvas, top, style->text);
    draw_labels(&t, canvas);
    canvas_write(canvas, script);
}

const struct chart_kind chart_tartan = {
    .id = "tartan",
    .accept = accept,
    .write = draw,
    .size = size,
};
