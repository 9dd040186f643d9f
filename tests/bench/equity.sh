#!/bin/sh
# Limits of all measures of inequality: 63, 700 and 10,600 areas, 10,000 draws
# at some ten places of the path each, beside an R script that makes 100 draws
# at one.
#
# SPDX-License-Identifier: GPL-3.0-or-later
out=${TMPDIR:-/tmp}/hoctap-bench-equity.$$
mkdir -p "$out" || exit 3
trap 'rm -rf "$out"' EXIT

# Areas of 100 to 300 persons about three quarters, by a generator of its own.
table()
{
    awk -v areas="$1" 'BEGIN {
        x = 12345
        print "subgroup,numerator,denominator"
        for (i = 1; i <= areas; i++) {
            x = (x * 1103515245 + 12345) % 2147483648; n = 100 + x % 201
            x = (x * 1103515245 + 12345) % 2147483648
            printf "a%d,%d,%d\n", i, n * (0.6 + 0.3 * x / 2147483648), n
        }
    }'
}

seconds()
{
    begin=$(date +%s.%N); "$@" >/dev/null 2>&1; end=$(date +%s.%N)
    echo "$end $begin" | awk '{ printf "%.3f", $1 - $2 }'
}

for areas in 63 700 10600; do
    table $areas > "$out/t.csv"
    ours=$(seconds "$HOCTAP" equity --table "$out/t.csv")
    one=$(seconds "$HOCTAP" equity --table "$out/t.csv" --threads 1)
    echo "$areas areas, 10,000 draws: $ours s; one thread: $one s"
    command -v Rscript >/dev/null || continue
    empty=$(seconds Rscript -e 'q()')
    rival=$(seconds Rscript tests/bench/equity_rival.R "$out/t.csv")
    echo "$ours $rival $empty" | awk '{
        printf "  R, 100 draws without its start: %.3f s; ratio %.2f\n",
               $2 - $3, $1 / ($2 - $3) }'
done
