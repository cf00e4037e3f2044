using System.Collections.Immutable;

namespace Patterns.Local.Templates.Nodes;

internal sealed class SequenceNode(SourceLocation location, ImmutableArray<TemplateNode> items)
    : TemplateNode(location, 1 + items.Sum(item => item.Size), items.All(item => item.IsConstant), items.Any(item => item.IsInvalid))
{
    public ImmutableArray<TemplateNode> Items { get; } = items;

    public override string Kind => "a list";
}
