using FsCheck;
using FsCheck.Fluent;
using Patterns.Backends;

namespace Patterns.ApiProxy.Tests.Backends;

/// <summary>What holds of every loader, whoever asks, fails and gives up.</summary>
public sealed class DataLoaderLaws
{
    [Fact]
    public void Each_key_is_asked_for_once_and_each_asker_has_the_answer_to_what_it_asked() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Check).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(29, 29).WithQuietOnSuccess(true));

    private static void Check(int seed)
    {
        var random = new Random(seed);
        var time = new FakeTimeProvider();
        var maxKeys = random.Next(1, 8);
        var mayFail = random.Next(2) == 0;
        var asked = new List<int>();
        var failed = new List<int>();
        var loader = new DataLoader<int, string>(
            async (keys, cancellationToken) =>
            {
                Assert.InRange(keys.Count, 1, maxKeys);
                asked.AddRange(keys);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 30)), time, cancellationToken).ConfigureAwait(false);
                if (mayFail && random.Next(4) == 0)
                {
                    failed.AddRange(keys);
                    throw new HttpRequestException("down");
                }

                return keys.Where(key => key % 5 > 0).ToDictionary(key => key, key => $"value {key}");
            },
            new DataLoaderOptions { Window = TimeSpan.FromMilliseconds(3), MaxKeys = maxKeys, OnThreadPool = false, Time = time });

        VirtualTime.Run(time, async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, random.Next(1, 40)).Select(_ => AskAsync(loader, random, time, mayFail)));
            return true;
        });

        // Only what failed, or what nobody waited for any more, is asked for again.
        Assert.All(asked.GroupBy(key => key), group => Assert.True(mayFail || group.Count() == 1, $"{group.Key} was asked for {group.Count()} times"));
        Assert.All(failed, key => Assert.Contains(key, asked));
    }

    private static async Task AskAsync(DataLoader<int, string> loader, Random random, FakeTimeProvider time, bool mayFail)
    {
        var key = random.Next(0, 12);
        var patience = TimeSpan.FromMilliseconds(mayFail ? random.Next(1, 60) : 1_000);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 20)), time).ConfigureAwait(false);
        using var end = new CancellationTokenSource(patience, time);
        try
        {
            Assert.Equal(key % 5 > 0 ? $"value {key}" : null, await loader.LoadAsync(key, end.Token).ConfigureAwait(false));
        }
        catch (Exception exception) when (mayFail && exception is HttpRequestException or OperationCanceledException)
        {
            // It fails as the call does, or gives up.
        }
    }
}
