using System.Text.Json;

namespace Patterns.Local.Services.DynamoDb.Wire;

/// <summary>The members of an object in a request about tables. A member that is null is not there.</summary>
internal readonly struct JsonInput(JsonElement element)
{
    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        var other => throw Mismatch(other.Value, "String"),
    };

    public long? Number(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) => (long)Math.Floor(value),
        var other => throw Mismatch(other.Value, "Long"),
    };

    public bool? Flag(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        var other => throw Mismatch(other.Value, "Boolean"),
    };

    public JsonInput? Object(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => new JsonInput(value),
        { ValueKind: JsonValueKind.Array } => throw DynamoDbErrors.Serialization("Unrecognized collection type"),
        _ => throw DynamoDbErrors.Serialization("Unexpected field type"),
    };

    /// <summary>The objects of a list; null where there is no list.</summary>
    public IReadOnlyList<JsonInput>? Objects(string name) => List(name)?.ConvertAll(item => item.ValueKind == JsonValueKind.Object
        ? new JsonInput(item)
        : throw DynamoDbErrors.Serialization("Unexpected value type in payload"));

    /// <summary>The texts of a list; null where there is no list.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        List(name)?.ConvertAll(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Mismatch(item, "String"));

    private static AwsException Mismatch(JsonElement value, string type) => DynamoDbErrors.Serialization(value.ValueKind switch
    {
        JsonValueKind.Object => "Start of structure or map found where not expected",
        JsonValueKind.Array => $"Unrecognized collection type class java.lang.{type}",
        JsonValueKind.True => $"TRUE_VALUE cannot be converted to {type}",
        JsonValueKind.False => $"FALSE_VALUE cannot be converted to {type}",
        JsonValueKind.String => $"STRING_VALUE cannot be converted to {type}",
        _ => $"NUMBER_VALUE cannot be converted to {type}",
    });

    private JsonElement? Find(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private List<JsonElement>? List(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
        { ValueKind: JsonValueKind.Object } => throw DynamoDbErrors.Serialization("Start of structure or map found where not expected"),
        _ => throw DynamoDbErrors.Serialization("Unexpected field type"),
    };
}
