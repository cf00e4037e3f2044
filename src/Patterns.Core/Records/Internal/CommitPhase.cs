using Amazon.Lambda.Core;
using Patterns.Telemetry;

namespace Patterns.Records.Internal;

/// <summary>Commits the work of the records that are prepared, and settles what becomes of those whose work is not committed.</summary>
internal sealed class CommitPhase(ICommitRun commit, LaneSchedule lanes, BatchDeadline deadline, Diversion diversion, ILambdaLogger? logger)
{
    /// <summary>Whether the commit may still be at work though the report is due.</summary>
    public bool TimedOut { get; private set; }

    /// <param name="states">How far the records have come; workers that were given up no longer change it.</param>
    /// <param name="time">The clock.</param>
    public async ValueTask RunAsync(RecordStates states, TimeProvider time)
    {
        try
        {
            var committing = commit.CommitAsync(states, deadline.CommitToken);
            await (committing.IsCompletedSuccessfully ? Task.CompletedTask : committing.AsTask().WaitAsync(deadline.RemainingUntilReport, time)).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            TimedOut = failure is TimeoutException;
            commit.FailAll(failure);
        }

        foreach (var (context, failure) in commit.Close())
        {
            await SettleAsync(context, failure, states).ConfigureAwait(false);
        }
    }

    /// <summary>A record behind a failed one of its lane waits with it, whatever became of its own work.</summary>
    private async ValueTask SettleAsync(RecordContext context, Exception failure, RecordStates states)
    {
        if (states[context.Index] != RecordState.Handled)
        {
            return;
        }

        if (diversion.IsNonRetryable(failure)
            && await diversion.TrySendAsync(context, RecordState.Failed, failure, deadline.ReportToken).ConfigureAwait(false))
        {
            states[context.Index] = RecordState.Diverted;
            diversion.Tell(context, failure);
            return;
        }

        states.Fail(context.Index, RecordState.Failed, failure);
        Log.Failed(logger, context, failure);
        states.BlockAfter(context.Index, lanes);
    }
}
