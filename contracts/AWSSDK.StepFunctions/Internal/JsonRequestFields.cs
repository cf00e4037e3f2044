using System.Text.Json;

namespace Amazon.StepFunctions.Internal;

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

    // An empty collection is meant, unless it is there only because collections are made up front.
    private static bool IsSet<T>(List<T> values) =>
        values is not null && (values.Count > 0 || !AWSConfigs.InitializeCollections);
}
