namespace Patterns.FanOut.Tests;

/// <summary>Tests that keep all cores busy run beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AllCores
{
    public const string Name = "all cores";
}
