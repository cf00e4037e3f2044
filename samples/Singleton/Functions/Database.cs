using Npgsql;
using Patterns.Tables;

namespace Singleton.Functions;

/// <summary>The database. Where it is stands in the stack's table, into which the demo writes it; a secret is the place for it on AWS.</summary>
internal static class Database
{
    /// <summary>Does the work of a request on a connection of its own, and notes what became of it.</summary>
    /// <returns>False when the database refused the connection.</returns>
    public static async Task<bool> TryServeAsync(Request request, CancellationToken cancellationToken)
    {
        var isServed = await TryQueryAsync(cancellationToken);
        var note = new TableUpdate(new($"requests/{Stack.Function}", request.Id)).Add(isServed ? "served" : "refused", 1);
        await Stack.State.WriteAsync(note, cancellationToken);
        return isServed;
    }

    private static async Task<bool> TryQueryAsync(CancellationToken cancellationToken)
    {
        var settings = await Stack.State.GetAsync(new("settings", "database"), cancellationToken) ?? throw new InvalidOperationException("Nobody has said where the database is.");
        try
        {
            await using var connection = new NpgsqlConnection(settings["connection"]!.GetString());
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("select pg_sleep(0.2)", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            return false;
        }
    }
}
