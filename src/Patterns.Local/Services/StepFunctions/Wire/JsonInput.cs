using System.Text.Json;

namespace Patterns.Local.Services.StepFunctions.Wire;

/// <summary>The members of a request. A member that is null is not there.</summary>
internal readonly struct JsonInput(JsonElement element)
{
    /// <summary>A text; null when it is not there.</summary>
    /// <exception cref="AwsException">It is something else, or longer than <paramref name="most"/>.</exception>
    public string? Text(string name, int most = int.MaxValue) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => Checked(name, TextOf(value), most),
        _ => throw Mismatch(name, "a text"),
    };

    /// <exception cref="AwsException">It is not there, empty, no text, or longer than <paramref name="most"/>.</exception>
    public string Required(string name, int most = int.MaxValue)
    {
        var text = Text(name, most) ?? throw StepFunctionsErrors.Missing(name);
        return text.Length > 0 ? text : throw StepFunctionsErrors.TooShort(name);
    }

    public bool? Flag(string name) => Find(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Mismatch(name, "true or false"),
    };

    public long? Number(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        _ => throw Mismatch(name, "a whole number"),
    };

    /// <summary>A member that is kept as it came; null when it is not there.</summary>
    public string? Raw(string name) => Find(name)?.GetRawText();

    public IEnumerable<KeyValuePair<string, string>> Tags(string name)
    {
        foreach (var item in List(name))
        {
            var tag = item.ValueKind == JsonValueKind.Object ? new JsonInput(item) : throw Mismatch(name, "a list of tags");
            yield return KeyValuePair.Create(tag.Required("key"), tag.Text("value") ?? "");
        }
    }

    public IReadOnlyList<string> Texts(string name) =>
        [.. List(name).Select(item => item.ValueKind == JsonValueKind.String ? TextOf(item) : throw Mismatch(name, "a list of texts"))];

    private static string Checked(string name, string text, int most) => text.Length <= most ? text : throw StepFunctionsErrors.TooLong(name, most);

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw StepFunctionsErrors.Serialization("A text of the request is no valid Unicode.");
        }
    }

    private static AwsException Mismatch(string name, string expected) => StepFunctionsErrors.Serialization($"The member '{name}' must be {expected}.");

    private JsonElement? Find(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private JsonElement.ArrayEnumerator List(string name) => Find(name) switch
    {
        null => default,
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        _ => throw Mismatch(name, "a list"),
    };
}
