using System.Text.Json;

namespace Patterns.Local.Services.Lambda.Wire;

/// <summary>The members of a request; null stands for those that are absent.</summary>
internal readonly struct LambdaInput(JsonElement json)
{
    /// <summary>The year 9999, more or less.</summary>
    private const double MostSeconds = 253_000_000_000;

    public bool Has(string name) => Find(name) is not null;

    /// <exception cref="AwsException">The member is of another type.</exception>
    public string? Text(string name) => Find(name) is { } value ? Of(value, JsonValueKind.String, name).GetString() : null;

    public string RequiredText(string name) =>
        Text(name) ?? throw LambdaErrors.Validation("null", char.ToLowerInvariant(name[0]) + name[1..], "Member must not be null");

    public int? Number(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return Of(value, JsonValueKind.Number, name).TryGetInt32(out var number) ? number : throw WrongType(name);
    }

    /// <summary>A time in seconds since 1970.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return Of(value, JsonValueKind.Number, name).TryGetDouble(out var seconds) && seconds is >= 0 and < MostSeconds
            ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000))
            : throw WrongType(name);
    }

    public bool? Flag(string name) => Find(name) is { } value
        ? value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw WrongType(name)
        : null;

    public LambdaInput? Object(string name) => Find(name) is { } value ? new LambdaInput(Of(value, JsonValueKind.Object, name)) : null;

    public IReadOnlyList<T>? List<T>(string name, Func<JsonElement, T> read) =>
        Find(name) is { } value ? [.. Of(value, JsonValueKind.Array, name).EnumerateArray().Select(read)] : null;

    private static JsonElement Of(JsonElement value, JsonValueKind kind, string name) => value.ValueKind == kind ? value : throw WrongType(name);

    private static AwsException WrongType(string name) => LambdaErrors.InvalidRequestContent($"Could not parse request body into json: {name} has the wrong type.");

    private JsonElement? Find(string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
