#!/bin/sh
# The road at the size of a country: a tidy project is made (project_rows.c) and
# read, computed and compared; awk adds up the same files in the same run.
# Seconds and peak memory; no verdicts. COMMUNES and YEARS set the size.
hoctap=${HOCTAP:-build/hoctap}
bench=${BENCH:-build/bench}
communes=${COMMUNES:-10600}
years=${YEARS:-14}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

measured() { # what, command...: prints what, seconds and MiB; keeps the seconds
    what=$1; shift
    python3 - "$out/seconds" "$@" <<'PY'
import resource, subprocess, sys, time
begin = time.time()
status = subprocess.run(sys.argv[2:], stderr=subprocess.DEVNULL,
                        stdout=subprocess.DEVNULL).returncode
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
open(sys.argv[1], "w").write("%.2f %.0f %d" % (time.time() - begin, peak, status))
PY
    read -r seconds peak status < "$out/seconds"
    [ "$status" -le 1 ] || echo "  failed with status $status:"
    printf '  %-34s %8s s %6s MiB\n' "$what" "$seconds" "$peak"
}

"$bench/project_rows" "$communes" "$years" "$out/p" || exit 1
rows=$(cat "$out"/p/exports/*.csv | wc -l)
last=$((2012 + years - 1))
echo "a project of $communes communes, $years years, $rows rows:"
measured 'rival: awk, sums and ratios only' sh -c "
    '$hoctap' list indicators --format csv |
    awk -F, 'NR > 1 && \$5 ~ /^[a-z_]+\$/ && (\$6 == \"\" || \$6 ~ /^[a-z_]+\$/) {
        print \$1 \",\" \$5 \",\" \$6 \",\" \$7 }' > '$out/all'
    cut -d, -f3 '$out/p/exports/2012.csv' | sort -u > '$out/known'
    awk -F, 'NR == FNR { k[\$1] = 1; next } k[\$2] && (\$3 == \"\" || k[\$3])' \
        '$out/known' '$out/all' > '$out/pairs'
    awk -F, -f tests/bench/road.awk '$out/pairs' '$out/p/areas.csv' \
        '$out'/p/exports/*.csv > '$out/rival.csv'"
rival=$seconds
measured 'import' "$hoctap" import "$out/p" -o "$out/observations.csv"
measured 'import, compute all' "$hoctap" compute "$out/p" -o "$out/all.csv"
echo "$rival $seconds" | awk '{ printf "    awk / hoctap: %.2f\n", $1 / $2 }'
measured 'import, compute one indicator' "$hoctap" compute "$out/p" \
    -i member_rate -o "$out/one.csv"
measured 'import, compare one year' "$hoctap" compare "$out/p" -p "$last" \
    -o "$out/compare.csv"
echo '  from the facts on, each in a process of its own:'
"$bench/road_steps" "$out/p" "$last" -o "$out/steps.csv"
cmp "$out/steps.csv" "$out/all.csv"
echo "  $(wc -l < "$out/all.csv") values of" \
    "$(cut -d, -f1 "$out/all.csv" | sort -u | wc -l) indicators (a head each)"
