namespace Patterns.Local.Templates.References;

/// <summary>Puts each resource after all that it needs, and otherwise keeps the order of the template.</summary>
internal sealed class DependencyOrder(KnownNames names, DiagnosticBag diagnostics)
{
    private readonly List<StackResource> _ordered = [];
    private readonly HashSet<string> _done = [];
    private readonly List<string> _path = [];

    public IReadOnlyList<StackResource> Sort(IEnumerable<StackResource> resources)
    {
        foreach (var resource in resources)
        {
            Visit(resource);
        }

        return _ordered;
    }

    private void Visit(StackResource resource)
    {
        if (_done.Contains(resource.LogicalId))
        {
            return;
        }

        _path.Add(resource.LogicalId);
        foreach (var needed in Needs(resource))
        {
            Follow(needed);
        }

        _path.RemoveAt(_path.Count - 1);
        _done.Add(resource.LogicalId);
        _ordered.Add(resource);
    }

    private static IEnumerable<Reference> Needs(StackResource resource) =>
        resource.DependsOn.Select(name => new Reference(name, resource.Location)).Concat(Reference.In(resource.Properties));

    private void Follow(Reference needed)
    {
        if (_path.Contains(needed.LogicalId))
        {
            var circle = string.Join(" -> ", _path.SkipWhile(name => name != needed.LogicalId).Append(needed.LogicalId));
            diagnostics.Add(needed.Location, $"resources need each other in a circle: {circle}", "name one of them yourself instead of referring to it");
        }
        else if (names.Find(needed.LogicalId) is { } target)
        {
            Visit(target);
        }
    }
}
