/*
 * area_name.c - the form in which names of areas are compared.
 *
 *  (1) Look-alikes that old fonts and keyboards leave behind become the letters
 *      they stand for: Ð (U+00D0) and Ɖ (U+0189) are Đ, Ƣ (U+01A2) is Ư.
 *  (2) The tone mark stands on the first vowel of a final oa, oe, uy (hòa) and
 *      on the second when a letter follows (hoàn) or the u belongs to qu (quý).
 *      Both habits of writing are common; neither changes the name.
 *  (3) A syllable whose only vowel is a final y is written with i (Mỹ and Mĩ,
 *      Quý and Quí). After another vowel y and i are different sounds: Thúy is
 *      not Thúi, Tay is not Tai.
 *  (4) One type word is taken off, in front or, in English, behind, when
 *      something is left. Abbreviations need their dot or a space behind them.
 *  (5) Leading zeros of a name that is a number go: Phường 01 is Phường 1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/area_index.h"

struct type_word {
    const char *word; /* folded */
    unsigned types;
};

/* Longer words stand before those they begin with. */
static const struct type_word types_before[] = {
    { "thành phố", TYPE_CITY },
    { "thị trấn", TYPE_TOWNSHIP },
    { "thị xã", TYPE_TOWN },
    { "huyện", TYPE_RURAL },
    { "quận", TYPE_URBAN },
    { "phường", TYPE_WARD },
    { "xã", TYPE_COMMUNE },
    { "tỉnh", TYPE_PROVINCE },
    { "district", TYPE_URBAN | TYPE_RURAL },
    { "ward", TYPE_WARD },
    { "t.p.", TYPE_CITY },
    { "t.p", TYPE_CITY },
    { "tp.", TYPE_CITY },
    { "tp", TYPE_CITY },
    { "t.x.", TYPE_TOWN },
    { "t.x", TYPE_TOWN },
    { "tx.", TYPE_TOWN },
    { "tx", TYPE_TOWN },
    { "t.t.", TYPE_TOWNSHIP },
    { "t.t", TYPE_TOWNSHIP },
    { "tt.", TYPE_TOWNSHIP },
    { "tt", TYPE_TOWNSHIP },
    { "h.", TYPE_RURAL },
    { "q.", TYPE_URBAN },
    { "p.", TYPE_WARD },
    { "x.", TYPE_COMMUNE },
};

static const struct type_word types_behind[] = {
    { "province", TYPE_PROVINCE },
    { "city", TYPE_CITY },
    { "district", TYPE_URBAN | TYPE_RURAL },
    { "commune", TYPE_COMMUNE },
    { "ward", TYPE_WARD },
    { "township", TYPE_TOWNSHIP },
    { "town", TYPE_TOWN | TYPE_TOWNSHIP },
};

/* Taken off for suggestions only: without marks "xa" may be a name's own. */
static const struct type_word types_unmarked[] = {
    { "thanh pho", 0 }, { "thi tran", 0 }, { "thi xa", 0 }, { "huyen", 0 },
    { "quan", 0 },      { "phuong", 0 },   { "xa", 0 },     { "tinh", 0 },
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Where the name goes on behind [type], or NULL when it is not there. */
static const char *behind_word(const char *name, const char *type)
{
    size_t length = strlen(type);
    if (strncmp(name, type, length) != 0)
        return NULL;
    bool dotted = type[length - 1] == '.';
    const char *rest = name + length;
    if (*rest == ' ')
        rest++;
    else if (!dotted)
        return NULL;
    return *rest == '\0' ? NULL : rest;
}

static const char *strip_before(const char *name, const struct type_word *types,
                                size_t count, unsigned *found)
{
    for (size_t i = 0; i < count; i++) {
        const char *rest = behind_word(name, types[i].word);
        if (rest != NULL) {
            *found = types[i].types;
            return rest;
        }
    }
    return name;
}

/* Cuts an English type word off the end. */
static void strip_behind(char *name, unsigned *found)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < COUNT(types_behind); i++) {
        size_t word = strlen(types_behind[i].word);
        if (length < word + 2 || name[length - word - 1] != ' ' ||
            strcmp(name + length - word, types_behind[i].word) != 0)
            continue;
        name[length - word - 1] = '\0';
        *found = types_behind[i].types;
        return;
    }
}

/* --- letters ------------------------------------------------------------- */

/* The five tone marks on the vowels that rules (2) and (3) move or change;
 * column 0 is the bare letter. */
static const unsigned toned[][6] = {
    { 'a', 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1 },
    { 'e', 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9 },
    { 'i', 0xEC, 0xED, 0x1EC9, 0x129, 0x1ECB },
    { 'o', 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD },
    { 'u', 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5 },
    { 'y', 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5 },
};

struct letter {
    char base; /* a e i o u y, 0 for all others */
    unsigned tone;
};

static struct letter letter_of(unsigned point)
{
    for (size_t i = 0; i < COUNT(toned); i++)
        for (unsigned tone = 0; tone < 6; tone++)
            if (toned[i][tone] == point)
                return (struct letter){ (char)toned[i][0], tone };
    return (struct letter){ 0, 0 };
}

static unsigned point_of(char base, unsigned tone)
{
    for (size_t i = 0; i < COUNT(toned); i++)
        if (toned[i][0] == (unsigned char)base)
            return toned[i][tone];
    return (unsigned char)base;
}

/* Beyond ASCII all is a letter that can stand in a name, or near enough. */
static bool is_letter(unsigned point)
{
    return (point >= 'a' && point <= 'z') || point >= 0xC0;
}

static bool is_vowel(unsigned point)
{
    /* â ă ê ô ơ ư and their tones: the vowels beyond ASCII but for đ. */
    return letter_of(point).base != 0 || (point >= 0xC0 && point != 0x111);
}

/* Rule (2) on one syllable. */
static void place_tone(unsigned *s, size_t count)
{
    for (size_t i = 0; i + 1 < count; i++) {
        struct letter first = letter_of(s[i]), second = letter_of(s[i + 1]);
        bool pair = (first.base == 'o' && second.base == 'a') ||
                    (first.base == 'o' && second.base == 'e') ||
                    (first.base == 'u' && second.base == 'y');
        if (!pair || (first.tone != 0) == (second.tone != 0))
            continue;
        bool behind = i + 2 < count || (i > 0 && s[i - 1] == 'q');
        unsigned tone = first.tone + second.tone;
        s[i] = point_of(first.base, behind ? 0 : tone);
        s[i + 1] = point_of(second.base, behind ? tone : 0);
    }
}

/* Rule (3) on one syllable. */
static void fold_final_y(unsigned *s, size_t count)
{
    struct letter last = letter_of(s[count - 1]);
    if (last.base != 'y')
        return;
    bool after_qu = count > 2 && s[count - 2] == 'u' && s[count - 3] == 'q';
    if (count == 1 || after_qu || !is_vowel(s[count - 2]))
        s[count - 1] = point_of('i', last.tone);
}

static void each_syllable(unsigned *points, size_t count)
{
    for (size_t from = 0; from < count;) {
        size_t to = from;
        while (to < count && is_letter(points[to]))
            to++;
        if (to > from) {
            place_tone(points + from, to - from);
            fold_final_y(points + from, to - from);
        }
        from = to + 1;
    }
}

/* --- the key ------------------------------------------------------------- */

/* Rule (1), and one sign for each of the dashes and apostrophes. */
static unsigned look_alike(unsigned point)
{
    switch (point) {
    case 0xD0:
    case 0xF0:
    case 0x189:
    case 0x256:
        return 0x111; /* đ */
    case 0x1A2:
    case 0x1A3:
        return 0x1B0; /* ư */
    case 0x2018:
    case 0x2019:
    case 0x2BC:
    case 0xB4:
    case '`':
        return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return '-';
    default:
        return point;
    }
}

/* Dashes between words become spaces: Thừa Thiên - Huế. Between digits they
 * stay, as in a town named after a day: 1-5. */
static char *spread_dashes(struct arena *arena, char *key)
{
    bool any = false;
    for (char *c = key; *c != '\0'; c++) {
        bool digit_before = c > key && c[-1] >= '0' && c[-1] <= '9';
        bool digit_after = c[1] >= '0' && c[1] <= '9';
        if (*c == '-' && !(digit_before && digit_after)) {
            *c = ' ';
            any = true;
        }
    }
    return any ? text_fold(arena, key) : key;
}

static char *fold_letters(struct arena *arena, const char *written)
{
    struct text text = text_new();
    size_t left = strlen(written), taken;
    unsigned point;
    for (; (taken = text_decode(written, left, &point)) > 0;
         written += taken, left -= taken)
        text_encode(&text, look_alike(point));
    char *folded = text_fold(arena, text.bytes);
    text_free(&text);
    return spread_dashes(arena, folded);
}

static char *settle_syllables(struct arena *arena, const char *name)
{
    size_t left = strlen(name), taken, count = 0;
    unsigned *points = arena_array(arena, left + 1, unsigned);
    for (; (taken = text_decode(name, left, &points[count])) > 0; count++) {
        name += taken;
        left -= taken;
    }
    each_syllable(points, count);
    struct text text = text_new();
    for (size_t i = 0; i < count; i++)
        text_encode(&text, points[i]);
    char *settled = arena_copy(arena, text.bytes, text.length);
    text_free(&text);
    return settled;
}

/* Rule (5). */
static const char *without_zeros(const char *name)
{
    if (name[strspn(name, "0123456789")] != '\0')
        return name;
    while (name[0] == '0' && name[1] != '\0')
        name++;
    return name;
}

struct area_reading area_read_name(struct arena *arena, const char *written)
{
    struct area_reading reading = { NULL, 0 };
    char *name = fold_letters(arena, written);
    const char *rest =
        strip_before(name, types_before, COUNT(types_before), &reading.types);
    if (rest == name)
        strip_behind(name, &reading.types);
    reading.key = settle_syllables(arena, without_zeros(rest));
    return reading;
}

unsigned area_read_type(struct arena *arena, const char *written)
{
    const char *type = fold_letters(arena, written);
    for (size_t i = 0; i < COUNT(types_before); i++) {
        size_t length = strlen(types_before[i].word);
        if (strncmp(type, types_before[i].word, length) == 0 &&
            (type[length] == '\0' || type[length] == ' '))
            return types_before[i].types;
    }
    for (size_t i = 0; i < COUNT(types_behind); i++)
        if (strcmp(type, types_behind[i].word) == 0)
            return types_behind[i].types;
    return 0;
}

unsigned area_tiers_of(unsigned types)
{
    unsigned tiers = 0;
    if (types & (TYPE_PROVINCE | TYPE_CITY))
        tiers |= 1u << TIER_PROVINCE;
    if (types & (TYPE_CITY | TYPE_URBAN | TYPE_RURAL | TYPE_TOWN))
        tiers |= 1u << TIER_DISTRICT;
    if (types & (TYPE_WARD | TYPE_TOWNSHIP | TYPE_COMMUNE))
        tiers |= 1u << TIER_COMMUNE;
    return tiers;
}

char *area_name_key(struct arena *arena, const char *written,
                    enum tier *implied)
{
    struct area_reading reading = area_read_name(arena, written);
    if (implied != NULL) {
        *implied = TIER_NONE;
        for (int tier = TIER_COUNTRY; tier < TIER_COUNT; tier++)
            if (area_tiers_of(reading.types) == 1u << tier)
                *implied = (enum tier)tier;
    }
    return reading.key;
}

char *area_bare_key(struct arena *arena, const char *key)
{
    unsigned types = 0;
    char *bare = text_plain(arena, key);
    const char *rest =
        strip_before(bare, types_unmarked, COUNT(types_unmarked), &types);
    return bare + (rest - bare);
}
