using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>One transaction on tables in memory, whose locks its caller holds.</summary>
internal sealed class TransactionRun(string table, IReadOnlyList<TableWrite> writes, Func<TableWrite, InMemoryTable> tableOf, DateTimeOffset now)
{
    private readonly List<TableRefusal> _refusals = [];
    private readonly TableItem?[] _after = new TableItem?[writes.Count];
    private TableException? _error;

    public TableTransactionResult Run(string? token)
    {
        if (token is not null && IsRepeated(token))
        {
            return TableTransactionResult.Success;
        }

        Prepare();
        if (_error is not null)
        {
            throw _error;
        }

        return _refusals.Count > 0 ? new TableTransactionResult(_refusals) : Commit(token);
    }

    private bool IsRepeated(string token)
    {
        var text = WriteText.Of(writes, tableOf);
        var earlier = writes.Select(write => tableOf(write).State.Tokens.Find(token, now)).FirstOrDefault(found => found is not null);
        return earlier is null || earlier == text
            ? earlier is not null
            : throw new TableException($"{table}: transact: The token was used within the last ten minutes with other writes.", isRetryable: false);
    }

    /// <summary>Looks at every write, as the service does, so that all refusals are known.</summary>
    private void Prepare()
    {
        var bytes = 0;
        for (var index = 0; index < writes.Count; index++)
        {
            var target = tableOf(writes[index]);
            var before = target.State.Items.Find(writes[index].Key);
            if (!ConditionTest.Holds(writes[index].Condition, before))
            {
                _refusals.Add(new TableRefusal(index, before));
                continue;
            }

            _after[index] = TryWrite(writes[index], target.State, before);
            bytes += (_after[index] ?? before) is { } item ? ItemSize.Of(item, target.Names) : 0;
        }

        if (bytes > ServiceLimits.DynamoDbTransactionBytes)
        {
            _error ??= new TableException($"{table}: transact: The items have {bytes} bytes; {ServiceLimits.DynamoDbTransactionBytes} are possible.", isRetryable: false);
        }
    }

    private TableItem? TryWrite(TableWrite write, TableState state, TableItem? before)
    {
        try
        {
            return state.After(write, before);
        }
        catch (TableException exception)
        {
            _error ??= exception;
            return null;
        }
    }

    private TableTransactionResult Commit(string? token)
    {
        var text = token is null ? null : WriteText.Of(writes, tableOf);
        for (var index = 0; index < writes.Count; index++)
        {
            var state = tableOf(writes[index]).State;
            state.Commit(writes[index].Key, _after[index], now);
            if (token is not null)
            {
                state.Tokens.Add(token, text!, now);
            }
        }

        return TableTransactionResult.Success;
    }
}
