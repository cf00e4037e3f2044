using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Patterns.Cqrs.Internal;

/// <summary>A row as the images of its table's stream have it.</summary>
internal sealed record ViewRowItem(
    [property: JsonPropertyName(ViewItemNames.Partition)] string Partition,
    [property: JsonPropertyName(ViewItemNames.Sort)] string Sort,
    [property: JsonPropertyName(ViewItemNames.Generation)] int Generation,
    [property: JsonPropertyName(ItemNames.AggregateId)] string AggregateId,
    [property: JsonPropertyName(ItemNames.Version)] long Version,
    [property: JsonPropertyName(ItemNames.At)] string At,
    [property: JsonPropertyName(ItemNames.Data)] string Data)
{
    /// <exception cref="JsonException">The data are not of the row's form.</exception>
    public ViewChange<TView> ToChange<TView>(JsonTypeInfo<TView> json, bool isRemoved)
        where TView : class => new()
        {
            Key = new ViewKey(Partition, Sort),
            ViewVersion = Generation,
            Value = isRemoved ? null : JsonSerializer.Deserialize(Data, json) ?? throw new JsonException("The row is null."),
            AggregateId = AggregateId,
            Version = Version,
            At = Moment.Parse(At),
        };
}
