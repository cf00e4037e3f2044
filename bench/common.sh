# What the comparing scripts share: two servers that live through the run and take turns under the same load.
# Sets runner (the built program) and work (a folder of the run); servers register with add_server.

runner=../src/Patterns.Local/bin/Release/net10.0/patterns
work=$(mktemp -d)
pids=()
declare -A endpoint process

stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT

command -v wrk >/dev/null || apt-get install -y wrk
dotnet build ../src/Patterns.Local -c Release -v quiet -nologo -nodeReuse:false >"$work/build.log" || { cat "$work/build.log" >&2; exit 1; }

# wait_for <file> <pattern>: the first line that matches
wait_for() {
  for _ in $(seq 1200); do
    if grep -oE -m1 "$2" "$1" 2>/dev/null; then return; fi
    sleep 0.1
  done
  echo "no server came up: $(cat "$1" 2>/dev/null)" >&2
  exit 1
}

# add_server <name> <pid> <endpoint>
add_server() {
  process[$1]=$2
  endpoint[$1]=$3
}

start_runner() {
  "$runner" serve --port 0 --ready-file "$work/runner.json" >"$work/runner.log" 2>&1 &
  pids+=($!)
  add_server runner $! "$(wait_for "$work/runner.json" 'http://127\.0\.0\.1:[0-9]+')"
}

cpu_ticks() { awk '{ print $14 + $15 }' "/proc/${process[$1]}/stat"; }

# load <name> <server> <seconds> <script>: writes requests per second and the server's microseconds of CPU a request
load() {
  local before out
  before=$(cpu_ticks "$2")
  out=$(wrk -t1 -c8 -d"$3s" --timeout 30s -s "$4" "${endpoint[$2]}")
  if grep -qE 'Non-2xx|Socket errors' <<<"$out"; then echo "$2 refused requests: $out" >&2; exit 1; fi
  awk -v ticks="$(($(cpu_ticks "$2") - before))" -v hz="$(getconf CLK_TCK)" \
    '/requests in/ { n = $1 } /Requests\/sec/ { printf "%s %.1f\n", $2, ticks / hz * 1e6 / n }' <<<"$out" >>"$work/$1.$2"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2 }'; }

# row <name> <title> <peer>
row() {
  local a b c d
  a=$(cut -d' ' -f1 "$work/$1.runner" | median)
  b=$(cut -d' ' -f1 "$work/$1.$3" | median)
  c=$(cut -d' ' -f2 "$work/$1.runner" | median)
  d=$(cut -d' ' -f2 "$work/$1.$3" | median)
  awk -v name="$2" -v a="$a" -v b="$b" -v c="$c" -v d="$d" \
    'BEGIN { printf "| %-32s | %8.0f | %8.0f | %6.2f | %9.1f | %9.1f |\n", name, a, b, a / b, c, d }'
}

# header <what> <peer>
header() {
  echo "wrk, 8 connections, median of $rounds rounds of $seconds s; client and server share $(nproc) cores; load average $(cut -d' ' -f1-3 /proc/loadavg)"
  echo
  printf '| %-32s | %8s | %8s | %6s | %9s | %9s |\n' "$1" runner "$2" ratio "runner µs" "peer µs"
  echo "|----------------------------------|---------:|---------:|-------:|----------:|----------:|"
}
