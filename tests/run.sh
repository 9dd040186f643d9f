#!/bin/sh
# Runs the test programs given, one after another, and counts what happened.
# WRAP goes before each program (valgrind); the output of a failing one is shown.
passed=0 failed=0 skipped=0
HOCTAP_TEST_FOLDER=$(mktemp -d)
export HOCTAP_TEST_FOLDER
log=$HOCTAP_TEST_FOLDER/log
trap 'rm -rf "$HOCTAP_TEST_FOLDER"' EXIT
for program in "$@"; do
    if ${WRAP:-} "$program" >"$log" 2>&1; then status=ok; else status=FAILED; fi
    p=$(grep -c '^\[       OK \]' "$log")
    s=$(grep -c '^\[  SKIPPED \] [a-z]' "$log")
    f=$(grep -c '^\[  FAILED  \] [a-z]' "$log")
    if [ "$status" = FAILED ] && [ "$f" -eq 0 ]; then f=1; fi
    if [ "$status" = FAILED ]; then f=$(( f > 1 ? f / 2 + f % 2 : f )); cat "$log"; fi
    grep '^skipped:' "$log"
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
    printf '%-7s %4d  %s\n' "$status" "$p" "${program#*tests/}"
done
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
