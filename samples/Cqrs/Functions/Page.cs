using Amazon.Lambda.APIGatewayEvents;

namespace Cqrs.Functions;

/// <summary>The page in the browser: a holder's policies, live, and how far behind they are.</summary>
public sealed class Page
{
    private const string Html = """
        <!doctype html><meta charset="utf-8"><title>Policies</title>
        <style>
          body{font:16px sans-serif;max-width:46em;margin:2em auto}td,th{padding:.3em 1em .3em 0;text-align:left}
          .closed{color:#999;text-decoration:line-through}.new{animation:flash 1.5s}@keyframes flash{from{background:#fe8}}
          #state,#lag{color:#666}#behind.late{color:#b40}
        </style>
        <h1>Policies of <span id="holder"></span></h1>
        <p id="state">connecting</p><p id="behind"></p><p id="lag"></p>
        <table><thead><tr><th>policy<th>line<th>premium<th>version<th></thead><tbody id="policies"></tbody></table>
        <form id="open"><input name="policyId" placeholder="policy" required> <input name="line" placeholder="line" required>
          <input name="premium" type="number" min="1" placeholder="premium" required> <button>Open</button></form><p id="said"></p>
        <script>
          const holder = new URLSearchParams(location.search).get('holder') || 'ann', topic = 'holder/' + holder;
          const rows = new Map(), stored = new Map(), pushed = new Set();
          let socket, last = 0, highest = 0;
          const $ = id => document.getElementById(id);
          const say = (id, text) => $(id).textContent = text;
          say('holder', holder);

          // Rows come from the query and from the socket, in any order and more than once: the newest version counts.
          function take(row, live) {
            if ((rows.get(row.policyId)?.version ?? 0) >= row.version) return;
            rows.set(row.policyId, row);
            if (live) { pushed.add(row.policyId); say('lag', 'The last change was here after ' + Math.max(0, Date.now() - Date.parse(row.at)) + ' ms.'); }
            show();
          }
          function know(id, version) { stored.set(id, Math.max(version, stored.get(id) ?? 0)); showBehind(); }
          function showBehind() {
            let behind = 0;
            for (const [id, version] of stored) behind += Math.max(0, version - (rows.get(id)?.version ?? 0));
            say('behind', behind === 1 ? '1 change behind' : behind + ' changes behind');
            $('behind').className = behind ? 'late' : '';
          }
          function show() {
            const body = $('policies');
            body.replaceChildren(...[...rows.values()].sort((a, b) => a.policyId < b.policyId ? -1 : 1).map(row => {
              const line = document.createElement('tr');
              line.dataset.id = row.policyId;
              line.className = (row.isOpen ? '' : 'closed') + (pushed.delete(row.policyId) ? ' new' : '');
              for (const text of [row.policyId, row.line, row.premium, row.version]) line.insertCell().textContent = text;
              const buttons = line.insertCell();
              if (row.isOpen) {
                buttons.append(button('+10', () => send('policy.change-premium', { policyId: row.policyId, premium: row.premium + 10 })));
                buttons.append(button('cancel', () => send('policy.cancel', { policyId: row.policyId })));
              }
              return line;
            }));
            showBehind();
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

          const tell = message => socket.readyState === 1 && socket.send(JSON.stringify(message));
          const resync = () => tell({ action: 'resync', topic, after: last });
          function hear(message) {
            if (!message.topic) { setTimeout(resync, 1000); return; } // a function failed
            if (message.resync === 'reload') { last = highest = message.sequence; load(); return; }
            if (message.resync) { if (highest > last) resync(); return; }
            highest = Math.max(highest, message.sequence);
            if (message.sequence > last + 1) { resync(); return; }
            last = Math.max(last, message.sequence);
            take(message.data, true);
          }
          function connect() {
            socket = new WebSocket('SOCKETS?holder=' + encodeURIComponent(holder));
            socket.onopen = () => { say('state', 'connected'); tell({ action: 'subscribe', topic, after: last }); load(); };
            socket.onmessage = event => hear(JSON.parse(event.data));
            socket.onclose = () => { say('state', 'connecting'); setTimeout(connect, 1000); };
          }
          connect();
          askLag();
          setInterval(resync, 30000);
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
