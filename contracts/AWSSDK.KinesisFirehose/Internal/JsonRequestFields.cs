using System.Text.Json;

namespace Amazon.KinesisFirehose.Internal;

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

    internal static void Field(this Utf8JsonWriter json, string name, MemoryStream value)
    {
        if (value is not null)
        {
            json.WriteBase64String(name, value.ToArray());
        }
    }

    internal static void Field(this Utf8JsonWriter json, string name, List<string> values) =>
        json.Field(name, values, static (writer, value) => writer.WriteStringValue(value));

    internal static void Field(this Utf8JsonWriter json, string name, List<MemoryStream> values) =>
        json.Field(name, values, static (writer, value) => writer.WriteBase64StringValue(value.ToArray()));

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
