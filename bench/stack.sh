# What the scripts share that measure through a stack in the runner. start_stack <folder> builds the runner and the load client, and starts the stack;
# value <name> is one of its outputs, or its endpoint. Whatever was started ends with the script.

work=$(mktemp -d)
pid=

stop() {
  if [ -n "$pid" ]; then kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap stop EXIT

load=bench/Patterns.Load/bin/Release/net10.0/patterns-load

start_stack() {
  for project in src/Patterns.Local bench/Patterns.Load; do
    dotnet build "$project" -c Release -v quiet -nologo -nodeReuse:false >"$work/log" || { cat "$work/log" >&2; exit 1; }
  done

  src/Patterns.Local/bin/Release/net10.0/patterns run "$1" --port 0 --quiet --ready-file "$work/ready.json" >"$work/log" 2>&1 &
  pid=$!
  until [ -f "$work/ready.json" ]; do
    kill -0 "$pid" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
  done
}

value() { sed -n "s/.*\"$1\": \"\(.*\)\".*/\1/p" "$work/ready.json"; }
