#!/usr/bin/env python3
"""How often areas that are all alike are called better or worse.

    tests/bench/false_words.py [REPETITIONS]

Draws families of areas with one common chance, asks `hoctap compare --table`
for its words, and prints for each cell the share of families in which any area
is called better or worse (after the adjustment that should be 5 % at most), and
the share of areas outside the 95 % and the 99.8 % funnel. The seed is fixed.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import bisect
import csv
import io
import itertools
import math
import os
import random
import subprocess
import sys

HOCTAP = os.environ.get("HOCTAP", "build/hoctap")
REPETITIONS = int(sys.argv[1]) if len(sys.argv) > 1 else 1000


def chances(n, p):
    """The distribution of a count: its lowest value, its cumulated chances."""
    centre, reach = n * p, 12 * math.sqrt(n * p * (1 - p)) + 12
    low, high = max(0, int(centre - reach)), min(n, int(centre + reach))
    logs = [math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
            + k * math.log(p) + (n - k) * math.log1p(-p)
            for k in range(low, high + 1)]
    return low, list(itertools.accumulate(map(math.exp, logs)))


def draw(table):
    low, sums = table
    return low + bisect.bisect(sums, random.random() * sums[-1])


def words(sizes, tables, kind):
    text = "subgroup,numerator,denominator\n" + "".join(
        f"{i},{draw(tables[n])},{n}\n" for i, n in enumerate(sizes))
    run = subprocess.run([HOCTAP, "compare", "--table", "-", "--kind", kind,
                          "--format", "csv"], input=text, text=True,
                         capture_output=True, check=True)
    return list(csv.DictReader(io.StringIO(run.stdout)))


def cell(areas, n, p, kind, uneven):
    sizes = [n] * areas
    if uneven:  # one area holds nearly half of all
        sizes[0] = round(0.46 / 0.54 * n * (areas - 1))
    tables = {size: chances(size, p) for size in set(sizes)}
    alarms = outer = far = total = 0
    for _ in range(REPETITIONS):
        rows = words(sizes, tables, kind)
        alarms += any(row["verdict"] in ("better", "worse") for row in rows)
        for row in rows:
            total += 1
            outer += row["funnel"] not in ("", "within")
            far += row["funnel"].endswith("99.8")
    funnel = f"{outer / total:8.4f} {far / total:8.4f}" if areas >= 12 else ""
    print(f"{areas:5} {n:7} {p:6} {'uneven' if uneven else 'equal':7}"
          f" {alarms / REPETITIONS:8.4f} {funnel}", flush=True)


def main():
    random.seed(49)
    print("areas       n      p sizes      alarm  beyond95 beyond99.8")
    for areas, n, p in itertools.product((5, 13, 104), (60, 400, 70000),
                                         (0.75, 0.97)):
        cell(areas, n, p, "proportion", False)
    for n, p in itertools.product((60, 400), (0.75, 0.97)):
        cell(13, n, p, "proportion", True)


if __name__ == "__main__":
    main()
