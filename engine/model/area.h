/*
 * area.h - the register of areas: who exists, when, and under whom.
 *
 * An area is any province, district or commune. Reforms reuse codes and names,
 * so the key is (code, life): the same code may stand in several rows whose
 * lives do not overlap. Every look-up therefore asks for a day.
 *
 * Areas are numbered so that parents stand before their children: adding up
 * from the leaves is one loop from the last to the first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_AREA_H
#define HOCTAP_MODEL_AREA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/date.h"
#include "engine/base/fault.h"

struct arena;

enum tier {
    TIER_NONE,
    TIER_COUNTRY,
    TIER_REGION,
    TIER_PROVINCE,
    TIER_DISTRICT,
    TIER_COMMUNE,
    TIER_VILLAGE,
    TIER_COUNT
};

extern const char *const tier_names[TIER_COUNT]; /* "", "country", … */
enum tier tier_find(const char *name);           /* TIER_NONE when unknown */

enum { NO_AREA = 0xffffffffu };

struct area {
    const char *code, *name, *name_en, *type;
    const char **aliases;
    size_t alias_count;
    enum tier tier;
    uint32_t parent; /* NO_AREA at the top */
    uint32_t first_child, next_sibling;
    date from, to;           /* [from, to); DATE_OPEN = open */
    const char **attributes; /* one text for each attribute name, "" if none */
    unsigned line;           /* of areas.csv */
    const char *parent_code; /* as written; areas_build resolves it */
};

struct area_index; /* by code and by name key */

struct areas {
    struct area *items;
    uint32_t count;
    const char **attribute_names;
    size_t attribute_count;
    const struct area_index *index;
};

/*
 * Puts [areas] (items in any order, parent_code set) into the order parents
 * first, then code, then life; links parents and children and makes the
 * indexes. Faults with [file] and line: an unknown parent, a circle, two lives
 * of one code and tier that overlap. A parent is looked up by code at the
 * child's tier or above and must live at the child's first day; when none does
 * at that day, the one whose life overlaps the child's.
 */
bool areas_build(struct areas *areas, const char *file, struct arena *arena,
                 struct fault *fault);

bool area_lives(const struct areas *areas, uint32_t area, date day);
/* Is [area] below [above], or the same? */
bool area_is_in(const struct areas *areas, uint32_t area, uint32_t above);

/* The area of that code on that day; TIER_NONE = any tier. NO_AREA if none. */
uint32_t area_by_code(const struct areas *areas, const char *code, date day,
                      enum tier tier);

/*
 * The form in which names are compared, which holds no more than a decision:
 * NFC, Ð to Đ, ƣ to ư, case and white space folded, tone mark placement made
 * one (hoà = hòa), final i and y made one (Quí = Quý), the type in front taken
 * off (Huyện, H., TP, Thị trấn, TT, Phường, P., Xã, X., tỉnh …). Marks stay:
 * Hưng Hà is not Hùng Hà. [type] may be NULL; else it gets the tier that the
 * stripped type word implies, or TIER_NONE.
 */
char *area_name_key(struct arena *arena, const char *written,
                    enum tier *implied);

/* What a look-up by name may take for granted. */
struct area_scope {
    date day;         /* DATE_OPEN = any */
    enum tier tier;   /* TIER_NONE = any */
    uint32_t within;  /* NO_AREA = anywhere; else a descendant of it, or it */
};

/*
 * All areas of that name or alias in the scope; returns how many there are, of
 * which at most [room] are put into [found]. A type in front of the name
 * narrows the tier when the scope leaves it open.
 */
size_t areas_named(const struct areas *areas, const char *written,
                   struct area_scope scope, uint32_t found[], size_t room);

/*
 * Up to [room] areas in the scope whose name is nearest to the written one,
 * nearest first, for suggestions only. Compared without marks, too.
 */
size_t areas_near(const struct areas *areas, const char *written,
                  struct area_scope scope, uint32_t found[], size_t room);

/* "Name" in the language asked for; falls back to the other. */
const char *area_name(const struct areas *areas, uint32_t area,
                      const char *language);

/* The text of an attribute, "" when there is none. */
const char *area_attribute(const struct areas *areas, uint32_t area,
                           const char *attribute);

#endif
