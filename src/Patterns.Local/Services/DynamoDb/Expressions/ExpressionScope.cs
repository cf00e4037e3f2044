using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>What the expressions of one request share: the names and values that stand for their placeholders.</summary>
internal sealed class ExpressionScope(IReadOnlyDictionary<string, string>? names, IReadOnlyDictionary<string, AttributeValue>? values)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private bool _isChecked;

    public IReadOnlyDictionary<string, string>? Names { get; } = names;

    public IReadOnlyDictionary<string, AttributeValue>? Values { get; } = values;

    /// <summary>The name that a placeholder such as <c>#n</c> stands for, which counts as used from now on; null when undefined.</summary>
    public string? UseName(string placeholder) => Use(Names, placeholder);

    /// <summary>The value that a placeholder such as <c>:v</c> stands for, which counts as used from now on; null when undefined.</summary>
    public AttributeValue? UseValue(string placeholder) => Use(Values, placeholder);

    /// <summary>Checks the placeholders; parsing does so before it reads an expression.</summary>
    /// <exception cref="AwsException"><c>ValidationException</c>: a map is empty, or a placeholder is malformed.</exception>
    public void CheckPlaceholders()
    {
        if (_isChecked)
        {
            return;
        }

        PlaceholderCheck.CheckNames(Names);
        PlaceholderCheck.CheckValues(Values);
        _isChecked = true;
    }

    /// <summary>To be called when all expressions of the request are parsed.</summary>
    /// <exception cref="AwsException"><c>ValidationException</c>: a name or value is used by no expression, or its placeholder is malformed.</exception>
    public void CheckAllUsed()
    {
        CheckPlaceholders();
        CheckUsed("ExpressionAttributeNames", Names);
        CheckUsed("ExpressionAttributeValues", Values);
    }

    private T? Use<T>(IReadOnlyDictionary<string, T>? map, string placeholder)
        where T : class
    {
        if (map is null || !map.TryGetValue(placeholder, out var found))
        {
            return null;
        }

        _used.Add(placeholder);
        return found;
    }

    private void CheckUsed<T>(string parameter, IReadOnlyDictionary<string, T>? map)
    {
        var unused = map?.Keys.Where(key => !_used.Contains(key)).ToList();
        if (unused is { Count: > 0 })
        {
            throw ValueErrors.Validation($"Value provided in {parameter} unused in expressions: keys: {{{string.Join(", ", unused)}}}");
        }
    }
}
