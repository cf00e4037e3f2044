using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Wire;

/// <summary>Reads the members of a request; each method starts at a member's name and ends on the value's last token.</summary>
internal static class JsonRead
{
    /// <summary>Goes to the next member's name; false at the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType != JsonTokenType.EndObject;
    }

    /// <summary>Goes to the next item; false at the end of the array.</summary>
    public static bool NextItem(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Goes from a member's name into its object; false where the value is null.</summary>
    public static bool EnterObject(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        CheckObject(ref reader);
        return reader.TokenType != JsonTokenType.Null;
    }

    /// <summary>Goes from a member's name into its array; false where the value is null.</summary>
    public static bool EnterArray(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType switch
        {
            JsonTokenType.Null => false,
            JsonTokenType.StartArray => true,
            JsonTokenType.StartObject => throw WireText.MisplacedStructure(),
            _ => throw DynamoDbErrors.Serialization("Unexpected field type"),
        };
    }

    /// <summary>Refuses a list's item that is null or begins no object.</summary>
    public static void CheckNotNull(ref Utf8JsonReader reader, string path)
    {
        CheckObject(ref reader);
        if (reader.TokenType == JsonTokenType.Null)
        {
            throw DynamoDbErrors.NullMember(path);
        }
    }

    private static void CheckObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
        {
            throw DynamoDbErrors.Serialization(reader.TokenType == JsonTokenType.StartArray ? "Unrecognized collection type" : "Unexpected field type");
        }
    }

    public static void SkipMember(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        reader.Skip();
    }

    public static string? Text(ref Utf8JsonReader reader) => NextIsNull(ref reader) ? null : WireText.ReadString(ref reader);

    public static bool? Flag(ref Utf8JsonReader reader) => NextIsNull(ref reader) ? null : WireText.ReadBoolean(ref reader);

    public static int? Integer(ref Utf8JsonReader reader)
    {
        if (NextIsNull(ref reader))
        {
            return null;
        }

        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDouble(out var value) => (int)Math.Clamp(Math.Floor(value), int.MinValue, int.MaxValue),
            JsonTokenType.String => throw DynamoDbErrors.Serialization("STRING_VALUE cannot be converted to Integer"),
            JsonTokenType.True => throw DynamoDbErrors.Serialization("TRUE_VALUE cannot be converted to Integer"),
            JsonTokenType.False => throw DynamoDbErrors.Serialization("FALSE_VALUE cannot be converted to Integer"),
            _ => throw WireText.MisplacedStructure(),
        };
    }

    public static Item? Item(ref Utf8JsonReader reader) => NextIsNull(ref reader) ? null : AttributeValueReader.ReadItem(ref reader);

    public static AttributeValue? Value(ref Utf8JsonReader reader) => NextIsNull(ref reader) ? null : AttributeValueReader.Read(ref reader);

    public static List<string>? Texts(ref Utf8JsonReader reader)
    {
        if (!EnterArray(ref reader))
        {
            return null;
        }

        var texts = new List<string>();
        while (NextItem(ref reader))
        {
            texts.Add(WireText.ReadString(ref reader));
        }

        return texts;
    }

    /// <summary>Goes to the member's value; true where it is null.</summary>
    public static bool NextIsNull(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType == JsonTokenType.Null;
    }

    private static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException();
        }
    }
}
