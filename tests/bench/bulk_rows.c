/*
 * bulk_rows.c - the file of the bulk benchmark: bulk_rows N > rows.csv.
 *
 * N rows of area, period, quantity, sex, age and value: 10,600 areas, 14 years,
 * 6 quantities; neighbouring rows lie in distant areas, on purpose. The same N
 * gives the same bytes everywhere: values are the upper twelve bits of the
 * Mersenne Twister MT19937, seeded by the array {7} (M. Matsumoto and T.
 * Nishimura, ACM TOMACS 8(1), 1998, and their initialisation of 2002), which is
 * what Python's random.seed(7) and getrandbits(12) give.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { WORDS = 624, MIDDLE = 397, SEED = 7, VALUE_SHIFT = 20 };
enum { AREAS = 10600, STRIDE = 7919, YEARS = 14, AGES = 12 };

struct twister {
    uint32_t words[WORDS];
    int next;
};

static uint32_t mixed(const uint32_t *words, int i, uint32_t factor)
{
    return words[i] ^ (words[i - 1] ^ words[i - 1] >> 30) * factor;
}

/* The seeding by an array, for an array of one word. */
static void seed(struct twister *twister, uint32_t word)
{
    uint32_t *words = twister->words;
    int i = 1;
    words[0] = 19650218;
    for (int k = 1; k < WORDS; k++)
        words[k] =
            1812433253u * (words[k - 1] ^ words[k - 1] >> 30) + (uint32_t)k;
    for (int k = 0; k < WORDS; k++) {
        words[i] = mixed(words, i, 1664525) + word;
        if (++i == WORDS) {
            words[0] = words[WORDS - 1];
            i = 1;
        }
    }
    for (int k = 0; k < WORDS - 1; k++) {
        words[i] = mixed(words, i, 1566083941) - (uint32_t)i;
        if (++i == WORDS) {
            words[0] = words[WORDS - 1];
            i = 1;
        }
    }
    words[0] = 0x80000000u;
    twister->next = WORDS;
}

static void turn(uint32_t *words)
{
    for (int i = 0; i < WORDS; i++) {
        uint32_t y =
            (words[i] & 0x80000000u) | (words[(i + 1) % WORDS] & 0x7FFFFFFFu);
        words[i] =
            words[(i + MIDDLE) % WORDS] ^ y >> 1 ^ (y & 1 ? 0x9908B0DFu : 0);
    }
}

static uint32_t next(struct twister *twister)
{
    if (twister->next == WORDS) {
        turn(twister->words);
        twister->next = 0;
    }
    uint32_t y = twister->words[twister->next++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9D2C5680u;
    y ^= y << 15 & 0xEFC60000u;
    return y ^ y >> 18;
}

int main(int argc, char **argv)
{
    static const char *const quantities[] = { "enrolled",          "population",
                                              "members",           "trained",
                                              "learning_families", "families" };
    static struct twister twister;
    long rows = argc == 2 ? atol(argv[1]) : -1;
    if (rows < 0) {
        fprintf(stderr, "usage: bulk_rows N\n");
        return 2;
    }
    seed(&twister, SEED);
    puts("area,period,quantity,sex,age,value");
    for (long i = 0; i < rows; i++)
        printf("%05ld,%ld,%s,%c,%ld,%u\n", i * STRIDE % AREAS + 1,
               2012 + i / AREAS % YEARS, quantities[i % 6], "FM"[i & 1],
               6 + i % AGES, next(&twister) >> VALUE_SHIFT);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 3;
}
