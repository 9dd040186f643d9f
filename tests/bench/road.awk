# road.awk - the rival of the road: the same sums and ratios, without intervals,
# verdicts or checks. awk -F, -f road.awk PAIRS areas.csv exports/*.csv
#
# PAIRS has lines of indicator, numerator, denominator, scale.
#
# SPDX-License-Identifier: GPL-3.0-or-later
FNR == 1 { file++; if (file > 2) { put(); delete sum } }
file == 1 { id[++pairs] = $1; above[pairs] = $2; below[pairs] = $3; by[pairs] = $4; next }
file == 2 { if (FNR > 1) parent[$1] = $3; next }
FNR == 1 { next }
{ year = $2; for (a = $1; a != ""; a = parent[a]) sum[a, $3] += $4 }
END { put() }
function put(  a, i, n) {
    if (year == "") return
    for (a in parent)
        for (i = 1; i <= pairs; i++) {
            n = below[i] == "" ? 1 : sum[a, below[i]]
            printf "%s,%s,%s,%.12g\n", id[i], a, year, n ? by[i] * sum[a, above[i]] / n : 0
        }
}
