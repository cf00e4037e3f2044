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
            WriteLatestImage(change, isRemoval: eventName.SequenceEqual("REMOVE"u8), writer);
        }
    }

    private static void WriteChange(ReadOnlySpan<byte> change, ReadOnlySpan<byte> eventName, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, eventName);
        var reader = new Utf8JsonReader(change, JsonLimits.Reader);
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

    /// <summary>Writes the new image, or the old one of a removed item; in a stream of keys only, the keys.</summary>
    private static void WriteLatestImage(ReadOnlySpan<byte> change, bool isRemoval, Utf8JsonWriter writer)
    {
        if (TryWriteImage(change, isRemoval ? "OldImage" : "NewImage", writer))
        {
            return;
        }

        if (HasMember(change, "OldImage"))
        {
            throw new FormatException("The stream has old images only, which are out of date; take TableChange<T> as the message, or give the stream new images.");
        }

        if (!TryWriteImage(change, "Keys", writer))
        {
            throw new FormatException("The table change has no image and no keys.");
        }
    }

    private static bool HasMember(ReadOnlySpan<byte> change, string name)
    {
        var reader = new Utf8JsonReader(change, JsonLimits.Reader);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name))
            {
                return true;
            }

            reader.Read();
            reader.Skip();
        }

        return false;
    }

    private static bool TryWriteImage(ReadOnlySpan<byte> change, string name, Utf8JsonWriter writer)
    {
        var reader = new Utf8JsonReader(change, JsonLimits.Reader);
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
