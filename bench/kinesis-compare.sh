#!/usr/bin/env bash
# Compares the runner with kinesalite: PutRecords of 10 records of 200 bytes into 4 shards, and GetRecords of 100 such records.
# wrk sends over 8 connections. Both servers live through the whole run and are measured in turn, each time on a new stream.
#
#   bench/kinesis-compare.sh [rounds] [seconds]      default: 5 rounds of 3 seconds
set -euo pipefail
cd "$(dirname "$0")"

rounds=${1:-5}
seconds=${2:-3}
kinesalite_version=3.3.3
peer=${TMPDIR:-/tmp}/patterns-bench-kinesalite-$kinesalite_version
source common.sh

command -v node >/dev/null || apt-get install -y nodejs npm
if [ ! -d "$peer/node_modules/kinesalite" ]; then
  npm install --prefix "$peer" --no-audit --no-fund --loglevel=error "kinesalite@$kinesalite_version"
fi
cp kinesalite.cjs "$peer/start.cjs"

start_runner
node "$peer/start.cjs" >"$work/kinesalite.port" 2>"$work/kinesalite.log" &
pids+=($!)
add_server kinesalite $! "http://127.0.0.1:$(wait_for "$work/kinesalite.port" '^[0-9]+$')"

# call <server> <operation> <body>
call() {
  curl -sf "${endpoint[$1]}/" -H 'Content-Type: application/x-amz-json-1.1' -H "X-Amz-Target: Kinesis_20131202.$2" \
    -H 'X-Amz-Date: 20260101T000000Z' \
    -H 'Authorization: AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/kinesis/aws4_request, SignedHeaders=host, Signature=00' -d "$3"
}

DATA=$(head -c 200 /dev/zero | tr '\0' x | base64 -w0)
export DATA

# create <server> <shards>: a new stream, whose name is in STREAM
streams=0
create() {
  streams=$((streams + 1))
  STREAM=bench-$streams
  call "$1" CreateStream "{\"StreamName\":\"$STREAM\",\"ShardCount\":$2}" >/dev/null
  until call "$1" DescribeStreamSummary "{\"StreamName\":\"$STREAM\"}" | grep -q ACTIVE; do sleep 0.1; done
}

# What was put is let go of before the next measurement.
delete() { call "$1" DeleteStream "{\"StreamName\":\"$STREAM\"}" >/dev/null; }

put_records() {
  create "$1" 4
  OPERATION=PutRecords STREAM=$STREAM load PutRecords "$1" "$seconds" kinesis.lua
  delete "$1"
}

get_records() {
  create "$1" 1
  local entry records
  entry="{\"PartitionKey\":\"k\",\"Data\":\"$DATA\"}"
  records=$entry
  for _ in $(seq 99); do records+=,$entry; done
  call "$1" PutRecords "{\"StreamName\":\"$STREAM\",\"Records\":[$records]}" >/dev/null
  ITERATOR=$(call "$1" GetShardIterator "{\"StreamName\":\"$STREAM\",\"ShardId\":\"shardId-000000000000\",\"ShardIteratorType\":\"TRIM_HORIZON\"}" |
    grep -oE '"ShardIterator":"[^"]+"' | cut -d'"' -f4)
  OPERATION=GetRecords STREAM=$STREAM ITERATOR=$ITERATOR load GetRecords "$1" "$seconds" kinesis.lua
  delete "$1"
}

for round in $(seq 0 "$rounds"); do
  for operation in put_records get_records; do
    for server in runner kinesalite; do $operation "$server"; done
  done
  if [ "$round" = 0 ]; then rm -f "$work"/*.runner "$work"/*.kinesalite; fi # the first round warms up
done

header "requests per second" kinesalite
row PutRecords "PutRecords, 10 records" kinesalite
row GetRecords "GetRecords, 100 records" kinesalite
echo
echo "µs: processor time of the server for one request."
