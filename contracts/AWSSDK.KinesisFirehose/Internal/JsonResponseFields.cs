using System.Text.Json;

namespace Amazon.KinesisFirehose.Internal;

/// <summary>Reads the members of a response; an absent one is null.</summary>
internal static class JsonResponseFields
{
    internal static string Text(this JsonElement json, string name) => json.Find(name)?.GetString();

    internal static int? Whole(this JsonElement json, string name) => json.Find(name)?.GetInt32();

    internal static bool? Flag(this JsonElement json, string name) => json.Find(name)?.GetBoolean();

    internal static DateTime? Time(this JsonElement json, string name) =>
        json.Find(name) is { } value ? DateTime.UnixEpoch.AddMilliseconds((double)(value.GetDecimal() * 1000)) : null;

    internal static T Object<T>(this JsonElement json, string name, Func<JsonElement, T> read)
        where T : class => json.Find(name) is { } value ? read(value) : null;

    internal static MemoryStream Binary(this JsonElement json, string name) =>
        json.Find(name) is { } value ? AsBinary(value) : null;

    internal static List<string> Texts(this JsonElement json, string name) =>
        json.List(name, static value => value.GetString());

    internal static List<MemoryStream> Binaries(this JsonElement json, string name) => json.List(name, AsBinary);

    internal static Dictionary<string, string> TextMap(this JsonElement json, string name) =>
        json.Map(name, static value => value.GetString());

    internal static List<T> List<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        if (json.Find(name) is not { } values)
        {
            return AWSConfigs.InitializeCollections ? [] : null;
        }

        var list = new List<T>(values.GetArrayLength());
        foreach (var value in values.EnumerateArray())
        {
            list.Add(read(value));
        }

        return list;
    }

    internal static Dictionary<string, T> Map<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        if (json.Find(name) is not { } values)
        {
            return AWSConfigs.InitializeCollections ? [] : null;
        }

        var map = new Dictionary<string, T>();
        foreach (var member in values.EnumerateObject())
        {
            map[member.Name] = read(member.Value);
        }

        return map;
    }

    private static JsonElement? Find(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static MemoryStream AsBinary(JsonElement value) => new(value.GetBytesFromBase64());
}
