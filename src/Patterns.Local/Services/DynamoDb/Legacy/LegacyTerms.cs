using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Legacy;

/// <summary>Gives placeholders to the names and values of a translated request.</summary>
internal sealed class LegacyTerms
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AttributeValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _placeholders = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string>? Names => _names.Count == 0 ? null : _names;

    public IReadOnlyDictionary<string, AttributeValue>? Values => _values.Count == 0 ? null : _values;

    public string Name(string attribute)
    {
        if (!_placeholders.TryGetValue(attribute, out var placeholder))
        {
            placeholder = FormattableString.Invariant($"#n{_names.Count}");
            _placeholders.Add(attribute, placeholder);
            _names.Add(placeholder, attribute);
        }

        return placeholder;
    }

    public string Value(AttributeValue value)
    {
        var placeholder = FormattableString.Invariant($":v{_values.Count}");
        _values.Add(placeholder, value);
        return placeholder;
    }
}
