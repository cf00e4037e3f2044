using Patterns.Outbound;

namespace Patterns.StreamTransform.Internal;

/// <summary>What became of one record: envelopes for the sinks, and what was dropped.</summary>
internal sealed class RecordOutputs<TOut>(SinkRouter<TOut> router, RecordContext record)
    : TransformContext<TOut>(record, TransformCause.Of(record))
{
    // Most records have one output.
    private RoutedEnvelope? _first;
    private List<RoutedEnvelope>? _others;
    private List<string>? _drops;

    public IReadOnlyList<string> Drops => _drops ?? (IReadOnlyList<string>)[];

    public override string? GetAttribute(string name) => Record.GetAttribute(name);

    /// <summary>Puts out the record's own bytes, with its id and attributes.</summary>
    public void PassOn(TOut value)
    {
        IsAccountedFor = true;
        var copy = Envelope.CopyOf(Record);
        var type = Record.GetAttribute("ce-type");
        router.Route(new TransformOutput<TOut>(value) { Type = type, Subject = copy.Subject, Attributes = copy.Attributes }, MessageId, Cause, this, copy.Body);
    }

    public void Add(int sink, Envelope envelope)
    {
        if (_first is null)
        {
            _first = new RoutedEnvelope(sink, envelope);
        }
        else
        {
            (_others ??= []).Add(new RoutedEnvelope(sink, envelope));
        }
    }

    public void AddTo(SinkBatch?[] batches, int owner, int records)
    {
        _first?.AddTo(batches, owner, records);
        if (_others is { } others)
        {
            foreach (var other in others)
            {
                other.AddTo(batches, owner, records);
            }
        }
    }

    internal override void Accept(in TransformOutput<TOut> output, string id, in TransformCause cause) =>
        router.Route(output, id, cause, this, body: null);

    internal override void Count(string reason) => (_drops ??= []).Add(reason);
}
