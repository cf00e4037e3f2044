using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>Reads the values of a request's placeholders; an error tells which one is wrong.</summary>
internal static class ExpressionValuesReader
{
    /// <summary>The reader stands on the map's first token and afterwards on its last one.</summary>
    /// <exception cref="AwsException"><c>ValidationException</c> or <c>SerializationException</c> with the service's text.</exception>
    public static Dictionary<string, AttributeValue> Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ValueErrors.Serialization("Unexpected field type");
        }

        var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var placeholder = AttributeNames.Read(ref reader);
            reader.Read();
            values[placeholder] = ReadValue(ref reader, placeholder);
        }

        return values;
    }

    private static AttributeValue ReadValue(ref Utf8JsonReader reader, string placeholder)
    {
        try
        {
            return AttributeValueReader.Read(ref reader);
        }
        catch (AwsException error) when (error.Code == "ValidationException")
        {
            throw ValueErrors.Validation($"ExpressionAttributeValues contains invalid value: {error.Message} for key {placeholder}");
        }
    }
}
