using System.Text.Json;

namespace Backends.Demo;

/// <summary>What an API answered.</summary>
internal sealed record Answer(int Status, string Body, string Deprecation)
{
    /// <summary>The parts that the reply says are missing.</summary>
    public string Missing => Member("missing") is { ValueKind: JsonValueKind.Array } parts ? string.Join(",", parts.EnumerateArray().Select(part => part.GetProperty("part").GetString())) : "";

    /// <summary>The last part of the problem's type.</summary>
    public string Problem => Text("type").Split(':')[^1];

    public string Text(string name) => Member(name) is { } value ? value.ToString() : "";

    private JsonElement? Member(string name)
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value) ? value.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
