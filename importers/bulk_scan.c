/*
 * bulk_scan.c - where the cells and lines of a stretch of CSV end.
 *
 *  (1) 64 bytes at a time become four masks of 64 bits, a bit a byte: what ends
 *      a cell, what ends a line, what is odd, what is a carriage return.
 *  (2) The places of the bits are written eight at a time, those beyond the
 *      last being overwritten later: a loop that always runs alike is not
 *      guessed wrong by the processor.
 *  (3) A carriage return is odd unless a line feed follows. The byte after it
 *      is marked, which belongs to the same line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <string.h>

#include "importers/bulk_scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { BLOCK = 64, ZERO_MARK = 1, STEP = 8 };

struct block {
    uint64_t ends, lines, odd, returns;
};

#ifdef __SSE2__

enum { LANE = sizeof(__m128i), LANES = BLOCK / LANE };

static uint64_t bits_of(__m128i mask, int lane)
{
    return (uint64_t)(unsigned)_mm_movemask_epi8(mask) << (lane * LANE);
}

/* (1) */
static inline struct block block_at(const char *text, char delimiter)
{
    struct block block = { 0, 0, 0, 0 };
    const __m128i cell = _mm_set1_epi8(delimiter), line = _mm_set1_epi8('\n'),
                  cr = _mm_set1_epi8('\r'), quote = _mm_set1_epi8('"'),
                  zero = _mm_set1_epi8(ZERO_MARK);
    for (int i = 0; i < LANES; i++) {
        __m128i bytes =
            _mm_loadu_si128((const __m128i *)(const void *)(text + i * LANE));
        __m128i lines = _mm_cmpeq_epi8(bytes, line);
        __m128i ends = _mm_or_si128(lines, _mm_cmpeq_epi8(bytes, cell));
        __m128i zeros = _mm_cmpeq_epi8(_mm_min_epu8(bytes, zero), bytes);
        __m128i odd = _mm_or_si128(zeros, _mm_cmpeq_epi8(bytes, quote));
        block.lines |= bits_of(lines, i);
        block.ends |= bits_of(ends, i);
        block.odd |= bits_of(odd, i);
        block.returns |= bits_of(_mm_cmpeq_epi8(bytes, cr), i);
    }
    return block;
}

#else

/* (1) */
static struct block block_at(const char *text, char delimiter)
{
    struct block block = { 0, 0, 0, 0 };
    for (int i = 0; i < BLOCK; i++) {
        char c = text[i];
        block.lines |= (uint64_t)(c == '\n') << i;
        block.ends |= (uint64_t)(c == '\n' || c == delimiter) << i;
        block.odd |= (uint64_t)(c == '"' || (unsigned char)c <= ZERO_MARK) << i;
        block.returns |= (uint64_t)(c == '\r') << i;
    }
    return block;
}

#endif

/* The usual sum in halves: the builtin calls a function on old processors. */
static inline size_t bits_in(uint64_t bits)
{
    bits -= bits >> 1 & UINT64_C(0x5555555555555555);
    bits = (bits & UINT64_C(0x3333333333333333)) +
           (bits >> 2 & UINT64_C(0x3333333333333333));
    bits = (bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    return (size_t)(bits * UINT64_C(0x0101010101010101) >> 56);
}

/* (2) Writes where the bits stand; returns how many there were. */
static inline size_t put_places(uint32_t *to, uint64_t bits, uint32_t from)
{
    const uint64_t any = UINT64_C(1) << (BLOCK - 1);
    size_t count = bits_in(bits);
    for (size_t done = 0; done < count; done += STEP)
        for (size_t i = 0; i < STEP; i++) {
            /* Past the last bit the place means nothing. */
            to[done + i] = from + (uint32_t)__builtin_ctzll(bits | any);
            bits &= bits - 1;
        }
    return count;
}

void bulk_scan(struct bulk_marks *out, const char *text, size_t length,
               char delimiter)
{
    assert(length <= BULK_WINDOW);
    uint64_t carried = 0;      /* the block before ended in a carriage return */
    out->ends[0] = UINT32_MAX; /* one before the first byte */
    out->end_count = 1;
    out->line_count = out->odd_count = 0;
    for (size_t at = 0; at < length; at += BLOCK) {
        struct block block = block_at(text + at, delimiter);
        uint64_t after = block.returns << 1 | carried; /* (3) */
        carried = block.returns >> (BLOCK - 1);
        block.odd |= after & ~block.lines;
        if (length - at < BLOCK) {
            uint64_t inside = (UINT64_C(1) << (length - at)) - 1;
            block.ends &= inside;
            block.lines &= inside;
            block.odd &= inside;
        }
        for (uint64_t bits = block.lines; bits != 0; bits &= bits - 1)
            out->lines[out->line_count++] =
                (uint32_t)at + (uint32_t)__builtin_ctzll(bits);
        out->end_count +=
            put_places(out->ends + out->end_count, block.ends, (uint32_t)at);
        if (block.odd != 0)
            out->odd_count +=
                put_places(out->odd + out->odd_count, block.odd, (uint32_t)at);
    }
}

size_t bulk_count(const char *text, size_t length, char byte)
{
    const uint64_t all = UINT64_C(0x0101010101010101);
    const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F);
    size_t count = 0, at = 0;
    for (uint64_t word; at + sizeof word <= length; at += sizeof word) {
        memcpy(&word, text + at, sizeof word);
        word ^= all * (unsigned char)byte;
        /* The upper bit of every byte that is zero now. */
        word = ~(((word & low) + low) | word | low);
        count += (word >> 7) * all >> 56;
    }
    for (; at < length; at++)
        count += text[at] == byte;
    return count;
}

size_t bulk_lines(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += text[i] == '\n' ||
                 (text[i] == '\r' && i + 1 < length && text[i + 1] != '\n');
    return count + (length > 0 && text[length - 1] == '\r');
}
