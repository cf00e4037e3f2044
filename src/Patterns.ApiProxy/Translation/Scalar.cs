using System.Runtime.InteropServices;
using System.Text.Json;
using Patterns.Translation.Internal;

namespace Patterns.Translation;

/// <summary>A value without parts. What JSON says is carried as it is written: no number is rounded, no date is moved.</summary>
public sealed class Scalar : XmlShape
{
    private readonly JsonValueKind _kind;
    private readonly Func<string, bool> _isJson;
    private readonly Func<string, string?> _fromXml;

    private Scalar(string description, JsonValueKind kind, Func<string, bool> isJson, Func<string, string?> fromXml)
    {
        Description = description;
        _kind = kind;
        _isJson = isJson;
        _fromXml = fromXml;
    }

    /// <summary>A text; spaces and line ends are kept. Characters that XML 1.0 does not have are refused.</summary>
    public static Scalar Text { get; } = new("a text", JsonValueKind.String, XmlCharacters.AreAllowed, text => text);

    /// <summary>
    /// A number of any size, kept digit by digit. What only XML allows (<c>+1</c>, <c>007</c>, <c>.5</c>) is read as the same number in JSON's
    /// form; <c>INF</c> and <c>NaN</c> are refused.
    /// </summary>
    public static Scalar Number { get; } = new("a number", JsonValueKind.Number, _ => true, Internal.NumberText.Normalize);

    /// <summary>A number that is a text in JSON, for clients whose numbers end at 2^53: <c>"12345678901234567890"</c>.</summary>
    public static Scalar NumberText { get; } = new("a number as text", JsonValueKind.String, Internal.NumberText.IsJson, Internal.NumberText.Normalize);

    /// <summary>True or false; <c>1</c> and <c>0</c> are read, too.</summary>
    public static Scalar Boolean { get; } = new("true or false", JsonValueKind.True, _ => true, text => Trim(text) switch
    {
        "true" or "1" => "true",
        "false" or "0" => "false",
        _ => null,
    });

    /// <summary>A date without a time, <c>2026-11-26</c>, of the years 1 to 9999. One with an offset is refused.</summary>
    public static Scalar Date { get; } = new("a date", JsonValueKind.String, DateText.IsDate, text => When(DateText.IsDate, text));

    /// <summary>
    /// A moment with its offset, <c>2026-11-26T08:00:00.25+01:00</c> (RFC 3339 with capital letters), with any number of digits of a second. One
    /// without an offset is refused.
    /// </summary>
    public static Scalar DateTime { get; } = new("a date and time with an offset", JsonValueKind.String, DateText.IsMoment, text => When(DateText.IsMoment, text));

    /// <summary>A date and time of the wall clock, <c>2026-11-26T08:00:00</c>. One with an offset is refused.</summary>
    public static Scalar LocalDateTime { get; } =
        new("a date and time without an offset", JsonValueKind.String, DateText.IsLocal, text => When(DateText.IsLocal, text));

    internal override bool HasNil => false;

    internal override string Description { get; }

    internal bool IsText => ReferenceEquals(this, Text);

    /// <summary>The text for a JSON value that is not null.</summary>
    internal string ToText(JsonElement value, DocumentPath path)
    {
        var kind = value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;
        if (kind != _kind)
        {
            throw path.Mismatch($"must be {Description}, but is {NameOf(value.ValueKind)}.");
        }

        var text = _kind switch
        {
            JsonValueKind.String => StringOf(value, path),
            _ => value.GetRawText(),
        };
        return _isJson(text) ? text : throw path.Mismatch(IsText ? "has a character that XML does not have." : $"must be {Description}.");
    }

    /// <summary>The JSON value for a text.</summary>
    internal Translated FromText(string text, DocumentPath path) => _fromXml(text) is { } json
        ? new Translated(_kind, json)
        : throw path.Mismatch($"must be {Description}.");

    internal override void Write(JsonElement value, XmlOutput output)
    {
        if (_kind == JsonValueKind.Number && value.ValueKind == JsonValueKind.Number)
        {
            output.WriteAscii(JsonMarshal.GetRawUtf8Value(value));
        }
        else
        {
            output.Writer.WriteString(ToText(value, output.Path));
        }
    }

    internal override Translated Read(XmlInput input)
    {
        input.RefuseAttributes();
        return FromText(input.ReadText(), input.Path);
    }

    private static string StringOf(JsonElement value, DocumentPath path)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw path.Mismatch("has half a surrogate pair.", exception);
        }
    }

    private static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.Number => "a number",
        _ => "a text",
    };

    private static string? When(Func<string, bool> isValid, string text) => Trim(text) is var trimmed && isValid(trimmed) ? trimmed : null;

    private static string Trim(string text) => text.Trim(XmlCharacters.Whitespace);
}
