#!/usr/bin/env bash
# What action.yml runs: installs the tool where it lies, without the tools of its makers, and checks the lessons with it.
# Environment: TOOL (folder of the tool), CONTENT, FORMAT, ARGUMENTS (one a line, none of them read by the shell).
set -euo pipefail

if [ ! -f "$TOOL/dist/cli.js" ]; then
  npm ci --prefix "$TOOL" --no-audit --no-fund --silent
fi
arguments=()
while IFS= read -r line; do
  if [ -n "$line" ]; then arguments+=("$line"); fi
done <<<"${ARGUMENTS:-}"
exec node "$TOOL/bin/pshe.js" check --content "$CONTENT" --format "$FORMAT" ${arguments[@]+"${arguments[@]}"}
