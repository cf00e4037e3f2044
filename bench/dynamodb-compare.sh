#!/usr/bin/env bash
# Compares the runner with dynalite: PutItem, GetItem, UpdateItem and Query per second on a table of 10,000 items of about
# 300 bytes. wrk sends over 8 connections. Both servers live through the whole run and are measured in turn.
#
#   bench/dynamodb-compare.sh [rounds] [seconds]      default: 5 rounds of 5 seconds
set -euo pipefail
cd "$(dirname "$0")"

rounds=${1:-5}
seconds=${2:-5}
dynalite_version=4.0.0
peer=${TMPDIR:-/tmp}/patterns-bench-dynalite-$dynalite_version
source common.sh

command -v node >/dev/null || apt-get install -y nodejs npm
if [ ! -d "$peer/node_modules/dynalite" ]; then
  npm install --prefix "$peer" --no-audit --no-fund --loglevel=error "dynalite@$dynalite_version"
fi
cp dynalite.cjs "$peer/start.cjs"

start_runner
node "$peer/start.cjs" >"$work/dynalite.port" 2>"$work/dynalite.log" &
pids+=($!)
add_server dynalite $! "http://127.0.0.1:$(wait_for "$work/dynalite.port" '^[0-9]+$')"

# call <server> <operation> <body>
call() {
  curl -sf "${endpoint[$1]}/" -H 'Content-Type: application/x-amz-json-1.0' -H "X-Amz-Target: DynamoDB_20120810.$2" \
    -H 'X-Amz-Date: 20260101T000000Z' \
    -H 'Authorization: AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00' -d "$3"
}

for server in runner dynalite; do
  call "$server" CreateTable '{"TableName":"bench","BillingMode":"PAY_PER_REQUEST",
    "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
    "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"S"}]}' >/dev/null
  until call "$server" DescribeTable '{"TableName":"bench"}' | grep -q ACTIVE; do sleep 0.1; done
done

# The first round warms both up, and its PutItem must come round to all items, also at the slower server.
duration() { if [ "$1" = 0 ]; then echo $((seconds > 10 ? seconds : 10)); else echo "$seconds"; fi; }

operations=(PutItem GetItem UpdateItem Query)
for round in $(seq 0 "$rounds"); do
  for operation in "${operations[@]}"; do
    for server in runner dynalite; do OPERATION=$operation load "$operation" "$server" "$(duration "$round")" dynamodb.lua; done
  done
  if [ "$round" = 0 ]; then rm -f "$work"/*.runner "$work"/*.dynalite; fi
done

header "requests per second" dynalite
for operation in "${operations[@]}"; do row "$operation" "$operation" dynalite; done
echo
echo "µs: processor time of the server for one request. A Query returns 10 items."
