using System.Text.Json;

namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>Reads the members of a request or an entry that are about one message.</summary>
internal static class JsonMessageInput
{
    public static MessageInput ReadEntry(ref Utf8JsonReader reader)
    {
        var entry = new MessageInput();
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("Id"u8))
            {
                entry.Id = JsonRead.Text(ref reader);
            }
            else if (!TryRead(ref reader, entry))
            {
                JsonRead.SkipMember(ref reader);
            }
        }

        return entry;
    }

    /// <returns>False where the member is none of a message.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, MessageInput message)
    {
        if (reader.ValueTextEquals("MessageBody"u8))
        {
            message.Body = JsonRead.Utf8(ref reader);
        }
        else if (reader.ValueTextEquals("ReceiptHandle"u8))
        {
            message.ReceiptHandle = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("VisibilityTimeout"u8))
        {
            message.VisibilityTimeout = JsonRead.Integer(ref reader);
        }
        else if (reader.ValueTextEquals("DelaySeconds"u8))
        {
            message.DelaySeconds = JsonRead.Integer(ref reader);
        }
        else if (reader.ValueTextEquals("MessageGroupId"u8))
        {
            message.GroupId = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("MessageDeduplicationId"u8))
        {
            message.DeduplicationId = JsonRead.Text(ref reader);
        }
        else
        {
            return TryReadAttributes(ref reader, message);
        }

        return true;
    }

    private static bool TryReadAttributes(ref Utf8JsonReader reader, MessageInput message)
    {
        if (reader.ValueTextEquals("MessageAttributes"u8))
        {
            message.Attributes = ReadAttributes(ref reader);
        }
        else if (reader.ValueTextEquals("MessageSystemAttributes"u8))
        {
            message.SystemAttributes = ReadAttributes(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static Dictionary<string, MessageAttribute>? ReadAttributes(ref Utf8JsonReader reader)
    {
        if (!JsonRead.Enter(ref reader, JsonTokenType.StartObject))
        {
            return null;
        }

        var attributes = new Dictionary<string, MessageAttribute>();
        while (JsonRead.NextMember(ref reader))
        {
            var name = reader.GetString()!;
            if (JsonRead.Enter(ref reader, JsonTokenType.StartObject))
            {
                attributes[name] = ReadAttribute(ref reader);
            }
        }

        return attributes;
    }

    private static MessageAttribute ReadAttribute(ref Utf8JsonReader reader)
    {
        string? type = null;
        string? text = null;
        byte[]? binary = null;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("DataType"u8))
            {
                type = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("StringValue"u8))
            {
                text = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("BinaryValue"u8))
            {
                binary = ReadBinary(ref reader);
            }
            else if (reader.ValueTextEquals("StringListValues"u8) || reader.ValueTextEquals("BinaryListValues"u8))
            {
                RefuseList(ref reader);
            }
            else
            {
                JsonRead.SkipMember(ref reader);
            }
        }

        return AttributeInput.Make(type, text, binary);
    }

    private static byte[]? ReadBinary(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.GetBytesFromBase64();
    }

    private static void RefuseList(ref Utf8JsonReader reader)
    {
        if (JsonRead.Enter(ref reader, JsonTokenType.StartArray) && JsonRead.NextItem(ref reader))
        {
            throw AttributeInput.ListsAreReserved();
        }
    }
}
