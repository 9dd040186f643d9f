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

#define NO_AREA UINT32_MAX

struct area {
    const char *code, *name, *name_en, *type;
    const char **aliases;
    size_t alias_count;
    enum tier tier;
    uint32_t parent; /* NO_AREA at the top */
    uint32_t first_child, next_sibling;
    date from, to;           /* [from, to); DATE_OPEN = open */
    const char **attributes; /* one text for each attribute name, "" if none */
    const char *label, *label_en; /* what area_label gives */
    unsigned line;                /* of areas.csv */
    const char *parent_code;      /* as written; areas_build resolves it */
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
 * Puts [areas] (items in any order, parent_code set) into the order tier, code,
 * life; links parents and children and makes the indexes. The names must stay
 * where they are as long as the areas. Faults with [file] and line: no code, no
 * tier, an empty life, two lives of one code and tier that overlap, an unknown
 * parent.
 *
 * A parent is an area of a higher tier, so parents stand before children and a
 * circle cannot be; of several tiers with that code the nearest one counts. It
 * must live on the child's first day (on its last when the beginning is open);
 * when none does, the latest one whose life overlaps the child's.
 */
bool areas_build(struct areas *areas, const char *file, struct arena *arena,
                 struct fault *fault);

/*
 * Makes look-ups and labels anew after codes, names, parents or lives of areas
 * were changed in place; the order of the areas must have stayed.
 */
void areas_index_again(struct areas *areas, struct arena *arena);

bool area_lives(const struct areas *areas, uint32_t area, date day);
/* Is [area] below [above], or the same? */
bool area_is_in(const struct areas *areas, uint32_t area, uint32_t above);
/* The lowest area that holds both, or is one of them; NO_AREA without. */
uint32_t area_common(const struct areas *areas, uint32_t left, uint32_t right);
/* The area of that tier that is it or holds it; NO_AREA without. */
uint32_t area_at_tier(const struct areas *areas, uint32_t area, enum tier tier);

/*
 * The area of that code on that day, NO_AREA if there is none. TIER_NONE = any
 * tier, the highest first; an open day = any, the latest life first.
 */
uint32_t area_by_code(const struct areas *areas, const char *code, date day,
                      enum tier tier);

/*
 * The form in which names are compared, which holds no more than a decision:
 * NFC, Ð to Đ, ƣ to ư, case and white space folded, tone mark placement made
 * one (hoà = hòa), a final i or y that is the whole vowel made one (Quí = Quý,
 * but Thúy is not Thúi), dashes and apostrophes made one, one type word taken
 * off (Huyện, H., TP, Thị trấn, TT, Phường, P., Xã, X., tỉnh …; city, district
 * … in English) when something is left. Marks stay: Hưng Hà is not Hùng Hà.
 * [implied] may be NULL; else it gets the one tier that the type word implies,
 * or TIER_NONE: a thành phố may be a province or a district.
 */
char *area_name_key(struct arena *arena, const char *written,
                    enum tier *implied);

/* What a look-up by name may take for granted. */
struct area_scope {
    date day;        /* DATE_OPEN = any */
    enum tier tier;  /* TIER_NONE = any */
    uint32_t within; /* NO_AREA = anywhere; else a descendant of it, or it */
};

/*
 * All areas of that name or alias in the scope; returns how many there are, of
 * which at most [room] are put into [found], in the register's order. A type in
 * front of the name must agree with the scope's tier: in a column of communes
 * "Huyện Hưng Hà" is not the town of that name. Of several areas of one name
 * it picks those of its type (Huyện Kỳ Anh, not Thị xã Kỳ Anh).
 *
 * Only when nobody has that name, one repair is tried: old fonts lose the
 * letter ư (Kiến Xơng), so names are compared without it. A repair counts when
 * exactly one area fits; [repaired], which may be NULL, says so.
 */
size_t areas_named(const struct areas *areas, const char *written,
                   struct area_scope scope, uint32_t found[], size_t room,
                   bool *repaired);

/*
 * Up to [room] areas in the scope whose name is nearest to the written one,
 * nearest first (without marks, then with marks, then by code), for suggestions
 * only; no further than a third of the name's length.
 */
size_t areas_near(const struct areas *areas, const char *written,
                  struct area_scope scope, uint32_t found[], size_t room);

/* "Name" in the language asked for; falls back to the other. */
const char *area_name(const struct areas *areas, uint32_t area,
                      const char *language);

/*
 * The name that tells an area apart from those it could be taken for: an area
 * above it, or one of its tier that lives at the same time. The type goes in
 * front (Thành phố Thái Bình in the province Thái Bình); where that is not
 * enough the area above follows (Quang Trung (Hưng Hà)). Else the plain name.
 */
const char *area_label(const struct areas *areas, uint32_t area,
                       const char *language);

/* The text of an attribute, "" when there is none. */
const char *area_attribute(const struct areas *areas, uint32_t area,
                           const char *attribute);

#endif
