using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Patterns.Cqrs.Internal;
using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Cqrs;

/// <summary>The commands that have a reply, written together with it: nothing that had no effect, and everything that had one.</summary>
public sealed class CommandJournal
{
    // Spreads the commands of a day over so many partitions.
    private const int Shards = 8;

    // What a refusal adds to an entry.
    private const int RefusalBytes = 1024;

    private readonly ITable _table;
    private readonly string _scope;
    private readonly TimeSpan? _keepFor;
    private readonly TimeProvider _time;

    internal CommandJournal(ITable table, string scope, TimeSpan? keepFor, TimeProvider time) =>
        (_table, _scope, _keepFor, _time) = (table, scope, keepFor, time);

    /// <summary>The commands of a day (UTC), in the order of their times.</summary>
    /// <remarks>Reads the day into memory, since its parts are merged.</remarks>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async IAsyncEnumerable<CommandJournalEntry> ReadAsync(DateOnly day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = new List<TableItem>();
        for (var shard = 0; shard < Shards; shard++)
        {
            await foreach (var item in _table.QueryAsync(new TableQuery(Partition(day, shard)), cancellationToken).ConfigureAwait(false))
            {
                items.Add(item);
            }
        }

        foreach (var item in items.OrderBy(item => item.Key.Sort, StringComparer.Ordinal))
        {
            yield return Read(item);
        }
    }

    /// <exception cref="CommandRejectedException">The command's entry would not fit into an item.</exception>
    internal void CheckSize(CommandRequest request)
    {
        var bytes = AggregateLayout.SizeOf(Entry(request, refusalCode: null).Item) + RefusalBytes;
        if (bytes > ServiceLimits.DynamoDbItemBytes)
        {
            throw new CommandRejectedException(
                CommandRejection.Invalid,
                $"The journal's entry of '{request.Name}' would have {bytes} bytes; at most {ServiceLimits.DynamoDbItemBytes} are possible.");
        }
    }

    /// <summary>The entry of a command that gets its reply in the same transaction.</summary>
    internal TablePut Entry(CommandRequest request, string? refusalCode)
    {
        var now = _time.GetUtcNow();
        var shard = TableShard.Of(request.Key!, Shards);
        var key = new TableKey(Partition(DateOnly.FromDateTime(now.UtcDateTime), shard), $"{Moment.ToText(now)}#{shard}#{Guid.NewGuid():N}");
        KeyValuePair<string, TableValue>[] refusal = refusalCode is null ? [] : [new("refusal", refusalCode)];
        return new TablePut(new TableItem(key, refusal)
        {
            [ItemNames.Kind] = "command",
            ["request"] = JsonSerializer.Serialize(request, CommandJson.Default.CommandRequest),
            [ItemNames.At] = Moment.ToText(now),
            ExpiresAt = now + _keepFor,
        })
        { Table = _table };
    }

    private static CommandJournalEntry Read(TableItem item) => new()
    {
        Request = JsonSerializer.Deserialize(ItemReading.Text(item, "request"), CommandJson.Default.CommandRequest)!,
        At = Moment.Parse(ItemReading.Text(item, ItemNames.At)),
        RefusalCode = item["refusal"]?.GetString(),
    };

    private string Partition(DateOnly day, int shard) => $"journal#{_scope}#{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}#{shard}";
}
