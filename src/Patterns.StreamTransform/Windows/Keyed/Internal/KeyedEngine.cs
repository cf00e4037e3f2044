using System.Text.Json;
using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.Windows.Internal;

/// <summary>What all invocations of one handler share; nothing in it changes.</summary>
internal sealed class KeyedEngine<TIn, TState, TOut>(
    KeyedWindowParts<TIn, TState, TOut> parts,
    KeyedWindowOptions<TIn> options,
    RecordHandlerOptions handling,
    string name)
{
    public KeyedWindowParts<TIn, TState, TOut> Parts => parts;

    public KeyedWindowOptions<TIn> Options => options;

    public RecordHandlerOptions Handling => handling;

    public string Name => name;

    public WindowShape Shape { get; } = options.Shape;

    public KeyedTableLayout Layout { get; } = new(name);

    public OutboundWriter Results { get; } = new(options.Results, options.Outbound);

    public OutboundWriter? Late { get; } = options.LateDestination is { } late ? new OutboundWriter(late, options.Outbound) : null;

    /// <summary>Where results go that their destination refuses for good; null for nowhere.</summary>
    public OutboundWriter? Failures { get; } = handling.FailureDestination is { } failures ? new OutboundWriter(failures, options.Outbound) : null;

    public WindowMeter Meter { get; } = new(name);

    public ITable Table => options.Table;

    public DateTimeOffset Now => handling.Time.GetUtcNow();

    public DateTimeOffset ForgottenAt => Now + options.Retention;

    /// <summary>The latest moment to which a record can bring a watermark.</summary>
    public DateTimeOffset BelievedUntil => Now + options.AllowedLead;

    public byte[] Write(TOut result) => JsonSerializer.SerializeToUtf8Bytes(result, parts.OutputJson);

    public Envelope ToEnvelope(PendingResult result) => new()
    {
        Id = result.Id,
        Body = result.Body,
        Key = result.Key,
        Type = options.Type,
        Source = name,
        Time = result.Time,
    };

    /// <summary>Runs the action for each, several at a time; it must not throw.</summary>
    public async Task ForEachAsync<TItem>(IReadOnlyCollection<TItem> items, Func<TItem, ValueTask> action)
    {
        if (items.Count > 1 && handling.MaxParallelism > 1)
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = handling.MaxParallelism };
            await Parallel.ForEachAsync(items, parallel, (item, _) => action(item)).ConfigureAwait(false);
            return;
        }

        foreach (var item in items)
        {
            await action(item).ConfigureAwait(false);
        }
    }
}
