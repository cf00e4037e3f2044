using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>A law being checked on a table, in a partition that nobody else uses.</summary>
internal sealed class TableTrial(string law, TableUnderTest subject)
{
    private static readonly TableAttributeNames Names = new("(partition)", "(sort)", "(expires)");

    public ITable Table => subject.Table;

    public ITable Other => subject.Other;

    public ITable? Missing => subject.Missing;

    public string Partition { get; } = $"law-{Guid.NewGuid():N}";

    public TableKey Key(string sort) => new(Partition, sort);

    public void Expect(bool holds, string finding)
    {
        if (!holds)
        {
            throw new ContractViolationException(law, finding);
        }
    }

    public void ExpectSame(TableItem? expected, TableItem? actual) =>
        Expect(Text(expected) == Text(actual), $"expected {Text(expected)}, but it is {Text(actual)}.");

    public void ExpectKeys(IEnumerable<string> expected, IEnumerable<TableItem> actual)
    {
        var wanted = string.Join(' ', expected);
        var found = string.Join(' ', actual.Select(item => item.Key.Sort));
        Expect(wanted == found, $"expected the keys {wanted}, but they are {found}.");
    }

    public async Task<TableItem?> GetAsync(string sort, ITable? table = null) =>
        await (table ?? Table).GetAsync(Key(sort), CancellationToken.None).ConfigureAwait(false);

    public async Task ExpectStoredAsync(TableItem expected, ITable? table = null) =>
        ExpectSame(expected, await GetAsync(expected.Key.Sort, table).ConfigureAwait(false));

    public async Task ExpectMissingAsync(string sort, ITable? table = null) =>
        ExpectSame(null, await GetAsync(sort, table).ConfigureAwait(false));

    /// <summary>Writes, and expects that the condition holds.</summary>
    public async Task<TableItem?> WriteAsync(TableWrite write)
    {
        var result = await Table.WriteAsync(write, CancellationToken.None).ConfigureAwait(false);
        Expect(result.Applied, $"the write of {write.Key} was refused.");
        return result.Item;
    }

    public async Task<TableItem> PutAsync(TableItem item, ITable? table = null)
    {
        var result = await (table ?? Table).WriteAsync(new TablePut(item), CancellationToken.None).ConfigureAwait(false);
        Expect(result.Applied, $"the put of {item.Key} was refused.");
        return item;
    }

    public async Task<TableTransactionResult> TransactAsync(params TableWrite[] writes) =>
        await Table.TransactAsync(writes, token: null, CancellationToken.None).ConfigureAwait(false);

    public async Task<List<TableItem>> QueryAsync(TableQuery query, ITable? table = null)
    {
        var items = new List<TableItem>();
        await foreach (var item in (table ?? Table).QueryAsync(query, CancellationToken.None).ConfigureAwait(false))
        {
            items.Add(item);
        }

        return items;
    }

    public async Task<TException> ExpectThrowsAsync<TException>(string what, Func<Task> action)
        where TException : Exception
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (TException exception)
        {
            return exception;
        }
#pragma warning disable CA1031 // Whatever else is thrown is the finding.
        catch (Exception exception) when (exception is not ContractViolationException)
#pragma warning restore CA1031
        {
            throw new ContractViolationException(law, $"{what}: expected a {typeof(TException).Name}, but a {exception.GetType().Name} came: {exception.Message}");
        }

        throw new ContractViolationException(law, $"{what}: nothing was thrown.");
    }

    /// <summary>Expects a failure for good that names the table and the key.</summary>
    public async Task ExpectRefusedAsync(string what, TableKey? key, Func<Task> action, ITable? table = null)
    {
        var exception = await ExpectThrowsAsync<TableException>(what, action).ConfigureAwait(false);
        Expect(!exception.IsRetryable, $"{what}: the failure says that asking again may help: {exception.Message}");
        Expect(exception.Message.Contains((table ?? Table).Name, StringComparison.Ordinal), $"{what}: the message does not name the table: {exception.Message}");
        Expect(key is null || exception.Message.Contains($"{key}", StringComparison.Ordinal), $"{what}: the message does not name the key: {exception.Message}");
    }

    private static string Text(TableItem? item) => item is null ? "no item" : ItemJson.Image(item, Names);
}
