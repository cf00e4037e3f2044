namespace Patterns.Windows.Internal;

/// <summary>Brings keys on together: their states are written several at a time, and their results are sent in as few requests as possible.</summary>
internal static class KeyTurns
{
    /// <summary>Runs the rounds of all. Throws nothing: a turn has its own <see cref="KeyTurn{TIn, TState, TOut}.Failure"/>.</summary>
    public static async Task RunAsync<TIn, TState, TOut>(
        KeyedEngine<TIn, TState, TOut> engine,
        IReadOnlyList<KeyTurn<TIn, TState, TOut>> turns,
        CancellationToken cancellationToken)
    {
        var open = turns;
        while (open.Count > 0)
        {
            await ForEachAsync(engine, open, static (turn, token) => turn.WriteAsync(token), cancellationToken).ConfigureAwait(false);
            await SendAsync(engine, open, cancellationToken).ConfigureAwait(false);
            var sent = open.Where(turn => turn.Failure is null && turn.Pending.Count > 0).ToList();
            await ForEachAsync(engine, sent, static (turn, token) => turn.ClearAsync(token), cancellationToken).ConfigureAwait(false);
            open = [.. open.Where(turn => turn.Failure is null && turn.HasMore)];
        }
    }

    private static async Task SendAsync<TIn, TState, TOut>(
        KeyedEngine<TIn, TState, TOut> engine,
        IReadOnlyList<KeyTurn<TIn, TState, TOut>> turns,
        CancellationToken cancellationToken)
    {
        var written = turns.Where(turn => turn.Failure is null).SelectMany(turn => turn.Pending.Select(result => (Turn: turn, Result: result))).ToList();
        if (written.Count == 0)
        {
            return;
        }

        var owners = written.ToDictionary(owned => owned.Result.Id, owned => owned.Turn, StringComparer.Ordinal);
        var failures = await engine.Results.TrySendAsync([.. written.Select(owned => engine.ToEnvelope(owned.Result))], cancellationToken).ConfigureAwait(false);
        foreach (var failure in failures)
        {
            owners[failure.Envelope.Id].Failure ??= new Patterns.Outbound.SendFailedException(engine.Results.Name, [failure]);
        }
    }

    private static Task ForEachAsync<TIn, TState, TOut>(
        KeyedEngine<TIn, TState, TOut> engine,
        IReadOnlyCollection<KeyTurn<TIn, TState, TOut>> turns,
        Func<KeyTurn<TIn, TState, TOut>, CancellationToken, ValueTask> step,
        CancellationToken cancellationToken) =>
        engine.ForEachAsync(
            turns,
            async turn =>
            {
                try
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await step(turn, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception exception)
                {
                    turn.Failure = exception;
                }
            });
}
