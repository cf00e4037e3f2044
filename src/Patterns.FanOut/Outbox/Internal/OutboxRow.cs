using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>The messages of one aggregate in one commit, and how far they have come.</summary>
internal sealed record OutboxRow(TableKey Key, string Aggregate, DateTimeOffset Created, IReadOnlyList<Envelope> Messages)
{
    public int Next { get; init; }

    public int Attempts { get; init; }

    public IReadOnlyCollection<string> Delivered { get; init; } = [];

    public DateTimeOffset? NotBefore { get; init; }

    /// <exception cref="FormatException">The item is no row of an outbox, or of a version that this one does not know.</exception>
    public static OutboxRow Read(TableItem item)
    {
        try
        {
            return new OutboxRow(
                item.Key,
                Required(item, RowNames.Aggregate).GetString(),
                ReadTime(Required(item, RowNames.Created)),
                [.. Required(item, RowNames.Messages).GetList().Select(EnvelopeValue.Read)])
            {
                Next = (int)Required(item, RowNames.Next).GetInt64(),
                Attempts = (int)(item[RowNames.Attempts]?.GetInt64() ?? 0),
                Delivered = item[RowNames.Delivered]?.GetStringSet() ?? (IReadOnlyCollection<string>)[],
                NotBefore = item[RowNames.NotBefore] is { } moment ? ReadTime(moment) : null,
            };
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or OverflowException or ArgumentException or KeyNotFoundException)
        {
            throw new FormatException($"{item.Key} is no row of an outbox that can be read.", unreadable);
        }
    }

    public TableItem ToItem() => new(Key)
    {
        [RowNames.State] = RowNames.Pending,
        [RowNames.Aggregate] = Aggregate,
        [RowNames.Created] = Created.ToUnixTimeMilliseconds(),
        [RowNames.Messages] = TableValue.ListOf(Messages.Select(EnvelopeValue.Write)),
        [RowNames.Next] = 0L,
    };

    private static TableValue Required(TableItem item, string name) => item[name] ?? throw new KeyNotFoundException($"It has no '{name}'.");

    private static DateTimeOffset ReadTime(TableValue milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.GetInt64());
}
