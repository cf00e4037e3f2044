namespace Patterns.Testing;

/// <summary>The laws that every <see cref="Patterns.Tables.ITable"/> keeps. Run each of <see cref="Laws"/> as a test of its own.</summary>
/// <example>
/// <code>
/// public static TheoryData&lt;string&gt; Laws => [.. TableContract.Laws];
///
/// [Theory, MemberData(nameof(Laws))]
/// public Task Keeps_the_contract(string law) => TableContract.CheckAsync(law, new MyTableUnderTest());
/// </code>
/// </example>
public static class TableContract
{
    private static readonly Dictionary<string, Func<TableTrial, Task>> Checks = new[]
    {
        ValueLaws.All,
        WriteLaws.All,
        RefusalLaws.All,
        BatchLaws.All,
        UpdateLaws.All,
        ConditionLaws.All,
        TransactionLaws.All,
        QueryLaws.All,
        ExpiryLaws.All,
        MissingTableLaws.All,
        CancellationLaws.All,
        ConcurrencyLaws.All,
        HistoryLaws.All,
    }.SelectMany(laws => laws).ToDictionary(StringComparer.Ordinal);

    /// <summary>The laws' names.</summary>
    public static IReadOnlyCollection<string> Laws => Checks.Keys;

    /// <summary>Checks one law.</summary>
    /// <exception cref="ContractViolationException">The law does not hold; the message says what was seen.</exception>
    public static async Task CheckAsync(string law, TableUnderTest subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        await Checks[law](new TableTrial(law, subject)).ConfigureAwait(false);
    }
}
