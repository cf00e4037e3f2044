using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Patterns.Backends;

namespace Patterns.ApiProxy.Tests.Backends;

public sealed class DataLoaderTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string[]> _calls = [];

    [Fact]
    public void Keys_that_are_asked_for_together_are_one_call()
    {
        var loader = Loader();

        var (titles, took) = VirtualTime.Run(_time, () => Task.WhenAll(new[] { "a", "b", "a", "c" }.Select(key => loader.LoadAsync(key, default).AsTask())));

        Assert.Equal(["A", "B", "A", "C"], titles.AsEnumerable());
        Assert.Equal(["a", "b", "c"], Assert.Single(_calls));
        Assert.Equal(TimeSpan.FromMilliseconds(2), took);
    }

    [Fact]
    public void A_key_that_was_asked_for_is_not_asked_for_again()
    {
        var loader = Loader();

        Run(loader, "a", "b");
        Assert.Equal(["B", "C"], Run(loader, "b", "c"));
        Assert.Equal([["a", "b"], ["c"]], _calls);
    }

    [Fact]
    public void A_call_that_is_full_goes_at_once()
    {
        var loader = Loader(maxKeys: 2);
        var full = Task.WhenAll(new[] { "a", "b" }.Select(key => loader.LoadAsync(key, default).AsTask()));

        Assert.True(full.IsCompletedSuccessfully);
        Assert.Equal(["C"], Run(loader, "c"));
        Assert.Equal([["a", "b"], ["c"]], _calls);
    }

    [Fact]
    public void A_key_that_there_is_nothing_for_is_null_and_left_out_of_many()
    {
        var loader = Loader();

        Assert.Equal([null, "B"], Run(loader, "-a", "b"));
        var (many, _) = VirtualTime.Run(_time, () => loader.LoadManyAsync(["-a", "b", "b"], default).AsTask());
        Assert.Equal(new Dictionary<string, string> { ["b"] = "B" }, many);
    }

    [Fact]
    public void A_call_that_fails_is_a_failure_of_all_who_wait_and_the_next_one_asks_again()
    {
        var failures = 1;
        var loader = Loader(load: (keys, _) => failures-- > 0 ? throw new HttpRequestException("down") : new(keys.ToDictionary(key => key, key => key)));

        Assert.Throws<HttpRequestException>(() => { Run(loader, "a", "b"); });
        Assert.Equal(["a"], Run(loader, "a"));
        Assert.Equal([["a", "b"], ["a"]], _calls);
    }

    public static TheoryData<IReadOnlyDictionary<string, string>?, Type> NoAnswers => new()
    {
        { null, typeof(InvalidOperationException) },
        { new BrokenDictionary(), typeof(NotSupportedException) },
    };

    [Theory]
    [MemberData(nameof(NoAnswers))]
    public async Task An_answer_that_cannot_be_read_is_a_failure_of_all_who_wait_and_the_next_one_asks_again(IReadOnlyDictionary<string, string>? answer, Type failure)
    {
        var answers = new Queue<IReadOnlyDictionary<string, string>?>([answer, new Dictionary<string, string> { ["a"] = "A" }]);
        var loader = Loader(load: (_, _) => new(answers.Dequeue()!));
        var askers = new[] { "a", "b" }.Select(key => loader.LoadAsync(key, default).AsTask()).ToList();
        _time.Advance(TimeSpan.FromMilliseconds(2));

        foreach (var asker in askers)
        {
            Assert.IsType(failure, await Record.ExceptionAsync(() => asker.WaitAsync(TimeSpan.FromMinutes(1))));
        }

        Assert.Equal(["A"], Run(loader, "a"));
    }

    [Fact]
    public async Task No_call_has_more_keys_than_it_may_however_many_ask_at_the_same_time()
    {
        var sizes = new ConcurrentBag<int>();
        var loader = new DataLoader<int, string>(
            (keys, _) =>
            {
                sizes.Add(keys.Count);
                return new(keys.ToDictionary(key => key, key => $"{key}"));
            },
            new() { MaxKeys = 1 });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(asker => Task.Run(() => Task.WhenAll(
            Enumerable.Range(0, 20_000).Select(number => loader.LoadAsync((4 * number) + asker, default).AsTask())))));

        Assert.All(sizes, size => Assert.Equal(1, size));
        Assert.Equal(80_000, sizes.Count);
    }

    [Fact]
    public async Task One_who_gives_up_leaves_the_call_to_the_others_and_the_last_one_ends_it()
    {
        var token = CancellationToken.None;
        var answer = new TaskCompletionSource<IReadOnlyDictionary<string, string>>();
        var loader = Loader(load: (_, cancellationToken) =>
        {
            token = cancellationToken;
            return new(answer.Task);
        });
        using var one = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var first = loader.LoadAsync("a", one.Token).AsTask();
        var second = loader.LoadAsync("a", other.Token).AsTask();
        _time.Advance(TimeSpan.FromMilliseconds(2));

        await one.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(token.IsCancellationRequested);
        await other.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public async Task What_everybody_gave_up_is_asked_for_again()
    {
        var loader = Loader();
        using var end = new CancellationTokenSource();
        var given = loader.LoadAsync("a", end.Token).AsTask();
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        Assert.Equal(["A"], Run(loader, "a"));
        Assert.Equal(["a"], Assert.Single(_calls));
    }

    [Fact]
    public async Task One_who_blocks_keeps_nobody_waiting()
    {
        // Both are answered by one call; it goes when both have asked.
        var loader = new DataLoader<string, string>(
            (keys, _) => new(keys.ToDictionary(key => key, key => key)),
            new() { Window = TimeSpan.FromMinutes(1), MaxKeys = 2 });
        using var released = new ManualResetEventSlim();
        var blocking = BlockAsync();

        async Task BlockAsync()
        {
            await loader.LoadAsync("a", default).ConfigureAwait(false);
            released.Wait();
        }

        var other = await Record.ExceptionAsync(async () => Assert.Equal("b", await loader.LoadAsync("b", default).AsTask().WaitAsync(TimeSpan.FromSeconds(30))));
        released.Set();
        await blocking;
        Assert.Null(other);
    }

    [Fact]
    public void Mistakes_in_options_are_all_named_at_once() => Assert.Equal(
        ["Window must be positive, but is 00:00:00.", "MaxKeys must be at least 1, but is 0."],
        Assert.Throws<OptionsException>(() => new DataLoader<string, string>((_, _) => default, new() { Window = TimeSpan.Zero, MaxKeys = 0 })).Mistakes);

    private IEnumerable<string?> Run(DataLoader<string, string> loader, params string[] keys) =>
        VirtualTime.Run(_time, () => Task.WhenAll(keys.Select(key => loader.LoadAsync(key, default).AsTask()))).Result;

    private DataLoader<string, string> Loader(
        int maxKeys = 100,
        Func<IReadOnlyList<string>, CancellationToken, ValueTask<IReadOnlyDictionary<string, string>>>? load = null) => new(
        (keys, cancellationToken) =>
        {
            _calls.Add([.. keys]);
            return load?.Invoke(keys, cancellationToken) ?? new(keys.Where(key => key[0] != '-').ToDictionary(key => key, key => key.ToUpperInvariant()));
        },
        new DataLoaderOptions { MaxKeys = maxKeys, OnThreadPool = false, Time = _time });

    private sealed class BrokenDictionary : IReadOnlyDictionary<string, string>
    {
        public IEnumerable<string> Keys => throw new NotSupportedException();

        public IEnumerable<string> Values => throw new NotSupportedException();

        public int Count => 1;

        public string this[string key] => throw new NotSupportedException();

        public bool ContainsKey(string key) => throw new NotSupportedException();

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => throw new NotSupportedException();

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
