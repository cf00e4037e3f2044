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
          let socket, last = 0, highest = 0;
          const send = message => socket.readyState === 1 && socket.send(JSON.stringify(message));
          const resync = () => send({ action: 'resync', topic: room, after: last });
          function take(message) {
            if (message.topic !== room) return;
            if (message.resync === 'reload') { last = highest = message.sequence; return; }
            if (message.resync) { if (highest > last) resync(); return; }
            highest = Math.max(highest, message.sequence);
            if (message.sequence > last + 1) { resync(); return; }
            if (message.sequence <= last) return;
            last = message.sequence;
            const line = document.createElement('li');
            line.textContent = message.data.user + ': ' + message.data.text;
            document.getElementById('lines').append(line);
          }
          function connect() {
            socket = new WebSocket('SOCKETS?name=' + encodeURIComponent(name));
            socket.onopen = () => { document.getElementById('state').textContent = 'connected as ' + name; send({ action: 'subscribe', topic: room, after: last }); };
            socket.onmessage = event => take(JSON.parse(event.data));
            socket.onclose = () => { document.getElementById('state').textContent = 'connecting'; setTimeout(connect, 1000); };
          }
          connect();
          setInterval(resync, 60000);
          document.getElementById('say').onsubmit = event => {
            event.preventDefault();
            const text = document.getElementById('text');
            send({ action: 'say', room, id: crypto.randomUUID(), text: text.value });
            text.value = '';
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
