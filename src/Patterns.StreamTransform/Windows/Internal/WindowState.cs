using System.Text.Json;
using System.Text.Json.Serialization;

namespace Patterns.Windows.Internal;

/// <summary>The state as the event source mapping hands it on.</summary>
internal sealed record WindowState
{
    /// <summary>The sequence number of the last record that is in the state; null when none is.</summary>
    [JsonPropertyName("last")]
    public string? Last { get; init; }

    /// <summary>The aggregate; null for none, and when it is spilled.</summary>
    [JsonPropertyName("value")]
    public JsonElement? Value { get; init; }

    /// <summary>What records are recognised by that a producer has put twice.</summary>
    [JsonPropertyName("seen")]
    public HashSet<string>? Seen { get; init; }

    /// <summary>In how many items of the table the state is that has this one's <see cref="Last"/>; 0 when it is here.</summary>
    [JsonPropertyName("spilled")]
    public int Spilled { get; init; }
}
