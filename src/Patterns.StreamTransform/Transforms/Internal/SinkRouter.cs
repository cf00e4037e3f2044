using System.Diagnostics;
using Patterns.Outbound;

namespace Patterns.StreamTransform.Internal;

/// <summary>The sinks of a handler: makes the envelopes that each one gets, and sends those of an invocation together.</summary>
internal sealed class SinkRouter<TOut>
{
    private readonly StreamTransformOptions<TOut> _options;
    private readonly RecordEncoder<TOut> _encoder;
    private readonly string _transform;
    private readonly SinkSender<TOut>[] _senders;
    private readonly int _rest;

    public SinkRouter(StreamTransformOptions<TOut> options, RecordEncoder<TOut> encoder, string transform)
    {
        _options = options;
        _encoder = encoder;
        _transform = transform;
        _senders = [.. options.Sinks.Select(sink => new SinkSender<TOut>(sink, options.Outbound, transform))];
        _rest = Array.FindIndex(_senders, sender => sender.Sink.IsRest);
    }

    /// <summary>Puts the output's envelopes to the record's others.</summary>
    /// <param name="output">The output.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cause">What it is made of.</param>
    /// <param name="outputs">The record's others.</param>
    /// <param name="body">Its bytes; null to have it encoded.</param>
    public void Route(TransformOutput<TOut> output, string id, in TransformCause cause, RecordOutputs<TOut> outputs, ReadOnlyMemory<byte>? body)
    {
        output = output with { Key = output.Key ?? cause.Key };
        if (output.Sink is not null)
        {
            Envelope? only = null;
            Add(Find(output.Sink), output, id, cause, outputs, body, ref only);
            return;
        }

        Envelope? shared = null;
        var isWanted = false;
        for (var sink = 0; sink < _senders.Length; sink++)
        {
            if (_senders[sink].Sink is { IsRest: false } candidate && (candidate.When is not { } when || when(output)))
            {
                Add(sink, output, id, cause, outputs, body, ref shared);
                isWanted = true;
            }
        }

        if (!isWanted && _rest >= 0)
        {
            Add(_rest, output, id, cause, outputs, body, ref shared);
        }
        else if (!isWanted)
        {
            outputs.Count(DropReasons.NoSink);
        }
    }

    /// <summary>Sends what the records came to, and fails the records of what was not taken.</summary>
    public async ValueTask CommitAsync(IReadOnlyList<CommitEntry<TransformContext<TOut>>> entries, CancellationToken cancellationToken)
    {
        var batches = new SinkBatch?[_senders.Length];
        for (var index = 0; index < entries.Count; index++)
        {
            ((RecordOutputs<TOut>)entries[index].Work).AddTo(batches, index, entries.Count);
        }

        var results = await Task.WhenAll(_senders.Select((sender, sink) => SendAsync(sender, batches[sink], cancellationToken))).ConfigureAwait(false);
        var failed = Fail(entries, batches, results);
        DropTally.Report(entries, failed, _transform);
    }

    private static Task<IReadOnlyList<SendFailure>> SendAsync(SinkSender<TOut> sender, SinkBatch? batch, CancellationToken cancellationToken) =>
        batch is null ? Task.FromResult<IReadOnlyList<SendFailure>>([]) : sender.SendAsync(batch.Envelopes, cancellationToken);

    private HashSet<int> Fail(IReadOnlyList<CommitEntry<TransformContext<TOut>>> entries, SinkBatch?[] batches, IReadOnlyList<SendFailure>[] results)
    {
        var failures = new Dictionary<int, RecordFailures>();
        for (var sink = 0; sink < results.Length; sink++)
        {
            if (results[sink].Count > 0)
            {
                foreach (var (owner, failure) in batches[sink]!.OwnersOf(results[sink]))
                {
                    (failures.TryGetValue(owner, out var known) ? known : failures[owner] = new RecordFailures()).Add(_senders[sink].Name, failure);
                }
            }
        }

        foreach (var (owner, failure) in failures)
        {
            entries[owner].Fail(failure.ToException(entries[owner].Work.MessageId));
        }

        return [.. failures.Keys];
    }

    private int Find(string name)
    {
        var sink = Array.FindIndex(_senders, sender => string.Equals(sender.Name, name, StringComparison.Ordinal));
        return sink >= 0
            ? sink
            : throw new ArgumentException($"There is no sink '{name}'; there are {string.Join(", ", _senders.Select(sender => sender.Name))}.");
    }

    /// <summary>Makes the envelope for one sink; sinks without an encoder of their own share one.</summary>
    private void Add(
        int sink,
        in TransformOutput<TOut> output,
        string id,
        in TransformCause cause,
        RecordOutputs<TOut> outputs,
        ReadOnlyMemory<byte>? body,
        ref Envelope? shared)
    {
        var target = _senders[sink].Sink;
        var envelope = body is null && target.Encoder is { } encoder
            ? Describe(output, id, cause, outputs.Record, encoder(output.Value))
            : shared ??= Describe(output, id, cause, outputs.Record, body ?? _encoder(output.Value));
        envelope = target.Map?.Invoke(output, envelope) ?? envelope;
        SinkLimits.Check(target.Destination, envelope);
        outputs.Add(sink, envelope);
    }

    private Envelope Describe(in TransformOutput<TOut> output, string id, in TransformCause cause, RecordContext record, ReadOnlyMemory<byte> body)
    {
        var source = _options.SourceId?.Invoke(record);
        return new Envelope
        {
            Id = source is null ? id : $"{source}/{id}",
            Body = body,
            Key = source is null || output.Key is null ? output.Key : $"{source}/{output.Key}",
            Type = output.Type ?? _options.Type,
            Source = source ?? _options.Source ?? record.Lambda.FunctionName,
            Subject = output.Subject,
            Time = output.Time ?? cause.Time,
            CorrelationId = cause.CorrelationId,
            CausationId = cause.MessageId,
            TraceParent = Activity.Current?.Id ?? record.TraceParent,
            Attributes = output.Attributes ?? System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty,
        };
    }
}
