namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Writes the members of a request that are set as form fields with dotted names.</summary>
internal sealed class QueryFields(IDictionary<string, string> parameters, string prefix)
{
    internal void Field(string name, string value)
    {
        if (value is not null)
        {
            parameters.Add(prefix + name, value);
        }
    }

    internal void Field(string name, bool? value) =>
        Field(name, value switch { true => "true", false => "false", null => null });

    internal void Field(string name, MemoryStream value) =>
        Field(name, value is null ? null : Convert.ToBase64String(value.ToArray()));

    internal void List<T>(string name, List<T> values, Action<QueryFields, T> write)
    {
        if (values is { Count: 0 } && !AWSConfigs.InitializeCollections)
        {
            Field(name, string.Empty);
        }

        for (var i = 0; i < values?.Count; i++)
        {
            write(Under($"{name}.member.{i + 1}"), values[i]);
        }
    }

    internal void Map(string name, Dictionary<string, string> values)
    {
        var index = 0;
        foreach (var (key, value) in values ?? [])
        {
            var entry = Under($"{name}.entry.{++index}");
            entry.Field("key", key);
            entry.Field("value", value);
        }
    }

    internal void Map<T>(string name, Dictionary<string, T> values, Action<QueryFields, T> write)
    {
        var index = 0;
        foreach (var (key, value) in values ?? [])
        {
            var entry = Under($"{name}.entry.{++index}");
            entry.Field("Name", key);
            write(entry.Under("Value"), value);
        }
    }

    private QueryFields Under(string name) => new(parameters, $"{prefix}{name}.");
}
