#!/bin/sh
# Figures, no verdicts: many trends in one run beside gnuplot alone, which reads
# the same scripts, saved before, in one process and checks nothing. The two are
# measured in turn; the medians and their ratio are printed.
bench=${BENCH:-build/bench}
charts=${CHARTS:-500}
runs=${RUNS:-9}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

median() { sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'; }

mkdir "$out/scripts" "$out/ours" "$out/rival"
KEEP=1 "$bench/draw_trends" "$charts" "$out/scripts" >/dev/null || exit 1
cat "$out/scripts"/*.gp > "$out/all.gp"
for i in $(seq "$runs"); do
    "$bench/draw_trends" "$charts" "$out/ours" >> "$out/ours.s" || exit 1
    begin=$(date +%s.%N)
    (cd "$out/rival" && gnuplot -d ../all.gp) || exit 1
    date +%s.%N | awk -v b="$begin" '{ printf "%.4f\n", $1 - b }' >> "$out/rival.s"
    paste "$out/ours.s" "$out/rival.s" | tail -1 |
        awk '{ printf "%.3f\n", $1 / $2 }' >> "$out/ratio"
done
echo "$charts trends as SVG, $runs runs in turn, medians:"
echo "  hoctap's charts room, $(ls "$out/ours"/*.svg | wc -l) pictures checked and finished: $(median < "$out/ours.s") s"
echo "  gnuplot alone, the same scripts in one process: $(median < "$out/rival.s") s"
echo "  ratio, median of the pairs: $(median < "$out/ratio")"
