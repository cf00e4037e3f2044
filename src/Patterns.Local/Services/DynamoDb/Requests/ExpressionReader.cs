using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>Reads the expressions of a request, and the names and values of their placeholders.</summary>
internal static class ExpressionReader
{
    /// <returns>False where the member is none of them.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, ItemRequest request)
    {
        if (reader.ValueTextEquals("ConditionExpression"u8))
        {
            request.ConditionExpression = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("UpdateExpression"u8))
        {
            request.UpdateExpression = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("KeyConditionExpression"u8))
        {
            request.KeyConditionExpression = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("FilterExpression"u8))
        {
            request.FilterExpression = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("ProjectionExpression"u8))
        {
            request.ProjectionExpression = JsonRead.Text(ref reader);
        }
        else
        {
            return ReadPlaceholders(ref reader, request);
        }

        return true;
    }

    private static bool ReadPlaceholders(ref Utf8JsonReader reader, ItemRequest request)
    {
        if (reader.ValueTextEquals("ExpressionAttributeNames"u8))
        {
            request.Names = ReadNames(ref reader);
        }
        else if (reader.ValueTextEquals("ExpressionAttributeValues"u8))
        {
            request.Values = JsonRead.NextIsNull(ref reader) ? null : ExpressionValuesReader.Read(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static Dictionary<string, string>? ReadNames(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader))
        {
            return null;
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (JsonRead.NextMember(ref reader))
        {
            var placeholder = AttributeNames.Read(ref reader);
            names[placeholder] = JsonRead.Text(ref reader)
                ?? throw DynamoDbErrors.NullMember("expressionAttributeNames." + placeholder + ".member");
        }

        return names;
    }
}
