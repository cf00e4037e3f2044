#!/usr/bin/env bash
# Measures state transitions per second through Pass, Choice and Task states, the function of bench/stacks/Consumer for the latter.
#
#   bench/states.sh [options of `patterns-load states`]
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/stack.sh

start_stack bench/stacks/Consumer
"$load" states --endpoint "$(value endpoint)" --function "$(value FunctionArn)" "$@"
