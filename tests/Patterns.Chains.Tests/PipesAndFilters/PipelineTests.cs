namespace Patterns.PipesAndFilters.Tests;

public sealed class PipelineTests
{
    private static readonly Filter<int, int> Double = Filters.Map<int, int>("double", number => number * 2);
    private static readonly Filter<int, int> Small = Filters.Where<int>("small", number => number < 100);
    private static readonly Filter<int, string> Spell = Filters.Map<int, string>("spell", number => number.ToString());

    [Fact]
    public async Task Filters_run_one_after_the_other_and_make_none_one_or_several_of_each()
    {
        var pipeline = Pipeline.Start<int>().Then(new Primes()).Then(Double).Then(Spell);

        Assert.Equal(["4", "6", "14"], await pipeline.RunAsync(42, CancellationToken.None).ToListAsync());
        Assert.Empty(await pipeline.RunAsync(1, CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task What_comes_out_says_what_it_comes_of()
    {
        var pipeline = Pipeline.Start<int>().Then(new Primes()).Then(Small).Then(Double);

        var pieces = await pipeline.RunAsync(new Piece<int>("order-1", 202), CancellationToken.None).ToListAsync();

        Assert.Equal([new Piece<int>("order-1.0.0.0", 4)], pieces);
    }

    [Fact]
    public async Task A_pipeline_is_a_filter_and_how_it_is_cut_changes_neither_results_nor_ids()
    {
        var input = new Piece<int>("n", 60);
        var left = Pipeline.Start<int>().Then(Pipeline.Start<int>().Then(new Primes()).Then(Double)).Then(Small);
        var right = Pipeline.Start<int>().Then(new Primes()).Then(Pipeline.Start<int>().Then(Double).Then(Small));

        Assert.Equal(await left.RunAsync(input, CancellationToken.None).ToListAsync(), await right.RunAsync(input, CancellationToken.None).ToListAsync());
        Assert.Equal("Primes -> double -> small", left.ToString());
        Assert.Equal(left.FilterNames, right.FilterNames);
    }

    [Fact]
    public async Task A_pipeline_without_filters_lets_everything_pass()
    {
        Assert.Equal([7], await Pipeline.Start<int>().RunAsync(7, CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task A_pipeline_that_is_continued_stays_as_it_is()
    {
        var start = Pipeline.Start<int>().Then(Double);
        _ = start.Then(Double);

        Assert.Equal([6], await start.RunAsync(3, CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task A_cancelled_pipeline_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Pipeline.Start<int>().Then(Double).RunAsync(3, cancelled.Token).ToListAsync());
    }
}
