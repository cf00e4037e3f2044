using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>Turns the <c>dynamodb</c> member of a stream record into the plain JSON of a <see cref="TableChange{TItem}"/>.</summary>
internal static class TableChangeWriter
{
    public static void Write(ReadOnlySpan<byte> change, ReadOnlySpan<byte> eventName, bool wholeChange, RecordBuffer buffer)
    {
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        if (wholeChange)
        {
            WriteChange(change, eventName, writer);
        }
        else
        {
            WriteLatestImage(change, writer);
        }
    }

    private static void WriteChange(ReadOnlySpan<byte> change, ReadOnlySpan<byte> eventName, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, eventName);
        var reader = new Utf8JsonReader(change);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = PlainName(ref reader);
            reader.Read();
            if (name.IsEmpty || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            writer.WritePropertyName(name);
            AttributeValueWriter.WriteItem(ref reader, writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the new image; without one, the old; in a stream of keys only, the keys.</summary>
    private static void WriteLatestImage(ReadOnlySpan<byte> change, Utf8JsonWriter writer)
    {
        foreach (var name in (ReadOnlySpan<string>)["NewImage", "OldImage", "Keys"])
        {
            if (TryWriteImage(change, name, writer))
            {
                return;
            }
        }

        throw new FormatException("The table change has no image and no keys.");
    }

    private static bool TryWriteImage(ReadOnlySpan<byte> change, string name, Utf8JsonWriter writer)
    {
        var reader = new Utf8JsonReader(change);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = reader.ValueTextEquals(name);
            reader.Read();
            if (isWanted && reader.TokenType == JsonTokenType.StartObject)
            {
                AttributeValueWriter.WriteItem(ref reader, writer);
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static ReadOnlySpan<byte> PlainName(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("Keys"u8))
        {
            return "keys"u8;
        }

        if (reader.ValueTextEquals("NewImage"u8))
        {
            return "new"u8;
        }

        return reader.ValueTextEquals("OldImage"u8) ? "old"u8 : default;
    }
}
