using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>Writes DynamoDB's typed values (<c>{"S":"a"}</c>) as the plain JSON that they mean.</summary>
internal static class AttributeValueWriter
{
    /// <summary>Writes a map of attribute names to typed values; the reader stands on its opening brace.</summary>
    public static void WriteItem(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            WriteName(ref reader, writer);
            reader.Read();
            WriteValue(ref reader, writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteName(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        if (reader.ValueIsEscaped)
        {
            writer.WritePropertyName(reader.GetString()!);
        }
        else
        {
            writer.WritePropertyName(reader.ValueSpan);
        }
    }

    private static void WriteValue(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            throw new FormatException("A table attribute is not of the form {\"type\": value}.");
        }

        var type = AttributeTypes.Parse(reader.ValueSpan);
        reader.Read();
        WriteTyped(ref reader, writer, type);
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject)
        {
            throw new FormatException("A table attribute has more than one type.");
        }
    }

    private static void WriteTyped(ref Utf8JsonReader reader, Utf8JsonWriter writer, AttributeType type)
    {
        switch (type)
        {
            case AttributeType.Number:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: false);
                break;
            case AttributeType.Null:
                writer.WriteNullValue();
                break;
            case AttributeType.Map:
                WriteItem(ref reader, writer);
                break;
            case AttributeType.List:
                WriteList(ref reader, writer);
                break;
            case AttributeType.TextSet:
                WriteSet(ref reader, writer, AttributeType.Text);
                break;
            case AttributeType.NumberSet:
                WriteSet(ref reader, writer, AttributeType.Number);
                break;
            default:
                WriteScalar(ref reader, writer);
                break;
        }
    }

    private static void WriteScalar(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.ValueIsEscaped:
                writer.WriteStringValue(reader.GetString());
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(reader.ValueSpan);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                writer.WriteBooleanValue(reader.GetBoolean());
                break;
            default:
                throw new FormatException("A table attribute does not hold a value of its type.");
        }
    }

    private static void WriteList(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            WriteValue(ref reader, writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteSet(ref Utf8JsonReader reader, Utf8JsonWriter writer, AttributeType element)
    {
        writer.WriteStartArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            WriteTyped(ref reader, writer, element);
        }

        writer.WriteEndArray();
    }
}
