#!/bin/sh
# A page for each commune beside the page of one alone: a tidy project is made
# (project_rows.c), and one of ten times as many communes. Processor seconds of
# the program and of gnuplot, and the clock; no verdicts. COMMUNES and YEARS set
# the size.
hoctap=${HOCTAP:-build/hoctap}
bench=${BENCH:-build/bench}
communes=${COMMUNES:-242}
years=${YEARS:-6}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

measured() { # what, command...: prints what and seconds; keeps the processor's
    what=$1; shift
    python3 - "$out/seconds" "$@" <<'PY'
import resource, subprocess, sys, time
begin = time.time()
status = subprocess.run(sys.argv[2:], stderr=subprocess.DEVNULL,
                        stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
open(sys.argv[1], "w").write("%.2f %.2f %.0f %d" % (
    used.ru_utime + used.ru_stime, time.time() - begin,
    used.ru_maxrss / 1024, status))
PY
    read -r seconds clock peak status < "$out/seconds"
    [ "$status" -le 1 ] || echo "  failed with status $status:"
    printf '  %-26s %7s s of processor %7s s %6s MiB\n' \
        "$what" "$seconds" "$clock" "$peak"
}

for count in "$communes" "$((communes * 10))"; do
    "$bench/project_rows" "$count" "$years" "$out/p$count" || exit 1
    echo "$count communes, $years years:"
    measured 'one page' "$hoctap" report "$out/p$count" -a 01000 -o "$out/1.html"
    one=$seconds
    measured 'all pages' "$hoctap" report "$out/p$count" --each commune -o "$out/f"
    echo "$one $seconds $count" | awk '{
        printf "  ratio all / one x communes: %.4f\n", $2 / ($1 * $3)
        printf "  each page beyond the first: %.1f ms\n", 1000 * ($2 - $1) / ($3 - 1) }'
    rm -rf "$out/f" "$out/p$count"
done
