#!/usr/bin/env bash
# Measures, on a sample that is already built: the time from the start of `patterns run` to its ready file, and the
# memory of the runner and of its function processes when nothing has happened for ten seconds.
#
#   bench/startup.sh [sample] [runs]      default: samples/FanOut, 5 runs
set -euo pipefail
cd "$(dirname "$0")/.."

sample=${1:-samples/FanOut}
runs=${2:-5}
idle=10
runner=src/Patterns.Local/bin/Release/net10.0/patterns
work=$(mktemp -d)
pid=

stop() {
  if [ -n "$pid" ]; then kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; fi
  pid=
}
trap 'stop; rm -rf "$work"' EXIT

# start: leaves the milliseconds from the start of the process to the ready file in $elapsed
start() {
  local begin
  rm -f "$work/ready.json"
  begin=$(date +%s%N)
  "$runner" run "$sample" --port 0 --quiet --ready-file "$work/ready.json" >"$work/log" 2>&1 &
  pid=$!
  until [ -f "$work/ready.json" ]; do
    kill -0 "$pid" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.005
  done
  elapsed=$((($(date +%s%N) - begin) / 1000000))
}

megabytes() { awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; }

dotnet build src/Patterns.Local -c Release -v quiet -nologo -nodeReuse:false >"$work/build.log" || { cat "$work/build.log" >&2; exit 1; }
start && stop # builds the sample where that is still to be done

for _ in $(seq "$runs"); do
  start
  echo "$elapsed"
  stop
done >"$work/times"

start
sleep $idle
echo "machine: $(nproc) cores, load average $(cut -d' ' -f1-3 /proc/loadavg)"
echo "start to ready, ms: $(sort -n "$work/times" | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2 }') (median of $(paste -sd' ' "$work/times"))"
echo "runner, idle for $idle s: $(megabytes "$pid") MB"
for child in $(pgrep -P "$pid" || true); do
  echo "function process: $(megabytes "$child") MB  $(tr '\0' ' ' <"/proc/$child/cmdline" | cut -c1-100)"
done
