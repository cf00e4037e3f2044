using System.Text.Json;

namespace Patterns.Local.Services.Wire;

/// <summary>The members of a JSON object in a request; null stands for those that are absent or null.</summary>
internal readonly struct JsonMembers(JsonElement json)
{
    /// <summary>The year 9999, more or less.</summary>
    private const double MostSeconds = 253_000_000_000;

    /// <summary>The object as it was sent.</summary>
    public JsonElement Json => json;

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="AwsException">It is no JSON object.</exception>
    public static JsonMembers Parse(in System.Buffers.ReadOnlySequence<byte> body)
    {
        if (body.IsEmpty)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new JsonMembers(document.RootElement.Clone())
                : throw Malformed("The request body is no JSON object.");
        }
        catch (JsonException malformed)
        {
            throw Malformed($"The request body is no JSON: {malformed.Message}");
        }
    }

    public bool Has(string name) => Find(name) is not null;

    /// <exception cref="AwsException">The member is of another type; so it is with the methods below.</exception>
    public string? Text(string name) => Find(name) is { } value ? TextOf(value, name) : null;

    public int? Number(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return Of(value, JsonValueKind.Number, name).TryGetInt32(out var number) ? number : throw WrongType(name);
    }

    /// <summary>A time: seconds since 1970, or its ISO 8601 form.</summary>
    public DateTimeOffset? Time(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var seconds) && seconds is >= 0 and < MostSeconds =>
            DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000)),
        { ValueKind: JsonValueKind.String } value when value.TryGetDateTimeOffset(out var time) => time,
        _ => throw WrongType(name),
    };

    public JsonMembers? Object(string name) => Find(name) is { } value ? new JsonMembers(Of(value, JsonValueKind.Object, name)) : null;

    /// <summary>The objects of a list; null where there is no list.</summary>
    public IReadOnlyList<JsonMembers>? Objects(string name) =>
        Items(name) is { } items ? [.. items.Select(item => new JsonMembers(Of(item, JsonValueKind.Object, name)))] : null;

    /// <summary>The texts of a list; null where there is no list.</summary>
    public IReadOnlyList<string>? Texts(string name) => Items(name) is { } items ? [.. items.Select(item => TextOf(item, name))] : null;

    public IReadOnlyDictionary<string, string>? TextMap(string name) => Object(name) is { } map
        ? map.Json.EnumerateObject().ToDictionary(member => member.Name, member => TextOf(member.Value, name))
        : null;

    private static JsonElement Of(JsonElement value, JsonValueKind kind, string name) => value.ValueKind == kind ? value : throw WrongType(name);

    private static string TextOf(JsonElement value, string name)
    {
        try
        {
            return Of(value, JsonValueKind.String, name).GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Malformed($"{name} is no Unicode text.");
        }
    }

    private static AwsException WrongType(string name) => Malformed($"{name} has the wrong type.");

    private static AwsException Malformed(string message) => new("SerializationException", message);

    private JsonElement.ArrayEnumerator? Items(string name) => Find(name) is { } value ? Of(value, JsonValueKind.Array, name).EnumerateArray() : null;

    private JsonElement? Find(string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
