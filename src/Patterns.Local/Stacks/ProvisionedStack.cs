namespace Patterns.Local.Stacks;

/// <summary>A stack whose resources exist.</summary>
internal sealed record ProvisionedStack(string Name, IReadOnlyList<StackItem> Resources, IReadOnlyList<KeyValuePair<string, string>> Outputs)
{
    public static ProvisionedStack None { get; } = new("", [], []);
}
