using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Patterns.ApiProxy.Tests.Proxy;

/// <summary>A server on loopback that reads requests to their end and answers with the bytes that a test wants, which need not be HTTP.</summary>
internal sealed class RawBackend : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<int, (string Answer, bool Closes)> _answer;
    private readonly Task _run;
    private int _requests;

    public RawBackend(Func<int, (string Answer, bool Closes)> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _run = RunAsync();
    }

    public Uri Address { get; }

    public int Requests => Volatile.Read(ref _requests);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _run;
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        using var stream = client.GetStream();
        try
        {
            while (await ReadRequestAsync(stream))
            {
                var (answer, closes) = _answer(Interlocked.Increment(ref _requests));
                await stream.WriteAsync(Encoding.Latin1.GetBytes(answer));
                if (closes)
                {
                    return;
                }
            }
        }
        catch (IOException)
        {
            // The client went away.
        }
    }

    /// <returns>False when there is no more.</returns>
    private static async Task<bool> ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var block = new byte[65_536];
        while (true)
        {
            var count = await stream.ReadAsync(block);
            if (count == 0)
            {
                return false;
            }

            text.Append(Encoding.Latin1.GetString(block, 0, count));
            var all = text.ToString();
            var end = all.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0)
            {
                continue;
            }

            var length = all.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } header ? int.Parse(header[15..]) : 0;
            if (all.Length >= end + 4 + length)
            {
                return true;
            }
        }
    }
}
