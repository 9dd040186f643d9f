# SPDX-License-Identifier: GPL-3.0-or-later
# The numbers of a report's tables against the files beside it. Reads
# indicators.csv, equity.csv and report.html, in that order; needs PERIOD, as in
# the files.
#
#  (1) A row of the main table is a row of the root in indicators.csv: value, the
#      year before, change, numerator, denominator and plan are of one line. The
#      change of an amount is 100 x change / previous.
#  (2) A cell of a table of areas is a value of that area.
#  (3) A measure of evenness is an estimate in equity.csv.
#  (4) In a table of paces the value is the root's; the pace wanted is the way to
#      the target over the years to it; the pace made is the way since the year it
#      names over the years since.
#  (5) In every table the words of a cell are its number, rounded as printed; a
#      cell set as a number that has none says why.
function trouble(what) {
    printf "FAILED  page: %s:%d: %s\n", FILENAME, FNR, what
    failed = 1
}

function near(a, b,    d) {
    d = a - b
    if (d < 0) d = -d
    return d <= 1e-9 * (b < 0 ? 1 - b : 1 + b)
}

# "▼ 1.234,5 (p)" is 1234.5; decimals is set. "" where it is no number.
function spoken(text,    n) {
    gsub(/▲ |▼ |≥ |≤ |= |\+|%| điểm/, "", text)
    sub(/ .*/, "", text)
    gsub(/−/, "-", text)
    gsub(/\./, "", text)
    decimals = 0
    if (match(text, /,[0-9]+$/)) decimals = RLENGTH - 1
    sub(/,/, ".", text)
    return text ~ /^-?[0-9]+(\.[0-9]+)?$/ ? text : ""
}

# (5)
function check_words(text, v,    said, unit) {
    said = spoken(text)
    if (said == "") { trouble("no number: " text); return }
    unit = 10 ^ -decimals
    if (said - v > .5001 * unit || v - said > .5001 * unit)
        trouble(text " is not " v)
}

function check_main(    i, id, row) {
    for (i = 1; i <= roots; i++) {
        row = root[i]
        if (fits(3, value[row]) && fits(5, previous[row]) &&
            fits(2, plan[row]) && fits_percent(4, rate[row]) &&
            (v[7] == "" || fits(7, part[row]) && fits(8, base[row])) &&
            (fits(6, change[row]) || previous[row] > 0 && v[6] != "" &&
             near(v[6], 100 * change[row] / previous[row]))) {
            checked++
            return
        }
    }
    trouble("no such row in indicators.csv: " cell[0])
}
function fits(at, wanted) {
    return v[at] == wanted
}
function fits_percent(at, wanted) {
    return wanted == "" ? v[at] == "" : near(v[at], 100 * wanted)
}

function check_areas(    at, name) {
    name = total ? "" : cell[0]
    sub(/^Thành phố /, "", name) # told from the province by its type
    for (at = 1; at < cells; at++) {
        if (v[at] == "") continue
        checked++
        if (!((name SUBSEP v[at]) in of_area))
            trouble(name " has no value " v[at])
    }
}

function check_pace(    i, row, words, goal, due, since) {
    split(cell[2], words, " ")
    goal = spoken(words[1])
    due = cell[2]
    gsub(/.*\(năm |\).*/, "", due)
    for (i = 1; i <= roots; i++) {
        row = root[i]
        if (value[row] != v[1]) continue
        if (v[4] != "" && !near(v[4], (goal - v[1]) / (due - year))) continue
        since = cell[5]
        gsub(/.*\(từ |\).*/, "", since)
        if (v[5] != "" &&
            !near(v[5], (v[1] - past[id[row], since]) / (year - since))) continue
        checked++
        return
    }
    trouble("no such pace: " cell[0])
}

BEGIN { year = substr(PERIOD, 1, 4) }

FILENAME ~ /indicators.csv$/ {
    split($0, f, ",")
    if (f[6] != "" || f[9] == "") next
    if (f[4] == "province") past[f[1], f[5]] = f[9]
    if (f[5] != PERIOD || f[13] ~ /missing|suppressed/) next
    if (f[4] == "province") of_area["", f[9]]
    if (f[4] == "district") of_area[f[3], f[9]]
    if (f[4] != "province") next
    root[++roots] = FNR
    id[FNR] = f[1]; part[FNR] = f[7]; base[FNR] = f[8]; value[FNR] = f[9]
    previous[FNR] = f[14]; change[FNR] = f[15]; plan[FNR] = f[16]
    rate[FNR] = f[17]
    next
}

FILENAME ~ /equity.csv$/ {
    split($0, f, ",")
    if (f[2] == PERIOD) estimate[f[6]]
    next
}

/^<section id="/ { kind = ""; chapter = $0 }
/^<table/ { kind = $0 ~ /areas/ ? "areas" : "" }
/^<thead/ {
    if ($0 ~ /TH\/KH/) kind = "main"
    else if ($0 ~ /Gini/) kind = "equity"
    else if ($0 ~ /Cần mỗi năm/) kind = "pace"
}
/^<tr/ {
    total = $0 ~ /class="total"/
    cells = split($0, piece, /<t[hd]/) - 1
    for (i = 1; i <= cells; i++) {
        text = piece[i + 1]
        sub(/^[^>]*>/, "", text)
        sub(/<\/t[hd]>.*/, "", text)
        v[i - 1] = ""
        if (match(piece[i + 1], /^[^>]*data-v="[^"]*"/)) {
            v[i - 1] = substr(piece[i + 1], 1, RLENGTH - 1)
            sub(/.*data-v="/, "", v[i - 1])
            if (text ~ /[0-9]/) check_words(text, v[i - 1])
            else trouble("no words for " v[i - 1])
        } else if (kind != "pace" && piece[i + 1] ~ /^ class="r/ &&
                   text !~ /^(|–|…|\*|x)$/)
            trouble("words set as a number: " text)
        cell[i - 1] = text
    }
    if (kind == "main") check_main()
    else if (kind == "areas") check_areas()
    else if (kind == "pace") check_pace()
    else if (kind == "equity")
        for (i = 1; i < cells; i++) {
            if (v[i] == "") continue
            checked++
            if (!(v[i] in estimate)) trouble("no such estimate: " v[i])
        }
}

END {
    printf "%s  %4d  page.sh %s\n", failed ? "FAILED" : "ok    ", checked, PERIOD
    exit failed || checked < 10
}
