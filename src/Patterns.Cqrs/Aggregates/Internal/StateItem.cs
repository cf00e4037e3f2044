using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>A state as its item has it, in the table and, as JSON, in the images of its stream.</summary>
/// <param name="Data">Missing when the state was deleted.</param>
internal sealed record StateItem(
    [property: JsonPropertyName(ItemNames.AggregateType)] string AggregateType,
    [property: JsonPropertyName(ItemNames.AggregateId)] string AggregateId,
    [property: JsonPropertyName(ItemNames.Version)] long Version,
    [property: JsonPropertyName(ItemNames.At)] string At,
    [property: JsonPropertyName(ItemNames.Data)] string? Data = null)
{
    /// <exception cref="FormatException">The item is none of a state.</exception>
    public static StateItem Read(TableItem item) => new(
        ItemReading.Text(item, ItemNames.AggregateType),
        ItemReading.Text(item, ItemNames.AggregateId),
        ItemReading.Number(item, ItemNames.Version),
        ItemReading.Text(item, ItemNames.At),
        item[ItemNames.Data]?.GetString());

    /// <exception cref="JsonException">The data are not of the state's form.</exception>
    public StoredState<TState> ToStored<TState>(JsonTypeInfo<TState> json) => new()
    {
        AggregateType = AggregateType,
        AggregateId = AggregateId,
        Version = Version,
        State = Data is null ? default : JsonSerializer.Deserialize(Data, json),
        IsDeleted = Data is null,
        At = Moment.Parse(At),
    };
}
