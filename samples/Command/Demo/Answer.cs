using System.Text.Json;

namespace Command.Demo;

/// <summary>What the API answered in the end, and how often it was asked.</summary>
internal sealed record Answer(int Status, string Body, string ETag, string ViewToken, bool IsReplayed, int Tries)
{
    /// <summary>The last part of the problem's type.</summary>
    public string Problem => Member("type").Split(':')[^1];

    public string Member(string name)
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value) ? value.ToString() : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
