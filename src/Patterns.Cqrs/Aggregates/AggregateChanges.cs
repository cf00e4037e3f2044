using System.Text.Json.Serialization.Metadata;
using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>Reads events and states out of the stream of their table, for a <see cref="RecordHandler{TMessage}"/>.</summary>
/// <remarks>
/// <para>The stream needs new images: <c>NEW_IMAGE</c> or <c>NEW_AND_OLD_IMAGES</c>.</para>
/// <para>
/// What is not an event or state of the type, and what was removed from the table, is null: the handler returns at once. The filter
/// <c>{"dynamodb":{"NewImage":{"cqrsItem":{"S":["event"]}}}}</c> in the template saves invocations; for states, it says <c>state</c>.
/// </para>
/// </remarks>
public static class AggregateChanges
{
    /// <summary>Reads the events of a type of aggregate. One whose type or version is not known is poison.</summary>
    /// <param name="aggregateType">The type of aggregate.</param>
    /// <param name="types">The events.</param>
    /// <typeparam name="TEvent">What all events of the aggregate have in common.</typeparam>
    public static RecordDecoder<StoredEvent<TEvent>?> OfEvents<TEvent>(string aggregateType, EventTypes<TEvent> types)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(types);
        var image = new ChangeImage(aggregateType, ItemNames.EventKind);

        // An event never changes: what comes as something else is somebody's repair, or a deletion.
        return (body, context) => context.EventName is null or "INSERT" && image.IsMine(body)
            ? ChangeImage.Read(body, ItemJson.Default.EventItem).ToStored(types)
            : null;
    }

    /// <summary>Reads the states of a type of aggregate. One whose data are not of the state's form is poison.</summary>
    /// <param name="aggregateType">The type of aggregate.</param>
    /// <param name="json">How the state is read, from a source-generated context.</param>
    /// <typeparam name="TState">The state.</typeparam>
    public static RecordDecoder<StoredState<TState>?> OfStates<TState>(string aggregateType, JsonTypeInfo<TState> json)
        where TState : notnull
    {
        ArgumentNullException.ThrowIfNull(json);
        var image = new ChangeImage(aggregateType, ItemNames.StateKind);
        return (body, context) => context.EventName is not "REMOVE" && image.IsMine(body)
            ? ChangeImage.Read(body, ItemJson.Default.StateItem).ToStored(json)
            : null;
    }
}
