using Patterns.Local.Templates.Intrinsics;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sections;

/// <summary>Reads the section 'Outputs'; those whose condition does not hold are left out.</summary>
internal sealed class OutputSection(MappingNode section, Folding folding, DiagnosticBag diagnostics)
{
    /// <summary>What was written as values, whether left out or not.</summary>
    public IEnumerable<TemplateNode> Written =>
        section.Entries.Select(entry => (entry.Value as MappingNode)?["Value"]).OfType<TemplateNode>();

    public IReadOnlyList<StackOutput> Read() => [.. section.Entries.Select(ReadEntry).OfType<StackOutput>()];

    private StackOutput? ReadEntry(MappingEntry entry)
    {
        if (entry.Value is not MappingNode body || body["Value"] is not { } value)
        {
            diagnostics.Add(entry.KeyLocation, $"output '{entry.Key}' needs the key 'Value'");
            return null;
        }

        var reader = new NodeReader(body, $"output '{entry.Key}'", diagnostics);
        if (reader.Text("Condition") is { } condition && folding.Scope.Conditions.Holds(condition, body["Condition"]!.Location) != true)
        {
            return null;
        }

        return new StackOutput(entry.Key, folding.Fold(value), entry.KeyLocation) { Description = reader.Text("Description") };
    }
}
