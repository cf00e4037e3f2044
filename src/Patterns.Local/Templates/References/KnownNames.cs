using Patterns.Local.Templates.Intrinsics;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.References;

/// <summary>Everything that a template may refer to by name.</summary>
internal sealed class KnownNames(
    TemplateScope scope, IReadOnlyCollection<ResourceDeclaration> declared, IReadOnlyCollection<StackResource> resources)
{
    private readonly Dictionary<string, ResourceDeclaration> _declared = declared.ToDictionary(resource => resource.LogicalId);
    private readonly Dictionary<string, StackResource> _resources = resources.ToDictionary(resource => resource.LogicalId);

    public TemplateScope Scope => scope;

    public StackResource? Find(string logicalId) => _resources.GetValueOrDefault(logicalId);

    /// <summary>Whether the resource exists, or would if its condition held.</summary>
    public bool IsResource(string logicalId) =>
        _resources.ContainsKey(logicalId) || _declared.ContainsKey(logicalId) || IsGeneratedForLeftOut(logicalId);

    /// <summary>The condition that keeps a declared resource out of the stack; null for others.</summary>
    public string? ConditionOfLeftOut(string logicalId) =>
        _declared.TryGetValue(logicalId, out var declaration) && declaration.Condition is { } condition
            && scope.Conditions.Holds(condition.Text, condition.Location) == false
            ? condition.Text
            : null;

    public string? SuggestResource(string name) => Suggestion.For(name, _resources.Keys.Concat(_declared.Keys));

    public string? Suggest(string name) => Suggestion.For(
        name, _resources.Keys.Concat(_declared.Keys).Concat(scope.Parameters.Keys));

    // What SAM generates starts with the name of what it is generated for.
    private bool IsGeneratedForLeftOut(string logicalId) => declared.Any(declaration =>
        declaration.IsServerless && logicalId.StartsWith(declaration.LogicalId, StringComparison.Ordinal) && ConditionOfLeftOut(declaration.LogicalId) is not null);
}
