using Amazon.Lambda.APIGatewayEvents;

namespace Cqrs.Functions;

/// <summary>The page in the browser: a holder's policies, live, and how far behind they are.</summary>
public sealed class Page
{
    private const string Html = """
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Policies</title>
        <style>
          body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#223;background:#f6f7f9}
          h1{margin:0 0 .4em;font-weight:600}#status{display:flex;flex-wrap:wrap;gap:.6em;align-items:center;margin-bottom:1.2em}
          .pill{padding:.1em .8em;border-radius:1em;background:#d9f2e0;color:#14632f}.late{background:#fdebc8;color:#7a4a00}#lag{color:#667;font-size:.9em}
          table{width:100%;table-layout:fixed;border-collapse:collapse;background:#fff;border-radius:.5em;box-shadow:0 1px 4px #0002}.away table{opacity:.55}
          td,th{padding:.5rem 1rem;text-align:left;border-bottom:1px solid #eef}th{font-size:.85em;color:#667;font-weight:500}th:last-child{width:9rem}
          .number{text-align:right;font-variant-numeric:tabular-nums}td:last-child{text-align:right;white-space:nowrap}.behind .version{color:#b45f00}
          .closed td{color:#99a;text-decoration:line-through}.closed button{visibility:hidden}#policies:empty::after{content:"None yet: open one below.";display:block;white-space:nowrap;padding:.5rem 1rem;color:#667}
          form{display:flex;flex-wrap:wrap;gap:.6em;margin-top:1.2em}input{flex:1 1 8em;min-width:0}input,button{font:inherit;padding:.2em .7em;border:1px solid #bbc;border-radius:.4em;background:#fff}
          button{cursor:pointer;margin-left:.4em}button:hover{background:#eef}#said{color:#a11;min-height:1.5em}
        </style>
        <h1>Policies of <span id="holder"></span></h1>
        <div id="status"><span id="state" class="pill late">connecting</span> <span id="behind" class="pill">0 changes behind</span> <span id="lag"></span></div>
        <table><thead><tr><th>policy<th>line<th class="number">premium<th class="number">version<th></thead><tbody id="policies"></tbody></table>
        <form id="open"><input name="policyId" placeholder="policy" required><input name="line" placeholder="line" required>
          <input name="premium" type="number" min="1" placeholder="premium" required><button>Open</button></form><p id="said"></p>
        <script>
          const holder = new URLSearchParams(location.search).get('holder') || 'ann', topic = 'holder/' + holder;
          const rows = new Map(), stored = new Map(), lines = new Map();
          let socket, last = 0, highest = 0;
          const $ = id => document.getElementById(id);
          const say = (id, text) => $(id).textContent = text;
          say('holder', holder);

          // Rows come from the query and from the socket, in any order and more than once: the newest version counts.
          function take(row, live) {
            if ((rows.get(row.policyId)?.version ?? 0) >= row.version) return;
            rows.set(row.policyId, row);
            const line = show(row.policyId);
            if (!live) return;
            line.animate([{ background: '#ffe98a' }, {}], 1500);
            say('lag', 'the last change was here ' + Math.max(0, Date.now() - Date.parse(row.at)) + ' ms after it happened');
          }
          // What is stored is known from the replies to commands, and by asking; what the row does not have of it is on its way.
          function know(id, version) {
            if ((stored.get(id) ?? 0) >= version) return;
            stored.set(id, version);
            show(id);
          }
          const missing = id => Math.max(0, (stored.get(id) ?? 0) - (rows.get(id)?.version ?? 0));
          function show(id) {
            let behind = 0;
            for (const policy of stored.keys()) behind += missing(policy);
            say('behind', behind === 1 ? '1 change behind' : behind + ' changes behind');
            $('behind').classList.toggle('late', behind > 0);
            return rows.has(id) ? fill(lines.get(id) ?? add(id), rows.get(id)) : null;
          }
          function fill(line, row) {
            const version = missing(row.policyId) ? row.version + ' of ' + stored.get(row.policyId) : row.version;
            [row.policyId, row.line, row.premium, version].forEach((text, cell) => line.cells[cell].textContent = text);
            line.className = (row.isOpen ? '' : 'closed ') + (missing(row.policyId) ? 'behind' : '');
            return line;
          }
          function add(id) {
            const line = document.createElement('tr');
            for (const type of ['', '', 'number', 'number version', '']) line.insertCell().className = type;
            line.cells[4].append(
              button('+10', () => send('policy.change-premium', { policyId: id, premium: rows.get(id).premium + 10 })),
              button('cancel', () => send('policy.cancel', { policyId: id })));
            line.dataset.id = id;
            lines.set(id, line);
            $('policies').insertBefore(line, [...$('policies').rows].find(other => other.dataset.id > id) ?? null);
            return line;
          }
          function button(text, action) { const made = document.createElement('button'); made.textContent = text; made.onclick = action; return made; }

          // A command keeps its key until there is a reply: however often it is sent, it has one effect.
          async function send(name, args) {
            const key = crypto.randomUUID();
            for (;; await new Promise(done => setTimeout(done, 500))) {
              try {
                const reply = await fetch('commands', {
                  method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify({ name, version: 1, arguments: args }) });
                const body = await reply.json();
                if (reply.ok) { know(body.policyId, body.version); say('said', ''); return; }
                if (reply.status < 500 && reply.status !== 409 && reply.status !== 429) { say('said', body.detail || body.title); return; }
              } catch { }
            }
          }
          async function load() {
            try { (await (await fetch('holders/' + encodeURIComponent(holder) + '/policies')).json()).policies.forEach(row => take(row, false)); }
            catch { setTimeout(load, 1000); }
          }
          async function askLag() {
            if (rows.size) {
              const ids = [...rows.keys()].slice(0, 50).map(encodeURIComponent).join(',');
              try { (await (await fetch('lag?policies=' + ids)).json()).policies.forEach(lag => know(lag.policyId, lag.stored)); } catch { }
            }
            setTimeout(askLag, 1000);
          }

          // The numbers of a topic have no gap: whoever sees one asks for what is missing.
          const ask = action => socket.readyState === 1 && socket.send(JSON.stringify({ action, topic, after: last }));
          function hear(message) {
            if (!message.topic) { setTimeout(() => ask('subscribe'), 1000); return; } // a function failed, in whatever it was asked
            if (message.resync === 'reload') { last = highest = message.sequence; load(); return; }
            if (message.resync) { if (highest > last) ask('resync'); return; }
            highest = Math.max(highest, message.sequence);
            if (message.sequence > last + 1) { ask('resync'); return; }
            last = Math.max(last, message.sequence);
            take(message.data, true);
          }
          function state(text, away) { say('state', text); $('state').classList.toggle('late', away); document.body.classList.toggle('away', away); }
          function connect() {
            socket = new WebSocket('SOCKETS?holder=' + encodeURIComponent(holder));
            socket.onopen = () => { state('live', false); ask('subscribe'); load(); };
            socket.onmessage = event => hear(JSON.parse(event.data));
            socket.onclose = () => { state('reconnecting', true); setTimeout(connect, 1000); };
          }
          connect();
          askLag();
          setInterval(() => ask('resync'), 30000);
          $('open').onsubmit = event => {
            event.preventDefault();
            const { policyId, line, premium } = Object.fromEntries(new FormData(event.target));
            send('policy.open', { policyId, holder, line, premium: Number(premium) });
            event.target.reset();
          };
        </script>
        """;

    public APIGatewayHttpApiV2ProxyResponse HttpHandler(APIGatewayHttpApiV2ProxyRequest request) => new()
    {
        StatusCode = 200,
        Headers = new Dictionary<string, string> { ["content-type"] = "text/html; charset=utf-8" },
        Body = Html.Replace("SOCKETS", Environment.GetEnvironmentVariable("SOCKETS"), StringComparison.Ordinal),
    };
}
