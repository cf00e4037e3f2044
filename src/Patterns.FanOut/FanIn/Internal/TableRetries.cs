using System.Diagnostics.CodeAnalysis;
using Patterns.Tables;

namespace Patterns.FanIn.Internal;

/// <summary>
/// Writes again while other transactions hold the aggregate or the table is throttled: every part of an aggregate writes its
/// head, and the few attempts of a table's adapter end before many writers have taken their turns.
/// </summary>
/// <remarks>Only for writes that may be sent again after an unknown outcome: conditional ones, or transactions with a token.</remarks>
internal sealed class TableRetries(TimeProvider time)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(5);

    // For callers without a deadline.
    private static readonly TimeSpan LongestWithoutEnd = TimeSpan.FromMinutes(1);

    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> write, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        for (var bound = FirstDelay; ; bound = bound * 2 < MaxDelay ? bound * 2 : MaxDelay)
        {
            try
            {
                return await write(cancellationToken).ConfigureAwait(false);
            }
            catch (TableException exception) when (exception.IsRetryable && (cancellationToken.CanBeCanceled || time.GetElapsedTime(start) < LongestWithoutEnd))
            {
                // The wait follows.
            }

            await WaitAsync(bound, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for a random part of the bound, so that writers that met do not meet again.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "Jitter needs no secret randomness.")]
    private Task WaitAsync(TimeSpan bound, CancellationToken cancellationToken) =>
        Task.Delay(bound * Random.Shared.NextDouble(), time, cancellationToken);
}
