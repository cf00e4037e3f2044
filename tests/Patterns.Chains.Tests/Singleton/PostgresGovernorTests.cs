using Npgsql;
using Patterns.Singleton;
using Patterns.Tables;

namespace Patterns.Chains.Tests.Singleton;

/// <summary>The governor before a real PostgreSQL that takes few connections.</summary>
public sealed class PostgresGovernorTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const int Size = 10;
    private const int RequestsPerFunction = 15;
    private const int Room = PostgresServer.MaxConnections - PostgresServer.Reserved;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly InMemoryTable _table = new("pools");
    private readonly TaskCompletionSource _allHaveTried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _haveTried;

    [Fact]
    public async Task Without_the_governor_a_peak_is_refused_and_with_it_everybody_is_served()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");

        var alone = await PeakAsync(_ => UngovernedAsync());
        var governed = await PeakAsync(GovernedAsync);

        Assert.InRange(alone.Served, 1, Room);
        Assert.Equal(3 * RequestsPerFunction, alone.Served + alone.Refused);
        Assert.Equal((3 * RequestsPerFunction, 0), governed);
    }

    [Fact]
    public async Task As_many_connections_as_leases_are_there_again_after_all_holders_have_died()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");

        // A dead holder neither renews nor releases, and its connection ends with its process.
        var lease = TimeSpan.FromSeconds(2);
        var dying = new FailingTable(_table);
        foreach (var connection in await OpenAllAsync(Pool("reports", dying, lease)))
        {
            await connection.DisposeAsync();
        }

        dying.Failure = new TableException("The process is dead.", isRetryable: true);
        Assert.Null(await Pool("orders", _table, lease).TryAcquireAsync(CancellationToken.None));
        var connections = await OpenAllAsync(Pool("orders", _table, lease));

        Assert.Equal(Size, connections.Count);
        connections.ForEach(connection => connection.Dispose());
    }

    private static LeasePool Pool(string function, ITable table, TimeSpan duration) => new(table, new LeasePoolOptions
    {
        Name = "db",
        Size = Size,
        Function = function,
        Floors = new Dictionary<string, int> { ["orders"] = 4, ["reports"] = 2 },
        Duration = duration,
        Rest = TimeSpan.FromMilliseconds(200),
    });

    private async Task<List<NpgsqlConnection>> OpenAllAsync(LeasePool pool)
    {
        var connections = new List<NpgsqlConnection>();
        while (connections.Count < Size)
        {
            await pool.AcquireAsync(Patience, CancellationToken.None);
            connections.Add(await server.OpenAsync(CancellationToken.None));
        }

        return connections;
    }

    /// <summary>All requests of three functions at once.</summary>
    private async Task<(int Served, int Refused)> PeakAsync(Func<LeasePool, Task> request)
    {
        var pools = new[] { "orders", "reports", "mails" }.Select(function => Pool(function, _table, TimeSpan.FromSeconds(30)));
        var requests = pools.SelectMany(pool => Enumerable.Range(0, RequestsPerFunction).Select(_ => TryAsync(() => request(pool)))).ToArray();
        var results = await Task.WhenAll(requests);
        return (results.Count(isServed => isServed), results.Count(isServed => !isServed));
    }

    /// <summary>Nobody closes a connection before everybody has asked for one.</summary>
    private async Task UngovernedAsync()
    {
        try
        {
            await using var connection = await server.OpenAsync(CancellationToken.None);
            CountTry();
            await _allHaveTried.Task;
        }
        catch (PostgresException)
        {
            CountTry();
            throw;
        }
    }

    private void CountTry()
    {
        if (Interlocked.Increment(ref _haveTried) == 3 * RequestsPerFunction)
        {
            _allHaveTried.SetResult();
        }
    }

    private async Task GovernedAsync(LeasePool pool)
    {
        await using var lease = await pool.AcquireAsync(Patience, CancellationToken.None);
        await using var connection = await server.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand("select pg_sleep(0.1)", connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<bool> TryAsync(Func<Task> request)
    {
        try
        {
            await request();
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            return false;
        }
    }
}
