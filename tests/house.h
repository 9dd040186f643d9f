/*
 * house.h - what every test program includes.
 *
 * cmocka asks for its headers in a certain order, and its float comparison
 * narrows to float; assert_near compares doubles by relative distance (absolute
 * below one).
 *
 * Tests find the data folder through test_data_path and write only below
 * test_folder, a fresh folder that is emptied at the start of the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_HOUSE_H
#define HOCTAP_TESTS_HOUSE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/fault.h"

/* |got - wanted| <= tolerance * max(1, |wanted|) */
#define assert_near(got, wanted, tolerance)                                    \
    assert_near_at((got), (wanted), (tolerance), #got, __FILE__, __LINE__)
void assert_near_at(double got, double wanted, double tolerance,
                    const char *what, const char *file, int line);

/* The fault's message id must be this one. */
#define assert_fault(fault, id) assert_string_equal((fault)->message, (id))

/* A folder for this program's files, empty at its start. */
const char *test_folder(void);
/* folder/name in static memory that four calls share. */
const char *test_path(const char *name);
/* Writes [text] into test_folder()/name and returns its path. */
const char *test_write(const char *name, const char *text);
const char *test_write_bytes(const char *name, const char *bytes,
                             size_t length);

/* A file of the shared real data, or NULL (then the test skips, saying so). */
const char *real_data(const char *relative);

#endif
