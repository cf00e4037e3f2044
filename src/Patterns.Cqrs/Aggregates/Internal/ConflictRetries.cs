using System.Diagnostics.CodeAnalysis;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Begins anew, a bounded number of times, when somebody else was faster.</summary>
internal sealed class ConflictRetries(int maxAttempts, TimeSpan delay, TimeProvider time)
{
    public static IEnumerable<string> Mistakes(int maxAttempts, TimeSpan delay, TimeProvider time)
    {
        if (maxAttempts < 1)
        {
            yield return $"MaxAttempts must be at least 1, but is {maxAttempts}.";
        }

        if (delay < TimeSpan.Zero)
        {
            yield return $"RetryDelay must not be negative, but is {delay}.";
        }

        if (time is null)
        {
            yield return "Time must not be null.";
        }
    }

    /// <summary>Whether the table certainly did nothing, so that the same may be tried again.</summary>
    public static bool DidNothing(Exception failure) => failure is TableException { IsRetryable: true, MayHaveTakenEffect: false };

    /// <summary>Runs attempts until one gives a result.</summary>
    /// <param name="attempt">Gives null when it lost a race.</param>
    /// <param name="isLost">Tells the exceptions that say the same.</param>
    /// <param name="giveUp">Makes what is thrown when all attempts lost, of the last one's exception.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<TResult> RunAsync<TResult>(
        Func<ValueTask<TResult?>> attempt,
        Func<Exception, bool> isLost,
        Func<Exception?, Exception> giveUp,
        CancellationToken cancellationToken)
        where TResult : class
    {
        Exception? conflict = null;
        for (var number = 1; number <= maxAttempts; number++)
        {
            try
            {
                if (await attempt().ConfigureAwait(false) is { } result)
                {
                    return result;
                }
            }
            catch (Exception failure) when (isLost(failure))
            {
                conflict = failure;
            }

            if (number < maxAttempts)
            {
                await WaitAsync(number, cancellationToken).ConfigureAwait(false);
            }
        }

        throw giveUp(conflict);
    }

    /// <summary>Waits for a random part of the bound, so that writers that met do not meet again.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "Jitter needs no secret randomness.")]
    private Task WaitAsync(int attempt, CancellationToken cancellationToken)
    {
        var bound = delay * Math.Pow(2, Math.Min(attempt - 1, 10));
        return bound == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(bound * Random.Shared.NextDouble(), time, cancellationToken);
    }
}
