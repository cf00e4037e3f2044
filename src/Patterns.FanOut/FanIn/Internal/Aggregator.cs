using Amazon.Lambda.Core;
using Patterns.Limits;
using Patterns.Outbound;

namespace Patterns.FanIn.Internal;

/// <summary>Brings aggregates on: ends those that are complete or out of time, and publishes what has ended.</summary>
internal sealed class Aggregator(FanInStore store, Aggregation aggregation, IDestination results, OutboundOptions outbound)
{
    private const int MostLooks = 20;

    // What keys, names and the other attributes of a result's item take at most is kept back.
    private const int ResultBytes = ServiceLimits.DynamoDbItemBytes - 16_384;

    private readonly OutboundWriter _writer = new(results, outbound);

    private Aggregates Aggregates => store.Aggregates;

    /// <summary>Ends the aggregate if it is time to, and publishes it.</summary>
    /// <param name="correlationId">Which one.</param>
    /// <param name="resumes">
    /// Whether to publish also what somebody else has ended and not published so far: that one may have died over it.
    /// </param>
    /// <param name="logger">The invocation's.</param>
    /// <param name="cancellationToken">The deadline.</param>
    /// <returns>The aggregate as it was left; null when there is none.</returns>
    public async ValueTask<Head?> AdvanceAsync(string correlationId, bool resumes, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        for (var looks = 0; looks < MostLooks; looks++)
        {
            var head = await Aggregates.FindAsync(correlationId, cancellationToken).ConfigureAwait(false);
            if (head is null || head.State == FanInState.Published || (head.State == FanInState.Closed && !resumes))
            {
                return head;
            }

            if (head.State == FanInState.Open)
            {
                if (await DecideAsync(head, cancellationToken).ConfigureAwait(false) is not { } outcome)
                {
                    return head;
                }

                head = await Aggregates.TryCloseAsync(head, outcome, cancellationToken).ConfigureAwait(false);
            }

            if (head is not null)
            {
                return await PublishAsync(head, logger, cancellationToken).ConfigureAwait(false);
            }
        }

        throw new FanInException($"{correlationId} changed at every attempt to end it.", correlationId);
    }

    private async ValueTask<FanInOutcome?> DecideAsync(Head head, CancellationToken cancellationToken)
    {
        if (await aggregation.IsCompleteAsync(head, () => Aggregates.LoadPartsAsync(head.CorrelationId, cancellationToken)).ConfigureAwait(false))
        {
            return FanInOutcome.Completed;
        }

        return head.Deadline <= Aggregates.Now ? FanInOutcome.TimedOut : null;
    }

    private async ValueTask<Head> PublishAsync(Head head, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        var result = await Aggregates.FindResultAsync(head.CorrelationId, cancellationToken).ConfigureAwait(false)
            ?? await MakeResultAsync(head, cancellationToken).ConfigureAwait(false);
        await _writer.SendAsync([aggregation.Describe(result)], cancellationToken).ConfigureAwait(false);
        await Aggregates.MarkPublishedAsync(head, cancellationToken).ConfigureAwait(false);
        FanInMeter.CountPublished(store.Options.Name, result.Summary.Outcome);
        FanInLog.Published(logger, result.Summary);
        return head with { State = FanInState.Published };
    }

    private async ValueTask<FixedResult> MakeResultAsync(Head head, CancellationToken cancellationToken)
    {
        var parts = await Aggregates.LoadPartsAsync(head.CorrelationId, cancellationToken).ConfigureAwait(false);
        if (parts.Count != head.Count)
        {
            throw new FanInException($"{head.CorrelationId} counted {head.Count} parts, but {parts.Count} are in the table.", head.CorrelationId);
        }

        var result = await aggregation.CombineAsync(head, parts, cancellationToken).ConfigureAwait(false);
        CheckSize(result);
        return await Aggregates.FixResultAsync(result, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Refuses a result that could not be published, before it is kept: a version of the code that makes smaller ones can then go on.</summary>
    private void CheckSize(FixedResult result)
    {
        var size = aggregation.Describe(result).GetSize();
        var most = Math.Min(ResultBytes - result.MissingBytes, results.Limits.MaxEntryBytes);
        if (size > most)
        {
            throw new NonRetryableException(
                $"The result of {result.Summary.CorrelationId} has {size} bytes; at most {most} can be kept and sent to {results.Name}. "
                + "Put it into an object store and publish its key.");
        }
    }
}
