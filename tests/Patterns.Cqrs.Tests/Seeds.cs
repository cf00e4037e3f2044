namespace Patterns.Cqrs.Tests;

/// <summary>Runs a law for the seeds of a family, and names the one that breaks it.</summary>
internal static class Seeds
{
    /// <param name="family">Each has seeds of its own.</param>
    /// <param name="runs">How many seeds a family has.</param>
    /// <param name="law">Gets the seed.</param>
    public static Task AllHoldAsync(int family, int runs, Func<int, Task> law) => Parallel.ForAsync(0, runs, async (index, _) =>
    {
        var seed = (family * runs) + index;
        try
        {
            await law(seed);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Seed {seed}: {exception.Message}", exception);
        }
    });
}
