using FsCheck;
using FsCheck.Fluent;

namespace Patterns.PipesAndFilters.Tests;

/// <summary>The pipeline with queues between its filters is the pipeline in process.</summary>
public sealed class PipelineLaws
{
    [Fact]
    public void On_queues_the_same_pieces_come_out_whatever_fails_repeats_and_is_cut()
    {
        Check(isFifo: false, async (filters, inputs, seed) =>
        {
            var deployed = await new DeployedPipeline(filters, isFifo: false, seed).RunAsync(inputs);

            Assert.Equal((await ComposedAsync(filters, inputs)).OrderBy(piece => piece.Id, StringComparer.Ordinal), deployed.Distinct().OrderBy(piece => piece.Id, StringComparer.Ordinal));
        });
    }

    [Fact]
    public void On_FIFO_queues_they_come_out_once_and_in_the_same_order_for_each_key()
    {
        Check(isFifo: true, async (filters, inputs, seed) =>
        {
            var deployed = (await new DeployedPipeline(filters, isFifo: true, seed).RunAsync(inputs)).ToLookup(piece => piece.Key);
            var composed = (await ComposedAsync(filters, inputs)).ToLookup(piece => piece.Key);

            Assert.Equal(composed.Select(group => group.Key).Order(), deployed.Select(group => group.Key).Order());
            Assert.All(composed, group => Assert.Equal(group, deployed[group.Key]));
        });
    }

    private static void Check(bool isFifo, Func<Filter<int, int>[], int[], int, Task> checkAsync)
    {
        var filter = Gen.OneOf(
            Gen.Choose(-3, 3).Select(addend => Filters.Map<int, int>($"add {addend}", number => number + addend)),
            Gen.Choose(2, 4).Select(divisor => Filters.Where<int>($"no multiples of {divisor}", number => number % divisor != 0)),
            Gen.Choose(0, 3).Select(count => Filters.Split<int, int>($"{count} times", number => Enumerable.Range(number, count))),
            Gen.Constant<Filter<int, int>>(new Primes()),
            Gen.Choose(1, 5).Select(addend => (Filter<int, int>)Pipeline.Start<int>()
                .Then(Filters.Split<int, int>("both", number => [number, -number]))
                .Then(Filters.Map<int, int>("add", number => number + addend))));
        var cases = from filters in filter.ArrayOf(isFifo ? 2 : 3)
                    from inputs in Gen.Choose(0, 60).ArrayOf(8)
                    from seed in Gen.Choose(0, 1000)
                    select (filters, inputs, seed);

        Prop.ForAll(cases.ToArbitrary(), run =>
        {
            checkAsync(run.filters, run.inputs, run.seed).GetAwaiter().GetResult();
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static async Task<List<Result>> ComposedAsync(Filter<int, int>[] filters, int[] inputs)
    {
        var pipeline = filters.Aggregate(Pipeline.Start<int>(), (before, filter) => before.Then(filter));
        var results = new List<Result>();
        for (var index = 0; index < inputs.Length; index++)
        {
            await foreach (var piece in pipeline.RunAsync(DeployedPipeline.PieceOf(inputs, index), CancellationToken.None))
            {
                results.Add(new Result(DeployedPipeline.KeyOf(index), piece.Id, piece.Value));
            }
        }

        return results;
    }
}
