#!/usr/bin/env bash
# Measures commands per second, and how far the view is behind them, through the whole of samples/Cqrs at rising load.
#
#   bench/cqrs.sh [options of `patterns-load cqrs`]
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
pid=

stop() {
  if [ -n "$pid" ]; then kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap stop EXIT

for project in src/Patterns.Local bench/Patterns.Load; do
  dotnet build "$project" -c Release -v quiet -nologo -nodeReuse:false >"$work/log" || { cat "$work/log" >&2; exit 1; }
done

src/Patterns.Local/bin/Release/net10.0/patterns run samples/Cqrs --port 0 --quiet --ready-file "$work/ready.json" >"$work/log" 2>&1 &
pid=$!
until [ -f "$work/ready.json" ]; do
  kill -0 "$pid" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.1
done

value() { sed -n "s/.*\"$1\": \"\(.*\)\".*/\1/p" "$work/ready.json"; }

echo "load average $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores"
bench/Patterns.Load/bin/Release/net10.0/patterns-load cqrs --api "$(value ApiUrl)" "$@"
