#!/usr/bin/env bash
# Measures messages per second through a function that a queue triggers, on the stack bench/stacks/Consumer.
#
#   bench/function.sh [options of `patterns-load function`]
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/stack.sh

start_stack bench/stacks/Consumer
"$load" function --endpoint "$(value endpoint)" --queue "$(value QueueUrl)" --dead-letters "$(value DeadLettersUrl)" "$@"
