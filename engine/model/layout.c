/*
 * layout.c - the words in which layouts name encodings and decimal marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/layout.h"

const char *const encoding_names[ENCODING_COUNT] = {
    [ENCODING_AUTO] = "auto",
    [ENCODING_UTF8] = "utf-8",
    [ENCODING_UTF16] = "utf-16",
    [ENCODING_WINDOWS_1258] = "windows-1258",
    [ENCODING_TCVN3] = "tcvn3",
    [ENCODING_VNI] = "vni",
    [ENCODING_WINDOWS_1252] = "windows-1252",
    [ENCODING_LATIN1] = "iso-8859-1",
};

const char *const decimal_names[DECIMAL_COUNT] = {
    [DECIMAL_AUTO] = "auto",
    [DECIMAL_COMMA] = "comma",
    [DECIMAL_POINT] = "point",
};
