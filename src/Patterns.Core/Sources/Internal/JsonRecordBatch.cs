using System.Buffers.Text;
using System.Collections.ObjectModel;

namespace Patterns.Sources.Internal;

/// <summary>The records of an event as positions in its bytes; values are made when somebody asks for them.</summary>
internal sealed class JsonRecordBatch(EventBuffer payload) : RecordBatch
{
    // The largest batch that Kinesis and DynamoDB streams deliver.
    private const int MostGuessed = 10_000;

    private RecordSlice[] _records = [];
    private SourceKind _source;
    private int _count;
    private volatile bool _isReleased;

    public EventBuffer Payload => payload;

    public byte[] Bytes => payload.Bytes;

    public override SourceKind Source => _source;

    public override int Count => _count;

    /// <summary>The envelope around this one; null when this is the event itself or the outermost envelope in a record.</summary>
    public JsonRecordBatch? Outer { get; set; }

    /// <summary>How the records of a table's stream are read.</summary>
    public TableReading Table { get; set; } = TableReading.Default;

    /// <exception cref="UnknownEventException">The record comes from another kind of source than those before it.</exception>
    public void Add(in RecordSlice record)
    {
        var source = KindOf(record);
        if (_count == 0)
        {
            _source = source;
        }
        else if (source != _source)
        {
            throw new UnknownEventException($"The records of one event come from one source, but this one has records of {_source} and {source}.");
        }

        if (_count == _records.Length)
        {
            Array.Resize(ref _records, _count == 0 ? GuessCount(record) : _count * 2);
        }

        _records[_count++] = record;
    }

    /// <summary>Makes the payload itself the one message.</summary>
    public void BecomeDirect()
    {
        _count = 0;
        var whole = new Slice(0, payload.Length);
        Add(new RecordSlice { Source = SourceKind.Direct, Body = whole, Whole = whole });
    }

    public void BecomeEmpty(SourceKind source)
    {
        _count = 0;
        _source = source;
    }

    /// <summary>Ends the batch: later reads are refused.</summary>
    public void Release() => _isReleased = true;

    /// <summary>The body as it stands in the event, for records whose body cannot be decoded.</summary>
    public byte[] CopyRawBody(int index) => Record(index).Body.Of(Bytes).ToArray();

    protected internal override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer)
    {
        ref readonly var record = ref Record(index);
        return BodyDecoder.Decode(record, Bytes, Table, buffer);
    }

    protected internal override string GetId(int index)
    {
        ref readonly var record = ref Record(index);
        return _source == SourceKind.S3 ? ObjectId(record) : Text(record.Id) ?? "";
    }

    protected internal override string GetMessageId(int index) =>
        _source is SourceKind.Kinesis or SourceKind.DynamoDb && Text(Record(index).EventId) is { } eventId ? eventId : GetId(index);

    protected internal override string? GetKey(int index) => _source switch
    {
        SourceKind.DynamoDb => PartitionKey.ToText(OrderingKey(index), Bytes),
        SourceKind.S3 => ObjectKey(Record(index)),
        _ => Text(Record(index).Key),
    };

    protected internal override string GetSourceArn(int index) => Text(Record(index).SourceArn) ?? "";

    protected internal override int GetAttempt(int index) =>
        Utf8Parser.TryParse(Record(index).Attempt.Of(Bytes), out int attempt, out _) && attempt > 0 ? attempt : 1;

    protected internal override DateTimeOffset? GetTime(int index) => SourceTime.Parse(Record(index).Time.Of(Bytes), _source);

    protected internal override string? GetEventName(int index) => Text(Record(index).EventName);

    protected internal override string? GetTraceHeader(int index) => Text(Record(index).TraceHeader);

    protected internal override string? GetAttribute(int index, string name)
    {
        ref readonly var record = ref Record(index);
        return record.Attributes.IsPresent ? AttributeReader.Find(record.Attributes.Of(Bytes), record.AttributeForm, name) : null;
    }

    protected internal override IReadOnlyDictionary<string, string> GetAttributes(int index)
    {
        ref readonly var record = ref Record(index);
        return record.Attributes.IsPresent
            ? AttributeReader.All(record.Attributes.Of(Bytes), record.AttributeForm)
            : ReadOnlyDictionary<string, string>.Empty;
    }

    protected internal override bool HaveSameKey(int first, int second)
    {
        var key = OrderingKey(first);
        return key.IsPresent && key.Of(Bytes).SequenceEqual(OrderingKey(second).Of(Bytes));
    }

    protected internal override int GetKeyHash(int index)
    {
        var key = OrderingKey(index);
        if (!key.IsPresent)
        {
            return index;
        }

        var hash = default(HashCode);
        hash.AddBytes(key.Of(Bytes));
        return hash.ToHashCode();
    }

    /// <summary>How many records there would be if all had the length of the first one; an envelope without a list has one.</summary>
    private int GuessCount(in RecordSlice first) => first.Whole.Length > 0 ? Math.Clamp(payload.Length / first.Whole.Length, 1, MostGuessed) : 1;

    private SourceKind KindOf(in RecordSlice record) => record.Source switch
    {
        null => SourceKind.Direct,
        SourceKind.Sqs when record.SourceArn.Of(Bytes).EndsWith(".fifo"u8) => SourceKind.SqsFifo,
        { } known => known,
    };

    private ref readonly RecordSlice Record(int index)
    {
        ObjectDisposedException.ThrowIf(_isReleased, this);
        return ref _records[index];
    }

    private Slice OrderingKey(int index)
    {
        ref readonly var record = ref Record(index);
        return _source == SourceKind.DynamoDb ? PartitionKey.Find(record.Key, Bytes, Table.PartitionKeyName) : record.Key;
    }

    /// <summary>A sequencer tells versions of one object apart, so that only all of these together are an id.</summary>
    private string ObjectId(in RecordSlice record) =>
        $"{Text(record.SourceArn)}/{ObjectKey(record)}#{Text(record.Id)}#{Text(record.EventName)}";

    private string? ObjectKey(in RecordSlice record) => System.Net.WebUtility.UrlDecode(Text(record.Key));

    private string? Text(Slice slice) => SliceText.Read(slice, Bytes);
}
