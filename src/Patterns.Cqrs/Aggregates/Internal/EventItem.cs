using System.Text.Json.Serialization;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>An event as its item has it, in the table and, as JSON, in the images of its stream.</summary>
internal sealed record EventItem(
    [property: JsonPropertyName(ItemNames.AggregateType)] string AggregateType,
    [property: JsonPropertyName(ItemNames.AggregateId)] string AggregateId,
    [property: JsonPropertyName(ItemNames.Version)] long Version,
    [property: JsonPropertyName(ItemNames.At)] string At,
    [property: JsonPropertyName(ItemNames.Type)] string Type,
    [property: JsonPropertyName(ItemNames.Schema)] int Schema,
    [property: JsonPropertyName(ItemNames.Data)] string Data,
    [property: JsonPropertyName(ItemNames.CommandKey)] string? CommandKey = null,
    [property: JsonPropertyName(ItemNames.Actor)] string? Actor = null)
{
    /// <exception cref="FormatException">The item is none of an event.</exception>
    public static EventItem Read(TableItem item) => new(
        ItemReading.Text(item, ItemNames.AggregateType),
        ItemReading.Text(item, ItemNames.AggregateId),
        ItemReading.Number(item, ItemNames.Version),
        ItemReading.Text(item, ItemNames.At),
        ItemReading.Text(item, ItemNames.Type),
        (int)ItemReading.Number(item, ItemNames.Schema),
        ItemReading.Text(item, ItemNames.Data),
        item[ItemNames.CommandKey]?.GetString(),
        item[ItemNames.Actor]?.GetString());

    /// <summary>The attributes that an event has beside those of every item.</summary>
    public static IEnumerable<KeyValuePair<string, TableValue>> Attributes<TEvent>(EventType<TEvent> type, TEvent happened, EventMetadata? metadata)
        where TEvent : notnull
    {
        yield return new(ItemNames.Type, type.Name);
        yield return new(ItemNames.Schema, type.Schema);
        yield return new(ItemNames.Data, type.Write(happened));
        if (metadata?.CommandKey is { } commandKey)
        {
            yield return new(ItemNames.CommandKey, commandKey);
        }

        if (metadata?.Actor is { } actor)
        {
            yield return new(ItemNames.Actor, actor);
        }
    }

    /// <exception cref="EventTypeException">The event's type or version is not known, or its data cannot be read.</exception>
    public StoredEvent<TEvent> ToStored<TEvent>(EventTypes<TEvent> types)
        where TEvent : notnull => new()
        {
            AggregateType = AggregateType,
            AggregateId = AggregateId,
            Version = Version,
            Event = types.Read(Type, Schema, Data),
            At = Moment.Parse(At),
            Metadata = new EventMetadata { CommandKey = CommandKey, Actor = Actor },
        };
}
