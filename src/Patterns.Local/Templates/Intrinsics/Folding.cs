using System.Collections.Immutable;
using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Parsing;

namespace Patterns.Local.Templates.Intrinsics;

/// <summary>Replaces every call whose value is known by that value.</summary>
/// <remarks>Without references, calls that need a resource stay; they are <c>Ref</c>, <c>Fn::GetAtt</c> and what is built on them.</remarks>
internal sealed class Folding(TemplateScope scope, DiagnosticBag diagnostics, IReferenceResolver? references = null)
{
    public TemplateScope Scope { get; } = scope;

    public IReferenceResolver? References { get; } = references;

    public TemplateNode Fold(TemplateNode node) => node switch
    {
        { IsConstant: true } => node,
        SequenceNode sequence => FoldSequence(sequence),
        MappingNode mapping => FoldMapping(mapping),
        IntrinsicNode call => IntrinsicFunctions.Find(call.Name).Fold(call, this),
        _ => node,
    };

    public MappingNode FoldMapping(MappingNode mapping)
    {
        var entries = ImmutableArray.CreateBuilder<MappingEntry>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            var value = Fold(entry.Value);
            if (value is not NoValueNode)
            {
                entries.Add(entry with { Value = value });
            }
        }

        return new MappingNode(mapping.Location, entries.ToImmutable());
    }

    public InvalidNode Fail(SourceLocation location, string message, string? hint = null)
    {
        diagnostics.Add(location, message, hint);
        return new InvalidNode(location);
    }

    /// <summary>Text that a function made, unless it became too long.</summary>
    public TemplateNode Text(SourceLocation location, string text) =>
        text.Length <= TemplateLimits.TextLength
            ? NodeFactory.Text(location, text)
            : Fail(location, $"the text becomes longer than {TemplateLimits.TextLength} characters");

    private SequenceNode FoldSequence(SequenceNode sequence)
    {
        var items = sequence.Items.Select(Fold).Where(item => item is not NoValueNode);
        return new SequenceNode(sequence.Location, [.. items]);
    }
}
