using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>Answers a batch of reads.</summary>
internal static class BatchReadAnswer
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<BatchRead> reads, CapacityDetail detail)
    {
        json.WriteStartObject("Responses");
        foreach (var read in reads)
        {
            WriteItems(json, read.Request.TableName!, read.Items);
        }

        json.WriteEndObject();
        json.WriteStartObject("UnprocessedKeys");
        foreach (var read in reads)
        {
            WriteUnprocessed(json, read);
        }

        json.WriteEndObject();
        json.WriteCapacities(reads.Select(read => read.Capacity), detail);
    }

    private static void WriteItems(Utf8JsonWriter json, string name, IEnumerable<Item> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            AttributeValueWriter.WriteItem(json, item);
        }

        json.WriteEndArray();
    }

    // In the form of a request, so that the client can send it again.
    private static void WriteUnprocessed(Utf8JsonWriter json, BatchRead read)
    {
        if (!read.Unprocessed.Any())
        {
            return;
        }

        json.WriteStartObject(read.Request.TableName!);
        WriteItems(json, "Keys", read.Unprocessed);
        if (read.Request.ConsistentRead is { } isConsistent)
        {
            json.WriteBoolean("ConsistentRead", isConsistent);
        }

        WriteProjection(json, read.Request);
        json.WriteEndObject();
    }

    private static void WriteProjection(Utf8JsonWriter json, ItemRequest request)
    {
        if (request.Legacy?.AttributesToGet is { } attributes)
        {
            json.WriteStartArray("AttributesToGet");
            attributes.ForEach(json.WriteStringValue);
            json.WriteEndArray();
            return;
        }

        if (request.ProjectionExpression is { } projection)
        {
            json.WriteString("ProjectionExpression", projection);
        }

        if (request.Names is { } names)
        {
            json.WriteStartObject("ExpressionAttributeNames");
            foreach (var (placeholder, name) in names)
            {
                json.WriteString(placeholder, name);
            }

            json.WriteEndObject();
        }
    }
}
