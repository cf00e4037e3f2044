using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>
/// The events that are written and read, by the names and versions that they have in the table: nothing else is, and no name of a
/// .NET type comes from there. Immutable: <see cref="With"/> returns a new one.
/// </summary>
/// <example>
/// <code>
/// new EventTypes&lt;AccountEvent&gt;()
///     .With("account.opened", AccountJson.Default.Opened)
///     .With("money.deposited", AccountJson.Default.Deposited, schema: 2, json => { json["currency"] = "EUR"; return json; })
/// </code>
/// </example>
/// <typeparam name="TEvent">What all events of the aggregate have in common.</typeparam>
public sealed class EventTypes<TEvent>
    where TEvent : notnull
{
    private readonly Dictionary<string, EventType<TEvent>> _byName;
    private readonly Dictionary<Type, EventType<TEvent>> _byType;

    /// <summary>Makes a list that has no events yet.</summary>
    public EventTypes()
        : this([])
    {
    }

    private EventTypes(List<EventType<TEvent>> all)
    {
        _byName = all.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _byType = all.ToDictionary(type => type.Type);
    }

    /// <summary>The names.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>Adds a type of event.</summary>
    /// <param name="name">Its name in the table, which stays when the .NET type is renamed.</param>
    /// <param name="json">How its data are written and read, from a source-generated context.</param>
    /// <param name="schema">The version of the data that is written: 1 at first, one more with each change that old data do not fit.</param>
    /// <param name="upcasters">
    /// Each turns data of one version into those of the next; the last one leads to <paramref name="schema"/>. Data from before the
    /// first one cannot be read. They get an object of their own and may change it.
    /// </param>
    /// <typeparam name="TConcrete">The .NET type; exactly it, not those that derive from it.</typeparam>
    /// <exception cref="ArgumentException">The name or the type is known already, or there are more upcasters than versions before this one.</exception>
    public EventTypes<TEvent> With<TConcrete>(
        string name,
        JsonTypeInfo<TConcrete> json,
        int schema = 1,
        params IReadOnlyList<Func<JsonObject, JsonObject>> upcasters)
        where TConcrete : TEvent
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(upcasters);
        ArgumentOutOfRangeException.ThrowIfLessThan(schema, 1);
        if (upcasters.Count >= schema)
        {
            throw new ArgumentException($"'{name}' has version {schema} and {upcasters.Count} upcasters; there are {schema - 1} versions before it.", nameof(upcasters));
        }

        if (_byName.ContainsKey(name) || _byType.ContainsKey(typeof(TConcrete)))
        {
            throw new ArgumentException($"The event '{name}' or its type {typeof(TConcrete).Name} is in the list already.", nameof(name));
        }

        return new EventTypes<TEvent>([.. _byName.Values, EventType<TEvent>.Of(name, json, schema, [.. upcasters])]);
    }

    /// <exception cref="EventTypeException">The type is not in the list.</exception>
    internal EventType<TEvent> Of(TEvent happened) => _byType.TryGetValue(happened.GetType(), out var type)
        ? type
        : throw new EventTypeException(happened.GetType().Name, null, $"Events of the type {happened.GetType().Name} are not in the list; known are {Known()}.");

    /// <exception cref="EventTypeException">The name or version is not in the list, or the data cannot be read.</exception>
    internal TEvent Read(string name, int schema, string data) => _byName.TryGetValue(name, out var type)
        ? type.Read(schema, data)
        : throw new EventTypeException(name, schema, $"Events called '{name}' are not in the list; known are {Known()}.");

    private string Known() => _byName.Count == 0 ? "none" : string.Join(", ", _byName.Keys);
}
