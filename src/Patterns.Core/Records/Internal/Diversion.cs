using Amazon.Lambda.Core;
using Patterns.Telemetry;

namespace Patterns.Records.Internal;

/// <summary>Tells hopeless failures, and brings their records to the failure destination.</summary>
internal sealed class Diversion(RecordHandlerOptions options, FailureRoute? route, ILambdaLogger? logger, SourceKind source)
{
    public bool IsNonRetryable(Exception failure)
    {
        try
        {
            return options.IsNonRetryable(failure);
        }
        catch (Exception predicate)
        {
            Log.PredicateFailed(logger, predicate);
            return false;
        }
    }

    /// <summary>Sends the record; false without a destination, and when it refuses.</summary>
    public async ValueTask<bool> TrySendAsync(RecordContext context, RecordState state, Exception failure, CancellationToken cancellationToken)
    {
        if (route is null)
        {
            return false;
        }

        try
        {
            await route.SendAsync(context, state, failure, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception refused)
        {
            Log.NotDiverted(logger, context, refused);
            return false;
        }
    }

    public void Tell(RecordContext context, Exception failure)
    {
        Log.Diverted(logger, context, failure);
        PatternsMeter.Count(PatternsMeter.Diverted, source);
    }
}
