using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Singleton.Demo;

/// <summary>A PostgreSQL server of the demo's own, from Debian's package, in a temporary folder and on loopback. It ends with the demo, however that ends.</summary>
internal sealed class Postgres : IDatabase
{
    private const string Packages = "/usr/lib/postgresql";
    private const string Account = "postgres";
    private const int Reserved = 3;

    // The server never runs as root. Its standard input is the leash: when nobody holds it any more, the shell stops the server,
    // again and again, since one that is starting does not hear it.
    private const string Script = """
        set -e
        trap 'rm -rf "$FOLDER"' EXIT
        umask 077
        printf %s "$PASSWORD" > "$FOLDER/password"
        "$PROGRAMS/initdb" -D "$FOLDER/data" -U administrator -A password --pwfile="$FOLDER/password" -N --no-instructions -E UTF8 --locale=C > "$FOLDER/log" 2>&1
        "$PROGRAMS/postgres" -D "$FOLDER/data" -c listen_addresses=127.0.0.1 -c port="$PORT" -c unix_socket_directories= \
            -c max_connections="$MAX" -c superuser_reserved_connections="$RESERVED" -c fsync=off >> "$FOLDER/log" 2>&1 &
        server=$!
        read -r end || :
        while kill -INT $server 2>/dev/null; do sleep 0.1; done
        """;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"singleton-demo-{Guid.NewGuid():N}");
    private readonly string _password = Guid.NewGuid().ToString("N");
    private readonly int _port = FreePort();
    private readonly Process _process;

    private Postgres(string programs)
    {
        using var folder = Process.Start("install", ["-d", "-m", "700", .. Environment.IsPrivilegedProcess ? ["-o", Account] : Array.Empty<string>(), _folder]);
        folder.WaitForExit();
        string[] shell = ["sh", "-c", Script];
        string[] command = Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={Account}", $"--regid={Account}", "--init-groups", .. shell] : shell;
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, WorkingDirectory = "/" };
        start.Environment["PROGRAMS"] = programs;
        start.Environment["FOLDER"] = _folder;
        start.Environment["PASSWORD"] = _password;
        start.Environment["PORT"] = $"{_port}";
        start.Environment["MAX"] = $"{IDatabase.Room + Reserved}";
        start.Environment["RESERVED"] = $"{Reserved}";
        _process = Process.Start(start)!;
    }

    public string Name => "PostgreSQL";

    public string ConnectionString => ConnectionStringOf("function") + IDatabase.TimeOuts;

    /// <returns>The server; null where Debian's package is not installed.</returns>
    public static async Task<Postgres?> StartAsync()
    {
        if (!Directory.Exists(Packages) || Directory.EnumerateFiles(Packages, "initdb", SearchOption.AllDirectories).Order().LastOrDefault() is not { } program)
        {
            return null;
        }

        var server = new Postgres(Path.GetDirectoryName(program)!);
        await server.WaitAsync();
        await server.ExecuteAsync($"create role function login password '{server._password}'");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync()
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                await ExecuteAsync("select 1");
                return;
            }
            catch (NpgsqlException exception) when (_process.HasExited || clock.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new InvalidOperationException("PostgreSQL did not start.", exception);
            }
            catch (NpgsqlException)
            {
                // Not yet.
            }
        }
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionStringOf("administrator"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string ConnectionStringOf(string user) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Database = "postgres",
        Username = user,
        Password = _password,
        Pooling = false,
    }.ConnectionString;
}
