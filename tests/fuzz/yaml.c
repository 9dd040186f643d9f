/*
 * yaml.c - definition files of random bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/yaml.h"
#include "engine/base/arena.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size);
int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct arena *arena = arena_new();
    struct fault fault = { 0 };
    struct yaml *tree;
    const char *text = arena_copy(arena, (const char *)bytes, size);
    if (!yaml_parse(&tree, "fuzz", text, size, arena, &fault) &&
        fault.code == FAULT_NONE)
        __builtin_trap(); /* a failure without a word */
    arena_free(arena);
    return 0;
}
