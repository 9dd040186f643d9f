#!/bin/sh
# The bulk job beside DuckDB: the same file, the same sums, the same number of
# threads, runs in turn. Prints medians and their ratio, judges nothing; ends
# with 1 when the sums differ.
#
#   ROWS=20000000 THREADS=2 RUNS=5    how much
#   DUCKDB_LIB=path/libduckdb.so      the rival; nothing is downloaded here
#   ROWS_FILE=path                    a file that is there already
hoctap=${HOCTAP:-build/hoctap}
bench=${BENCH:-build/bench}
rows=${ROWS:-20000000} threads=${THREADS:-2} runs=${RUNS:-5}
duckdb=${DUCKDB_LIB:-}
columns=area,period,quantity,sex
out=$(mktemp -d "${TMPDIR:-/tmp}/hoctap-bulk.XXXXXX")
trap 'rm -rf "$out"' EXIT

file=${ROWS_FILE:-$out/rows.csv}
[ -f "$file" ] || "$bench/bulk_rows" "$rows" > "$file" || exit 3

time_of() { # seconds of a command, added to the list [1]
    list=$1; shift
    begin=$(date +%s.%N); "$@" || exit 3; end=$(date +%s.%N)
    echo "$end $begin" | awk '{ printf "%.3f\n", $1 - $2 }' >> "$out/$list"
}
median() { sort -n "$out/$1" | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'; }
ours() { "$hoctap" import "$file" --sum-by $columns --threads "$threads" -o "$out/ours.csv"; }
theirs() { "$bench/duck_sum" "$duckdb" "$file" "$out/theirs.csv" "$threads"; }
miller() { mlr --csv stats1 -a sum,count -f value -g $columns "$file" > "$out/miller.csv"; }
plain() { # doubles written alike: 83849.0 and 83849
    awk -F, -v OFS=, 'NR > 1 { $5 = sprintf("%.17g", $5) } 1' "$1"
}

if [ -n "$duckdb" ] && [ ! -f "$duckdb" ]; then
    echo "bulk: DUCKDB_LIB=$duckdb is not there" >&2; exit 3
fi
echo "bulk: $(wc -c < "$file") bytes, $threads threads, $runs runs in turn, medians; load $(cut -d' ' -f1 /proc/loadavg)"
cat "$file" > /dev/null # warm
for i in $(seq "$runs"); do
    time_of ours.times ours
    [ -z "$duckdb" ] || time_of theirs.times theirs
done
echo "  hoctap  $(median ours.times) s  ($(sort -n "$out/ours.times" | tr '\n' ' '))"
if [ -z "$duckdb" ]; then
    echo "  no DuckDB to compare with: set DUCKDB_LIB to its libduckdb.so (see tests/bench/README.md)"
else
    echo "  DuckDB  $(median theirs.times) s  ($(sort -n "$out/theirs.times" | tr '\n' ' '))"
    echo "$(median theirs.times) $(median ours.times)" |
        awk '{ printf "  ratio of medians DuckDB / hoctap: %.2f\n", $1 / $2 }'
    paste "$out/theirs.times" "$out/ours.times" | awk '{ print $1 / $2 }' | sort -n |
        awk '{ t[NR] = $1 } END { printf "  median ratio of the pairs: %.2f (%.2f to %.2f)\n", t[int((NR + 1) / 2)], t[1], t[NR] }'
    plain "$out/ours.csv" > "$out/ours.plain"
    plain "$out/theirs.csv" | cmp - "$out/ours.plain" || { echo "bulk: the sums differ" >&2; exit 1; }
    echo "  the sums agree: $(($(wc -l < "$out/ours.csv") - 1)) groups"
fi
if command -v mlr > /dev/null; then
    time_of miller.times miller
    echo "  Miller  $(median miller.times) s, one run"
fi
