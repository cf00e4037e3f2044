using System.Text.Json;

namespace Amazon.Kinesis.Internal;

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

    internal static void Field(this Utf8JsonWriter json, string name, DateTime? value)
    {
        if (value is { } time)
        {
            json.WriteNumber(name, new DateTimeOffset(time.ToUniversalTime()).ToUnixTimeMilliseconds() / 1000m);
        }
    }

    internal static void Field(this Utf8JsonWriter json, string name, MemoryStream value)
    {
        if (value is null)
        {
            return;
        }

        // The stream's own memory where it shows it: a full request has megabytes.
        json.WriteBase64String(name, value.TryGetBuffer(out var buffer) ? buffer.AsSpan() : value.ToArray());
    }

    internal static void Field<T>(this Utf8JsonWriter json, string name, List<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (!IsSet(values))
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Field(this Utf8JsonWriter json, string name, Dictionary<string, string> values)
    {
        if (!IsSet(values))
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    // An empty collection is meant, unless it is there only because collections are made up front.
    private static bool IsSet<T>(ICollection<T> values) =>
        values is not null && (values.Count > 0 || !AWSConfigs.InitializeCollections);
}
