using System.Globalization;
using Patterns.Tables;

namespace Patterns.WebSocketPush.Internal;

/// <summary>The last messages of topics, numbered without gaps: number and message are written together, and the one that is too old goes with them.</summary>
internal sealed class TopicLog(ITable table, PushOptions options)
{
    private const string Last = "last";
    private const string Data = "data";
    private const int MaxAttempts = 100;

    private static readonly TimeSpan s_longestWait = TimeSpan.FromMilliseconds(50);

    public async ValueTask<long> AppendAsync(string topic, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var last = await LastAsync(topic, cancellationToken).ConfigureAwait(false);
            var written = await table.TransactAsync(Writes(topic, last, data), Guid.NewGuid().ToString("N"), cancellationToken).ConfigureAwait(false);
            if (written.Committed)
            {
                return last + 1;
            }

            await Task.Delay(s_longestWait * Random.Shared.NextDouble(), options.Time, cancellationToken).ConfigureAwait(false);
        }

        throw new TableException($"{table.Name}: {MaxAttempts} times another message of the topic '{topic}' came first.", isRetryable: true);
    }

    public async ValueTask<MissedEntries> ReadAsync(string topic, long after, CancellationToken cancellationToken)
    {
        var last = await LastAsync(topic, cancellationToken).ConfigureAwait(false);
        if (after >= last)
        {
            return new MissedEntries([], last, IsComplete: after == last);
        }

        var entries = new List<LogEntry>();
        await foreach (var item in table.QueryAsync(new TableQuery(Log(topic)) { SortFrom = Sort(after + 1) }, cancellationToken).ConfigureAwait(false))
        {
            var expected = after + 1 + entries.Count;
            if (item.Key.Sort != Sort(expected) || item.IsExpired(options.Time.GetUtcNow()))
            {
                break;
            }

            entries.Add(new LogEntry(expected, item[Data]!.GetBytes()));
        }

        var end = after + entries.Count;
        return end >= last ? new MissedEntries(entries, end, IsComplete: true) : new MissedEntries([], last, IsComplete: false);
    }

    private static string Log(string topic) => $"push#log#{topic}";

    private static TableKey Counter(string topic) => new($"push#sequence#{topic}", "sequence");

    private static string Sort(long sequence) => sequence.ToString("D19", CultureInfo.InvariantCulture);

    private async ValueTask<long> LastAsync(string topic, CancellationToken cancellationToken) =>
        (await table.GetAsync(Counter(topic), cancellationToken).ConfigureAwait(false))?[Last]?.GetInt64() ?? 0;

    private List<TableWrite> Writes(string topic, long last, ReadOnlyMemory<byte> data)
    {
        var next = last + 1;
        var isNext = last == 0 ? TableCondition.Missing(Last) : TableCondition.Equal(Last, last);
        var entry = new TableItem(new TableKey(Log(topic), Sort(next))) { [Data] = TableValue.From(data.Span), ExpiresAt = options.Time.GetUtcNow() + options.LogRetention };
        List<TableWrite> writes = [new TableUpdate(Counter(topic)) { Condition = isNext }.Set(Last, next), new TablePut(entry)];
        if (next > options.LogLength)
        {
            writes.Add(new TableDelete(new TableKey(Log(topic), Sort(next - options.LogLength))));
        }

        return writes;
    }
}
