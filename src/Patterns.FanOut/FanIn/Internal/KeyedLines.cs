namespace Patterns.FanIn.Internal;

/// <summary>
/// Lets one caller at a time work on a key. Those who come meanwhile wait in a line, and the first of them then works for all
/// that wait, up to a limit.
/// </summary>
/// <param name="work">Works for several callers: an outcome for each, in their order.</param>
/// <param name="isFull">Whether one more item would be too much for one turn.</param>
internal sealed class KeyedLines<TItem, TOutcome>(
    Func<string, IReadOnlyList<TItem>, CancellationToken, ValueTask<IReadOnlyList<TOutcome>>> work,
    Func<IReadOnlyList<TItem>, TItem, bool> isFull)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<Caller>> _lines = new(StringComparer.Ordinal);

    public async ValueTask<TOutcome> RunAsync(string key, TItem item, CancellationToken cancellationToken)
    {
        var caller = new Caller(item);
        var turn = StandInLine(key, caller) ? await caller.Turn.Task.ConfigureAwait(false) : new Turn([caller], default!);
        return turn.Group is { } group ? await LeadAsync(key, group, cancellationToken).ConfigureAwait(false) : turn.Outcome;
    }

    /// <summary>False when nobody works on the key, so that the caller goes first.</summary>
    private bool StandInLine(string key, Caller caller)
    {
        lock (_lock)
        {
            if (_lines.TryGetValue(key, out var line))
            {
                line.Enqueue(caller);
                return true;
            }

            _lines.Add(key, new Queue<Caller>());
            return false;
        }
    }

    private async ValueTask<TOutcome> LeadAsync(string key, List<Caller> group, CancellationToken cancellationToken)
    {
        try
        {
            var outcomes = await work(key, [.. group.Select(caller => caller.Item)], cancellationToken).ConfigureAwait(false);
            for (var index = 1; index < group.Count; index++)
            {
                group[index].Turn.SetResult(new Turn(null, outcomes[index]));
            }

            return outcomes[0];
        }
        catch (Exception exception)
        {
            group.Skip(1).ToList().ForEach(caller => caller.Turn.TrySetException(exception));
            throw;
        }
        finally
        {
            PassOn(key);
        }
    }

    private void PassOn(string key)
    {
        List<Caller> next;
        lock (_lock)
        {
            var line = _lines[key];
            if (line.Count == 0)
            {
                _lines.Remove(key);
                return;
            }

            next = Take(line);
        }

        next[0].Turn.SetResult(new Turn(next, default!));
    }

    private List<Caller> Take(Queue<Caller> line)
    {
        var group = new List<Caller> { line.Dequeue() };
        while (line.TryPeek(out var caller) && !isFull([.. group.Select(member => member.Item)], caller.Item))
        {
            group.Add(line.Dequeue());
        }

        return group;
    }

    private sealed record Turn(List<Caller>? Group, TOutcome Outcome);

    private sealed class Caller(TItem item)
    {
        public TItem Item => item;

        public TaskCompletionSource<Turn> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
