#!/usr/bin/env bash
# The check of the composite action: inputs come as INPUT_* variables, the exit status is claimcheck's own.
set -uo pipefail

arguments=()
[ -n "${INPUT_POLICY:-}" ] && arguments+=(--policy "$INPUT_POLICY")
[ -n "${INPUT_FAIL_ON:-}" ] && arguments+=(--fail-on "$INPUT_FAIL_ON")
[ -n "${INPUT_BASELINE:-}" ] && arguments+=(--baseline "$INPUT_BASELINE")
[ -n "${INPUT_DIFF:-}" ] && arguments+=(--diff "$INPUT_DIFF")
[ -n "${INPUT_EVIDENCE_VERSION:-}" ] && arguments+=(--evidence-version "$INPUT_EVIDENCE_VERSION")
[ -n "${INPUT_SARIF:-}" ] && arguments+=(--report "sarif=$INPUT_SARIF")

summary=
if [ "${INPUT_SUMMARY:-true}" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  summary=$(mktemp)
  arguments+=(--report "markdown=$summary")
fi

while IFS= read -r line; do
  [ -n "$line" ] && arguments+=("$line")
done <<<"${INPUT_ARGUMENTS:-}"

paths=()
while IFS= read -r line; do
  [ -n "$line" ] && paths+=("$line")
done <<<"${INPUT_PATHS:-.}"

status=0
claimcheck file ${arguments[@]+"${arguments[@]}"} -- "${paths[@]}" || status=$?

if [ -n "$summary" ]; then
  # a summary may hold a mebibyte; whole lines up to there
  [ -s "$summary" ] && LC_ALL=C awk '{ size += length($0) + 1 } size > 900000 { print "\n(the rest is in the log)"; exit } { print }' \
    "$summary" >>"$GITHUB_STEP_SUMMARY"
  rm -f "$summary"
fi
[ -n "${GITHUB_OUTPUT:-}" ] && echo "status=$status" >>"$GITHUB_OUTPUT"
exit "$status"
