using System.Text.Json;

namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>The members of an object in a request; null stands for those that are absent.</summary>
internal readonly struct KinesisInput(JsonElement element)
{
    /// <summary>The year 9999, more or less.</summary>
    private const double MostSeconds = 253_000_000_000;

    /// <exception cref="AwsException">The member is of another type, as in all that follow.</exception>
    public string? Text(string name) => Find(name, JsonValueKind.String)?.GetString();

    public string Required(string name) => Text(name) ?? throw KinesisErrors.Missing(PathOf(name));

    public int? Number(string name)
    {
        if (Find(name, JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        return value.TryGetInt32(out var number) ? number : throw WrongType(name);
    }

    /// <summary>A number in a range; null when it is absent.</summary>
    public int? Number(string name, int min, int max)
    {
        var number = Number(name);
        Constraints.CheckRange(number, PathOf(name), min, max);
        return number;
    }

    public int RequiredNumber(string name) => Number(name) ?? throw KinesisErrors.Missing(PathOf(name));

    public bool? Flag(string name) => element.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Null => null,
            _ => throw WrongType(name),
        }
        : null;

    /// <summary>A time in seconds since 1970.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Find(name, JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        return value.TryGetDouble(out var seconds) && seconds is >= 0 and < MostSeconds
            ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000))
            : throw WrongType(name);
    }

    public byte[]? Bytes(string name)
    {
        if (Find(name, JsonValueKind.String) is not { } value)
        {
            return null;
        }

        return value.TryGetBytesFromBase64(out var bytes) ? bytes : throw KinesisErrors.Serialization($"{name} is not Base64.");
    }

    public KinesisInput? Object(string name) => Find(name, JsonValueKind.Object) is { } value ? new KinesisInput(value) : null;

    public IReadOnlyList<T>? List<T>(string name, JsonValueKind kind, Func<JsonElement, T> read) =>
        Find(name, JsonValueKind.Array) is { } list
            ? [.. list.EnumerateArray().Select(item => item.ValueKind == kind ? read(item) : throw WrongType(name))]
            : null;

    public IReadOnlyList<string>? Texts(string name) => List(name, JsonValueKind.String, item => item.GetString()!);

    public IReadOnlyList<KeyValuePair<string, string>>? TextMap(string name) =>
        Find(name, JsonValueKind.Object) is { } map
            ? [.. map.EnumerateObject().Select(member => KeyValuePair.Create(
                member.Name, member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : throw WrongType(name)))]
            : null;

    /// <summary>A member's name as the service's errors write it.</summary>
    public static string PathOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static AwsException WrongType(string name) => KinesisErrors.Serialization($"{name} has the wrong type.");

    private JsonElement? Find(string name, JsonValueKind kind)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == kind ? value : throw WrongType(name);
    }
}
