using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>
/// Writers of the same accounts, a stream that tells things twice, late and in any order to several handlers at once, and rebuilds in the middle: step by step in
/// random orders, with processes that die on the way.
/// </summary>
[Collection(HeavyTests.Name)]
public sealed class ProjectionInterleavings
{
    private const int Runs = 2100;

    [Theory]
    [InlineData(0, 0.0, false, false)]
    [InlineData(1, 0.02, false, false)]
    [InlineData(2, 0.0, true, false)]
    [InlineData(3, 0.02, true, false)]
    [InlineData(4, 0.02, true, true)]
    public async Task In_every_order_of_steps_each_view_is_the_fold_of_the_history(int family, double killProbability, bool rebuilds, bool loses) =>
        await Parallel.ForAsync(0, Runs, async (index, _) =>
        {
            var seed = (family * Runs) + index;
            try
            {
                await new ProjectionRun(seed, loses).RunAsync(killProbability, rebuilds);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}: {exception.Message}", exception);
            }
        });
}
