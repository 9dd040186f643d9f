#!/bin/sh
# run.sh BUILD SECONDS TARGET…: fuzzes each target for that long. What it learns
# stays in BUILD/corpus; an input that breaks something is put into BUILD/found.
set -eu
build=$1 seconds=$2
shift 2
mkdir -p "$build/found"
for target in "$@"; do
    seeds=$build/seeds/$target corpus=$build/corpus/$target
    rm -rf "$seeds"
    sh tests/fuzz/seeds.sh "$target" "$seeds"
    mkdir -p "$corpus"
    printf '%s: %s s, ' "$target" "$seconds"
    printf '%s seeds\n' "$(find "$seeds" -type f | wc -l)"
    words=tests/fuzz/$target.dict
    [ -f "$words" ] && words=-dict=$words || words=
    "$build/tests/fuzz/$target" $words -max_total_time="$seconds" \
        -rss_limit_mb=2048 -timeout=20 -close_fd_mask=3 -detect_leaks=1 \
        -print_final_stats=1 -artifact_prefix="$build/found/$target-" \
        "$corpus" "$seeds" >"$build/$target.log" 2>&1 ||
        { grep -av '^#' "$build/$target.log" | tail -n 60; exit 1; }
    grep -aE 'DONE|stat::number_of_executed_units' \
        "$build/$target.log"
done
