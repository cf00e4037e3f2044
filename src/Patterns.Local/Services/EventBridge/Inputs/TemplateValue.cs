using System.Text.Json;

namespace Patterns.Local.Services.EventBridge.Inputs;

/// <summary>The value of a variable, as it looks inside and outside of quotes.</summary>
internal readonly record struct TemplateValue(string Outside, string Inside)
{
    /// <summary>A text: quoted by itself outside, as it is inside of quotes.</summary>
    public static TemplateValue Text(string text) => new(Quote(text), text);

    /// <summary>A text that stays one: escaped inside of quotes as well.</summary>
    public static TemplateValue Quoted(string text)
    {
        var quoted = Quote(text);
        return new TemplateValue(quoted, quoted[1..^1]);
    }

    /// <summary>An object or array: inside of quotes without quotes of its own.</summary>
    public static TemplateValue Json(JsonElement value)
    {
        var text = JsonSerializer.Serialize(value, InputJson.Relaxed.JsonElement);
        return new TemplateValue(text, text.Replace("\"", "", StringComparison.Ordinal));
    }

    public static TemplateValue Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value.GetString()!),
        JsonValueKind.Object or JsonValueKind.Array => Json(value),
        _ => new TemplateValue(value.GetRawText(), value.GetRawText()),
    };

    private static string Quote(string text) => JsonSerializer.Serialize(text, InputJson.Relaxed.String);
}
