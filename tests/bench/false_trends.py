#!/usr/bin/env python3
"""How often a flat series is called rising or falling, and how often a forecast
of a random walk with drift holds what came.

    tests/bench/false_trends.py [SERIES]

Asks `hoctap trend --table` with all series of a cell in one file.

 - Flat proportions of .75 and .97 whose chance moves by one point (one standard
   deviation) from year to year for no reason, on top of binomial sampling: the
   share called rising or falling with --material 0, by the indicator's own test
   and by ranks (--noise none). The last rows have years of unequal size.
 - Random walks with drift seen for 4 to 12 years, as values and as proportions
   of n whose logit walks: the share of 95 % limits that hold the true level one
   to five years on.

The seed is fixed. SERIES (2000) per cell: the error of a share of 5 % is .5 %.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import io
import math
import os
import random
import subprocess
import sys

HOCTAP = os.environ.get("HOCTAP", "build/hoctap")
SERIES = int(sys.argv[1]) if len(sys.argv) > 1 else 2000


def binomial(n, p):
    """By the distances between the rarer kind, or the normal curve when both
    kinds are many: rounding is then far below the noise of a year."""
    spread = n * p * (1 - p)
    if spread > 400:
        return min(n, max(0, round(random.gauss(n * p, math.sqrt(spread)))))
    rare = min(p, 1 - p)
    if rare == 0:
        return round(n * p)
    found, at, step = -1, 0, math.log1p(-rare)
    while at <= n:
        at += 1 + int(math.log(1 - random.random()) / step)
        found += 1
    return found if rare == p else n - found


def trends(rows, head, *options):
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(head)
    out.writerows(rows)
    run = subprocess.run([HOCTAP, "trend", "--table", "-", "--format", "csv",
                          *options], input=text.getvalue(), text=True,
                         capture_output=True, check=True)
    return list(csv.DictReader(io.StringIO(run.stdout)))


COUNTS = ("series", "period", "numerator", "denominator")


def flat(years, size, p):
    rows = []
    for s in range(SERIES):
        for year in range(years):
            n = size()
            at = min(1, max(0, random.gauss(p, 0.01)))
            rows.append((s, 2010 + year, binomial(n, at), n))
    return rows


def false_words(rows, *options):
    found = trends(rows, COUNTS, *options)
    return sum(r["direction"] in ("rising", "falling") for r in found) / SERIES


def walk_values(years, ahead):
    rows, truth = [], []
    for s in range(SERIES):
        y, drift = random.uniform(-50, 50), random.gauss(0, 1)
        for year in range(years):
            rows.append((s, 2010 + year, repr(y)))
            y += random.gauss(drift, 1)
        for _ in range(ahead - 1):
            y += random.gauss(drift, 1)
        truth.append(y)
    return rows, truth


def walk_counts(years, ahead, n):
    rows, truth = [], []
    for s in range(SERIES):
        y, drift = random.uniform(-1, 2), random.gauss(0, 0.05)
        for year in range(years):
            rows.append((s, 2010 + year, binomial(n, 1 / (1 + math.exp(-y))), n))
            y += random.gauss(drift, 0.1)
        for _ in range(ahead - 1):
            y += random.gauss(drift, 0.1)
        truth.append(1 / (1 + math.exp(-y)))
    return rows, truth


def coverage(rows, truth, head, years, ahead):
    found = trends(rows, head, "--to", str(2010 + years - 1 + ahead))
    return sum(float(r["forecast_lower"]) <= t <= float(r["forecast_upper"])
               for r, t in zip(found, truth)) / SERIES


def main():
    random.seed(77)
    print("flat proportions, called rising or falling")
    print("years       n     p   own test  ranks")
    for years in range(5, 11):
        for size in (400, 7000, 70000):
            for p in (0.75, 0.97):
                rows = flat(years, lambda: size, p)
                print(f"{years:5} {size:7} {p:5}   {false_words(rows):.4f}"
                      f"   {false_words(rows, '--noise', 'none'):.4f}", flush=True)
    for years in (5, 7, 10):
        for p in (0.75, 0.97):
            rows = flat(years, lambda: round(math.exp(random.uniform(
                math.log(400), math.log(70000)))), p)
            print(f"{years:5} 400..70k {p:4}   {false_words(rows):.4f}"
                  f"   {false_words(rows, '--noise', 'none'):.4f}", flush=True)
    print("random walks with drift, limits that hold the level 1 to 5 years on")
    print("years  kind       +1     +2     +3     +4     +5")
    for years in (4, 5, 6, 8, 12):
        for name, make, head in (
                ("values", walk_values, ("series", "period", "value")),
                ("n 400", lambda y, a: walk_counts(y, a, 400), COUNTS),
                ("n 70000", lambda y, a: walk_counts(y, a, 70000), COUNTS)):
            shares = [coverage(*make(years, a), head, years, a)
                      for a in range(1, 6)]
            print(f"{years:5}  {name:8}",
                  "".join(f" {share:.4f}" for share in shares), flush=True)


if __name__ == "__main__":
    main()
