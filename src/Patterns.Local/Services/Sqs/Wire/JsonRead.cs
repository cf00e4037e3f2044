using System.Buffers;
using System.Text.Json;

namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>Reads the values of a request; each method starts at a member's name and ends on the value's last token.</summary>
internal static class JsonRead
{
    public static void Expect(JsonTokenType actual, JsonTokenType expected)
    {
        if (actual != expected)
        {
            throw new JsonException();
        }
    }

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

    /// <summary>Goes from a member's name into its object or array; false where the value is null.</summary>
    public static bool Enter(ref Utf8JsonReader reader, JsonTokenType start)
    {
        Advance(ref reader);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return false;
        }

        Expect(reader.TokenType, start);
        return true;
    }

    public static void SkipMember(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        reader.Skip();
    }

    public static string? Text(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.GetString();
    }

    /// <summary>A number; also one in quotes, as some clients write it.</summary>
    public static int? Integer(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String when int.TryParse(reader.GetString(), out var value) => value,
            JsonTokenType.String => throw new JsonException(),
            _ => reader.GetInt32(),
        };
    }

    public static List<string> List(ref Utf8JsonReader reader)
    {
        var list = new List<string>();
        if (Enter(ref reader, JsonTokenType.StartArray))
        {
            while (NextItem(ref reader))
            {
                list.Add(reader.GetString() ?? throw new JsonException());
            }
        }

        return list;
    }

    public static Dictionary<string, string> Map(ref Utf8JsonReader reader)
    {
        var map = new Dictionary<string, string>();
        if (Enter(ref reader, JsonTokenType.StartObject))
        {
            while (NextMember(ref reader))
            {
                var name = reader.GetString()!;
                map[name] = Text(ref reader) ?? "";
            }
        }

        return map;
    }

    /// <summary>The text's UTF-8 bytes in an array of their own, with no string on the way.</summary>
    public static byte[] Utf8(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        Expect(reader.TokenType, JsonTokenType.String);
        if (!reader.ValueIsEscaped)
        {
            return reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray();
        }

        return Unescaped(ref reader);
    }

    private static byte[] Unescaped(ref Utf8JsonReader reader)
    {
        var longest = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(longest);
        try
        {
            return buffer.AsSpan(0, reader.CopyString(buffer)).ToArray();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: well-formed JSON, but no character.
            throw SqsErrors.InvalidMessageContents();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException();
        }
    }
}
