namespace Patterns.Cqrs.Tests;

/// <summary>Tests that keep every processor busy run by themselves, so that others do not wait for a thread.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HeavyTests
{
    public const string Name = "heavy";
}
