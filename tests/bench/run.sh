#!/bin/sh
# Figures, no verdicts: how long the main job takes and how much memory, and
# how that compares with gnuplot drawing the same pictures from saved scripts.
# A run is worth quoting only beside its rival from the same run.
hoctap=${HOCTAP:-build/hoctap}
runs=${RUNS:-5}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

seconds() { # the median of $runs runs of a command, in seconds
    for i in $(seq "$runs"); do
        begin=$(date +%s.%N); "$@" >/dev/null 2>&1; end=$(date +%s.%N)
        echo "$end $begin" | awk '{ printf "%.3f\n", $1 - $2 }'
    done | sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'
}

echo "main job on the sample, $runs runs, median:"
"$hoctap" run data/sample/thai-binh -o "$out/run" --keep-scripts >/dev/null 2>&1
job=$(seconds "$hoctap" run data/sample/thai-binh -o "$out/run")
echo "  wall $job s"
if command -v /usr/bin/time >/dev/null; then
    /usr/bin/time -f '  peak %M KiB (largest process)' \
        "$hoctap" run data/sample/thai-binh -o "$out/run" 2>&1 >/dev/null | tail -1
else
    python3 - "$hoctap" "$out/run" <<'PY' 2>/dev/null || true
import resource, subprocess, sys
subprocess.run([sys.argv[1], "run", "data/sample/thai-binh", "-o", sys.argv[2]],
               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print("  peak %d KiB (largest process)" % resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
PY
fi
pictures=$(ls "$out/run/charts"/*.svg | wc -l)
cat "$out/run/charts"/*.gp > "$out/all.gp"
rival=$(cd "$out" && seconds gnuplot -d all.gp)
echo "  gnuplot alone drawing the $pictures pictures from saved scripts: $rival s"
echo "$job $rival" | awk '{ printf "  ratio whole job / gnuplot alone: %.2f\n", $1 / $2 }'
