using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Patterns.Chains.Tests.Singleton;

/// <summary>A PostgreSQL server of its own, in a temporary folder and on loopback, that ends with the tests, however they end.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    public const int MaxConnections = 20;

    /// <summary>What the functions are refused, since it is kept for administrators.</summary>
    public const int Reserved = 3;

    private const string Packages = "/usr/lib/postgresql";
    private const string Account = "postgres";

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

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"patterns-postgres-{Guid.NewGuid():N}");
    private readonly string _password = Guid.NewGuid().ToString("N");
    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>Why there is no server; null when there is one.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (FindPrograms() is not { } programs)
        {
            Missing = $"There is no PostgreSQL under {Packages}; Debian's package is called postgresql.";
            return;
        }

        await RunAsync(Environment.IsPrivilegedProcess ? $"install -d -m 700 -o {Account} {_folder}" : $"install -d -m 700 {_folder}");
        _process = Start(programs);
        await WaitAsync();
        await ExecuteAsync($"create role function login password '{_password}'");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>A connection of its own, as each function's process has one.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(ConnectionString("function"));
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static string? FindPrograms() => !Directory.Exists(Packages)
        ? null
        : Directory.EnumerateDirectories(Packages)
            .Select(folder => Path.Combine(folder, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
            .Order()
            .LastOrDefault();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string command)
    {
        using var process = Process.Start("sh", ["-c", command]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private Process Start(string programs)
    {
        string[] shell = ["sh", "-c", Script];
        string[] command = Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={Account}", $"--regid={Account}", "--init-groups", .. shell] : shell;
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, WorkingDirectory = "/" };
        start.Environment["PROGRAMS"] = programs;
        start.Environment["FOLDER"] = _folder;
        start.Environment["PASSWORD"] = _password;
        start.Environment["PORT"] = $"{_port}";
        start.Environment["MAX"] = $"{MaxConnections}";
        start.Environment["RESERVED"] = $"{Reserved}";
        return Process.Start(start)!;
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
            catch (NpgsqlException exception)
            {
                if (_process!.HasExited || clock.Elapsed > TimeSpan.FromSeconds(60))
                {
                    throw new InvalidOperationException($"PostgreSQL did not start: {await File.ReadAllTextAsync(Path.Combine(_folder, "log"))}", exception);
                }
            }
        }
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("administrator"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string ConnectionString(string user) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Database = "postgres",
        Username = user,
        Password = _password,
        Pooling = false,
        Timeout = 60,
    }.ConnectionString;
}
