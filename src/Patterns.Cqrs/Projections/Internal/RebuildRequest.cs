using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Internal;

/// <summary>What a rebuild is asked for.</summary>
internal sealed record RebuildRequest(
    [property: JsonPropertyName("view")] string View,
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("action")] string Action = "rebuild",
    [property: JsonPropertyName("without")] string[]? Without = null);
