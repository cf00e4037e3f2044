using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Contracts.Tests.Http;

/// <summary>Answers each request on loopback with the next canned answer and keeps what it received.</summary>
internal sealed class CannedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<CannedAnswer> _answers;
    private readonly List<Task> _connections = [];
    private readonly Task _serving;

    public CannedServer(params CannedAnswer[] answers)
    {
        _answers = new Queue<CannedAnswer>(answers);
        _listener.Start();
        _serving = ServeAsync();
    }

    public List<ReceivedRequest> Requests { get; } = [];

    public string Url => $"http://{_listener.LocalEndpoint}";

    public ReceivedRequest Single => Assert.Single(Requests);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _stop.Dispose();
    }

    private Task ServeAsync() => UntilStoppedAsync(async () =>
    {
        while (true)
        {
            _connections.Add(AnswerAllAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
    });

    private Task AnswerAllAsync(TcpClient connection) => UntilStoppedAsync(async () =>
    {
        using var _ = connection;
        var stream = connection.GetStream();
        while (await ReadAsync(stream) is { } request)
        {
            Requests.Add(request);
            await stream.WriteAsync(_answers.Dequeue().ToBytes(), _stop.Token);
        }
    });

    private static async Task UntilStoppedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // Disposing ends the work.
        }
    }

    private async Task<ReceivedRequest?> ReadAsync(NetworkStream stream)
    {
        if (await ReadLineAsync(stream) is not { Length: > 0 } line)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(stream) is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            headers[header[..colon]] = header[(colon + 1)..].Trim();
        }

        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"))];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new ReceivedRequest(line, headers, body);
    }

    private async Task<string?> ReadLineAsync(NetworkStream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return line.Length == 0 ? null : line.ToString();
    }
}
