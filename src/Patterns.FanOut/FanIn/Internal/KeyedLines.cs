namespace Patterns.FanIn.Internal;

/// <summary>
/// Lets one caller at a time work on a key. Those who come meanwhile wait in a line, and the first of them then works for all
/// that wait, up to a limit. Whose time is over leaves, and fails nobody else: those that it worked for stand in line again.
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
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var caller = new Caller(item);
            var turn = StandInLine(key, caller) ? await WaitAsync(caller, cancellationToken).ConfigureAwait(false) : new Turn([caller], default!);
            if (turn.Group is { } group)
            {
                return await LeadAsync(key, group, cancellationToken).ConfigureAwait(false);
            }

            if (!turn.IsOver)
            {
                return turn.Outcome;
            }
        }
    }

    /// <summary>A turn that a caller has given up goes to the next one.</summary>
    private static async Task<Turn> WaitAsync(Caller caller, CancellationToken cancellationToken)
    {
        using (cancellationToken.UnsafeRegister(static (waiting, token) => ((Caller)waiting!).Turn.TrySetCanceled(token), caller))
        {
            return await caller.Turn.Task.ConfigureAwait(false);
        }
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
                group[index].Turn.TrySetResult(new Turn(null, outcomes[index]));
            }

            return outcomes[0];
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            group.Skip(1).ToList().ForEach(caller => caller.Turn.TrySetResult(new Turn(null, default!, IsOver: true)));
            throw;
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
        lock (_lock)
        {
            var line = _lines[key];
            while (Take(line) is { Count: > 0 } group)
            {
                for (; group.Count > 0; group.RemoveAt(0))
                {
                    if (group[0].Turn.TrySetResult(new Turn(group, default!)))
                    {
                        return;
                    }
                }
            }

            _lines.Remove(key);
        }
    }

    /// <summary>The next ones that still wait; a group whose first one leaves now is led by its second.</summary>
    private List<Caller> Take(Queue<Caller> line)
    {
        var group = new List<Caller>();
        while (line.TryPeek(out var caller) && (group.Count == 0 || !isFull([.. group.Select(member => member.Item)], caller.Item)))
        {
            line.Dequeue();
            if (!caller.Turn.Task.IsCompleted)
            {
                group.Add(caller);
            }
        }

        return group;
    }

    private sealed record Turn(List<Caller>? Group, TOutcome Outcome, bool IsOver = false);

    private sealed class Caller(TItem item)
    {
        public TItem Item => item;

        public TaskCompletionSource<Turn> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
