using System.Text.Json;

namespace Patterns.Local.Services.Firehose.Wire;

/// <summary>The members of an object in a request. A member that is null is not there.</summary>
internal readonly struct FirehoseInput(JsonElement element)
{
    public string? Text(string name) => Find(name, JsonValueKind.String)?.GetString();

    public string Required(string name) =>
        Text(name) ?? throw FirehoseErrors.Constraint(Camel(name), "Member must not be null");

    public long? Number(string name) => Find(name, JsonValueKind.Number)?.GetInt64();

    public bool? Flag(string name) => Find(name, JsonValueKind.True)?.GetBoolean();

    public FirehoseInput? Object(string name) => Find(name, JsonValueKind.Object) is { } value ? new FirehoseInput(value) : null;

    public IReadOnlyList<FirehoseInput>? Objects(string name) =>
        Find(name, JsonValueKind.Array) is { } list ? [.. list.EnumerateArray().Select(item => new FirehoseInput(Checked(item, JsonValueKind.Object)))] : null;

    public bool Has(string name) => element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Bytes that are Base64 in the request.</summary>
    public byte[]? Bytes(string name)
    {
        if (Find(name, JsonValueKind.String) is not { } text)
        {
            return null;
        }

        return text.TryGetBytesFromBase64(out var bytes) ? bytes : throw FirehoseErrors.Serialization($"{name} is not Base64.");
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static JsonElement Checked(JsonElement value, JsonValueKind kind)
    {
        var isFlag = kind == JsonValueKind.True && value.ValueKind == JsonValueKind.False;
        return value.ValueKind == kind || isFlag ? value : throw FirehoseErrors.Serialization($"A {kind} was expected where a {value.ValueKind} is.");
    }

    private JsonElement? Find(string name, JsonValueKind kind) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Checked(value, kind) : null;
}
