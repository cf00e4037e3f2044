using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>The writes of one commit: the state, a row for each aggregate, and the token.</summary>
internal static class CommitWrites
{
    /// <exception cref="ArgumentException">The commit cannot be made.</exception>
    public static IReadOnlyList<TableWrite> Of(IReadOnlyList<TableWrite> state, IReadOnlyList<OutboxMessage> messages, string? token, OutboxLayout layout, OutboxClock clock)
    {
        MessageRules.Check(messages);
        var created = clock.Next();
        List<TableWrite> writes = [.. state, .. messages.GroupBy(message => message.Envelope.Key!, StringComparer.Ordinal).Select(aggregate => RowOf(aggregate, layout, created))];
        if (token is not null)
        {
            writes.Add(TokenWrite(token, layout, created));
        }

        CommitRules.Check(state.Count, writes);
        return writes;
    }

    private static TablePut RowOf(IGrouping<string, OutboxMessage> aggregate, OutboxLayout layout, DateTimeOffset created)
    {
        var key = layout.RowKey(aggregate.Key, aggregate.First().Sequence, created);
        var row = new OutboxRow(key, aggregate.Key, created, [.. aggregate.Select(message => message.Envelope)]);
        return new TablePut(row.ToItem());
    }

    private static TablePut TokenWrite(string token, OutboxLayout layout, DateTimeOffset created)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return new TablePut(new TableItem(layout.TokenKey(token)) { ExpiresAt = created + layout.KeepTokens })
        {
            Condition = TableCondition.ItemMissing | TableCondition.Expired(created),
        };
    }
}
