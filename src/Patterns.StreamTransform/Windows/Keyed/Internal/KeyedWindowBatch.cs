using System.Text;
using Patterns.StreamTransform.Internal;
using Patterns.Tables;

namespace Patterns.Windows.Internal;

/// <summary>One invocation: takes its records into the windows of their keys.</summary>
internal sealed class KeyedWindowBatch<TIn, TState, TOut>(KeyedEngine<TIn, TState, TOut> engine, string? shard)
    : BatchCommitHandler<TIn, KeyedRecord<TIn>>(engine.Parts.InputJson, engine.Handling)
{
    private const int FirstYear = 2;
    private const int LastYear = 9000;

    private readonly List<(string Sequence, DateTimeOffset Time)> _records = [];

    /// <summary>The stream's name; null until records are committed.</summary>
    public string? Source { get; private set; }

    /// <summary>The latest time of the records before the first one that is to come again; null when there is none.</summary>
    public DateTimeOffset? WatermarkBefore(IEnumerable<string> failedIds)
    {
        var failed = failedIds.ToList();
        var handled = _records.Where(record => failed.TrueForAll(id => SequenceNumbers.Compare(record.Sequence, id) < 0)).ToList();
        return handled.Count == 0 ? null : handled.Max(record => record.Time);
    }

    protected override ValueTask<KeyedRecord<TIn>?> PrepareAsync(TIn message, RecordContext context)
    {
        var key = engine.Options.Key is { } keyOf ? keyOf(message) : context.Key;
        if (string.IsNullOrEmpty(key))
        {
            var hint = context.Source == SourceKind.DynamoDb
                ? $" Of a table whose key has two parts, set {nameof(KeyedWindowOptions<>.Key)}, or {nameof(RecordHandlerOptions.PartitionKeyName)} of {nameof(RecordHandlerOptions)}."
                : "";
            throw new NonRetryableException($"Record {context.MessageId} has no key, so that it belongs to no window.{hint}");
        }

        var bytes = Encoding.UTF8.GetByteCount(engine.Layout.KeyOf(SourceNames.Of(context.SourceArn), key).Partition);
        if (bytes > KeyedTableLayout.MostKeyBytes)
        {
            throw new NonRetryableException(
                $"Record {context.MessageId} has a key that is too long for the table: with the names of handler and stream it has {bytes} bytes, and {KeyedTableLayout.MostKeyBytes} are possible.");
        }

        var time = engine.Options.EventTime(message).ToUniversalTime();
        if (time.Year is < FirstYear or > LastYear)
        {
            throw new NonRetryableException($"Record {context.MessageId} says that it happened in the year {time.Year}, so that it belongs to no window.");
        }

        var duplicateId = engine.Options.DuplicateId is { } idOf ? DuplicateDigest.Of(idOf(message)) : null;
        return new(new KeyedRecord<TIn>(message, context, key, time, duplicateId));
    }

    protected override async ValueTask CommitAsync(IReadOnlyList<CommitEntry<KeyedRecord<TIn>>> entries, CancellationToken cancellationToken)
    {
        var source = Source = SourceNames.Of(entries[0].Context.SourceArn);
        var keys = entries.GroupBy(entry => entry.Work.Key, StringComparer.Ordinal).ToList();
        var (watermark, items) = await ReadAsync(source, [.. keys.Select(key => engine.Layout.KeyOf(source, key.Key))], cancellationToken).ConfigureAwait(false);
        var byWatermark = shard is null ? null : engine.Layout.ByWatermarkOf(source, shard);
        var turns = keys.Select((key, index) =>
        {
            var itemKey = engine.Layout.KeyOf(source, key.Key);
            var marks = new KeyMarks<TIn, TState, TOut>(engine, itemKey, key.Key, byWatermark, []);
            return new KeyTurn<TIn, TState, TOut>(engine, itemKey, key.Key, items[index], marks, fold => fold.AdvanceAsync(watermark)) { Entries = [.. key] };
        }).ToList();

        await KeyTurns.RunAsync(engine, turns, entries[0].Context.Lambda.Logger, cancellationToken).ConfigureAwait(false);
        turns.ForEach(turn => turn.Settle());
        _records.AddRange(entries.Select(entry => (entry.Work.Sequence, entry.Work.Time)));
    }

    /// <summary>The states of the keys, and the watermark of the shard as earlier invocations left it.</summary>
    private async ValueTask<(DateTimeOffset Watermark, IReadOnlyList<TableItem?> Items)> ReadAsync(string source, List<TableKey> keys, CancellationToken cancellationToken)
    {
        if (shard is null)
        {
            return (default, await engine.Table.GetManyAsync(keys, cancellationToken).ConfigureAwait(false));
        }

        var items = await engine.Table.GetManyAsync([.. keys, engine.Layout.ShardOf(source, shard)], cancellationToken).ConfigureAwait(false);
        return (ShardWatermark.Of(items[^1]), items);
    }
}
