using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Internal;

/// <summary>A row that the change of a position is about.</summary>
/// <param name="Partition">The row's partition.</param>
/// <param name="Sort">Its place there.</param>
/// <param name="IsChanged">Whether it was written together with the position.</param>
/// <param name="IsThere">Whether it is there since.</param>
/// <param name="Before">Its revision before that; null when it was not there. While it is still found so, the change is not visible in whole.</param>
internal sealed record PositionRow(
    [property: JsonPropertyName("p")] string Partition,
    [property: JsonPropertyName("s")] string Sort,
    [property: JsonPropertyName("c")] bool IsChanged,
    [property: JsonPropertyName("t")] bool IsThere,
    [property: JsonPropertyName("b")] string? Before = null)
{
    [JsonIgnore]
    public ViewKey Key => new(Partition, Sort);
}
