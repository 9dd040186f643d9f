/*
 * message.h - what the program says, in the user's language.
 *
 * Messages are data: data/messages/vi.yaml and en.yaml hold the same ids. A
 * message is text with named places: "{file}: {count} rows". Code holds ids
 * only. A place may name another message to choose by number or word in the
 * caller; there is no logic in messages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_MESSAGE_H
#define HOCTAP_MODEL_MESSAGE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "engine/base/fault.h"
#include "engine/base/text.h"

struct arena;
struct finding;

struct message {
    const char *id, *text;
};

struct messages {
    const char *language;  /* "vi" or "en" */
    struct message *items; /* sorted by id */
    size_t count;
};

/* The text of a message; the id itself when it is unknown. Never NULL. */
const char *message_text(const struct messages *messages, const char *id);
bool message_known(const struct messages *messages, const char *id);

/* Fills the places from pairs of const char *: key, value, …, NULL. A place
 * without a value stays as it is written. */
void message_add(struct text *out, const struct messages *messages,
                 const char *id, ...) __attribute__((sentinel));
void message_vadd(struct text *out, const struct messages *messages,
                  const char *id, va_list arguments);
/* The same from packed arguments (see fault.h; NULL = none). */
void message_add_packed(struct text *out, const struct messages *messages,
                        const char *id, const char *arguments);

/* "file:12:3: the sentence" */
void message_add_fault(struct text *out, const struct messages *messages,
                       const struct fault *fault);
/* The sentence alone of a finding. */
void message_add_finding(struct text *out, const struct messages *messages,
                         const struct finding *finding);
/* What to do instead, after a space; nothing when no one knows. */
void message_add_suggestion(struct text *out, const struct messages *messages,
                            const struct finding *finding);

#endif
