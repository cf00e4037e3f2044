using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Singleton.Demo;

/// <summary>
/// Where there is no PostgreSQL: a server that speaks as much of its protocol as the functions use, takes as many connections, and refuses
/// the others as a real one does. A query takes its time and returns nothing.
/// </summary>
internal sealed class StandIn : IDatabase
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private int _connections;

    public StandIn()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Name => "a stand-in for PostgreSQL, which is not installed";

    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        Database = "postgres",
        Username = "function",
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        Pooling = false,
        ["Server Compatibility Mode"] = "NoTypeLoading",
    }.ConnectionString + IDatabase.TimeOuts;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The demo ends.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        var isRoom = Interlocked.Increment(ref _connections) <= IDatabase.Room;
        try
        {
            using (client)
            {
                await new StandInSession(client.GetStream()).RunAsync(isRoom, _end.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client is gone, or the demo ends.
        }
        finally
        {
            Interlocked.Decrement(ref _connections);
        }
    }
}
