/*
 * dot_labels.c - names beside dots: inside the frame, off one another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/dot_labels.h"
#include "tests/house.h"

enum { MOST = 4 };

struct trial {
    struct dot_label items[MOST];
    struct dot_box boxes[2 * MOST];
    struct dot_labels labels;
};

/* A frame of 100 by 60; names are 10 high, 5 from their dot. */
static void begin(struct trial *t)
{
    *t = (struct trial){ 0 };
    t->labels = (struct dot_labels){ .items = t->items,
                                     .frame = { 0, 0, 100, 60 },
                                     .boxes = t->boxes,
                                     .height = 10,
                                     .gap = 5 };
}

static struct dot_label *add(struct trial *t, double x, double y, double width)
{
    struct dot_label *dot = &t->items[t->labels.count++];
    *dot = (struct dot_label){ .x = x, .y = y, .width = width, .wanted = true };
    return dot;
}

static void a_name_stands_at_the_right(void **state)
{
    (void)state;
    struct trial t;
    begin(&t);
    struct dot_label *dot = add(&t, 50, 30, 30);
    dot_labels_place(&t.labels);
    assert_true(dot->placed);
    assert_near(dot->box.left, 55, 0);
    assert_near(dot->box.right, 85, 0);
    assert_near(dot->box.top, 25, 0);
}

/* 80 + 5 + 30 leaves the frame: the name goes to the left, whole. */
static void none_is_cut_at_the_edge(void **state)
{
    (void)state;
    struct trial t;
    begin(&t);
    struct dot_label *dot = add(&t, 80, 30, 30);
    dot_labels_place(&t.labels);
    assert_true(dot->placed);
    assert_near(dot->box.right, 75, 0);
}

static void two_names_keep_apart(void **state)
{
    (void)state;
    struct trial t;
    begin(&t);
    struct dot_label *one = add(&t, 40, 30, 20), *two = add(&t, 41, 31, 20);
    dot_labels_place(&t.labels);
    assert_true(one->placed && two->placed);
    assert_true(
        one->box.right <= two->box.left || two->box.right <= one->box.left ||
        one->box.bottom <= two->box.top || two->box.bottom <= one->box.top);
}

static void without_room_a_name_is_left_out(void **state)
{
    (void)state;
    struct trial t;
    begin(&t);
    t.boxes[t.labels.box_count++] = (struct dot_box){ 0, 0, 100, 60 };
    struct dot_label *dot = add(&t, 50, 30, 10);
    struct dot_label *unwanted = add(&t, 20, 30, 10);
    unwanted->wanted = false;
    dot_labels_place(&t.labels);
    assert_false(dot->placed);
    assert_false(unwanted->placed);
}

/* The dot to the right is named too: the name goes to the free left. */
static void a_dot_is_not_covered(void **state)
{
    (void)state;
    struct trial t;
    begin(&t);
    struct dot_label *dot = add(&t, 50, 30, 20), *other = add(&t, 62, 30, 0);
    other->wanted = false;
    dot_labels_place(&t.labels);
    assert_near(dot->box.right, 45, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_stands_at_the_right),
        cmocka_unit_test(none_is_cut_at_the_edge),
        cmocka_unit_test(two_names_keep_apart),
        cmocka_unit_test(without_room_a_name_is_left_out),
        cmocka_unit_test(a_dot_is_not_covered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
