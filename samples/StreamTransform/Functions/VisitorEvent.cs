using System.Text.Json.Serialization;

namespace StreamTransform.Functions;

/// <summary>What a line says, without what would tell who the visitor is.</summary>
public sealed record VisitorEvent
{
    public required string Visitor { get; init; }

    public required DateTime Time { get; init; }

    /// <summary><c>view</c> or <c>search</c>; errors have a <see cref="Status"/> instead.</summary>
    public string? Kind { get; init; }

    public int? Status { get; init; }

    public string? Method { get; init; }

    public string? Path { get; init; }

    public string? Section { get; init; }

    public string? Network { get; init; }

    public string? Browser { get; init; }

    public long? Bytes { get; init; }

    public IReadOnlyList<string>? Terms { get; init; }

    [JsonIgnore]
    public bool IsError => Status is not null;
}
