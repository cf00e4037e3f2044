using System.Collections.Concurrent;

namespace Patterns.Core.Tests.Idempotency;

/// <summary>Many orders of steps of several processes that share a table, die now and then, and whose clock jumps.</summary>
public sealed class InterleavingLaws
{
    [Theory]
    [InlineData(SourceKind.Sqs, 5000)]
    [InlineData(SourceKind.SqsFifo, 2500)]
    [InlineData(SourceKind.Kinesis, 2500)]
    public void Each_key_takes_effect_once_and_has_one_owner_at_a_time(SourceKind source, int seeds)
    {
        var failures = new ConcurrentQueue<Exception>();
        Parallel.For(0, seeds, seed => Check(seed, new ConsumerRun(source, seed).CheckAsync, failures));
        Assert.Empty(failures);
    }

    [Fact]
    public void Everybody_who_calls_with_a_key_gets_the_same_result()
    {
        var failures = new ConcurrentQueue<Exception>();
        Parallel.For(0, 2500, seed => Check(seed, new CallerRun(seed).CheckAsync, failures));
        Assert.Empty(failures);
    }

    private static void Check(int seed, Func<Task> run, ConcurrentQueue<Exception> failures)
    {
        try
        {
            run().GetAwaiter().GetResult();
        }
        catch (Exception failure)
        {
            failures.Enqueue(new InvalidOperationException($"Seed {seed}: {failure.Message}", failure));
        }
    }
}
