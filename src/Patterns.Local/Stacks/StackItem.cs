namespace Patterns.Local.Stacks;

/// <summary>A resource of the template and what it became.</summary>
internal sealed record StackItem(string LogicalId, string Type, ProvisionedResource Resource)
{
    /// <summary>True when SAM makes it and nobody wrote it.</summary>
    public bool IsGenerated { get; init; }
}
