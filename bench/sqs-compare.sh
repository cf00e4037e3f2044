#!/usr/bin/env bash
# Compares the runner with fauxqs: batches per second of SendMessageBatch, and of ReceiveMessage from a queue of 1,000
# and of 100,000 messages. wrk sends over 8 connections. Both servers live through the whole run and are measured in turn.
#
#   bench/sqs-compare.sh [rounds] [seconds]      default: 5 rounds of 5 seconds
set -euo pipefail
cd "$(dirname "$0")"

rounds=${1:-5}
seconds=${2:-5}
fauxqs_version=2.4.1
node_version=22.23.3 # fauxqs needs 22.5 or later
configuration=Release
runner=../src/Patterns.Local/bin/$configuration/net10.0/patterns
peer=${TMPDIR:-/tmp}/patterns-bench-fauxqs-$fauxqs_version
work=$(mktemp -d)
pids=()

stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT

command -v wrk >/dev/null || apt-get install -y wrk
if [ ! -d "$peer/node_modules/fauxqs" ]; then
  npm install --prefix "$peer" --no-audit --no-fund --loglevel=error "fauxqs@$fauxqs_version" "node@$node_version"
fi
cp fauxqs.mjs "$peer/start.mjs"
dotnet build ../src/Patterns.Local -c $configuration -v quiet -nologo -nodeReuse:false >"$work/build.log" || { cat "$work/build.log" >&2; exit 1; }

# wait_for <file> <pattern>: the first line that matches
wait_for() {
  for _ in $(seq 100); do
    if grep -oE -m1 "$2" "$1" 2>/dev/null; then return; fi
    sleep 0.1
  done
  echo "no server came up: $(cat "$1" 2>/dev/null)" >&2
  exit 1
}

"$runner" serve --port 0 --ready-file "$work/runner.json" >"$work/runner.log" 2>&1 &
pids+=($!)
"$peer/node_modules/.bin/node" "$peer/start.mjs" >"$work/fauxqs.port" 2>"$work/fauxqs.log" &
pids+=($!)
declare -A endpoint process
endpoint[runner]=$(wait_for "$work/runner.json" 'http://127\.0\.0\.1:[0-9]+')
endpoint[fauxqs]=http://127.0.0.1:$(wait_for "$work/fauxqs.port" '^[0-9]+$')
process[runner]=${pids[0]}
process[fauxqs]=${pids[1]}

# call <server> <operation> <body>
call() {
  curl -sf "${endpoint[$1]}/" -H 'Content-Type: application/x-amz-json-1.0' -H "X-Amz-Target: AmazonSQS.$2" -d "$3"
}

create_queue() {
  call "$1" CreateQueue "{\"QueueName\":\"bench-$RANDOM$RANDOM\"}" | sed 's/.*"QueueUrl":"\([^"]*\)".*/\1/'
}

# fill <server> <queue> <messages>
fill() {
  local entries="" i
  for i in 0 1 2 3 4 5 6 7 8 9; do
    entries+="{\"Id\":\"m$i\",\"MessageBody\":\"{\\\"id\\\":\\\"order-00000$i\\\",\\\"customer\\\":\\\"customer-4711\\\"}\"},"
  done
  echo "{\"QueueUrl\":\"$2\",\"Entries\":[${entries%,}]}" >"$work/fill.json"
  curl -sf -o /dev/null -H 'Content-Type: application/x-amz-json-1.0' -H 'X-Amz-Target: AmazonSQS.SendMessageBatch' \
    --data-binary "@$work/fill.json" "${endpoint[$1]}/?[1-$(($3 / 10))]"
}

cpu_ticks() { awk '{ print $14 + $15 }' "/proc/${process[$1]}/stat"; }

# measure <name> <server> <operation> <messages beforehand>: a new queue each time, so that memory stays bounded
measure() {
  local queue before out
  queue=$(create_queue "$2")
  if [ "$4" -gt 0 ]; then fill "$2" "$queue" "$4"; fi
  before=$(cpu_ticks "$2")
  out=$(OPERATION=$3 QUEUE=$queue wrk -t1 -c8 -d"${seconds}s" -s sqs.lua "${endpoint[$2]}")
  if grep -qE 'Non-2xx|Socket errors' <<<"$out"; then echo "$2 refused requests: $out" >&2; exit 1; fi
  awk -v ticks="$(($(cpu_ticks "$2") - before))" -v hz="$(getconf CLK_TCK)" \
    '/requests in/ { n = $1 } /Requests\/sec/ { printf "%s %.1f\n", $2, ticks / hz * 1e6 / n }' <<<"$out" >>"$work/$1.$2"
  call "$2" DeleteQueue "{\"QueueUrl\":\"$queue\"}" >/dev/null
}

median() { sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2 }'; }

row() {
  local a b c d
  a=$(cut -d' ' -f1 "$work/$1.runner" | median)
  b=$(cut -d' ' -f1 "$work/$1.fauxqs" | median)
  c=$(cut -d' ' -f2 "$work/$1.runner" | median)
  d=$(cut -d' ' -f2 "$work/$1.fauxqs" | median)
  awk -v name="$2" -v a="$a" -v b="$b" -v c="$c" -v d="$d" \
    'BEGIN { printf "| %-32s | %8.0f | %8.0f | %6.2f | %9.1f | %9.1f |\n", name, a, b, a / b, c, d }'
}

tests=("send SendMessageBatch 0" "shallow ReceiveMessage 1000" "deep ReceiveMessage 100000")
for round in $(seq 0 "$rounds"); do
  for test in "${tests[@]}"; do
    read -r name operation messages <<<"$test"
    for server in runner fauxqs; do measure "$name" "$server" "$operation" "$messages"; done
  done
  # The first round warms both up.
  if [ "$round" = 0 ]; then rm -f "$work"/*.runner "$work"/*.fauxqs; fi
done

echo "wrk, 8 connections, median of $rounds rounds of $seconds s; client and server share $(nproc) cores; load average $(cut -d' ' -f1-3 /proc/loadavg)"
echo
echo "| batches of 10 per second         |   runner |   fauxqs |  ratio | runner µs | fauxqs µs |"
echo "|----------------------------------|---------:|---------:|-------:|----------:|----------:|"
row send SendMessageBatch
row shallow "ReceiveMessage, 1,000 in queue"
row deep "ReceiveMessage, 100,000 in queue"
echo
echo "µs: processor time of the server for one batch."
