/*
 * map_plan.h - how a map's picture is laid out: outlines and words.
 *
 *  (1) An area's name and value stand inside it where they have room.
 *  (2) A few that have none stand beside the map, at the end of a line, on the
 *      side where the line crosses fewer words, else the nearer one; the map
 *      gives way for them.
 *  (3) Where there are too many for that, or too little room, the value alone
 *      is tried inside, then its sign.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_MAP_PLAN_H
#define HOCTAP_CHARTS_MAP_PLAN_H

#include "charts/label_place.h"
#include "charts/page.h"

enum map_side { MAP_LEFT, MAP_RIGHT };
enum map_label_at { MAP_NOWHERE, MAP_INSIDE, MAP_BESIDE };

struct map_label {
    enum map_label_at at;
    enum map_side side;     /* beside */
    struct text_lines name; /* inside; none: the value alone */
    const char *value;
    double width, height;       /* inside */
    struct canvas_point middle; /* inside: of the words; else of the area */
    double y;                   /* beside: of the words */
};

struct map_plan {
    struct page page;
    const struct chart_spec *spec;
    struct outline_extent extent;
    struct outline_frame frame;
    double margins[2];        /* by side: what the map leaves to words */
    struct outline *outlines; /* of rows; without rings: not on the map */
    struct map_label *labels;
    struct text_face face, bold; /* of labels, */
    double line;                 /* and the height of their lines */
    bool beside;                 /* may words stand there? */
};

/* Between the map and the words beside it; between name and value there. */
#define MAP_BESIDE_GAP 22.0
#define MAP_VALUE_GAP 6.0

bool map_plan_lies(const struct chart_place *place);

/* The page; spec->width and height may be open. */
void map_plan_page(struct map_plan *m, const struct chart_spec *spec,
                   unsigned width, struct arena *arena);
/* The height that the body wishes for. */
double map_plan_height(const struct map_plan *m);
/* Outlines and words in a body of that height. */
void map_plan_lay_out(struct map_plan *m, double height);

#endif
