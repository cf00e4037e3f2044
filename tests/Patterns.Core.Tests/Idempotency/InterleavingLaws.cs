namespace Patterns.Core.Tests.Idempotency;

/// <summary>Many orders of the steps of processes that share a table, die now and then, and whose clock jumps.</summary>
public sealed class InterleavingLaws
{
    [Theory]
    [InlineData(SourceKind.Sqs, 3000)]
    [InlineData(SourceKind.SqsFifo, 2500)]
    [InlineData(SourceKind.Kinesis, 2500)]
    public Task Each_key_takes_effect_once_and_has_one_owner_at_a_time(SourceKind source, int seeds) =>
        CheckAsync(seeds, seed => new ConsumerRun(source, seed).CheckAsync());

    [Fact]
    public Task Everybody_who_calls_with_a_key_gets_the_same_result() => CheckAsync(2000, seed => new CallerRun(seed).CheckAsync());

    private static async Task CheckAsync(int seeds, Func<int, Task> check)
    {
        for (var seed = 0; seed < seeds; seed++)
        {
            try
            {
                await check(seed);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed}: {failure.Message}", failure);
            }
        }
    }
}
