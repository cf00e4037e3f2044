#!/usr/bin/env bash
# Measures commands per second, and how far the view is behind them, through the whole of samples/Cqrs at rising load.
#
#   bench/cqrs.sh [options of `patterns-load cqrs`]
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/stack.sh

start_stack samples/Cqrs
echo "load average $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores"
"$load" cqrs --api "$(value ApiUrl)" "$@"
