using Patterns.Local.Templates.Intrinsics;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.References;

/// <summary>A resource named by another part of the template.</summary>
internal readonly record struct Reference(string LogicalId, SourceLocation Location)
{
    /// <summary>The resources that a folded node still needs.</summary>
    public static IEnumerable<Reference> In(TemplateNode node) => node switch
    {
        { IsConstant: true } => [],
        IntrinsicNode { Name: IntrinsicNames.Ref, Argument: ScalarNode name } => [new Reference(name.Text, name.Location)],
        IntrinsicNode { Name: IntrinsicNames.GetAtt, Argument: SequenceNode { Items: [ScalarNode name, _] } } => [new Reference(name.Text, name.Location)],
        IntrinsicNode call => In(call.Argument),
        SequenceNode sequence => sequence.Items.SelectMany(In),
        MappingNode mapping => mapping.Entries.SelectMany(entry => In(entry.Value)),
        _ => [],
    };
}
