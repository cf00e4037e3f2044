using System.Text.Json;

namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>A scalar of a document or an attribute, as matchers see it.</summary>
internal readonly struct PatternValue
{
    private PatternValue(JsonValueKind kind, string? text, PatternNumber number)
    {
        Kind = kind;
        Text = text;
        Number = number;
    }

    public JsonValueKind Kind { get; }

    /// <summary>The text of a string, else null.</summary>
    public string? Text { get; }

    public PatternNumber Number { get; }

    public static PatternValue Of(string text) => new(JsonValueKind.String, text, default);

    public static PatternValue Of(PatternNumber number) => new(JsonValueKind.Number, null, number);

    public static PatternValue Of(JsonElement scalar) => scalar.ValueKind switch
    {
        JsonValueKind.String => Of(TextOf(scalar)),
        JsonValueKind.Number => Of(PatternNumber.Of(scalar)),
        _ => new PatternValue(scalar.ValueKind, null, default),
    };

    private static string TextOf(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is legal JSON and no legal text.
            return element.GetRawText();
        }
    }
}
