/*
 * export.c - exports of random bytes, read with the shipped layouts, loose and
 * as a file of the sample's project. Whatever comes, the accounts add up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    const char *path = fuzz_file(0, (const char *)bytes, size);
    fuzz_import(fuzz_data(), path, "fuzz-2022.csv", NULL);
    fuzz_import(fuzz_sample(), path, "fuzz-2022.csv", NULL);
    return 0;
}
