using FsCheck;
using FsCheck.Fluent;
using Patterns.Backends;

namespace Patterns.ApiProxy.Tests.Backends;

/// <summary>What holds of every loader, whoever asks, fails and gives up.</summary>
public sealed class DataLoaderLaws
{
    private const int Window = 3;
    private const int LongestCall = 30;

    [Fact]
    public void Each_key_is_asked_for_once_and_each_asker_has_the_answer_to_what_it_asked() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Check).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(29, 29).WithQuietOnSuccess(true));

    private static void Check(int seed)
    {
        var random = new Random(seed);
        var time = new FakeTimeProvider();
        var maxKeys = random.Next(1, 8);
        var mayFail = random.Next(2) == 0;
        var asked = new HashSet<int>();
        var mayBeAskedAgain = new HashSet<int>();
        var askers = new Askers(time);
        var loader = new DataLoader<int, string>(
            async (keys, cancellationToken) =>
            {
                Assert.InRange(keys.Count, 1, maxKeys);
                Assert.All(keys, key => Assert.True(asked.Add(key) || mayBeAskedAgain.Remove(key), $"{key} is asked for again without a reason"));
                cancellationToken.Register(() =>
                {
                    askers.CheckThatNobodyWaitsFor(keys);
                    mayBeAskedAgain.UnionWith(keys);
                });
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, LongestCall + 1)), time, cancellationToken).ConfigureAwait(false);
                if (mayFail && random.Next(4) == 0)
                {
                    mayBeAskedAgain.UnionWith(keys);
                    throw new HttpRequestException("down");
                }

                return keys.Where(key => key % 5 > 0).ToDictionary(key => key, key => $"value {key}");
            },
            new DataLoaderOptions { Window = TimeSpan.FromMilliseconds(Window), MaxKeys = maxKeys, OnThreadPool = false, Time = time });

        VirtualTime.Run(time, async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, random.Next(1, 40)).Select(_ => AskAsync(loader, random, askers, mayFail)));
            return true;
        });
    }

    private static async Task AskAsync(DataLoader<int, string> loader, Random random, Askers askers, bool mayFail)
    {
        var key = random.Next(0, 12);
        var patience = TimeSpan.FromMilliseconds(mayFail ? random.Next(1, 60) : 1_000);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 20)), askers.Time).ConfigureAwait(false);
        using var end = new CancellationTokenSource(patience, askers.Time);
        using var asking = askers.Ask(key, patience);
        try
        {
            Assert.Equal(key % 5 > 0 ? $"value {key}" : null, await loader.LoadAsync(key, end.Token).ConfigureAwait(false));
        }
        catch (HttpRequestException) when (mayFail)
        {
            // It fails as the call does.
        }
        catch (OperationCanceledException) when (patience <= TimeSpan.FromMilliseconds(Window + LongestCall))
        {
            // It gives up before the call must have ended; one that has waited longer is lost.
        }
    }

    /// <summary>Those who wait, and until when they do.</summary>
    private sealed class Askers(FakeTimeProvider time)
    {
        private readonly List<Asker> _waiting = [];

        public FakeTimeProvider Time => time;

        public IDisposable Ask(int key, TimeSpan patience)
        {
            var asker = new Asker(key, time.GetUtcNow() + patience, _waiting);
            _waiting.Add(asker);
            return asker;
        }

        public void CheckThatNobodyWaitsFor(IEnumerable<int> keys) =>
            Assert.DoesNotContain(_waiting, asker => keys.Contains(asker.Key) && asker.Until > time.GetUtcNow());
    }

    private sealed record Asker(int Key, DateTimeOffset Until, List<Asker> Waiting) : IDisposable
    {
        public void Dispose() => Waiting.RemoveAll(asker => ReferenceEquals(asker, this));
    }
}
