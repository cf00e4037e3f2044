using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Patterns.Cqrs.Internal;

/// <summary>One type of event: its name, and how its data are written and read.</summary>
internal sealed class EventType<TEvent>
    where TEvent : notnull
{
    private readonly Func<TEvent, string> _write;
    private readonly Func<string, TEvent?> _read;
    private readonly Func<JsonObject, TEvent?> _readObject;
    private readonly Func<JsonObject, JsonObject>[] _upcasters;

    private EventType(string name, Type type, int schema, Func<JsonObject, JsonObject>[] upcasters, Func<TEvent, string> write, Func<string, TEvent?> read, Func<JsonObject, TEvent?> readObject)
    {
        Name = name;
        Type = type;
        Schema = schema;
        _upcasters = upcasters;
        _write = write;
        _read = read;
        _readObject = readObject;
    }

    public string Name { get; }

    public Type Type { get; }

    public int Schema { get; }

    private int OldestSchema => Schema - _upcasters.Length;

    public static EventType<TEvent> Of<TConcrete>(string name, JsonTypeInfo<TConcrete> json, int schema, Func<JsonObject, JsonObject>[] upcasters)
        where TConcrete : TEvent => new(
            name,
            typeof(TConcrete),
            schema,
            upcasters,
            happened => JsonSerializer.Serialize((TConcrete)happened!, json),
            data => JsonSerializer.Deserialize(data, json),
            data => data.Deserialize(json));

    public string Write(TEvent happened) => _write(happened);

    public TEvent Read(int schema, string data)
    {
        if (schema > Schema || schema < OldestSchema)
        {
            throw new EventTypeException(Name, schema, $"The event '{Name}' has version {schema}; versions {OldestSchema} to {Schema} can be read.");
        }

        try
        {
            return (schema == Schema ? _read(data) : _readObject(Upcast(schema, data))) ?? throw new JsonException("The data are null.");
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            throw new EventTypeException(Name, schema, $"The data of an event '{Name}' of version {schema} cannot be read: {failure.Message}", failure);
        }
    }

    private JsonObject Upcast(int schema, string data)
    {
        var json = JsonNode.Parse(data) as JsonObject ?? throw new JsonException("The data are no object.");
        for (; schema < Schema; schema++)
        {
            json = Upcast(json, schema);
        }

        return json;
    }

    private JsonObject Upcast(JsonObject json, int schema)
    {
        try
        {
            return _upcasters[schema - OldestSchema](json);
        }
        catch (Exception failure)
        {
            throw new EventTypeException(Name, schema, $"The upcaster of '{Name}' from version {schema} failed.", failure);
        }
    }
}
