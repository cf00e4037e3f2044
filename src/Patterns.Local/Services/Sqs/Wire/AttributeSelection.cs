using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>Which attributes a receive asked for.</summary>
internal sealed class AttributeSelection
{
    private readonly IReadOnlyList<string> _names;

    private AttributeSelection(IReadOnlyList<string> systemNames, IReadOnlyList<string> names)
    {
        SystemNames = systemNames;
        _names = names;
    }

    public IReadOnlyList<string> SystemNames { get; }

    public static AttributeSelection From(SqsInput input) =>
        new(SystemNamesOf(input.SystemAttributeNames.Count > 0 ? input.SystemAttributeNames : input.AttributeNames), input.MessageAttributeNames);

    /// <summary>The chosen attributes; the same object where that is all of them.</summary>
    public IReadOnlyDictionary<string, MessageAttribute>? Of(IReadOnlyDictionary<string, MessageAttribute>? attributes)
    {
        if (attributes is null || attributes.Count == 0 || _names.Count == 0)
        {
            return null;
        }

        var chosen = new Dictionary<string, MessageAttribute>();
        foreach (var (name, attribute) in attributes)
        {
            if (Includes(name))
            {
                chosen[name] = attribute;
            }
        }

        return chosen.Count == attributes.Count ? attributes : chosen;
    }

    private bool Includes(string attribute)
    {
        foreach (var name in _names)
        {
            if (name == "All" || name == attribute
                || (name.EndsWith(".*", StringComparison.Ordinal) && attribute.AsSpan().StartsWith(name.AsSpan(0, name.Length - 2))))
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyList<string> SystemNamesOf(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (name == SystemAttributeNames.Wildcard)
            {
                return SystemAttributeNames.All;
            }

            if (!SystemAttributeNames.All.Contains(name))
            {
                throw SqsErrors.InvalidAttributeName(name);
            }
        }

        return names;
    }
}
