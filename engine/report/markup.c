/*
 * markup.c - escaping for HTML and XML.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/markup.h"

#include <stddef.h>
#include <string.h>

#include "engine/base/text.h"

void markup_add(struct text *out, const char *text)
{
    for (; text != NULL && *text != '\0'; text++) {
        switch (*text) {
        case '&':
            text_add(out, "&amp;");
            break;
        case '<':
            text_add(out, "&lt;");
            break;
        case '>':
            text_add(out, "&gt;");
            break;
        case '"':
            text_add(out, "&quot;");
            break;
        case '\'':
            text_add(out, "&#39;");
            break;
        case '\xEF': /* U+FFFE and U+FFFF are no characters of XML */
            if (strncmp(text + 1, "\xBF\xBE", 2) == 0 ||
                strncmp(text + 1, "\xBF\xBF", 2) == 0) {
                text_add_char(out, ' ');
                text += 2;
            } else {
                text_add_char(out, *text);
            }
            break;
        default: {
            unsigned char byte = (unsigned char)*text;
            bool plain = byte >= 0x20 || byte == '\t' || byte == '\n';
            text_add_char(out, (char)(plain && byte != 0x7f ? *text : ' '));
        }
        }
    }
}
