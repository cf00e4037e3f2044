using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>An item as a plain dictionary: a number <c>n</c>, a text <c>t</c>, a set <c>s</c> and an expiry <c>e</c>, each of them if it is there.</summary>
internal sealed class ModelItem(IEnumerable<KeyValuePair<string, object>> attributes)
{
    private readonly SortedDictionary<string, object> _attributes = new(new Dictionary<string, object>(attributes), StringComparer.Ordinal);

    public ModelItem()
        : this([])
    {
    }

    public object? this[string name] => _attributes.GetValueOrDefault(name);

    public long Number => this["n"] as long? ?? 0;

    public IEnumerable<string> Set => this["s"] as IEnumerable<string> ?? [];

    public static string Describe(ModelItem? item) => item is null
        ? "none"
        : "(" + string.Join(' ', item._attributes.Select(attribute => $"{attribute.Key}={Text(attribute.Value)}")) + ")";

    public static string Describe(TableItem? item) => Describe(item is null ? null : FromTable(item));

    /// <summary>A copy with another value; null takes the attribute away.</summary>
    public ModelItem With(string name, object? value)
    {
        var others = _attributes.Where(attribute => attribute.Key != name);
        return new ModelItem(value is null ? others : others.Append(new(name, value)));
    }

    private static ModelItem FromTable(TableItem item)
    {
        var made = new ModelItem(item.Attributes.Select(attribute => KeyValuePair.Create(attribute.Key, FromTable(attribute.Value))));
        return item.ExpiresAt is { } moment ? made.With("e", moment.ToUnixTimeSeconds()) : made;
    }

    private static object FromTable(TableValue value) => value.Kind switch
    {
        TableValueKind.Number => value.GetInt64(),
        TableValueKind.String => value.GetString(),
        TableValueKind.StringSet => value.GetStringSet(),
        _ => value,
    };

    private static string Text(object value) => value switch
    {
        string text => $"'{text}'",
        IEnumerable<string> set => "{" + string.Join(',', set.Order(StringComparer.Ordinal)) + "}",
        _ => $"{value}",
    };
}
