using Patterns.FanIn.Internal;

namespace Patterns.FanOut.Tests.FanIn;

/// <summary>Several invocations of one handler object, whose parts wait for one another.</summary>
public sealed class KeyedLinesTests
{
    private readonly KeyedLines<string, string> _lines;
    private readonly Queue<TaskCompletionSource> _turns = new([new(), new(), new()]);
    private readonly List<string> _groups = [];

    public KeyedLinesTests() => _lines = new(WorkAsync, static (_, _) => false);

    [Fact]
    public async Task One_whose_time_is_over_while_it_waits_leaves_and_fails_nobody()
    {
        var turns = _turns.ToArray();
        using var hurry = new CancellationTokenSource();
        var first = RunAsync("a");
        var hurried = RunAsync("b", hurry.Token);
        var patient = RunAsync("c");

        await hurry.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hurried);
        Array.ForEach(turns, turn => turn.SetResult());

        Assert.Equal(["A", "C"], await Task.WhenAll(first, patient));
        Assert.Equal(["a", "c"], _groups);
    }

    [Fact]
    public async Task One_whose_time_ends_while_it_works_for_others_leaves_the_work_to_them()
    {
        var turns = _turns.ToArray();
        using var hurry = new CancellationTokenSource();
        var first = RunAsync("a");
        var leader = RunAsync("b", hurry.Token);
        var followers = new[] { RunAsync("c"), RunAsync("d") };
        turns[0].SetResult();
        await first;

        await hurry.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        turns[2].SetResult();

        Assert.Equal(["C", "D"], await Task.WhenAll(followers));
    }

    [Fact]
    public async Task One_for_whom_another_one_works_leaves_when_its_time_is_over()
    {
        var turns = _turns.ToArray();
        using var hurry = new CancellationTokenSource();
        var first = RunAsync("a");
        var leader = RunAsync("b");
        var hurried = RunAsync("c", hurry.Token);
        turns[0].SetResult();
        await first;

        await hurry.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hurried);
        turns[1].SetResult();

        Assert.Equal("B", await leader);
    }

    [Fact]
    public async Task What_fails_fails_for_all_that_it_was_done_for()
    {
        var turns = _turns.ToArray();
        var first = RunAsync("a");
        var others = new[] { RunAsync("b"), RunAsync("c") };
        turns[0].SetResult();
        await first;

        turns[1].SetException(new InvalidOperationException("no"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => others[0]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => others[1]);
    }

    private Task<string> RunAsync(string item, CancellationToken cancellationToken = default) => _lines.RunAsync("key", item, cancellationToken).AsTask();

    private async ValueTask<IReadOnlyList<string>> WorkAsync(string key, IReadOnlyList<string> items, CancellationToken cancellationToken)
    {
        Task turn;
        lock (_groups)
        {
            _groups.Add(string.Concat(items));
            turn = (_turns.TryDequeue(out var next) ? next : Open()).Task;
        }

        await turn.WaitAsync(cancellationToken);
        return [.. items.Select(item => item.ToUpperInvariant())];
    }

    private static TaskCompletionSource Open()
    {
        var turn = new TaskCompletionSource();
        turn.SetResult();
        return turn;
    }
}
