#!/usr/bin/env bash
# Measures requests per second through the runner's HTTP API to a function, against Invoke requests to the same function: the ratio is
# what the API in front costs. wrk sends over 8 connections, so that 8 processes of the function answer.
#
#   bench/http.sh [rounds] [seconds]      default: 5 rounds of 5 seconds
set -euo pipefail
cd "$(dirname "$0")"

rounds=${1:-5}
seconds=${2:-5}
source common.sh

"$runner" run stacks/Http --port 0 --quiet --ready-file "$work/ready.json" >"$work/runner.log" 2>&1 &
pids+=($!)
wait_for "$work/ready.json" '"endpoint"' >/dev/null

value() { sed -n "s/.*\"$1\": \"\(.*\)\".*/\1/p" "$work/ready.json"; }

FUNCTION=$(value FunctionName)
API=$(value ApiUrl | sed 's|^http://[^/]*||')
export FUNCTION API
add_server runner "${pids[0]}" "$(value endpoint)"
add_server invoke "${pids[0]}" "$(value endpoint)"

for round in $(seq 0 "$rounds"); do
  # Who is first takes turns as well.
  [ $((round % 2)) = 0 ] && ways="runner invoke" || ways="invoke runner"
  for kind in get post; do
    for way in $ways; do KIND=$kind WAY=$way load "$kind" "$way" "$seconds" http.lua; done
  done
  # The first round warms all up.
  if [ "$round" = 0 ]; then rm -f "$work"/*.runner "$work"/*.invoke; fi
done

header "requests per second" invoke
row get "GET" invoke
row post "POST of 10 KB" invoke
echo
echo "µs: processor time of the runner for one request, without the function's."
