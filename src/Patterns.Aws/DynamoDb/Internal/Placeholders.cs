using Amazon.DynamoDBv2.Model;
using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>The placeholders of one request's expressions: names may be reserved words, and values are never text in them.</summary>
internal sealed class Placeholders
{
    private readonly Dictionary<string, string> _placeholderByName = new(StringComparer.Ordinal);

    /// <summary>Names by placeholder; null for none, which the service wants left out.</summary>
    public Dictionary<string, string>? Names { get; private set; }

    /// <summary>Values by placeholder; null for none, which the service wants left out.</summary>
    public Dictionary<string, AttributeValue>? Values { get; private set; }

    public string Name(string attribute)
    {
        if (!_placeholderByName.TryGetValue(attribute, out var placeholder))
        {
            placeholder = $"#{_placeholderByName.Count}";
            _placeholderByName.Add(attribute, placeholder);
            Names ??= new Dictionary<string, string>(StringComparer.Ordinal);
            Names.Add(placeholder, attribute);
        }

        return placeholder;
    }

    public string Value(TableValue value) => Value(ValueMap.Write(value));

    public string Value(AttributeValue value)
    {
        Values ??= new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        var placeholder = $":{Values.Count}";
        Values.Add(placeholder, value);
        return placeholder;
    }
}
