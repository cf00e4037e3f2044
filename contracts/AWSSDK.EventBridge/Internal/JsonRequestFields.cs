using System.Text.Json;

namespace Amazon.EventBridge.Internal;

/// <summary>Writes the members of a request that are set.</summary>
internal static class JsonRequestFields
{
    internal static void Field(this Utf8JsonWriter json, string name, string value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    internal static void Field(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    internal static void Field(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    /// <summary>Seconds since 1970. A time of no kind is taken for UTC, as the SDK does.</summary>
    internal static void Field(this Utf8JsonWriter json, string name, DateTime? value)
    {
        if (value is { } time)
        {
            var utc = time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);
            json.WriteNumber(name, (utc - DateTime.UnixEpoch).TotalMilliseconds / 1000);
        }
    }

    /// <summary>An object that may be absent.</summary>
    internal static void Field<T>(this Utf8JsonWriter json, string name, T value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is not null)
        {
            json.WriteStartObject(name);
            write(json, value);
            json.WriteEndObject();
        }
    }

    internal static void Field(this Utf8JsonWriter json, string name, List<string> values) =>
        json.Field(name, values, static (writer, value) => writer.WriteStringValue(value));

    internal static void Field(this Utf8JsonWriter json, string name, Dictionary<string, string> values) =>
        json.Field(name, values, static (writer, value) => writer.WriteStringValue(value));

    internal static void Field<T>(this Utf8JsonWriter json, string name, List<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (!IsSet(values))
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(json, value);
        }

        json.WriteEndArray();
    }

    internal static void Field<T>(
        this Utf8JsonWriter json, string name, Dictionary<string, T> values, Action<Utf8JsonWriter, T> write)
    {
        if (!IsSet(values))
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WritePropertyName(key);
            write(json, value);
        }

        json.WriteEndObject();
    }

    // An empty collection is meant, unless it is there only because collections are made up front.
    private static bool IsSet<T>(ICollection<T> values) =>
        values is not null && (values.Count > 0 || !AWSConfigs.InitializeCollections);
}
