using System.Text.Json;
using System.Text.Unicode;

namespace Patterns.Translation.Internal;

/// <summary>Opens JSON from outside.</summary>
internal static class JsonInput
{
    private const string Root = "$";

    /// <exception cref="TranslationException">It is too large, too deep or not well-formed, or has a member twice.</exception>
    public static JsonDocument Open(ReadOnlyMemory<byte> json, TranslationLimits limits)
    {
        if (json.Length > limits.MaxBytes)
        {
            throw new TranslationException(TranslationFault.TooLarge, Root, $"has more than {limits.MaxBytes} bytes.");
        }

        if (!Utf8.IsValid(json.Span))
        {
            throw new TranslationException(TranslationFault.Malformed, Root, "is not UTF-8.");
        }

        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = limits.MaxDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            throw Explain(json.Span, limits, exception);
        }
    }

    /// <summary>Reads it once more, since the exception does not tell what was wrong.</summary>
    private static TranslationException Explain(ReadOnlySpan<byte> json, TranslationLimits limits, JsonException exception)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = limits.MaxDepth + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= limits.MaxDepth && reader.TokenType is (JsonTokenType.StartArray or JsonTokenType.StartObject))
                {
                    return new TranslationException(TranslationFault.TooDeep, Root, $"is nested more than {limits.MaxDepth} deep.", exception);
                }
            }

            return new TranslationException(TranslationFault.Forbidden, Root, "has a member twice.", exception);
        }
        catch (JsonException)
        {
            return new TranslationException(
                TranslationFault.Malformed,
                Root,
                $"is not JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).",
                exception);
        }
    }
}
