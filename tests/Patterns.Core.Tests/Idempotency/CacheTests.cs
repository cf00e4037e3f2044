using Patterns.Idempotency.Internal;
using Patterns.Tables;

namespace Patterns.Core.Tests.Idempotency;

public sealed class CacheTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_least_recently_used_key_goes_first()
    {
        var cache = Filled(2, "a", "b");
        Assert.True(Has(cache, "a"));

        cache.Add(Key("c"), new CompletedKey(null, null, Now.AddDays(1)));

        Assert.Equal((true, false, true), (Has(cache, "a"), Has(cache, "b"), Has(cache, "c")));
    }

    [Fact]
    public void A_key_is_forgotten_when_its_retention_is_over()
    {
        var cache = Filled(2, "a");

        Assert.False(cache.TryGet(Key("a"), Now.AddDays(1), out _));
        Assert.False(Has(cache, "a"));
    }

    [Fact]
    public void Large_results_stay_in_the_table()
    {
        var cache = new CompletedCache(2);

        cache.Add(Key("a"), new CompletedKey(null, new byte[4097], Now.AddDays(1)));

        Assert.False(Has(cache, "a"));
    }

    [Fact]
    public void A_cache_of_no_size_remembers_nothing() => Assert.False(Has(Filled(0, "a"), "a"));

    [Fact]
    public async Task Another_payload_is_told_without_asking_the_table()
    {
        var bench = new IdempotencyBench();
        var handler = bench.Handler();
        await bench.RunAsync(handler, "a");
        var calls = bench.Table.Calls.Count;

        var reply = await handler.RunAsync(Events.Sqs(IdempotencyBench.Body("a", 7)), bench.Context());

        Assert.Equal(["0"], reply.FailedIds());
        Assert.Equal(calls, bench.Table.Calls.Count);
    }

    [Fact]
    public void Several_invocations_use_it_at_the_same_time()
    {
        var cache = new CompletedCache(10);

        Parallel.For(0, 10_000, n =>
        {
            cache.Add(Key($"{n % 20}"), new CompletedKey(null, null, Now.AddDays(n % 2)));
            cache.TryGet(Key($"{(n + 7) % 20}"), Now, out _);
        });

        Assert.InRange(Enumerable.Range(0, 20).Count(n => Has(cache, $"{n}")), 0, 10);
    }

    private static CompletedCache Filled(int size, params string[] keys)
    {
        var cache = new CompletedCache(size);
        foreach (var key in keys)
        {
            cache.Add(Key(key), new CompletedKey(null, null, Now.AddDays(1)));
        }

        return cache;
    }

    private static bool Has(CompletedCache cache, string key) => cache.TryGet(Key(key), Now, out _);

    private static TableKey Key(string key) => new(key, "key");
}
