using System.Text;
using System.Text.Json;
using Patterns.Local.Services.Streams;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>One record of a stream.</summary>
internal sealed class KinesisRecord(KinesisStream stream) : StreamRecord
{
    private const string Version = "1.0";
    private const string Source = "aws:kinesis";
    private const string Name = "aws:kinesis:record";

    public required ReadOnlyMemory<byte> Data { get; init; }

    public override int Size => PartitionKey.Length + Data.Length;

    public override void WriteEvent(Utf8JsonWriter json, RecordStream log, Shard shard)
    {
        json.WriteStartObject();
        json.WriteStartObject("kinesis"u8);
        json.WriteString("kinesisSchemaVersion"u8, Version);
        json.WriteString("partitionKey"u8, PartitionKey);
        json.WriteString("sequenceNumber"u8, SequenceNumber);
        json.WriteBase64String("data"u8, Data.Span);
        json.WriteNumber("approximateArrivalTimestamp"u8, ArrivedAt.ToUnixTimeMilliseconds() / 1000.0);
        json.WriteEndObject();
        json.WriteString("eventSource"u8, Source);
        json.WriteString("eventVersion"u8, Version);
        json.WriteString("eventID"u8, $"{shard.Id}:{SequenceNumber}");
        json.WriteString("eventName"u8, Name);
        json.WriteString("invokeIdentityArn"u8, stream.ReaderArn);
        json.WriteString("awsRegion"u8, stream.Region);
        json.WriteString("eventSourceARN"u8, log.Arn);
        json.WriteEndObject();
    }

    /// <summary>Filters see the data alone, decoded: as JSON where it is an object or a list, else as text; binary data matches nothing.</summary>
    public override void WriteForFilter(Utf8JsonWriter json, RecordStream log, Shard shard)
    {
        json.WriteStartObject();
        if (JsonText.IsObjectOrArray(Data.Span))
        {
            json.WritePropertyName("data"u8);
            json.WriteRawValue(Data.Span, skipInputValidation: true);
        }
        else if (System.Text.Unicode.Utf8.IsValid(Data.Span))
        {
            json.WriteString("data"u8, Encoding.UTF8.GetString(Data.Span));
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the record as readers of the API see it.</summary>
    public void WriteAnswer(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("SequenceNumber"u8, SequenceNumber);
        json.WriteNumber("ApproximateArrivalTimestamp"u8, ArrivedAt.ToUnixTimeMilliseconds() / 1000.0);
        json.WriteBase64String("Data"u8, Data.Span);
        json.WriteString("PartitionKey"u8, PartitionKey);
        json.WriteEndObject();
    }
}
