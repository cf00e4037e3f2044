namespace Patterns.Testing;

/// <summary>The laws that every <see cref="Patterns.Connections.IConnections"/> keeps. Run each of <see cref="Laws"/> as a test of its own.</summary>
/// <example>
/// <code>
/// public static TheoryData&lt;string&gt; Laws => [.. ConnectionsContract.Laws];
///
/// [Theory, MemberData(nameof(Laws))]
/// public Task Keeps_the_contract(string law) => ConnectionsContract.CheckAsync(law, new MyConnectionsUnderTest());
/// </code>
/// </example>
public static class ConnectionsContract
{
    private static readonly Dictionary<string, Func<ConnectionsTrial, Task>> Checks = ConnectionLaws.All.ToDictionary(StringComparer.Ordinal);

    /// <summary>The laws' names.</summary>
    public static IReadOnlyCollection<string> Laws => Checks.Keys;

    /// <summary>Checks one law.</summary>
    /// <exception cref="ContractViolationException">The law does not hold; the message says what was seen.</exception>
    public static async Task CheckAsync(string law, ConnectionsUnderTest subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        await Checks[law](new ConnectionsTrial(law, subject)).ConfigureAwait(false);
    }
}
