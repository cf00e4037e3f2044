using System.Collections.ObjectModel;

namespace Patterns.Local.Stacks;

/// <summary>A resource that exists: what <c>Ref</c> and <c>Fn::GetAtt</c> give for it.</summary>
internal sealed record ProvisionedResource(string Ref)
{
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The name that people know it by; null where the reference is one.</summary>
    public string? Name { get; init; }

    /// <summary>What invocations by it are called; null where the name says it, or where there are none.</summary>
    public string? Trigger { get; init; }
}
