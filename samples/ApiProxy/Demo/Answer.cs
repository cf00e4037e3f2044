using System.Text.Json;

namespace ApiProxy.Demo;

/// <summary>What the API answered in the end, and how often it was asked.</summary>
internal sealed record Answer(int Status, string Body, int Tries)
{
    /// <summary>The last part of the problem's type; empty for what is no problem.</summary>
    public string Problem => Member("type") is { } type && Status >= 400 ? type.Split(':', '/')[^1] : "";

    /// <summary>A member of the JSON, as it is written; null without it.</summary>
    public string? Member(string name)
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
