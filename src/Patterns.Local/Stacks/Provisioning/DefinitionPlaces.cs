using System.Globalization;
using Patterns.Local.Templates;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Finds where a place of a definition, such as <c>/States/Pay/Branches[0]/Next</c>, was written.</summary>
internal sealed class DefinitionPlaces(TemplateNode root)
{
    /// <summary>The place, or the innermost one around it that was written.</summary>
    public SourceLocation Find(string path)
    {
        var (node, location, rest) = (root, root.Location, path);
        while (Step(node, rest) is { } step)
        {
            (node, location, rest) = step;
        }

        return location;
    }

    private static (TemplateNode Node, SourceLocation Location, string Remainder)? Step(TemplateNode node, string rest) => node switch
    {
        MappingNode mapping when rest.StartsWith('/') => Member(mapping, rest[1..]),
        SequenceNode list => Item(list, rest),
        _ => null,
    };

    // Names of states may have slashes, so the longest key that fits is meant.
    private static (TemplateNode Node, SourceLocation Location, string Remainder)? Member(MappingNode mapping, string rest)
    {
        var entry = mapping.Entries
            .Where(candidate => rest.StartsWith(candidate.Key, StringComparison.Ordinal) && (rest.Length == candidate.Key.Length || rest[candidate.Key.Length] is '/' or '['))
            .MaxBy(candidate => candidate.Key.Length);
        return entry is null ? null : (entry.Value, entry.KeyLocation, rest[entry.Key.Length..]);
    }

    private static (TemplateNode Node, SourceLocation Location, string Remainder)? Item(SequenceNode list, string rest)
    {
        var digits = rest.TrimStart('/', '[');
        var end = digits.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var number = end < 0 ? digits : digits[..end];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= list.Items.Length)
        {
            return null;
        }

        return (list.Items[index], list.Items[index].Location, digits[number.Length..].TrimStart(']'));
    }
}
