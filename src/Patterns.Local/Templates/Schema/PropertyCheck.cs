using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Schema;

/// <summary>Compares properties with their rules: wrong values and missing properties are errors, the rest warnings.</summary>
/// <param name="subject">What has the properties, for example <c>resource 'Orders'</c>.</param>
/// <param name="type">Its type in words, for example <c>AWS::SQS::Queue</c>.</param>
internal sealed class PropertyCheck(string subject, string type, DiagnosticBag diagnostics, DiagnosticBag warnings)
{
    public void Check(MappingNode properties, PropertyRules rules, SourceLocation location, string path = "")
    {
        foreach (var name in rules.Required.Where(name => properties[name] is null))
        {
            diagnostics.Add(location, $"{subject} ({type}) needs the property '{path}{name}'");
        }

        foreach (var entry in properties.Entries)
        {
            CheckEntry(entry, rules, path);
        }
    }

    private void CheckEntry(MappingEntry entry, PropertyRules rules, string path)
    {
        if (rules.Find(entry.Key) is not { } rule)
        {
            var hint = Suggestion.For(entry.Key, rules.Names);
            warnings.Add(entry.KeyLocation, $"property '{path}{entry.Key}' of {subject} is not known for {type} and has no effect", hint);
            return;
        }

        if (rule.Support == PropertySupport.NotEmulated)
        {
            warnings.Add(entry.KeyLocation, $"property '{path}{entry.Key}' of {subject} ({type}) is not emulated yet and has no effect");
        }

        if (rule.Support == PropertySupport.Emulated && entry.Value is not (IntrinsicNode or InvalidNode or ScalarNode { ScalarKind: ScalarKind.Null }))
        {
            CheckValue(entry, rule, path);
        }
    }

    private void CheckValue(MappingEntry entry, PropertyRule rule, string path)
    {
        if (Expected(entry.Value, rule) is { } expected)
        {
            var found = entry.Value is ScalarNode scalar ? $"'{scalar.Text}'" : entry.Value.Kind;
            diagnostics.Add(entry.Value.Location, $"property '{path}{entry.Key}' of {subject} must be {expected}, and this is {found}");
            return;
        }

        if (rule.Nested is { } nested)
        {
            CheckNested(entry, nested, $"{path}{entry.Key}.");
        }

        if (rule.Entries is { } ofEntry)
        {
            CheckEntries((MappingNode)entry.Value, ofEntry, $"{path}{entry.Key}.");
        }
    }

    // Each entry is checked as a property that is a mapping.
    private void CheckEntries(MappingNode mapping, PropertyRules rules, string path)
    {
        foreach (var entry in mapping.Entries.Where(entry => entry.Value is not (IntrinsicNode or InvalidNode)))
        {
            CheckValue(entry, PropertyRule.Map(entry.Key) with { Nested = rules }, path);
        }
    }

    private void CheckNested(MappingEntry entry, PropertyRules nested, string path)
    {
        var mappings = entry.Value is SequenceNode list ? list.Items.OfType<MappingNode>() : [(MappingNode)entry.Value];
        foreach (var mapping in mappings)
        {
            Check(mapping, nested, mapping.Location, path);
        }
    }

    private static string? Expected(TemplateNode value, PropertyRule rule)
    {
        var fits = rule.Kind switch
        {
            PropertyKind.Text => value is ScalarNode text && rule.Allows(text.Text),
            PropertyKind.Number => value is ScalarNode scalar && long.TryParse(scalar.Text, out var number) && number >= rule.Min && number <= rule.Max,
            PropertyKind.Flag => value is ScalarNode flag && bool.TryParse(flag.Text, out _),
            PropertyKind.List => value is SequenceNode list && list.Items.All(item => item is not ScalarNode text || rule.Allows(text.Text)),
            PropertyKind.Map => value is MappingNode,
            PropertyKind.Json => value is MappingNode or ScalarNode { ScalarKind: ScalarKind.String },
            _ => true,
        };
        return fits ? null : Describe(rule);
    }

    private static string Describe(PropertyRule rule) => rule.Kind switch
    {
        PropertyKind.Text when rule.AllowedValues is { } allowed => $"one of {string.Join(", ", allowed.Select(value => $"'{value}'"))}",
        PropertyKind.Text => "text",
        PropertyKind.Number when rule.Max == int.MaxValue => $"a whole number from {rule.Min} up",
        PropertyKind.Number => $"a whole number from {rule.Min} to {rule.Max}",
        PropertyKind.Flag => "true or false",
        PropertyKind.List when rule.AllowedValues is { } allowed => $"a list of {string.Join(" or ", allowed.Select(value => $"'{value}'"))}",
        PropertyKind.List => "a list",
        PropertyKind.Map => "a mapping",
        _ => "a mapping or JSON text",
    };
}
