using System.Text;
using System.Text.Json;

namespace Patterns.FanOut.Internal;

/// <summary>
/// The aggregates that a batch of stream records has news of, each once and under its first record, so that the reply names the
/// lowest record of those that are not done.
/// </summary>
internal sealed class OutboxSignals : RecordBatch
{
    private readonly List<(string SequenceNumber, string Aggregate)> _signals = [];
    private string _sourceArn = "";

    public override SourceKind Source => SourceKind.DynamoDb;

    public override int Count => _signals.Count;

    /// <exception cref="UnknownEventException">The payload is not an event of a table's stream with new images.</exception>
    public static async Task<OutboxSignals> ReadAsync(Stream input)
    {
        try
        {
            var streamEvent = await JsonSerializer.DeserializeAsync(input, TableStreamJson.Default.TableStreamEvent).ConfigureAwait(false);
            return Of(streamEvent?.Records ?? throw new UnknownEventException("An outbox relay takes the events of a table's stream, but this payload has no Records."));
        }
        catch (JsonException noEvent)
        {
            throw new UnknownEventException("An outbox relay takes the events of a table's stream, but this payload is none.", noEvent);
        }
    }

    protected override string GetId(int index) => _signals[index].SequenceNumber;

    protected override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer) => Encoding.UTF8.GetBytes(_signals[index].Aggregate);

    protected override string GetKey(int index) => _signals[index].Aggregate;

    protected override string GetSourceArn(int index) => _sourceArn;

    private static OutboxSignals Of(TableStreamRecord[] records)
    {
        var batch = new OutboxSignals();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            Check(record);
            batch._sourceArn = record.EventSourceArn ?? "";
            if (record is { EventName: "INSERT", Change.NewImage: { State.S: RowNames.Pending, Aggregate.S: { Length: > 0 } aggregate } } && known.Add(aggregate))
            {
                batch._signals.Add((record.Change.SequenceNumber ?? "", aggregate));
            }
        }

        return batch;
    }

    private static void Check(TableStreamRecord record)
    {
        if (record?.EventSource is not "aws:dynamodb")
        {
            throw new UnknownEventException($"An outbox relay takes the events of a table's stream, but this one has a record of {record?.EventSource ?? "nobody"}.");
        }

        if (record is { EventName: "INSERT", Change.NewImage: null })
        {
            throw new UnknownEventException($"The stream {record.EventSourceArn} has no new images; an outbox relay needs the view type NEW_IMAGE or NEW_AND_OLD_IMAGES.");
        }
    }
}
