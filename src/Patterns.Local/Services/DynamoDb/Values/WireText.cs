using System.Text.Json;

namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>Reads JSON scalars where the service expects text, binary or a boolean, and refuses others in its words.</summary>
internal static class WireText
{
    public static string ReadString(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? Read(ref reader) : throw Unconvertible(ref reader, "String");

    /// <summary>The text of a string or property name.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw ValueErrors.Serialization("The text is no valid UTF-8");
        }
    }

    public static byte[] ReadBinary(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.TryGetBytesFromBase64(out var bytes) ? bytes : throw Base64Error(Read(ref reader));
        }

        throw reader.TokenType switch
        {
            JsonTokenType.StartArray => ValueErrors.Serialization("Unrecognized collection type class java.nio.ByteBuffer"),
            JsonTokenType.StartObject => MisplacedStructure(),
            _ => ValueErrors.Serialization("only base-64-encoded strings are convertible to bytes"),
        };
    }

    public static bool ReadBoolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => ReadBooleanText(Read(ref reader)),
        _ => throw Unconvertible(ref reader, "Boolean"),
    };

    public static AwsException MisplacedStructure() => ValueErrors.Serialization("Start of structure or map found where not expected");

    // The service takes these words for booleans in any case.
    private static bool ReadBooleanText(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" => true,
        "FALSE" or "0" or "NO" => false,
        _ => throw ValueErrors.Serialization("Unexpected token received from parser"),
    };

    private static AwsException Base64Error(string text) => ValueErrors.Serialization(text.Length % 4 == 0
        ? "Invalid last non-pad Base64 character dectected"
        : $"Base64 encoded length is expected a multiple of 4 bytes but found: {text.Length}");

    private static AwsException Unconvertible(ref Utf8JsonReader reader, string type) => reader.TokenType switch
    {
        JsonTokenType.StartArray => ValueErrors.Serialization($"Unrecognized collection type class java.lang.{type}"),
        JsonTokenType.StartObject => MisplacedStructure(),
        JsonTokenType.True => ValueErrors.Serialization($"TRUE_VALUE cannot be converted to {type}"),
        JsonTokenType.False => ValueErrors.Serialization($"FALSE_VALUE cannot be converted to {type}"),
        _ when reader.TryGetInt64(out _) => ValueErrors.Serialization($"NUMBER_VALUE cannot be converted to {type}"),
        _ => ValueErrors.Serialization($"DECIMAL_VALUE cannot be converted to {type}"),
    };
}
