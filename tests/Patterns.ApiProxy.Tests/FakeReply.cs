using System.Text.Json;

namespace Patterns.ApiProxy.Tests;

/// <summary>What an API gets from a function.</summary>
internal sealed record FakeReply(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>A member of the problem document.</summary>
    public string? Problem(string name)
    {
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
    }

    public string? Type => Problem("type")?.Replace("urn:patterns:problem:", "", StringComparison.Ordinal);
}
