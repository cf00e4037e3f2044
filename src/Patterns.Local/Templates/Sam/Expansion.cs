using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Templates.Sam;

/// <summary>Collects the plain resources that the template's resources turn into.</summary>
internal sealed class Expansion(string directory, ApiDeclarations apis, DiagnosticBag diagnostics, DiagnosticBag warnings)
{
    private readonly Dictionary<string, StackResource> _resources = [];

    public string Directory { get; } = directory;

    public ApiDeclarations Apis { get; } = apis;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    public DiagnosticBag Warnings { get; } = warnings;

    public IReadOnlyCollection<StackResource> Resources => _resources.Values;

    public bool Contains(string logicalId) => _resources.ContainsKey(logicalId);

    public void Add(StackResource resource)
    {
        if (!_resources.TryAdd(resource.LogicalId, resource))
        {
            ReportTwice(resource, _resources[resource.LogicalId]);
        }
    }

    /// <summary>Adds a resource that SAM makes for <paramref name="owner"/>.</summary>
    public void Generate(string logicalId, string type, MappingNode properties, StackResource owner) =>
        Add(new StackResource(logicalId, type, properties, properties.Location)
        {
            Support = ResourceSchemas.SupportOf(type),
            Condition = owner.Condition,
            GeneratedBy = owner.LogicalId,
        });

    public void Check(MappingNode properties, PropertyRules rules, string subject, string type, SourceLocation location) =>
        new PropertyCheck(subject, type, Diagnostics, Warnings).Check(properties, rules, location);

    private void ReportTwice(StackResource second, StackResource first)
    {
        var (declared, generated) = second.GeneratedBy is null ? (second, first) : (first, second);
        Diagnostics.Add(
            declared.Location,
            $"resource '{declared.LogicalId}' has the name that SAM generates for '{generated.GeneratedBy}'",
            "rename it");
    }
}
