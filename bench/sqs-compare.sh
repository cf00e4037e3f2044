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
peer=${TMPDIR:-/tmp}/patterns-bench-fauxqs-$fauxqs_version
source common.sh

if [ ! -d "$peer/node_modules/fauxqs" ]; then
  npm install --prefix "$peer" --no-audit --no-fund --loglevel=error "fauxqs@$fauxqs_version" "node@$node_version"
fi
cp fauxqs.mjs "$peer/start.mjs"

start_runner
"$peer/node_modules/.bin/node" "$peer/start.mjs" >"$work/fauxqs.port" 2>"$work/fauxqs.log" &
pids+=($!)
add_server fauxqs $! "http://127.0.0.1:$(wait_for "$work/fauxqs.port" '^[0-9]+$')"

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

# measure <name> <server> <operation> <messages beforehand>: a new queue each time, so that memory stays bounded
measure() {
  local queue
  queue=$(create_queue "$2")
  if [ "$4" -gt 0 ]; then fill "$2" "$queue" "$4"; fi
  OPERATION=$3 QUEUE=$queue load "$1" "$2" "$seconds" sqs.lua
  call "$2" DeleteQueue "{\"QueueUrl\":\"$queue\"}" >/dev/null
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

header "batches of 10 per second" fauxqs
row send SendMessageBatch fauxqs
row shallow "ReceiveMessage, 1,000 in queue" fauxqs
row deep "ReceiveMessage, 100,000 in queue" fauxqs
echo
echo "µs: processor time of the server for one batch."
