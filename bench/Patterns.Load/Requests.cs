using System.Buffers;
using System.Text.Json;

namespace Patterns.Load;

/// <summary>Encodes the requests for one queue, in batches of ten.</summary>
internal static class Requests
{
    public const int BatchSize = 10;

    private const string Body =
        """{"id":"order-000017","customer":"customer-4711","country":"DE","quantity":3,"note":"Please leave it with the neighbour."}""";

    public static byte[] Send(string queueUrl) => Encode(queueUrl, static json =>
    {
        json.WriteStartArray("Entries");
        for (var i = 0; i < BatchSize; i++)
        {
            json.WriteStartObject();
            json.WriteString("Id", $"m{i}");
            json.WriteString("MessageBody", Body);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static byte[] Receive(string queueUrl) => Encode(queueUrl, static json =>
    {
        json.WriteNumber("MaxNumberOfMessages", BatchSize);
        json.WriteNumber("VisibilityTimeout", 600);
    });

    /// <returns>The request that deletes what was received, or null where nothing was.</returns>
    public static byte[]? Delete(string queueUrl, ReadOnlySpan<byte> received)
    {
        var handles = ReceiptHandles.In(received);
        return handles.Count == 0 ? null : Encode(queueUrl, json =>
        {
            json.WriteStartArray("Entries");
            for (var i = 0; i < handles.Count; i++)
            {
                json.WriteStartObject();
                json.WriteString("Id", $"m{i}");
                json.WriteString("ReceiptHandle", handles[i]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    public static byte[] Create(string name) => EncodeObject(json => json.WriteString("QueueName", name));

    public static byte[] OfQueue(string queueUrl) => Encode(queueUrl, static _ => { });

    public static byte[] Counts(string queueUrl) => Encode(queueUrl, static json =>
    {
        json.WriteStartArray("AttributeNames");
        json.WriteStringValue("All");
        json.WriteEndArray();
    });

    private static byte[] Encode(string queueUrl, Action<Utf8JsonWriter> members) => EncodeObject(json =>
    {
        json.WriteString("QueueUrl", queueUrl);
        members(json);
    });

    private static byte[] EncodeObject(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
