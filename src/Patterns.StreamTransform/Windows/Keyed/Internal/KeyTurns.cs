using Amazon.Lambda.Core;

namespace Patterns.Windows.Internal;

/// <summary>Brings keys on together: their states are written several at a time, and their results are sent in as few requests as possible.</summary>
internal static class KeyTurns
{
    /// <summary>Runs the rounds of all. Throws nothing: a turn has its own <see cref="KeyTurn{TIn, TState, TOut}.Failure"/>.</summary>
    public static async Task RunAsync<TIn, TState, TOut>(
        KeyedEngine<TIn, TState, TOut> engine,
        IReadOnlyList<KeyTurn<TIn, TState, TOut>> turns,
        ILambdaLogger? logger,
        CancellationToken cancellationToken)
    {
        var delivery = new ResultDelivery<TIn, TState, TOut>(engine, logger);
        var open = turns;
        while (open.Count > 0)
        {
            await ForEachAsync(engine, open, static (turn, token) => turn.WriteAsync(token), cancellationToken).ConfigureAwait(false);
            await delivery.SendAsync(open.Where(turn => turn.Failure is null), cancellationToken).ConfigureAwait(false);
            var sent = open.Where(turn => turn.Failure is null && turn.Pending.Count > 0).ToList();
            await ForEachAsync(engine, sent, static (turn, token) => turn.ClearAsync(token), cancellationToken).ConfigureAwait(false);
            open = [.. open.Where(turn => turn.Failure is null && turn.HasMore)];
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
