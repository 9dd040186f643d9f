/*
 * column_width.c - how much room the columns of a table ask for.
 *
 *  (1) A number is not broken; a word only if it is longer than a column may
 *      be.
 *  (2) Words of a cell want as much as lets them stand in LINES_WANTED lines.
 *  (3) Lines are broken between words; a longer word goes over several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/column_width.h"

#include <string.h>

#include "engine/base/number.h"
#include "engine/base/text.h"

enum { LINES_WANTED = 3 };

/* In characters: the bytes that begin one. */
static size_t characters(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

static size_t longest_word(const char *text)
{
    size_t longest = 0;
    while (*text != '\0') {
        size_t length = strcspn(text, " ");
        size_t count = characters(text, length);
        longest = count > longest ? count : longest;
        text += length + (text[length] == ' ');
    }
    return longest;
}

/* (2) */
static size_t room_for_words(const char *text)
{
    size_t word = longest_word(text);
    size_t line = characters(text, strlen(text)) / LINES_WANTED + 2;
    return line > word ? line : word;
}

static size_t room_for_cell(const struct table_cell *cell)
{
    if (has_value(cell->number)) /* (1) */
        return characters(cell->text, strlen(cell->text));
    return room_for_words(cell->text);
}

double column_width(const struct report_table *table, size_t c)
{
    size_t room = room_for_words(table->heads[c]);
    for (size_t r = 0; r < table->rows; r++) {
        size_t cell = room_for_cell(&table->cells[r * table->columns + c]);
        room = cell > room ? cell : room;
    }
    room += 1;
    if (room < WIDTH_LEAST)
        room = WIDTH_LEAST;
    return room < WIDTH_MOST ? (double)room : WIDTH_MOST;
}

/* "▲ 83,3" is not broken, "3,0 điểm phần trăm" may be. */
static bool is_one_word(const char *text)
{
    const char *space = strchr(text, ' ');
    return space == NULL || strchr(space + 1, ' ') == NULL;
}

double column_least(const struct report_table *table, size_t c)
{
    size_t room = longest_word(table->heads[c]), words = 0;
    for (size_t r = 0; r < table->rows; r++) {
        const struct table_cell *cell = &table->cells[r * table->columns + c];
        size_t all = characters(cell->text, strlen(cell->text));
        if (has_value(cell->number) && is_one_word(cell->text))
            room = all > room ? all : room;
        else
            words = all > words ? all : words;
    }
    double half = column_width(table, c) / 2;
    double least = words > room && half > (double)room ? half : (double)room;
    return least < WIDTH_MOST ? least : WIDTH_MOST;
}

/* (3) */
unsigned column_lines(const char *text, double room)
{
    unsigned lines = 1;
    double used = 0;
    if (room < 1)
        room = 1;
    while (*text != '\0') {
        size_t length = strcspn(text, " ");
        double word = (double)characters(text, length);
        double space = used > 0 ? 1 : 0;
        if (used > 0 && used + space + word > room) {
            lines++;
            used = space = 0;
        }
        for (used += space + word; used > room; used -= room)
            lines++;
        text += length + (text[length] == ' ');
    }
    return lines;
}
