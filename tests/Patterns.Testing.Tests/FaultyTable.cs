using System.Runtime.CompilerServices;
using Patterns.Tables;

namespace Patterns.Testing.Tests;

/// <summary>A table that keeps the contract but for one fault.</summary>
internal sealed class FaultyTable(string fault) : ITable
{
    private readonly InMemoryTable _table = new();

    public string Name => _table.Name;

    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) => _table.GetAsync(key, Token(cancellationToken));

    public async ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken)
    {
        var items = await _table.GetManyAsync(keys, Token(cancellationToken));
        return fault == "reads keys in another order" ? [.. items.Where(item => item is not null), .. items.Where(item => item is null)] : items;
    }

    public async ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken)
    {
        if (fault == "loses writes")
        {
            return new TableWriteResult(true, null);
        }

        if (fault == "keeps old attributes" && write is TablePut put && await _table.GetAsync(put.Key, default) is { } before)
        {
            write = new TablePut(new TableItem(put.Key, before.Attributes.Where(old => !put.Item.Attributes.ContainsKey(old.Key)).Concat(put.Item.Attributes)));
        }

        var result = await _table.WriteAsync(fault == "ignores conditions" ? write with { Condition = null } : write, Token(cancellationToken));
        var isHidden = result.Applied ? fault == "shows no updated item" : fault == "shows no found item";
        return isHidden ? result with { Item = null } : result;
    }

    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => _table.WriteManyAsync(writes, Token(cancellationToken));

    public async ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken)
    {
        var result = await _table.TransactAsync(writes, fault == "ignores tokens" ? null : token, Token(cancellationToken));
        return fault == "refuses in another order" ? new TableTransactionResult([.. result.Refusals.Reverse()]) : result;
    }

    public async IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = new List<TableItem>();
        await foreach (var item in _table.QueryAsync(fault == "ignores limits" ? query with { Limit = null } : query, Token(cancellationToken)))
        {
            items.Add(item);
        }

        foreach (var item in fault == "sorts by UTF-16" ? items.OrderBy(item => item.Key.Sort, StringComparer.Ordinal) : items.AsEnumerable())
        {
            yield return item;
        }
    }

    private CancellationToken Token(CancellationToken cancellationToken) => fault == "ignores cancellation" ? default : cancellationToken;
}
