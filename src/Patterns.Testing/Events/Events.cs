using System.Text;
using System.Text.Json;

namespace Patterns.Testing;

/// <summary>Builds the payloads with which event sources invoke a function.</summary>
public static class Events
{
    private const string Region = "eu-west-1";
    private const string Account = "111122223333";
    private static readonly DateTimeOffset Time = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A batch of a standard queue; the message ids are the bodies' positions: <c>0</c>, <c>1</c>, …</summary>
    public static MemoryStream Sqs(params IReadOnlyList<string> bodies) =>
        Sqs([.. bodies.Select((body, index) => new SqsRecord(body) { MessageId = index.ToString() })]);

    /// <summary>A batch of a standard queue.</summary>
    public static MemoryStream Sqs(params IReadOnlyList<SqsRecord> records) =>
        Records(records, (writer, record) => SqsEventWriter.Write(writer, record, Arn("sqs", "orders")));

    /// <summary>A batch of a FIFO queue. Every record needs a group.</summary>
    public static MemoryStream SqsFifo(params IReadOnlyList<SqsRecord> records) =>
        Records(records, (writer, record) => SqsEventWriter.Write(writer, record, Arn("sqs", "orders.fifo")));

    /// <summary>Notifications of a topic; the message ids are their positions.</summary>
    public static MemoryStream Sns(params IReadOnlyList<string> messages)
    {
        var index = 0;
        return Records(messages, (writer, message) =>
        {
            writer.WriteStartObject();
            writer.WriteString("EventVersion", "1.0");
            writer.WriteString("EventSource", "aws:sns");
            writer.WriteString("EventSubscriptionArn", Arn("sns", "orders:subscription"));
            writer.WritePropertyName("Sns");
            SnsNotificationWriter.Write(writer, message, (index++).ToString(), Arn("sns", "orders"), Time, attributes: null);
            writer.WriteEndObject();
        });
    }

    /// <summary>The body that a queue gets from a topic without raw delivery.</summary>
    public static string SnsEnvelope(string message, string messageId = "m-1", IReadOnlyDictionary<string, string>? attributes = null) =>
        Text(writer => SnsNotificationWriter.Write(writer, message, messageId, Arn("sns", "orders"), Time, attributes));

    /// <summary>A batch of a Kinesis shard. Sequence numbers count up from 1 where a record has none.</summary>
    public static MemoryStream Kinesis(params IReadOnlyList<StreamRecord> records)
    {
        var sequence = 0;
        return Records(records, (writer, record) =>
            StreamEventWriter.WriteKinesis(writer, record, record.SequenceNumber ?? (++sequence).ToString(), Arn("kinesis", "stream/orders"), Time));
    }

    /// <summary>A batch of a DynamoDB stream's shard. Sequence numbers count up from 1 where a record has none.</summary>
    public static MemoryStream DynamoDb(params IReadOnlyList<TableRecord> records)
    {
        var sequence = 0;
        return Records(records, (writer, record) => StreamEventWriter.WriteTable(
            writer,
            record,
            record.SequenceNumber ?? (++sequence).ToString(),
            Arn("dynamodb", "table/orders/stream/2026-01-01T00:00:00.000"),
            Time));
    }

    /// <summary>An event of a bus.</summary>
    /// <param name="detailType">The detail type.</param>
    /// <param name="detail">The detail, as JSON.</param>
    /// <param name="source">Who sent it.</param>
    /// <param name="id">The event's id.</param>
    public static MemoryStream EventBridge(string detailType, string detail, string source = "shop.orders", string id = "e-1") =>
        ToStream(EventBridgeEnvelope(detailType, detail, source, id));

    /// <summary>The body that a queue gets from a bus.</summary>
    public static string EventBridgeEnvelope(string detailType, string detail, string source = "shop.orders", string id = "e-1") =>
        Text(writer => BusEventWriter.Write(writer, id, detailType, source, detail, Time, resource: null));

    /// <summary>The tick of a rule on a schedule.</summary>
    public static MemoryStream Schedule(DateTimeOffset time, string rule = "nightly") =>
        ToStream(Text(writer => BusEventWriter.Write(writer, "t-1", "Scheduled Event", "aws.events", "{}", time, Arn("events", "rule/" + rule))));

    /// <summary>Notifications of created objects. The keys are encoded as S3 does it.</summary>
    public static MemoryStream S3(string bucket, params IReadOnlyList<string> keys) =>
        Records(keys, (writer, key) => ObjectEventWriter.Write(writer, bucket, key, Region, Time));

    /// <summary>A request to an HTTP API.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, and behind a question mark the query.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="headers">The headers; without <c>content-type</c> among them, it is JSON.</param>
    /// <param name="caller">Who asks, as a JWT authorizer says in the claim <c>sub</c>; null for nobody.</param>
    public static MemoryStream HttpApi(string method, string path, string? body = null, IReadOnlyDictionary<string, string>? headers = null, string? caller = null) =>
        ToStream(Text(writer => HttpEventWriter.Write(writer, method, path, body, headers, caller)));

    /// <summary>A payload that is the message itself.</summary>
    public static MemoryStream Direct(string json) => ToStream(json);

    private static string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";

    private static MemoryStream Records<TRecord>(IReadOnlyList<TRecord> records, Action<Utf8JsonWriter, TRecord> write) =>
        ToStream(Text(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("Records");
            foreach (var record in records)
            {
                write(writer, record);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }));

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static MemoryStream ToStream(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
    }
}
