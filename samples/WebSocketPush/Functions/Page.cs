using Amazon.Lambda.APIGatewayEvents;

namespace WebSocketPush.Functions;

/// <summary>The page in the browser.</summary>
public sealed class Page
{
    private const string Html = """
        <!doctype html><meta charset="utf-8"><title>Chat</title>
        <style>body{font:16px sans-serif;max-width:40em;margin:2em auto}li{list-style:none}#state{color:#888}</style>
        <h1>Chat</h1><p id="state">connecting</p><ul id="lines"></ul>
        <form id="say"><input id="text" autocomplete="off" autofocus><button>Say</button></form>
        <script>
          const room = 'room/lobby', name = new URLSearchParams(location.search).get('name') || 'guest';
          const unheard = new Map(), shown = new Set();
          let socket, last = 0, highest = 0;
          const send = message => socket.readyState === 1 && socket.send(JSON.stringify(message));
          const resync = () => send({ action: 'resync', topic: room, after: last });
          const sayAll = () => unheard.forEach((text, id) => send({ action: 'say', room, id, text }));
          const state = text => document.getElementById('state').textContent = text;
          function take(message) {
            if (!message.topic) { setTimeout(sayAll, 1000); return; } // something failed: what nobody heard is said again
            if (message.resync === 'reload') { last = highest = message.sequence; return; }
            if (message.resync) { if (highest > last) resync(); return; }
            highest = Math.max(highest, message.sequence);
            if (message.sequence > last + 1) { resync(); return; }
            if (message.sequence <= last) return;
            last = message.sequence;
            show(message.data);
          }
          function show({ id, user, text }) {
            unheard.delete(id);
            if (shown.has(id)) return; // said twice
            shown.add(id);
            const line = document.createElement('li');
            line.textContent = user + ': ' + text;
            document.getElementById('lines').append(line);
          }
          function connect() {
            socket = new WebSocket('SOCKETS?name=' + encodeURIComponent(name));
            socket.onopen = () => { state('connected as ' + name); send({ action: 'subscribe', topic: room, after: last }); sayAll(); };
            socket.onmessage = event => take(JSON.parse(event.data));
            socket.onclose = () => { state('connecting'); setTimeout(connect, 1000); };
          }
          connect();
          setInterval(resync, 60000);
          document.getElementById('say').onsubmit = event => {
            event.preventDefault();
            const input = document.getElementById('text'), id = crypto.randomUUID();
            unheard.set(id, input.value);
            send({ action: 'say', room, id, text: input.value });
            input.value = '';
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
