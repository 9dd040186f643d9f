/*
 * dot_labels.c - the place that covers least.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/dot_labels.h"

enum { PLACES = 8 };

/* Right and left first: they are read as belonging to the dot. */
static struct dot_box box_at(const struct dot_labels *labels,
                             const struct dot_label *label, int place)
{
    static const double across[PLACES] = { 1, -1, 1, 1, -1, -1, 0, 0 };
    static const double down[PLACES] = { 0, 0, -.7, .7, -.7, .7, -1, 1 };
    double h = labels->height, gap = labels->gap;
    double middle = label->y + down[place] * (h / 2 + gap);
    double left = label->x - label->width / 2;
    if (across[place] > 0)
        left = label->x + gap;
    else if (across[place] < 0)
        left = label->x - gap - label->width;
    return (struct dot_box){ left, middle - h / 2, left + label->width,
                             middle + h / 2 };
}

static bool is_inside(const struct dot_box *box, const struct dot_box *frame)
{
    return box->left >= frame->left && box->right <= frame->right &&
           box->top >= frame->top && box->bottom <= frame->bottom;
}

static bool is_free(const struct dot_labels *labels, const struct dot_box *box)
{
    for (size_t i = 0; i < labels->box_count; i++) {
        const struct dot_box *other = &labels->boxes[i];
        if (box->left < other->right && other->left < box->right &&
            box->top < other->bottom && other->top < box->bottom)
            return false;
    }
    return true;
}

/* A dot that bears a name of its own weighs more. */
static size_t covered(const struct dot_labels *labels, size_t self,
                      const struct dot_box *box)
{
    size_t weight = 0;
    for (size_t i = 0; i < labels->count; i++) {
        const struct dot_label *dot = &labels->items[i];
        if (i != self && dot->x > box->left - 4 && dot->x < box->right + 4 &&
            dot->y > box->top - 2 && dot->y < box->bottom + 2)
            weight += dot->wanted ? 4 : 1;
    }
    return weight;
}

void dot_labels_place(struct dot_labels *labels)
{
    for (size_t i = 0; i < labels->count; i++) {
        struct dot_label *label = &labels->items[i];
        size_t least = (size_t)-1;
        for (int place = 0; label->wanted && place < PLACES; place++) {
            struct dot_box box = box_at(labels, label, place);
            if (!is_inside(&box, &labels->frame) || !is_free(labels, &box))
                continue;
            size_t weight = covered(labels, i, &box);
            if (weight >= least)
                continue;
            least = weight;
            label->box = box;
            label->placed = true;
        }
        if (label->placed)
            labels->boxes[labels->box_count++] = label->box;
    }
}
