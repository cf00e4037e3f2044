using System.Text.Json;

namespace Amazon.EventBridge.Internal;

/// <summary>Reads the members of a response; an absent one is null.</summary>
internal static class JsonResponseFields
{
    internal static string Text(this JsonElement json, string name) => json.Find(name)?.GetString();

    internal static int? Whole(this JsonElement json, string name) => json.Find(name)?.GetInt32();

    internal static bool? Flag(this JsonElement json, string name) => json.Find(name)?.GetBoolean();

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

    private static JsonElement? Find(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
