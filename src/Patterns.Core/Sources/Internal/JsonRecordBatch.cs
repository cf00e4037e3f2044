using System.Buffers;
using System.Buffers.Text;
using System.Collections.ObjectModel;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>The records of an event as positions in its bytes; values are made when somebody asks for them.</summary>
internal sealed class JsonRecordBatch(EventBuffer payload) : RecordBatch
{
    private RecordSlice[] _records = [];
    private SourceKind _source;
    private bool _isReleased;

    public EventBuffer Payload => payload;

    public byte[] Bytes => payload.Bytes;

    public override SourceKind Source => _source;

    public override int Count => CountOfRecords;

    private int CountOfRecords { get; set; }

    /// <summary>How the records of a table's stream are read.</summary>
    public TableReading Table { get; set; } = TableReading.Default;

    /// <exception cref="UnknownEventException">The record comes from another kind of source than those before it.</exception>
    public void Add(in RecordSlice record)
    {
        var source = KindOf(record);
        if (CountOfRecords == 0)
        {
            _source = source;
        }
        else if (source != _source)
        {
            throw new UnknownEventException($"The records of one event come from one source, but this one has records of {_source} and {source}.");
        }

        if (CountOfRecords == _records.Length)
        {
            Grow();
        }

        _records[CountOfRecords++] = record;
    }

    /// <summary>Makes the payload itself the one message.</summary>
    public void BecomeDirect()
    {
        CountOfRecords = 0;
        Add(new RecordSlice { Source = SourceKind.Direct, Body = new Slice(0, payload.Length), Whole = new Slice(0, payload.Length) });
    }

    public void BecomeEmpty(SourceKind source)
    {
        CountOfRecords = 0;
        _source = source;
    }

    /// <summary>Ends the batch: later reads are refused, and its memory may serve the next one unless somebody still runs.</summary>
    public void Release(bool reuseMemory)
    {
        _isReleased = true;
        if (!reuseMemory)
        {
            return;
        }

        payload.Release();
        if (_records.Length > 0)
        {
            ArrayPool<RecordSlice>.Shared.Return(_records);
            _records = [];
        }
    }

    public ReadOnlySpan<byte> GetIdBytes(int index) => Record(index).Id.Of(Bytes);

    /// <summary>The whole record as JSON, for the sources whose body is the record.</summary>
    protected internal override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer)
    {
        ref readonly var record = ref Record(index);
        var bytes = record.Body.Of(Bytes);
        if (record.Encoding == BodyEncoding.Plain)
        {
            return bytes;
        }

        buffer.Clear();
        switch (record.Encoding)
        {
            case BodyEncoding.Escaped:
                Unescape(record.Body, buffer);
                break;
            case BodyEncoding.Base64:
                DecodeBase64(bytes, buffer);
                break;
            default:
                TableChangeWriter.Write(bytes, record.EventName.Of(Bytes), Table.WholeChange, buffer);
                break;
        }

        return buffer.Written;
    }

    protected internal override string GetId(int index) => Text(Record(index).Id) ?? "";

    protected internal override string? GetKey(int index) => _source switch
    {
        SourceKind.DynamoDb => Text(OrderingKey(index)),
        SourceKind.S3 => WebUtility.UrlDecode(Text(Record(index).Key)),
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

    private void Grow()
    {
        var larger = ArrayPool<RecordSlice>.Shared.Rent(Math.Max(16, CountOfRecords * 2));
        _records.AsSpan(0, CountOfRecords).CopyTo(larger);
        if (_records.Length > 0)
        {
            ArrayPool<RecordSlice>.Shared.Return(_records);
        }

        _records = larger;
    }

    /// <summary>The text of a slice that is the inside of a JSON string or a number.</summary>
    private string? Text(Slice slice)
    {
        if (!slice.IsPresent)
        {
            return null;
        }

        var bytes = slice.Of(Bytes);
        return bytes.Contains((byte)'\\') && Bytes[slice.Start - 1] == (byte)'"'
            ? JsonSerializer.Deserialize(Quoted(slice), TextJson.Default.String)
            : Encoding.UTF8.GetString(bytes);
    }

    private ReadOnlySpan<byte> Quoted(Slice slice) => Bytes.AsSpan(slice.Start - 1, slice.Length + 2);

    private void Unescape(Slice slice, RecordBuffer buffer)
    {
        var reader = new Utf8JsonReader(Quoted(slice));
        reader.Read();
        buffer.Advance(reader.CopyString(buffer.GetSpan(slice.Length)));
    }

    private static void DecodeBase64(ReadOnlySpan<byte> text, RecordBuffer buffer)
    {
        var target = buffer.GetSpan(Base64.GetMaxDecodedFromUtf8Length(text.Length));
        if (Base64.DecodeFromUtf8(text, target, out _, out var written) != OperationStatus.Done)
        {
            throw new FormatException("The record's data is not Base64.");
        }

        buffer.Advance(written);
    }
}
