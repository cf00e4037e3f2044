using Patterns;
using Patterns.Aws;
using Patterns.PipesAndFilters;

namespace PipesAndFilters.Functions;

/// <summary>The pipes of the function that runs, by its environment.</summary>
public static class Pipes
{
    public static FilterOptions Next => new() { Next = Destination.From(Environment.GetEnvironmentVariable("NEXT_PIPE")!) };

    public static RecordHandlerOptions DeadLetters => new() { FailureDestination = Destination.From(Environment.GetEnvironmentVariable("DEAD_LETTERS")!) };
}
